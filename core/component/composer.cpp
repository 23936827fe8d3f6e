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

constexpr qint64 databaseLimit = 64 << 20;

/// The packages of installed.json, of which version 1 is a list and version 2 an object.
std::vector<CapturedFile> shortDatabase(const QByteArray &content, bool cut)
{
    const QJsonDocument document = cut ? QJsonDocument() : QJsonDocument::fromJson(content);
    const QJsonArray packages
        = document.isArray() ? document.array() : document.object().value(QLatin1String("packages")).toArray();
    static constexpr std::array fields {"name", "version", "license", "homepage", "authors", "install-path", "source"};
    QJsonArray kept;
    for (const QJsonValue &value : packages) {
        const QJsonObject package = value.toObject();
        QJsonObject shortened;
        for (const char *field : fields) {
            const QJsonValue part = package.value(QLatin1String(field));
            if (!part.isUndefined())
                shortened[QLatin1String(field)] = part;
        }
        kept.append(shortened);
    }
    return {{{}, 0, QJsonDocument(kept).toJson(QJsonDocument::Compact), -1, document.isNull()}};
}

/// PHP packages: vendor/composer/installed.json.
class ComposerFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("composer"); }
    qint64 wants(const Entry &) const override { return 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        return entry.path.ends_with("/composer/installed.json") ? std::make_unique<WholeFileProbe>(databaseLimit, shortDatabase)
                                                                : nullptr;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FoundComponent packageOf(const CapturedFile &file, const QJsonObject &package, const FileTree &tree)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = jsonText(package, QLatin1String("name"));
    component.version = jsonText(package, QLatin1String("version"));
    component.kind = QStringLiteral("composer");
    component.finder = QStringLiteral("composer");
    component.layer = file.layer;
    component.metadataPath = file.path;
    component.hiddenBy = hiddenByOf(tree, file.path, file.layer);
    component.homePage = jsonText(package, QLatin1String("homepage"));
    component.supplier = jsonText(package.value(QLatin1String("authors")).toArray().first().toObject(), QLatin1String("name"));
    component.purl = PackageUrl {
        component.kind,
        {component.name.section(QLatin1Char('/'), 0, -2)},
        component.name.section(QLatin1Char('/'), -1),
        component.version,
        {},
        {}}.toString();
    const QJsonValue licence = package.value(QLatin1String("license"));
    declare(component, QStringLiteral("license"), licence.toString());
    for (const QJsonValue &one : licence.toArray())
        declare(component, QStringLiteral("license"), one.toString());
    const std::string_view database = folderOf(file.path);
    const QString place = jsonText(package, QLatin1String("install-path"));
    const std::string folder = place.isEmpty() ? resolvedPath(folderOf(database), component.name.toStdString())
                                               : resolvedPath(database, place.toStdString());
    if (!folder.empty()) {
        item.ownedFolders.push_back(folder);
        component.licencePaths = licenceFilesIn(tree, folder, file.layer);
    }
    return item;
}

FinderAnswer ComposerFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        if (file->cut)
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
        const QJsonArray packages = QJsonDocument::fromJson(file->content).array();
        for (const QJsonValue &package : packages) {
            FoundComponent item = packageOf(*file, package.toObject(), tree);
            if (!item.component.name.isEmpty() && !item.component.version.isEmpty())
                answer.components.push_back(std::move(item));
        }
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeComposerFinder()
{
    return std::make_unique<ComposerFinder>();
}

}  // namespace waybill
