// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_finders IMAGE [ROUNDS]: what finding components costs on top of reading. A plain scan unpacks, hashes and lists every
// layer; the second does the same with all finders, binary facts and products, without licence texts; the third searches for
// signs of tampering as well. The rounds alternate and the best of each counts, so that other work on the machine disturbs both
// alike. One thread, so that the time of the processor can be told beside the time that passed, which others' work makes longer.
// The limit is 25 %.

#include "core/archive/layerreader.h"
#include "core/inventory/scanner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <ctime>
#include <limits>

using namespace waybill;

namespace {

class Lister final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        m_entries.push_back(entry);
        return true;
    }

private:
    std::vector<Entry> m_entries;
};

/// Seconds that something took: as they pass, and of the processor.
struct Cost {
    double passed = std::numeric_limits<double>::max();
    double processor = std::numeric_limits<double>::max();
    void keepLess(const Cost &other)
    {
        passed = qMin(passed, other.passed);
        processor = qMin(processor, other.processor);
    }
};

class Stopwatch
{
public:
    Stopwatch() { m_clock.start(); }
    Cost cost() const
    {
        return {static_cast<double>(m_clock.nsecsElapsed()) / 1e9,
                static_cast<double>(std::clock() - m_processor) / CLOCKS_PER_SEC};
    }

private:
    QElapsedTimer m_clock;
    std::clock_t m_processor = std::clock();
};

/// Greatest memory of this process so far, MB; Linux only, else 0.
long peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLong() / 1000;
    }
    return 0;
}

Cost plainScan(const ImageSource &source, const Image &image)
{
    const Stopwatch watch;
    for (size_t layer = 0; layer < image.layers.size(); ++layer) {
        const auto bytes = source.openLayer(image, static_cast<int>(layer));
        if (!bytes)
            continue;
        Lister lister;
        readLayer(**bytes, lister, {}, {}, nullptr);
    }
    return watch.cost();
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: bench_finders IMAGE [ROUNDS]\n", stderr);
        return 2;
    }
    const auto source = openImageSource(QString::fromLocal8Bit(argv[1]));
    const auto listing = source ? selectListing(**source, {}, {}) : Result<int>(0);
    const auto image = source && listing ? (*source)->image(*listing) : Result<Image>(Image());
    const auto knowledge = ScanKnowledge::load();
    if (!source || !listing || !image || !knowledge) {
        std::fprintf(stderr, "%s cannot be read\n", argv[1]);
        return 1;
    }
    const int rounds = argc > 2 ? qMax(1, QByteArray(argv[2]).toInt()) : 3;
    ScanOptions options;
    options.jobs = 1;
    options.licences = false;
    ScanKnowledge withoutTrust = *knowledge;
    withoutTrust.trust = nullptr;
    Cost plain;
    Cost finders;
    Cost trust;
    std::shared_ptr<const Inventory> inventory;
    const auto scanned = [&](const ScanKnowledge &what) {
        Progress progress;
        const Stopwatch watch;
        inventory = scan(**source, *image, what, options, {}, progress);
        return watch.cost();
    };
    for (int round = 0; round < rounds; ++round) {
        plain.keepLess(plainScan(**source, *image));
        const long before = peakMegabytes();
        finders.keepLess(scanned(withoutTrust));
        const long after = peakMegabytes();
        trust.keepLess(scanned(*knowledge));
        std::printf("round %d: peak memory %ld MB, %ld MB with finders, %ld MB with trust\n", round + 1, before, after,
                    peakMegabytes());
        std::fflush(stdout);
    }
    std::printf("%zu components, %zu binaries\n", inventory->components.size(), inventory->binaries.size());
    const auto tell = [&plain](const char *name, const Cost &cost) {
        std::printf("plain %.2f s, %s %.2f s: %+.1f %%; of the processor %.2f s, %.2f s: %+.1f %%\n", plain.passed, name,
                    cost.passed, 100 * (cost.passed / plain.passed - 1), plain.processor, cost.processor,
                    100 * (cost.processor / plain.processor - 1));
    };
    tell("with finders", finders);
    tell("with finders and trust", trust);
    return 0;
}
