// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <functional>

namespace waybill::bench {

/// Shape of a made-up image.
enum class Shape {
    Image,  ///< folders of about a hundred files, four levels deep, ten layers; every tenth file of a layer goes in the next
    Flat,   ///< one folder that holds every file
};

/// An inventory of about `entries` nodes with judgements of all classes. Always the same for the same arguments.
std::shared_ptr<const Inventory> syntheticInventory(Shape shape, int entries);

/// The tree alone. `stack` is handed each step of stacking the layers, to run and to measure it; making the entries is not
/// part of that.
std::shared_ptr<const FileTree> syntheticTree(Shape shape, int entries,
                                              const std::function<void(const std::function<void()> &)> &stack);

}  // namespace waybill::bench
