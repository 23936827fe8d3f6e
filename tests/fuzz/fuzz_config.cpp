// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Image configs: history is paired in order and never beyond its end; odd counts become notes.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Image image;
    image.layers.resize(3);
    if (!applyConfig(bytesOf(data, size), QStringLiteral("fuzz"), image))
        return 0;
    require(image.layers.size() == 3, "the config adds no layer");
    int last = -1;
    int paired = 0;
    for (const LayerInfo &layer : image.layers) {
        require(layer.diffId.isEmpty() || isValidDigest(layer.diffId), "diff IDs are valid");
        if (layer.historyIndex < 0)
            continue;
        require(layer.historyIndex > last && static_cast<size_t>(layer.historyIndex) < image.history.size(), "in order");
        last = layer.historyIndex;
        ++paired;
    }
    require(paired == 3 || !image.notes.empty(), "what does not fit is told");
    return 0;
}
