// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/cmsform.h"
#include "core/report/cmsreference.h"
#include "core/report/cmstimestamp.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr size_t mostSigners = 16;

void addDetail(SignatureCheck &check, const QString &text)
{
    if (!check.detail.isEmpty())
        check.detail += QLatin1String("; ");
    check.detail += text;
}

void judge(SignatureCheck &check, Integrity integrity, const QString &detail)
{
    check.integrity = integrity;
    addDetail(check, detail);
}

QByteArray joined(QByteArrayView before, QByteArrayView after)
{
    QByteArray all;
    all.reserve(before.size() + after.size());
    all.append(before.data(), before.size());
    all.append(after.data(), after.size());
    return all;
}

/// Digest of the signed bytes by the named algorithm, empty when this OpenSSL does not have it.
QByteArray digestBy(const EVP_MD *algorithm, const QByteArray &bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!algorithm || EVP_Digest(bytes.constData(), static_cast<size_t>(bytes.size()), digest, &length, algorithm, nullptr) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(length));
}

struct Signer {
    size_t index = 0;
    CMS_SignerInfo *info = nullptr;
    X509 *certificate = nullptr;
    int digest = NID_undef;
};

/// Every signer of the message; PDF wants one, some producers write the same one twice. One without a certificate inside
/// has none here either.
std::vector<Signer> signersOf(CMS_ContentInfo *cms)
{
    std::vector<Signer> out;
    STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms);
    CMS_set1_signers_certs(cms, nullptr, 0);
    for (int i = 0; infos && i < sk_CMS_SignerInfo_num(infos); ++i) {
        Signer signer;
        signer.index = static_cast<size_t>(i);
        signer.info = sk_CMS_SignerInfo_value(infos, i);
        X509_ALGOR *digest = nullptr;
        CMS_SignerInfo_get0_algs(signer.info, nullptr, &signer.certificate, &digest, nullptr);
        const ASN1_OBJECT *object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, digest);
        signer.digest = OBJ_obj2nid(object);
        out.push_back(signer);
    }
    return out;
}

/// Fields that no digest protects must at least agree with those that one does; OpenSSL does not look at them.
bool agreesWithItself(CMS_ContentInfo *cms, const Signer &signer)
{
    if (CMS_signed_get_attr_count(signer.info) > 0) {
        const auto *type = static_cast<const ASN1_OBJECT *>(
            CMS_signed_get0_data_by_OBJ(signer.info, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
        if (!type || OBJ_cmp(type, CMS_get0_eContentType(cms)) != 0)
            return false;
    }
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer.info, nullptr, nullptr, nullptr, &algorithm);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int keyType = EVP_PKEY_get_base_id(X509_get0_pubkey(signer.certificate));
    const int named = OBJ_obj2nid(object);
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(named, &digest, &key) == 1)
        return key == keyType || (key == NID_rsassaPss && keyType == NID_rsaEncryption)
            ? digest == NID_undef || digest == signer.digest
            : false;
    return named == keyType || (named == NID_rsassaPss && keyType == NID_rsaEncryption);
}

QDateTime signingTime(CMS_SignerInfo *info)
{
    for (int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
        const auto *time
            = static_cast<const ASN1_TIME *>(CMS_signed_get0_data_by_OBJ(info, OBJ_nid2obj(NID_pkcs9_signingTime), -3, type));
        if (time)
            return toDateTime(time);
    }
    return {};
}

/// Kind and size of the key, and PSS where it was used: "RSA 3072 bits", "EC 256 bits".
QString signatureWords(const Signer &signer)
{
    const EVP_PKEY *key = X509_get0_pubkey(signer.certificate);
    if (!key)
        return {};
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer.info, nullptr, nullptr, nullptr, &algorithm);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const QString pss = OBJ_obj2nid(object) == NID_rsassaPss ? QStringLiteral("-PSS") : QString();
    const QString kind
        = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA_PSS ? QStringLiteral("RSA") : QLatin1String(EVP_PKEY_get0_type_name(key));
    return QStringLiteral("%1%2 %3 bits").arg(kind, pss).arg(EVP_PKEY_get_bits(key));
}

