// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/image/imagesource.h"
#include "core/inventory/inventory.h"

#include <functional>

namespace waybill {

/// The knowledge a scan needs; loaded once, shared by all scans.
struct ScanKnowledge {
    std::shared_ptr<const LicenceCatalog> catalog;
    std::shared_ptr<const LicenceMatcher> matcher;
    std::shared_ptr<const VendorRights> rights;
    std::shared_ptr<const class Provenance> provenance;
    std::shared_ptr<const EmbeddedLibraryRules> embedded;
    std::shared_ptr<const class ProductRules> products;
    std::shared_ptr<const class TrustRules> trust;  ///< null: nothing is searched for
    static Result<ScanKnowledge> load();
};

struct ScanOptions {
    int jobs = 0;                         ///< layers read at once; 0 = one per processor
    bool licences = true;                 ///< false: entries, digests and components only
    qint64 layerByteLimit = 100LL << 30;  ///< unpacked bytes per layer
    quint32 entryLimit = 5'000'000;       ///< per image
    std::vector<KnownBase> knownBases;    ///< bases that the user knows by their digests
    int partialIntervalMs = 1000;         ///< least time between two partial results
};

/// Called from a worker thread with what is known so far, never after scan() returned.
using PartialResult = std::function<void(std::shared_ptr<const Inventory>)>;

/// Reads all layers of an image and joins the answers of all finders. Blocks; run it in a job, never on the UI thread.
/// A layer that fails is marked in Inventory::readings and leaves the others usable. When cancelled, what was read is
/// returned with `partial` set.
std::shared_ptr<const Inventory> scan(const ImageSource &source, const Image &image, const ScanKnowledge &knowledge,
                                      const ScanOptions &options, const CancelToken &cancel, Progress &progress,
                                      const PartialResult &onPartial = {});

/// Reads one file of one layer, at most `limit` bytes. Errors: NotFound, MissingPart, Truncated, Io.
Result<QByteArray> readFileOf(const ImageSource &source, const Image &image, int layer, const std::string &path, qint64 limit,
                              const CancelToken &cancel);

}  // namespace waybill
