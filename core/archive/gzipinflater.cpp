// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inputwindow.h"

#ifdef WAYBILL_HAVE_ISAL
#include <isa-l/igzip_lib.h>
#else
#include <zlib.h>
#endif

#include <algorithm>
#include <memory>

namespace waybill {

namespace {

constexpr size_t outputSize = 1024 * 1024;
constexpr qint64 memberLimit = 10'000'000;

#ifdef WAYBILL_HAVE_ISAL

/// One gzip member at a time through ISA-L, which checks CRC-32 and length of each member.
class Decoder
{
public:
    Decoder() { begin(); }
    void begin()
    {
        isal_inflate_init(&m_state);
        m_state.crc_flag = ISAL_GZIP;
    }
    /// Unpacks from `in` to `out`; both are advanced. Returns an error text, or nullptr.
    const char *step(std::span<const char> &in, std::span<char> &out)
    {
        m_state.next_in = reinterpret_cast<uint8_t *>(const_cast<char *>(in.data()));
        m_state.avail_in = static_cast<uint32_t>(in.size());
        m_state.next_out = reinterpret_cast<uint8_t *>(out.data());
        m_state.avail_out = static_cast<uint32_t>(out.size());
        const int status = isal_inflate(&m_state);
        // In bad data ISA-L can count more bytes as used than it was given; the remainder is then below zero.
        in = in.last(m_state.avail_in <= in.size() ? m_state.avail_in : 0);
        out = out.last(m_state.avail_out <= out.size() ? m_state.avail_out : 0);
        switch (status) {
        case ISAL_DECOMP_OK:
        case ISAL_END_INPUT:
        case ISAL_OUT_OVERFLOW:
            return nullptr;
        case ISAL_INCORRECT_CHECKSUM:
            return "gzip: checksum or length of a member does not match";
        case ISAL_INVALID_WRAPPER:
            return "gzip: member header is not valid";
        case ISAL_UNSUPPORTED_METHOD:
            return "gzip: unknown compression method";
        default:
            return "gzip: compressed data is not valid";
        }
    }
    bool memberEnded() const { return m_state.block_state == ISAL_BLOCK_FINISH; }

private:
    inflate_state m_state;
};

#else

/// The same with zlib, for processors where ISA-L is not packaged.
class Decoder
{
public:
    Decoder() { inflateInit2(&m_stream, 16 + MAX_WBITS); }
    ~Decoder() { inflateEnd(&m_stream); }
    Decoder(const Decoder &other) : m_ended(other.m_ended) { inflateCopy(&m_stream, const_cast<z_stream *>(&other.m_stream)); }
    Decoder &operator=(const Decoder &) = delete;
    void begin()
    {
        inflateReset(&m_stream);
        m_ended = false;
    }
    const char *step(std::span<const char> &in, std::span<char> &out)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
        m_stream.avail_in = static_cast<uInt>(in.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        in = in.last(m_stream.avail_in);
        out = out.last(m_stream.avail_out);
        m_ended = status == Z_STREAM_END;
        if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR)
            return nullptr;
        return m_stream.msg ? m_stream.msg : "gzip: compressed data is not valid";
    }
    bool memberEnded() const { return m_ended; }

private:
    z_stream m_stream {};
    bool m_ended = false;
};

#endif

/// What a gzip inflater knows between two pieces. Both decoders keep the 32 KiB that later bytes may refer to in themselves, so
/// that copying them is a complete restart point, running checksum included.
class GzipState final : public InflaterState
{
public:
    GzipState(const Decoder &decoder, qint64 storedOffset, qint64 members, bool between)
        : m_decoder(decoder), m_storedOffset(storedOffset), m_members(members), m_between(between)
    {
    }
    std::unique_ptr<Inflater> resume(const ByteSource &source) const override;
    qint64 memoryBytes() const override { return static_cast<qint64>(sizeof(*this)); }

private:
    Decoder m_decoder;
    qint64 m_storedOffset;
    qint64 m_members;
    bool m_between;
};

class GzipInflater final : public Inflater
{
public:
    GzipInflater(const ByteSource &source, StoredBytesObserver *observer) : m_input(source, observer), m_output(outputSize) { }
    GzipInflater(const ByteSource &source, const Decoder &decoder, qint64 storedOffset, qint64 members, bool between)
        : m_input(source, nullptr, storedOffset), m_decoder(decoder), m_output(outputSize), m_members(members), m_between(between)
    {
    }

    std::unique_ptr<InflaterState> save() const override
    {
        return std::make_unique<GzipState>(m_decoder, m_input.position(), m_members, m_between);
    }

    Result<std::span<const char>> next() override
    {
        std::span<char> free(m_output);
        while (free.size() == m_output.size()) {
            const auto piece = m_input.available();
            if (!piece)
                return fail(piece.error());
            if (m_between) {
                if (auto ended = beginMember(*piece); !ended)
                    return fail(ended.error());
                else if (*ended)
                    return std::span<const char>();
            }
            const bool inputEnded = piece->empty();
            std::span<const char> in = *piece;
            const char *problem = m_decoder.step(in, free);
            m_input.consume(piece->size() - in.size());
            if (problem)
                return fail(
                    Error {ErrorKind::Malformed, m_input.name(), QString::fromLatin1(problem), -1, {}, m_input.position(), -1});
            if (m_decoder.memberEnded())
                m_between = true;
            else if (inputEnded && free.size() == m_output.size())
                return fail(Error {ErrorKind::Truncated,
                                   m_input.name(),
                                   QStringLiteral("gzip member is not complete"),
                                   -1,
                                   {},
                                   m_input.position(),
                                   -1});
        }
        return std::span<const char>(m_output.data(), m_output.size() - free.size());
    }

private:
    /// At a member boundary: true at the end of the file. Bytes that start no member are counted, not decoded.
    Result<bool> beginMember(std::span<const char> piece)
    {
        if (piece.empty())
            return true;
        if (m_members > 0 && (static_cast<unsigned char>(piece[0]) != 0x1f)) {
            if (auto drained = countTrailing(m_input); !drained)
                return fail(drained.error());
            return true;
        }
        if (++m_members > memberLimit)
            return fail(Error {ErrorKind::LimitExceeded,
                               m_input.name(),
                               QStringLiteral("more than %1 gzip members").arg(memberLimit),
                               -1,
                               {},
                               m_input.position(),
                               -1});
        m_decoder.begin();
        m_between = false;
        return false;
    }

    InputWindow m_input;
    Decoder m_decoder;
    std::vector<char> m_output;
    qint64 m_members = 0;
    bool m_between = true;
};

std::unique_ptr<Inflater> GzipState::resume(const ByteSource &source) const
{
    return std::make_unique<GzipInflater>(source, m_decoder, m_storedOffset, m_members, m_between);
}

}  // namespace

std::unique_ptr<Inflater> makeGzipInflater(const ByteSource &source, StoredBytesObserver *observer)
{
    return std::make_unique<GzipInflater>(source, observer);
}

}  // namespace waybill
