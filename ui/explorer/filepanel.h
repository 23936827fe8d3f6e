// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "ui/explorer/treemodel.h"
#include "ui/explorer/treeviewstate.h"

#include <QWidget>

class QLabel;
class QMenu;
class QTreeView;

namespace waybill {

class FilterBar;
class LocalKeys;
class Selection;
class Session;

/// The file tree with its filter. Trees are built in the background and swapped in whole; open folders, the selected file and
/// the place of the scroll bar stay.
class FilePanel : public QWidget
{
    Q_OBJECT
public:
    FilePanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    ~FilePanel() override;

    void setView(const TreeView &view);
    /// Puts the focus into the search field.
    void focusFilter();
    QTreeView *treeView() const { return m_tree; }

private:
    void build();
    void buildHeader();
    void buildKeys();
    void connectAll();
    void restoreSettings();
    void resetColumns();
    void saveColumns();

    void onInventoryChanged();
    void onAssessmentChanged();
    void onNodeSelected(NodeId node);
    void onCurrentChanged(const QModelIndex &current);
    void onActivated(const QModelIndex &index);
    void onContextMenu(const QPoint &position);
    void onHeaderMenu(const QPoint &position);
    void fillColumnMenu(QMenu &menu);
    void addCopies(QMenu &menu, const std::vector<NodeId> &nodes);
    void addWays(QMenu &menu, const std::vector<NodeId> &nodes);
    void showFinding(NodeId node);
    void extractSelected();
    void copyRows() const;
    void onScopeWanted(bool folder);
    void findScopeAgain(const Inventory *before);
    void onOrderWanted(TreeOrder order);
    void onFilterChanged();
    void onNoticeLink(const QString &link);

    void rebuild();
    void adopt(std::shared_ptr<const VisibleTree> tree);
    void adoptPartial(std::shared_ptr<const VisibleTree> tree, quint64 search);
    void openMatches();
    bool isCurrent() const;
    void reveal(NodeId node);
    void widenNames();
    void showNotice();
    void goToMatch(bool forward);
    std::vector<NodeId> selectedNodes() const;

    Session *m_session;
    Selection *m_selection;
    JobRunner m_jobs;
    TreeModel *m_model;
    QTreeView *m_tree = nullptr;
    FilterBar *m_filterBar = nullptr;
    QLabel *m_notice = nullptr;
    LocalKeys *m_keys = nullptr;
    quint64 m_search = 0;  ///< counts rebuilds: what an older one found so far is not wanted any more

    std::shared_ptr<const Inventory> m_inventory;
    RiskMap m_risks;
    TreeView m_view;
    TreeOrder m_order;
    TreeViewState m_state;
    TreeViewState m_beforeFilter;
    NodeId m_scope;           ///< folder that the filter looks in, or invalid
    std::string m_scopePath;  ///< of m_scope; outlives the tree
    NodeId m_hidden;          ///< selected elsewhere and not visible here
    bool m_widening = false;  ///< the name column grows by itself
    bool m_follow = true;     ///< false while a selection of ours is being told
};

}  // namespace waybill
