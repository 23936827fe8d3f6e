// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace waybill::test {

/// A ustar header of 512 bytes exactly as told, sensible or not. Only the checksum is right.
struct RawHeader {
    QByteArray name;
    char type = '0';
    QByteArray size = "0";  ///< the field's text; up to 12 bytes, also base 256
    QByteArray target = {};
    QByteArray mode = "0000644";
    QByteArray mtime = "0";
    QByteArray uid = "0";
    QByteArray device = "0";  ///< major and minor
    QByteArray bytes() const;
};

/// Content filled up with zeros to whole blocks.
QByteArray paddedBlock(const QByteArray &content);
/// A file with honest size.
QByteArray rawFile(const QByteArray &name, const QByteArray &content = {});
/// An extended header (type 'x', 'g', 'L' or 'K') with its content.
QByteArray rawExtended(char type, const QByteArray &content);
/// "<length> key=value\n"
QByteArray paxRecord(const QByteArray &key, const QByteArray &value);
inline QByteArray endBlocks()
{
    return QByteArray(1024, '\0');
}

}  // namespace waybill::test
