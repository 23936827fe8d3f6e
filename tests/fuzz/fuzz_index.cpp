// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Image indexes and manifest lists: bounded, with validated digests; never a manifest at the same time (CVE-2021-41190).
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto index = parseIndex(bytes, QStringLiteral("fuzz"));
    if (!index)
        return 0;
    require(index->manifests.size() <= 2000, "bounded");
    for (const Descriptor &descriptor : index->manifests)
        require(isValidDigest(descriptor.digest) && descriptor.size >= 0, "entries have a digest and a size");
    if (looksLikeIndex(bytes) && !index->manifests.empty()) {
        const auto manifest = parseManifest(bytes, QStringLiteral("fuzz"));
        require(!manifest || manifest->layers.empty(), "one document is not both an index and a manifest");
    }
    return 0;
}
