// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

namespace waybill {

namespace {

constexpr qint64 listLimit = 32 << 20;

/// .NET packages of a published program: NAME.deps.json ("runtime configuration files", dotnet/sdk).
class DotnetFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("dotnet"); }
    qint64 wants(const Entry &entry) const override { return entry.path.ends_with(".deps.json") ? listLimit : 0; }
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

FinderAnswer DotnetFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
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
