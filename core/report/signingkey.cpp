// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signingkey_p.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <sys/resource.h>

namespace waybill {

namespace {

constexpr qint64 largestKeyFile = 4 << 20;
constexpr int mostCertificates = 50;

/// From the moment a private key is in memory, a crash must not write it to a disk.
void keepOutOfCoreDumps()
{
    const rlimit none {0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

bool isWeakDigest(const X509 *certificate)
{
    int digest = NID_undef;
    if (X509_get_signature_info(const_cast<X509 *>(certificate), &digest, nullptr, nullptr, nullptr) != 1)
        return false;
    return digest == NID_md5 || digest == NID_sha1 || digest == NID_md5_sha1;
}

/// Empty when the key is of a kind and strength that we sign with, else the reason against it.
QString weakness(const EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return bits >= 2048 ? QString() : QStringLiteral("RSA key of %1 bits, at least 2048 are needed").arg(bits);
    case EVP_PKEY_EC: {
        char group[64] = {};
        EVP_PKEY_get_group_name(key, group, sizeof group, nullptr);
        const QLatin1String name(group);
        const bool known = name == QLatin1String("prime256v1") || name == QLatin1String("secp384r1");
        return known ? QString() : QStringLiteral("curve %1, only P-256 and P-384 are used").arg(name);
    }
    default: {
        const char *type = EVP_PKEY_get0_type_name(key);
        return QStringLiteral("key type %1, only RSA, P-256 and P-384 are used").arg(QLatin1String(type ? type : "unknown"));
    }
    }
}

/// A certificate whose every purpose is a server's or an authority's job is not meant for documents.
bool isForOtherPurpose(X509 *certificate)
{
    const uint32_t usage = X509_get_key_usage(certificate);  // all bits set when the extension is absent
    if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
        return true;
    using Purposes = std::unique_ptr<EXTENDED_KEY_USAGE, FreeWith<EXTENDED_KEY_USAGE_free>>;
    const Purposes purposes(
        static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    if (!purposes)
        return false;
    for (int i = 0; i < sk_ASN1_OBJECT_num(purposes.get()); ++i) {
        const int nid = OBJ_obj2nid(sk_ASN1_OBJECT_value(purposes.get(), i));
        if (nid != NID_server_auth && nid != NID_time_stamp && nid != NID_OCSP_sign)
            return false;
    }
    return true;
}

QString reasonAgainst(X509 *certificate, const QDateTime &now)
{
    const QDateTime from = toDateTime(X509_get0_notBefore(certificate));
    const QDateTime until = toDateTime(X509_get0_notAfter(certificate));
    if (!from.isValid() || !until.isValid())
        return QStringLiteral("validity dates are not readable");
    if (now < from)
        return QStringLiteral("not valid before %1").arg(from.toString(Qt::ISODate));
    if (now > until)
        return QStringLiteral("expired on %1").arg(until.toString(Qt::ISODate));
    const QString weak = weakness(X509_get0_pubkey(certificate));
    if (!weak.isEmpty())
        return weak;
    if (isWeakDigest(certificate))
        return QStringLiteral("the certificate itself is signed with MD5 or SHA-1");
    if (isForOtherPurpose(certificate))
        return QStringLiteral("its key usage does not include signing documents");
    return {};
}

}  // namespace

Result<QByteArray> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::AccessDenied, path, file.errorString());
    if (file.size() > largestKeyFile)
        return fail(ErrorKind::Malformed, path, QStringLiteral("%1 bytes are too many for a key file").arg(file.size()));
    return file.read(largestKeyFile);
}

X509StackPtr readPemCertificates(const QByteArray &pem)
{
    X509StackPtr out(sk_X509_new_null());
    const BioPtr in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    while (sk_X509_num(out.get()) < mostCertificates) {
        X509 *certificate = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr);
        if (!certificate)
            break;
        sk_X509_push(out.get(), certificate);
    }
    ERR_clear_error();
    return out;
}

X509Ptr takeCertificateOf(EVP_PKEY *key, STACK_OF(X509) * all)
{
    for (int i = 0; i < sk_X509_num(all); ++i) {
        if (X509_check_private_key(sk_X509_value(all, i), key) == 1)
            return X509Ptr(sk_X509_delete(all, i));
    }
    ERR_clear_error();
    return {};
}

Result<SigningKey> SigningKey::checked(const QString &subject, Private parts, const QDateTime &now)
{
    keepOutOfCoreDumps();
    if (X509_check_private_key(parts.certificate.get(), parts.key.get()) != 1)
        return fail(ErrorKind::BadCertificate, subject, QStringLiteral("key and certificate do not belong together"));
    const QString reason = reasonAgainst(parts.certificate.get(), now);
    if (!reason.isEmpty())
        return fail(ErrorKind::BadCertificate, subject, reason);
    SigningKey key;
    *key.d = std::move(parts);
    return key;
}

Result<SigningKey> SigningKey::open(const KeyLocation &location, QByteArray password, const QDateTime &now)
{
    if (location.key.startsWith(QLatin1String("pkcs11:")))
        return fromToken(location.key, location.certificate, std::move(password), now);
    QFile file(location.key);
    const bool pem = file.open(QIODevice::ReadOnly) && file.peek(largestKeyFile).contains("-----BEGIN ");
    return pem ? fromPem(location.key, location.certificate, std::move(password), now)
               : fromPkcs12(location.key, std::move(password), now);
}

SigningKey::SigningKey() : d(std::make_unique<Private>()) { }
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;
SigningKey::~SigningKey() = default;

QString SigningKey::subjectName() const
{
    return ownerName(X509_get_subject_name(d->certificate.get()));
}

QString SigningKey::issuerName() const
{
    return ownerName(X509_get_issuer_name(d->certificate.get()));
}

QDateTime SigningKey::validUntil() const
{
    return toDateTime(X509_get0_notAfter(d->certificate.get()));
}

}  // namespace waybill
