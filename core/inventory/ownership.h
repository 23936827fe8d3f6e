// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"
#include "core/tree/filetree.h"

#include <string>
#include <unordered_map>

namespace waybill {

/// Component of every node, from the paths that packages say they own. A version of a file belongs to the package version
/// that was installed when the file was written: of several claimants the latest one before the file, and the first finder's
/// among equals (the system's package manager before a language's). Paths are followed through symlinked folders (/bin ->
/// usr/bin).
class Ownership
{
public:
    Ownership(const FileTree &tree, std::span<const FoundComponent> found);

    ComponentId ownerOf(NodeId node) const { return m_owners[node.value]; }
    /// Gives files to a component, whoever had them.
    void assign(std::span<const NodeId> files, ComponentId component);
    /// Fills Component::partOf: the owner of the file that speaks of the component, where that is another one.
    void nameOwners(const FileTree &tree, std::span<Component> components) const;

private:
    void claimPaths(const FileTree &tree, size_t component, const FoundComponent &found);
    void claim(const FileTree &tree, NodeId node, size_t component, const Component &found);
    void claimFolders(const FileTree &tree, std::span<const FoundComponent> found);
    void adoptByteCode(const FileTree &tree);
    std::string resolvedFolder(const FileTree &tree, std::string_view folder);

    std::vector<ComponentId> m_owners;
    std::vector<int> m_claimLayers;  ///< per node: layer of the component that owns it so far
    std::unordered_map<std::string, std::string> m_folders;
};

}  // namespace waybill
