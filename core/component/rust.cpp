// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zlibbytes.h"
#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QJsonArray>

namespace waybill {

namespace {

constexpr qint64 sectionLimit = 8 << 20;
constexpr qint64 listLimit = 32 << 20;

constexpr std::string_view sectionName = "!/.dep-v0";

/// Crates that are linked into Rust programs: cargo-auditable writes them as packed JSON into a section of their own. Whoever
/// reads the ELF file hands that section over as a file inside it.
class RustFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("rust"); }
    qint64 wants(const Entry &entry) const override { return entry.path.ends_with(sectionName) ? sectionLimit : 0; }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FoundComponent crateOf(const QJsonObject &package, const CapturedFile &file, const FileTree &tree)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = jsonText(package, QLatin1String("name"));
    component.version = jsonText(package, QLatin1String("version"));
    component.kind = QStringLiteral("cargo");
    component.finder = QStringLiteral("rust");
    component.layer = file.layer;
    const std::string program(outerPath(file.path));
    component.hiddenBy = hiddenByOf(tree, program, file.layer);
    component.metadataPath = file.path;
    component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
    component.vendored = !package.value(QLatin1String("root")).toBool();
    if (!component.vendored)
        item.ownedPaths.push_back(program);
    return item;
}

FinderAnswer RustFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const auto text = unpackZlib({file->content.constData(), static_cast<size_t>(file->content.size())}, listLimit);
        const auto list = text ? jsonObject(*text) : std::nullopt;
        if (!list || file->cut) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        const QJsonArray packages = list->value(QLatin1String("packages")).toArray();
        for (const QJsonValue &value : packages) {
            const QJsonObject package = value.toObject();
            // What was only needed to build the program is not in it.
            if (jsonText(package, QLatin1String("kind")) == QLatin1String("build"))
                continue;
            FoundComponent item = crateOf(package, *file, tree);
            if (!item.component.name.isEmpty() && !item.component.version.isEmpty())
                answer.components.push_back(std::move(item));
        }
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeRustFinder()
{
    return std::make_unique<RustFinder>();
}

}  // namespace waybill
