// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inputwindow.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <memory>

namespace waybill {

namespace {

constexpr size_t outputSize = 1024 * 1024;

/// Between two frames nothing has to be kept but the place.
class ZstdState final : public InflaterState
{
public:
    explicit ZstdState(qint64 storedOffset) : m_storedOffset(storedOffset) { }
    std::unique_ptr<Inflater> resume(const ByteSource &source) const override;
    qint64 memoryBytes() const override { return static_cast<qint64>(sizeof(*this)); }

private:
    qint64 m_storedOffset;
};

class ZstdInflater final : public Inflater
{
public:
    explicit ZstdInflater(const ByteSource &source, StoredBytesObserver *observer, qint64 start = 0)
        : m_input(source, observer, start), m_stream(ZSTD_createDStream()), m_output(outputSize)
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
            // A piece may end with its frame, so that save() finds a place to go on from.
            if (!m_insideFrame && output.pos >= output.size / 4)
                break;
            if (piece->empty() && output.pos == 0)
                return finish();
        }
        return std::span<const char>(m_output.data(), output.pos);
    }

    std::unique_ptr<InflaterState> save() const override
    {
        if (m_insideFrame)
            return nullptr;
        return std::make_unique<ZstdState>(m_input.position());
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

std::unique_ptr<Inflater> ZstdState::resume(const ByteSource &source) const
{
    return std::make_unique<ZstdInflater>(source, nullptr, m_storedOffset);
}

}  // namespace

std::unique_ptr<Inflater> makeZstdInflater(const ByteSource &source, StoredBytesObserver *observer)
{
    return std::make_unique<ZstdInflater>(source, observer);
}

}  // namespace waybill
