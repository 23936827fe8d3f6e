// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

namespace waybill {

QString Messages::decisionFate(const RecordedDecision &recorded, const DecisionOutcome &outcome)
{
    switch (outcome.fate) {
    case DecisionFate::Applied:
        return tr("applied to %n finding(s)", nullptr, static_cast<int>(outcome.findings.size()));
    case DecisionFate::Partly:
        return tr("not applied: it names %1, and the finding holds %2 more that nobody has looked at")
            .arg(outcome.covered)
            .arg(outcome.others);
    case DecisionFate::OtherContent:
        return tr("not applied: the findings of this rule rest on other content");
    case DecisionFate::NotChecked:
        return tr("not applied: a review holds no files to compare; give the image itself");
    case DecisionFate::NoFinding:
        return tr("this rule has no finding here");
    case DecisionFate::Expired:
        return tr("ended on %1").arg(recorded.expires.toString(Qt::ISODate));
    }
    return {};
}

QString Messages::notDecidedYet()
{
    return tr("not decided yet");
}

QString Messages::nobodyYet()
{
    return tr("nobody yet");
}

}  // namespace waybill
