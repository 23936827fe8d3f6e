// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace waybill {

/// One hole that a scanner reports for one package.
struct ScannedHole {
    QString id;        ///< "CVE-2024-3094", "GHSA-..."
    QString severity;  ///< of the scanner, lower case: "critical", "high", "medium", "low", "negligible", "unknown"
    QString package;
    QString version;
    QString purl;
    QString fixed;  ///< versions that mend it, may be empty
    QString title;
    QString path;    ///< file that the scanner names, may be empty
    QString status;  ///< by a VEX statement: "not_affected", "fixed", "under_investigation", "affected"; else empty
    QString reason;  ///< its justification
    QString source;  ///< file or author of the statement

    /// A statement says that it does no harm here; it is shown and not counted.
    bool isDismissed() const { return status == QLatin1String("not_affected") || status == QLatin1String("fixed"); }
};

/// What somebody else's scanner says of an image. A claim with a tool and a date, never a fact of ours.
struct ScannerReport {
    QString tool;         ///< "Trivy", "Grype"
    QString toolVersion;  ///< may be empty
    QDateTime made;       ///< when it ran; invalid when it does not say
    QDateTime dataDate;   ///< of its vulnerability data; invalid when it does not say
    QString subject;      ///< what it looked at
    QStringList digests;  ///< image digests it names
    std::vector<ScannedHole> holes;
    bool complete = true;  ///< false: more entries than are read
};

/// One statement about one vulnerability (OpenVEX 0.2, CycloneDX VEX).
struct VexStatement {
    QString vulnerability;
    QStringList aliases;
    QStringList products;  ///< package URLs or identifiers; empty: every product of the document
    QString status;        ///< "not_affected", "affected", "fixed", "under_investigation"
    QString justification;
};

struct VexDocument {
    QString format;  ///< "OpenVEX", "CycloneDX VEX"
    QString author;
    QDateTime made;
    std::vector<VexStatement> statements;
    bool complete = true;
};

/// Reads the JSON of Trivy (schema 2) or Grype. Errors: Malformed, NotSupported (some other JSON), LimitExceeded (more than
/// maximalReportBytes). Bounded by the bytes; at most 1024 levels and 500 000 entries.
Result<ScannerReport> readScannerReport(const QByteArray &json);
/// Reads OpenVEX or a CycloneDX document with analyses. Errors as above.
Result<VexDocument> readVex(const QByteArray &json);
/// Marks what the statements speak about; the most specific statement wins, later ones over earlier ones.
void applyVex(ScannerReport &report, const VexDocument &vex, const QString &source);

/// Largest report or bill that is taken in.
inline constexpr qint64 maximalReportBytes = 256LL << 20;
/// The bytes of a file up to that size. Errors: NotFound, AccessDenied, LimitExceeded.
Result<QByteArray> readReportFile(const QString &path);

}  // namespace waybill
