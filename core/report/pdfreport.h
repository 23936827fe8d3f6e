// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

namespace waybill {

/// Colours for the report; they come from ui/theme or the defaults of the command line, the engine has no taste.
struct ReportPalette {
    std::array<quint32, licenceClassCount> classRgb {};  ///< 0xRRGGBB by LicenceClass
    std::array<quint32, 6> riskRgb {};                   ///< by RiskLevel
};

struct ReportOptions {
    QString language = QStringLiteral("en");  ///< "en" or "zh_CN"
    QDateTime now;                            ///< time printed in the report, UTC
    QString preparedBy;
    bool draft = false;  ///< watermark on every page
    ReportPalette palette;
};

/// Writes the review as a PDF (A-1b base, review JSON attached) to memory. Needs a QGuiApplication; any thread.
/// Errors: Io, LimitExceeded, NotSupported (a script without an installed font is escaped, not an error).
Result<QByteArray> writePdfReport(const Review &review, const Policy &policy, const ReportOptions &options);

/// Light-theme colours, for the command line.
ReportPalette defaultReportPalette();

}  // namespace waybill
