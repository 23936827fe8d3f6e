// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cmsreference.h"

#include "core/report/cmsform.h"
#include "core/report/der.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace waybill {

namespace {

using Items = std::vector<DerItem>;

constexpr size_t mostReferences = 64;
constexpr int mostCertificates = 200;

QByteArray digestOf(const EVP_MD *algorithm, QByteArrayView bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!algorithm || EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), digest, &length, algorithm, nullptr) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(length));
}

const EVP_MD *digestNamed(const DerItem &algorithm)
{
    const Items parts = algorithm.children().value_or(Items());
    if (parts.empty() || parts[0].tag != der::objectId)
        return nullptr;
    const auto *cursor = reinterpret_cast<const unsigned char *>(parts[0].whole.data());
    ASN1_OBJECT *object = d2i_ASN1_OBJECT(nullptr, &cursor, static_cast<long>(parts[0].whole.size()));
    const EVP_MD *digest = object ? EVP_get_digestbyobj(object) : nullptr;
    ASN1_OBJECT_free(object);
    return digest;
}

QByteArray encoded(const X509_NAME *name)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_X509_NAME(name, &bytes);
    const QByteArray out = length < 0 ? QByteArray() : QByteArray(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return out;
}

QByteArray encodedSerial(const X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &bytes);
    const QByteArray out = length < 0 ? QByteArray() : QByteArray(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return out;
}

/// IssuerSerial: GeneralNames with one directoryName, then the serial number.
bool isIssuerOf(const DerItem &issuerSerial, X509 *certificate)
{
    const Items parts = issuerSerial.children().value_or(Items());
    if (parts.size() < 2)
        return false;
    const Items names = parts[0].children().value_or(Items());
    return names.size() == 1 && names[0].tag == 0xA4 && isSameName(names[0].content, encoded(X509_get_issuer_name(certificate)))
        && parts[1].whole == encodedSerial(certificate);
}

/// One ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035), whose digest is SHA-256 unless it says otherwise.
bool namesCertificate(const DerItem &id, bool second, X509 *certificate)
{
    const Items parts = id.children().value_or(Items());
    size_t at = 0;
    const EVP_MD *digest = second ? EVP_sha256() : EVP_sha1();
    if (second && !parts.empty() && parts[0].tag == der::sequence)
        digest = digestNamed(parts[at++]);
    if (parts.size() <= at || parts[at].tag != der::octetString)
        return false;
    const QByteArray found = digestOf(digest, derOf(certificate));
    if (found.isEmpty() || parts[at].content != found)
        return false;
    return parts.size() == at + 1 || isIssuerOf(parts[at + 1], certificate);
}

using IdentifierPtr = std::unique_ptr<AUTHORITY_KEYID, FreeWith<AUTHORITY_KEYID_free>>;

IdentifierPtr identifierOf(X509 *certificate)
{
    return IdentifierPtr(
        static_cast<AUTHORITY_KEYID *>(X509_get_ext_d2i(certificate, NID_authority_key_identifier, nullptr, nullptr)));
}

/// By name and, where there is one, by key identifier; X509_check_issued() would also ask whether it was allowed to.
bool isNamedAsIssuer(X509 *issuer, X509 *certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) == 0
        && X509_check_akid(issuer, identifierOf(certificate).get()) == X509_V_OK;
}

/// Further references that name nothing, beside certificates that nothing names: one was altered into the other.
bool isChainAltered(const Items &ids, bool second, const STACK_OF(X509) * all)
{
    const int count = all ? sk_X509_num(all) : 0;
    std::vector<bool> named(static_cast<size_t>(count), false);
    bool idle = false;
    for (const DerItem &id : ids) {
        bool found = false;
        for (int i = 0; i < count; ++i) {
            if (namesCertificate(id, second, sk_X509_value(all, i)))
                found = named[static_cast<size_t>(i)] = true;
        }
        idle = idle || !found;
    }
    return idle && std::find(named.begin(), named.end(), false) != named.end();
}

}  // namespace

QByteArray derOf(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_X509(certificate, &bytes);
    const QByteArray out = length < 0 ? QByteArray() : QByteArray(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return out;
}

CertificateReference certificateReference(CMS_SignerInfo *signer, X509 *certificate, const STACK_OF(X509) * all)
{
    CertificateReference answer = CertificateReference::Missing;
    for (int nid : {NID_id_smime_aa_signingCertificateV2, NID_id_smime_aa_signingCertificate}) {
        if (CMS_signed_get_attr_by_NID(signer, nid, -1) < 0)
            continue;
        const auto *value
            = static_cast<const ASN1_STRING *>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), -3, V_ASN1_SEQUENCE));
        if (!value)
            return CertificateReference::Wrong;
        const auto whole
            = der::first(QByteArrayView(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value)));
        const Items parts = whole ? whole->children().value_or(Items()) : Items();
        const Items ids = parts.empty() ? Items() : parts[0].children().value_or(Items());
        const bool second = nid == NID_id_smime_aa_signingCertificateV2;
        // The first one is the signer's; others may name the chain, also certificates that are not inside.
        if (ids.empty() || ids.size() > mostReferences || !namesCertificate(ids[0], second, certificate)
            || isChainAltered(ids, second, all))
            return CertificateReference::Wrong;
        answer = CertificateReference::Right;
    }
    return answer;
}

QString certificateFault(const STACK_OF(X509) * all)
{
    const int count = all ? sk_X509_num(all) : 0;
    if (count > mostCertificates)
        return QStringLiteral("%1 certificates are too many").arg(count);
    for (int i = 0; i < count; ++i) {
        X509 *certificate = sk_X509_value(all, i);
        bool hasIssuer = false;
        bool verified = false;
        bool byStranger = false;
        for (int k = 0; k < count; ++k) {
            X509 *issuer = sk_X509_value(all, k);
            EVP_PKEY *key = X509_get0_pubkey(issuer);
            if (!key)
                continue;
            const bool named = isNamedAsIssuer(issuer, certificate);
            const bool signedBy = X509_verify(certificate, key) == 1;
            hasIssuer = hasIssuer || named;
            verified = verified || (named && signedBy);
            byStranger = byStranger || (!named && signedBy);
        }
        if ((hasIssuer || byStranger) && !verified)
            return QStringLiteral("the certificate of \"%1\" or its issuer's was altered")
                .arg(ownerName(X509_get_subject_name(certificate)));
    }
    ERR_clear_error();
    return {};
}

}  // namespace waybill
