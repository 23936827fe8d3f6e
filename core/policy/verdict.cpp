// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"

#include <QSet>

#include <algorithm>

namespace waybill {

namespace {

Verdict verdictOf(const Effect &effect)
{
    switch (effect.permission) {
    case Permission::NotPermitted:
        return Verdict::CannotShip;
    case Permission::Undetermined:
        return Verdict::CannotTell;
    case Permission::PermittedWithDuties:
        return Verdict::CanShipWithDuties;
    case Permission::Permitted:
        break;
    }
    return effect.duties.isEmpty() ? Verdict::CanShip : Verdict::CanShipWithDuties;
}

void appendMissing(QStringList &list, const QStringList &more)
{
    for (const QString &text : more) {
        if (!list.contains(text))
            list.append(text);
    }
}

ScenarioVerdict conclude(const Assessment &assessment, Scenario scenario)
{
    ScenarioVerdict result;
    result.verdict = assessment.complete ? Verdict::CanShip : Verdict::CannotTell;
    // Findings of one rule share their list of duties, so most lists are known by their address alone.
    QSet<const QString *> seen;
    for (const Finding &finding : assessment.findings) {
        const Effect &effect = finding.effect(scenario);
        result.verdict = std::max(result.verdict, verdictOf(effect));
        result.riskWithUnknown = worse(result.riskWithUnknown, effect.risk);
        if (!finding.isUnknown())
            result.risk = worse(result.risk, effect.risk);
        if (!effect.duties.isEmpty() && !seen.contains(effect.duties.constData())) {
            seen.insert(effect.duties.constData());
            appendMissing(result.duties, effect.duties);
        }
        ++result.findingsByRisk[static_cast<size_t>(effect.risk)];
    }
    if (assessment.findings.empty() && assessment.complete)
        result.risk = result.riskWithUnknown = RiskLevel::Safe;  // an empty image, read to its end
    if (result.verdict == Verdict::CanShip)
        return result;
    for (size_t i = 0; i < assessment.findings.size(); ++i) {
        if (verdictOf(assessment.findings[i].effect(scenario)) == result.verdict)
            result.holding.push_back(static_cast<quint32>(i));
    }
    std::stable_sort(result.holding.begin(), result.holding.end(), [&](quint32 a, quint32 b) {
        return assessment.findings[a].effect(scenario).risk > assessment.findings[b].effect(scenario).risk;
    });
    return result;
}

}  // namespace

void concludeVerdicts(Assessment &assessment)
{
    for (const Scenario scenario : allScenarios)
        assessment.verdicts[static_cast<size_t>(scenario)] = conclude(assessment, scenario);
}

}  // namespace waybill
