// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/gzipwriter.h"

#include <zlib.h>

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace waybill {

namespace {

constexpr size_t blockSize = 1 << 20;
constexpr size_t dictionarySize = 32 << 10;
constexpr int rawDeflate = -15;
constexpr int memoryLevel = 8;

struct Packed {
    std::vector<char> bytes;
    uLong crc = 0;
    size_t inputBytes = 0;
    bool ok = false;
};

Packed pack(const std::vector<char> &input, const std::vector<char> &dictionary, int level, bool last)
{
    Packed packed;
    packed.inputBytes = input.size();
    packed.crc = crc32(0, reinterpret_cast<const Bytef *>(input.data()), static_cast<uInt>(input.size()));
    z_stream stream {};
    if (deflateInit2(&stream, level, Z_DEFLATED, rawDeflate, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return packed;
    if (!dictionary.empty())
        deflateSetDictionary(&stream, reinterpret_cast<const Bytef *>(dictionary.data()), static_cast<uInt>(dictionary.size()));
    packed.bytes.resize(deflateBound(&stream, static_cast<uLong>(input.size())) + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.bytes.data());
    stream.avail_out = static_cast<uInt>(packed.bytes.size());
    const int status = deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    packed.ok = (status == Z_OK || status == Z_STREAM_END) && stream.avail_in == 0 && (!last || status == Z_STREAM_END);
    packed.bytes.resize(packed.bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace

struct GzipWriter::Private {
    const PieceSink &sink;
    int level;
    size_t jobs;
    std::vector<char> block, dictionary;
    std::deque<std::future<Packed>> running;
    uLong crc = 0;
    quint64 inputBytes = 0;
    bool begun = false;

    Result<void> begin();
    Result<void> start(bool last);
    Result<void> takeOldest();
};

Result<void> GzipWriter::Private::begin()
{
    begun = true;
    static constexpr std::array<char, 10> header {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};
    return sink(header);
}

Result<void> GzipWriter::Private::takeOldest()
{
    const Packed packed = running.front().get();
    running.pop_front();
    if (!packed.ok)
        return fail(ErrorKind::Io, QStringLiteral("gzip"), QStringLiteral("deflate failed"));
    crc = crc32_combine(crc, packed.crc, static_cast<z_off_t>(packed.inputBytes));
    inputBytes += packed.inputBytes;
    return sink(packed.bytes);
}

Result<void> GzipWriter::Private::start(bool last)
{
    while (running.size() >= jobs) {
        if (auto taken = takeOldest(); !taken)
            return taken;
    }
    auto input = std::make_shared<std::vector<char>>(std::move(block));
    block = {};
    auto before = std::make_shared<std::vector<char>>(std::move(dictionary));
    dictionary.assign(input->end() - static_cast<std::ptrdiff_t>(std::min(dictionarySize, input->size())), input->end());
    running.push_back(std::async(jobs > 1 ? std::launch::async : std::launch::deferred,
                                 [input, before, last, this] { return pack(*input, *before, level, last); }));
    return {};
}

GzipWriter::GzipWriter(const PieceSink &sink, int level, int jobs)
    : d(new Private {sink,
                     std::clamp(level, 1, 9),
                     jobs > 0 ? static_cast<size_t>(jobs) : std::max<size_t>(1, std::thread::hardware_concurrency()),
                     {},
                     {},
                     {}})
{
}

GzipWriter::~GzipWriter() = default;

Result<void> GzipWriter::add(std::span<const char> bytes)
{
    if (!d->begun) {
        if (auto begun = d->begin(); !begun)
            return begun;
    }
    while (!bytes.empty()) {
        // A full block waits for more bytes, so that the last block is never empty unless all is.
        if (d->block.size() == blockSize) {
            if (auto started = d->start(false); !started)
                return started;
        }
        const size_t take = std::min(bytes.size(), blockSize - d->block.size());
        d->block.insert(d->block.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(take));
        bytes = bytes.subspan(take);
    }
    return {};
}

Result<void> GzipWriter::finish()
{
    if (!d->begun) {
        if (auto begun = d->begin(); !begun)
            return begun;
    }
    if (auto started = d->start(true); !started)
        return started;
    while (!d->running.empty()) {
        if (auto taken = d->takeOldest(); !taken)
            return taken;
    }
    std::array<char, 8> trailer {};
    for (size_t i = 0; i < 4; ++i) {
        trailer[i] = static_cast<char>((d->crc >> (8 * i)) & 0xffU);
        trailer[4 + i] = static_cast<char>((d->inputBytes >> (8 * i)) & 0xffU);
    }
    return d->sink(trailer);
}

}  // namespace waybill
