// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/headerfields.h"

#include <QUrl>

#include <algorithm>
#include <map>
#include <set>

namespace waybill {

namespace {

constexpr std::string_view statusPath = "var/lib/dpkg/status";
constexpr std::string_view infoFolder = "var/lib/dpkg/info/";
constexpr std::string_view diversionsPath = "var/lib/dpkg/diversions";
constexpr qint64 statusLimit = 64 << 20;
constexpr qint64 listLimit = 32 << 20;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// A package as one status file describes it.
struct Record {
    std::string name, architecture, version;
    Component component;
};

/// Needs of a package without versions and architecture: "libc6 (>= 2.36), awk | mawk:any" (deb-control(5)).
QStringList readRelations(std::string_view field)
{
    QStringList needs;
    const QStringList written = text(field).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &need : written) {
        QStringList names;
        const QStringList choices = need.split(QLatin1Char('|'), Qt::SkipEmptyParts);
        for (const QString &choice : choices) {
            const QString name = choice.section(QLatin1Char('('), 0, 0).section(QLatin1Char(':'), 0, 0).trimmed();
            if (!name.isEmpty())
                names.append(name);
        }
        if (!names.isEmpty())
            needs.append(names.join(QLatin1String(" | ")));
    }
    return needs;
}

/// "Source: glibc (2.36-9)" or no field at all: then the binary package names its source.
void readSource(std::string_view field, Component &component)
{
    const size_t bracket = field.find(" (");
    component.sourceName = field.empty() ? component.name : text(field.substr(0, bracket));
    component.sourceVersion = component.version;
    if (bracket != std::string_view::npos && field.back() == ')')
        component.sourceVersion = text(field.substr(bracket + 2, field.size() - bracket - 3));
}

std::vector<Record> readStatus(const QByteArray &content)
{
    std::vector<Record> records;
    HeaderReader reader(content);
    std::vector<HeaderField> fields;
    while (reader.next(fields)) {
        const std::string_view state = fieldValue(fields, "Status");
        // The third word is the state; "deinstall ok installed" is still there, "config-files" and "not-installed" are not.
        if (!state.ends_with(" installed"))
            continue;
        Record record;
        record.name = fieldValue(fields, "Package");
        record.version = fieldValue(fields, "Version");
        record.architecture = fieldValue(fields, "Architecture");
        if (record.name.empty() || record.version.empty())
            continue;
        Component &component = record.component;
        component.name = text(record.name);
        component.version = text(record.version);
        component.architecture = text(record.architecture);
        component.kind = QStringLiteral("deb");
        component.finder = QStringLiteral("dpkg");
        component.supplier = text(fieldValue(fields, "Maintainer"));
        component.homePage = text(fieldValue(fields, "Homepage"));
        component.section = text(fieldValue(fields, "Section"));
        readSource(fieldValue(fields, "Source"), component);
        component.metadataPath = statusPath;
        component.depends = readRelations(fieldValue(fields, "Pre-Depends")) + readRelations(fieldValue(fields, "Depends"));
        component.provides = readRelations(fieldValue(fields, "Provides"));
        component.essential = fieldValue(fields, "Essential") == "yes";
        component.licencePaths = {"usr/share/doc/" + record.name + "/copyright"};
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<std::string> readList(const QByteArray &content)
{
    std::vector<std::string> paths;
    std::string_view rest(content.constData(), static_cast<size_t>(content.size()));
    while (!rest.empty()) {
        const size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        while (line.starts_with('/') || line.starts_with("./"))
            line.remove_prefix(line.starts_with('/') ? 1 : 2);
        // A path that climbs is a lie of the database; it owns nothing.
        if (!line.empty() && line != "." && line.find("../") == std::string_view::npos)
            paths.emplace_back(line);
    }
    return paths;
}

/// Files that one package keeps others from installing at their place: by original path, where they went and who sent them
/// there (dpkg-divert).
struct Diversion {
    std::string to;
    std::string by;
};
using Diversions = std::map<std::string, Diversion, std::less<>>;

Diversions readDiversions(const QByteArray &content)
{
    Diversions diversions;
    const QList<QByteArray> lines = content.split('\n');
    for (qsizetype i = 0; i + 2 < lines.size(); i += 3) {
        if (lines[i].startsWith('/') && lines[i + 1].startsWith('/'))
            diversions[lines[i].mid(1).toStdString()] = {lines[i + 1].mid(1).toStdString(), lines[i + 2].toStdString()};
    }
    return diversions;
}

void divert(std::vector<std::string> &owned, const std::string &package, const Diversions &diversions)
{
    for (std::string &path : owned) {
        const auto found = diversions.find(path);
        if (found != diversions.end() && found->second.by != package)
            path = found->second.to;
    }
}

QString packageUrl(const Component &component, const QString &distribution)
{
    const auto encode = [](const QString &value) { return QString::fromLatin1(QUrl::toPercentEncoding(value, ":+~")); };
    return QStringLiteral("pkg:deb/") + encode(distribution) + QLatin1Char('/') + encode(component.name) + QLatin1Char('@')
        + encode(component.version) + QStringLiteral("?arch=") + encode(component.architecture);
}

/// Debian packages from dpkg's database, with the layers that installed and removed them.
class DpkgFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("dpkg"); }

    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (path == statusPath || path == diversionsPath)
            return statusLimit;
        if (path.starts_with(infoFolder) && path.ends_with(".list"))
            return listLimit;
        if (path == "etc/os-release" || path == "usr/lib/os-release")
            return 64 << 10;
        return 0;
    }

    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;

private:
    /// Lists by package ("name" or "name:arch"), each with the layers that wrote one.
    using Lists = std::map<std::string, std::vector<const CapturedFile *>, std::less<>>;
    static std::vector<std::string> ownedPaths(const Lists &lists, const Record &record, int layer);
};

