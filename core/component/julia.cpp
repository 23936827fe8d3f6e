// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <map>

namespace waybill {

namespace {

constexpr qint64 projectLimit = 256 << 10;

/// packages/NAME/SLUG/Project.toml of a depot, and stdlib/vX/NAME/Project.toml of Julia itself.
bool isInstalledProject(std::string_view path)
{
    const std::string_view name = baseNameOf(path);
    if (name != "Project.toml" && name != "JuliaProject.toml")
        return false;
    const std::string_view third = folderOf(folderOf(folderOf(path)));
    return baseNameOf(third) == "packages" || (baseNameOf(third) == "stdlib" && third.find("julia") != std::string_view::npos);
}

/// The texts of the first table of a TOML file: key = "value". Nothing else is needed of it.
std::map<std::string, std::string, std::less<>> readTexts(const QByteArray &content)
{
    std::map<std::string, std::string, std::less<>> texts;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        line = trimmedView(line);
        if (line.starts_with('['))
            break;
        const size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            continue;
        std::string_view value = trimmedView(line.substr(equals + 1));
        if (value.size() < 2 || value.front() != '"')
            continue;
        value.remove_prefix(1);
        texts.emplace(trimmedView(line.substr(0, equals)), value.substr(0, value.find('"')));
    }
    return texts;
}

/// Julia packages in a depot.
class JuliaFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("julia"); }
    qint64 wants(const Entry &entry) const override { return isInstalledProject(entry.path) ? projectLimit : 0; }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer JuliaFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const auto texts = readTexts(file->content);
        const auto text = [&texts](std::string_view key) {
            const auto found = texts.find(key);
            return found == texts.end() ? QString() : textOf(found->second);
        };
        FoundComponent item;
        Component &component = item.component;
        component.name = text("name");
        component.version = text("version");
        // A package without its id or version cannot be told from others of that name.
        if (component.name.isEmpty() || component.version.isEmpty() || text("uuid").isEmpty())
            continue;
        const std::string_view folder = folderOf(file->path);
        component.kind = QStringLiteral("julia");
        component.finder = QStringLiteral("julia");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.purl
            = PackageUrl {component.kind, {}, component.name, component.version, {{QStringLiteral("uuid"), text("uuid")}}, {}}
                  .toString();
        component.licencePaths = licenceFilesIn(tree, folder, file->layer);
        item.ownedFolders.emplace_back(folder);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeJuliaFinder()
{
    return std::make_unique<JuliaFinder>();
}

}  // namespace waybill
