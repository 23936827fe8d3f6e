// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inputwindow.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace waybill {

std::unique_ptr<Inflater> makeGzipInflater(const ByteSource &source, StoredBytesObserver *observer);
std::unique_ptr<Inflater> makeZstdInflater(const ByteSource &source, StoredBytesObserver *observer);
std::unique_ptr<Inflater> makeBzip2Inflater(const ByteSource &source, StoredBytesObserver *observer);
std::unique_ptr<Inflater> makeXzInflater(const ByteSource &source, StoredBytesObserver *observer);

Result<void> Inflater::countTrailing(InputWindow &input)
{
    for (;;) {
        const auto piece = input.available();
        if (!piece)
            return fail(piece.error());
        if (piece->empty())
            return {};
        m_trailingBytes += static_cast<qint64>(piece->size());
        m_trailingIsZero = m_trailingIsZero && std::all_of(piece->begin(), piece->end(), [](char c) { return c == 0; });
        input.consume(piece->size());
    }
}

namespace {

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
        return makeZstdInflater(source, observer);
    case Compression::Bzip2:
        return makeBzip2Inflater(source, observer);
    case Compression::Xz:
        return makeXzInflater(source, observer);
    }
    return fail(ErrorKind::NotSupported, source.name(), QStringLiteral("compressed with ") + compressionId(compression));
}

}  // namespace waybill
