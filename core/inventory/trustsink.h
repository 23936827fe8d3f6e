// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/layercollector.h"
#include "core/trust/trustrules.h"

#include <set>

namespace waybill {

/// The search for indicators as one more reader of a file that comes by; its answer goes to `harvest`, which must outlive it.
/// Null when nothing can be learnt from this file. `sums`: the hashes that the image's package databases may ask for.
std::unique_ptr<ContentProbe> makeTrustSink(const TrustRules &rules, const Entry &entry, ContentKind kind, bool starts, int layer,
                                            SumKinds sums, LayerHarvest &harvest);

/// What the beginning of the lowest layer tells about the package system; all kinds when it tells nothing. A registry is not
/// asked. Reads at most a few thousand entries.
SumKinds sumKindsOf(const ImageSource &source, const Image &image, const CancelToken &cancel);

/// Image paths that entrypoint and command name, without a leading slash.
std::set<std::string> startFilesOf(const Image &image);

/// What all layers gave, with the checksums compared.
TrustFacts trustFactsOf(std::span<const LayerHarvest *const> harvests, const FileTree &tree);

}  // namespace waybill
