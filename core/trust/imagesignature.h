// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/imagesource.h"

#include <memory>
#include <span>
#include <vector>

namespace waybill {

/// What is known of a signature. It says who holds a key, never that an image is harmless.
enum class SignatureStanding : quint8 {
    NotChecked,  ///< no key was given
    Verified,    ///< made with one of the keys, over this image
    OtherKey,    ///< none of the keys made it, or the signed bytes were changed
    OtherImage,  ///< it speaks about another image
    Unreadable,  ///< not in a form that is understood
};
QLatin1String signatureStandingId(SignatureStanding standing);

/// One signature after the check.
struct CheckedSignature {
    SignatureStanding standing = SignatureStanding::NotChecked;
    QString format;         ///< "cosign", "dsse", "sigstore-bundle", "notation"
    QString manifest;       ///< digest of the manifest that carries it
    QString subject;        ///< digest of the image it speaks about, or empty
    QString identity;       ///< name of the image inside what was signed, or of the certificate; may be empty
    QString predicateType;  ///< of an attestation ("https://slsa.dev/provenance/v1"); empty for a plain signature
    QString key;            ///< label of the key that verified it
    bool isAttestation() const { return !predicateType.isEmpty(); }
};

/// A public key, or the key of a certificate. The validity of certificates is not judged: whoever gives the key trusts it.
/// Immutable, any thread.
class VerifyingKey
{
public:
    /// `label` names the key in results. Errors: Malformed (no PEM of a public key or certificate).
    static Result<VerifyingKey> fromPem(const QByteArray &pem, const QString &label);
    QString label() const { return m_label; }
    /// ECDSA (ASN.1 form), RSA PKCS #1 1.5 or Ed25519 over the bytes, SHA-256 unless the kind of key has none.
    bool verifies(const QByteArray &bytes, const QByteArray &signature) const;
    /// RFC 7518: PS256, PS384, PS512, ES256, ES384, ES512.
    bool verifiesJws(const QString &algorithm, const QByteArray &bytes, const QByteArray &signature) const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
    QString m_label;
};

/// Checks what is attached to the image of that manifest digest, or to an index that names it: that it speaks about that, and,
/// when keys are given, that one of them made it. Offline and pure; bounded by the bytes.
std::vector<CheckedSignature> checkSignatures(std::span<const AttachedSignature> attached, const QString &manifestDigest,
                                              std::span<const VerifyingKey> keys);

}  // namespace waybill
