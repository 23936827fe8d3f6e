// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/cmstimestamp.h"
#include "core/report/signingkey_p.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace waybill {

namespace {

/// SHA-256, and SHA-384 for the longer curve.
const EVP_MD *digestFor(const EVP_PKEY *key)
{
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_bits(key) > 256 ? EVP_sha384() : EVP_sha256();
}

QByteArray digestOf(const EVP_MD *algorithm, QByteArrayView before, QByteArrayView after)
{
    QByteArray out(EVP_MD_get_size(algorithm), '\0');
    DigestPtr context(EVP_MD_CTX_new());
    const bool ok = context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1
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

/// Names the algorithm in the signer's info as the key itself says it; a key in a token may not be able to.
void nameAlgorithm(CMS_SignerInfo *signer, const EVP_PKEY *key, EVP_PKEY_CTX *used)
{
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
    unsigned char der[512];
    OSSL_PARAM wanted[]
        = {OSSL_PARAM_construct_octet_string(OSSL_SIGNATURE_PARAM_ALGORITHM_ID, der, sizeof der), OSSL_PARAM_construct_end()};
    if (EVP_PKEY_CTX_get_params(used, wanted) == 1 && OSSL_PARAM_modified(&wanted[0])) {
        const unsigned char *cursor = der;
        const std::unique_ptr<X509_ALGOR, FreeWith<X509_ALGOR_free>> read(
            d2i_X509_ALGOR(nullptr, &cursor, static_cast<long>(wanted[0].return_size)));
        if (read && X509_ALGOR_copy(algorithm, read.get()) == 1)
            return;
    }
    ERR_clear_error();
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC)
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(digestFor(key) == EVP_sha384() ? NID_ecdsa_with_SHA384 : NID_ecdsa_with_SHA256),
                        V_ASN1_UNDEF, nullptr);
    else
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_rsaEncryption), V_ASN1_NULL, nullptr);
}

bool usePss(EVP_PKEY_CTX *context)
{
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

QByteArray signBytes(CMS_SignerInfo *signer, EVP_PKEY *key, bool pss, const QByteArray &bytes)
{
    DigestPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *used = nullptr;
    if (!context || EVP_DigestSignInit(context.get(), &used, digestFor(key), nullptr, key) != 1
        || (pss && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && !usePss(used)))
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
    nameAlgorithm(signer, key, used);
    return signature;
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
CMS_SignerInfo *addSigner(CMS_ContentInfo *cms, const SigningKey::Private &key, bool pss, const QByteArray &digest)
{
    CMS_SignerInfo *signer
        = CMS_add1_signer(cms, key.certificate.get(), key.key.get(), digestFor(X509_get0_pubkey(key.certificate.get())),
                          CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP);
    if (!signer || !addReference(signer, key)
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) != 1
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.constData(),
                                       static_cast<int>(digest.size()))
            != 1)
        return nullptr;
    const QByteArray attributes = attributeSet(signer);
    const QByteArray signature = attributes.isEmpty() ? QByteArray() : signBytes(signer, key.key.get(), pss, attributes);
    if (signature.isEmpty()
        || ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.constData(), static_cast<int>(signature.size())) != 1)
        return nullptr;
    return signer;
}

/// B-T: the time authority's token over the signature value, as an unsigned attribute.
Result<void> addTimestamp(CMS_SignerInfo *signer, const TimestampSource &source)
{
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(signer);
    const QByteArrayView value(reinterpret_cast<const char *>(ASN1_STRING_get0_data(signature)), ASN1_STRING_length(signature));
    const Result<QByteArray> token = requestTimestamp(value, source);
    if (!token)
        return tl::unexpected(token.error());
    if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token->constData(),
                                      static_cast<int>(token->size()))
        != 1)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"), takeOpenSslError());
    return {};
}

}  // namespace

Result<QByteArray> makeCms(const SigningKey &key, const SignOptions &options, QByteArrayView before, QByteArrayView after)
{
    const auto failed = [] { return fail(ErrorKind::Signature, QStringLiteral("PDF"), takeOpenSslError()); };
    ERR_clear_error();
    const SigningKey::Private &parts = key.priv();
    const QByteArray digest = digestOf(digestFor(X509_get0_pubkey(parts.certificate.get())), before, after);
    CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP));
    CMS_SignerInfo *signer = digest.isEmpty() || !cms ? nullptr : addSigner(cms.get(), parts, options.pss, digest);
    if (!signer)
        return failed();
    if (options.timestamp) {
        if (const Result<void> stamped = addTimestamp(signer, options.timestamp); !stamped)
            return tl::unexpected(stamped.error());
    }
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
