// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/image/imagesource.h"
#include "core/inventory/inventory.h"

#include <array>

namespace waybill {

/// Hashes of one file's content.
struct FileDigest {
    std::array<char, 20> sha1 {};
    std::array<char, 32> sha256 {};
    std::array<char, 64> sha512 {};
    qint64 modified = 0;  ///< seconds since 1970, as the layer says
};

/// Hashes of the files of an image, by node. Immutable once made.
class FileDigests
{
public:
    /// Null when the file was not read: a ghost, or part of a layer that could not be read.
    const FileDigest *find(NodeId node) const;
    size_t size() const { return m_digests.size(); }

private:
    friend Result<FileDigests> digestFiles(const ImageSource &, const Inventory &, int, const CancelToken &, Progress &);
    std::vector<std::pair<NodeId, FileDigest>> m_digests;  ///< ascending
};

/// Reads every layer once more and hashes the files that stand in the final image, one layer per thread. Sparse files are hashed
/// with their holes. `jobs`: threads, 0 for one per processor. Errors: those of opening a layer, LimitExceeded for a sparse file
/// of more than 64 GiB, Io ("cancelled"). Layers that the scan could not read are left out.
Result<FileDigests> digestFiles(const ImageSource &source, const Inventory &inventory, int jobs, const CancelToken &cancel,
                                Progress &progress);

}  // namespace waybill
