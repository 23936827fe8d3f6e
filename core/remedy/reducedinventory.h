// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill {

/// Nodes of a tree that are marked, one flag per node.
using NodeMarks = std::vector<bool>;

/// The facts of an image without the marked nodes: counts of judgements and components follow, ids and tree stay, so that
/// findings can be judged again without reading anything. Pure, any thread.
Inventory reducedInventory(const Inventory &inventory, const NodeMarks &removed);

}  // namespace waybill
