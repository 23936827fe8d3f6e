// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/ownership.h"

namespace waybill {

Ownership::Ownership(const FileTree &tree, std::span<const FoundComponent> found) : m_owners(static_cast<size_t>(tree.size()))
{
    for (size_t i = 0; i < found.size(); ++i)
        claim(tree, i, found[i]);
    adoptByteCode(tree);
}

std::string Ownership::resolvedFolder(const FileTree &tree, std::string_view folder)
{
    const auto known = m_folders.find(std::string(folder));
    if (known != m_folders.end())
        return known->second;
    const NodeId node = tree.resolveLive(folder);
    std::string path = node.isValid() && tree.node(node).isFolder() ? tree.path(node) : std::string(folder);
    m_folders.emplace(folder, path);
    return path;
}

void Ownership::claim(const FileTree &tree, size_t index, const FoundComponent &found)
{
    const Component &component = found.component;
    for (const std::string &path : found.ownedPaths) {
        std::vector<NodeId> versions = tree.findAll(path);
        if (versions.empty()) {
            const size_t slash = path.rfind('/');
            if (slash == std::string::npos)
                continue;
            const std::string folder = resolvedFolder(tree, std::string_view(path).substr(0, slash));
            versions = tree.findAll(folder.empty() ? path.substr(slash + 1) : folder + path.substr(slash));
        }
        for (const NodeId version : versions) {
            const TreeNode &node = tree.node(version);
            const bool installed = node.layer >= component.layer && (!component.isGhost() || node.layer < component.hiddenBy);
            if (!node.isFolder() && installed)
                m_owners[version.value] = ComponentId(index);
        }
    }
}

/// Byte code that Python wrote beside its source belongs to whoever owns the source, even when no RECORD lists it.
void Ownership::adoptByteCode(const FileTree &tree)
{
    constexpr std::string_view ending = ".pyc";
    for (size_t i = 1; i < m_owners.size(); ++i) {
        const NodeId id(i);
        if (m_owners[i].isValid() || tree.node(id).kind != EntryKind::File || !tree.name(id).ends_with(ending))
            continue;
        const NodeId folder(tree.node(id).parent);
        if (tree.name(folder) != "__pycache__")
            continue;
        const std::string_view name = tree.name(id);
        const std::string source = std::string(name.substr(0, name.find('.'))) + ".py";
        const std::string sourceFolder = tree.path(NodeId(tree.node(folder).parent));
        for (const NodeId candidate : tree.findAll(sourceFolder.empty() ? source : sourceFolder + '/' + source)) {
            if (m_owners[candidate.value].isValid()
                && (tree.node(candidate).layer <= tree.node(id).layer || !m_owners[i].isValid()))
                m_owners[i] = m_owners[candidate.value];
        }
    }
}

}  // namespace waybill
