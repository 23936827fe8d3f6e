// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/seekablestream.h"

#include "core/archive/temporarybytes.h"

#include <array>
#include <cstring>

namespace waybill {

namespace {

constexpr qint64 firstSpacing = 4 << 20;

class UnpackedSource final : public ByteSource
{
public:
    UnpackedSource(std::unique_ptr<SeekableStream> stream, QString name)
        : m_stream(std::move(stream)), m_name(std::move(name)) { }
    qint64 size() const override
    {
        const qint64 known = m_stream->knownSize();
        return known < 0 ? endless : known;
    }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override { return m_stream->readAt(offset, into); }
    std::shared_ptr<const ByteSource> fork() const override { return unpackedSource(m_stream->fork(), m_name); }

private:
    static constexpr qint64 endless = 1LL << 60;
    std::unique_ptr<SeekableStream> m_stream;
    QString m_name;
};

}  // namespace

std::shared_ptr<const ByteSource> unpackedSource(std::unique_ptr<SeekableStream> stream, QString name)
{
    return std::make_shared<const UnpackedSource>(std::move(stream), std::move(name));
}

std::unique_ptr<SeekableStream> SeekableStream::fork() const
{
    auto other = std::make_unique<SeekableStream>(m_stored);
    const std::lock_guard lock(m_mutex);
    other->m_checkpoints = m_checkpoints;
    other->m_spacing = m_spacing;
    other->m_size = m_size;
    return other;
}

SeekableStream::SeekableStream(std::shared_ptr<const ByteSource> stored) : m_stored(std::move(stored)), m_spacing(firstSpacing)
{
    std::array<char, 16> first {};
    const auto got = m_stored->readAt(0, first);
    if (got)
        m_compression = sniffCompression({first.data(), static_cast<size_t>(*got)});
    else
        m_openError = std::make_unique<Error>(got.error());
    if (m_compression == Compression::None)
        m_size = m_stored->size();
}

SeekableStream::~SeekableStream() = default;

qint64 SeekableStream::knownSize() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

size_t SeekableStream::checkpointCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_checkpoints.size();
}

qint64 SeekableStream::unpackedSoFar() const
{
    const std::lock_guard lock(m_mutex);
    return m_unpacked;
}

/// Puts the inflater to the best place at or before `offset`: where it stands, a restart point, or the start.
Result<void> SeekableStream::enter(qint64 offset)
{
    auto point = m_checkpoints.upper_bound(offset);
    const qint64 best = point == m_checkpoints.begin() ? 0 : std::prev(point)->first;
    if (m_inflater && m_pieceStart <= offset && m_pieceStart + static_cast<qint64>(m_piece.size()) >= best)
        return {};
    m_piece = {};
    m_pieceStart = best;
    if (point != m_checkpoints.begin()) {
        m_inflater = std::prev(point)->second->resume(*m_stored);
        return {};
    }
    auto inflater = makeInflater(m_compression, *m_stored, nullptr);
    if (!inflater)
        return fail(inflater.error());
    m_inflater = std::move(*inflater);
    return {};
}

/// Keeps the state behind the newest piece when the last restart point is far enough away. With too many of them every second
/// one goes, so that memory stays bounded however long the stream is.
void SeekableStream::remember()
{
    const qint64 end = m_pieceStart + static_cast<qint64>(m_piece.size());
    const qint64 last = m_checkpoints.empty() ? 0 : m_checkpoints.rbegin()->first;
    if (end - last < m_spacing)
        return;
    auto state = m_inflater->save();
    if (!state)
        return spill(end - last);
    m_checkpoints.emplace(end, std::move(state));
    if (m_checkpoints.size() <= checkpointLimit)
        return;
    m_spacing *= 2;
    for (auto it = m_checkpoints.begin(); it != m_checkpoints.end();) {
        it = m_checkpoints.erase(it);
        if (it != m_checkpoints.end())
            ++it;
    }
}

/// Keeps the newest piece in the temporary file when it continues what is there.
void SeekableStream::spill(qint64 sinceRestart)
{
    if (m_spillFailed || (!m_spill && sinceRestart < spillFrom))
        return;
    if (!m_spill) {
        auto created = TemporaryBytes::create();
        m_spillFailed = !created;
        if (!created)
            return;
        m_spill = std::move(*created);
        m_spillStart = m_pieceStart;
    }
    const qint64 end = m_spillStart + m_spill->size();
    const qint64 known = end - m_pieceStart;
    if (known < 0 || known >= static_cast<qint64>(m_piece.size()))
        return;
    const auto added = m_piece.subspan(static_cast<size_t>(known));
    // Without room the rest is unpacked again when it is wanted: slower, never wrong.
    const qint64 room = qMin(spillLimit, m_spill->room()) - m_spill->size();
    m_spillFailed = static_cast<qint64>(added.size()) > room || !m_spill->append(added);
}

/// 0 for a place that is not in the temporary file.
Result<qint64> SeekableStream::readSpilled(qint64 offset, std::span<char> into) const
{
    if (!m_spill || offset < m_spillStart || offset >= m_spillStart + m_spill->size())
        return 0;
    const qint64 known = m_spillStart + m_spill->size() - offset;
    return m_spill->readAt(offset - m_spillStart, into.first(qMin(into.size(), static_cast<size_t>(known))));
}

/// Unpacks one more piece; false at the end.
Result<bool> SeekableStream::advance()
{
    const qint64 end = m_pieceStart + static_cast<qint64>(m_piece.size());
    m_piece = {};
    m_pieceStart = end;
    const auto piece = m_inflater->next();
    if (!piece) {
        m_inflater.reset();
        return fail(piece.error());
    }
    if (piece->empty()) {
        m_size = end;
        return false;
    }
    m_piece = *piece;
    m_unpacked += static_cast<qint64>(piece->size());
    remember();
    return true;
}

Result<qint64> SeekableStream::readAt(qint64 offset, std::span<char> into, const CancelToken &cancel)
{
    if (m_openError)
        return fail(*m_openError);
    if (offset < 0)
        return fail(ErrorKind::Usage, m_stored->name(), QStringLiteral("a place before the start"));
    if (m_compression == Compression::None)
        return m_stored->readAt(offset, into);
    const std::lock_guard lock(m_mutex);
    qint64 done = 0;
    while (done < static_cast<qint64>(into.size()) && (m_size < 0 || offset + done < m_size)) {
        if (cancel.isCancelled())
            return fail(ErrorKind::Io, m_stored->name(), QStringLiteral("cancelled"));
        const qint64 wanted = offset + done;
        const auto spilled = readSpilled(wanted, into.subspan(static_cast<size_t>(done)));
        if (spilled && *spilled > 0) {
            done += *spilled;
            continue;
        }
        if (auto entered = enter(wanted); !entered)
            return fail(entered.error());
        const qint64 end = m_pieceStart + static_cast<qint64>(m_piece.size());
        if (wanted >= end) {
            const auto more = advance();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            continue;
        }
        const qint64 length = qMin(end - wanted, static_cast<qint64>(into.size()) - done);
        std::memcpy(into.data() + done, m_piece.data() + (wanted - m_pieceStart), static_cast<size_t>(length));
        done += length;
    }
    return done;
}

}  // namespace waybill
