// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/whatif.h"

#include "core/policy/assessor.h"
#include "core/policy/policyprivate.h"

#include <algorithm>

namespace waybill {

namespace {

/// The frame of an inventory that decides whether it counts as read, without its files.
Inventory frameOf(const Inventory &inventory)
{
    Inventory frame;
    frame.image.layers.resize(inventory.image.layers.size());
    frame.image.notes = inventory.image.notes;
    frame.readings = inventory.readings;
    frame.notes = inventory.notes;
    frame.partial = inventory.partial;
    return frame;
}

void copyJudgement(const Inventory &from, quint32 index, Inventory &to)
{
    Judgement judgement = from.judgements[index];
    judgement.evidence.clear();
    if (const Component *component = from.component(judgement)) {
        judgement.component = ComponentId(to.components.size());
        to.components.push_back(*component);
    }
    to.judgements.push_back(std::move(judgement));
}

bool asks(const Question &question, Scenario scenario)
{
    return std::find(question.asked.begin(), question.asked.end(), scenario) != question.asked.end();
}

bool differs(const AnswerOutcome &a, const AnswerOutcome &b)
{
    return a.verdict != b.verdict || a.risk != b.risk || a.duties != b.duties;
}

}  // namespace

WhatIf::WhatIf(const Policy &policy, const Inventory &inventory, const Answers &answers, const Assessment &assessed,
               const QSet<QString> &accepted)
    : m_policy(policy), m_answers(answers), m_open(frameOf(inventory)), m_accepted(m_open)
{
    QSet<quint32> settled;
    for (const Finding &finding : assessed.findings) {
        if (!accepted.contains(finding.key))
            continue;
        for (const JudgementId id : finding.judgements)
            settled.insert(id.value);
    }
    Assessor assessor(policy, policy.d->data, inventory, answers);
    QSet<QByteArray> seen;
    for (quint32 i = 0; i < inventory.judgements.size(); ++i) {
        const Judgement &judgement = inventory.judgements[i];
        if (judgement.liveFiles == 0 && judgement.ghostFiles == 0)
            continue;
        const bool decided = settled.contains(i);
        const QByteArray signature = assessor.signatureOf(i) + (decided ? " accepted" : "");
        if (seen.contains(signature))
            continue;
        seen.insert(signature);
        copyJudgement(inventory, i, decided ? m_accepted : m_open);
    }
    m_circumstances = circumstancesOf(inventory, linkFactsOf(inventory, m_policy.d->data.catalog.get()));
    for (Circumstance &circumstance : m_circumstances)
        circumstance.judgements.clear();
}

AnswerOutcome WhatIf::outcome(Scenario scenario, const Answers &answers) const
{
    const PolicyData &data = m_policy.d->data;
    const Assessment open = Assessor(m_policy, data, m_open, answers).run(m_circumstances);
    const ScenarioVerdict &mine = open.verdict(scenario);
    AnswerOutcome result;
    result.verdict = mine.verdict;
    result.risk = mine.riskWithUnknown;
    result.duties = mine.duties;
    if (!m_accepted.judgements.empty()) {
        const Assessment decided = Assessor(m_policy, data, m_accepted, answers).run({});
        const ScenarioVerdict &theirs = decided.verdict(scenario);
        result.verdict = std::max(result.verdict, std::min(theirs.verdict, Verdict::CanShipWithDuties));
        result.risk = worse(result.risk, theirs.riskWithUnknown);
        for (const QString &duty : theirs.duties) {
            if (!result.duties.contains(duty))
                result.duties.append(duty);
        }
    }
    std::sort(result.duties.begin(), result.duties.end());
    return result;
}

QStringList WhatIf::relevantQuestions() const
{
    // With nothing answered every question that could matter is open. Answers that turn one scenario into another stay, for
    // they decide whose questions are asked.
    Answers turning;
    QStringList always;
    for (const TreatAs &entry : m_policy.d->data.treatAs) {
        if (m_answers.contains(entry.question))
            turning.insert(entry.question, m_answers.value(entry.question));
        if (!m_open.judgements.empty() || !m_accepted.judgements.empty())
            always.append(entry.question);
    }
    QSet<QString> ids(always.begin(), always.end());
    for (const Inventory *part : {&m_open, &m_accepted}) {
        const std::vector<Circumstance> none;
        const Assessment assessment
            = Assessor(m_policy, m_policy.d->data, *part, turning).run(part == &m_open ? m_circumstances : none);
        ids.unite(QSet<QString>(assessment.assumptions.begin(), assessment.assumptions.end()));
    }
    QStringList ordered;
    for (const Question &question : m_policy.questions()) {
        if (ids.contains(question.id))
            ordered.append(question.id);
    }
    return ordered;
}

AnswerOutcome WhatIf::current(Scenario scenario) const
{
    return outcome(scenario, m_answers);
}

std::vector<AnswerOutcome> WhatIf::outcomes(Scenario scenario) const
{
    const AnswerOutcome now = current(scenario);
    const Scenario treated = m_policy.treatedAs(scenario, m_answers);
    std::vector<AnswerOutcome> result;
    const QStringList relevant = relevantQuestions();
    for (const QString &id : relevant) {
        const Question &question = *m_policy.question(id);
        if (!asks(question, scenario) && !asks(question, treated))
            continue;
        for (const Question::Choice &choice : question.choices) {
            if (choice.id == QLatin1String("unknown") || choice.id == m_policy.choiceFor(id, m_answers))
                continue;
            Answers answers = m_answers;
            answers.insert(id, choice.id);
            AnswerOutcome tried = outcome(scenario, answers);
            tried.question = id;
            tried.choice = choice.id;
            tried.changes = differs(tried, now);
            result.push_back(std::move(tried));
        }
    }
    return result;
}

std::vector<AnswerOutcome> WhatIf::outcomesFor(const Policy &policy, const Inventory &inventory, const Answers &answers,
                                               const Finding &finding, Scenario scenario)
{
    Inventory part = frameOf(inventory);
    // Only the finding itself: that other layers were not read is no answer's business.
    part.notes.clear();
    part.image.notes.clear();
    part.partial = false;
    for (LayerReading &reading : part.readings)
        reading.complete = true;
    for (const JudgementId id : finding.judgements)
        copyJudgement(inventory, id.value, part);
    std::vector<Circumstance> circumstances = circumstancesOf(inventory, linkFactsOf(inventory, policy.d->data.catalog.get()));
    const std::vector<RuleData> &rules = policy.d->data.rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RuleData &r) { return r.text.id == finding.ruleId; });
    const bool isCircumstance = rule != rules.end() && rule->shownAs.has_value();
    std::erase_if(circumstances, [&](const Circumstance &circumstance) {
        const auto named = [&](const NamePattern &pattern) { return pattern.matches(circumstance.id); };
        return !isCircumstance || std::none_of(rule->when.circumstances.begin(), rule->when.circumstances.end(), named)
            || !finding.key.endsWith(QLatin1Char('@') + circumstance.subject.key);
    });
    for (Circumstance &circumstance : circumstances)
        circumstance.judgements.clear();
    if (isCircumstance) {
        part.judgements.clear();
        part.components.clear();
    }
    WhatIf whatIf(policy, part, answers);
    whatIf.m_circumstances = std::move(circumstances);
    std::vector<AnswerOutcome> result = whatIf.outcomes(scenario);
    std::erase_if(result, [](const AnswerOutcome &outcome) { return !outcome.changes; });
    return result;
}

}  // namespace waybill
