// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/signingkey_p.h"

#include <openssl/err.h>
#include <openssl/ess.h>

#include <algorithm>

namespace waybill {

namespace {

QByteArray digestOf(QByteArrayView before, QByteArrayView after)
{
    QByteArray out(32, '\0');
    DigestPtr context(EVP_MD_CTX_new());
    const bool ok = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), before.data(), static_cast<size_t>(before.size())) == 1
        && EVP_DigestUpdate(context.get(), after.data(), static_cast<size_t>(after.size())) == 1
        && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr) == 1;
    return ok ? out : QByteArray();
}

void appendLength(QByteArray &der, qsizetype length)
{
    if (length < 0x80) {
        der.append(static_cast<char>(length));
        return;
    }
    QByteArray digits;
    for (; length > 0; length >>= 8)
        digits.prepend(static_cast<char>(length & 0xFF));
    der.append(static_cast<char>(0x80 | digits.size()));
    der.append(digits);
}

/// The attributes as the SET that the signature is made over: DER order, tag 0x31 instead of the implicit one.
QByteArray attributeSet(CMS_SignerInfo *signer)
{
    std::vector<QByteArray> items;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        unsigned char *bytes = nullptr;
        const int length = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &bytes);
        if (length < 0)
            return {};
        items.emplace_back(reinterpret_cast<const char *>(bytes), length);
        OPENSSL_free(bytes);
    }
    std::sort(items.begin(), items.end());  // QByteArray compares bytes as unsigned, a prefix first: DER's order
    QByteArray body;
    for (const QByteArray &item : items)
        body += item;
    QByteArray der(1, '\x31');
    appendLength(der, body.size());
    return der + body;
}

QByteArray signBytes(EVP_PKEY *key, const QByteArray &bytes)
{
    DigestPtr context(EVP_MD_CTX_new());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1)
        return {};
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    size_t length = 0;
    if (EVP_DigestSign(context.get(), nullptr, &length, data, static_cast<size_t>(bytes.size())) != 1)
        return {};
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data,
                       static_cast<size_t>(bytes.size()))
        != 1)
        return {};
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

void nameAlgorithm(CMS_SignerInfo *signer, const EVP_PKEY *key)
{
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC)
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_ecdsa_with_SHA256), V_ASN1_UNDEF, nullptr);
    else
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_rsaEncryption), V_ASN1_NULL, nullptr);
}

using EssPtr = std::unique_ptr<ESS_SIGNING_CERT_V2, FreeWith<ESS_SIGNING_CERT_V2_free>>;

/// signingCertificateV2 (RFC 5035) over the signer's certificate and the chain that goes into the file: nothing else
/// protects the latter.
bool addReference(CMS_SignerInfo *signer, const SigningKey::Private &key)
{
    const EssPtr reference(OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), key.certificate.get(), key.chain.get(), 1));
    unsigned char *bytes = nullptr;
    const int length = reference ? i2d_ESS_SIGNING_CERT_V2(reference.get(), &bytes) : -1;
    const bool ok = length > 0
        && CMS_signed_add1_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE, bytes, length) == 1;
    OPENSSL_free(bytes);
    return ok;
}

/// One SignerInfo with contentType, messageDigest and signingCertificateV2, and nothing else. CMS_final would add the
/// signing time, which PAdES baseline does not allow; that is why the attributes are signed by hand.
bool addSigner(CMS_ContentInfo *cms, const SigningKey::Private &key, const QByteArray &digest)
{
    CMS_SignerInfo *signer = CMS_add1_signer(cms, key.certificate.get(), key.key.get(), EVP_sha256(),
                                             CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP);
    if (!signer || !addReference(signer, key)
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) != 1
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.constData(),
                                       static_cast<int>(digest.size()))
            != 1)
        return false;
    const QByteArray attributes = attributeSet(signer);
    if (attributes.isEmpty())
        return false;
    const QByteArray signature = signBytes(key.key.get(), attributes);
    if (signature.isEmpty())
        return false;
    nameAlgorithm(signer, key.key.get());
    return ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.constData(), static_cast<int>(signature.size())) == 1;
}

}  // namespace

Result<QByteArray> makeCms(const SigningKey &key, QByteArrayView before, QByteArrayView after)
{
    const auto failed = [] { return fail(ErrorKind::Signature, QStringLiteral("PDF"), takeOpenSslError()); };
    ERR_clear_error();
    const SigningKey::Private &parts = key.priv();
    const QByteArray digest = digestOf(before, after);
    CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP));
    if (digest.isEmpty() || !cms || !addSigner(cms.get(), parts, digest))
        return failed();
    for (int i = 0; parts.chain && i < sk_X509_num(parts.chain.get()); ++i) {
        if (CMS_add1_cert(cms.get(), sk_X509_value(parts.chain.get(), i)) != 1)
            ERR_clear_error();  // the same certificate twice in the file is no reason not to sign
    }
    unsigned char *bytes = nullptr;
    const int length = i2d_CMS_ContentInfo(cms.get(), &bytes);
    if (length <= 0)
        return failed();
    QByteArray der(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return der;
}

}  // namespace waybill
