// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian 12 reaches tokens through an engine, Debian 13 through a provider; the engine interface is marked as old.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "core/report/signingkey_p.h"

#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/provider.h>
#include <openssl/store.h>
#include <openssl/ui.h>

#include <cstring>

namespace waybill {

namespace {

struct Found {
    KeyPtr key;
    X509StackPtr certificates;
    QString problem;
};

using UiMethodPtr = std::unique_ptr<UI_METHOD, FreeWith<UI_destroy_method>>;

int givePin(char *buffer, int size, int, void *data)
{
    const auto *pin = static_cast<const QByteArray *>(data);
    const int length = std::min<int>(size, static_cast<int>(pin->size()));
    std::memcpy(buffer, pin->constData(), static_cast<size_t>(length));
    return length;
}

/// Everything that the URI names, through the provider "pkcs11".
Found fromProvider(const QByteArray &uri, QByteArray &pin)
{
    Found found;
    found.certificates.reset(sk_X509_new_null());
    const UiMethodPtr method(UI_UTIL_wrap_read_pem_callback(givePin, 0));
    OSSL_STORE_CTX *store = OSSL_STORE_open(uri.constData(), method.get(), &pin, nullptr, nullptr);
    while (store && !OSSL_STORE_eof(store)) {
        OSSL_STORE_INFO *info = OSSL_STORE_load(store);
        if (!info)
            break;
        if (OSSL_STORE_INFO_get_type(info) == OSSL_STORE_INFO_PKEY && !found.key)
            found.key.reset(OSSL_STORE_INFO_get1_PKEY(info));
        else if (OSSL_STORE_INFO_get_type(info) == OSSL_STORE_INFO_CERT)
            sk_X509_push(found.certificates.get(), OSSL_STORE_INFO_get1_CERT(info));
        OSSL_STORE_INFO_free(info);
    }
    OSSL_STORE_close(store);
    found.problem = takeOpenSslError();
    return found;
}

/// The same through the engine; it stays loaded, because the key works only with it.
Found fromEngine(const QByteArray &uri, const QByteArray &pin)
{
    Found found;
    found.certificates.reset(sk_X509_new_null());
    ENGINE_load_builtin_engines();
    ENGINE *engine = ENGINE_by_id("pkcs11");
    if (!engine || ENGINE_init(engine) != 1) {
        ENGINE_free(engine);
        ERR_clear_error();
        found.problem = QStringLiteral("no module for tokens is installed (pkcs11 provider or engine)");
        return found;
    }
    if (!pin.isEmpty())
        ENGINE_ctrl_cmd_string(engine, "PIN", pin.constData(), 0);
    found.key.reset(ENGINE_load_private_key(engine, uri.constData(), nullptr, nullptr));
    found.problem = takeOpenSslError();
    struct {
        const char *id;
        X509 *certificate;
    } wanted {uri.constData(), nullptr};
    if (ENGINE_ctrl_cmd(engine, "LOAD_CERT_CTRL", 0, &wanted, nullptr, 1) == 1 && wanted.certificate)
        sk_X509_push(found.certificates.get(), wanted.certificate);
    ERR_clear_error();
    ENGINE_finish(engine);
    ENGINE_free(engine);
    return found;
}

bool hasProvider()
{
    return OSSL_PROVIDER_available(nullptr, "pkcs11") == 1 || OSSL_PROVIDER_try_load(nullptr, "pkcs11", 1) != nullptr;
}

}  // namespace

Result<SigningKey> SigningKey::fromToken(const QString &uri, const QString &certificates, QByteArray pin, const QDateTime &now)
{
    const Wiper wiper {pin};
    const bool provider = hasProvider();
    ERR_clear_error();
    Found found = provider ? fromProvider(uri.toUtf8(), pin) : fromEngine(uri.toUtf8(), pin);
    if (!found.key)
        return fail(found.problem.contains(QLatin1String("PIN"), Qt::CaseInsensitive)
                            || found.problem.contains(QLatin1String("login"), Qt::CaseInsensitive)
                        ? ErrorKind::WrongPassword
                        : ErrorKind::NotFound,
                    uri, found.problem.isEmpty() ? QStringLiteral("no private key there") : found.problem);
    if (!certificates.isEmpty()) {
        const Result<QByteArray> pem = readKeyFile(certificates);
        if (!pem)
            return tl::unexpected(pem.error());
        found.certificates = readPemCertificates(*pem);
    }
    X509Ptr certificate = takeCertificateOf(found.key.get(), found.certificates.get());
    if (!certificate)
        return fail(ErrorKind::BadCertificate, uri, QStringLiteral("no certificate belongs to the key"));
    return checked(uri, {std::move(found.key), std::move(certificate), std::move(found.certificates)}, now);
}

}  // namespace waybill
