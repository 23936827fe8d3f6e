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
    struct Place {
        std::string path;
        int layer = -1;
    };
    static Place placeOf(const FileTree &tree, NodeId node);
    static NodeId find(const FileTree &tree, const Place &place);
    std::vector<Place> m_open;
    Place m_top;
    int m_horizontal = 0;
};

}  // namespace waybill
