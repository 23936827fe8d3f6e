// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/inflater.h"
#include "core/base/canceltoken.h"

#include <map>
#include <memory>
#include <mutex>

namespace waybill {

class TemporaryBytes;

/// Random access to the unpacked bytes of a stored layer. Plain bytes are read in place. Packed ones are unpacked from the
/// nearest restart point before the wanted place; restart points are collected on the way, at most `checkpointLimit` of about
/// 90 kB each, ever wider apart in longer streams. gzip has them everywhere, zstd at its frames; bzip2 and xz have none.
/// What lies far behind the last restart point is kept in a temporary file (TemporaryBytes), at most `spillLimit` bytes; where
/// there is no room for that, going back means starting again. Checksums are verified only where a member was unpacked to its
/// end, digests never: use it on layers that a scan has read. Owned by who shows content; any thread, one at a time (others
/// wait).
class SeekableStream
{
public:
    static constexpr size_t checkpointLimit = 192;
    static constexpr qint64 spillFrom = 32LL << 20;   ///< bytes without a restart point, from which on they are kept
    static constexpr qint64 spillLimit = 16LL << 30;  ///< bytes

    explicit SeekableStream(std::shared_ptr<const ByteSource> stored);
    ~SeekableStream();

    /// Fills `into` with the unpacked bytes from `offset` on; less only at the end of the stream.
    /// Errors: those of Inflater::next; Io with the cause "cancelled".
    Result<qint64> readAt(qint64 offset, std::span<char> into, const CancelToken &cancel = {});

    /// Another stream over the same bytes with the restart points known so far, for a second reader at another place.
    std::unique_ptr<SeekableStream> fork() const;

    Compression compression() const { return m_compression; }
    qint64 knownSize() const;  ///< unpacked bytes, -1 before the end was seen
    size_t checkpointCount() const;
    qint64 unpackedSoFar() const;  ///< all bytes ever unpacked for this stream: what seeking has cost

private:
    Result<void> enter(qint64 offset);
    Result<bool> advance();
    void remember();
    void spill(qint64 sinceRestart);
    Result<qint64> readSpilled(qint64 offset, std::span<char> into) const;

    std::shared_ptr<const ByteSource> m_stored;
    Compression m_compression = Compression::None;
    std::unique_ptr<Error> m_openError;
    mutable std::mutex m_mutex;                                            ///< guards everything below
    std::map<qint64, std::shared_ptr<const InflaterState>> m_checkpoints;  ///< by unpacked offset
    qint64 m_spacing;
    std::unique_ptr<TemporaryBytes> m_spill;  ///< the bytes from m_spillStart on
    qint64 m_spillStart = 0;
    bool m_spillFailed = false;
    std::unique_ptr<Inflater> m_inflater;
    std::span<const char> m_piece;  ///< the newest piece, until the inflater is asked again
    qint64 m_pieceStart = 0;        ///< its unpacked offset
    qint64 m_size = -1;
    qint64 m_unpacked = 0;
};

/// The unpacked bytes as a source. Its size is taken for endless until the end was seen; reading beyond the end gives nothing.
std::shared_ptr<const ByteSource> unpackedSource(std::unique_ptr<SeekableStream> stream, QString name);

}  // namespace waybill
