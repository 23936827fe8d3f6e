// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/treeview.h"

#include <algorithm>

namespace waybill {

bool TreeView::shows(const TreeNode &node) const
{
    if (!ghosts && isGone(node))
        return false;
    const int brought = node.layer;
    switch (mode) {
    case Mode::FinalImage:
        return true;
    case Mode::UpToLayer:
        return brought <= layer;
    case Mode::ThisLayer:
        return brought == layer || std::find(alsoLayers.begin(), alsoLayers.end(), brought) != alsoLayers.end();
    }
    return false;
}

}  // namespace waybill
