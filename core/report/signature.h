// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace waybill {

/// Where a private key is and what opens it.
struct KeyLocation {
    QString key;          ///< PKCS#12 file (.p12, .pfx), PEM file, or "pkcs11:" URI (RFC 7512)
    QString certificate;  ///< PEM file with the certificate and its chain, when they are not with the key
};

/// A private key with its certificate chain. Memory of key and password is wiped on destruction. Move only; one thread.
class SigningKey
{
public:
    /// Errors: NotFound, AccessDenied, WrongPassword, Malformed, BadCertificate (expired, not yet valid, weak, no signing
    /// use), NotSupported. The password, or the PIN of a token, is wiped unless the caller still shares it.
    static Result<SigningKey> open(const KeyLocation &location, QByteArray password, const QDateTime &now);
    static Result<SigningKey> fromPkcs12(const QString &path, QByteArray password, const QDateTime &now);
    static Result<SigningKey> fromPem(const QString &path, const QString &certificates, QByteArray password,
                                      const QDateTime &now);
    static Result<SigningKey> fromToken(const QString &uri, const QString &certificates, QByteArray pin, const QDateTime &now);
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
    /// The key with its certificate, once nothing speaks against it.
    static Result<SigningKey> checked(const QString &subject, Private parts, const QDateTime &now);
    std::unique_ptr<Private> d;
};

/// Asks a time authority: takes a request (DER, RFC 3161) and gives its response.
using TimestampSource = std::function<Result<QByteArray>(const QByteArray &request)>;

struct SignOptions {
    QString reason;
    QString place;
    QDateTime now;              ///< UTC, claimed signing time
    int permission = 2;         ///< of the certification: 1 nothing, 2 forms and signatures, 3 remarks too; 0 approves only
    bool pss = false;           ///< RSA-PSS instead of PKCS#1 v1.5; other keys ignore it
    TimestampSource timestamp;  ///< PAdES B-T when set; no stamp, no signature
};

/// Adds a PAdES B-B or B-T signature (ETSI.CAdES.detached, EN 319 142-1) over the whole file, which is written anew. Errors:
/// Malformed, Signature, NotSupported (encrypted).
Result<QByteArray> signPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options);

/// Adds a further, invisible signature to a signed file by an update behind it, so that the earlier ones stay valid. Errors:
/// Malformed, NotSupported, Signature (not signed yet, or the first signature permits no further one).
Result<QByteArray> countersignPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options);

/// Proofs that certificates were valid, as DER.
struct ValidationData {
    QList<QByteArray> certificates, revocationLists, ocspResponses;
};

/// Appends proofs of validity (/DSS, PAdES B-LT) by an update; signatures stay valid. Errors: Malformed, Signature.
Result<QByteArray> addValidationData(const QByteArray &pdf, const ValidationData &data);

enum class Integrity : quint8 { Unchanged, Changed, Unreadable, NotSigned };

/// What a later update did to the revision that a signature covers.
enum class UpdateKind : quint8 {
    Signature,
    Timestamp,
    ValidationData,
    FormFilling,
    Annotation,
    Metadata,
    Ineffective,
    Forbidden
};

/// One thing that happened after a signature was made.
struct UpdateNote {
    UpdateKind kind = UpdateKind::Forbidden;
    QString detail;  ///< name of a field, or technical words
    bool operator==(const UpdateNote &) const = default;
};

enum class SignatureRole : quint8 { Approval, Certification, Timestamp };
enum class Revocation : quint8 { NotChecked, Good, Revoked };

/// One signature, its four questions answered apart. Plain value.
struct SignatureCheck {
    Integrity integrity = Integrity::Unreadable;
    SignatureRole role = SignatureRole::Approval;
    QString fieldName;   ///< full name of the form field, empty when no field shows it
    int permission = 0;  ///< of a certification: 1 nothing, 2 forms and signatures, 3 annotations too; 0 = none stated
    bool coversWholeFile = false;
    qint64 coveredBytes = 0;        ///< end of the last covered range
    int revision = 0;               ///< which revision of the file it signs, from 1
    int revisionsAfter = 0;         ///< complete updates behind it
    bool digestMatches = false;     ///< the covered bytes are those that were signed
    bool signatureMatches = false;  ///< the signer's key made the signature over that digest
    std::vector<UpdateNote> updates;
    QString digestAlgorithm, signatureAlgorithm;
    bool weak = false;   ///< made with SHA-1, which proves little today
    QString signerName;  ///< from the certificate, never from the visible stamp
    QString statedName;  ///< /Name, which anyone can write
    QString issuerName;
    QString certificateDigest;  ///< SHA-256, hexadecimal
    bool trusted = false;       ///< chain ends at a trusted certificate
    bool selfSigned = false;
    bool certificateExpired = false;
    QDateTime validFrom, validUntil;
    Revocation revocation = Revocation::NotChecked;  ///< by revocation data inside the file
    QDateTime claimedTime;                           ///< by the signer's clock
    QDateTime provenTime;                            ///< by a time stamp that matches
    QString timeAuthority;
    bool timeTrusted = false;  ///< the time authority's chain ends at a trusted certificate
    QString reason, place;
    QString subFilter;
    QString detail;  ///< technical words for the details pane
};

struct PdfVerification {
    Integrity integrity = Integrity::NotSigned;  ///< worst of all signatures
    std::vector<SignatureCheck> signatures;
    int revisions = 0;    ///< complete revisions in the file
    QString imageDigest;  ///< from the embedded review, empty when there is none
    QString imageReference;
    QString policyVersion;
    bool hasReview = false;      ///< a review of ours is inside
    bool reviewAltered = false;  ///< it is not the one that the pages were made from
};

/// Reads any PDF. `trustPemFile` may name trusted certificates. Errors: NotFound, AccessDenied, NotAnImage (not a PDF),
/// Malformed, NotSupported (encrypted), LimitExceeded.
Result<PdfVerification> verifyPdf(const QString &path, const QString &trustPemFile = {});

}  // namespace waybill
