// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"
#include "core/report/comparisontext.h"
#include "core/report/jsoncomparison.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"

#include <QJsonDocument>

namespace waybill {

namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(waybill::CompareText)
};

constexpr qsizetype rowsShown = 30;

void printTables(Terminal &terminal, const Comparison &comparison)
{
    for (const ComparisonPart &part : ComparisonText::parts(comparison, rowsShown)) {
        terminal.print({});
        terminal.print(part.title);
        TextTable table(part.heads);
        for (const QStringList &cells : part.rows)
            table.add(cells);
        if (!part.rows.isEmpty()) {
            for (const QString &line : table.lines())
                terminal.print(QStringLiteral("  ") + line);
        }
        if (!part.note.isEmpty())
            terminal.print(QStringLiteral("  ") + part.note);
    }
    terminal.print({});
    terminal.print(ComparisonText::how());
}

/// Digests of what sizes do not tell apart. Reviews hold no files; there sizes have to do.
Result<void> readContents(Context &context, std::array<ComparedImage, 2> &sides)
{
    const QStringList &images = context.line.arguments;
    if (context.line.has("by-size") || ReviewStore::looksLikeReview(images[0]) || ReviewStore::looksLikeReview(images[1]))
        return {};
    const auto wanted = contentsToCompare(*sides[0].inventory, *sides[1].inventory);
    const std::array nodes {&wanted.first, &wanted.second};
    for (size_t i = 0; i < sides.size(); ++i) {
        if (nodes[i]->empty())
            continue;
        const auto opened = context.open(images[static_cast<qsizetype>(i)]);
        if (!opened)
            return fail(opened.error());
        Progress progress;
        const ProgressLine shown(progress, !context.line.quiet);
        auto digests = contentDigestsOf(*opened->source, *sides[i].inventory, *nodes[i], context.cancel, progress);
        if (!digests)
            return fail(digests.error());
        sides[i].digests = std::move(*digests);
    }
    return {};
}

int runCompare(Context &context)
{
    const auto policy = context.policy();
    if (!policy)
        return context.fail(policy.error());
    std::array<ComparedImage, 2> sides;
    std::array<QString, 2> names;
    ExitCode completeness = Ok;
    for (size_t i = 0; i < sides.size(); ++i) {
        const auto review = context.review(context.line.arguments[static_cast<qsizetype>(i)], **policy);
        if (!review)
            return context.fail(review.error());
        sides[i] = {review->inventory, review->concluded, {}};
        names[i] = context.line.arguments[static_cast<qsizetype>(i)];
        completeness = std::max(completeness, Context::completeness(*review->inventory));
    }
    if (const auto read = readContents(context, sides); !read)
        return context.fail(read.error());
    const Comparison comparison = compareImages(sides[0], sides[1]);
    if (context.line.isJson()) {
        context.terminal.print(
            QString::fromUtf8(QJsonDocument(comparisonJson(sides[0], sides[1], comparison)).toJson()).trimmed());
    } else if (context.line.format == QLatin1String("markdown")) {
        context.terminal.print(ComparisonText::markdown(names[0], names[1], comparison));
    } else {
        context.terminal.print(CompareText::tr("A: %1").arg(displayText(names[0])));
        context.terminal.print(CompareText::tr("B: %1").arg(displayText(names[1])));
        printTables(context.terminal, comparison);
    }
    return completeness;
}

}  // namespace

const Verb &compareVerb()
{
    static const Verb verb {
        "compare",
        QT_TRANSLATE_NOOP("waybill::CommandLine",
                          "What changed between two images or reviews, and what that does to the verdict."),
        "IMAGE IMAGE",
        2,
        2,
        {QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("markdown")},
        {{"by-size", nullptr,
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Compare files by size alone; their content is not read again.")},
         option::answers,
         option::policy},
        runCompare,
    };
    return verb;
}

}  // namespace waybill
