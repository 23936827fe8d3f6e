// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace waybill {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(waybill::CheckText)
};

constexpr size_t reasonsShown = 10;
constexpr size_t filesShown = 3;

void printFindingFiles(Terminal &terminal, const Inventory &inventory, const Finding &finding)
{
    size_t shown = 0;
    size_t total = 0;
    for (const JudgementId judgement : finding.judgements) {
        const std::vector<NodeId> nodes = inventory.nodesOf(judgement);
        total += nodes.size();
        for (const NodeId node : nodes) {
            if (shown >= filesShown)
                break;
            ++shown;
            const TreeNode &entry = inventory.tree->node(node);
            const QString ghost = entry.isGhost() ? QStringLiteral("  (") + Messages::ghost(entry) + QLatin1Char(')') : QString();
            const QString place
                = Messages::layerName(entry.layer) + QStringLiteral(": /") + displayPath(inventory.tree->path(node));
            terminal.print(QStringLiteral("      ") + place + ghost);
        }
    }
    if (total > shown)
        terminal.print(QStringLiteral("      ") + CheckText::tr("and %n more file(s)", nullptr, static_cast<int>(total - shown)));
    for (const quint16 layer : finding.layers) {
        const QString &instruction = inventory.image.layers[layer].createdBy;
        if (!instruction.isEmpty())
            terminal.print(QStringLiteral("      ") + Messages::layerName(layer) + QStringLiteral(": ")
                           + displayText(instruction.simplified()).left(140));
    }
}

void printReasons(Terminal &terminal, const Review &review, const Policy &policy, Scenario scenario)
{
    const QString language = QLocale().name();
    const ScenarioVerdict &verdict = review.concluded.verdict(scenario);
    for (size_t i = 0; i < std::min(reasonsShown, verdict.holding.size()); ++i) {
        const Finding &finding = review.concluded.findings[verdict.holding[i]];
        const Effect &effect = finding.effect(scenario);
        const RuleText *rule = policy.rule(finding.ruleId);
        terminal.print(
            QStringLiteral("  %1 [%2] %3").arg(i + 1).arg(licenceClassCode(finding.licenceClass), displayText(finding.subject))
            + QStringLiteral(" — ") + Messages::risk(effect.risk) + QStringLiteral(", ")
            + Messages::permission(effect.permission));
        terminal.print(QStringLiteral("      ") + finding.ruleId + QStringLiteral(": ")
                       + (rule ? rule->title.in(language) : QString()));
        terminal.print(QStringLiteral("      ") + effect.clause
                       + (finding.document.isEmpty() ? QString() : QStringLiteral(" — ") + finding.document));
        printFindingFiles(terminal, *review.inventory, finding);
    }
    if (verdict.holding.size() > reasonsShown)
        terminal.print(
            QStringLiteral("  ")
            + CheckText::tr("and %n more finding(s)", nullptr, static_cast<int>(verdict.holding.size() - reasonsShown)));
    if (!verdict.duties.isEmpty())
        terminal.print(CheckText::tr("Duties:"));
    for (const QString &id : verdict.duties) {
        const Duty *duty = policy.duty(id);
        terminal.print(QStringLiteral("  - ")
                       + (duty ? duty->title.in(language) + QStringLiteral(" (") + duty->clause + QLatin1Char(')') : id));
    }
}

void printAll(Terminal &terminal, const Review &review)
{
    TextTable table({CheckText::tr("Scenario"), CheckText::tr("Risk"), CheckText::tr("With unknown"), CheckText::tr("Verdict"),
                     CheckText::tr("Duties")},
                    {false, false, false, false, true});
    for (const Scenario scenario : allScenarios) {
        const ScenarioVerdict &verdict = review.concluded.verdict(scenario);
        table.add({Messages::scenario(scenario), Messages::risk(verdict.risk), Messages::risk(verdict.riskWithUnknown),
                   Messages::verdict(verdict.verdict), QString::number(verdict.duties.size())});
    }
    for (const QString &line : table.lines())
        terminal.print(line);
    terminal.print(CheckText::tr("Files with established terms: %1 of %2. Policy %3.")
                       .arg(review.concluded.assessedFiles)
                       .arg(review.concluded.assessedFiles + review.concluded.unknownFiles)
                       .arg(review.concluded.policyVersion));
}

