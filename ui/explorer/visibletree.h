// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"
#include "core/inventory/folderclasses.h"
#include "ui/explorer/riskmap.h"
#include "ui/explorer/treeview.h"

namespace waybill {

/// Columns of the file tree.
enum class TreeColumn : quint8 { Name, Class, Licence, Risk, Size, Status, Layer, Component };
inline constexpr int treeColumnCount = 8;

/// What of a file tree is shown, and in which order: per folder the visible children, as one flat array. Because the
/// children of a node are neighbours in the tree, so are the visible ones here: every question of a model is answered in one
/// step. Built off the UI thread, immutable afterwards.
class VisibleTree
{
public:
    struct Request {
        std::shared_ptr<const Inventory> inventory;
        TreeView view;
        TreeFilter filter;
        TreeOrder order;
        RiskMap risks;  ///< used when ordered by risk
    };
    /// Errors: Usage when the filter's expression is not valid. A cancelled build gives an unfinished tree that nobody wants.
    static Result<std::shared_ptr<const VisibleTree>> build(const Request &request, const CancelToken &cancel);

    const std::shared_ptr<const Inventory> &inventory() const { return m_inventory; }
    const FileTree &tree() const { return *m_inventory->tree; }
    const TreeView &view() const { return m_view; }
    const TreeFilter &filter() const { return m_filter; }

    bool isVisible(NodeId node) const;
    int childCount(NodeId folder) const;
    NodeId child(NodeId folder, int row) const;
    int row(NodeId node) const;  ///< among the visible children of its parent
    /// Classes of the visible files below a folder.
    const FolderClasses &classes() const { return m_classes; }
    /// Worst level below every folder, by node; noRisk where no visible file is.
    std::vector<quint8> folderRisks(const RiskMap &risks) const;
    static constexpr quint8 noRisk = 0xff;

    qsizetype visibleCount() const { return static_cast<qsizetype>(m_shown.size()); }
    int matchCount() const { return m_matchCount; }
    bool isMatch(NodeId node) const { return !m_match.empty() && m_match[node.value]; }
    /// The match after (or before) a node in the order of the rows; wraps around. Invalid when nothing matches.
    NodeId nextMatch(NodeId from, bool forward) const;

private:
    bool passesView(const TreeNode &node) const;
    bool markMatches(const CancelToken &cancel, const class TreeMatcher &matcher);
    void markVisible(std::vector<quint8> &own, const CancelToken &cancel) const;
    void index(const std::vector<quint8> &visible);
    void sort(const Request &request, const CancelToken &cancel);
    std::vector<qint64> sortKeys(const Request &request) const;
    NodeId after(NodeId node) const;
    NodeId before(NodeId node) const;

    std::shared_ptr<const Inventory> m_inventory;
    TreeView m_view;
    TreeFilter m_filter;
    std::vector<quint32> m_rank;   ///< per node and one more: visible nodes before it
    std::vector<quint32> m_shown;  ///< visible nodes, folder by folder, each folder in its order
    std::vector<quint32> m_row;    ///< per node
    std::vector<quint8> m_match;   ///< per node; empty without a filter
    FolderClasses m_classes;
    int m_matchCount = 0;
};

}  // namespace waybill
