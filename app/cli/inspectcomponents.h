// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "core/inventory/inventory.h"

namespace waybill {

/// Packages and products as a table.
void printComponents(Terminal &terminal, const Inventory &inventory);
/// The byte ledger and the largest files that nothing explains.
void printUnexplained(Terminal &terminal, const Inventory &inventory);

}  // namespace waybill
