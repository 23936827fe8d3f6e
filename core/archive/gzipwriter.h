// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/rawtar.h"

#include <memory>

namespace waybill {

/// Packs a stream as one gzip member (RFC 1952) without name and time. Blocks of fixed size are compressed at the same time,
/// each with the end of the block before as dictionary, so the bytes depend on input and level only, never on the number of
/// threads or the machine. About 4 MiB of memory per job. One thread at a time.
class GzipWriter
{
public:
    /// `level` 1 to 9; `jobs` threads, 0 = one per processor. `sink` must outlive the writer.
    GzipWriter(const PieceSink &sink, int level, int jobs);
    ~GzipWriter();
    /// Errors: those of the sink, Io (no memory for the compressor).
    Result<void> add(std::span<const char> bytes);
    Result<void> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
