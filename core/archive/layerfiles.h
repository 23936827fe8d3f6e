// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/archive/seekablestream.h"

#include <string>
#include <vector>

namespace waybill {

/// The files of one stored layer by path, with windowed content: `read(path, offset, length)` costs memory for `length` only.
/// The first question unpacks the layer and writes down where its files lie (32 bytes each); later ones go to the place, from the
/// nearest restart point of SeekableStream. Nothing is copied to disk.
/// Owned by who shows or writes content. Any thread; questions wait for each other, and end within a second when cancelled.
class LayerFiles
{
public:
    /// Which of several files of the same path is meant. Runtimes take the last, which is known only when the whole layer was
    /// unpacked. FirstMatch stops at the first: right for layers of which a scan has not reported "duplicate-path".
    enum class Duplicates { LastMatch, FirstMatch };

    explicit LayerFiles(std::shared_ptr<const ByteSource> stored, Duplicates duplicates = Duplicates::LastMatch);
    ~LayerFiles();

    /// The record of a file; hard links are followed to the file of the same layer that they stand for.
    /// Errors: NotFound (no file of this normalised path), Malformed (links in a circle), those of Inflater::next, Io
    /// "cancelled".
    Result<Entry> find(const std::string &path, const CancelToken &cancel = {});

    /// At most `length` bytes of the content of a file from `offset` on, less at its end. Holes of sparse files read as zeros.
    /// `length` is bounded to 64 MiB a call. Errors: as find; Truncated when the layer ends inside the file.
    Result<QByteArray> read(const std::string &path, qint64 offset, qint64 length, const CancelToken &cancel = {});

    SeekableStream &stream();  ///< the unpacked tar

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
