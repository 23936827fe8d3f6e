// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/policy/whatif.h"
#include "core/report/checkreports.h"
#include "core/report/jsonreport.h"
#include "core/report/jsontrust.h"
#include "core/report/messages.h"
#include "core/report/trustmessages.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <QSet>

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
    for (const HidingStep &step : hidingStepsOf(inventory, finding))
        terminal.print(QStringLiteral("      ")
                       + CheckText::tr("%1 only hides %2 file(s) (%3): gone at run time, present in what you hand over%4")
                             .arg(Messages::layerName(step.layer), QString::number(step.files), Messages::bytes(step.bytes),
                                  step.instruction.isEmpty()
                                      ? QString()
                                      : QStringLiteral(": ") + displayText(step.instruction.simplified()).left(140)));
    for (const quint16 layer : finding.layers) {
        const QString &instruction = inventory.image.layers[layer].createdBy;
        if (!instruction.isEmpty())
            terminal.print(QStringLiteral("      ") + Messages::layerName(layer) + QStringLiteral(": ")
                           + displayText(instruction.simplified()).left(140));
    }
}

/// Which answers would lead elsewhere.
void printFlips(Terminal &terminal, const Review &review, const Policy &policy, Scenario scenario)
{
    const QString language = QLocale().name();
    QSet<QString> accepted;
    for (const Finding &finding : review.concluded.findings) {
        const Decision *decision = review.decisionOn(finding.key);
        if (decision && decision->action == DecisionAction::Accept)
            accepted.insert(finding.key);
    }
    const WhatIf whatIf(policy, *review.inventory, review.answers, review.assessed, accepted);
    bool headed = false;
    for (const AnswerOutcome &outcome : whatIf.outcomes(scenario)) {
        const ScenarioVerdict &now = review.concluded.verdict(scenario);
        if (outcome.verdict == now.verdict && outcome.risk == now.riskWithUnknown)
            continue;
        const Question &question = *policy.question(outcome.question);
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Question::Choice &c) { return c.id == outcome.choice; });
        if (!headed)
            terminal.print(CheckText::tr("What an answer would change:"));
        headed = true;
        terminal.print(QStringLiteral("  - ")
                       + CheckText::tr("%1 \"%2\": %3, risk %4")
                             .arg(question.text.in(language), choice->text.in(language), Messages::verdict(outcome.verdict),
                                  Messages::risk(outcome.risk))
                       + QStringLiteral(" (%1: %2)").arg(outcome.question, outcome.choice));
    }
}

/// What would lift one finding: an answer, or the removal of its files from the layers that bring them.
void printWayOut(Terminal &terminal, const CheckView &view, const Finding &finding)
{
    const Review &review = view.review;
    for (const AnswerOutcome &outcome :
         WhatIf::outcomesFor(view.policy, *review.inventory, review.answers, finding, view.scenario)) {
        if (outcome.verdict < view.verdict().verdict)
            terminal.print(
                QStringLiteral("      ")
                + CheckText::tr("would change with the answer %1: %2 (%3, risk %4)")
                      .arg(outcome.question, outcome.choice, Messages::verdict(outcome.verdict), Messages::risk(outcome.risk)));
    }
    if (finding.effect(view.scenario).permission < Permission::Undetermined || finding.judgements.empty())
        return;
    QStringList layers;
    for (const quint16 layer : finding.layers)
        layers.append(Messages::layerName(layer));
    terminal.print(QStringLiteral("      ")
                   + CheckText::tr("would go with its %n file(s) taken out of %1 itself", nullptr,
                                   static_cast<int>(finding.liveFiles + finding.ghostFiles))
                         .arg(layers.join(QStringLiteral(", "))));
}

