// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/imagesignature.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace waybill {

namespace {

template <auto Function>
struct FreeWith {
    template <typename T>
    void operator()(T *object) const
    {
        Function(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using CertificatePtr = std::unique_ptr<X509, FreeWith<X509_free>>;
using ContextPtr = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;

BioPtr reader(const QByteArray &bytes)
{
    return BioPtr(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

bool verified(EVP_PKEY *key, const EVP_MD *digest, bool pss, const QByteArray &bytes, const QByteArray &signature)
{
    const ContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr;
    if (!context || EVP_DigestVerifyInit(context.get(), &parameters, digest, nullptr, key) != 1)
        return false;
    if (pss
        && (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), data(signature), static_cast<size_t>(signature.size()), data(bytes),
                            static_cast<size_t>(bytes.size()))
        == 1;
}

/// JWS writes the two numbers of ECDSA one behind the other; OpenSSL wants them as ASN.1.
QByteArray asn1Signature(const QByteArray &raw)
{
    const int half = static_cast<int>(raw.size() / 2);
    const std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    if (!pair || half == 0)
        return {};
    BIGNUM *r = BN_bin2bn(data(raw), half, nullptr);
    BIGNUM *s = BN_bin2bn(data(raw) + half, half, nullptr);
    if (!r || !s || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char *encoded = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &encoded);
    QByteArray result(reinterpret_cast<const char *>(encoded), std::max(0, length));
    OPENSSL_free(encoded);
    return result;
}

}  // namespace

struct VerifyingKey::Private {
    KeyPtr key;
};

Result<VerifyingKey> VerifyingKey::fromPem(const QByteArray &pem, const QString &label)
{
    KeyPtr key(PEM_read_bio_PUBKEY(reader(pem).get(), nullptr, nullptr, nullptr));
    if (!key) {
        const CertificatePtr certificate(PEM_read_bio_X509(reader(pem).get(), nullptr, nullptr, nullptr));
        if (certificate)
            key.reset(X509_get_pubkey(certificate.get()));
    }
    if (!key)
        return fail(ErrorKind::Malformed, label, QStringLiteral("no public key or certificate in PEM"));
    VerifyingKey result;
    auto held = std::make_shared<Private>();
    held->key = std::move(key);
    result.d = std::move(held);
    result.m_label = label;
    return result;
}

bool VerifyingKey::verifies(const QByteArray &bytes, const QByteArray &signature) const
{
    const bool withoutDigest = EVP_PKEY_is_a(d->key.get(), "ED25519") != 0;
    return !signature.isEmpty() && verified(d->key.get(), withoutDigest ? nullptr : EVP_sha256(), false, bytes, signature);
}

bool VerifyingKey::verifiesJws(const QString &algorithm, const QByteArray &bytes, const QByteArray &signature) const
{
    const EVP_MD *digest = algorithm.endsWith(QLatin1String("256")) ? EVP_sha256()
        : algorithm.endsWith(QLatin1String("384"))                  ? EVP_sha384()
        : algorithm.endsWith(QLatin1String("512"))                  ? EVP_sha512()
                                                                    : nullptr;
    const bool pss = algorithm.startsWith(QLatin1String("PS"));
    const bool matches = EVP_PKEY_is_a(d->key.get(), pss ? "RSA" : "EC") != 0;
    if (!digest || !matches || (!pss && !algorithm.startsWith(QLatin1String("ES"))))
        return false;
    return verified(d->key.get(), digest, pss, bytes, pss ? signature : asn1Signature(signature));
}

}  // namespace waybill