void describeSigner(const Signer &signer, STACK_OF(X509) * all, X509_STORE *trust, SignatureCheck &check)
{
    if (!check.claimedTime.isValid())
        check.claimedTime = signingTime(signer.info);
    check.digestAlgorithm = QLatin1String(OBJ_nid2ln(signer.digest));
    check.signatureAlgorithm = signatureWords(signer);
    describeCertificate(signer.certificate, all, trust, check);
}

}  // namespace

void describeCertificate(X509 *certificate, STACK_OF(X509) * all, X509_STORE *trust, SignatureCheck &check)
{
    check.signerName = ownerName(X509_get_subject_name(certificate));
    check.issuerName = ownerName(X509_get_issuer_name(certificate));
    check.selfSigned = X509_self_signed(certificate, 1) == 1;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = toDateTime(X509_get0_notBefore(certificate));
    const QDateTime until = toDateTime(X509_get0_notAfter(certificate));
    check.validFrom = from;
    check.validUntil = until;
    check.certificateDigest = QString::fromLatin1(digestBy(EVP_sha256(), derOf(certificate)).toHex());
    check.certificateExpired = !from.isValid() || !until.isValid() || now < from || now > until;
    X509StoreCtxPtr context(X509_STORE_CTX_new());
    if (context && X509_STORE_CTX_init(context.get(), trust, certificate, all) == 1) {
        // Dates are told apart from trust; a certificate that the user named is trusted without its root.
        X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
        check.trusted = X509_verify_cert(context.get()) == 1;
        if (!check.trusted)
            addDetail(check, QLatin1String(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))));
    }
    ERR_clear_error();
}

