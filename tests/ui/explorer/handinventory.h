// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/policy/finding.h"

namespace waybill::test {

/// An inventory from one line per entry: "LAYER KIND PATH [SIZE CLASS [EXPRESSION]]", KIND as in TextImage (d f l w).
/// Every class and expression that occurs becomes one judgement. Example: "0 f usr/bin/tool 1000 SC GPL-3.0-only".
std::shared_ptr<const Inventory> handInventory(const QString &lines);

/// One finding per judgement with a level for every scenario, by class code: {"SC", RiskLevel::High}.
Assessment handAssessment(const Inventory &inventory, const std::vector<std::pair<QString, RiskLevel>> &levels);

NodeId nodeAt(const Inventory &inventory, const char *path, int layer = -1);

}  // namespace waybill::test