void printReasons(Terminal &terminal, const CheckView &view)
{
    const Review &review = view.review;
    const Policy &policy = view.policy;
    const Scenario scenario = view.scenario;
    const QString language = QLocale().name();
    const ScenarioVerdict &verdict = view.verdict();
    std::vector<quint32> holding;
    for (const quint32 index : view.findings) {
        if (std::find(verdict.holding.begin(), verdict.holding.end(), index) != verdict.holding.end())
            holding.push_back(index);
    }
    for (size_t i = 0; i < std::min(reasonsShown, holding.size()); ++i) {
        const Finding &finding = review.concluded.findings[holding[i]];
        const Effect &effect = finding.effect(scenario);
        const RuleText *rule = policy.rule(finding.ruleId);
        terminal.print(
            QStringLiteral("  %1 [%2] %3").arg(i + 1).arg(licenceClassCode(finding.licenceClass), displayText(finding.subject))
            + QStringLiteral(" — ") + Messages::risk(effect.risk) + QStringLiteral(", ")
            + Messages::permission(effect.permission));
        terminal.print(QStringLiteral("      ") + finding.ruleId + QStringLiteral(": ")
                       + (rule ? rule->title.in(language) : QString()));
        terminal.print(QStringLiteral("      ") + Messages::clause(effect.clause)
                       + (finding.document.isEmpty() ? QString() : QStringLiteral(" — ") + Messages::clause(finding.document)));
        terminal.print(QStringLiteral("      ") + PolicyText {effect.whyEn, effect.whyZh}.in(language));
        printFindingFiles(terminal, *review.inventory, finding);
        printWayOut(terminal, view, finding);
    }
    if (holding.size() > reasonsShown)
        terminal.print(QStringLiteral("  ")
                       + CheckText::tr("and %n more finding(s)", nullptr, static_cast<int>(holding.size() - reasonsShown)));
}

