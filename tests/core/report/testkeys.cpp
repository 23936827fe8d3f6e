// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/testkeys.h"

#include "core/report/opensslptr.h"

#include <QDir>
#include <QFile>

#include <openssl/pem.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace waybill::test {

namespace {

KeyPtr newKey(KeyType type)
{
    switch (type) {
    case KeyType::Rsa1024:
        return KeyPtr(EVP_RSA_gen(1024));
    case KeyType::Rsa2048:
        return KeyPtr(EVP_RSA_gen(2048));
    case KeyType::P256:
        return KeyPtr(EVP_EC_gen("P-256"));
    case KeyType::P384:
        return KeyPtr(EVP_EC_gen("P-384"));
    case KeyType::Ed25519:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    }
    return {};
}

void extend(X509 *certificate, int nid, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

X509Ptr newCertificate(EVP_PKEY *key, const QString &name, const QDateTime &from, const QDateTime &until, long serial)
{
    X509Ptr certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), until.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key);
    const QByteArray utf8 = name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(utf8.constData()), -1, -1, 0);
    return certificate;
}

QByteArray pemOf(X509 *certificate)
{
    BioPtr out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    char *data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return QByteArray(data, length);
}

QByteArray pack(EVP_PKEY *key, X509 *certificate, STACK_OF(X509) * chain, const QByteArray &password, bool old)
{
    OSSL_PROVIDER *legacy = old ? OSSL_PROVIDER_load(nullptr, "legacy") : nullptr;
    OSSL_PROVIDER *usual = old ? OSSL_PROVIDER_load(nullptr, "default") : nullptr;
    const int cipher = old ? NID_pbe_WithSHA1And40BitRC2_CBC : 0;
    Pkcs12Ptr bag(PKCS12_create(password.constData(), "test", key, certificate, chain,
                                old ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : 0, cipher, 0, 0, 0));
    unsigned char *bytes = nullptr;
    const int length = i2d_PKCS12(bag.get(), &bytes);
    QByteArray out(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    if (legacy)
        OSSL_PROVIDER_unload(legacy);
    if (usual)
        OSSL_PROVIDER_unload(usual);
    return out;
}

}  // namespace

MadeKey makeKey(const TestKey &wanted, const QByteArray &password)
{
    const KeyPtr key = newKey(wanted.type);
    const X509Ptr certificate = newCertificate(key.get(), wanted.name, wanted.from, wanted.until, 2);
    extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate.get(), NID_key_usage, wanted.usage);
    extend(certificate.get(), NID_ext_key_usage, wanted.extendedUsage);
    X509StackPtr chain;
    KeyPtr authorityKey;
    X509Ptr authority;
    if (wanted.byAuthority) {
        authorityKey = newKey(KeyType::P256);
        authority = newCertificate(authorityKey.get(), QStringLiteral("Example Authority"), wanted.from, wanted.until, 1);
        extend(authority.get(), NID_basic_constraints, "critical,CA:TRUE");
        extend(authority.get(), NID_key_usage, "critical,keyCertSign");
        X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
        X509_sign(authority.get(), authorityKey.get(), EVP_sha256());
        chain.reset(sk_X509_new_null());
        X509_up_ref(authority.get());
        sk_X509_push(chain.get(), authority.get());
    }
    X509 *issuer = authority ? authority.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    const EVP_MD *digest = !authority && wanted.type == KeyType::Ed25519 ? nullptr : EVP_sha256();
    X509_sign(certificate.get(), authority ? authorityKey.get() : key.get(), digest);
    return {pack(key.get(), certificate.get(), chain.get(), password, wanted.oldEncryption), pemOf(issuer)};
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

}  // namespace waybill::test
