// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"
#include "core/archive/digest.h"

namespace waybill {

/// A blob on its way into the cache. Bytes that an earlier run left are there already and count. Owned by one download.
class PartialBlob
{
public:
    ~PartialBlob();
    PartialBlob(const PartialBlob &) = delete;
    PartialBlob &operator=(const PartialBlob &) = delete;

    qint64 size() const { return m_size; }
    /// Errors: NoSpace, Io.
    Result<void> append(std::span<const char> bytes);
    /// Verifies the digest, makes the bytes durable and gives them their name; a wrong blob is thrown away.
    /// Errors: DigestMismatch, Io.
    Result<void> commit();
    /// Readable while it grows. Errors: Io.
    Result<qint64> readAt(qint64 offset, std::span<char> into) const;

private:
    friend class BlobCache;
    PartialBlob(int fd, QString path, QString finalPath, QString digest);
    Result<void> hashExisting();

    int m_fd;
    QString m_path, m_finalPath, m_digest;
    Hasher m_hasher;
    qint64 m_size = 0;
    bool m_committed = false;
};

/// Blobs by digest in a folder of our own, shared by all runs of the program: `<algorithm>/<hex>`, and `.part` behind the name
/// while incomplete. Several processes may use it at once. Any thread.
class BlobCache
{
public:
    /// `capBytes` bounds the sum of the complete blobs; the ones not used for longest go first.
    explicit BlobCache(QString folder, qint64 capBytes = 50LL << 30);
    /// $XDG_CACHE_HOME/waybill/blobs.
    static QString defaultFolder();

    /// A complete blob of just this size, or nullptr. Counts as a use.
    std::shared_ptr<const ByteSource> find(const QString &digest, qint64 size) const;
    /// Continues what an earlier run left; when another process is at it, starts a copy of its own. Errors: AccessDenied,
    /// NoSpace, Io.
    Result<std::unique_ptr<PartialBlob>> begin(const QString &digest) const;
    /// Forgets a blob whose bytes turned out to be wrong.
    void remove(const QString &digest) const;
    /// Removes the blobs that are over the cap.
    void trim() const;

private:
    QString pathOf(const QString &digest) const;
    QString m_folder;
    qint64 m_capBytes;
};

}  // namespace waybill
