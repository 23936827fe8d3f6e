// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Image manifests: only validated digests and sizes get through.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto manifest = parseManifest(bytesOf(data, size), QStringLiteral("fuzz"));
    if (!manifest)
        return 0;
    for (const Descriptor &layer : manifest->layers)
        require(isValidDigest(layer.digest) && layer.size >= 0, "layers have a digest and a size");
    require(isValidDigest(manifest->config.digest) && manifest->config.size >= 0, "the config has a digest and a size");
    return 0;
}
