// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"
#include "core/tree/filteredtree.h"
#include "ui/explorer/riskmap.h"
#include "ui/explorer/treeview.h"

namespace waybill {

/// Columns of the file tree; those from Decision on are hidden until the user asks for them.
enum class TreeColumn : quint8 { Name, Class, Licence, Risk, Size, Status, Layer, Component, Type, Mode, Ghosts, Files, Basis };
inline constexpr int treeColumnCount = 13;
inline constexpr int firstOptionalColumn = int(TreeColumn::Type);

/// The rows of the file panel: a FilteredTree in the order of a column, with the licence classes and the worst risk of what
/// is visible below every folder. Built off the UI thread, immutable afterwards.
class VisibleTree
{
public:
    struct Request {
        std::shared_ptr<const Inventory> inventory;
        TreeView view;
        TreeFilter filter;
        TreeOrder order;
        RiskMap risks;
        /// What is shown now, or nullptr: when only the order differs, its rows are not looked for again.
        std::shared_ptr<const VisibleTree> previous = {};
        /// Called from the building thread with what the filter found so far. May be empty.
        std::function<void(std::shared_ptr<const VisibleTree>)> onPartial = {};
        int partialMs = 200;
    };
    /// Errors: Usage when the filter's expression is not valid. A cancelled build gives an unfinished tree that nobody wants.
    static Result<std::shared_ptr<const VisibleTree>> build(const Request &request, const CancelToken &cancel);

    const std::shared_ptr<const Inventory> &inventory() const { return m_inventory; }
    const FileTree &tree() const { return m_rows->tree(); }
    const FilteredTree &rows() const { return *m_rows; }
    const TreeView &view() const { return m_rows->view(); }
    const TreeFilter &filter() const { return m_rows->filter(); }
    bool isPartial() const { return m_rows->isPartial(); }

    bool isVisible(NodeId node) const { return m_rows->isVisible(node); }
    int childCount(NodeId folder) const { return m_rows->childCount(folder); }
    NodeId child(NodeId folder, int row) const { return m_rows->child(folder, row); }
    int row(NodeId node) const { return m_rows->row(node); }
    qsizetype visibleCount() const { return m_rows->visibleCount(); }
    int matchCount() const { return m_rows->matchCount(); }
    bool isMatch(NodeId node) const { return m_rows->isMatch(node); }
    NodeId nextMatch(NodeId from, bool forward) const { return m_rows->nextMatch(from, forward); }

    /// Classes of the visible files below a folder.
    const FolderClasses &classes() const { return *m_classes; }
    /// What is visible below a folder.
    FolderSums sums(NodeId folder) const { return m_rows->sums(folder); }
    /// Worst level below every folder, by FileTree::folderOrdinal; noRisk where no visible file is.
    std::vector<quint8> folderRisks(const RiskMap &risks) const;
    /// The same for the risks that the tree was built with.
    const std::vector<quint8> &folderRisks() const { return m_folderRisks; }
    const RiskMap &risks() const { return m_risks; }
    static constexpr quint8 noRisk = 0xff;

private:
    using Classes = std::shared_ptr<const FolderClasses>;
    static std::shared_ptr<const VisibleTree> make(const Request &request, std::shared_ptr<const FilteredTree> rows,
                                                   Classes known, const CancelToken &cancel);
    bool hasRowsOf(const Request &request) const;
    std::vector<qint64> sortKeys(const Request &request) const;
    qint64 sortKey(TreeColumn column, NodeId id, std::span<const qint64> byJudgement) const;
    void fillKeys(const TreeOrder &order, std::span<const qint64> byJudgement, std::span<qint64> keys) const;

    std::shared_ptr<const Inventory> m_inventory;
    std::shared_ptr<const FilteredTree> m_rows;
    Classes m_classes;
    RiskMap m_risks;
    std::vector<quint8> m_folderRisks;
};

}  // namespace waybill
