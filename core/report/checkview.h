// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportmodel.h"
#include "core/review/findingfilter.h"

namespace waybill {

/// What `check` shows, the same for every format: findings of one scenario, worst first, after the user's filter. Borrows the
/// review and the policy.
struct CheckView {
    const Review &review;
    const Policy &policy;
    Scenario scenario = Scenario::OnPremises;
    std::vector<quint32> findings;  ///< indices into review.concluded.findings

    CheckView(const Review &aReview, const Policy &aPolicy, Scenario aScenario, const FindingFilter &filter = {});
    const Finding &finding(quint32 index) const { return review.concluded.findings[index]; }
    const ScenarioVerdict &verdict() const { return review.concluded.verdict(scenario); }
};

/// What the filter language looks at in a finding of a review; the same as in the window.
FilterFacts filterFactsOf(const Review &review, const Finding &finding, Scenario scenario);

/// An instruction that takes files of a finding out of sight while their bytes stay in a lower layer.
struct HidingStep {
    quint16 layer = 0;    ///< from 0
    QString instruction;  ///< as recorded, may be empty
    quint32 files = 0;
    qint64 bytes = 0;
    /// `rm`, `apt-get remove` and their kin: somebody meant to get rid of the files, and only hid them.
    bool meantToRemove = false;
};
std::vector<HidingStep> hidingStepsOf(const Inventory &inventory, const Finding &finding);

/// What people must still do, or have done, for one scenario.
struct DutyItem {
    QString component, version;
    QString source, sourceVersion;  ///< exact source package, for offers
    QString licence;
};
struct DutyState {
    QString id;
    bool done = false;
    QString note;                 ///< what was recorded with it
    quint32 findings = 0;         ///< that ask for it
    std::vector<DutyItem> items;  ///< components that it is about, by name; empty for duties about loose files
};
/// Open duties first, then those recorded as done (Answers, dutyKey), each in the order of the policy's findings.
std::vector<DutyState> dutyStatesOf(const Review &review, const Policy &policy, Scenario scenario);

}  // namespace waybill
