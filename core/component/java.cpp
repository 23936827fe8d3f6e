// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/jarprobe.h"
#include "core/component/javametadata.h"
#include "core/component/purl.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr qint64 pomLimit = 1 << 20;

using Manifest = std::map<QString, QString>;

QString attribute(const Manifest &manifest, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const auto found = manifest.find(QString::fromLatin1(name));
        // Build tools leave placeholders where a property was not set.
        if (found != manifest.end() && !found->second.isEmpty() && !found->second.contains(QLatin1String("${")))
            return found->second;
    }
    return {};
}

/// Everything that was read of one archive.
struct Archive {
    const CapturedFile *manifest = nullptr;
    std::vector<const CapturedFile *> properties;
    std::vector<const CapturedFile *> poms;
    const CapturedFile *mark = nullptr;  ///< the archive's own record
};

/// Jars, wars and ears, what is shaded into them and what is nested in them.
class JavaFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("java"); }
    /// Poms of a repository on disk: they hold the licences that children inherit.
    qint64 wants(const Entry &entry) const override { return entry.path.ends_with(".pom") ? pomLimit : 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        return isJavaArchive(entry.path) ? std::make_unique<JarProbe>(entry.path) : nullptr;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

class Reading
{
public:
    Reading(std::span<const CapturedFile *const> captured, const FileTree &tree);
    FinderAnswer answer();

private:
    void readArchive(const std::string &path, const Archive &archive);
    void add(const MavenId &id, const std::string &archivePath, const CapturedFile &file, const Manifest &manifest, bool main);
    bool isMain(const MavenId &id, const Archive &archive, std::string_view archivePath) const;
    MavenId fromManifest(const Manifest &manifest, std::string_view archivePath) const;
    const Pom *licensedPom(const MavenId &id) const;

    const FileTree &m_tree;
    std::map<std::pair<int, std::string>, Archive> m_archives;
    std::map<QString, Pom> m_poms;  ///< by "group:artifact"
    FinderAnswer m_answer;
};

QString keyOf(const MavenId &id)
{
    return id.group + QLatin1Char(':') + id.artifact;
}

Reading::Reading(std::span<const CapturedFile *const> captured, const FileTree &tree) : m_tree(tree)
{
    for (const CapturedFile *file : captured) {
        const size_t inner = file->path.rfind("!/");
        if (inner == std::string::npos) {
            // A pom beside the jars; one that is damaged costs a licence, not a package.
            if (Pom pom = readPom(file->content); pom.valid)
                m_poms.try_emplace(keyOf(pom.id), std::move(pom));
            continue;
        }
        Archive &archive = m_archives[{file->layer, file->path.substr(0, inner)}];
        const std::string_view name = std::string_view(file->path).substr(inner + 2);
        if (name.empty()) {
            archive.mark = file;
        } else if (name.ends_with("MANIFEST.MF")) {
            archive.manifest = file;
        } else if (name.ends_with(".properties")) {
            archive.properties.push_back(file);
        } else {
            archive.poms.push_back(file);
            if (Pom pom = readPom(file->content); pom.valid)
                m_poms.try_emplace(keyOf(pom.id), std::move(pom));
            else
                m_answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
        }
    }
}

/// Licences are inherited: a pom without any takes those of its parent, as far as the image holds it.
const Pom *Reading::licensedPom(const MavenId &id) const
{
    constexpr int generations = 8;
    auto found = m_poms.find(keyOf(id));
    for (int i = 0; i < generations && found != m_poms.end() && found->second.licences.isEmpty(); ++i)
        found = m_poms.find(keyOf(found->second.parent));
    return found == m_poms.end() ? nullptr : &found->second;
}

bool Reading::isMain(const MavenId &id, const Archive &archive, std::string_view archivePath) const
{
    return archive.properties.size() + archive.poms.size() <= 2 && archive.properties.size() <= 1
        ? true
        : splitJarName(baseNameOf(archivePath)).first == id.artifact
            || textOf(baseNameOf(archivePath)).startsWith(id.artifact + QLatin1Char('-') + id.version);
}

/// A jar without Maven's files: its manifest, and its name for what that does not say.
MavenId Reading::fromManifest(const Manifest &manifest, std::string_view archivePath) const
{
    const auto [name, version] = splitJarName(baseNameOf(archivePath));
    MavenId id;
    id.version = version;
    if (id.version.isEmpty())
        id.version = attribute(manifest, {"implementation-version", "bundle-version", "specification-version", "plugin-version"});
    id.artifact = name;
    const QString symbolic = attribute(manifest, {"bundle-symbolicname"}).section(QLatin1Char(';'), 0, 0);
    id.group = attribute(manifest, {"implementation-vendor-id", "group-id"});
    if (id.group.isEmpty() && symbolic.contains(QLatin1Char('.')))
        id.group = symbolic.section(QLatin1Char('.'), 0, -2);
    // Maven's purl type asks for a group; where nobody says one the name stands for it, as others do.
    if (id.group.isEmpty() || id.group.contains(QLatin1Char(' ')))
        id.group = name;
    return id;
}

void Reading::add(const MavenId &id, const std::string &archivePath, const CapturedFile &file, const Manifest &manifest,
                  bool main)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = id.artifact;
    component.version = id.version;
    component.kind = QStringLiteral("maven");
    component.finder = QStringLiteral("java");
    component.purl = PackageUrl {component.kind, id.group.split(QLatin1Char('/')), id.artifact, id.version, {}, {}}.toString();
    component.layer = file.layer;
    component.metadataPath = file.path;
    const std::string outer(outerPath(file.path));
    component.hiddenBy = hiddenByOf(m_tree, outer, file.layer);
    component.vendored = !main;
    if (const Pom *pom = licensedPom(id)) {
        for (const QString &licence : pom->licences)
            declare(component, QStringLiteral("pom.xml"), licence);
        component.homePage = pom->homePage;
        component.supplier = pom->supplier;
    }
    if (main) {
        declare(component, QStringLiteral("Bundle-License"), attribute(manifest, {"bundle-license"}));
        if (component.supplier.isEmpty())
            component.supplier = attribute(manifest, {"implementation-vendor", "bundle-vendor", "specification-vendor"});
        if (component.homePage.isEmpty())
            component.homePage = attribute(manifest, {"implementation-url", "bundle-docurl"});
        if (archivePath == outer)
            item.ownedPaths.push_back(outer);
    }
    m_answer.components.push_back(std::move(item));
}

