// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/digest.h"
#include "core/archive/inflater.h"
#include "core/archive/layerreader.h"

#include <array>
#include <functional>

namespace waybill {

/// The unpacked bytes of a layer on their way to the tar reader: hashed, counted, watched for cancellation and ceilings, and
/// closed with zero blocks, because real tools write tars without end blocks (umoci up to 0.4.7).
/// Used by one thread.
class UnpackedStream final : public StoredBytesObserver
{
public:
    UnpackedStream(const ByteSource &source, const LayerLimits &limits, const CancelToken &cancel, Progress *progress);

    /// Opens the decompressor. Errors: Io, NotSupported.
    Result<void> open();
    /// Next piece for the tar reader: real bytes, then once the closing zeros, then nothing.
    Result<std::span<const char>> next();
    /// Reads what the tar reader left, so that both digests cover everything. Counts bytes that are not zero.
    Result<void> drain();

    /// Shows every real byte of the tar to somebody, before the tar reader sees it.
    void setWatcher(std::function<void(std::span<const char>)> watcher) { m_watcher = std::move(watcher); }

    /// Counts what is not zero in the newest piece from this position of the unpacked stream on.
    void countHiddenFrom(qint64 position);

    void storedBytes(std::span<const char> bytes) override;

    bool isCancelled() const { return m_cancel.isCancelled(); }
    bool atRealEnd() const { return m_atEnd; }
    bool hasEndBlocks() const;  ///< the last 1024 real bytes are zero
    qint64 unpackedBytes() const { return m_unpacked; }
    qint64 storedCount() const { return m_stored; }
    qint64 hiddenBytes() const { return m_hiddenBytes; }  ///< not zero, behind the end of the archive
    Compression compression() const { return m_compression; }
    const Inflater *inflater() const { return m_inflater.get(); }
    QString storedDigest() { return m_storedHasher.finishDigest(); }
    QString diffId() { return m_unpackedHasher.finishDigest(); }

private:
    Result<std::span<const char>> nextReal();

    const ByteSource &m_source;
    LayerLimits m_limits;
    CancelToken m_cancel;
    std::function<void(std::span<const char>)> m_watcher;
    Progress *m_progress;
    Hasher m_storedHasher;
    Hasher m_unpackedHasher;
    std::unique_ptr<Inflater> m_inflater;
    Compression m_compression = Compression::None;
    std::array<char, 1024> m_tail {};
    std::array<char, 2048> m_zeros {};
    qint64 m_stored = 0;
    qint64 m_unpacked = 0;
    qint64 m_hiddenBytes = 0;
    std::span<const char> m_newest;  ///< valid until the inflater is asked again
    bool m_atEnd = false;
    bool m_closed = false;
};

}  // namespace waybill
