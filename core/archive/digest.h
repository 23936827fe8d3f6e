// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace waybill {

/// Streaming hash on OpenSSL EVP. MD5 and SHA-1 are there to compare with what package databases and SBOM formats record, never
/// to name or to protect anything. One thread at a time.
class Hasher
{
public:
    enum class Algorithm { Sha256, Sha512, Sha1, Md5 };
    explicit Hasher(Algorithm algorithm = Algorithm::Sha256);
    ~Hasher();
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;

    void add(std::span<const char> bytes);
    QByteArray finish();     ///< raw digest; the hasher starts over
    QString finishDigest();  ///< "sha256:<hex>"

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True for `sha256:<64 lower-case hex>` and `sha512:<128 lower-case hex>` (image-spec descriptor.md, "Digests"). Only such a
/// string may become part of a file name.
bool isValidDigest(const QString &digest);
/// The algorithm a valid digest names.
Hasher::Algorithm digestAlgorithm(const QString &digest);
/// "sha256:<hex>" of bytes in memory.
QString sha256Digest(std::span<const char> bytes);

}  // namespace waybill
