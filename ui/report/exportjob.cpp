// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/exportjob.h"

#include "core/report/reportlanguage.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace waybill {

namespace {

Result<QByteArray> write(const ExportRequest &request, Progress &progress)
{
    progress.stage = Stage::WritingReport;
    const ReportLanguage::Use language(request.options.language);
    return writePdfReport(request.review, *request.policy, request.options);
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    // Never over an existing file: what was signed once must not disappear under a newer export.
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Usage, path, QStringLiteral("a file of this name exists"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::AccessDenied, path, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        const qint64 room = QStorageInfo(QFileInfo(path).path()).bytesAvailable();
        return fail(room >= 0 && room < bytes.size() ? ErrorKind::NoSpace : ErrorKind::Io, path, file.errorString());
    }
    return {};
}

tl::unexpected<Error> stopped(const QString &path)
{
    return fail(ErrorKind::Usage, path, QStringLiteral("cancelled"));
}

}  // namespace

Result<QByteArray> previewReport(const ExportRequest &request, const CancelToken &, Progress &progress)
{
    return write(request, progress);
}

Result<ExportResult> exportReport(ExportRequest &request, const CancelToken &cancel, Progress &progress)
{
    ExportResult result;
    result.path = request.target;
    std::optional<SigningKey> key;
    if (!request.options.draft) {
        // The key comes first: a wrong password is told before any time is spent on pages.
        progress.stage = Stage::Signing;
        Result<SigningKey> opened = SigningKey::open({request.keyPath, {}}, std::move(request.password), request.options.now);
        if (!opened)
            return tl::unexpected(opened.error());
        key = std::move(*opened);
        result.signer = key->subjectName();
    }
    Result<QByteArray> pdf = write(request, progress);
    if (!pdf)
        return tl::unexpected(pdf.error());
    if (key) {
        progress.stage = Stage::Signing;
        pdf = signPdf(*pdf, *key, request.signing);
        if (!pdf)
            return tl::unexpected(pdf.error());
    }
    if (cancel.isCancelled())
        return stopped(request.target);
    progress.stage = Stage::Saving;
    const Result<void> saved = save(request.target, *pdf);
    if (!saved)
        return tl::unexpected(saved.error());
    Result<PdfVerification> check = verifyPdf(request.target);
    if (!check)
        return tl::unexpected(check.error());
    result.verification = std::move(*check);
    return result;
}

}  // namespace waybill
