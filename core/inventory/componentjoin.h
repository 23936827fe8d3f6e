// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/products.h"
#include "core/inventory/layercollector.h"
#include "core/inventory/ownership.h"

namespace waybill {

/// Asks all finders about the captured files and puts their answers together: what two finders saw at the same place becomes
/// one component with both sightings. Notes of the finders go to `notes`. Pure; any thread.
std::vector<FoundComponent> findComponents(std::span<const LayerHarvest *const> harvests,
                                           std::span<const std::unique_ptr<ComponentFinder>> finders, const FileTree &tree,
                                           std::vector<ImageNote> &notes);

/// Adds the products that no package manager brought to `found`, and gives them their files. Pure.
void addProducts(std::span<const LayerHarvest *const> harvests, const ProductRules &rules, const Inventory &inventory,
                 std::vector<FoundComponent> &found, Ownership &ownership);

/// One component for each package URL and metadata folder and life span; the first finder's wins, and learns what it lacks.
std::vector<FoundComponent> mergedDuplicates(std::vector<FoundComponent> found);

}  // namespace waybill
