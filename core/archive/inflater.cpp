// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inputwindow.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <array>
#include <cstring>
#include <memory>

namespace waybill {

std::unique_ptr<Inflater> makeGzipInflater(const ByteSource &source, StoredBytesObserver *observer);

namespace {

constexpr size_t outputSize = 1024 * 1024;

class PlainInflater final : public Inflater
{
public:
    PlainInflater(const ByteSource &source, StoredBytesObserver *observer) : m_input(source, observer) { }
    Result<std::span<const char>> next() override
    {
        auto piece = m_input.available();
        if (piece)
            m_input.consume(piece->size());
        return piece;
    }

private:
    InputWindow m_input;
};

class ZstdInflater final : public Inflater
{
public:
    ZstdInflater(const ByteSource &source, StoredBytesObserver *observer)
        : m_input(source, observer), m_stream(ZSTD_createDStream()), m_output(outputSize)
    {
        // 128 MiB is what every decoder must accept; more would let a small file take our memory.
        ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, 27);
    }

    Result<std::span<const char>> next() override
    {
        ZSTD_outBuffer output {m_output.data(), m_output.size(), 0};
        while (output.pos == 0) {
            const auto piece = m_input.available();
            if (!piece)
                return fail(piece.error());
            if (piece->empty() && !m_flushing)
                return finish();
            ZSTD_inBuffer input {piece->data(), piece->size(), 0};
            const size_t hint = ZSTD_decompressStream(m_stream.get(), &output, &input);
            m_input.consume(input.pos);
            if (ZSTD_isError(hint))
                return failure(hint);
            m_insideFrame = hint != 0;
            m_flushing = output.pos == output.size;
            if (piece->empty() && output.pos == 0)
                return finish();
        }
        return std::span<const char>(m_output.data(), output.pos);
    }

private:
    struct Deleter {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };

    Result<std::span<const char>> finish()
    {
        if (m_insideFrame)
            return fail(Error {ErrorKind::Truncated,
                               m_input.name(),
                               QStringLiteral("zstd frame is not complete"),
                               -1,
                               {},
                               m_input.position(),
                               -1});
        return std::span<const char>();
    }
    tl::unexpected<Error> failure(size_t code)
    {
        const ZSTD_ErrorCode error = ZSTD_getErrorCode(code);
        const bool tooLarge = error == ZSTD_error_frameParameter_windowTooLarge || error == ZSTD_error_dictionary_wrong;
        return fail(Error {tooLarge ? ErrorKind::NotSupported : ErrorKind::Malformed,
                           m_input.name(),
                           QStringLiteral("zstd: ") + QString::fromLatin1(ZSTD_getErrorName(code)),
                           -1,
                           {},
                           m_input.position(),
                           -1});
    }

    InputWindow m_input;
    std::unique_ptr<ZSTD_DStream, Deleter> m_stream;
    std::vector<char> m_output;
    bool m_insideFrame = false;
    bool m_flushing = false;
};

}  // namespace

Compression sniffCompression(std::span<const char> firstBytes)
{
    const auto startsWith = [firstBytes](std::initializer_list<int> magic) {
        if (firstBytes.size() < magic.size())
            return false;
        return std::equal(magic.begin(), magic.end(), firstBytes.begin(),
                          [](int expected, char found) { return expected == static_cast<unsigned char>(found); });
    };
    if (startsWith({0x1f, 0x8b}))
        return Compression::Gzip;
    if (startsWith({0x28, 0xb5, 0x2f, 0xfd}))
        return Compression::Zstd;
    // A zstd file may begin with a skippable frame (RFC 8878, 3.1.2).
    if (firstBytes.size() >= 4 && (static_cast<unsigned char>(firstBytes[0]) & 0xf0) == 0x50
        && std::memcmp(firstBytes.data() + 1, "\x2a\x4d\x18", 3) == 0)
        return Compression::Zstd;
    if (startsWith({'B', 'Z', 'h'}))
        return Compression::Bzip2;
    if (startsWith({0xfd, '7', 'z', 'X', 'Z', 0x00}))
        return Compression::Xz;
    return Compression::None;
}

QLatin1String compressionId(Compression compression)
{
    static constexpr std::array names {"none", "gzip", "zstd", "bzip2", "xz"};
    return QLatin1String(names.at(static_cast<size_t>(compression)));
}

Result<std::unique_ptr<Inflater>> makeInflater(Compression compression, const ByteSource &source, StoredBytesObserver *observer)
{
    switch (compression) {
    case Compression::None:
        return std::make_unique<PlainInflater>(source, observer);
    case Compression::Gzip:
        return makeGzipInflater(source, observer);
    case Compression::Zstd:
        return std::make_unique<ZstdInflater>(source, observer);
    case Compression::Bzip2:
    case Compression::Xz:
        break;
    }
    return fail(ErrorKind::NotSupported, source.name(), QStringLiteral("compressed with ") + compressionId(compression));
}

}  // namespace waybill
