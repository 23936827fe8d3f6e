// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/dpkgstatus.h"
#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <set>

namespace waybill {

namespace {

constexpr std::string_view statusPath = "var/lib/dpkg/status";
constexpr std::string_view statusFolder = "var/lib/dpkg/status.d/";
constexpr std::string_view infoFolder = "var/lib/dpkg/info/";
constexpr std::string_view diversionsPath = "var/lib/dpkg/diversions";
constexpr std::string_view sumsEnding = ".md5sums";
constexpr std::string_view listEnding = ".list";
constexpr qint64 statusLimit = 64 << 20;  // of the fields that are kept
constexpr qint64 listLimit = 32 << 20;
constexpr qint64 fragmentLimit = 1 << 20;

void divert(std::vector<std::string> &owned, const std::string &package, const DpkgDiversions &diversions)
{
    for (std::string &path : owned) {
        const auto found = diversions.find(path);
        if (found != diversions.end() && found->second.by != package)
            path = found->second.to;
    }
}

/// Debian packages from dpkg's database, with the layers that installed and removed them.
class DpkgFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("dpkg"); }

    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (speaksOfSystem(path))
            return fragmentLimit;
        if (!path.starts_with("var/lib/dpkg/"))
            return 0;
        if (path == diversionsPath)
            return listLimit;
        if (path.starts_with(statusFolder))
            return path.ends_with(sumsEnding) ? listLimit : fragmentLimit;
        return path.starts_with(infoFolder) && (path.ends_with(listEnding) || path.ends_with(sumsEnding)) ? listLimit : 0;
    }

    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        return entry.path == statusPath ? makeDpkgStatusProbe(statusLimit) : nullptr;
    }

    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

/// One reading of the database: files sorted by what they are.
class Reading
{
public:
    Reading(std::span<const CapturedFile *const> captured, const FileTree &tree) : m_tree(tree), m_os(osIdentityOf(captured))
    {
        for (const CapturedFile *file : captured)
            sort(*file);
    }
    FinderAnswer answer();

private:
    /// Files by package ("name" or "name:arch"), each with the layers that wrote one.
    using ByPackage = std::map<std::string, std::vector<const CapturedFile *>, std::less<>>;
    void sort(const CapturedFile &file);
    void readStatus(const CapturedFile &status, std::map<std::string, size_t> &present);
    void readFragment(const CapturedFile &fragment);
    void add(DpkgRecord record, const CapturedFile &file, std::vector<std::string> owned);
    static const CapturedFile *newest(const ByPackage &files, const DpkgRecord &record, int layer);
    std::vector<std::string> ownedPaths(const DpkgRecord &record, int layer) const;

    const FileTree &m_tree;
    OsIdentity m_os;
    ByPackage m_lists;
    ByPackage m_sums;
    std::vector<const CapturedFile *> m_statusFiles;
    std::vector<const CapturedFile *> m_fragments;
    std::map<std::pair<std::string_view, int>, const CapturedFile *> m_fragmentSums;
    DpkgDiversions m_diversions;
    FinderAnswer m_answer;
};

void Reading::sort(const CapturedFile &file)
{
    const std::string_view path = file.path;
    if (path == statusPath) {
        m_statusFiles.push_back(&file);
    } else if (path == diversionsPath) {
        m_diversions = readDpkgDiversions(file.content);
    } else if (path.starts_with(statusFolder)) {
        if (path.ends_with(sumsEnding))
            m_fragmentSums[{path.substr(0, path.size() - sumsEnding.size()), file.layer}] = &file;
        else
            m_fragments.push_back(&file);
    } else if (path.starts_with(infoFolder)) {
        const bool list = path.ends_with(listEnding);
        const std::string_view name = path.substr(infoFolder.size());
        const size_t ending = list ? listEnding.size() : sumsEnding.size();
        (list ? m_lists : m_sums)[std::string(name.substr(0, name.size() - ending))].push_back(&file);
    }
}

