// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/gobuildinfo.h"
#include "core/component/purl.h"

namespace waybill {

namespace {

/// Modules that are linked into Go programs.
class GoFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("go"); }
    qint64 wants(const Entry &) const override { return 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &, std::span<const char> first) const override
    {
        constexpr std::string_view elf = "\x7f"
                                         "ELF";
        const bool isElf = std::string_view(first.data(), first.size()).starts_with(elf);
        return isElf ? makeGoProbe() : nullptr;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FoundComponent componentOf(const GoModule &module, const CapturedFile &file, const FileTree &tree)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = module.path;
    component.version = module.version;
    component.kind = QStringLiteral("golang");
    component.finder = QStringLiteral("go");
    component.layer = file.layer;
    component.hiddenBy = hiddenByOf(tree, file.path, file.layer);
    component.metadataPath = file.path;
    QStringList parts = module.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString last = parts.isEmpty() ? QString() : parts.takeLast();
    // A module without a version was built from a folder; that is no version.
    const QString version = module.version == QLatin1String("(devel)") ? QString() : module.version;
    component.purl = PackageUrl {component.kind, parts, last, version, {}, {}}.toString();
    if (!module.replacedPath.isEmpty())
        component.sightings.push_back(
            {component.finder, QStringLiteral("replaces ") + module.replacedPath + QLatin1Char(' ') + module.replacedVersion,
             file.path});
    return item;
}

FinderAnswer GoFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const qsizetype end = file->content.indexOf('\n');
        const QString goVersion = QString::fromUtf8(file->content.left(end));
        const GoBuildInfo info = readGoModules(file->content.mid(end + 1));
        if (file->cut)
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
        if (info.main) {
            FoundComponent item = componentOf(*info.main, *file, tree);
            item.ownedPaths.push_back(file->path);
            answer.components.push_back(std::move(item));
        }
        for (const GoModule &module : info.modules) {
            FoundComponent item = componentOf(module, *file, tree);
            item.component.vendored = true;
            answer.components.push_back(std::move(item));
        }
        if (goVersion.startsWith(QLatin1String("go1"))) {
            // The standard library is part of every program; its version is that of the toolchain, without experiments.
            const QString number = goVersion.mid(2).section(QLatin1Char(' '), 0, 0);
            FoundComponent item = componentOf({QStringLiteral("stdlib"), number, {}, {}}, *file, tree);
            // Go's own commands are no module; they are the standard library's.
            const bool ownCommand = !info.main && info.package.startsWith(QLatin1String("cmd/"));
            item.component.vendored = !ownCommand;
            if (ownCommand)
                item.ownedPaths.push_back(file->path);
            item.component.declared.push_back(
                {QStringLiteral("BSD-3-Clause"), QStringLiteral("Go standard library"), file->path, {}});
            answer.components.push_back(std::move(item));
        }
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeGoFinder()
{
    return std::make_unique<GoFinder>();
}

}  // namespace waybill
