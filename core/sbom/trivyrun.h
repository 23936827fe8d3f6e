// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/sbom/scannerreport.h"

namespace waybill {

struct TrivyOptions {
    QString program = QStringLiteral("trivy");  ///< found in PATH
    bool offline = false;                       ///< it then uses the data it has and asks nobody
    int secondsMost = 900;
};

/// Runs an installed Trivy on an image that lies in a file or folder and reads its report. Nothing of the image is run; the
/// process ends with the token or after `secondsMost`, and its output is bounded. Blocks; run it in a job. Errors: NotFound (no
/// such program), LimitExceeded (too slow or too much), Io (it failed; `cause` holds its last words, or "cancelled"), and those
/// of reading.
Result<ScannerReport> runTrivy(const QString &imagePath, const TrivyOptions &options, const CancelToken &cancel);

}  // namespace waybill
