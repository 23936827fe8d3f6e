// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/image/imagesource.h"
#include "core/inventory/inventory.h"

#include <QByteArray>

#include <map>

namespace waybill {

/// SHA-256 (raw, 32 bytes) of the content of files, by node.
using ContentDigests = std::map<NodeId, QByteArray>;

/// Digests of the content of chosen files; folders, links without bytes and nodes of layers that were not read are passed over,
/// so the result may hold fewer. A scan keeps no digests of single files, so this reads every layer once more that brings one of
/// them; run it in a job. `source`, `image` and `inventory` are of the same image. Memory does not depend on file sizes.
/// Errors: those of the readers with the layer; when cancelled, Error kind Usage with cause "cancelled".
Result<ContentDigests> contentDigestsOf(const ImageSource &source, const Inventory &inventory, const std::vector<NodeId> &nodes,
                                        const CancelToken &cancel, Progress &progress);

}  // namespace waybill
