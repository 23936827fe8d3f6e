// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/treeview.h"

#include <QMetaType>

namespace waybill {

/// Order inside each folder; column -1 is the order of the tree (folders first, then names).
struct TreeOrder {
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const TreeOrder &) const = default;
};

}  // namespace waybill

Q_DECLARE_METATYPE(waybill::TreeView)
