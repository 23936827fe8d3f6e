// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/headerfields.h"
#include "core/component/purl.h"

namespace waybill {

namespace {

constexpr qint64 descriptionLimit = 1 << 20;

/// R packages: DESCRIPTION files of installed packages, which R marks with a Built field.
class RFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("r"); }
    qint64 wants(const Entry &entry) const override { return entry.path.ends_with("/DESCRIPTION") ? descriptionLimit : 0; }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer RFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        HeaderReader reader(file->content);
        std::vector<HeaderField> fields;
        if (!reader.next(fields) || fieldValue(fields, "Built").empty())
            continue;
        FoundComponent item;
        Component &component = item.component;
        component.name = textOf(trimmedView(fieldValue(fields, "Package")));
        component.version = textOf(trimmedView(fieldValue(fields, "Version")));
        if (component.name.isEmpty() || component.version.isEmpty())
            continue;
        const std::string_view folder = folderOf(file->path);
        component.kind = QStringLiteral("cran");
        component.finder = QStringLiteral("r");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.homePage = textOf(fieldValue(fields, "URL")).section(QLatin1Char(','), 0, 0).simplified();
        component.supplier = textOf(fieldValue(fields, "Maintainer"));
        component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
        declare(component, QStringLiteral("License"), textOf(fieldValue(fields, "License")));
        component.licencePaths = licenceFilesIn(tree, folder, file->layer);
        item.ownedFolders.emplace_back(folder);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeRFinder()
{
    return std::make_unique<RFinder>();
}

}  // namespace waybill
