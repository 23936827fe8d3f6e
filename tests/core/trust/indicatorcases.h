// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace waybill::test {

/// One image with something planted, or with something that only looks like it. `lines` are those of TextImage; a line that
/// begins with "ENV ", "CMD ", "RUN " or "USER " speaks of the configuration.
struct IndicatorCase {
    const char *rule;
    bool planted;
    const char *lines;
};
const std::vector<IndicatorCase> &indicatorCases();

}  // namespace waybill::test
