// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <thread>

using namespace waybill;

namespace {

class Counter final : public EntryVisitor
{
public:
    bool visit(const Entry &, EntryContent &) override { return true; }
};

}  // namespace

/// bench_layer COPIES LAYER: reads a stored layer so many times at once, as a scan does: unpacked, both digests, all entries.
/// Prints the bytes of tar that went through and the seconds it took.
int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_layer COPIES LAYER\n");
        return 2;
    }
    const auto source = openFile(QFile::decodeName(argv[2]));
    if (!source) {
        std::fprintf(stderr, "%s: %s\n", argv[2], qPrintable(source.error().cause));
        return 3;
    }
    std::vector<LayerSummary> summaries(static_cast<size_t>(qMax(1, std::atoi(argv[1]))));
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (LayerSummary &summary : summaries) {
        threads.emplace_back([&summary, &source] {
            Counter counter;
            summary = readLayer(**source, counter, {}, {}, nullptr);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    qint64 bytes = 0;
    for (const LayerSummary &summary : summaries) {
        if (!summary.complete) {
            std::fprintf(stderr, "%s: %s\n", argv[2], qPrintable(summary.error.cause));
            return 3;
        }
        bytes += summary.unpackedBytes;
    }
    std::printf("%lld %.3f\n", static_cast<long long>(bytes), seconds);
    return 0;
}