/// Duties with their state; for sources the exact packages and versions, which an offer must name.
void printDuties(Terminal &terminal, const CheckView &view)
{
    constexpr size_t itemsShown = 8;
    const QString language = QLocale().name();
    const std::vector<DutyState> states = dutyStatesOf(view.review, view.policy, view.scenario);
    if (!states.empty())
        terminal.print(CheckText::tr("Duties:"));
    for (const DutyState &state : states) {
        const Duty *duty = view.policy.duty(state.id);
        QString line = QStringLiteral("  - ")
            + (duty ? duty->title.in(language) + QStringLiteral(" (") + Messages::clause(duty->clause) + QLatin1Char(')')
                    : state.id);
        if (state.done)
            line += QStringLiteral(" — ") + CheckText::tr("done")
                + (state.note.isEmpty() ? QString() : QStringLiteral(": ") + displayText(state.note));
        terminal.print(line);
        if (state.done || !state.id.startsWith(QLatin1String("source-")))
            continue;
        QStringList sources;
        for (const DutyItem &item : state.items)
            sources.append(displayText(item.source + QLatin1Char(' ') + item.sourceVersion));
        sources.removeDuplicates();
        if (sources.isEmpty())
            continue;
        const qsizetype more = sources.size() - static_cast<qsizetype>(itemsShown);
        terminal.print(
            QStringLiteral("      ") + sources.mid(0, itemsShown).join(QStringLiteral(", "))
            + (more > 0 ? QStringLiteral("; ") + CheckText::tr("and %n more source package(s)", nullptr, static_cast<int>(more))
                        : QString()));
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
                       .arg(review.concluded.assessedFiles - review.concluded.unknownFiles)
                       .arg(review.concluded.assessedFiles)
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

void printOne(Terminal &terminal, const CheckView &view)
{
    const ScenarioVerdict &verdict = view.verdict();
    terminal.print(Messages::scenario(view.scenario) + QStringLiteral(": ") + Messages::verdictSentence(verdict));
    terminal.print(CheckText::tr("Risk: %1; with what is unknown: %2")
                       .arg(Messages::risk(verdict.risk), Messages::risk(verdict.riskWithUnknown)));
    printReasons(terminal, view);
    printDuties(terminal, view);
    printFlips(terminal, view.review, view.policy, view.scenario);
    const Assessment &assessment = view.review.concluded;
    terminal.print(CheckText::tr("Files with established terms: %1 of %2. Policy %3.")
                       .arg(assessment.assessedFiles - assessment.unknownFiles)
                       .arg(assessment.assessedFiles)
                       .arg(assessment.policyVersion));
    terminal.print(Messages::disclaimer());
}

/// Trust is told beside the verdict and never mixed into it.
void printTrust(Terminal &terminal, const TrustReport &trust)
{
    std::array<int, trustSeverityCount> counts {};
    for (const TrustFinding &finding : trust.findings)
        ++counts[static_cast<size_t>(finding.severity)];
    QStringList parts;
    for (int i = trustSeverityCount - 1; i > 0; --i) {
        if (counts[static_cast<size_t>(i)] > 0)
            parts.append(QStringLiteral("%1: %2")
                             .arg(TrustMessages::severity(static_cast<TrustSeverity>(i)))
                             .arg(counts[static_cast<size_t>(i)]));
    }
    terminal.print(CheckText::tr("Trust, apart from the licences (waybill trust tells more): %1")
                       .arg(parts.isEmpty() ? CheckText::tr("nothing but notes") : parts.join(QStringLiteral(", "))));
}

void print(Context &context, const std::vector<CheckView> &views, std::optional<RiskLevel> failOn,
           const std::optional<TrustReport> &trust)
{
    const QString &format = context.line.format;
    const Review &review = views.front().review;
    if (context.line.isJson()) {
        std::vector<Scenario> scenarios;
        for (const CheckView &view : views)
            scenarios.push_back(view.scenario);
        QJsonObject json = checkJson(review, views.front().policy, scenarios, &views.front().findings);
        if (trust)
            json[QStringLiteral("trust")] = trustPart(*trust);
        if (!context.applied.file.isEmpty())
            json[QStringLiteral("recordedDecisions")] = decisionsJson(context.applied);
        context.terminal.print(QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
    } else if (format == QLatin1String("sarif")) {
        context.terminal.print(QString::fromUtf8(writeSarif(views)).trimmed());
    } else if (format == QLatin1String("junit")) {
        context.terminal.print(QString::fromUtf8(writeJUnit(views, failOn)).trimmed());
    } else if (format == QLatin1String("markdown")) {
        context.terminal.print(QString::fromUtf8(writeCheckMarkdown(views)).trimmed());
    } else if (views.size() > 1) {
        printAll(context.terminal, review);
        if (trust)
            printTrust(context.terminal, *trust);
    } else {
        printOne(context.terminal, views.front());
        if (trust)
            printTrust(context.terminal, *trust);
    }
    if (format == QLatin1String("table"))
        printDecisions(context.terminal, context.applied);
}

int runCheck(Context &context)
{
    const QString failOn = context.line.value("fail-on");
    const std::optional<RiskLevel> level = riskLevelFromId(failOn);
    if (!failOn.isEmpty() && (!level || *level == RiskLevel::Safe || *level == RiskLevel::NotAssessed))
        return context.usage(CheckText::tr("Unknown level \"%1\"; there are low, medium, high and extreme.").arg(failOn));
    const FindingFilter filter = FindingFilter::parse(context.line.value("filter"));
    if (!filter.badWord().isEmpty())
        return context.usage(CheckText::tr("The filter does not understand \"%1\".").arg(filter.badWord()));
    const auto policy = context.policy();
    if (!policy)
        return context.fail(policy.error());
    const auto review = context.review(context.line.arguments.first(), **policy);
    if (!review)
        return context.fail(review.error());
    const bool all = context.line.has("all-scenarios") || !context.line.scenario;
    const std::vector<Scenario> scenarios
        = all ? std::vector<Scenario>(allScenarios.begin(), allScenarios.end()) : std::vector<Scenario> {*context.line.scenario};
    std::vector<CheckView> views;
    for (const Scenario scenario : scenarios)
        views.emplace_back(*review, **policy, scenario, filter);
    const auto knowledge = TrustKnowledge::load();
    if (!knowledge)
        return context.fail(knowledge.error());
    std::optional<TrustReport> trust;
    if (review->inventory->trust.searched)
        trust = trustReportOf(*review->inventory, *knowledge, QDate::currentDate());
    print(context, views, failOn.isEmpty() ? std::nullopt : level, trust);
    if (const QString file = context.line.value("save"); !file.isEmpty()) {
        if (const auto saved = ReviewStore::save(*review, **policy, file); !saved)
            return context.fail(saved.error());
    }
    if (const QString file = context.line.value("write-decisions"); !file.isEmpty()) {
        if (const auto saved = writeDecisionsFile(context, context.line.arguments.first(), *review, scenarios, file); !saved)
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
        {QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("sarif"), QStringLiteral("junit"),
         QStringLiteral("markdown")},
        {option::scenario,
         {"all-scenarios", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "All five scenarios.")},
         {"fail-on", "LEVEL",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Fail from this risk level on: low, medium, high or extreme.")},
         {"filter", "TEXT",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "Show only some findings, as in the window: \"risk:>=high class:SC,NC path:/usr/** pkg:bash\".")},
         {"own", "FOLDER",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "A folder of the image that holds your own work; may be given again.")},
         option::answers,
         option::policy,
         option::decisions,
         {"write-decisions", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "Write what was decided, and what is still open, to a file for --decisions.")},
         option::save},
        runCheck,
    };
    return verb;
}

}  // namespace waybill