namespace {

/// Changes that the signature itself does not show, because they are in fields that it does not cover.
QString hiddenFault(CMS_ContentInfo *cms, const Signer &signer, const STACK_OF(X509) * all, QByteArrayView der,
                    const QString &subFilter)
{
    if (!agreesWithItself(cms, signer))
        return QStringLiteral("the parts of the signature contradict each other");
    CmsForm form;
    form.timestamp = subFilter == QLatin1String("ETSI.RFC3161");
    const QString fault = form.faultOf(der, signer.index, derOf(signer.certificate));
    if (!fault.isEmpty())
        return fault;
    switch (certificateReference(signer.info, signer.certificate, all)) {
    case CertificateReference::Wrong:
        return QStringLiteral("the certificate is not the one that was signed for");
    case CertificateReference::Missing:
        if (subFilter == QLatin1String("ETSI.CAdES.detached"))
            return QStringLiteral("the signature does not say which certificate was meant");
        break;
    case CertificateReference::Right:
        break;
    }
    return certificateFault(all);
}

QByteArray embeddedContent(CMS_ContentInfo *cms)
{
    BioPtr out(BIO_new(BIO_s_mem()));
    if (CMS_verify(cms, nullptr, nullptr, nullptr, out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
        return {};
    char *data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return QByteArray(data, length);
}

/// Without signed attributes the signature is over the content itself, and digest and signature have one answer.
bool verifyWhole(CMS_ContentInfo *cms, const QByteArray &bytes)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return false;
    BioPtr in(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    BioPtr out(BIO_new(BIO_s_null()));
    return CMS_verify(cms, nullptr, nullptr, in.get(), out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

/// OpenSSL 3.0 knows Edwards curves but not in CMS (RFC 8419): the attributes are verified as they stand.
bool verifyEdwards(X509 *certificate, CMS_SignerInfo *info, const QByteArray &attributes)
{
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(info);
    DigestPtr context(EVP_MD_CTX_new());
    return context && !attributes.isEmpty()
        && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, X509_get0_pubkey(certificate)) == 1
        && EVP_DigestVerify(context.get(), ASN1_STRING_get0_data(signature), static_cast<size_t>(ASN1_STRING_length(signature)),
                            reinterpret_cast<const unsigned char *>(attributes.constData()),
                            static_cast<size_t>(attributes.size()))
        == 1;
}

void checkDetached(CMS_ContentInfo *cms, const Signer &signer, QByteArrayView der, const QByteArray &bytes, SignatureCheck &check)
{
    if (CMS_signed_get_attr_count(signer.info) <= 0) {
        check.signatureMatches = check.digestMatches = verifyWhole(cms, bytes);
        return;
    }
    const auto *stated = static_cast<const ASN1_OCTET_STRING *>(
        CMS_signed_get0_data_by_OBJ(signer.info, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
    const QByteArray found = digestBy(EVP_get_digestbynid(signer.digest), bytes);
    check.digestMatches = stated && !found.isEmpty() && found.size() == ASN1_STRING_length(stated)
        && std::memcmp(found.constData(), ASN1_STRING_get0_data(stated), static_cast<size_t>(found.size())) == 0;
    const int key = EVP_PKEY_get_base_id(X509_get0_pubkey(signer.certificate));
    check.signatureMatches = key == EVP_PKEY_ED25519 || key == EVP_PKEY_ED448
        ? verifyEdwards(signer.certificate, signer.info, CmsForm::signedAttributes(der, signer.index))
        : CMS_SignerInfo_verify(signer.info) == 1;
}

void checkContent(CMS_ContentInfo *cms, const Signer &signer, QByteArrayView der, const QByteArray &bytes, X509_STORE *trust,
                  SignatureCheck &check)
{
    if (check.subFilter == QLatin1String("ETSI.RFC3161")) {
        const TimestampCheck stamp = checkTimestamp(der, bytes, trust);
        check.digestMatches = stamp.digestMatches;
        check.signatureMatches = stamp.signatureMatches;
        check.claimedTime = stamp.time;
        if (stamp.isSound() && stamp.byTimeAuthority) {
            check.provenTime = stamp.time;
            check.timeAuthority = stamp.authority;
            check.timeTrusted = stamp.trusted;
        }
        if (!stamp.detail.isEmpty())
            addDetail(check, stamp.detail);
    } else if (check.subFilter == QLatin1String("adbe.pkcs7.sha1")) {
        check.weak = true;
        const QByteArray inside = embeddedContent(cms);
        check.signatureMatches = !inside.isEmpty();
        check.digestMatches = inside == digestBy(EVP_sha1(), bytes);
    } else {
        checkDetached(cms, signer, der, bytes, check);
    }
}

/// The time stamp over the signature, when there is one: a word on what is wrong with it, empty when nothing is.
QString checkSignatureTimestamp(const Signer &signer, X509_STORE *trust, SignatureCheck &check)
{
    bool several = false;
    const QByteArray token = timestampTokenOf(signer.info, several);
    if (token.isEmpty())
        return CMS_unsigned_get_attr_by_NID(signer.info, NID_id_smime_aa_timeStampToken, -1) < 0
            ? QString()
            : QStringLiteral("the time stamp cannot be read");
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(signer.info);
    const TimestampCheck stamp = checkTimestamp(
        token, QByteArrayView(reinterpret_cast<const char *>(ASN1_STRING_get0_data(signature)), ASN1_STRING_length(signature)),
        trust);
    if (!stamp.isSound())
        return stamp.detail;
    if (!stamp.byTimeAuthority) {
        addDetail(check, QStringLiteral("the time stamp was not made by a time authority"));
        return {};
    }
    check.provenTime = stamp.time;
    check.timeAuthority = stamp.authority;
    check.timeTrusted = stamp.trusted;
    return {};
}

/// What every signer of one message shares.
struct Message {
    CMS_ContentInfo *cms;
    QByteArrayView der;
    const QByteArray &bytes;
    STACK_OF(X509) * all;
    X509_STORE *trust;
};

void checkSigner(const Message &message, const Signer &signer, SignatureCheck &check)
{
    if (signer.digest == NID_md5 || signer.digest == NID_md4 || signer.digest == NID_md2)
        return judge(check, Integrity::Unreadable, QStringLiteral("digest too weak to prove anything"));
    check.weak = check.weak || signer.digest == NID_sha1;
    checkContent(message.cms, signer, message.der, message.bytes, message.trust, check);
    if (check.weak)
        addDetail(check, QStringLiteral("SHA-1 digest"));
    const QString cause = takeOpenSslError();
    if (!check.digestMatches)
        return judge(check, Integrity::Changed, QStringLiteral("digest mismatch"));
    if (!check.signatureMatches)
        return judge(check, Integrity::Changed, cause.isEmpty() ? QStringLiteral("the signature does not match") : cause);
    QString fault = hiddenFault(message.cms, signer, message.all, message.der, check.subFilter);
    if (fault.isEmpty())
        fault = checkSignatureTimestamp(signer, message.trust, check);
    if (!fault.isEmpty())
        judge(check, Integrity::Changed, fault);
}

bool isSupported(const QString &subFilter)
{
    static const QStringList known {QStringLiteral("ETSI.CAdES.detached"), QStringLiteral("adbe.pkcs7.detached"),
                                    QStringLiteral("adbe.pkcs7.sha1"), QStringLiteral("ETSI.RFC3161")};
    return known.contains(subFilter);
}

}  // namespace

Result<X509StorePtr> loadTrust(const QString &pemFile)
{
    X509StorePtr store(X509_STORE_new());
    if (pemFile.isEmpty())
        return store;
    QFile file(pemFile);
    if (!file.exists())
        return fail(ErrorKind::NotFound, pemFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::AccessDenied, pemFile, file.errorString());
    const QByteArray pem = file.read(16 << 20);
    BioPtr in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    int count = 0;
    while (X509 *certificate = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)) {
        X509_STORE_add_cert(store.get(), certificate);
        X509_free(certificate);
        ++count;
    }
    ERR_clear_error();
    if (count == 0)
        return fail(ErrorKind::Malformed, pemFile, QStringLiteral("no PEM certificate in it"));
    return store;
}

void checkCms(QByteArrayView der, QByteArrayView before, QByteArrayView after, X509_STORE *trust, SignatureCheck &check)
{
    ERR_clear_error();
    if (!isSupported(check.subFilter))
        return judge(check, Integrity::Unreadable,
                     QStringLiteral("signature format \"%1\" is not supported").arg(check.subFilter));
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.data());
    const auto *end = cursor + der.size();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &cursor, static_cast<long>(der.size())));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return judge(check, Integrity::Unreadable, QStringLiteral("no CMS signature in /Contents: %1").arg(takeOpenSslError()));
    if (std::any_of(cursor, end, [](unsigned char c) { return c != 0; }))
        return judge(check, Integrity::Changed, QStringLiteral("data behind the signature inside /Contents"));
    const std::vector<Signer> signers = signersOf(cms.get());
    if (signers.empty() || signers.size() > mostSigners || std::any_of(signers.begin(), signers.end(), [](const Signer &s) {
            return !s.certificate || !X509_get0_pubkey(s.certificate);
        }))
        return judge(check, Integrity::Unreadable,
                     QStringLiteral("no signer whose certificate is inside and has a readable key"));
    const X509StackPtr all(CMS_get1_certs(cms.get()));
    describeSigner(signers.front(), all.get(), trust, check);
    if (signers.size() > 1)
        addDetail(check, QStringLiteral("%1 signers in one signature").arg(signers.size()));
    const QByteArray bytes = joined(before, after);
    const QByteArrayView exact = der.first(der.size() - (end - cursor));
    check.integrity = Integrity::Unchanged;
    for (const Signer &signer : signers) {
        if (check.integrity == Integrity::Unchanged)
            checkSigner({cms.get(), exact, bytes, all.get(), trust}, signer, check);
    }
    ERR_clear_error();
}

}  // namespace waybill
