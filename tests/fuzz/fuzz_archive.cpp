// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/image/imagesource.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

namespace {

class Counter final : public EntryVisitor
{
public:
    bool visit(const Entry &, EntryContent &) override { return true; }
};

}  // namespace

/// A whole file as somebody might drop it on the window: open, list, read every layer.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto source = openImageArchive(memorySource(bytesOf(data, size), QStringLiteral("fuzz")), QStringLiteral("fuzz"));
    if (!source)
        return 0;
    const int count = static_cast<int>((*source)->listings().size());
    for (int i = 0; i < qMin(count, 8); ++i) {
        const auto image = (*source)->image(i);
        if (!image)
            continue;
        for (size_t layer = 0; layer < qMin<size_t>(image->layers.size(), 8); ++layer) {
            const auto bytes = (*source)->openLayer(*image, static_cast<int>(layer));
            if (!bytes)
                continue;
            Counter counter;
            LayerLimits limits;
            limits.unpackedBytes = 4 << 20;
            limits.entries = 2000;
            readLayer(**bytes, counter, limits, {}, nullptr);
        }
    }
    return 0;
}
