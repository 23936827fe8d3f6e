// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/packing.h"

#include <QCryptographicHash>
#include <QString>

#include <zlib.h>
#include <zstd.h>

namespace waybill::test {
namespace {

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int gzipWindow = 15 + 16;
    z_stream stream {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(done ? static_cast<qsizetype>(stream.total_out) : 0);
    deflateEnd(&stream);
    return out;
}

QByteArray zstdPacked(const QByteArray &bytes)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(bytes.size()))), Qt::Uninitialized);
    const size_t written = ZSTD_compress(out.data(), static_cast<size_t>(out.size()), bytes.constData(),
                                         static_cast<size_t>(bytes.size()), ZSTD_CLEVEL_DEFAULT);
    out.truncate(ZSTD_isError(written) ? 0 : static_cast<qsizetype>(written));
    return out;
}

}  // namespace

QByteArray packed(const QByteArray &bytes, Packing packing)
{
    switch (packing) {
    case Packing::Gzip:
        return gzipped(bytes);
    case Packing::Zstd:
        return zstdPacked(bytes);
    case Packing::Plain:
        break;
    }
    return bytes;
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QByteArrayLiteral("sha256:") + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

}  // namespace waybill::test
