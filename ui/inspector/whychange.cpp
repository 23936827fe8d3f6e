// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/whatif.h"
#include "core/report/messages.h"
#include "ui/inspector/why.h"

#include <algorithm>

namespace waybill {

/// Answers that would change what the finding says, and the removal that would end it.
std::vector<WhyStep> Why::changeSteps(const Finding &finding) const
{
    QStringList lines;
    for (const AnswerOutcome &outcome :
         WhatIf::outcomesFor(m_policy, m_inventory, m_review.answers, finding, m_review.scenario)) {
        const Question &question = *m_policy.question(outcome.question);
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Question::Choice &c) { return c.id == outcome.choice; });
        lines.append(tr("The answer \"%1\" to \"%2\": %3, risk %4")
                         .arg(choice->text.in(m_language), question.title.in(m_language), Messages::verdict(outcome.verdict),
                              Messages::risk(outcome.risk)));
    }
    const quint32 files = finding.liveFiles + finding.ghostFiles;
    if (finding.effect(m_review.scenario).permission >= Permission::Undetermined && files > 0)
        lines.append(tr("Taking its %n file(s) out of the layers that bring them", nullptr, static_cast<int>(files)));
    if (lines.isEmpty())
        return {};
    return {{WhyStep::Id::Change, tr("What would change it"), lines.join(QLatin1Char('\n')), {}, {}, -1}};
}

}  // namespace waybill
