// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace waybill {

namespace {

constexpr qint64 recordLimit = 64 << 20;

bool isInstalledRecord(std::string_view path)
{
    return path.ends_with(".json") && baseNameOf(folderOf(path)) == "conda-meta";
}

/// pkgs/NAME-VERSION-BUILD/info/index.json of the package cache.
bool isCachedRecord(std::string_view path)
{
    return path.ends_with("/info/index.json") && baseNameOf(folderOf(folderOf(folderOf(path)))) == "pkgs";
}

/// The fields that count; lists of files are most of a record and are kept without their checksums.
std::vector<CapturedFile> shortRecord(const QByteArray &content, bool cut)
{
    const auto object = cut ? std::nullopt : jsonObject(content);
    if (!object)
        return {{{}, 0, {}, -1, true}};
    static constexpr std::array fields {"name", "version", "build",          "channel", "subdir", "license",
                                        "fn",   "url",     "license_family", "files",   "depends"};
    QJsonObject kept;
    for (const char *field : fields) {
        const QJsonValue value = object->value(QLatin1String(field));
        if (!value.isUndefined())
            kept[QLatin1String(field)] = value;
    }
    return {{{}, 0, QJsonDocument(kept).toJson(QJsonDocument::Compact), -1, false}};
}

/// "conda-forge" of "https://conda.anaconda.org/conda-forge/linux-64", "main" of ".../pkgs/main".
QString channelOf(const QJsonObject &record)
{
    QStringList parts = jsonText(record, QLatin1String("channel")).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (!parts.isEmpty() && parts.last() == jsonText(record, QLatin1String("subdir")))
        parts.removeLast();
    return parts.isEmpty() ? QString() : parts.last();
}

QString archiveType(const QJsonObject &record)
{
    const QString file = jsonText(record, QLatin1String("fn"));
    return file.endsWith(QLatin1String(".conda"))  ? QStringLiteral("conda")
        : file.endsWith(QLatin1String(".tar.bz2")) ? QStringLiteral("tar.bz2")
                                                   : QString();
}

/// conda environments (conda-meta/*.json) and the package cache (pkgs/).
class CondaFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("conda"); }
    qint64 wants(const Entry &) const override { return 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        if (!isInstalledRecord(entry.path) && !isCachedRecord(entry.path))
            return nullptr;
        return std::make_unique<WholeFileProbe>(recordLimit, shortRecord);
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FoundComponent packageOf(const CapturedFile &file, const QJsonObject &record, const FileTree &tree)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = jsonText(record, QLatin1String("name"));
    component.version = jsonText(record, QLatin1String("version"));
    component.kind = QStringLiteral("conda");
    component.finder = QStringLiteral("conda");
    component.layer = file.layer;
    component.metadataPath = file.path;
    component.hiddenBy = hiddenByOf(tree, file.path, file.layer);
    component.supplier = channelOf(record);
    for (const QJsonValue &need : record.value(QLatin1String("depends")).toArray())
        component.depends.append(need.toString().section(QLatin1Char(' '), 0, 0));
    component.purl = PackageUrl {
        component.kind,
        {},
        component.name,
        component.version,
        {{QStringLiteral("build"), jsonText(record, QLatin1String("build"))},
         {QStringLiteral("channel"), channelOf(record)},
         {QStringLiteral("subdir"), jsonText(record, QLatin1String("subdir"))},
         {QStringLiteral("type"), archiveType(record)}},
        {}}.toString();
    declare(component, QStringLiteral("license"), jsonText(record, QLatin1String("license")));
    if (component.declared.empty())
        declare(component, QStringLiteral("license_family"), jsonText(record, QLatin1String("license_family")));
    return item;
}

FinderAnswer CondaFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const auto record = jsonObject(file->content);
        if (!record || file->cut) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        FoundComponent item = packageOf(*file, *record, tree);
        if (item.component.name.isEmpty() || item.component.version.isEmpty())
            continue;
        const std::string_view folder = folderOf(file->path);
        if (isInstalledRecord(file->path)) {
            const std::string_view environment = folderOf(folder);
            item.ownedPaths.push_back(file->path);
            for (const QJsonValue &path : record->value(QLatin1String("files")).toArray()) {
                if (std::string clean = resolvedPath(environment, path.toString().toStdString()); !clean.empty())
                    item.ownedPaths.push_back(std::move(clean));
            }
        } else {
            // What the cache holds is shipped, but conda does not list it as installed.
            const std::string package(folderOf(folder));
            item.component.vendored = true;
            item.component.licencePaths = licenceFilesIn(tree, joinedPath(folder, "licenses"), file->layer);
            item.ownedFolders.push_back(package);
            item.ownedPaths.push_back(package + ".conda");
            item.ownedPaths.push_back(package + ".tar.bz2");
        }
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeCondaFinder()
{
    return std::make_unique<CondaFinder>();
}

}  // namespace waybill
