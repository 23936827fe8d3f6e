// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/layercollector.h"

namespace waybill {

/// Joins what the layers gave to one inventory: tree, components, ownership, evidence, judgements. `partial` marks a result
/// that is not the last word. `attached` are bills of materials that lie beside the image. Pure; any thread.
std::shared_ptr<const Inventory> joinHarvests(const Image &image, const ScanKnowledge &knowledge, const ScanOptions &options,
                                              std::span<const LayerHarvest *const> harvests,
                                              std::span<const std::unique_ptr<ComponentFinder>> finders, bool partial,
                                              std::span<const SbomClaim> attached = {});

}  // namespace waybill
