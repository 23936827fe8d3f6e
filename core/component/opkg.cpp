// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/dpkgstatus.h"
#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/headerfields.h"
#include "core/component/packagetimeline.h"
#include "core/component/purl.h"

#include <array>
#include <map>

namespace waybill {

namespace {

constexpr qint64 keptLimit = 16 << 20;
constexpr qint64 listLimit = 8 << 20;
constexpr std::array<std::string_view, 2> roots {"usr/lib/opkg", "var/lib/opkg"};

bool isIn(std::string_view path, std::string_view inside)
{
    return std::any_of(roots.begin(), roots.end(), [&](std::string_view root) {
        return path.starts_with(root) && path.substr(root.size()).starts_with(inside);
    });
}

/// OpenWrt and Yocto packages: a status file and info/NAME.{list,control} in dpkg's formats.
class OpkgFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("opkg"); }
    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (speaksOfSystem(path))
            return 64 << 10;
        return isIn(path, "/info/") && (path.ends_with(".list") || path.ends_with(".control")) ? listLimit : 0;
    }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        return baseNameOf(entry.path) == "status" && isIn(entry.path, "/status") ? makeDpkgStatusProbe(keptLimit) : nullptr;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer OpkgFinder::find(std::span<const CapturedFile *const> captured, const FileTree &) const
{
    const OsIdentity os = osIdentityOf(captured);
    std::map<std::string, const CapturedFile *, std::less<>> info;  // the newest of each
    for (const CapturedFile *file : captured) {
        if (isIn(file->path, "/info/"))
            info[std::string(baseNameOf(file->path))] = file;
    }
    FinderAnswer answer;
    PackageTimeline timeline;
    for (const CapturedFile *file : captured) {
        if (!isIn(file->path, "/status"))
            continue;
        int broken = 0;
        std::vector<FoundComponent> listed;
        for (DpkgRecord &record : readDpkgStatus(file->content, broken)) {
            FoundComponent item {std::move(record.component), {}};
            Component &component = item.component;
            component.kind = QStringLiteral("opkg");
            component.finder = QStringLiteral("opkg");
            component.metadataPath = file->path;
            component.licencePaths.clear();
            component.purl = PackageUrl {
                component.kind,
                {os.id},
                component.name,
                component.version,
                {{QStringLiteral("arch"), component.architecture}},
                {}}.toString();
            if (const auto list = info.find(record.name + ".list"); list != info.end()) {
                item.ownedPaths = readDpkgList(list->second->content);
                item.ownedPaths.push_back(list->second->path);
            }
            if (const auto control = info.find(record.name + ".control"); control != info.end()) {
                HeaderReader reader(control->second->content);
                std::vector<HeaderField> fields;
                if (reader.next(fields))
                    declare(component, QStringLiteral("License"), textOf(fieldValue(fields, "License")));
                item.ownedPaths.push_back(control->second->path);
            }
            listed.push_back(std::move(item));
        }
        const bool whole = broken == 0 && !file->cut;
        if (!whole)
            answer.notes.push_back(noteOf("package-data-damaged", *file, QString::number(broken), true));
        timeline.addSnapshot(file->layer, std::move(listed), whole);
    }
    answer.components = timeline.take();
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeOpkgFinder()
{
    return std::make_unique<OpkgFinder>();
}

}  // namespace waybill
