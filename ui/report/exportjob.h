// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/report/pdfreport.h"
#include "core/report/signature.h"

namespace waybill {

/// Everything that writing a report needs, as values: the job touches nothing of the window.
struct ExportRequest {
    Review review;
    std::shared_ptr<const Policy> policy;
    ReportOptions options;  ///< options.draft: no signature
    QString keyPath;
    QByteArray password;  ///< moved into the key reader, which wipes it
    SignOptions signing;
    QString target;
};

struct ExportResult {
    QString path;
    QString signer;                ///< empty for a draft
    PdfVerification verification;  ///< of the file as it lies on the disk
};

/// The pages alone, for the preview.
Result<QByteArray> previewReport(const ExportRequest &request, const CancelToken &cancel, Progress &progress);

/// Opens the key, writes, signs, saves under a new name and reads the file back. Until the last step nothing is on the disk.
/// Errors: those of the key, the pages and the signature; Usage when the target exists; AccessDenied, Io, NoSpace.
Result<ExportResult> exportReport(ExportRequest &request, const CancelToken &cancel, Progress &progress);

}  // namespace waybill
