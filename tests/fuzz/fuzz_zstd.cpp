// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/inflater.h"
#include "tests/fuzz/fuzztarget.h"

#include <zstd.h>

using namespace waybill;
using namespace waybill::test;

/// Zstandard frames: what is accepted is what the one-shot decoder gives.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype outputLimit = 8 << 20;
    const auto source = memorySource(bytesOf(data, size), QStringLiteral("fuzz"));
    const auto inflater = makeInflater(Compression::Zstd, *source, nullptr);
    require(inflater.has_value(), "zstd can always be opened");
    QByteArray ours;
    for (;;) {
        const auto piece = (*inflater)->next();
        if (!piece)
            return 0;
        if (piece->empty())
            break;
        ours.append(piece->data(), static_cast<qsizetype>(piece->size()));
        if (ours.size() > outputLimit)
            return 0;
    }
    QByteArray theirs(ours.size() + 1, Qt::Uninitialized);
    const size_t got = ZSTD_decompress(theirs.data(), static_cast<size_t>(theirs.size()), data, size);
    if (!ZSTD_isError(got))
        require(ours == theirs.left(static_cast<qsizetype>(got)), "the same bytes as the one-shot decoder");
    return 0;
}
