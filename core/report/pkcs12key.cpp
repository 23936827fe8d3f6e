// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"
#include "core/report/signingkey_p.h"

#include <QTimeZone>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

namespace waybill {

QString takeOpenSslError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    if (code == 0)
        return {};
    const char *reason = ERR_reason_error_string(code);
    return reason ? QString::fromLatin1(reason) : QStringLiteral("OpenSSL error %1").arg(code, 0, 16);
}

static QString nameEntry(const X509_NAME *name, int nid)
{
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    if (index < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (length < 0)
        return {};
    const QString text = displayPath(std::string_view(reinterpret_cast<const char *>(utf8), static_cast<size_t>(length)));
    OPENSSL_free(utf8);
    return text;
}

QString ownerName(const X509_NAME *name)
{
    for (int nid : {NID_commonName, NID_organizationName}) {
        const QString text = nameEntry(name, nid);
        if (!text.isEmpty())
            return text;
    }
    BioPtr out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253);
    char *data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return displayPath(std::string_view(data, length > 0 ? static_cast<size_t>(length) : 0));
}

QDateTime toDateTime(const ASN1_TIME *time)
{
    std::tm parts {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    const QDate date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return QDateTime(date, QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc()).toUTC();
}

namespace {

struct Parsed {
    KeyPtr key;
    X509Ptr certificate;
    X509StackPtr chain;
};

enum class ParseFailure { None, WrongPassword, OldAlgorithm, Other };

ParseFailure parseWith(PKCS12 *bag, const QByteArray &password, Parsed &out)
{
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *chain = nullptr;
    ERR_clear_error();
    const int ok = PKCS12_parse(bag, password.constData(), &key, &certificate, &chain);
    out = {KeyPtr(key), X509Ptr(certificate), X509StackPtr(chain)};
    if (ok == 1)
        return ParseFailure::None;
    ParseFailure failure = ParseFailure::Other;
    for (unsigned long code = ERR_peek_error(); code != 0; code = (ERR_get_error(), ERR_peek_error())) {
        if (ERR_GET_LIB(code) == ERR_LIB_PKCS12 && ERR_GET_REASON(code) == PKCS12_R_MAC_VERIFY_FAILURE)
            return ParseFailure::WrongPassword;
        if (ERR_GET_REASON(code) == ERR_R_UNSUPPORTED)
            failure = ParseFailure::OldAlgorithm;
    }
    return failure;
}

Pkcs12Ptr readBag(const QByteArray &bytes, OSSL_LIB_CTX *library)
{
    PKCS12 *bag = library ? PKCS12_init_ex(NID_pkcs7_data, library, nullptr) : nullptr;
    const auto *cursor = reinterpret_cast<const unsigned char *>(bytes.constData());
    return Pkcs12Ptr(d2i_PKCS12(library ? &bag : nullptr, &cursor, static_cast<long>(bytes.size())));
}

/// Old files use RC2; only OpenSSL's legacy provider reads that. It is loaded into a library context of its own, so that
/// the rest of the process stays without old algorithms, and the key is then moved to the default context.
ParseFailure parseLegacy(const QByteArray &bytes, const QByteArray &password, Parsed &out)
{
    std::unique_ptr<OSSL_LIB_CTX, FreeWith<OSSL_LIB_CTX_free>> library(OSSL_LIB_CTX_new());
    OSSL_PROVIDER *legacy = OSSL_PROVIDER_load(library.get(), "legacy");
    OSSL_PROVIDER *usual = OSSL_PROVIDER_load(library.get(), "default");
    ParseFailure failure = ParseFailure::OldAlgorithm;
    if (legacy && usual) {
        Pkcs12Ptr bag = readBag(bytes, library.get());
        Parsed parsed;
        failure = bag ? parseWith(bag.get(), password, parsed) : ParseFailure::Other;
        unsigned char *der = nullptr;
        const int length = failure == ParseFailure::None && parsed.key ? i2d_PrivateKey(parsed.key.get(), &der) : -1;
        const unsigned char *cursor = der;
        if (length > 0)
            out.key.reset(d2i_AutoPrivateKey(nullptr, &cursor, length));
        OPENSSL_clear_free(der, length > 0 ? static_cast<size_t>(length) : 0);
        out.certificate = std::move(parsed.certificate);
        out.chain = std::move(parsed.chain);
    }
    if (legacy)
        OSSL_PROVIDER_unload(legacy);
    if (usual)
        OSSL_PROVIDER_unload(usual);
    ERR_clear_error();
    return failure;
}

}  // namespace

Result<SigningKey> SigningKey::fromPkcs12(const QString &path, QByteArray password, const QDateTime &now)
{
    const Wiper wiper {password};
    const Result<QByteArray> bytes = readKeyFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    ERR_clear_error();
    const Pkcs12Ptr bag = readBag(*bytes, nullptr);
    if (!bag)
        return fail(ErrorKind::Malformed, path, QStringLiteral("not a PKCS#12 file: %1").arg(takeOpenSslError()));
    Parsed parsed;
    ParseFailure failure = parseWith(bag.get(), password, parsed);
    if (failure == ParseFailure::OldAlgorithm)
        failure = parseLegacy(*bytes, password, parsed);
    const QString cause = takeOpenSslError();
    if (failure == ParseFailure::WrongPassword)
        return fail(ErrorKind::WrongPassword, path);
    if (failure == ParseFailure::OldAlgorithm)
        return fail(ErrorKind::NotSupported, path,
                    QStringLiteral("protected with an old algorithm that this OpenSSL does not read"));
    if (failure != ParseFailure::None)
        return fail(ErrorKind::Malformed, path, cause);
    if (!parsed.key || !parsed.certificate)
        return fail(ErrorKind::Malformed, path, QStringLiteral("holds no private key with a certificate"));
    return checked(path, {std::move(parsed.key), std::move(parsed.certificate), std::move(parsed.chain)}, now);
}

}  // namespace waybill
