// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"
#include "core/component/pythonmetadata.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr qint64 metadataLimit = 4 << 20;
constexpr qint64 recordLimit = 64 << 20;
constexpr qint64 listLimit = 1 << 20;

/// What a path is for a Python installation, by its last two parts.
enum class Role : quint8 { None, Metadata, LegacyFile, Record, InstalledFiles, TopLevel, VendorList };

Role roleOf(std::string_view path)
{
    const std::string_view name = baseNameOf(path);
    const std::string_view folder = folderOf(path);
    if (folder.ends_with(".dist-info")) {
        if (name == "METADATA")
            return Role::Metadata;
        return name == "RECORD" ? Role::Record : Role::None;
    }
    if (folder.ends_with(".egg-info") || baseNameOf(folder) == "EGG-INFO") {
        if (name == "PKG-INFO")
            return Role::Metadata;
        if (name == "installed-files.txt")
            return Role::InstalledFiles;
        return name == "top_level.txt" ? Role::TopLevel : Role::None;
    }
    if (name.ends_with(".egg-info"))
        return Role::LegacyFile;
    return (name == "vendor.txt" || name == "vendored.txt") && baseNameOf(folder).starts_with("_vendor") ? Role::VendorList
                                                                                                         : Role::None;
}

/// Copies inside another distribution belong to that one, and pip does not list them.
bool isVendored(std::string_view path)
{
    return path.find("/_vendor/") != std::string_view::npos || path.find("/_vendored/") != std::string_view::npos
        || path.find("/_bundled/") != std::string_view::npos;
}

/// Licence texts that lie in the metadata folder (PEP 639 and its forerunners).
void addLicenceTexts(const std::vector<std::string> &owned, std::string_view info, std::vector<std::string> &texts)
{
    static const QRegularExpression name(QStringLiteral("(licen[cs]e|copying|notice|eula|authors)"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (const std::string &path : owned) {
        if (!std::string_view(path).starts_with(info) || path.size() <= info.size())
            continue;
        const QString rest = QString::fromUtf8(path.c_str() + info.size());
        const bool named = rest.startsWith(QLatin1String("/licenses/")) || name.match(rest).hasMatch();
        if (named && std::find(texts.begin(), texts.end(), path) == texts.end())
            texts.push_back(path);
    }
}

/// Python distributions: dist-info folders of wheels, egg-info folders and files, eggs, and what others vendor.
class PythonFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("python"); }

    qint64 wants(const Entry &entry) const override
    {
        switch (roleOf(entry.path)) {
        case Role::Metadata:
        case Role::LegacyFile:
            return metadataLimit;
        case Role::TopLevel:
        case Role::VendorList:
            return listLimit;
        default:
            return 0;
        }
    }

    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        const Role role = roleOf(entry.path);
        return role == Role::Record || role == Role::InstalledFiles ? makePythonRecordProbe(recordLimit) : nullptr;
    }

    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

class Reading
{
public:
    Reading(std::span<const CapturedFile *const> captured, const FileTree &tree);
    FinderAnswer answer();

private:
    void readDistribution(const CapturedFile &file);
    void readVendorList(const CapturedFile &file);
    void addOwnership(FoundComponent &item, const CapturedFile &file) const;
    void addLicenceFiles(FoundComponent &item, const std::vector<std::string> &licenceFiles, std::string_view info) const;
    const CapturedFile *beside(const char *name, std::string_view info, int layer) const;

    const FileTree &m_tree;
    std::map<std::pair<std::string_view, int>, const CapturedFile *> m_byPath;
    std::vector<const CapturedFile *> m_metadata;
    std::vector<const CapturedFile *> m_vendorLists;
    FinderAnswer m_answer;
};

Reading::Reading(std::span<const CapturedFile *const> captured, const FileTree &tree) : m_tree(tree)
{
    for (const CapturedFile *file : captured) {
        m_byPath[{file->path, file->layer}] = file;
        const Role role = roleOf(file->path);
        if (role == Role::Metadata || role == Role::LegacyFile)
            m_metadata.push_back(file);
        else if (role == Role::VendorList)
            m_vendorLists.push_back(file);
    }
    // Outer distributions first: what two claim belongs to the one that brought it.
    std::stable_partition(m_metadata.begin(), m_metadata.end(), [](const CapturedFile *file) { return !isVendored(file->path); });
}

const CapturedFile *Reading::beside(const char *name, std::string_view info, int layer) const
{
    const std::string path = joinedPath(info, name);
    const auto found = m_byPath.find({path, layer});
    return found == m_byPath.end() ? nullptr : found->second;
}

