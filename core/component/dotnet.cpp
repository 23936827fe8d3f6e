// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QXmlStreamReader>

#include <map>

namespace waybill {

namespace {

constexpr qint64 listLimit = 32 << 20;

constexpr qint64 nuspecLimit = 1 << 20;
constexpr qsizetype textLimit = 2000;
constexpr int deepestElement = 50;

bool isNuspec(std::string_view path)
{
    return path.ends_with(".nuspec");
}

/// .NET packages: those of a published program by its NAME.deps.json ("runtime configuration files", dotnet/sdk), those of a
/// package folder by their NAME.nuspec (NuGet's nuspec reference), as in ~/.nuget/packages/NAME/VERSION/.
class DotnetFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("dotnet"); }
    qint64 wants(const Entry &entry) const override
    {
        return entry.path.ends_with(".deps.json") ? listLimit : isNuspec(entry.path) ? nuspecLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

/// Files that a library brings: assemblies lie flat beside the deps.json, others keep their path below it.
void addFiles(FoundComponent &item, const QJsonObject &library, std::string_view folder)
{
    for (const char *kind : {"runtime", "resources", "native", "runtimeTargets"}) {
        const QJsonObject files = library.value(QLatin1String(kind)).toObject();
        for (auto it = files.begin(); it != files.end(); ++it) {
            const std::string path = it.key().toStdString();
            for (const std::string_view written : {std::string_view(path), baseNameOf(path)}) {
                if (std::string clean = resolvedPath(folder, written); !clean.empty())
                    item.ownedPaths.push_back(std::move(clean));
            }
        }
    }
}

/// The fields of a nuspec's metadata element by name; "license" comes as "license:expression" or "license:file". Empty when it is
/// no nuspec or broken.
std::map<QString, QString> nuspecFields(const QByteArray &content)
{
    std::map<QString, QString> fields;
    QXmlStreamReader xml(content);
    int depth = 0;
    QString field;
    while (!xml.atEnd() && depth <= deepestElement) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            if ((depth == 1 && xml.name() != QLatin1String("package")) || (depth == 2 && xml.name() != QLatin1String("metadata")))
                return {};
            field = depth == 3 ? xml.name().toString() : QString();
            if (field == QLatin1String("license"))
                field += QLatin1Char(':') + xml.attributes().value(QLatin1String("type")).toString().left(textLimit);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            field.clear();
            if (depth == 1)
                return fields;  // files and other things may follow
            break;
        case QXmlStreamReader::Characters:
            if (!field.isEmpty() && fields.size() < 100)
                fields[field] = QString(fields[field] + xml.text()).left(textLimit);
            break;
        default:
            break;
        }
    }
    return {};
}

/// A package folder belongs to its package when it is named by the version, as NuGet lays it out.
void addPackage(const CapturedFile &file, const FileTree &tree, FinderAnswer &answer)
{
    auto fields = file.cut ? std::map<QString, QString>() : nuspecFields(file.content);
    FoundComponent item;
    Component &component = item.component;
    component.name = fields[QStringLiteral("id")].trimmed();
    component.version = fields[QStringLiteral("version")].trimmed();
    if (component.name.isEmpty() || component.version.isEmpty()) {
        answer.notes.push_back(noteOf("package-file-damaged", file, {}, false));
        return;
    }
    component.kind = QStringLiteral("nuget");
    component.finder = QStringLiteral("dotnet");
    component.layer = file.layer;
    component.metadataPath = file.path;
    component.hiddenBy = hiddenByOf(tree, file.path, file.layer);
    component.supplier = fields[QStringLiteral("authors")].trimmed();
    component.homePage = fields[QStringLiteral("projectUrl")].trimmed();
    component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
    const std::string_view folder = folderOf(file.path);
    declare(component, QStringLiteral("license"), fields[QStringLiteral("license:expression")].trimmed());
    // Beside an expression NuGet writes an address that only repeats it.
    if (component.declared.empty())
        declare(component, QStringLiteral("licenseUrl"), fields[QStringLiteral("licenseUrl")].trimmed());
    component.licencePaths = licenceFilesIn(tree, folder, file.layer);
    const std::string named = resolvedPath(
        folder, fields[QStringLiteral("license:file")].trimmed().replace(QLatin1Char('\\'), QLatin1Char('/')).toStdString());
    if (!fields[QStringLiteral("license:file")].isEmpty() && !named.empty())
        component.licencePaths.insert(component.licencePaths.begin(), named);
    if (textOf(baseNameOf(folder)).compare(component.version, Qt::CaseInsensitive) == 0)
        item.ownedFolders.emplace_back(folder);
    else
        item.ownedPaths.push_back(file.path);
    answer.components.push_back(std::move(item));
}

FinderAnswer DotnetFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        if (isNuspec(file->path)) {
            addPackage(*file, tree, answer);
            continue;
        }
        const auto list = file->cut ? std::nullopt : jsonObject(file->content);
        if (!list) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        const QJsonObject libraries = list->value(QLatin1String("libraries")).toObject();
        const QJsonObject targets = list->value(QLatin1String("targets")).toObject();
        for (auto it = libraries.begin(); it != libraries.end(); ++it) {
            const QString type = jsonText(it.value().toObject(), QLatin1String("type"));
            const qsizetype slash = it.key().indexOf(QLatin1Char('/'));
            if ((type != QLatin1String("package") && type != QLatin1String("runtimepack")) || slash <= 0)
                continue;
            FoundComponent item;
            Component &component = item.component;
            component.name = it.key().left(slash);
            component.version = it.key().mid(slash + 1);
            if (component.version.isEmpty())
                continue;
            component.kind = QStringLiteral("nuget");
            component.finder = QStringLiteral("dotnet");
            component.layer = file->layer;
            component.metadataPath = file->path;
            component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
            component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
            for (auto target = targets.begin(); target != targets.end(); ++target)
                addFiles(item, target.value().toObject().value(it.key()).toObject(), folderOf(file->path));
            answer.components.push_back(std::move(item));
        }
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeDotnetFinder()
{
    return std::make_unique<DotnetFinder>();
}

}  // namespace waybill
