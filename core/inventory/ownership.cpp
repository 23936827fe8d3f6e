// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/ownership.h"

#include "core/component/findertools.h"

namespace waybill {

Ownership::Ownership(const FileTree &tree, std::span<const FoundComponent> found)
    : m_owners(static_cast<size_t>(tree.size())), m_claimLayers(static_cast<size_t>(tree.size()), -1)
{
    for (size_t i = 0; i < found.size(); ++i)
        claimPaths(tree, i, found[i]);
    claimFolders(tree, found);
    adoptByteCode(tree);
    m_claimLayers = {};
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

void Ownership::claim(const FileTree &tree, NodeId id, size_t index, const Component &component)
{
    const TreeNode &node = tree.node(id);
    const bool installed = node.layer >= component.layer && (!component.isGhost() || node.layer < component.hiddenBy);
    if (!installed || component.layer <= m_claimLayers[id.value])
        return;
    m_owners[id.value] = ComponentId(index);
    m_claimLayers[id.value] = component.layer;
}

void Ownership::claimPaths(const FileTree &tree, size_t index, const FoundComponent &found)
{
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
            if (!tree.node(version).isFolder())
                claim(tree, version, index, found.component);
        }
    }
}

/// Nodes stand in breadth-first order, so a folder's claim is known before its children are looked at.
void Ownership::claimFolders(const FileTree &tree, std::span<const FoundComponent> found)
{
    std::unordered_map<quint32, std::vector<size_t>> claims;
    for (size_t i = 0; i < found.size(); ++i) {
        for (const std::string &folder : found[i].ownedFolders) {
            for (const NodeId node : tree.findAll(folder)) {
                if (tree.node(node).isFolder())
                    claims[node.value].push_back(i);
            }
        }
    }
    if (claims.empty())
        return;
    std::vector<quint32> nearest(static_cast<size_t>(tree.size()), NodeId::none);  // per node: folder with claims above it
    for (quint32 i = 1; i < nearest.size(); ++i) {
        const quint32 parent = tree.node(NodeId(i)).parent;
        nearest[i] = claims.contains(parent) ? parent : nearest[parent];
        if (nearest[i] == NodeId::none || m_owners[i].isValid() || tree.node(NodeId(i)).isFolder())
            continue;
        for (const size_t index : claims[nearest[i]])
            claim(tree, NodeId(i), index, found[index].component);
    }
}

void Ownership::assign(std::span<const NodeId> files, ComponentId component)
{
    for (const NodeId file : files)
        m_owners[file.value] = component;
}

void Ownership::nameOwners(const FileTree &tree, std::span<Component> components) const
{
    for (size_t i = 0; i < components.size(); ++i) {
        Component &component = components[i];
        if (component.partOf.isValid())
            continue;
        for (const NodeId node : tree.findAll(outerPath(component.metadataPath))) {
            const ComponentId owner = m_owners[node.value];
            if (tree.node(node).layer == component.layer && owner.isValid() && owner.value != i)
                component.partOf = owner;
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
