// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/rankedbits.h"
#include "core/base/result.h"
#include "core/tree/treeview.h"

#include <functional>
#include <memory>

namespace waybill {

/// What of a file tree is seen through a view and a filter: per folder the visible children, as one flat array. Because the
/// children of a node are neighbours in the tree, so are the visible ones here: every question of a list or tree of rows is
/// answered in one step. Costs 6 bytes per node, 10 in another order than that of the tree. Built in a job, immutable
/// afterwards; any thread.
class FilteredTree
{
public:
    /// Files apart, so that those who add up files need not look at the nodes.
    enum Counted : quint8 { NotCounted, CountedOther, CountedFile };
    using Partial = std::function<void(std::shared_ptr<const FilteredTree>)>;
    struct Request {
        std::shared_ptr<const FileTree> tree;
        TreeView view;
        TreeFilter filter;
        /// Called from the building thread with what was found so far, at most every `partialMs`. May be empty.
        Partial onPartial = {};
        int partialMs = 200;
    };
    /// Errors: Usage when the filter's expression is not valid. A cancelled build gives an unfinished tree that nobody wants.
    static Result<std::shared_ptr<const FilteredTree>> build(const Request &request, const CancelToken &cancel);

    /// The same rows in another order inside each folder: ascending `keys` (one per node of the tree), then the order of the
    /// tree. Empty keys: the order of the tree. nullptr when cancelled.
    std::shared_ptr<const FilteredTree> ordered(std::span<const qint64> keys, const CancelToken &cancel) const;

    const FileTree &tree() const { return *m_tree; }
    const std::shared_ptr<const FileTree> &sharedTree() const { return m_tree; }
    const TreeView &view() const { return m_view; }
    const TreeFilter &filter() const { return m_filter; }
    bool isPartial() const { return m_partial; }  ///< the filter is still looking

    bool isVisible(NodeId node) const { return m_visible.contains(node.value); }
    int childCount(NodeId folder) const
    {
        const TreeNode &node = m_tree->node(folder);
        return static_cast<int>(m_visible.rank(node.firstChild + node.childCount) - m_visible.rank(node.firstChild));
    }
    NodeId child(NodeId folder, int row) const
    {
        return NodeId(m_shown[m_visible.rank(m_tree->node(folder).firstChild) + static_cast<quint32>(row)]);
    }
    int row(NodeId node) const  ///< among its parent's visible children
    {
        if (!m_row.empty())
            return static_cast<int>(m_row[node.value]);
        const quint32 parent = m_tree->node(node).parent;
        if (parent == NodeId::none)
            return 0;
        return static_cast<int>(m_visible.rank(node.value) - m_visible.rank(m_tree->node(NodeId(parent)).firstChild));
    }
    /// Visible nodes, the root excluded: folder by folder, each folder in its order.
    std::span<const quint32> shown() const { return m_shown; }
    qsizetype visibleCount() const { return static_cast<qsizetype>(m_shown.size()); }

    /// One Counted per node: does it pass view and filter itself? Folders that are visible only as the way to others do not.
    std::span<const quint8> counted() const { return m_counted; }
    /// What lies visible below a folder. "Ghost" means gone in the state that the view shows.
    FolderSums sums(NodeId folder) const;

    int matchCount() const { return m_matchCount; }
    bool isMatch(NodeId node) const { return !m_match.empty() && m_match[node.value]; }
    /// The match after (or before) a node in the order of the rows; wraps around. Invalid when nothing matches.
    NodeId nextMatch(NodeId from, bool forward) const;

private:
    class Look;
    std::vector<quint8> withinMatches() const;
    void finish(const CancelToken &cancel);
    void addUp(std::vector<quint8> &filled, std::span<const quint32> folders);
    void list();
    void countMatches();
    NodeId after(NodeId node) const;
    NodeId before(NodeId node) const;

    std::shared_ptr<const FileTree> m_tree;
    TreeView m_view;
    TreeFilter m_filter;
    RankedBits m_visible;            ///< nodes; without the root, the invisible parent of the top rows
    std::vector<quint32> m_shown;    ///< visible nodes
    std::vector<quint32> m_row;      ///< per node; empty in the order of the tree
    std::vector<quint8> m_counted;   ///< per node; Counted
    std::vector<quint8> m_match;     ///< per node; empty without a filter
    std::vector<FolderSums> m_sums;  ///< by FileTree::folderOrdinal
    int m_matchCount = 0;
    bool m_partial = false;
};

}  // namespace waybill
