// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policydata.h"

namespace waybill {

struct Policy::Private {
    PolicyData data;
    std::vector<RuleText> ruleTexts;
};

}  // namespace waybill
