// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/sbomcomparison.h"
#include "core/inventory/trustreport.h"
#include "core/sbom/scannerreport.h"

#include <QJsonObject>

namespace waybill {

/// A bill of materials from outside the image with what the bytes say of it.
struct ComparedBill {
    QString file;
    SbomClaim claim;
    BillReconciled result;
};

/// Everything that the verb `trust` tells: resources/schema/trust.schema.json. `scans` may be empty: then the document says that
/// no scanner has looked, which is not the same as clean.
QJsonObject trustJson(const Inventory &inventory, const TrustReport &report, const std::vector<ScannerReport> &scans,
                      const std::vector<ComparedBill> &bills);
/// Findings and worst weights only, as part of another document.
QJsonObject trustPart(const TrustReport &report);

}  // namespace waybill
