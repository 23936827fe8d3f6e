// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tarwriter.h"

#include <QString>

#include <numeric>

namespace waybill::test {
namespace {

constexpr qsizetype blockSize = 512;
constexpr qsizetype nameLength = 100;
constexpr quint64 largestId = 07777777;

void putText(QByteArray &block, qsizetype offset, qsizetype room, const QByteArray &text)
{
    block.replace(offset, qMin(room, text.size()), text.left(room));
}

void putOctal(QByteArray &block, qsizetype offset, qsizetype room, quint64 number)
{
    putText(block, offset, room - 1, QByteArray::number(number, 8).rightJustified(room - 1, '0'));
}

/// "LENGTH key=value\n", where LENGTH counts itself.
QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const qsizetype rest = key.size() + value.size() + 3;
    qsizetype length = rest + 1;
    while (QByteArray::number(length).size() + rest != length)
        length = QByteArray::number(length).size() + rest;
    return QByteArray::number(length) + ' ' + key + '=' + value + '\n';
}

QByteArray paxRecords(const TarMember &member)
{
    QByteArray records;
    if (member.path.size() > nameLength)
        records += paxRecord(QByteArrayLiteral("path"), member.path);
    if (member.target.size() > nameLength)
        records += paxRecord(QByteArrayLiteral("linkpath"), member.target);
    if (member.uid > largestId)
        records += paxRecord(QByteArrayLiteral("uid"), QByteArray::number(member.uid));
    if (member.gid > largestId)
        records += paxRecord(QByteArrayLiteral("gid"), QByteArray::number(member.gid));
    return records;
}

}  // namespace

void TarWriter::pad()
{
    m_bytes.append(m_pendingPadding, '\0');
    m_pendingPadding = 0;
}

void TarWriter::addBytes(const QByteArray &bytes)
{
    m_bytes += bytes;
    m_pendingPadding = (blockSize - bytes.size() % blockSize) % blockSize;
}

void TarWriter::addHeader(const TarMember &member, const QByteArray &name, const QByteArray &target, qint64 size, char type)
{
    pad();
    QByteArray block(blockSize, '\0');
    putText(block, 0, nameLength, name);
    putOctal(block, 100, 8, member.mode);
    putOctal(block, 108, 8, member.uid > largestId ? 0 : member.uid);
    putOctal(block, 116, 8, member.gid > largestId ? 0 : member.gid);
    putOctal(block, 124, 12, static_cast<quint64>(size));
    putOctal(block, 136, 12, 0);
    block[156] = type;
    putText(block, 157, nameLength, target);
    putText(block, 257, 8,
            QByteArray("ustar\0"
                       "00",
                       8));
    putOctal(block, 329, 8, member.deviceMajor);
    putOctal(block, 337, 8, member.deviceMinor);
    putText(block, 148, 8, QByteArray(8, ' '));
    const quint32 sum = std::accumulate(block.cbegin(), block.cend(), quint32(0),
                                        [](quint32 total, char c) { return total + static_cast<quint8>(c); });
    putText(block, 148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    m_bytes += block;
}

void TarWriter::add(const TarMember &member)
{
    const QByteArray records = paxRecords(member);
    if (!records.isEmpty()) {
        addHeader(TarMember {.path = {}}, QByteArrayLiteral("pax/header"), {}, records.size(), 'x');
        addBytes(records);
    }
    addHeader(member, member.path, member.target, member.bytes.size(), member.type);
    addBytes(member.bytes);
}

QByteArray TarWriter::finish(bool proper)
{
    if (proper) {
        pad();
        m_bytes.append(2 * blockSize, '\0');
    }
    return m_bytes;
}

}  // namespace waybill::test
