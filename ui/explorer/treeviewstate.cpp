// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/treeviewstate.h"

#include "ui/explorer/treemodel.h"

#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace waybill {

int TreeViewState::keep(const FileTree &tree, NodeId node, int parent)
{
    m_places.push_back({parent, std::string(tree.name(node)), tree.node(node).layer});
    return static_cast<int>(m_places.size()) - 1;
}

int TreeViewState::keepPath(const FileTree &tree, NodeId node)
{
    std::vector<NodeId> way;
    for (NodeId at = node; at.isValid() && at != tree.root(); at = NodeId(tree.node(at).parent))
        way.push_back(at);
    int place = -1;
    std::for_each(way.rbegin(), way.rend(), [&](NodeId step) { place = keep(tree, step, place); });
    return place;
}

/// The version of the same layer, else the newest.
NodeId TreeViewState::find(const FileTree &tree, NodeId parent, const Place &place)
{
    NodeId result;
    for (const NodeId version : tree.childrenNamed(parent, place.name)) {
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
    std::vector<std::pair<NodeId, int>> todo {{tree.root(), -1}};
    while (!todo.empty()) {
        const auto [folder, place] = todo.back();
        todo.pop_back();
        const TreeNode &node = tree.node(folder);
        for (quint32 child = node.firstChild; child < node.firstChild + node.childCount; ++child) {
            if (!tree.node(NodeId(child)).isFolder())
                break;  // folders come first
            if (!view.isExpanded(model.indexOf(NodeId(child))))
                continue;
            state.m_open.push_back(state.keep(tree, NodeId(child), place));
            todo.emplace_back(NodeId(child), state.m_open.back());
        }
    }
    const QModelIndex top = view.indexAt({2, 2});
    if (top.isValid() && view.verticalScrollBar()->value() > 0)
        state.m_top = state.keepPath(tree, model.node(top));
    state.m_horizontal = view.horizontalScrollBar()->value();
    return state;
}

void TreeViewState::restore(QTreeView &view, const TreeModel &model) const
{
    if (!model.tree())
        return;
    const FileTree &tree = model.tree()->tree();
    std::vector<NodeId> found(m_places.size());
    for (size_t i = 0; i < m_places.size(); ++i) {
        const NodeId parent = m_places[i].parent < 0 ? tree.root() : found[static_cast<size_t>(m_places[i].parent)];
        if (parent.isValid() && tree.node(parent).isFolder())
            found[i] = find(tree, parent, m_places[i]);
    }
    // From the inside out: a folder is laid out once, when the last one above it opens.
    for (auto place = m_open.rbegin(); place != m_open.rend(); ++place) {
        const QModelIndex index = model.indexOf(found[static_cast<size_t>(*place)]);
        if (index.isValid())
            view.setExpanded(index, true);
    }
    const QModelIndex top = m_top < 0 ? QModelIndex() : model.indexOf(found[static_cast<size_t>(m_top)]);
    if (top.isValid())
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
    view.horizontalScrollBar()->setValue(m_horizontal);
}

}  // namespace waybill