void Reading::readArchive(const std::string &path, const Archive &archive)
{
    const Manifest manifest = archive.manifest ? readManifest(archive.manifest->content) : Manifest();
    if (archive.mark && archive.mark->cut)
        m_answer.notes.push_back(noteOf("archive-damaged", *archive.mark, QString::fromLatin1(archive.mark->content), false));
    std::vector<std::pair<MavenId, const CapturedFile *>> found;
    const auto learn = [&found](const MavenId &id, const CapturedFile *file) {
        const bool known = std::any_of(found.begin(), found.end(), [&id](const auto &item) {
            return item.first.group == id.group && item.first.artifact == id.artifact;
        });
        if (id.isComplete() && !known && !id.version.contains(QLatin1String("${")))
            found.emplace_back(id, file);
    };
    for (const CapturedFile *file : archive.properties)
        learn(readPomProperties(file->content), file);
    for (const CapturedFile *file : archive.poms)
        learn(readPom(file->content).id, file);
    bool hasMain = false;
    for (const auto &[id, file] : found) {
        const bool main = !hasMain && isMain(id, archive, path);
        hasMain = hasMain || main;
        add(id, path, *file, manifest, main);
    }
    const CapturedFile *file = archive.manifest ? archive.manifest : archive.mark;
    if (hasMain || !file)
        return;
    const MavenId id = fromManifest(manifest, path);
    if (id.isComplete())
        add(id, path, *file, manifest, true);
}

FinderAnswer Reading::answer()
{
    for (const auto &[place, archive] : m_archives)
        readArchive(place.second, archive);
    return std::move(m_answer);
}

FinderAnswer JavaFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    return Reading(captured, tree).answer();
}

}  // namespace

std::unique_ptr<ComponentFinder> makeJavaFinder()
{
    return std::make_unique<JavaFinder>();
}

}  // namespace waybill
