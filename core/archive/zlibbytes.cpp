// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zlibbytes.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace waybill {

Result<QByteArray> unpackZlib(std::span<const char> packed, qint64 limit)
{
    z_stream stream {};
    constexpr int eitherHeader = 15 + 32;  // the largest window, zlib or gzip by its first bytes
    if (inflateInit2(&stream, eitherHeader) != Z_OK)
        return fail(ErrorKind::Io, QStringLiteral("zlib"));
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<size_t>(packed.size(), 1U << 30));
    QByteArray unpacked;
    std::array<char, 32 << 10> piece {};
    int result = Z_OK;
    while (result == Z_OK && unpacked.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        unpacked.append(piece.data(), static_cast<qsizetype>(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    if (unpacked.size() > limit)
        return fail(ErrorKind::LimitExceeded, QStringLiteral("zlib"));
    if (result == Z_STREAM_END)
        return unpacked;
    return fail(result == Z_BUF_ERROR ? ErrorKind::Truncated : ErrorKind::Malformed, QStringLiteral("zlib"));
}

}  // namespace waybill
