// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/treeviewstate.h"

#include "ui/explorer/treemodel.h"

#include <QScrollBar>
#include <QTreeView>

namespace waybill {

TreeViewState::Place TreeViewState::placeOf(const FileTree &tree, NodeId node)
{
    return node.isValid() ? Place {tree.path(node), tree.node(node).layer} : Place {};
}

NodeId TreeViewState::find(const FileTree &tree, const Place &place)
{
    NodeId result;
    if (place.layer < 0)
        return result;
    for (const NodeId version : tree.findAll(place.path)) {
        result = version;
        if (tree.node(version).layer == place.layer)
            break;
    }
    return result;
}

TreeViewState TreeViewState::capture(const QTreeView &view, const TreeModel &model)
{
    TreeViewState state;
    if (!model.tree())
        return state;
    const FileTree &tree = model.tree()->tree();
    // Only open folders are entered, so this costs as much as the user has opened, not as much as the image holds.
    std::vector<QModelIndex> todo {QModelIndex()};
    while (!todo.empty()) {
        const QModelIndex folder = todo.back();
        todo.pop_back();
        for (int row = 0; row < model.rowCount(folder); ++row) {
            const QModelIndex index = model.index(row, 0, folder);
            if (!view.isExpanded(index))
                continue;
            state.m_open.push_back(placeOf(tree, model.node(index)));
            todo.push_back(index);
        }
    }
    const QModelIndex top = view.indexAt({2, 2});
    if (top.isValid() && view.verticalScrollBar()->value() > 0)
        state.m_top = placeOf(tree, model.node(top));
    state.m_horizontal = view.horizontalScrollBar()->value();
    return state;
}

void TreeViewState::restore(QTreeView &view, const TreeModel &model) const
{
    if (!model.tree())
        return;
    const FileTree &tree = model.tree()->tree();
    for (const Place &place : m_open) {
        const QModelIndex index = model.indexOf(find(tree, place));
        if (index.isValid())
            view.setExpanded(index, true);
    }
    const QModelIndex top = model.indexOf(find(tree, m_top));
    if (top.isValid())
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
    view.horizontalScrollBar()->setValue(m_horizontal);
}

}  // namespace waybill
