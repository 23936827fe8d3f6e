// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/base/result.h"

#include <functional>
#include <span>
#include <vector>

namespace waybill {

/// One member of a tar as stored: every header block that belongs to it, and what they say.
struct RawMember {
    std::vector<char> headers;  ///< pax, GNU long name and sparse blocks, then the header itself; a multiple of 512 bytes
    Entry entry;                ///< as readLayer() gives it: whiteouts resolved, path normalised
    qint64 contentBytes = 0;    ///< stored content that follows, without padding
    bool named = true;          ///< false: a global header, an AUFS leftover, or a path that readLayer() refuses
};

/// What becomes of a member.
enum class RawAction : quint8 {
    Keep,  ///< copied byte for byte, headers, content and padding
    Drop,
    Edit,  ///< content handed to the editor, header adapted to the new size
};

/// Decides about the members of one layer, front to back, on the thread that copies.
class RawTarEditor
{
public:
    virtual ~RawTarEditor() = default;
    virtual RawAction decide(const RawMember &member) = 0;
    /// New content of a member for which decide() said Edit.
    virtual QByteArray edit(const RawMember &member, const QByteArray &content) = 0;
};

/// The next piece of an unpacked tar, empty at the end; valid until the next call.
using PieceSource = std::function<Result<std::span<const char>>()>;
using PieceSink = std::function<Result<void>(std::span<const char>)>;

/// Copies a tar (POSIX.1-2001 ustar and pax, GNU long names, GNU sparse, old v7) member by member. Kept members keep every
/// byte: times, owners, extended attributes, sparse maps. Two zero blocks end the copy; what stood behind the end of the
/// archive is not copied. Constant memory but for headers and edited files. Errors: Malformed, Truncated, LimitExceeded (an
/// extended header over 1 MiB, an edited file over 128 MiB), and those of source and sink. One thread.
Result<void> copyTar(const PieceSource &source, const PieceSink &sink, RawTarEditor &editor, const QString &name);

/// One record of a tar made by us: mode and owner as given, time 0, pax header for what ustar cannot hold.
std::vector<char> tarRecord(const Entry &entry, std::span<const char> content);

}  // namespace waybill
