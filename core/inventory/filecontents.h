// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/layerfiles.h"
#include "core/image/imagesource.h"

#include <list>
#include <set>

namespace waybill {

/// Windowed content of the files of an open image, never a whole file in memory. Keeps the index and the restart points of the
/// layers that were asked for last (at most three, about 20 MB each), so that the second look into a big layer takes
/// milliseconds: 4 MB at the end of a 3 GB gzip layer are unpacked from at most 16 MB before.
/// The first look at a layer unpacks it once, at the speed of a scan without digests; run it in a job.
/// Content is not checked against the layer's digest: the scan did that and says so in Inventory::readings.
/// Owned by the session or the command. Any thread; questions about one layer wait for each other.
class FileContents
{
public:
    /// `uniqueLayers`: layers (from 0) that were scanned without a note "duplicate-path"; their files are found before the end of
    /// the layer is reached. Leave empty when nothing was scanned.
    FileContents(std::shared_ptr<const ImageSource> source, Image image, std::set<int> uniqueLayers = {});

    /// The record of the file that stands at this path in this layer, hard links followed inside the layer; `size` in bytes.
    /// Errors: NotFound, MissingPart, Truncated, Malformed, Io ("cancelled" when cancelled), with layer and path.
    Result<Entry> find(int layer, const std::string &path, const CancelToken &cancel = {});
    /// At most `length` bytes (at most 64 MiB a call) from `offset` on; empty at the end of the file. Errors: as find.
    Result<QByteArray> read(int layer, const std::string &path, qint64 offset, qint64 length, const CancelToken &cancel = {});

private:
    Result<std::shared_ptr<LayerFiles>> files(int layer);

    std::shared_ptr<const ImageSource> m_source;
    Image m_image;
    std::set<int> m_uniqueLayers;
    std::mutex m_mutex;                                               ///< guards the list
    std::list<std::pair<int, std::shared_ptr<LayerFiles>>> m_recent;  ///< newest first
};

}  // namespace waybill
