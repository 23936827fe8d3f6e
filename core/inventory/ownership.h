// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"
#include "core/tree/filetree.h"

#include <string>
#include <unordered_map>

namespace waybill {

/// Component of every node, from the paths that packages say they own. A version of a file belongs to the package version
/// that was installed when the file was written. Paths are followed through symlinked folders (/bin -> usr/bin).
class Ownership
{
public:
    Ownership(const FileTree &tree, std::span<const FoundComponent> found);

    ComponentId ownerOf(NodeId node) const { return m_owners[node.value]; }

private:
    void claim(const FileTree &tree, size_t component, const FoundComponent &found);
    void adoptByteCode(const FileTree &tree);
    std::string resolvedFolder(const FileTree &tree, std::string_view folder);

    std::vector<ComponentId> m_owners;
    std::unordered_map<std::string, std::string> m_folders;
};

}  // namespace waybill
