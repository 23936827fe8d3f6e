// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waybill::test {

/// One member of a zip archive to write.
struct ZipPart {
    QByteArray name;
    QByteArray content = {};
    bool deflate = true;
    bool descriptor = false;  ///< sizes behind the content instead of in front of it
    bool signature = true;    ///< of that descriptor
    bool listed = true;       ///< named by the table of contents
    bool encrypted = false;   ///< only says so
};

/// Writes zip archives into memory, independently of any reader.
class ZipWriter
{
public:
    ZipWriter &add(const ZipPart &part);
    ZipWriter &add(const QByteArray &name, const QByteArray &content) { return add(ZipPart {name, content}); }
    QByteArray finish();

private:
    QByteArray m_bytes;
    QByteArray m_table;
    quint16 m_count = 0;
};

/// Raw deflate (RFC 1951), and with a zlib frame (RFC 1950).
QByteArray deflated(const QByteArray &bytes);

}  // namespace waybill::test
