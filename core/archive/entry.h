// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

namespace waybill {

/// Kind of a layer entry. Whiteout removes a name of lower layers, Opaque hides a folder's lower content.
enum class EntryKind : quint8 { File, Folder, Symlink, Hardlink, CharDevice, BlockDevice, Fifo, Socket, Whiteout, Opaque };

/// One record of a layer, normalised: no leading slash, no "." or empty parts, ".." never present.
struct Entry {
    std::string path;    ///< bytes as stored (need not be UTF-8); for Whiteout the removed path, for Opaque the folder
    std::string target;  ///< link target as stored; for Hardlink the normalised path
    EntryKind kind = EntryKind::File;
    quint32 mode = 0;  ///< permission bits including set-id and sticky
    quint64 uid = 0;
    quint64 gid = 0;
    qint64 size = 0;   ///< bytes of content
    qint64 mtime = 0;  ///< seconds since 1970, may be negative
};

}  // namespace waybill
