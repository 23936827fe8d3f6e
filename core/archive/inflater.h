// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"

#include <QLatin1String>

namespace waybill {

/// How bytes are packed, told by their first bytes, never by a name.
enum class Compression : quint8 { None, Gzip, Zstd, Bzip2, Xz };
Compression sniffCompression(std::span<const char> firstBytes);
QLatin1String compressionId(Compression compression);  ///< "none", "gzip", "zstd", "bzip2", "xz"

/// Watches the stored bytes as they are consumed (for their digest and for progress).
class StoredBytesObserver
{
public:
    virtual ~StoredBytesObserver() = default;
    virtual void storedBytes(std::span<const char> bytes) = 0;
};

class Inflater;

/// The state of an inflater between two pieces: from here unpacking can go on without what came before. Immutable, any thread.
class InflaterState
{
public:
    virtual ~InflaterState() = default;
    /// An inflater that gives what the saved one would have given next. `source` holds the same bytes and outlives it.
    virtual std::unique_ptr<Inflater> resume(const ByteSource &source) const = 0;
    virtual qint64 memoryBytes() const = 0;
};

/// Unpacks a ByteSource front to back in constant memory. All members of a gzip file and all frames of a zstd file are
/// read; checksums are verified. One thread at a time.
class Inflater
{
public:
    virtual ~Inflater() = default;

    /// The next piece of unpacked bytes, empty at the end. The span is valid until the next call. Errors: Truncated
    /// (input ends inside a member), Malformed (bad data or checksum, with the stored offset), NotSupported (needs a
    /// dictionary or too much memory), Io.
    virtual Result<std::span<const char>> next() = 0;

    /// The state behind the piece that next() gave last; nullptr where the format cannot be entered at this place: gzip can
    /// everywhere, zstd between frames, bzip2 and xz nowhere.
    virtual std::unique_ptr<InflaterState> save() const { return nullptr; }

    /// Stored bytes behind the last complete member or frame that could not be unpacked; known at the end.
    qint64 trailingBytes() const { return m_trailingBytes; }
    bool trailingIsZero() const { return m_trailingIsZero; }

protected:
    /// Reads `input` to its end as bytes that belong to no member.
    Result<void> countTrailing(class InputWindow &input);

    qint64 m_trailingBytes = 0;
    bool m_trailingIsZero = true;
};

/// `source` and `observer` must outlive the inflater; `observer` may be null.
/// Errors: NotSupported for compressions this build cannot read.
Result<std::unique_ptr<Inflater>> makeInflater(Compression compression, const ByteSource &source, StoredBytesObserver *observer);

}  // namespace waybill
