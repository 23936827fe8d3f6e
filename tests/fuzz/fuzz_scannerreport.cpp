// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/sbomclaims.h"
#include "core/sbom/scannerreport.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace waybill;

/// Reports of scanners, statements about holes, bills of materials: three readers of foreign JSON on the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto report = readScannerReport(bytes);
    const auto vex = readVex(bytes);
    if (report && report->holes.size() > size)
        std::abort();  // more entries than bytes
    if (vex && vex->statements.size() > size)
        std::abort();
    if (report && vex)
        applyVex(*report, *vex, QStringLiteral("same file"));
    if (const auto claim = readSbomClaim(bytes); claim && claim->parts.size() > size)
        std::abort();
    return 0;
}
