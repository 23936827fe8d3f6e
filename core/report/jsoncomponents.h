// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/ledger.h"

#include <QJsonArray>
#include <QJsonObject>

namespace waybill::json {

/// Components with everything that is known of them; json::components() is the short form that reviews carry.
QJsonArray componentDetails(const Inventory &inventory);
/// Executables and libraries with what they ask for, what they hold, and how many ask for them.
QJsonArray binaries(const Inventory &inventory);
/// Which layers are the base, and how that is known.
QJsonObject base(const BaseImage &base);
/// Bills of materials inside the image, each part with what the bytes answer; at most 20 000 parts in all.
QJsonArray claims(const Inventory &inventory);
/// Sums by explanation, and the unexplained files in their order, at most `limit`.
QJsonObject ledger(const Inventory &inventory, size_t limit);

}  // namespace waybill::json
