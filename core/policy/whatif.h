// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/circumstance.h"
#include "core/policy/policy.h"

#include <QSet>

namespace waybill {

/// What one answer would make of a verdict or of a finding.
struct AnswerOutcome {
    QString question, choice;
    Verdict verdict = Verdict::CannotTell;
    RiskLevel risk = RiskLevel::NotAssessed;  ///< with what is unknown
    QStringList duties;
    bool changes = false;  ///< verdict, risk or duties would differ from what they are now
};

/// Tries answers on an image without assessing it anew: judgements that no answer can tell apart are tried once, so the cost
/// follows the variety of terms and not the size of the image. Borrows the policy; copies what it needs of the inventory.
class WhatIf
{
public:
    /// `assessed` and `accepted` (finding keys) tell which findings a reviewer has accepted: those hold no verdict.
    WhatIf(const Policy &policy, const Inventory &inventory, const Answers &answers, const Assessment &assessed = {},
           const QSet<QString> &accepted = {});

    /// Ids of questions whose answer can matter for this image, in the order of the policy.
    QStringList relevantQuestions() const;
    /// The verdict now: question and choice are empty.
    AnswerOutcome current(Scenario scenario) const;
    /// One entry per choice of every relevant question that `scenario` asks, save the one that counts now and "unknown".
    std::vector<AnswerOutcome> outcomes(Scenario scenario) const;
    /// The same for one finding: what the answers would make of its own effect.
    static std::vector<AnswerOutcome> outcomesFor(const Policy &policy, const Inventory &inventory, const Answers &answers,
                                                  const Finding &finding, Scenario scenario);

private:
    AnswerOutcome outcome(Scenario scenario, const Answers &answers) const;
    const Policy &m_policy;
    Answers m_answers;
    Inventory m_open, m_accepted;  ///< one judgement per signature, without files
    std::vector<Circumstance> m_circumstances;
};

}  // namespace waybill
