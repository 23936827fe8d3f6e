// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/filetree.h"
#include "core/trust/contentsearch.h"

namespace waybill {

/// Compares the files of the final image with what their package databases record. `layers`: one harvest per layer, null for
/// layers that were not read. Of several lists at one path the newest counts, and only while it is in the final image. Pure.
ChecksumFacts compareChecksums(const FileTree &tree, std::span<const TrustHarvest *const> layers);

}  // namespace waybill
