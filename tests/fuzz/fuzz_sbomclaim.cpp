// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/sbomclaims.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Bills of materials of every format that is read; each part has a name.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto claim = readSbomClaim(bytesOf(data, size));
    if (!claim)
        return 0;
    require(!claim->format.isEmpty(), "a claim has a format");
    for (const ClaimedPart &part : claim->parts)
        require(!part.name.isEmpty(), "a part has a name");
    return 0;
}
