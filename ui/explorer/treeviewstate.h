// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

class QTreeView;

namespace waybill {

class FileTree;
class TreeModel;

/// Which folders are open and where the view is scrolled to, by path: it outlives the tree it was taken from.
class TreeViewState
{
public:
    static TreeViewState capture(const QTreeView &view, const TreeModel &model);
    void restore(QTreeView &view, const TreeModel &model) const;

private:
    /// A node as a step down from another place, so that a chain of open folders costs its names and not its paths.
    struct Place {
        int parent = -1;  ///< into m_places; -1 for the root
        std::string name;
        int layer = -1;
    };
    int keep(const FileTree &tree, NodeId node, int parent);
    int keepPath(const FileTree &tree, NodeId node);
    static NodeId find(const FileTree &tree, NodeId parent, const Place &place);
    std::vector<Place> m_places;  ///< parents before their children
    std::vector<int> m_open;      ///< into m_places
    int m_top = -1;               ///< the first row that can be seen
    int m_horizontal = 0;
};

}  // namespace waybill
