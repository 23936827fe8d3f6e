// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QRegularExpression>

namespace waybill {

namespace {

constexpr qint64 specificationLimit = 1 << 20;

bool isSpecification(std::string_view path)
{
    if (!path.ends_with(".gemspec"))
        return false;
    std::string_view folder = folderOf(path);
    if (baseNameOf(folder) == "default")
        folder = folderOf(folder);
    return baseNameOf(folder) == "specifications";
}

/// The texts of one assignment: s.name = "rake".freeze, s.licenses = ["MIT".freeze, "Ruby"]. RubyGems writes these files itself,
/// one assignment per line.
QStringList assigned(const QString &text, const char *attribute)
{
    static const QRegularExpression quoted(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    const QRegularExpression line(QStringLiteral("^\\s*\\w+\\.%1\\s*=\\s*(.*)$").arg(QLatin1String(attribute)),
                                  QRegularExpression::MultilineOption);
    QStringList values;
    auto matches = quoted.globalMatch(line.match(text).captured(1));
    while (matches.hasNext() && values.size() < 32)
        values.append(matches.next().captured(1).replace(QLatin1String("\\\""), QLatin1String("\"")));
    return values;
}

/// Ruby gems: specifications/NAME-VERSION[-PLATFORM].gemspec.
class GemFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("gem"); }
    qint64 wants(const Entry &entry) const override { return isSpecification(entry.path) ? specificationLimit : 0; }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer GemFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const QString text = textOf(viewOf(file->content));
        FoundComponent item;
        Component &component = item.component;
        component.name = assigned(text, "name").value(0);
        component.version = assigned(text, "version").value(0);
        if (component.name.isEmpty() || component.version.isEmpty()) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        component.kind = QStringLiteral("gem");
        component.finder = QStringLiteral("gem");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.homePage = assigned(text, "homepage").value(0);
        component.supplier = assigned(text, "authors").join(QLatin1String(", "));
        const QString platform = assigned(text, "platform").value(0);
        component.purl = PackageUrl {
            component.kind,
            {},
            component.name,
            component.version,
            {{QStringLiteral("platform"), platform == QLatin1String("ruby") ? QString() : platform}},
            {}}.toString();
        for (const char *attribute : {"licenses", "license"}) {
            for (const QString &licence : assigned(text, attribute))
                declare(component, QString::fromLatin1(attribute), licence);
        }
        // specifications/x.gemspec stands beside gems/x/ and cache/x.gem.
        std::string_view root = folderOf(file->path);
        if (baseNameOf(root) == "default")
            root = folderOf(root);
        root = folderOf(root);
        const std::string_view stem = baseNameOf(file->path);
        const std::string full(stem.substr(0, stem.size() - std::string_view(".gemspec").size()));
        const std::string folder = joinedPath(root, "gems/" + full);
        item.ownedPaths.push_back(file->path);
        item.ownedPaths.push_back(joinedPath(root, "cache/" + full + ".gem"));
        item.ownedFolders.push_back(folder);
        component.licencePaths = licenceFilesIn(tree, folder, file->layer);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeGemFinder()
{
    return std::make_unique<GemFinder>();
}

}  // namespace waybill
