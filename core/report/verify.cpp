// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/pdfsignatures.h"
#include "core/report/revisiondiff.h"

#include <QFile>
#include <QFileInfo>

namespace waybill {

namespace {

constexpr qint64 largestPdf = 1LL << 30;

Result<QByteArray> readPdf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, path);
    if (QFileInfo(path).isDir())
        return fail(ErrorKind::NotAnImage, path, QStringLiteral("a folder"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::AccessDenied, path, file.errorString());
    if (file.size() > largestPdf)
        return fail(ErrorKind::LimitExceeded, path, QStringLiteral("larger than %1 bytes").arg(largestPdf));
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Io, path, file.errorString());
    if (!bytes.left(1024).contains("%PDF-"))
        return fail(ErrorKind::NotAnImage, path, QStringLiteral("no PDF header"));
    return bytes;
}

/// Words that only a signed PDF contains; they tell that a signature was there when the structure no longer shows it.
bool hasTraces(const QByteArray &bytes)
{
    return bytes.contains("/ByteRange") || bytes.contains("/ETSI.CAdES.detached") || bytes.contains("/adbe.pkcs7");
}

/// Digits of one case only: a producer never mixes them, and the value alone would not show such a change.
bool isCleanHex(QByteArrayView digits)
{
    bool upper = false;
    bool lower = false;
    for (char c : digits) {
        const bool digit = c >= '0' && c <= '9';
        const bool isLower = c >= 'a' && c <= 'f';
        const bool isUpper = c >= 'A' && c <= 'F';
        if (!digit && !isLower && !isUpper)
            return false;
        lower = lower || isLower;
        upper = upper || isUpper;
    }
    return digits.size() % 2 == 0 && !(upper && lower);
}

/// Empty when the two ranges cover everything but exactly this signature's own hex string, else what is wrong.
QString rangeFault(const SignatureObject &signature, QByteArrayView file)
{
    if (!signature.inField)
        return QStringLiteral("no form field shows this signature");
    if (!signature.hasRange)
        return QStringLiteral("/ByteRange is not four integers");
    const auto [start, length, next, rest] = signature.range;
    if (start != 0 || length <= 0 || next <= length + 1 || next >= file.size() || rest <= 0 || rest > file.size() - next)
        return QStringLiteral("/ByteRange lies outside the file or overlaps");
    const QByteArrayView gap = file.sliced(length, next - length);
    if (gap.front() != '<' || gap.back() != '>' || !isCleanHex(gap.sliced(1, gap.size() - 2)))
        return QStringLiteral("/ByteRange leaves out more than the signature");
    const QByteArray own = QByteArray::fromHex(gap.sliced(1, gap.size() - 2).toByteArray());
    if (own.toStdString() != signature.contents)
        return QStringLiteral("/ByteRange leaves out another string than this signature");
    return {};
}

void checkOne(const SignatureObject &signature, QByteArrayView file, X509_STORE *trust, SignatureCheck &check)
{
    check.subFilter = signature.subFilter;
    check.claimedTime = signature.claimedTime;
    const QString fault = rangeFault(signature, file);
    if (!fault.isEmpty()) {
        check.integrity = Integrity::Changed;
        check.detail = fault;
        return;
    }
    const auto [start, length, next, rest] = signature.range;
    check.coversWholeFile = signature.end() == file.size();
    checkCms(QByteArrayView(signature.contents.data(), static_cast<qsizetype>(signature.contents.size())), file.first(length),
             file.sliced(next, rest), trust, check);
    if (check.integrity != Integrity::Unchanged || check.coversWholeFile)
        return;
    const QString update = forbiddenUpdate(file.first(signature.end()), file, signature.docMdp);
    if (!update.isEmpty()) {
        check.integrity = Integrity::Changed;
        check.detail = check.detail.isEmpty() ? update : QString(update % QLatin1String("; ") % check.detail);
    }
}

Integrity worst(const std::vector<SignatureCheck> &checks)
{
    Integrity out = checks.empty() ? Integrity::NotSigned : Integrity::Unchanged;
    for (const SignatureCheck &check : checks) {
        if (check.integrity == Integrity::Changed || (check.integrity == Integrity::Unreadable && out == Integrity::Unchanged))
            out = check.integrity;
    }
    return out;
}

void lowerAll(PdfVerification &result, const QString &detail)
{
    for (SignatureCheck &check : result.signatures) {
        if (check.integrity == Integrity::Unchanged)
            check.integrity = Integrity::Changed;
        check.detail = check.detail.isEmpty() ? detail : QString(detail % QLatin1String("; ") % check.detail);
    }
}

void inspect(QPDF &pdf, const QByteArray &bytes, X509_STORE *trust, PdfVerification &result)
{
    const std::vector<SignatureObject> signatures = findSignatures(pdf);
    for (const SignatureObject &signature : signatures) {
        SignatureCheck check;
        checkOne(signature, bytes, trust, check);
        result.signatures.push_back(check);
    }
    // The last signature must reach the end, or what follows it must be harmless: checkOne has compared that already.
    result.integrity = worst(result.signatures);
    if (result.signatures.empty() && hasTraces(bytes))
        result.integrity = Integrity::Unreadable;
}

/// A file that opens only after repair may look different in every viewer; no signature on it counts.
Result<PdfVerification> inspectRepaired(const QString &path, const QByteArray &bytes, X509_STORE *trust, const QString &cause)
{
    PdfVerification result;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("pdf", bytes.constData(), static_cast<size_t>(bytes.size()));
        inspect(pdf, bytes, trust, result);
        lowerAll(result, QStringLiteral("damaged structure: %1").arg(cause));
        result.integrity = result.signatures.empty() ? result.integrity : worst(result.signatures);
        readEmbeddedReview(pdf, result);
        return result;
    } catch (const std::exception &e) {
        if (!hasTraces(bytes))
            return fail(ErrorKind::Malformed, path, QString::fromUtf8(e.what()));
        SignatureCheck check;
        check.detail = QString::fromUtf8(e.what());
        result.signatures = {check};
        result.integrity = Integrity::Unreadable;
        return result;
    }
}

}  // namespace

Result<PdfVerification> verifyPdf(const QString &path, const QString &trustPemFile)
{
    const Result<QByteArray> bytes = readPdf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Result<X509StorePtr> trust = loadTrust(trustPemFile);
    if (!trust)
        return tl::unexpected(trust.error());
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("pdf", bytes->constData(), static_cast<size_t>(bytes->size()));
        if (pdf.isEncrypted())
            return fail(ErrorKind::NotSupported, path, QStringLiteral("encrypted PDF"));
        PdfVerification result;
        inspect(pdf, *bytes, trust->get(), result);
        readEmbeddedReview(pdf, result);
        return result;
    } catch (const QPDFExc &e) {
        if (e.getErrorCode() == qpdf_e_password)
            return fail(ErrorKind::NotSupported, path, QStringLiteral("encrypted PDF"));
        return inspectRepaired(path, *bytes, trust->get(), QString::fromUtf8(e.what()));
    } catch (const std::exception &e) {
        return inspectRepaired(path, *bytes, trust->get(), QString::fromUtf8(e.what()));
    }
}

}  // namespace waybill
