// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cmstimestamp.h"

#include "core/report/cmsform.h"
#include "core/report/cmsreference.h"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <cstring>

namespace waybill {

namespace {

using TstInfoPtr = std::unique_ptr<TS_TST_INFO, FreeWith<TS_TST_INFO_free>>;

QByteArray embeddedContent(CMS_ContentInfo *cms)
{
    ASN1_OCTET_STRING **content = CMS_get0_content(cms);
    if (!content || !*content)
        return {};
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(*content)), ASN1_STRING_length(*content));
}

bool imprintMatches(TS_TST_INFO *info, QByteArrayView bytes)
{
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING *expected = TS_MSG_IMPRINT_get_msg(imprint);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    const EVP_MD *algorithm = EVP_get_digestbyobj(object);
    return algorithm && EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), digest, &length, algorithm, nullptr) == 1
        && static_cast<int>(length) == ASN1_STRING_length(expected)
        && std::memcmp(digest, ASN1_STRING_get0_data(expected), length) == 0;
}

bool isForTimestamps(X509 *certificate)
{
    return X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE && X509_get_extended_key_usage(certificate) == XKU_TIMESTAMP;
}

void judgeTrust(X509 *certificate, STACK_OF(X509) * all, X509_STORE *trust, const QDateTime &time, TimestampCheck &check)
{
    const X509StoreCtxPtr context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), trust, certificate, all) != 1)
        return;
    // A stamp holds when the certificate was good at the time it names.
    X509_STORE_CTX_set_time(context.get(), 0, static_cast<time_t>(time.toSecsSinceEpoch()));
    X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context.get()), X509_V_FLAG_PARTIAL_CHAIN);
    check.trusted = X509_verify_cert(context.get()) == 1;
}

}  // namespace

TimestampCheck checkTimestamp(QByteArrayView der, QByteArrayView bytes, X509_STORE *trust)
{
    TimestampCheck check;
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.data());
    const auto *end = cursor + der.size();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &cursor, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!cms || cursor != end || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed
        || OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_id_smime_ct_TSTInfo) {
        check.detail = QStringLiteral("the time stamp cannot be read");
        return check;
    }
    const QByteArray content = embeddedContent(cms.get());
    const auto *from = reinterpret_cast<const unsigned char *>(content.constData());
    const TstInfoPtr info(d2i_TS_TST_INFO(nullptr, &from, static_cast<long>(content.size())));
    STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms.get());
    CMS_set1_signers_certs(cms.get(), nullptr, 0);
    X509 *certificate = nullptr;
    if (infos && sk_CMS_SignerInfo_num(infos) == 1)
        CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(infos, 0), nullptr, &certificate, nullptr, nullptr);
    ERR_clear_error();
    if (!info || !certificate) {
        check.detail = QStringLiteral("the time stamp has no content or no certificate");
        return check;
    }
    check.readable = true;
    check.time = toDateTime(TS_TST_INFO_get_time(info.get()));
    check.authority = ownerName(X509_get_subject_name(certificate));
    check.issuer = ownerName(X509_get_issuer_name(certificate));
    check.digestMatches = imprintMatches(info.get(), bytes);
    check.signatureMatches
        = CMS_verify(cms.get(), nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    check.byTimeAuthority = isForTimestamps(certificate);
    const X509StackPtr all(CMS_get1_certs(cms.get()));
    CmsForm form;
    form.timestamp = true;
    if (!check.digestMatches || !check.signatureMatches)
        check.detail = QStringLiteral("the time stamp is about something else or was altered");
    else
        check.detail = form.faultOf(der, 0, derOf(certificate));
    if (check.detail.isEmpty()
        && certificateReference(sk_CMS_SignerInfo_value(infos, 0), certificate, all.get()) == CertificateReference::Wrong)
        check.detail = QStringLiteral("the time authority's certificate is not the one that was signed for");
    if (check.detail.isEmpty())
        check.detail = certificateFault(all.get());
    if (trust && check.isSound() && check.byTimeAuthority)
        judgeTrust(certificate, all.get(), trust, check.time, check);
    ERR_clear_error();
    return check;
}

