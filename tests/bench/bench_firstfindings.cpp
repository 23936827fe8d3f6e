// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_firstfindings IMAGE: when a user sees what, on the road that the window takes: header and layers, each partial result
// with its findings, the complete result.

#include "core/inventory/scanner.h"
#include "core/policy/policy.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace waybill;

namespace {

int complain(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(error.subject), qPrintable(error.cause));
    return 1;
}

void print(double seconds, const char *what, const Assessment &assessment)
{
    const auto notPermitted = std::count_if(assessment.findings.begin(), assessment.findings.end(), [](const Finding &finding) {
        return finding.effect(Scenario::OnPremises).permission == Permission::NotPermitted;
    });
    std::printf("%7.2f s  %s: %zu findings, %td not permitted on-premises\n", seconds, what, assessment.findings.size(),
                notPermitted);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: bench_firstfindings IMAGE\n", stderr);
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto seconds = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e9; };
    const auto source = openImageSource(QString::fromLocal8Bit(argv[1]));
    if (!source)
        return complain(source.error());
    const auto listing = selectListing(**source, {}, {});
    if (!listing)
        return complain(listing.error());
    const auto image = (*source)->image(*listing);
    if (!image)
        return complain(image.error());
    std::printf("%7.2f s  header and %zu layers\n", seconds(), image->layers.size());
    std::fflush(stdout);
    const auto knowledge = ScanKnowledge::load();
    if (!knowledge)
        return complain(knowledge.error());
    const auto policy = Policy::load();
    if (!policy)
        return complain(policy.error());
    std::printf("%7.2f s  knowledge loaded\n", seconds());
    Progress progress;
    const auto inventory
        = scan(**source, *image, *knowledge, {}, {}, progress,
               [&](const std::shared_ptr<const Inventory> &part) { print(seconds(), "partial", (*policy)->assess(*part)); });
    print(seconds(), "complete", (*policy)->assess(*inventory));
    return inventory->isComplete() ? 0 : 1;
}