bool reaches(const ScenarioVerdict &verdict, RiskLevel level)
{
    const auto rank = [](RiskLevel risk) { return risk == RiskLevel::NotAssessed ? -1 : static_cast<int>(risk); };
    return rank(verdict.risk) >= rank(level) || rank(verdict.riskWithUnknown) >= rank(level);
}

/// A named scenario passes when the image may be shipped that way; the table of all five is information unless --fail-on is set.
int exitCode(const Context &context, const Review &review, const std::vector<Scenario> &scenarios)
{
    const CommandLine &line = context.line;
    const std::optional<RiskLevel> failOn = riskLevelFromId(line.value("fail-on"));
    // An answer about bytes that could not be read is no answer, whatever the rest says.
    const ExitCode completeness = Context::completeness(*review.inventory);
    if (completeness == Unreadable && !context.cancel.isCancelled())
        return Unreadable;
    for (const Scenario scenario : scenarios) {
        const ScenarioVerdict &verdict = review.concluded.verdict(scenario);
        if (failOn ? reaches(verdict, *failOn) : line.scenario && verdict.verdict == Verdict::CannotShip)
            return PolicyFailed;
    }
    if (context.cancel.isCancelled())
        return Cancelled;
    if (completeness != Ok)
        return completeness;
    const bool undecided = std::any_of(scenarios.begin(), scenarios.end(),
                                       [&](Scenario s) { return review.concluded.verdict(s).verdict == Verdict::CannotTell; });
    return line.scenario && !failOn && undecided ? PolicyFailed : Ok;
}

int runCheck(Context &context)
{
    const QString failOn = context.line.value("fail-on");
    const std::optional<RiskLevel> level = riskLevelFromId(failOn);
    if (!failOn.isEmpty() && (!level || *level == RiskLevel::Safe || *level == RiskLevel::NotAssessed))
        return context.usage(CheckText::tr("Unknown level \"%1\"; there are low, medium, high and extreme.").arg(failOn));
    const auto policy = Policy::load();
    if (!policy)
        return context.fail(policy.error());
    const auto review = context.review(context.line.arguments.first(), **policy);
    if (!review)
        return context.fail(review.error());
    const bool all = context.line.has("all-scenarios") || !context.line.scenario;
    const std::vector<Scenario> scenarios
        = all ? std::vector<Scenario>(allScenarios.begin(), allScenarios.end()) : std::vector<Scenario> {*context.line.scenario};
    if (context.line.isJson()) {
        context.terminal.print(QString::fromUtf8(QJsonDocument(checkJson(*review, **policy, scenarios)).toJson()).trimmed());
    } else if (all) {
        printAll(context.terminal, *review);
    } else {
        const Scenario scenario = *context.line.scenario;
        const ScenarioVerdict &verdict = review->concluded.verdict(scenario);
        context.terminal.print(Messages::scenario(scenario) + QStringLiteral(": ") + Messages::verdictSentence(verdict));
        context.terminal.print(CheckText::tr("Risk: %1; with what is unknown: %2")
                                   .arg(Messages::risk(verdict.risk), Messages::risk(verdict.riskWithUnknown)));
        printReasons(context.terminal, *review, **policy, scenario);
        context.terminal.print(Messages::disclaimer());
    }
    if (const QString file = context.line.value("save"); !file.isEmpty()) {
        if (const auto saved = ReviewStore::save(*review, **policy, file); !saved)
            return context.fail(saved.error());
    }
    return exitCode(context, *review, scenarios);
}

}  // namespace

const Verb &checkVerb()
{
    static const Verb verb {
        "check",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "May we ship it: the verdict, its reasons and the duties."),
        "IMAGE",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {option::scenario,
         {"all-scenarios", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "All five scenarios.")},
         {"fail-on", "LEVEL",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Fail from this risk level on: low, medium, high or extreme.")},
         option::answers,
         option::save},
        runCheck,
    };
    return verb;
}

}  // namespace waybill
