// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/libraryneeds.h"

#include <algorithm>

namespace waybill {

namespace {

/// (file, name it needs) of every live ELF file, as far as the inventory holds ELF facts.
std::vector<std::pair<NodeId, std::string>> neededNames(const Inventory &)
{
    return {};
}

}  // namespace

LibraryNeeds::LibraryNeeds(const Inventory &inventory) : m_inventory(inventory)
{
    for (auto &[node, name] : neededNames(inventory)) {
        m_needs.push_back({node.value, name});
        m_providers.try_emplace(std::move(name));
    }
    if (m_needs.empty())
        return;
    const FileTree &tree = *inventory.tree;
    for (size_t i = 0; i < static_cast<size_t>(tree.size()); ++i) {
        const TreeNode &node = tree.node(NodeId(i));
        if (node.isGhost() || node.isFolder())
            continue;
        const auto found = m_providers.find(std::string(tree.name(NodeId(i))));
        if (found != m_providers.end())
            found->second.push_back(static_cast<quint32>(i));
    }
}

std::vector<LibraryNeeds::Broken> LibraryNeeds::broken(const NodeMarks &removed) const
{
    std::vector<Broken> result;
    for (const Need &need : m_needs) {
        if (removed[need.who])
            continue;
        const std::vector<quint32> &providers = m_providers.at(need.name);
        const auto gone = [&removed](quint32 node) { return removed[node]; };
        if (!providers.empty() && std::all_of(providers.begin(), providers.end(), gone))
            result.push_back({NodeId(need.who), need.name, NodeId(providers.front())});
    }
    return result;
}

}  // namespace waybill