QByteArray timestampTokenOf(CMS_SignerInfo *signer, bool &several)
{
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    several = at >= 0 && CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, at) >= 0;
    X509_ATTRIBUTE *attribute = at < 0 ? nullptr : CMS_unsigned_get_attr(signer, at);
    ASN1_TYPE *value = attribute ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    if (!value || value->type != V_ASN1_SEQUENCE)
        return {};
    const ASN1_STRING *sequence = value->value.sequence;
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(sequence)), ASN1_STRING_length(sequence));
}

using RequestPtr = std::unique_ptr<TS_REQ, FreeWith<TS_REQ_free>>;
using ResponsePtr = std::unique_ptr<TS_RESP, FreeWith<TS_RESP_free>>;

static RequestPtr makeRequest(QByteArrayView bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    unsigned char random[8];
    if (EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), digest, &length, EVP_sha256(), nullptr) != 1
        || RAND_bytes(random, sizeof random) != 1)
        return {};
    RequestPtr request(TS_REQ_new());
    const std::unique_ptr<TS_MSG_IMPRINT, FreeWith<TS_MSG_IMPRINT_free>> imprint(TS_MSG_IMPRINT_new());
    const std::unique_ptr<X509_ALGOR, FreeWith<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
    const std::unique_ptr<ASN1_INTEGER, FreeWith<ASN1_INTEGER_free>> nonce(ASN1_INTEGER_new());
    if (!request || !imprint || !algorithm || !nonce)
        return {};
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    quint64 number = 0;
    std::memcpy(&number, random, sizeof number);
    const bool ok = TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1
        && TS_MSG_IMPRINT_set_msg(imprint.get(), digest, static_cast<int>(length)) == 1
        && ASN1_INTEGER_set_uint64(nonce.get(), number | 1) == 1 && TS_REQ_set_version(request.get(), 1) == 1
        && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 && TS_REQ_set_nonce(request.get(), nonce.get()) == 1
        && TS_REQ_set_cert_req(request.get(), 1) == 1;
    return ok ? std::move(request) : RequestPtr();
}

Result<QByteArray> requestTimestamp(QByteArrayView bytes, const TimestampSource &source)
{
    const auto failed = [](const QString &cause) { return fail(ErrorKind::Signature, QStringLiteral("time stamp"), cause); };
    const RequestPtr request = makeRequest(bytes);
    unsigned char *der = nullptr;
    const int length = request ? i2d_TS_REQ(request.get(), &der) : -1;
    if (length <= 0)
        return failed(takeOpenSslError());
    const QByteArray query(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    const Result<QByteArray> answer = source(query);
    if (!answer)
        return answer;
    const auto *cursor = reinterpret_cast<const unsigned char *>(answer->constData());
    const ResponsePtr response(d2i_TS_RESP(nullptr, &cursor, static_cast<long>(answer->size())));
    if (!response)
        return failed(QStringLiteral("the answer is no time stamp response"));
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.get())));
    PKCS7 *token = TS_RESP_get_token(response.get());
    TS_TST_INFO *info = TS_RESP_get_tst_info(response.get());
    if ((status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) || !token || !info)
        return failed(QStringLiteral("the time authority refused (status %1)").arg(status));
    const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce(info);
    if (!nonce || ASN1_INTEGER_cmp(nonce, TS_REQ_get_nonce(request.get())) != 0)
        return failed(QStringLiteral("the time stamp answers another request"));
    unsigned char *packed = nullptr;
    const int size = i2d_PKCS7(token, &packed);
    const QByteArray out(reinterpret_cast<const char *>(packed), size > 0 ? size : 0);
    OPENSSL_free(packed);
    const TimestampCheck check = checkTimestamp(out, bytes, nullptr);
    if (!check.isSound())
        return failed(check.detail);
    if (!check.byTimeAuthority)
        return failed(QStringLiteral("\"%1\" is not a time authority").arg(check.authority));
    return out;
}

}  // namespace waybill
