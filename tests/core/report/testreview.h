// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"
#include "core/review/review.h"

namespace waybill::test {

/// A review made by hand: five layers, files of every class, ghosts of both kinds, awkward paths, an unread layer on demand.
struct ReviewPlan {
    int packages = 6;         ///< extra packages; every one becomes a finding of its own
    bool incomplete = false;  ///< the last layer was cut off
    bool decided = true;      ///< one decision, with log
};
Review makeReview(const ReviewPlan &plan, const Policy &policy);

}  // namespace waybill::test
