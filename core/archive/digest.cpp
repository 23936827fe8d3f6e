// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"

#include <openssl/evp.h>

#include <array>

namespace waybill {

namespace {

const EVP_MD *implementation(Hasher::Algorithm algorithm)
{
    switch (algorithm) {
    case Hasher::Algorithm::Sha512:
        return EVP_sha512();
    case Hasher::Algorithm::Sha1:
        return EVP_sha1();
    case Hasher::Algorithm::Md5:
        return EVP_md5();
    case Hasher::Algorithm::Sha256:
        break;
    }
    return EVP_sha256();
}

constexpr std::array prefixes {"sha256:", "sha512:", "sha1:", "md5:"};

}  // namespace

struct Hasher::Private {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    Algorithm algorithm = Algorithm::Sha256;
    ~Private() { EVP_MD_CTX_free(context); }
    void begin() { EVP_DigestInit_ex(context, implementation(algorithm), nullptr); }
};

Hasher::Hasher(Algorithm algorithm) : d(std::make_unique<Private>())
{
    d->algorithm = algorithm;
    d->begin();
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;

void Hasher::add(std::span<const char> bytes)
{
    EVP_DigestUpdate(d->context, bytes.data(), bytes.size());
}

QByteArray Hasher::finish()
{
    QByteArray raw(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int length = 0;
    EVP_DigestFinal_ex(d->context, reinterpret_cast<unsigned char *>(raw.data()), &length);
    raw.truncate(static_cast<qsizetype>(length));
    d->begin();
    return raw;
}

QString Hasher::finishDigest()
{
    const QLatin1String prefix(prefixes[static_cast<size_t>(d->algorithm)]);
    return prefix + QString::fromLatin1(finish().toHex());
}

bool isValidDigest(const QString &digest)
{
    const qsizetype colon = digest.indexOf(QLatin1Char(':'));
    const QStringView algorithm = QStringView(digest).left(colon < 0 ? 0 : colon);
    const QStringView hex = QStringView(digest).mid(colon + 1);
    const bool sha256 = algorithm == QLatin1String("sha256") && hex.size() == 64;
    const bool sha512 = algorithm == QLatin1String("sha512") && hex.size() == 128;
    if (!sha256 && !sha512)
        return false;
    return std::all_of(hex.begin(), hex.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
}

Hasher::Algorithm digestAlgorithm(const QString &digest)
{
    return digest.startsWith(QLatin1String("sha512:")) ? Hasher::Algorithm::Sha512 : Hasher::Algorithm::Sha256;
}

QString sha256Digest(std::span<const char> bytes)
{
    Hasher hasher;
    hasher.add(bytes);
    return hasher.finishDigest();
}

}  // namespace waybill
