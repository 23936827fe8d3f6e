// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

namespace {

/// Reads all content of every second entry, so that skipping is tried too.
class Reader final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &content) override
    {
        require(normalisePath(entry.path) == entry.path, "paths arrive normalised");
        require(entry.size >= 0, "sizes are not negative");
        require(entry.kind == EntryKind::File || entry.size == 0, "only files have content");
        if (++m_count % 2 == 0)
            return true;
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next())
            m_sum += (*piece)[0];
        return true;
    }
    quint32 m_count = 0;
    int m_sum = 0;
};

}  // namespace

/// One layer of any compression: ends in an outcome, within the limits.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto source = memorySource(bytesOf(data, size), QStringLiteral("fuzz"));
    Reader reader;
    LayerLimits limits;
    limits.unpackedBytes = 8 << 20;
    limits.entries = 5000;
    const LayerSummary summary = readLayer(*source, reader, limits, {}, nullptr);
    require(!summary.cancelled, "nobody cancelled");
    require(summary.oddities.size() <= 100, "oddities are bounded");
    if (summary.complete) {
        require(summary.storedBytes == source->size(), "a complete layer was read to its last byte");
        require(!summary.storedDigest.isEmpty() && !summary.diffId.isEmpty(), "a complete layer has both digests");
        require(reader.m_count <= summary.entries, "entries are counted");
    }
    return 0;
}