const CapturedFile *Reading::newest(const ByPackage &files, const DpkgRecord &record, int layer)
{
    for (const std::string &key : {record.name + ':' + record.architecture, record.name}) {
        const auto found = files.find(key);
        if (found == files.end())
            continue;
        const CapturedFile *best = found->second.front();
        for (const CapturedFile *file : found->second) {
            if (file->layer <= layer)
                best = file;
        }
        return best;
    }
    return nullptr;
}

/// The list says it all; where an image was thinned out, the digests still name the regular files.
std::vector<std::string> Reading::ownedPaths(const DpkgRecord &record, int layer) const
{
    std::vector<std::string> owned;
    if (const CapturedFile *list = newest(m_lists, record, layer))
        owned = readDpkgList(list->content);
    if (owned.empty()) {
        if (const CapturedFile *sums = newest(m_sums, record, layer))
            owned = readDpkgSums(sums->content);
    }
    divert(owned, record.name, m_diversions);
    return owned;
}

void Reading::add(DpkgRecord record, const CapturedFile &file, std::vector<std::string> owned)
{
    Component &component = record.component;
    component.layer = file.layer;
    component.metadataPath = file.path;
    component.purl = PackageUrl {
        QStringLiteral("deb"),
        {m_os.id.isEmpty() ? QStringLiteral("debian") : m_os.id},
        component.name,
        component.version,
        {{QStringLiteral("arch"), component.architecture},
         {QStringLiteral("distro"), m_os.versionId.isEmpty() ? QString() : m_os.distro()}},
        {}}.toString();
    m_answer.components.push_back({std::move(component), std::move(owned)});
}

/// A package lives from the first status file that lists this version to the next one that does not.
void Reading::readStatus(const CapturedFile &status, std::map<std::string, size_t> &present)
{
    int broken = 0;
    std::set<std::string> seen;
    for (DpkgRecord &record : readDpkgStatus(status.content, broken)) {
        std::string key = record.name + '\n' + record.architecture + '\n' + record.version;
        if (!seen.insert(key).second || present.contains(key))
            continue;
        present.emplace(std::move(key), m_answer.components.size());
        std::vector<std::string> owned = ownedPaths(record, status.layer);
        add(std::move(record), status, std::move(owned));
    }
    if (broken > 0 || status.cut)
        m_answer.notes.push_back(noteOf("package-data-damaged", status, QString::number(broken), true));
    // What a damaged file does not list may still be there.
    if (broken > 0 || status.cut)
        return;
    std::erase_if(present, [&](const auto &item) {
        if (seen.contains(item.first))
            return false;
        m_answer.components[item.second].component.hiddenBy = status.layer;
        return true;
    });
}

void Reading::readFragment(const CapturedFile &fragment)
{
    int broken = 0;
    std::vector<DpkgRecord> records = readDpkgStatus(fragment.content, broken);
    if (broken > 0 || fragment.cut)
        m_answer.notes.push_back(noteOf("package-file-damaged", fragment, {}, false));
    for (DpkgRecord &record : records) {
        std::vector<std::string> owned;
        if (const auto sums = m_fragmentSums.find({fragment.path, fragment.layer}); sums != m_fragmentSums.end()) {
            owned = readDpkgSums(sums->second->content);
            owned.push_back(sums->second->path);
        }
        // Files without a digest (links) and documentation stand under the package's own folder.
        owned.push_back(fragment.path);
        owned.push_back(record.component.licencePaths.front());
        add(std::move(record), fragment, std::move(owned));
        Component &added = m_answer.components.back().component;
        added.hiddenBy = hiddenByOf(m_tree, fragment.path, fragment.layer);
    }
}

FinderAnswer Reading::answer()
{
    std::map<std::string, size_t> present;
    for (const CapturedFile *status : m_statusFiles)
        readStatus(*status, present);
    // A layer that deletes the database removes no package: their files stay where they are.
    for (const CapturedFile *fragment : m_fragments)
        readFragment(*fragment);
    return std::move(m_answer);
}

FinderAnswer DpkgFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    return Reading(captured, tree).answer();
}

}  // namespace

std::unique_ptr<ComponentFinder> makeDpkgFinder()
{
    return std::make_unique<DpkgFinder>();
}

}  // namespace waybill
