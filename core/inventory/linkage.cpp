// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/linkage.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace waybill {

namespace {

std::string_view folderOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// A run path entry as a folder of the image: $ORIGIN filled in, "." and ".." resolved, the leading slash dropped.
std::string runFolder(std::string_view entry, std::string_view origin)
{
    std::string text(entry);
    for (const std::string_view word : {"${ORIGIN}", "$ORIGIN"}) {
        if (const size_t at = text.find(word); at != std::string::npos)
            text.replace(at, word.size(), std::string(origin));
    }
    std::vector<std::string_view> parts;
    for (std::string_view rest = text; !rest.empty();) {
        const size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
    }
    std::string folder;
    for (const std::string_view part : parts)
        folder += (folder.empty() ? "" : "/") + std::string(part);
    return folder;
}

/// Folders of the run path in their order.
std::vector<std::string> runFoldersOf(const ElfFacts &elf, std::string_view origin)
{
    constexpr size_t mostFolders = 32;
    std::vector<std::string> folders;
    for (std::string_view rest = elf.runPath; !rest.empty() && folders.size() < mostFolders;) {
        const size_t colon = rest.find(':');
        folders.push_back(runFolder(rest.substr(0, colon), origin));
        rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
    return folders;
}

constexpr int afterRunPath = 1000;
constexpr int offPath = afterRunPath + 2;

/// How near a library's folder is to the one who asks: smaller is tried first by the loader.
int rankOf(std::string_view folder, const std::vector<std::string> &runFolders, std::string_view own)
{
    if (const auto found = std::find(runFolders.begin(), runFolders.end(), folder); found != runFolders.end())
        return static_cast<int>(found - runFolders.begin());
    if (folder == own)
        return afterRunPath;
    static constexpr std::array<std::string_view, 6> systemFolders {"lib",       "usr/lib",       "lib64",
                                                                    "usr/lib64", "usr/local/lib", "lib32"};
    for (const std::string_view system : systemFolders) {
        const bool below = folder.starts_with(system) && (folder.size() == system.size() || folder[system.size()] == '/');
        if (below && std::count(folder.begin(), folder.end(), '/') <= std::count(system.begin(), system.end(), '/') + 1)
            return afterRunPath + 1;
    }
    return offPath;
}

}  // namespace

bool Linkage::isOnPath(const ElfFacts &elf, std::string_view own, std::string_view folder)
{
    return rankOf(folder, runFoldersOf(elf, own), own) < offPath;
}

Linkage::Linkage(const Inventory &inventory)
    : m_uses(inventory.binaries.size()), m_usedBy(inventory.binaries.size()), m_unresolved(inventory.binaries.size())
{
    const FileTree &tree = *inventory.tree;
    std::unordered_map<std::string_view, std::vector<quint32>> byName;
    std::vector<std::string> folders;
    folders.reserve(inventory.binaries.size());
    for (size_t i = 0; i < inventory.binaries.size(); ++i) {
        const BinaryFile &binary = inventory.binaries[i];
        folders.emplace_back(folderOf(tree.path(binary.node)));
        if (binary.format != BinaryFormat::Elf)
            continue;
        const std::string_view name = tree.name(binary.node);
        byName[name].push_back(static_cast<quint32>(i));
        if (!binary.elf.soname.empty() && binary.elf.soname != name)
            byName[binary.elf.soname].push_back(static_cast<quint32>(i));
    }
    for (size_t i = 0; i < inventory.binaries.size(); ++i) {
        const ElfFacts &elf = inventory.binaries[i].elf;
        const TreeNode &asker = tree.node(inventory.binaries[i].node);
        const std::vector<std::string> runFolders = runFoldersOf(elf, folders[i]);
        for (const std::string &needed : elf.needed) {
            const auto found = byName.find(
                std::string_view(needed).substr(needed.rfind('/') == std::string::npos ? 0 : needed.rfind('/') + 1));
            quint32 best = NodeId::none;
            std::tuple<int, bool, int> bestRank;
            for (const quint32 other : found == byName.end() ? std::vector<quint32>() : found->second) {
                const ElfFacts &library = inventory.binaries[other].elf;
                const TreeNode &there = tree.node(inventory.binaries[other].node);
                if (library.machine != elf.machine || library.is64Bit != elf.is64Bit || other == i)
                    continue;
                // A live binary can only load what is live; a ghost what was there before it went.
                if (there.isGhost() && (!asker.isGhost() || there.hiddenBy < asker.layer))
                    continue;
                const std::tuple rank(rankOf(folders[other], runFolders, folders[i]), there.isGhost(), -int(there.layer));
                if (best == NodeId::none || rank < bestRank) {
                    best = other;
                    bestRank = rank;
                }
            }
            if (best == NodeId::none) {
                m_unresolved[i].push_back(needed);
            } else {
                m_uses[i].push_back(best);
                m_usedBy[best].push_back(static_cast<quint32>(i));
            }
        }
    }
}

}  // namespace waybill
