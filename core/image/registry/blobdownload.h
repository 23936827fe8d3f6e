// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/registry/blobcache.h"
#include "core/image/registry/registryclient.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace waybill {

/// A blob that can be read while it is still arriving: readers wait for the bytes they want. The end is given out only once the
/// digest has been verified. Owned by its reader; destroying it stops the transfer, and what arrived stays in the cache.
class BlobDownload final : public ByteSource
{
public:
    BlobDownload(std::unique_ptr<RegistryClient> client, std::unique_ptr<PartialBlob> partial, QString digest, qint64 size,
                 CancelToken cancel);
    ~BlobDownload() override;

    qint64 size() const override { return m_size; }
    QString name() const override { return m_digest; }
    /// Errors: those of RegistryClient::blob and PartialBlob; Io with the cause "cancelled".
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override;

private:
    void run();

    std::unique_ptr<RegistryClient> m_client;
    std::unique_ptr<PartialBlob> m_partial;
    const QString m_digest;
    const qint64 m_size;
    CancelToken m_cancel;
    CancelToken m_stop;  ///< ours, so that the destructor need not cancel the caller's work
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    qint64 m_arrived = 0;  ///< guarded by m_mutex, like the two below
    bool m_ended = false;
    std::optional<Error> m_error;
    std::thread m_thread;
};

}  // namespace waybill
