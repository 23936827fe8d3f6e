// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/cmsform.h"
#include "core/report/cmsreference.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace waybill {

namespace {

using TstInfoPtr = std::unique_ptr<TS_TST_INFO, FreeWith<TS_TST_INFO_free>>;

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
    CMS_SignerInfo *info = nullptr;
    X509 *certificate = nullptr;
    int digest = NID_undef;
};

Signer onlySigner(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms);
    if (!infos || sk_CMS_SignerInfo_num(infos) != 1)
        return {};
    CMS_set1_signers_certs(cms, nullptr, 0);
    Signer signer;
    signer.info = sk_CMS_SignerInfo_value(infos, 0);
    X509_ALGOR *digest = nullptr;
    CMS_SignerInfo_get0_algs(signer.info, nullptr, &signer.certificate, &digest, nullptr);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, digest);
    signer.digest = OBJ_obj2nid(object);
    return signer;
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

void describeSigner(const Signer &signer, STACK_OF(X509) * all, X509_STORE *trust, SignatureCheck &check)
{
    check.signerName = ownerName(X509_get_subject_name(signer.certificate));
    check.issuerName = ownerName(X509_get_issuer_name(signer.certificate));
    check.selfSigned = X509_self_signed(signer.certificate, 1) == 1;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = toDateTime(X509_get0_notBefore(signer.certificate));
    const QDateTime until = toDateTime(X509_get0_notAfter(signer.certificate));
    check.certificateExpired = !from.isValid() || !until.isValid() || now < from || now > until;
    if (!check.claimedTime.isValid())
        check.claimedTime = signingTime(signer.info);
    X509StoreCtxPtr context(X509_STORE_CTX_new());
    if (context && X509_STORE_CTX_init(context.get(), trust, signer.certificate, all) == 1) {
        // Dates are told apart from trust; a certificate that the user named is trusted without its root.
        X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
        check.trusted = X509_verify_cert(context.get()) == 1;
        if (!check.trusted)
            addDetail(check, QLatin1String(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))));
    }
    ERR_clear_error();
}

/// Changes that the signature itself does not show, because they are in fields that it does not cover.
QString hiddenFault(CMS_ContentInfo *cms, const Signer &signer, const STACK_OF(X509) * all, QByteArrayView der,
                    const QString &subFilter)
{
    if (!agreesWithItself(cms, signer))
        return QStringLiteral("the parts of the signature contradict each other");
    CmsForm form;
    form.timestamp = subFilter == QLatin1String("ETSI.RFC3161");
    const QString fault = form.faultOf(der, derOf(signer.certificate));
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

bool detachedMatches(CMS_ContentInfo *cms, const QByteArray &bytes)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return false;
    BioPtr in(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    BioPtr out(BIO_new(BIO_s_null()));
    return CMS_verify(cms, nullptr, nullptr, in.get(), out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

/// RFC 3161 token: the signed content names the digest of the file.
bool timestampMatches(CMS_ContentInfo *cms, const QByteArray &bytes, SignatureCheck &check)
{
    const QByteArray content = embeddedContent(cms);
    const auto *cursor = reinterpret_cast<const unsigned char *>(content.constData());
    const TstInfoPtr info(content.isEmpty() ? nullptr : d2i_TS_TST_INFO(nullptr, &cursor, static_cast<long>(content.size())));
    if (!info)
        return false;
    check.claimedTime = toDateTime(TS_TST_INFO_get_time(info.get()));
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING *expected = TS_MSG_IMPRINT_get_msg(imprint);
    const QByteArray found = digestBy(EVP_get_digestbyobj(object), bytes);
    return !found.isEmpty() && found.size() == ASN1_STRING_length(expected)
        && std::memcmp(found.constData(), ASN1_STRING_get0_data(expected), static_cast<size_t>(found.size())) == 0;
}

bool contentMatches(CMS_ContentInfo *cms, const QByteArray &bytes, SignatureCheck &check)
{
    if (check.subFilter == QLatin1String("ETSI.RFC3161"))
        return timestampMatches(cms, bytes, check);
    if (check.subFilter == QLatin1String("adbe.pkcs7.sha1")) {
        addDetail(check, QStringLiteral("SHA-1 digest"));
        return embeddedContent(cms) == digestBy(EVP_sha1(), bytes);
    }
    return detachedMatches(cms, bytes);
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
    const Signer signer = onlySigner(cms.get());
    if (!signer.info || !signer.certificate)
        return judge(check, Integrity::Unreadable, QStringLiteral("not exactly one signer with a certificate"));

    const X509StackPtr all(CMS_get1_certs(cms.get()));
    describeSigner(signer, all.get(), trust, check);
    if (signer.digest == NID_md5 || signer.digest == NID_md4 || signer.digest == NID_md2)
        return judge(check, Integrity::Unreadable, QStringLiteral("digest too weak to prove anything"));
    if (signer.digest == NID_sha1)
        addDetail(check, QStringLiteral("SHA-1 digest"));
    const bool matches = contentMatches(cms.get(), joined(before, after), check);
    const QString cause = takeOpenSslError();
    if (!matches)
        return judge(check, Integrity::Changed, cause.isEmpty() ? QStringLiteral("digest mismatch") : cause);
    const QString fault = hiddenFault(cms.get(), signer, all.get(), der.first(der.size() - (end - cursor)), check.subFilter);
    if (!fault.isEmpty())
        return judge(check, Integrity::Changed, fault);
    ERR_clear_error();
    check.integrity = Integrity::Unchanged;
}

}  // namespace waybill
