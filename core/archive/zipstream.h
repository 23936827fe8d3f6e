// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace waybill {

/// One member of a zip archive as its local header describes it (APPNOTE 4.3.7).
struct ZipMember {
    std::string name;  ///< bytes as stored; may climb, may be absolute
    quint16 method = 0;
    bool encrypted = false;
    qint64 packedSize = -1;  ///< -1: only known behind the content
    qint64 size = -1;
};

/// Receives the members of a zip archive in stored order.
class ZipVisitor
{
public:
    virtual ~ZipVisitor() = default;
    /// True to get the content. Members that are not wanted are skipped without unpacking where their size is known.
    virtual bool wants(const ZipMember &member) = 0;
    /// The next unpacked piece of the wanted member. False to get no more of it.
    virtual bool content(std::span<const char> piece) = 0;
    /// The wanted member ends; `complete` when all of it was read.
    virtual void memberEnds(bool complete) = 0;
    /// The archive's table of contents names this member. Comes after all content. What the table does not name is not part
    /// of the archive for other readers.
    virtual void listed(std::string_view name) = 0;
};

/// Ceilings of one archive and everything nested in it; shared by the readers of nested archives. One thread.
struct ZipBudget {
    qint64 unpackedBytes = 1LL << 30;
    qint64 members = 500'000;
};

/// Reads a zip archive front to back from pieces, in constant memory: nothing is sought, so an archive inside an archive is
/// read while it is unpacked. Bytes in front of the first member (a start script) are skipped. One thread.
class ZipStream
{
public:
    enum class State : quint8 {
        Reading,   ///< more bytes are needed
        Complete,  ///< the end record was read
        Damaged,   ///< not a zip archive, or broken: reading stopped
        Limit,     ///< a ceiling was reached: reading stopped
    };
    /// Both must outlive the stream.
    ZipStream(ZipVisitor &visitor, ZipBudget &budget);
    ~ZipStream();
    /// The next bytes. False when no more are needed or useful.
    bool feed(std::span<const char> piece);
    State state() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
