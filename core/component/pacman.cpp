// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <map>

namespace waybill {

namespace {

constexpr std::string_view localFolder = "var/lib/pacman/local/";
constexpr qint64 descriptionLimit = 1 << 20;
constexpr qint64 filesLimit = 32 << 20;

/// Values below "%NAME%" headings, in pacman's desc and files.
std::map<std::string, std::vector<std::string_view>, std::less<>> readSections(const QByteArray &content)
{
    std::map<std::string, std::vector<std::string_view>, std::less<>> sections;
    std::vector<std::string_view> *open = nullptr;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        if (line.size() > 2 && line.front() == '%' && line.back() == '%')
            open = &sections[std::string(line.substr(1, line.size() - 2))];
        else if (open && !line.empty())
            open->push_back(line);
    }
    return sections;
}

/// Arch Linux packages: var/lib/pacman/local/NAME-VERSION/{desc,files}.
class PacmanFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("pacman"); }
    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (speaksOfSystem(path))
            return descriptionLimit;
        if (!path.starts_with(localFolder))
            return 0;
        const std::string_view name = baseNameOf(path);
        return name == "desc" ? descriptionLimit : name == "files" ? filesLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer PacmanFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    const OsIdentity os = osIdentityOf(captured);
    std::map<std::pair<std::string_view, int>, const CapturedFile *> lists;
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) == "files")
            lists[{folderOf(file->path), file->layer}] = file;
    }
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) != "desc")
            continue;
        const auto sections = readSections(file->content);
        const auto value = [&sections](std::string_view name) {
            const auto found = sections.find(name);
            return found == sections.end() || found->second.empty() ? QString() : textOf(found->second.front());
        };
        FoundComponent item;
        Component &component = item.component;
        component.name = value("NAME");
        component.version = value("VERSION");
        if (component.name.isEmpty() || component.version.isEmpty() || file->cut) {
            answer.notes.push_back(noteOf("package-data-damaged", *file, {}, true));
            continue;
        }
        component.kind = QStringLiteral("alpm");
        component.finder = QStringLiteral("pacman");
        component.architecture = value("ARCH");
        component.sourceName = value("BASE").isEmpty() ? component.name : value("BASE");
        component.sourceVersion = component.version;
        component.homePage = value("URL");
        component.supplier = value("PACKAGER");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.purl = PackageUrl {component.kind,    {os.id.isEmpty() ? QStringLiteral("arch") : os.id}, component.name,
                                     component.version, {{QStringLiteral("arch"), component.architecture}}, {}}
                             .toString();
        if (const auto licences = sections.find("LICENSE"); licences != sections.end()) {
            for (const std::string_view licence : licences->second)
                declare(component, QStringLiteral("License"), textOf(licence));
        }
        component.licencePaths = licenceFilesIn(tree, "usr/share/licenses/" + component.name.toStdString(), file->layer);
        item.ownedFolders.emplace_back(folderOf(file->path));
        if (const auto list = lists.find({folderOf(file->path), file->layer}); list != lists.end()) {
            const auto named = readSections(list->second->content);
            if (const auto files = named.find("FILES"); files != named.end()) {
                for (const std::string_view path : files->second) {
                    if (std::string clean = resolvedPath({}, path); !clean.empty() && !path.ends_with('/'))
                        item.ownedPaths.push_back(std::move(clean));
                }
            }
        }
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makePacmanFinder()
{
    return std::make_unique<PacmanFinder>();
}

}  // namespace waybill
