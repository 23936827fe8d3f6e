// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/zipwriter.h"

#include <QtEndian>

#include <zlib.h>

namespace waybill::test {

namespace {

void put16(QByteArray &bytes, quint32 value)
{
    bytes.append(static_cast<char>(value & 0xff)).append(static_cast<char>((value >> 8) & 0xff));
}

void put32(QByteArray &bytes, quint32 value)
{
    put16(bytes, value & 0xffff);
    put16(bytes, value >> 16);
}

/// The fields that local and central headers share.
void putCommon(QByteArray &bytes, const ZipPart &part, quint32 crc, quint32 packed, quint32 size)
{
    put16(bytes, 20);
    put16(bytes, (part.descriptor ? 8 : 0) | (part.encrypted ? 1 : 0));
    put16(bytes, part.deflate ? 8 : 0);
    put32(bytes, 0);
    put32(bytes, crc);
    put32(bytes, packed);
    put32(bytes, size);
    put16(bytes, static_cast<quint32>(part.name.size()));
    put16(bytes, 0);
}

}  // namespace

QByteArray deflated(const QByteArray &bytes)
{
    z_stream stream {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("deflateInit2");
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

ZipWriter &ZipWriter::add(const ZipPart &part)
{
    const QByteArray packed = part.deflate ? deflated(part.content) : part.content;
    const auto crc = static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef *>(part.content.constData()), static_cast<uInt>(part.content.size())));
    const auto packedSize = static_cast<quint32>(packed.size());
    const auto size = static_cast<quint32>(part.content.size());
    const auto offset = static_cast<quint32>(m_bytes.size());
    put32(m_bytes, 0x04034b50);
    putCommon(m_bytes, part, part.descriptor ? 0 : crc, part.descriptor ? 0 : packedSize, part.descriptor ? 0 : size);
    m_bytes += part.name + packed;
    if (part.descriptor) {
        if (part.signature)
            put32(m_bytes, 0x08074b50);
        put32(m_bytes, crc);
        put32(m_bytes, packedSize);
        put32(m_bytes, size);
    }
    if (!part.listed)
        return *this;
    ++m_count;
    put32(m_table, 0x02014b50);
    put16(m_table, 20);
    putCommon(m_table, part, crc, packedSize, size);
    m_table += QByteArray(10, '\0');  // comment length, disk, attributes
    put32(m_table, offset);
    m_table += part.name;
    return *this;
}

QByteArray ZipWriter::finish()
{
    QByteArray bytes = m_bytes + m_table;
    put32(bytes, 0x06054b50);
    put32(bytes, 0);
    put16(bytes, m_count);
    put16(bytes, m_count);
    put32(bytes, static_cast<quint32>(m_table.size()));
    put32(bytes, static_cast<quint32>(m_bytes.size()));
    put16(bytes, 0);
    return bytes;
}

}  // namespace waybill::test
