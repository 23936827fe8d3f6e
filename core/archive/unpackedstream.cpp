// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/unpackedstream.h"

#include <algorithm>
#include <cstring>

namespace waybill {

UnpackedStream::UnpackedStream(const ByteSource &source, const LayerLimits &limits, const CancelToken &cancel, Progress *progress)
    : m_source(source), m_limits(limits), m_cancel(cancel), m_progress(progress), m_storedHasher(limits.storedDigest)
{
}

Result<void> UnpackedStream::open()
{
    std::array<char, 16> first {};
    const auto got = m_source.readAt(0, first);
    if (!got)
        return fail(got.error());
    m_compression = sniffCompression({first.data(), static_cast<size_t>(*got)});
    auto inflater = makeInflater(m_compression, m_source, this);
    if (!inflater)
        return fail(inflater.error());
    m_inflater = std::move(*inflater);
    return {};
}

void UnpackedStream::storedBytes(std::span<const char> bytes)
{
    m_storedHasher.add(bytes);
    m_stored += static_cast<qint64>(bytes.size());
    if (m_progress)
        m_progress->bytesDone.fetch_add(static_cast<qint64>(bytes.size()), std::memory_order_relaxed);
}

Result<std::span<const char>> UnpackedStream::nextReal()
{
    const auto piece = m_inflater->next();
    m_newest = {};
    if (!piece)
        return piece;
    if (piece->empty()) {
        m_atEnd = true;
        return piece;
    }
    m_newest = *piece;
    m_unpackedHasher.add(*piece);
    if (m_watcher)
        m_watcher(*piece);
    m_unpacked += static_cast<qint64>(piece->size());
    if (m_progress)
        m_progress->unpackedBytes.fetch_add(static_cast<qint64>(piece->size()), std::memory_order_relaxed);
    if (m_unpacked > m_limits.unpackedBytes)
        return fail(Error {ErrorKind::LimitExceeded,
                           m_source.name(),
                           QStringLiteral("unpacks to more than %1 bytes").arg(m_limits.unpackedBytes),
                           -1,
                           {},
                           m_stored,
                           -1});
    const size_t keep = std::min(piece->size(), m_tail.size());
    std::memmove(m_tail.data(), m_tail.data() + keep, m_tail.size() - keep);
    std::memcpy(m_tail.data() + m_tail.size() - keep, piece->data() + piece->size() - keep, keep);
    return piece;
}

Result<std::span<const char>> UnpackedStream::next()
{
    if (!m_atEnd) {
        const auto piece = nextReal();
        if (!piece || !piece->empty())
            return piece;
    }
    if (m_closed)
        return std::span<const char>();
    m_closed = true;
    const auto padding = static_cast<size_t>((512 - m_unpacked % 512) % 512);
    return std::span<const char>(m_zeros.data(), padding + 1024);
}

void UnpackedStream::countHiddenFrom(qint64 position)
{
    const qint64 start = m_unpacked - static_cast<qint64>(m_newest.size());
    const auto skip = static_cast<size_t>(std::clamp<qint64>(position - start, 0, static_cast<qint64>(m_newest.size())));
    const auto rest = m_newest.subspan(skip);
    m_hiddenBytes += std::count_if(rest.begin(), rest.end(), [](char c) { return c != 0; });
}

Result<void> UnpackedStream::drain()
{
    while (!m_atEnd) {
        if (m_cancel.isCancelled())
            return {};
        const auto piece = nextReal();
        if (!piece)
            return fail(piece.error());
        m_hiddenBytes += std::count_if(piece->begin(), piece->end(), [](char c) { return c != 0; });
    }
    return {};
}

bool UnpackedStream::hasEndBlocks() const
{
    return m_unpacked >= static_cast<qint64>(m_tail.size())
        && std::all_of(m_tail.begin(), m_tail.end(), [](char c) { return c == 0; });
}

}  // namespace waybill
