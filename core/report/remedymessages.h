// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"
#include "core/remedy/removal.h"

#include <QCoreApplication>

namespace waybill {

/// Sentences about the way out, shared by window and command line. Any thread after start-up.
class RemedyMessages
{
    Q_DECLARE_TR_FUNCTIONS(waybill::RemedyMessages)
public:
    static QString what(const Removal &removal);    ///< "triton 3.3.0: 7 files", "nvidia-cuda-toolkit 11.8 (4 packages)"
    static QString reason(const Removal &removal);  ///< why this and no more
    static QString breakage(const Breakage &breakage);
    static QString ifRemoved(const Removal &removal);  ///< one line: what breaks, or that nothing does
    static QString obstacle(const Obstacle &obstacle, const Policy &policy);
    static QString hint(const RemedyHint &hint, const Policy &policy);
    static QString summary(const RemedyPlan &plan);  ///< before, after, bytes
    static QString copyRule();                       ///< why deleting in a later layer does not help
};

}  // namespace waybill
