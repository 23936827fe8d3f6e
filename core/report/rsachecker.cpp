// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/cmsreference.h"
#include "core/report/der.h"

#include <openssl/err.h>

#include <algorithm>

namespace waybill {

namespace {

X509StackPtr readCertificates(const std::vector<std::string> &certificates)
{
    X509StackPtr out(sk_X509_new_null());
    for (const std::string &der : certificates) {
        const auto *cursor = reinterpret_cast<const unsigned char *>(der.data());
        if (X509 *certificate = d2i_X509(nullptr, &cursor, static_cast<long>(der.size())))
            sk_X509_push(out.get(), certificate);
    }
    return out;
}

bool matches(EVP_PKEY *key, const EVP_MD *digest, QByteArrayView signature, QByteArrayView before, QByteArrayView after)
{
    const DigestPtr context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1
        && EVP_DigestVerifyUpdate(context.get(), before.data(), static_cast<size_t>(before.size())) == 1
        && EVP_DigestVerifyUpdate(context.get(), after.data(), static_cast<size_t>(after.size())) == 1
        && EVP_DigestVerifyFinal(context.get(), reinterpret_cast<const unsigned char *>(signature.data()),
                                 static_cast<size_t>(signature.size()))
        == 1;
}

}  // namespace

void checkRsaSignature(QByteArrayView contents, const std::vector<std::string> &certificates, QByteArrayView before,
                       QByteArrayView after, X509_STORE *trust, SignatureCheck &check)
{
    check.integrity = Integrity::Unreadable;
    const X509StackPtr all = readCertificates(certificates);
    X509 *certificate = sk_X509_value(all.get(), 0);
    EVP_PKEY *key = certificate ? X509_get0_pubkey(certificate) : nullptr;
    const auto signature = der::first(contents);
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || !signature || signature->tag != der::octetString) {
        check.detail = QStringLiteral("no RSA signature with a certificate");
        ERR_clear_error();
        return;
    }
    const QByteArrayView padding = contents.sliced(signature->whole.size());
    const bool clean = der::isCanonical(*signature) && std::all_of(padding.begin(), padding.end(), [](char c) { return c == 0; });
    describeCertificate(certificate, all.get(), trust, check);
    for (const EVP_MD *digest : {EVP_sha256(), EVP_sha384(), EVP_sha512(), EVP_sha1()}) {
        if (!matches(key, digest, signature->content, before, after))
            continue;
        check.digestMatches = check.signatureMatches = true;
        check.digestAlgorithm = QLatin1String(OBJ_nid2ln(EVP_MD_get_type(digest)));
        check.signatureAlgorithm = QStringLiteral("RSA %1 bits").arg(EVP_PKEY_get_bits(key));
        check.weak = digest == EVP_sha1();
        break;
    }
    const QString altered = certificateFault(all.get());
    check.integrity = check.digestMatches && clean && altered.isEmpty() ? Integrity::Unchanged : Integrity::Changed;
    const QString word = !check.digestMatches ? QStringLiteral("digest mismatch")
        : !clean                              ? QStringLiteral("data behind the signature inside /Contents")
        : check.weak && altered.isEmpty()     ? QStringLiteral("SHA-1 digest")
                                              : altered;
    if (!word.isEmpty())
        check.detail = check.detail.isEmpty() ? word : QString(word % QLatin1String("; ") % check.detail);
    ERR_clear_error();
}

}  // namespace waybill
