// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/filetree.h"
#include "core/trust/contentsearch.h"

namespace waybill {

/// One line of a checksum list.
struct RecordedSum {
    std::string path;   ///< in the image
    QByteArray digest;  ///< raw
    bool isMd5 = true;
};

/// Reads dpkg's *.md5sums ("hex  path") or a RECORD ("path,sha256=base64url,size", PEP 376 and 427), told by the name of the
/// file. Lines that are neither are passed over. Linear in the bytes.
std::vector<RecordedSum> recordedSums(std::string_view path, const QByteArray &content);

/// Compares the files of the final image with what their package databases record. `layers`: one harvest per layer, null for
/// layers that were not read. Of several lists at one path the newest counts, and only while it is in the final image. Pure.
ChecksumFacts compareChecksums(const FileTree &tree, std::span<const TrustHarvest *const> layers);

}  // namespace waybill
