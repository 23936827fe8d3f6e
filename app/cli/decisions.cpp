// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/decisions.h"

#include "app/cli/context.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <set>

namespace waybill {

namespace {

struct DecisionsText {
    Q_DECLARE_TR_FUNCTIONS(waybill::DecisionsText)
};

/// Nothing when the argument is a review file, which holds no files.
Result<ContentDigests> digestsFrom(Context &context, const QString &path, const Inventory &inventory,
                                   const std::vector<NodeId> &nodes)
{
    if (nodes.empty() || ReviewStore::looksLikeReview(path))
        return ContentDigests();
    const auto opened = context.open(path);
    if (!opened)
        return fail(opened.error());
    Progress progress;
    const ProgressLine shown(progress, !context.line.quiet);
    return contentDigestsOf(*opened->source, inventory, nodes, context.cancel, progress);
}

}  // namespace

Result<AppliedDecisions> applyDecisionsFile(Context &context, const QString &path, const Policy &policy, Review &review)
{
    AppliedDecisions applied;
    applied.file = context.line.value("decisions");
    if (applied.file.isEmpty())
        return applied;
    QFile file(applied.file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, applied.file, file.errorString());
    std::vector<Error> problems;
    auto recorded = parseDecisions(file.readAll(), applied.file, policy, &problems);
    for (const Error &problem : problems)
        context.terminal.warn(QStringLiteral("%1:%2: %3").arg(problem.subject).arg(problem.line).arg(problem.cause));
    if (!recorded)
        return fail(recorded.error());
    applied.recorded = std::move(*recorded);
    const QDate today = QDate::currentDate();
    const auto digests = digestsFrom(context, path, *review.inventory, contentsToRead(review, applied.recorded, today));
    if (!digests)
        return fail(digests.error());
    applied.matched = matchDecisions(review, applied.recorded, *digests, today);
    for (const Decision &decision : applied.matched.decisions)
        review.decisions.push_back(decision);
    review.concluded = applyDecisions(review.assessed, review.decisions);
    return applied;
}

void printDecisions(Terminal &terminal, const AppliedDecisions &applied)
{
    if (applied.file.isEmpty())
        return;
    terminal.print(DecisionsText::tr("Decisions of %1:").arg(displayText(applied.file)));
    for (size_t i = 0; i < applied.recorded.size(); ++i) {
        const RecordedDecision &recorded = applied.recorded[i];
        terminal.print(QStringLiteral("  - ")
                       + DecisionsText::tr("line %1, %2, %3 by %4: %5")
                             .arg(QString::number(recorded.line), recorded.rule, decisionActionId(recorded.action),
                                  displayText(recorded.author), Messages::decisionFate(recorded, applied.matched.outcomes[i])));
        terminal.print(QStringLiteral("      ") + displayText(recorded.reason.simplified()));
    }
}

QJsonArray decisionsJson(const AppliedDecisions &applied)
{
    QJsonArray out;
    for (size_t i = 0; i < applied.recorded.size(); ++i) {
        const RecordedDecision &recorded = applied.recorded[i];
        const DecisionOutcome &outcome = applied.matched.outcomes[i];
        out.append(QJsonObject {
            {QStringLiteral("line"), recorded.line},
            {QStringLiteral("rule"), recorded.rule},
            {QStringLiteral("scope"), decisionScopeId(recorded.scope)},
            {QStringLiteral("action"), decisionActionId(recorded.action)},
            {QStringLiteral("reason"), recorded.reason},
            {QStringLiteral("author"), recorded.author},
            {QStringLiteral("date"), recorded.date.toString(Qt::ISODate)},
            {QStringLiteral("expires"), recorded.expires.isValid() ? recorded.expires.toString(Qt::ISODate) : QString()},
            {QStringLiteral("fate"), decisionFateId(outcome.fate)},
            {QStringLiteral("findings"), QJsonArray::fromStringList(outcome.findings)},
            {QStringLiteral("covered"), static_cast<qint64>(outcome.covered)},
            {QStringLiteral("others"), static_cast<qint64>(outcome.others)}});
    }
    return out;
}

Result<void> writeDecisionsFile(Context &context, const QString &path, const Review &review,
                                const std::vector<Scenario> &scenarios, const QString &file)
{
    const std::vector<const Finding *> wanted = findingsToRecord(review, scenarios);
    std::set<NodeId> nodes;
    for (const Finding *finding : wanted) {
        for (const NodeId node : contentsOf(review, *finding))
            nodes.insert(node);
    }
    const auto digests = digestsFrom(context, path, *review.inventory, {nodes.begin(), nodes.end()});
    if (!digests)
        return fail(digests.error());
    const Decision open {
        {},   DecisionAction::NeedInformation, Messages::notDecidedYet(), Messages::nobodyYet(), QDateTime::currentDateTimeUtc(),
        false};
    const DecisionRecords records = recordDecisions(review, wanted, open, *digests);
    for (const QString &key : records.unnamed)
        context.terminal.warn(
            DecisionsText::tr("No file can name the finding %1; its decision stays in the review.").arg(displayText(key)));
    QSaveFile out(file);
    const QByteArray text = decisionsText(records.recorded);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return fail(ErrorKind::AccessDenied, file, out.errorString());
    return {};
}

}  // namespace waybill
