// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>

namespace waybill {

/// Random-access, read-only bytes of known length (a file, or a part of one). Reading is stateless: several threads
/// may read one source. Owned by whoever opened it.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    virtual qint64 size() const = 0;
    /// Fills `into` from `offset`; returns the number of bytes read, less only at the end. Errors: Io.
    virtual Result<qint64> readAt(qint64 offset, std::span<char> into) const = 0;
    virtual QString name() const = 0;  ///< for messages
    /// A source of the same bytes for another reader, where readers of one source would hinder each other; else nullptr.
    virtual std::shared_ptr<const ByteSource> fork() const { return nullptr; }
};

/// Opens a regular file without following a symlink in the last component of blob paths when `noFollow` is set.
/// Errors: NotFound, AccessDenied, Io, NotSupported (not a regular file).
Result<std::shared_ptr<const ByteSource>> openFile(const QString &path, bool noFollow = false);

/// A window of another source. Clamped to the length of `base`.
std::unique_ptr<ByteSource> sliceOf(std::shared_ptr<const ByteSource> base, qint64 offset, qint64 size, QString name);

/// Bytes held in memory.
std::shared_ptr<const ByteSource> memorySource(QByteArray bytes, QString name);

/// Whole content, at most `limit` bytes. Errors: LimitExceeded, Io.
Result<QByteArray> readAll(const ByteSource &source, qint64 limit);

}  // namespace waybill