std::vector<std::string> DpkgFinder::ownedPaths(const Lists &lists, const Record &record, int layer)
{
    for (const std::string &key : {record.name + ':' + record.architecture, record.name}) {
        const auto found = lists.find(key);
        if (found == lists.end())
            continue;
        const CapturedFile *best = found->second.front();
        for (const CapturedFile *list : found->second) {
            if (list->layer <= layer)
                best = list;
        }
        return readList(best->content);
    }
    return {};
}

QString distributionOf(std::span<const CapturedFile *const> captured)
{
    for (const CapturedFile *file : captured) {
        if (!file->path.ends_with("os-release"))
            continue;
        const QList<QByteArray> lines = file->content.split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("ID="))
                return QString::fromUtf8(line.mid(3).replace('"', ""));
        }
    }
    return QStringLiteral("debian");
}

FinderAnswer DpkgFinder::find(std::span<const CapturedFile *const> captured, const FileTree &) const
{
    const QString distribution = distributionOf(captured);
    Lists lists;
    std::vector<const CapturedFile *> statusFiles;
    Diversions diversions;
    for (const CapturedFile *file : captured) {
        if (file->path == statusPath)
            statusFiles.push_back(file);
        else if (file->path == diversionsPath)
            diversions = readDiversions(file->content);
        else if (file->path.starts_with(infoFolder))
            lists[file->path.substr(infoFolder.size(), file->path.size() - infoFolder.size() - 5)].push_back(file);
    }
    // A package lives from the first status file that lists this version to the next one that does not.
    std::map<std::string, size_t> present;
    std::vector<FoundComponent> found;
    for (const CapturedFile *status : statusFiles) {
        std::set<std::string> seen;
        for (Record &record : readStatus(status->content)) {
            const std::string key = record.name + '\n' + record.architecture + '\n' + record.version;
            if (!seen.insert(key).second || present.contains(key))
                continue;
            record.component.layer = status->layer;
            record.component.purl = packageUrl(record.component, distribution);
            present[key] = found.size();
            std::vector<std::string> owned = ownedPaths(lists, record, status->layer);
            divert(owned, record.name, diversions);
            found.push_back({std::move(record.component), std::move(owned)});
        }
        std::erase_if(present, [&](const auto &item) {
            if (seen.contains(item.first))
                return false;
            found[item.second].component.hiddenBy = status->layer;
            return true;
        });
    }
    return {std::move(found), {}};
}

}  // namespace

std::unique_ptr<ComponentFinder> makeDpkgFinder()
{
    return std::make_unique<DpkgFinder>();
}

}  // namespace waybill
