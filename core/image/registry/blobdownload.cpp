// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/blobdownload.h"

namespace waybill {

BlobDownload::BlobDownload(std::unique_ptr<RegistryClient> client, std::unique_ptr<PartialBlob> partial, QString digest,
                           qint64 size, CancelToken cancel)
    : m_client(std::move(client)), m_partial(std::move(partial)), m_digest(std::move(digest)), m_size(size),
      m_cancel(std::move(cancel)), m_arrived(m_partial->size()), m_thread([this] { run(); })
{
}

BlobDownload::~BlobDownload()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_arrived < m_size)
            m_stop.cancel();
    }
    m_thread.join();
}

void BlobDownload::run()
{
    const auto take = [this](std::span<const char> bytes) {
        if (auto written = m_partial->append(bytes); !written) {
            const std::lock_guard lock(m_mutex);
            m_error = written.error();
            return false;
        }
        const std::lock_guard lock(m_mutex);
        m_arrived = m_partial->size();
        m_changed.notify_all();
        return !m_cancel.isCancelled() && !m_stop.isCancelled();
    };
    Result<void> outcome;
    if (m_partial->size() < m_size)
        outcome = m_client->blob(m_digest, m_size, m_partial->size(), m_stop, take);
    if (outcome)
        outcome = m_partial->commit();
    const std::lock_guard lock(m_mutex);
    if (!outcome && !m_error)
        m_error = outcome.error();
    m_ended = true;
    m_changed.notify_all();
}

Result<qint64> BlobDownload::readAt(qint64 offset, std::span<char> into) const
{
    if (offset < 0 || offset >= m_size || into.empty())
        return 0;
    const qint64 end = qMin(m_size, offset + static_cast<qint64>(into.size()));
    {
        std::unique_lock lock(m_mutex);
        // The last bytes wait for the digest: nobody may believe a blob that is not the one that was named.
        const auto ready = [&] { return m_ended || (m_arrived >= end && end < m_size); };
        while (!m_changed.wait_for(lock, std::chrono::milliseconds(50), ready)) {
            if (m_cancel.isCancelled())
                m_stop.cancel();
        }
        if (m_error && (m_arrived < end || end == m_size)) {
            Error error = *m_error;
            error.subject = m_digest;
            return fail(std::move(error));
        }
    }
    return m_partial->readAt(offset, into.first(static_cast<size_t>(end - offset)));
}

}  // namespace waybill
