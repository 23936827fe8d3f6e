// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_trust IMAGE [ROUNDS]: what the search for indicators and the checksums add to a scan. Both kinds of scan take turns in
// one run; the medians of processor and wall time are compared.

#include "core/inventory/scanner.h"
#include "core/inventory/trustreport.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace waybill;

namespace {

struct Cost {
    double processor = 0;
    double wall = 0;
};

double median(std::vector<Cost> costs, double Cost::*part)
{
    std::sort(costs.begin(), costs.end(), [part](const Cost &a, const Cost &b) { return a.*part < b.*part; });
    return costs[costs.size() / 2].*part;
}

Cost costOf(const ImageSource &source, const Image &image, const ScanKnowledge &knowledge,
            std::shared_ptr<const Inventory> &inventory)
{
    QElapsedTimer clock;
    clock.start();
    const std::clock_t before = std::clock();
    Progress progress;
    inventory = scan(source, image, knowledge, {}, {}, progress);
    return {static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, static_cast<double>(clock.nsecsElapsed()) / 1e9};
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: bench_trust IMAGE [ROUNDS]\n", stderr);
        return 2;
    }
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    const auto source = openImageSource(QString::fromLocal8Bit(argv[1]));
    const auto listing = source ? selectListing(**source, {}, {}) : Result<int>(fail(source.error()));
    const auto image = listing ? (*source)->image(*listing) : Result<Image>(fail(listing.error()));
    const auto with = ScanKnowledge::load();
    const auto trust = TrustKnowledge::load();
    if (!image || !with || !trust) {
        std::fputs("cannot read the image or our own data\n", stderr);
        return 1;
    }
    ScanKnowledge without = *with;
    without.trust.reset();
    std::vector<Cost> plain, searched;
    std::shared_ptr<const Inventory> inventory;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(costOf(**source, *image, without, inventory));
        searched.push_back(costOf(**source, *image, *with, inventory));
    }
    QElapsedTimer clock;
    clock.start();
    const TrustReport report = trustReportOf(*inventory, *trust, QDate(2026, 11, 25));
    const double judging = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    for (const auto &[name, part] : {std::pair {"processor", &Cost::processor}, std::pair {"wall", &Cost::wall}}) {
        const double a = median(plain, part);
        const double b = median(searched, part);
        std::printf("%-9s  without %7.2f s  with %7.2f s  adds %5.1f %%\n", name, a, b, (b / a - 1) * 100);
    }
    std::printf("judging    %.2f s, %zu findings, %u files compared\n", judging, report.findings.size(),
                report.checksums.compared);
    return 0;
}
