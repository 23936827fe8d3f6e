// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inputwindow.h"

#include <bzlib.h>
#include <lzma.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace waybill {

namespace {

constexpr size_t outputSize = 1024 * 1024;
constexpr quint64 memoryLimit = 192ULL << 20;  ///< what xz -9 needs is 65 MiB

/// What bzip2 and xz share: streams one behind the other, then perhaps padding. A decoder has
///   Step step(in, out)  advances both spans; problem is nullptr when nothing is wrong
///   void begin()        starts a new stream
///   bool startsStream(in)  these bytes may begin another stream
template <typename Decoder>
class StreamsInflater final : public Inflater
{
public:
    StreamsInflater(const ByteSource &source, StoredBytesObserver *observer) : m_input(source, observer), m_output(outputSize) { }

    Result<std::span<const char>> next() override
    {
        std::span<char> free(m_output);
        while (free.size() == m_output.size()) {
            const auto piece = m_input.available();
            if (!piece)
                return fail(piece.error());
            if (m_between) {
                if (piece->empty())
                    return std::span<const char>();
                if (m_streams > 0 && !Decoder::startsStream(*piece)) {
                    if (auto drained = countTrailing(m_input); !drained)
                        return fail(drained.error());
                    return std::span<const char>();
                }
                m_decoder.begin();
                m_between = false;
                ++m_streams;
            }
            std::span<const char> in = *piece;
            const auto step = m_decoder.step(in, free);
            m_input.consume(piece->size() - in.size());
            if (step.problem)
                return failure(step.kind, step.problem);
            m_between = step.ended;
            if (!step.ended && piece->empty() && free.size() == m_output.size())
                return failure(ErrorKind::Truncated, Decoder::incomplete);
        }
        return std::span<const char>(m_output.data(), m_output.size() - free.size());
    }

private:
    tl::unexpected<Error> failure(ErrorKind kind, const char *cause)
    {
        return fail(Error {kind, m_input.name(), QString::fromLatin1(cause), -1, {}, m_input.position(), -1});
    }

    InputWindow m_input;
    Decoder m_decoder;
    std::vector<char> m_output;
    qint64 m_streams = 0;
    bool m_between = true;
};

struct Step {
    bool ended = false;
    const char *problem = nullptr;
    ErrorKind kind = ErrorKind::Malformed;
};

class Bzip2Decoder
{
public:
    static constexpr const char *incomplete = "bzip2 stream is not complete";
    Bzip2Decoder() = default;
    ~Bzip2Decoder() { end(); }
    Bzip2Decoder(const Bzip2Decoder &) = delete;
    Bzip2Decoder &operator=(const Bzip2Decoder &) = delete;
    static bool startsStream(std::span<const char> in) { return in[0] == 'B'; }
    void begin()
    {
        end();
        m_stream = {};
        m_open = BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK;
    }
    Step step(std::span<const char> &in, std::span<char> &out)
    {
        if (!m_open)
            return {false, "bzip2: no memory", ErrorKind::NotSupported};
        m_stream.next_in = const_cast<char *>(in.data());
        m_stream.avail_in = static_cast<unsigned>(in.size());
        m_stream.next_out = out.data();
        m_stream.avail_out = static_cast<unsigned>(out.size());
        const int status = BZ2_bzDecompress(&m_stream);
        in = in.last(m_stream.avail_in);
        out = out.last(m_stream.avail_out);
        if (status == BZ_OK || status == BZ_STREAM_END)
            return {status == BZ_STREAM_END, nullptr, ErrorKind::Malformed};
        return {false, status == BZ_MEM_ERROR ? "bzip2: no memory" : "bzip2: compressed data or its checksum is not valid",
                status == BZ_MEM_ERROR ? ErrorKind::NotSupported : ErrorKind::Malformed};
    }

private:
    void end()
    {
        if (m_open)
            BZ2_bzDecompressEnd(&m_stream);
        m_open = false;
    }
    bz_stream m_stream {};
    bool m_open = false;
};

class XzDecoder
{
public:
    static constexpr const char *incomplete = "xz stream is not complete";
    XzDecoder() = default;
    ~XzDecoder() { lzma_end(&m_stream); }
    XzDecoder(const XzDecoder &) = delete;
    XzDecoder &operator=(const XzDecoder &) = delete;
    static bool startsStream(std::span<const char> in) { return static_cast<unsigned char>(in[0]) == 0xfd; }
    void begin() { m_status = lzma_stream_decoder(&m_stream, memoryLimit, 0); }
    Step step(std::span<const char> &in, std::span<char> &out)
    {
        if (m_status != LZMA_OK)
            return {false, "xz: no memory", ErrorKind::NotSupported};
        m_stream.next_in = reinterpret_cast<const uint8_t *>(in.data());
        m_stream.avail_in = in.size();
        m_stream.next_out = reinterpret_cast<uint8_t *>(out.data());
        m_stream.avail_out = out.size();
        const lzma_ret status = lzma_code(&m_stream, LZMA_RUN);
        in = in.last(m_stream.avail_in);
        out = out.last(m_stream.avail_out);
        switch (status) {
        case LZMA_OK:
        case LZMA_BUF_ERROR:
            return {};
        case LZMA_STREAM_END:
            return {true, nullptr, ErrorKind::Malformed};
        case LZMA_MEMLIMIT_ERROR:
        case LZMA_MEM_ERROR:
            return {false, "xz: needs too much memory", ErrorKind::NotSupported};
        case LZMA_OPTIONS_ERROR:
            return {false, "xz: filters that this version does not know", ErrorKind::NotSupported};
        default:
            return {false, "xz: compressed data or its checksum is not valid", ErrorKind::Malformed};
        }
    }

private:
    lzma_stream m_stream = LZMA_STREAM_INIT;
    lzma_ret m_status = LZMA_OK;
};

}  // namespace

std::unique_ptr<Inflater> makeBzip2Inflater(const ByteSource &source, StoredBytesObserver *observer)
{
    return std::make_unique<StreamsInflater<Bzip2Decoder>>(source, observer);
}

std::unique_ptr<Inflater> makeXzInflater(const ByteSource &source, StoredBytesObserver *observer)
{
    return std::make_unique<StreamsInflater<XzDecoder>>(source, observer);
}

}  // namespace waybill
