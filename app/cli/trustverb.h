// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/trustreport.h"

namespace waybill {

class Context;

/// What trust is judged from: an image read now, or the facts of a saved review, whose source is not at hand.
struct FactsOfTrust {
    std::shared_ptr<const Inventory> inventory;
    std::optional<std::vector<ImageListing>> listings;
    std::vector<AttachedSignature> signatures;
};
Result<FactsOfTrust> trustFacts(Context &context, const QString &path);

}  // namespace waybill
