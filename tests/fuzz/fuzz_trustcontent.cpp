// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/contentsearch.h"
#include "core/trust/packagesums.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace waybill;

/// The search for indicators in a start-up file and in a program, and the readers of checksum lists.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::shared_ptr<const TrustRules> rules = *TrustRules::load();
    const std::span<const char> bytes(reinterpret_cast<const char *>(data), size);
    Entry entry;
    entry.path = "etc/cron.d/job";
    entry.size = static_cast<qint64>(size);
    for (const SearchedAs kind : {SearchedAs::Text, SearchedAs::Binary}) {
        TrustProbe probe(*rules, entry, kind, true, 0);
        probe.feed(bytes.first(size / 2));
        probe.feed(bytes.subspan(size / 2));
        TrustHarvest harvest;
        probe.finish(true, harvest);
        for (const TrustSighting &sighting : harvest.sightings) {
            if (sighting.offset < 0 || sighting.offset > entry.size || sighting.seen.size() > 200)
                std::abort();
        }
    }
    const QByteArray content(bytes.data(), static_cast<qsizetype>(size));
    for (const char *list : {"var/lib/dpkg/info/a.md5sums", "s/a.dist-info/RECORD", "lib/apk/db/installed",
                             "var/lib/rpm/Packages", "usr/lib/sysimage/rpm/rpmdb.sqlite"}) {
        for (const RecordedSum &sum : recordedSums(list, content)) {
            if (sum.path.empty() || sum.path.front() == '/' || sum.digest.size() < 16)
                std::abort();
        }
    }
    if (recordedSums("lib/apk/db/installed", content).size() > size)
        std::abort();
    return 0;
}
