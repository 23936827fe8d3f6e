// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>

class QTemporaryFile;

namespace waybill {

/// Bytes in a file without a name, in TMPDIR or /var/tmp (images are larger than a memory file system should hold): they go
/// with this object, also after a crash. Grows at its end only. One thread at a time.
class TemporaryBytes
{
public:
    ~TemporaryBytes();
    /// Errors: Io.
    static Result<std::unique_ptr<TemporaryBytes>> create();

    /// Errors: NoSpace, Io. What was written before stays readable.
    Result<void> append(std::span<const char> bytes);
    /// Bytes read, less only at the end. Errors: Io.
    Result<qint64> readAt(qint64 offset, std::span<char> into) const;
    qint64 size() const { return m_size; }  ///< bytes
    qint64 room() const { return m_room; }  ///< bytes: half of what was free when it was made, for others want to write, too

private:
    explicit TemporaryBytes(std::unique_ptr<QTemporaryFile> file);
    std::unique_ptr<QTemporaryFile> m_file;
    QString m_name;
    qint64 m_size = 0;
    qint64 m_room = 0;
};

}  // namespace waybill
