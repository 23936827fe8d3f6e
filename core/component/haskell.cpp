// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/headerfields.h"
#include "core/component/purl.h"

namespace waybill {

namespace {

constexpr qint64 descriptionLimit = 1 << 20;

/// Haskell packages: NAME-VERSION.conf in a package database of GHC.
class HaskellFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("haskell"); }
    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (!path.ends_with(".conf"))
            return 0;
        const std::string_view folder = baseNameOf(folderOf(path));
        return folder == "package.conf.d" || folder == "package.db" ? descriptionLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer HaskellFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        HeaderReader reader(file->content);
        std::vector<HeaderField> fields;
        reader.next(fields);
        FoundComponent item;
        Component &component = item.component;
        component.name = textOf(trimmedView(fieldValue(fields, "name")));
        component.version = textOf(trimmedView(fieldValue(fields, "version")));
        if (component.name.isEmpty() || component.version.isEmpty()) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        component.kind = QStringLiteral("hackage");
        component.finder = QStringLiteral("haskell");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.homePage = textOf(trimmedView(fieldValue(fields, "homepage")));
        component.supplier = textOf(trimmedView(fieldValue(fields, "maintainer")));
        component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
        declare(component, QStringLiteral("license"), textOf(trimmedView(fieldValue(fields, "license"))));
        item.ownedPaths.push_back(file->path);
        for (const char *field : {"import-dirs", "library-dirs", "data-dir"}) {
            const std::string_view folder = trimmedView(fieldValue(fields, field));
            // Folders of one package carry its name; a shared library folder belongs to nobody.
            if (!folder.starts_with('/') || folder.find(component.name.toStdString()) == std::string_view::npos)
                continue;
            if (std::string clean = resolvedPath({}, folder); !clean.empty())
                item.ownedFolders.push_back(std::move(clean));
        }
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeHaskellFinder()
{
    return std::make_unique<HaskellFinder>();
}

}  // namespace waybill
