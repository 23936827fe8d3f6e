// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/reducedinventory.h"

namespace waybill {

/// What has to go with a set of files so that nothing of them stays: every version of a path that is in the running image
/// (or the one below would come back), hard links to them (the same bytes under another name), symlinks that would point
/// nowhere, folders that would be left empty. Borrows the tree. One thread.
class RemovalSet
{
public:
    explicit RemovalSet(const FileTree &tree);

    void add(NodeId node);
    /// Adds what must go too; call once after the last add(), and again after more.
    void complete();

    bool contains(NodeId node) const { return m_removed[node.value]; }
    const NodeMarks &removed() const { return m_removed; }
    /// Folders that held removed files and hold nothing else; they go from every layer.
    const NodeMarks &emptied() const { return m_emptied; }
    /// Removed nodes in the order in which they came in.
    const std::vector<NodeId> &order() const { return m_order; }

private:
    void mark(quint32 node);
    void addVersions(NodeId node);
    void addLinks();
    void findEmptied();
    bool allGone(std::string_view path) const;
    const FileTree &m_tree;
    NodeMarks m_removed, m_emptied;
    std::vector<NodeId> m_order;
    std::vector<quint32> m_links;  ///< hard and symbolic links of the tree
    bool m_changed = false;
};

}  // namespace waybill
