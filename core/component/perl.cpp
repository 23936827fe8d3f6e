// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QJsonArray>

#include <map>

namespace waybill {

namespace {

constexpr qint64 metadataLimit = 4 << 20;
constexpr qint64 listLimit = 8 << 20;

/// .meta/NAME-VERSION/{MYMETA,META,install}.json, written by cpanm and others beside the modules of an architecture.
bool isMetadata(std::string_view path)
{
    const std::string_view name = baseNameOf(path);
    return (name == "MYMETA.json" || name == "install.json") && baseNameOf(folderOf(folderOf(path))) == ".meta";
}

/// auto/Foo/Bar/.packlist below a library folder: the files of the distribution Foo-Bar.
bool isPackList(std::string_view path)
{
    return baseNameOf(path) == ".packlist" && path.find("/auto/") != std::string_view::npos;
}

/// CPAN's author of "A/AB/AUTHOR/Foo-1.tar.gz".
QString authorOf(const QString &pathName)
{
    const QStringList parts = pathName.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return parts.size() >= 4 ? parts.at(parts.size() - 2) : QString();
}

/// Perl distributions that were installed from CPAN.
class PerlFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("perl"); }
    qint64 wants(const Entry &entry) const override
    {
        return isMetadata(entry.path) ? metadataLimit : isPackList(entry.path) ? listLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

void addPackList(FoundComponent &item, std::span<const CapturedFile *const> captured)
{
    QString module = item.component.name;
    const std::string ending = "/auto/" + module.replace(QLatin1Char('-'), QLatin1Char('/')).toStdString() + "/.packlist";
    for (const CapturedFile *list : captured) {
        if (list->layer != item.component.layer || !list->path.ends_with(ending))
            continue;
        item.ownedPaths.push_back(list->path);
        std::string_view rest = viewOf(list->content);
        std::string_view line;
        while (takeLine(rest, line)) {
            // "path key=value ..." in newer lists.
            const std::string_view path = line.substr(0, line.find(" type="));
            if (std::string clean = resolvedPath({}, path); !clean.empty() && path.starts_with('/'))
                item.ownedPaths.push_back(std::move(clean));
        }
    }
}

FinderAnswer PerlFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    std::map<std::pair<std::string_view, int>, QString> authors;
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) == "install.json")
            authors[{folderOf(file->path), file->layer}]
                = authorOf(jsonText(jsonObject(file->content).value_or(QJsonObject()), QLatin1String("pathname")));
    }
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) != "MYMETA.json")
            continue;
        const auto metadata = jsonObject(file->content);
        if (!metadata) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        FoundComponent item;
        Component &component = item.component;
        component.name = jsonText(*metadata, QLatin1String("name"));
        component.version = jsonText(*metadata, QLatin1String("version"));
        if (component.name.isEmpty() || component.version.isEmpty())
            continue;
        component.kind = QStringLiteral("cpan");
        component.finder = QStringLiteral("perl");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.supplier = metadata->value(QLatin1String("author")).toArray().first().toString();
        const auto author = authors.find({folderOf(file->path), file->layer});
        const QString owner = author == authors.end() ? QString() : author->second;
        // The cpan type asks for an author; without one the distribution has no address there.
        component.purl = PackageUrl {
            owner.isEmpty() ? QStringLiteral("generic") : component.kind,
            {owner.toUpper()},
            component.name,
            component.version,
            {},
            {}}.toString();
        for (const QJsonValue &licence : metadata->value(QLatin1String("license")).toArray())
            declare(component, QStringLiteral("license"), licence.toString());
        item.ownedFolders.emplace_back(folderOf(file->path));
        addPackList(item, captured);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makePerlFinder()
{
    return std::make_unique<PerlFinder>();
}

}  // namespace waybill
