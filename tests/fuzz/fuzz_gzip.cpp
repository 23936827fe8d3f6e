// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inflater.h"
#include "tests/fuzz/fuzztarget.h"

#include <zlib.h>

#include <algorithm>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr qsizetype outputLimit = 8 << 20;

/// All members by zlib, the second opinion. Empty and false on the first error.
bool inflatedByZlib(const QByteArray &bytes, QByteArray &out)
{
    z_stream stream {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return false;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    int status = Z_OK;
    while (status == Z_OK && out.size() <= outputLimit) {
        stream.next_out = reinterpret_cast<Bytef *>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(block.constData(), block.size() - static_cast<qsizetype>(stream.avail_out));
        if (status == Z_STREAM_END && stream.avail_in > 0 && *stream.next_in == 0x1f)
            status = inflateReset(&stream);
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END;
}

}  // namespace

/// Gzip members: never more out than zlib gives, and the same bytes when both accept.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto source = memorySource(bytes, QStringLiteral("fuzz"));
    const auto inflater = makeInflater(Compression::Gzip, *source, nullptr);
    require(inflater.has_value(), "gzip can always be opened");
    QByteArray ours;
    for (;;) {
        const auto piece = (*inflater)->next();
        if (!piece)
            return 0;
        if (piece->empty())
            break;
        ours.append(piece->data(), static_cast<qsizetype>(piece->size()));
        if (ours.size() > outputLimit)
            return 0;
    }
    QByteArray theirs;
    if (inflatedByZlib(bytes, theirs))
        require(ours == theirs, "the same bytes as zlib");
    return 0;
}
