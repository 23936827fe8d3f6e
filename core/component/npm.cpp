// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"
#include "core/component/yarncache.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace waybill {

namespace {

constexpr qint64 manifestLimit = 2 << 20;
constexpr qsizetype textLimit = 4 << 10;
constexpr std::string_view modules = "node_modules/";
constexpr std::string_view manifestName = "/package.json";

/// Where the rest of the path begins when it lies in a folder that Debian's Node.js looks into beside node_modules: its
/// packages install there what other systems install with npm (usr/share/nodejs, usr/lib/nodejs, usr/lib/TRIPLET/nodejs).
size_t behindSystemFolder(std::string_view path)
{
    constexpr std::string_view folder = "nodejs/";
    for (const std::string_view parent : {"usr/share/", "usr/lib/"}) {
        if (!path.starts_with(parent))
            continue;
        size_t at = parent.size();
        if (parent == "usr/lib/" && !path.substr(at).starts_with(folder))
            at = path.find('/', at) + 1;  // npos + 1 is 0, where no such folder begins
        if (path.substr(at).starts_with(folder))
            return at + folder.size();
    }
    return std::string_view::npos;
}

/// "node_modules/name/package.json" or "node_modules/@scope/name/package.json" at the end of the path. Any deeper
/// package.json is a helper of the package that holds it, which npm does not count either. The layouts of pnpm
/// (node_modules/.pnpm/NAME@VERSION/node_modules/NAME) and of nested and bundled dependencies follow the same rule.
bool isInstalledManifest(std::string_view path)
{
    if (!path.ends_with(manifestName))
        return false;
    path.remove_suffix(manifestName.size());
    const size_t at = path.rfind(modules);
    const bool inModules = at != std::string_view::npos && (at == 0 || path[at - 1] == '/');
    const size_t start = inModules ? at + modules.size() : behindSystemFolder(path);
    if (start == std::string_view::npos)
        return false;
    const std::string_view name = path.substr(start);
    const size_t slash = name.find('/');
    if (name.empty() || name.starts_with('.'))
        return false;
    return name.starts_with('@') ? slash != std::string_view::npos && name.find('/', slash + 1) == std::string_view::npos
                                 : slash == std::string_view::npos;
}

/// A package.json outside of node_modules: the project itself when something was installed beside it.
bool mayBeProject(std::string_view path)
{
    return baseNameOf(path) == "package.json" && path.find(modules) == std::string_view::npos
        && behindSystemFolder(path) == std::string_view::npos;
}

/// A script library that a package of another kind carries with it: a package.json inside a Python package, in a Jupyter
/// extension or in Debian's folder of libraries for browsers. No package manager lists it, and it has terms of its own.
bool isCarriedCopy(std::string_view path)
{
    static constexpr std::array<std::string_view, 4> places {"/site-packages/", "/dist-packages/", "share/jupyter/labextensions/",
                                                             "usr/share/javascript/"};
    return mayBeProject(path) && std::any_of(places.begin(), places.end(), [path](std::string_view place) {
               return path.find(place) != std::string_view::npos;
           });
}

QJsonValue shortened(const QJsonValue &value)
{
    return value.isString() ? QJsonValue(value.toString().left(textLimit)) : value;
}

/// The few fields that count, so that a thousand manifests with their readme texts take little memory.
std::vector<CapturedFile> shortManifest(const QByteArray &content, bool cut)
{
    const auto object = cut ? std::nullopt : jsonObject(content);
    QJsonObject kept;
    if (object) {
        static constexpr std::array fields {"name", "version", "license", "licenses", "homepage", "author", "private"};
        for (const char *field : fields) {
            const QJsonValue value = object->value(QLatin1String(field));
            if (!value.isUndefined())
                kept[QLatin1String(field)] = shortened(value);
        }
    }
    QByteArray bytes = object ? QJsonDocument(kept).toJson(QJsonDocument::Compact) : QByteArray();
    if (bytes.size() > 16 * textLimit)
        bytes.clear();
    return {{{}, 0, bytes, -1, !object}};
}

/// Author is a text or an object with a name.
QString personOf(const QJsonValue &value)
{
    return value.isObject() ? jsonText(value.toObject(), QLatin1String("name")) : value.toString();
}

class NpmFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("npm"); }
    qint64 wants(const Entry &) const override { return 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        if (isYarnArchive(entry.path))
            return std::make_unique<YarnArchiveProbe>(entry.path,
                                                      [](const QByteArray &bytes) { return shortManifest(bytes, false); });
        if (!isInstalledManifest(entry.path) && !mayBeProject(entry.path))
            return nullptr;
        return std::make_unique<WholeFileProbe>(manifestLimit, shortManifest);
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

/// All forms that licence fields have had: a text, an object with a type, a list of either.
void declareLicence(Component &component, const QString &field, const QJsonValue &value, int depth = 0)
{
    constexpr size_t limit = 64;
    if (value.isString()) {
        declare(component, field, value.toString());
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QString type = jsonText(object, QLatin1String("type"));
        declare(component, field, type.isEmpty() ? jsonText(object, QLatin1String("name")) : type);
    } else if (value.isArray() && depth == 0) {
        for (const QJsonValue &item : value.toArray()) {
            if (component.declared.size() < limit)
                declareLicence(component, field, item, 1);
        }
    }
}

/// "SEE LICENSE IN <file>" points at a text inside the package.
void addNamedText(Component &component, std::string_view folder)
{
    static const QString phrase = QStringLiteral("SEE LICENSE IN ");
    for (const DeclaredLicence &declared : component.declared) {
        if (!declared.asWritten.startsWith(phrase, Qt::CaseInsensitive))
            continue;
        const std::string path = resolvedPath(folder, declared.asWritten.mid(phrase.size()).trimmed().toStdString());
        if (!path.empty()
            && std::find(component.licencePaths.begin(), component.licencePaths.end(), path) == component.licencePaths.end())
            component.licencePaths.insert(component.licencePaths.begin(), path);
    }
}

/// What package managers write beside the manifest of a project.
constexpr std::array lockFiles {"package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", ".pnp.cjs"};

bool hasInstalledParts(const FileTree &tree, std::string_view folder)
{
    if (!tree.findAll(joinedPath(folder, "node_modules")).empty())
        return true;
    for (const char *name : lockFiles) {
        if (!tree.findAll(joinedPath(folder, name)).empty())
            return true;
    }
    return false;
}

FoundComponent packageOf(const CapturedFile &file, const QJsonObject &manifest, const FileTree &tree)
{
    const std::string_view folder = folderOf(file.path);
    FoundComponent item;
    Component &component = item.component;
    component.metadataPath = file.path;
    component.layer = file.layer;
    component.name = jsonText(manifest, QLatin1String("name"));
    component.version = jsonText(manifest, QLatin1String("version"));
    component.finder = QStringLiteral("npm");
    component.supplier = personOf(manifest.value(QLatin1String("author")));
    component.homePage = jsonText(manifest, QLatin1String("homepage"));
    component.hiddenBy = hiddenByOf(tree, outerPath(file.path), file.layer);
    QStringList scope;
    QString plain = component.name;
    if (plain.startsWith(QLatin1Char('@')) && plain.contains(QLatin1Char('/'))) {
        scope = {plain.section(QLatin1Char('/'), 0, 0)};
        plain = plain.section(QLatin1Char('/'), 1);
    }
    component.purl = PackageUrl {QStringLiteral("npm"), scope, plain, component.version, {}, {}}.toString();
    for (const char *field : {"license", "licenses"})
        declareLicence(component, QString::fromLatin1(field), manifest.value(QLatin1String(field)));
    component.licencePaths = licenceFilesIn(tree, folder, file.layer);
    addNamedText(component, folder);
    return item;
}

/// The manifest and what package managers derive from it.
void addProjectFiles(FoundComponent &item, std::string_view folder)
{
    item.ownedPaths.push_back(item.component.metadataPath);
    for (const char *name : lockFiles)
        item.ownedPaths.push_back(joinedPath(folder, name));
    for (const char *name : {".pnp.loader.mjs", ".pnp.data.json"})
        item.ownedPaths.push_back(joinedPath(folder, name));
}

FinderAnswer NpmFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        if (file->path.ends_with("!/")) {
            if (!file->content.isEmpty())
                answer.notes.push_back(noteOf("archive-damaged", *file, QString::fromUtf8(file->content), false));
            continue;
        }
        const bool installed = isInstalledManifest(file->path);
        const std::string_view folder = folderOf(file->path);
        const bool project = !installed && hasInstalledParts(tree, folder);
        const bool copy = !installed && !project && isCarriedCopy(file->path);
        if (!installed && !project && !copy)
            continue;
        const auto manifest = jsonObject(file->content);
        if (!manifest) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        FoundComponent item = packageOf(*file, *manifest, tree);
        if (item.component.name.isEmpty() || item.component.version.isEmpty())
            continue;
        // What says that it is never to be published is a part of the package around it.
        if (copy && manifest->value(QLatin1String("private")).toBool())
            continue;
        item.component.kind = project ? QStringLiteral("project") : QStringLiteral("npm");
        // npm itself does not list what other packages put beside its folders.
        item.component.vendored = !project && file->path.find(modules) == std::string::npos;
        if (installed && isYarnArchive(outerPath(file->path)))
            item.ownedPaths.emplace_back(outerPath(file->path));
        else if (installed)
            item.ownedFolders.emplace_back(folder);
        else if (project)
            addProjectFiles(item, folder);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeNpmFinder()
{
    return std::make_unique<NpmFinder>();
}

}  // namespace waybill