void Reading::addOwnership(FoundComponent &item, const CapturedFile &file) const
{
    item.ownedPaths.push_back(file.path);
    const std::string_view info = folderOf(file.path);
    const std::string_view packages = folderOf(info);
    if (roleOf(file.path) == Role::LegacyFile)
        return;
    if (const CapturedFile *record = beside("RECORD", info, file.layer)) {
        std::vector<std::string> owned = readPythonRecord(record->content, packages);
        std::move(owned.begin(), owned.end(), std::back_inserter(item.ownedPaths));
        return;
    }
    item.ownedFolders.emplace_back(info);
    if (baseNameOf(info) == "EGG-INFO") {
        if (packages.ends_with(".egg"))
            item.ownedFolders.emplace_back(packages);
    } else if (const CapturedFile *installed = beside("installed-files.txt", info, file.layer)) {
        std::vector<std::string> owned = readPythonRecord(installed->content, info);
        std::move(owned.begin(), owned.end(), std::back_inserter(item.ownedPaths));
    } else if (const CapturedFile *top = beside("top_level.txt", info, file.layer)) {
        std::string_view rest = viewOf(top->content);
        std::string_view name;
        while (takeLine(rest, name)) {
            name = trimmedView(name);
            if (name.empty() || name.find('/') != std::string_view::npos || name == "..")
                continue;
            item.ownedFolders.push_back(joinedPath(packages, name));
            item.ownedPaths.push_back(joinedPath(packages, name) + ".py");
        }
    }
}

/// License-File fields are relative to dist-info/licenses by PEP 639 and to dist-info in older tools.
void Reading::addLicenceFiles(FoundComponent &item, const std::vector<std::string> &licenceFiles, std::string_view info) const
{
    for (const std::string &name : licenceFiles) {
        for (const char *folder : {"licenses", "license_files", "."}) {
            std::string path = resolvedPath(joinedPath(info, folder), name);
            if (path.empty() || m_tree.findAll(path).empty())
                continue;
            item.component.licencePaths.push_back(std::move(path));
            break;
        }
    }
    addLicenceTexts(item.ownedPaths, info, item.component.licencePaths);
}

void Reading::readDistribution(const CapturedFile &file)
{
    PythonMetadata metadata = readPythonMetadata(file);
    FoundComponent item {std::move(metadata.component), {}};
    if (item.component.name.isEmpty() || item.component.version.isEmpty() || file.cut) {
        m_answer.notes.push_back(noteOf("package-file-damaged", file, {}, false));
        if (item.component.name.isEmpty() || item.component.version.isEmpty())
            return;
    }
    item.component.hiddenBy = hiddenByOf(m_tree, file.path, file.layer);
    item.component.vendored = isVendored(file.path);
    addOwnership(item, file);
    addLicenceFiles(item, metadata.licenceFiles, folderOf(file.path));
    m_answer.components.push_back(std::move(item));
}

/// pip names what it vendors in a list; the copies themselves have no metadata.
void Reading::readVendorList(const CapturedFile &file)
{
    const std::string_view folder = folderOf(file.path);
    for (const auto &[name, version] : readPythonVendorList(file.content)) {
        FoundComponent item;
        Component &component = item.component;
        component.name = name;
        component.version = version;
        component.kind = QStringLiteral("pypi");
        component.finder = QStringLiteral("python");
        component.purl = PackageUrl {component.kind, {}, name, version, {}, {}}.toString();
        component.layer = file.layer;
        component.hiddenBy = hiddenByOf(m_tree, file.path, file.layer);
        component.metadataPath = file.path;
        component.vendored = true;
        // setuptools and others keep the metadata of some copies as well; the merge wants both at one place.
        const QString module = QString(name).toLower().replace(QLatin1Char('-'), QLatin1Char('_'));
        component.licencePaths = licenceFilesIn(m_tree, joinedPath(folder, module.toStdString()), file.layer);
        m_answer.components.push_back(std::move(item));
    }
}

FinderAnswer Reading::answer()
{
    for (const CapturedFile *file : m_metadata)
        readDistribution(*file);
    for (const CapturedFile *file : m_vendorLists)
        readVendorList(*file);
    return std::move(m_answer);
}

FinderAnswer PythonFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    return Reading(captured, tree).answer();
}

}  // namespace

std::unique_ptr<ComponentFinder> makePythonFinder()
{
    return std::make_unique<PythonFinder>();
}

}  // namespace waybill
