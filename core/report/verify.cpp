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

/// The dictionary in force must be the one around the gap, not a copy that points to it.
bool isWrittenElsewhere(QPDFObjectHandle dictionary, qint64 gap)
{
    QPDF *owner = dictionary.getOwningQPDF();
    if (!dictionary.isIndirect() || !owner)
        return false;
    const auto table = owner->getXRefTable();
    const auto entry = table.find(dictionary.getObjGen());
    return entry == table.end() || entry->second.getType() != 1 || entry->second.getOffset() >= gap;
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
    if (isWrittenElsewhere(signature.dictionary, length))
        return QStringLiteral("the signature dictionary was written again after signing");
    if (!file.first(length).toByteArray().trimmed().endsWith("/Contents"))
        return QStringLiteral("/ByteRange leaves out something else than /Contents");
    const QByteArray own = QByteArray::fromHex(gap.sliced(1, gap.size() - 2).toByteArray());
    if (own.toStdString() != signature.contents)
        return QStringLiteral("/ByteRange leaves out another string than this signature");
    return {};
}

/// What the dictionary says more than once has a different meaning in every reader.
bool saysTwice(const SignatureObject &signature, QByteArrayView file)
{
    const auto [start, length, next, rest] = signature.range;
    const QByteArray head = file.first(length).toByteArray();
    const qsizetype begin = head.lastIndexOf(" obj");
    const QByteArray tail = file.sliced(next, std::min<qsizetype>(rest, 64 * 1024)).toByteArray();
    const QByteArray own = (begin < 0 ? head : head.mid(begin)) + tail.left(tail.indexOf("endobj"));
    return own.count("/ByteRange") > 1 || own.count("/Contents") > 1 || own.count("/SubFilter") > 1;
}

void addUpdates(const SignatureObject &signature, QByteArrayView file, SignatureCheck &check)
{
    check.updates = compareRevisions(file.first(signature.end()), file, signature.rules);
    for (const UpdateNote &note : check.updates) {
        if (note.kind != UpdateKind::Forbidden)
            continue;
        check.integrity = Integrity::Changed;
        check.detail = check.detail.isEmpty() ? note.detail : QString(note.detail % QLatin1String("; ") % check.detail);
    }
}

void checkOne(const SignatureObject &signature, QByteArrayView file, X509_STORE *trust, SignatureCheck &check)
{
    check.subFilter = signature.subFilter;
    check.claimedTime = signature.claimedTime;
    check.fieldName = signature.fieldName;
    check.statedName = signature.statedName;
    check.reason = signature.reason;
    check.place = signature.place;
    check.permission = signature.rules.permission;
    check.role = signature.subFilter == QLatin1String("ETSI.RFC3161") ? SignatureRole::Timestamp
        : signature.rules.certified                                   ? SignatureRole::Certification
                                                                      : SignatureRole::Approval;
    QString fault = rangeFault(signature, file);
    if (fault.isEmpty() && saysTwice(signature, file))
        fault = QStringLiteral("the signature dictionary names an entry twice");
    if (!fault.isEmpty()) {
        check.integrity = Integrity::Changed;
        check.detail = fault;
        return;
    }
    const auto [start, length, next, rest] = signature.range;
    check.coversWholeFile = signature.end() == file.size();
    check.coveredBytes = signature.end();
    const RevisionCount revisions = countRevisions(file, signature.end());
    check.revision = revisions.upTo;
    check.revisionsAfter = revisions.total - revisions.upTo;
    const QByteArrayView contents(signature.contents.data(), static_cast<qsizetype>(signature.contents.size()));
    if (signature.subFilter == QLatin1String("adbe.x509.rsa_sha1"))
        checkRsaSignature(contents, signature.certificates, file.first(length), file.sliced(next, rest), trust, check);
    else
        checkCms(contents, file.first(length), file.sliced(next, rest), trust, check);
    if (!check.coversWholeFile)
        addUpdates(signature, file, check);
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
    result.revisions = countRevisions(bytes, bytes.size()).total;
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
