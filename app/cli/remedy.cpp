// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/remedynotices.h"
#include "app/cli/verb.h"
#include "core/remedy/dockerfile.h"
#include "core/report/jsonremedy.h"
#include "core/report/messages.h"
#include "core/report/remedymessages.h"
#include "core/review/reviewstore.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace waybill {

namespace {

struct RemedyText {
    Q_DECLARE_TR_FUNCTIONS(waybill::RemedyText)
};

constexpr qsizetype openShown = 10;

QString layersText(const Removal &removal)
{
    QStringList numbers;
    for (const quint16 layer : removal.layers)
        numbers.append(QString::number(layer + 1));
    return numbers.join(QLatin1Char(','));
}

void printRemovals(Terminal &terminal, const RemedyPlan &plan)
{
    TextTable table({QStringLiteral(" "), RemedyText::tr("What"), RemedyText::tr("Why it can go"), RemedyText::tr("Layers"),
                     RemedyText::tr("Bytes"), RemedyText::tr("Risk"), RemedyText::tr("If removed")},
                    {false, false, false, false, true, false, false});
    qsizetype open = 0;
    for (const Removal &removal : plan.removals) {
        const bool listed = removal.reason != RemovalReason::LeavesOpen || removal.chosen || ++open <= openShown;
        if (!listed)
            continue;
        table.add({removal.chosen ? QStringLiteral("x") : QStringLiteral("-"), RemedyMessages::what(removal),
                   RemedyMessages::reason(removal), layersText(removal), Messages::bytes(removal.bytes()),
                   Messages::risk(removal.risk), RemedyMessages::ifRemoved(removal)});
    }
    for (const QString &line : table.lines())
        terminal.print(line);
    if (open > openShown)
        terminal.print(RemedyText::tr("and %n more open question(s)", nullptr, static_cast<int>(open - openShown)));
}

void printPlan(Terminal &terminal, const RemedyPlan &plan, const Policy &policy)
{
    terminal.print(RemedyMessages::summary(plan));
    if (!plan.removals.empty()) {
        terminal.print({});
        printRemovals(terminal, plan);
    }
    if (!plan.obstacles.empty())
        terminal.print({});
    for (const Obstacle &obstacle : plan.obstacles)
        terminal.print(RemedyMessages::obstacle(obstacle, policy));
    if (!plan.hints.empty()) {
        terminal.print({});
        terminal.print(RemedyText::tr("Other ways:"));
    }
    for (const RemedyHint &hint : plan.hints)
        terminal.print(QStringLiteral("  - ") + RemedyMessages::hint(hint, policy));
    terminal.print({});
    terminal.print(RemedyMessages::copyRule());
}

struct Written {
    WrittenImage image;
    ScenarioVerdict checked;
};

/// Writes the changed image and judges it by the same road as any other.
Result<Written> writeAndCheck(Context &context, const RemedyPlanner &planner, const RemedyPlan &plan, const Conclude &conclude,
                              const QString &folder, std::vector<AddedFile> added)
{
    const auto opened = context.open(context.line.arguments.first());
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const ImageEdits edits(std::shared_ptr<const Inventory>(&planner.inventory(), [](const Inventory *) {}),
                           planner.removalSet(plan), planner.goneComponents(plan));
    ImageWriteOptions options;
    options.jobs = context.line.jobs;
    options.createdBy = QStringLiteral("waybill remedy --scenario ") + scenarioId(plan.scenario);
    options.added = std::move(added);
    Progress progress;
    Written result;
    {
        const ProgressLine shown(progress, !context.line.quiet);
        auto written = writeImage(*opened->source, opened->image, edits, folder, options, context.cancel, progress);
        if (!written)
            return tl::unexpected<Error>(written.error());
        result.image = std::move(*written);
    }
    // The options that chose one of several images do not apply to the result, which holds one.
    context.line.tag.clear();
    context.line.platform.clear();
    const auto again = context.inventory(folder);
    if (!again)
        return tl::unexpected<Error>(again.error());
    result.checked = conclude(**again).verdict(plan.scenario);
    return result;
}

void printWritten(Terminal &terminal, const RemedyPlan &plan, const Written &written, const QString &folder)
{
    const auto rewritten = std::count_if(written.image.layers.begin(), written.image.layers.end(),
                                         [](const WrittenImage::Layer &layer) { return layer.rewritten; });
    terminal.print({});
    terminal.print(RemedyText::tr("Written: %1, %2").arg(folder, written.image.manifestDigest));
    terminal.print(RemedyText::tr("Layers: %1 copied, %2 rewritten, %3 left out")
                       .arg(static_cast<qint64>(written.image.layers.size()) - rewritten)
                       .arg(rewritten)
                       .arg(written.image.droppedLayers.size()));
    terminal.print(RemedyText::tr("Before: %1").arg(Messages::verdictSentence(plan.before)));
    terminal.print(RemedyText::tr("After, read back and judged again: %1").arg(Messages::verdictSentence(written.checked)));
}

Result<void> saveNotices(const QString &path, const QByteArray &text)
{
    if (path.isEmpty())
        return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(ErrorKind::AccessDenied, path, file.errorString());
    return {};
}

int runRemedy(Context &context)
{
    const auto policy = context.policy();
    if (!policy)
        return context.fail(policy.error());
    const QString folder = context.line.value("write");
    const QString &image = context.line.arguments.first();
    if (!folder.isEmpty() && ReviewStore::looksLikeReview(image))
        return context.usage(RemedyText::tr("--write needs the image itself, not a review of it."));
    const auto review = context.review(image, **policy);
    if (!review)
        return context.fail(review.error());
    const Conclude conclude = [&](const Inventory &inventory) {
        return applyDecisions((*policy)->assess(inventory, review->answers), review->decisions);
    };
    const RemedyPlanner planner(review->inventory, conclude);
    const RemedyPlan plan = planner.plan(context.line.scenario.value_or(Scenario::OnPremises),
                                         {context.line.values("exclude"), context.line.values("include")});
    std::optional<Notices> notices;
    if (context.line.has("notices") || !context.line.value("notice-file").isEmpty()) {
        auto found = findNotices(context, image, planner, plan);
        if (!found)
            return context.fail(found.error());
        notices = std::move(*found);
        if (const auto saved = saveNotices(context.line.value("notice-file"), notices->text); !saved)
            return context.fail(saved.error());
    }
    std::optional<Written> written;
    if (!folder.isEmpty()) {
        auto result
            = writeAndCheck(context, planner, plan, conclude, folder, notices ? addedFiles(*notices) : std::vector<AddedFile>());
        if (!result)
            return context.fail(result.error());
        written = std::move(*result);
    }
    if (context.line.has("dockerfile")) {
        context.terminal.print(dockerfileText(planner, plan).trimmed());
    } else if (context.line.isJson()) {
        QJsonObject out = remedyJson(planner, plan, **policy);
        if (notices)
            out[QStringLiteral("notices")] = noticesJson(*review->inventory, notices->missing);
        if (written)
            out[QStringLiteral("written")] = writtenJson(written->image, folder, written->checked);
        context.terminal.print(QString::fromUtf8(QJsonDocument(out).toJson()).trimmed());
    } else {
        printPlan(context.terminal, plan, **policy);
        if (notices)
            printNotices(context.terminal, *review->inventory, *notices);
        if (written) {
            printWritten(context.terminal, plan, *written, folder);
            if (notices)
                printAddedNotices(context.terminal, *notices);
        }
    }
    if (const ExitCode completeness = Context::completeness(*review->inventory); completeness != Ok)
        return completeness;
    return (written ? written->checked.verdict : plan.after.verdict) == Verdict::CannotShip ? PolicyFailed : Ok;
}

}  // namespace

const Verb &remedyVerb()
{
    static const Verb verb {
        "remedy",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The way out: what must go, the Dockerfile text, the changed image."),
        "IMAGE",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {option::scenario,
         {"dockerfile", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Print Dockerfile text instead of the plan.")},
         {"write", "FOLDER",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "Write the image without what must go as a new OCI layout, and check it. The input is not touched.")},
         {"exclude", "ID", QT_TRANSLATE_NOOP("waybill::CommandLine", "A removal of the plan that is not wanted; repeatable.")},
         {"include", "NAME",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "A removal, package or path pattern that goes as well; repeatable.")},
         {"notices", nullptr,
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "List texts that must travel and are missing; with --write, add them in a layer of their own.")},
         {"notice-file", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Write the missing texts, each with its source, to a NOTICE file.")},
         option::answers,
         option::policy,
         option::decisions},
        runRemedy,
    };
    return verb;
}

}  // namespace waybill
