// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waybill::test {

/// One member of a tar to write. Names are bytes; what ustar cannot hold goes to a pax header.
struct TarMember {
    QByteArray path;
    char type = '0';  ///< ustar type flag: '0' file, '1' hard link, '2' symlink, '3' '4' devices, '5' folder, '6' fifo
    QByteArray target = {};
    QByteArray bytes = {};
    quint32 mode = 0644;
    quint64 uid = 0;
    quint64 gid = 0;
    quint32 deviceMajor = 0;
    quint32 deviceMinor = 0;
};

/// Writes ustar with pax extensions into memory, independently of libarchive, so that it can judge our reader.
class TarWriter
{
public:
    void add(const TarMember &member);
    /// With `proper` padding and two closing blocks; without, the last member ends at its last byte.
    QByteArray finish(bool proper = true);

private:
    void addHeader(const TarMember &member, const QByteArray &name, const QByteArray &target, qint64 size, char type);
    void addBytes(const QByteArray &bytes);
    void pad();
    QByteArray m_bytes;
    qint64 m_pendingPadding = 0;
};

}  // namespace waybill::test
