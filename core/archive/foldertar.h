// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"
#include "core/base/canceltoken.h"

namespace waybill {

/// What could not be taken over from a folder.
struct FolderTarReport {
    qint64 entries = 0;
    qint64 unreadable = 0;  ///< files and folders without permission; files appear without content
    QString firstUnreadable;
    qint64 otherFileSystems = 0;  ///< mounted folders that were not entered
};

/// A folder as an uncompressed tar that is never written anywhere: headers are made and contents read when somebody reads there.
/// Entries in byte order of their names, hard links inside the folder kept, symlinks never followed, other file systems not
/// entered, overlay's opaque mark as a pax record. The folder is only read; a file that shrinks meanwhile is filled with zeros.
/// Memory: about 150 bytes for an entry. Errors: NotFound, AccessDenied, LimitExceeded (5 million entries), Io "cancelled".
Result<std::shared_ptr<const ByteSource>> folderAsTar(const QString &folder, FolderTarReport &report,
                                                      const CancelToken &cancel = {});

/// A stored layer rebuilt from its tar-split record (vbatts/tar-split: headers and padding in base64, contents by name) and the
/// unpacked folder, byte for byte as it was pulled, so that its diff ID can be verified. `record` is the gzip file.
/// Errors: NotFound, Malformed, LimitExceeded (1 GiB of record), those of the inflater.
Result<std::shared_ptr<const ByteSource>> tarFromSplit(const ByteSource &record, const QString &folder);

}  // namespace waybill
