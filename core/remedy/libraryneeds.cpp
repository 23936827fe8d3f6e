// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/libraryneeds.h"

#include "core/inventory/linkage.h"

#include <algorithm>
#include <unordered_map>

namespace waybill {

namespace {

std::string folderOf(const FileTree &tree, NodeId node)
{
    const std::string path = tree.path(node);
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

bool isLiveElf(const Inventory &inventory, const BinaryFile &binary)
{
    return binary.format == BinaryFormat::Elf && !inventory.tree->node(binary.node).isGhost();
}

/// Files of a driver, and the stubs that stand for them when programs are linked: the machine brings its own driver when the
/// container starts, so nothing in the image is missed when these go. The vendor data names the group.
bool comesWithHost(const Inventory &inventory, NodeId node)
{
    const Judgement *judgement = inventory.judgement(node);
    return judgement
        && (judgement->right.group.startsWith(QLatin1String("driver")) || judgement->right.group == QLatin1String("stub"));
}

using Copies = std::unordered_map<std::string_view, std::vector<quint32>>;

/// Live libraries by soname; a need that one of them meets may be met by its copies too.
Copies copiesBySoname(const Inventory &inventory)
{
    Copies copies;
    for (size_t i = 0; i < inventory.binaries.size(); ++i) {
        const BinaryFile &binary = inventory.binaries[i];
        if (isLiveElf(inventory, binary) && !binary.elf.soname.empty())
            copies[binary.elf.soname].push_back(static_cast<quint32>(i));
    }
    return copies;
}

/// Copies of a library that the loader would take for `asker` if the one it takes were gone.
std::vector<quint32> othersFor(const Inventory &inventory, const Copies &copies, const BinaryFile &asker, quint32 taken)
{
    std::vector<quint32> others;
    const BinaryFile &library = inventory.binaries[taken];
    const auto found = copies.find(library.elf.soname);
    if (found == copies.end() || found->second.size() < 2)
        return others;
    const std::string own = folderOf(*inventory.tree, asker.node);
    // What only the configuration of the loader or a preload can have found may be found elsewhere as well.
    const bool byPath = Linkage::isOnPath(asker.elf, own, folderOf(*inventory.tree, library.node));
    for (const quint32 other : found->second) {
        const BinaryFile &copy = inventory.binaries[other];
        if (other == taken || copy.elf.machine != asker.elf.machine || copy.elf.is64Bit != asker.elf.is64Bit)
            continue;
        if (!byPath || Linkage::isOnPath(asker.elf, own, folderOf(*inventory.tree, copy.node)))
            others.push_back(copy.node.value);
    }
    return others;
}

}  // namespace

LibraryNeeds::LibraryNeeds(const Inventory &inventory)
{
    if (inventory.binaries.empty())
        return;
    const Linkage linkage(inventory);
    const Copies copies = copiesBySoname(inventory);
    for (size_t i = 0; i < inventory.binaries.size(); ++i) {
        const BinaryFile &binary = inventory.binaries[i];
        if (!isLiveElf(inventory, binary))
            continue;
        // Names are resolved in their order, the ones without an answer are listed apart.
        const std::vector<std::string> &unresolved = linkage.unresolved(i);
        std::span<const quint32> uses = linkage.uses(i);
        for (const std::string &name : binary.elf.needed) {
            if (uses.empty() || std::find(unresolved.begin(), unresolved.end(), name) != unresolved.end())
                continue;
            const quint32 library = uses.front();
            uses = uses.subspan(1);
            if (comesWithHost(inventory, inventory.binaries[library].node))
                continue;
            m_needs.push_back(
                {binary.node.value, inventory.binaries[library].node.value, othersFor(inventory, copies, binary, library), name});
        }
        if (binary.elf.interpreter.empty())
            continue;
        const NodeId interpreter = inventory.tree->resolveLive(binary.elf.interpreter);
        if (interpreter.isValid())
            m_needs.push_back({binary.node.value, interpreter.value, {}, binary.elf.interpreter});
    }
    for (size_t i = 0; i < m_needs.size(); ++i) {
        m_byProvider.emplace_back(m_needs[i].provider, static_cast<quint32>(i));
        for (const quint32 other : m_needs[i].others)
            m_byProvider.emplace_back(other, static_cast<quint32>(i));
    }
    std::sort(m_byProvider.begin(), m_byProvider.end());
}

std::vector<LibraryNeeds::Broken> LibraryNeeds::broken(const NodeMarks &removed) const
{
    std::vector<Broken> result;
    const auto gone = [&removed](quint32 node) { return removed[node]; };
    for (const Need &need : m_needs) {
        if (!gone(need.who) && gone(need.provider) && std::all_of(need.others.begin(), need.others.end(), gone))
            result.push_back({NodeId(need.who), need.name, NodeId(need.provider)});
    }
    return result;
}

std::vector<LibraryNeeds::Broken> LibraryNeeds::brokenBy(const std::vector<NodeId> &nodes, const NodeMarks &removed) const
{
    const auto gone = [&](quint32 node) { return removed[node] || std::binary_search(nodes.begin(), nodes.end(), NodeId(node)); };
    std::vector<quint32> touched;
    for (const NodeId node : nodes) {
        auto at = std::lower_bound(m_byProvider.begin(), m_byProvider.end(), std::pair(node.value, 0U));
        for (; at != m_byProvider.end() && at->first == node.value; ++at)
            touched.push_back(at->second);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    std::vector<Broken> result;
    for (const quint32 index : touched) {
        const Need &need = m_needs[index];
        if (!gone(need.who) && gone(need.provider) && std::all_of(need.others.begin(), need.others.end(), gone))
            result.push_back({NodeId(need.who), need.name, NodeId(need.provider)});
    }
    return result;
}

}  // namespace waybill
