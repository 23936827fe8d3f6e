// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawblocks.h"

namespace waybill::test {

QByteArray RawHeader::bytes() const
{
    QByteArray block(512, '\0');
    const auto put = [&block](qsizetype at, qsizetype length, const QByteArray &text) {
        block.replace(at, qMin(length, text.size()), text.left(length));
    };
    put(0, 100, name);
    put(100, 8, mode);
    put(108, 8, uid);
    put(116, 8, "0000000");
    put(124, 12, size);
    put(136, 12, mtime);
    put(148, 8, "        ");
    block[156] = type;
    put(157, 100, target);
    put(257, 8, QByteArray("ustar\00000", 8));
    put(329, 8, device);
    put(337, 8, device);
    quint32 sum = 0;
    for (const char c : std::as_const(block))
        sum += static_cast<unsigned char>(c);
    put(148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return block;
}

QByteArray paddedBlock(const QByteArray &content)
{
    return content + QByteArray((512 - content.size() % 512) % 512, '\0');
}

QByteArray rawFile(const QByteArray &name, const QByteArray &content)
{
    return RawHeader {.name = name, .size = QByteArray::number(content.size(), 8)}.bytes() + paddedBlock(content);
}

QByteArray rawExtended(char type, const QByteArray &content)
{
    return RawHeader {.name = "extended", .type = type, .size = QByteArray::number(content.size(), 8)}.bytes()
        + paddedBlock(content);
}

QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const QByteArray rest = ' ' + key + '=' + value + '\n';
    qsizetype length = rest.size();
    while (QByteArray::number(length).size() + rest.size() != length)
        length = QByteArray::number(length).size() + rest.size();
    return QByteArray::number(length) + rest;
}

}  // namespace waybill::test
