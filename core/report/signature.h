// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>

#include <memory>
#include <vector>

namespace waybill {

/// A private key with its certificate chain from a PKCS#12 file. Memory of key and password is wiped on destruction.
class SigningKey
{
public:
    /// Errors: NotFound, WrongPassword, Malformed, BadCertificate (expired, not yet valid, weak, no signing use), NotSupported.
    static Result<SigningKey> fromPkcs12(const QString &path, QByteArray password, const QDateTime &now);
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;
    ~SigningKey();
    QString subjectName() const;
    QString issuerName() const;
    QDateTime validUntil() const;
    struct Private;
    const Private &priv() const { return *d; }

private:
    SigningKey();
    std::unique_ptr<Private> d;
};

struct SignOptions {
    QString reason;
    QString place;
    QDateTime now;  ///< UTC, claimed signing time
};

/// Adds a certifying PAdES B-B signature (ETSI.CAdES.detached) over the whole file. Errors: Malformed, Signature.
Result<QByteArray> signPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options);

enum class Integrity : quint8 { Unchanged, Changed, Unreadable, NotSigned };

/// One signature, its four questions answered apart.
struct SignatureCheck {
    Integrity integrity = Integrity::Unreadable;
    bool coversWholeFile = false;
    QString signerName;  ///< from the certificate, never from the visible stamp
    QString issuerName;
    bool trusted = false;  ///< chain ends at a trusted certificate
    bool selfSigned = false;
    bool certificateExpired = false;
    QDateTime claimedTime;  ///< by the signer's clock
    QString subFilter;
    QString detail;  ///< technical words for the details pane
};

struct PdfVerification {
    Integrity integrity = Integrity::NotSigned;  ///< worst of all signatures
    std::vector<SignatureCheck> signatures;
    QString imageDigest;  ///< from the embedded review, empty when there is none
    QString imageReference;
    QString policyVersion;
    bool hasReview = false;  ///< a review of ours is inside
};

/// Reads any PDF. `trustPemFile` may name extra trusted certificates. Errors: NotFound, AccessDenied, NotAnImage (not a PDF),
/// Malformed.
Result<PdfVerification> verifyPdf(const QString &path, const QString &trustPemFile = {});

}  // namespace waybill
