// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/opensslptr.h"
#include "core/report/signature.h"

#include <openssl/crypto.h>

namespace waybill {

/// The parts of a SigningKey. OpenSSL clears private numbers when it frees them.
struct SigningKey::Private {
    KeyPtr key;
    X509Ptr certificate;
    X509StackPtr chain;  ///< may be null
};

/// Overwrites a secret when the scope ends. A buffer that the caller still shares is the caller's to wipe.
struct Wiper {
    QByteArray &secret;
    ~Wiper()
    {
        if (!secret.isEmpty() && secret.isDetached())
            OPENSSL_cleanse(secret.data(), static_cast<size_t>(secret.size()));
    }
};

/// The bytes of a key or certificate file. Errors: NotFound, AccessDenied, Malformed (too large).
Result<QByteArray> readKeyFile(const QString &path);

/// The certificates of a PEM text in their order; empty when there are none.
X509StackPtr readPemCertificates(const QByteArray &pem);

/// Takes the certificate that belongs to the key out of `all`, the rest stays. Null when none does.
X509Ptr takeCertificateOf(EVP_PKEY *key, STACK_OF(X509) * all);

}  // namespace waybill
