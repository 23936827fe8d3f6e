// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/decisionsfile.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Files of recorded decisions: a fault has a line, and what is read can be written and read again.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto policy = Policy::load();
    require(policy.has_value(), "the policy loads");
    std::vector<Error> problems;
    const auto read = parseDecisions(bytesOf(data, size), QStringLiteral("d.yaml"), **policy, &problems);
    if (!read) {
        require(!problems.empty() && problems.front().line > 0, "a fault has a line");
        return 0;
    }
    const QByteArray written = decisionsText(*read);
    const auto again = parseDecisions(written, QStringLiteral("d.yaml"), **policy);
    require(again.has_value(), "what was written can be read");
    require(decisionsText(*again) == written, "the second text is the first");
    return 0;
}
