// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/imagesignature.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace waybill;

/// Signatures that lie beside an image: envelopes, bundles and JWS of strangers, with a key at hand.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const VerifyingKey key = *VerifyingKey::fromPem("-----BEGIN PUBLIC KEY-----\n"
                                                           "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3+FDFy84e3YYN3SHxVsYvCICuEUP\n"
                                                           "8QclD131S/FO8jVcXRhJ3RUqP282wa0bJ3qWAzLRp/RN37x8Q3FwVVo6bA==\n"
                                                           "-----END PUBLIC KEY-----\n",
                                                           QStringLiteral("key"));
    const QString image = QStringLiteral("sha256:") + QString(64, QLatin1Char('a'));
    AttachedSignature attached;
    attached.payload = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    attached.signature = attached.payload.left(72);
    for (const SignatureFormat format : {SignatureFormat::SimpleSigning, SignatureFormat::Dsse, SignatureFormat::SigstoreBundle,
                                         SignatureFormat::NotaryJws, SignatureFormat::Unknown}) {
        attached.format = format;
        const auto checked = checkSignatures({&attached, 1}, image, {&key, 1});
        // Nobody here holds the private key.
        if (checked.size() != 1 || checked[0].standing == SignatureStanding::Verified || checked[0].identity.size() > 300)
            std::abort();
    }
    VerifyingKey::fromPem(attached.payload, QStringLiteral("foreign"));
    return 0;
}
