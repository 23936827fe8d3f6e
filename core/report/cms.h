// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/opensslptr.h"
#include "core/report/signature.h"

#include <QByteArrayView>

namespace waybill {

/// DER of a detached CMS signature (CAdES baseline) over the two ranges of a PDF, without the signing-time attribute that
/// PAdES forbids. Errors: Signature.
Result<QByteArray> makeCms(const SigningKey &key, const SignOptions &options, QByteArrayView before, QByteArrayView after);

/// Trusted certificates of a PEM file; an empty path gives an empty store. Errors: NotFound, AccessDenied, Malformed.
Result<X509StorePtr> loadTrust(const QString &pemFile);

/// What a CMS signature says about the bytes in `before` + `after`. Fills everything but the coverage.
void checkCms(QByteArrayView der, QByteArrayView before, QByteArrayView after, X509_STORE *trust, SignatureCheck &check);

/// Fills who a certificate says its owner is and whether `trust` vouches for it, with `all` as possible links of the chain.
void describeCertificate(X509 *certificate, STACK_OF(X509) * all, X509_STORE *trust, SignatureCheck &check);

/// The oldest kind, adbe.x509.rsa_sha1 (ISO 32000-1, 12.8.3.2): a bare RSA signature over the bytes in `before` + `after`,
/// and beside it the certificates as DER, the signer's first.
void checkRsaSignature(QByteArrayView contents, const std::vector<std::string> &certificates, QByteArrayView before,
                       QByteArrayView after, X509_STORE *trust, SignatureCheck &check);

}  // namespace waybill
