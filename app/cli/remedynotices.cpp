// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remedynotices.h"

#include "app/cli/context.h"
#include "core/inventory/scanner.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace waybill {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(waybill::NoticeText)
};

constexpr size_t rowsShown = 40;
constexpr qint64 textLimit = 4LL << 20;  ///< bytes of one notice file

QString placeOf(const Inventory &inventory, NodeId node)
{
    return Messages::layerName(inventory.tree->node(node).layer) + QStringLiteral(": /")
        + displayPath(inventory.tree->path(node));
}

QString originText(const Inventory &inventory, const MissingNotice &notice)
{
    switch (notice.origin) {
    case NoticeOrigin::ImageFile:
        return placeOf(inventory, notice.file);
    case NoticeOrigin::SpdxText:
        return notice.lacksOwner ? NoticeText::tr("SPDX list; the copyright line must come from the author")
                                 : NoticeText::tr("SPDX list");
    case NoticeOrigin::Nowhere:
        return NoticeText::tr("not in the image; ask its author");
    }
    return {};
}

QString whatText(const MissingNotice &notice)
{
    return notice.licence.isEmpty() ? QLatin1Char('/') + displayPath(notice.lacking) : notice.licence;
}

}  // namespace

Result<Notices> findNotices(Context &context, const QString &path, const RemedyPlanner &planner, const RemedyPlan &plan)
{
    const auto knowledge = ScanKnowledge::load();
    if (!knowledge)
        return fail(knowledge.error());
    const Inventory &inventory = planner.inventory();
    const NodeMarks removed = planner.removalSet(plan).removed();
    Notices notices;
    if (ReviewStore::looksLikeReview(path)) {
        notices.missing = missingNotices(inventory, removed, *knowledge->matcher, {});
        return notices;
    }
    const auto opened = context.open(path);
    if (!opened)
        return fail(opened.error());
    Progress progress;
    const ProgressLine shown(progress, !context.line.quiet);
    const auto lists = readPackageLists(*opened->source, inventory, context.cancel, progress);
    if (!lists)
        return fail(lists.error());
    notices.missing = missingNotices(inventory, removed, *knowledge->matcher, *lists);
    auto text = noticeText(inventory, notices.missing, *knowledge->matcher, [&](NodeId node) {
        return readFileOf(*opened->source, opened->image, inventory.tree->node(node).layer, inventory.tree->path(node), textLimit,
                          context.cancel);
    });
    if (!text)
        return fail(text.error());
    notices.text = std::move(*text);
    return notices;
}

void printNotices(Terminal &terminal, const Inventory &inventory, const Notices &notices)
{
    terminal.print({});
    if (notices.missing.empty()) {
        terminal.print(NoticeText::tr("No text that must travel is missing."));
        return;
    }
    terminal.print(NoticeText::tr("%n text(s) that must travel are missing:", nullptr, static_cast<int>(notices.missing.size())));
    TextTable table({NoticeText::tr("Component"), NoticeText::tr("Text"), NoticeText::tr("Can be taken from")});
    for (size_t i = 0; i < std::min(rowsShown, notices.missing.size()); ++i)
        table.add(
            {displayText(notices.missing[i].subject), whatText(notices.missing[i]), originText(inventory, notices.missing[i])});
    for (const QString &line : table.lines())
        terminal.print(QStringLiteral("  ") + line);
    if (notices.missing.size() > rowsShown)
        terminal.print(QStringLiteral("  ")
                       + NoticeText::tr("and %n more", nullptr, static_cast<int>(notices.missing.size() - rowsShown)));
}

QJsonArray noticesJson(const Inventory &inventory, const std::vector<MissingNotice> &missing)
{
    QJsonArray out;
    for (const MissingNotice &notice : missing) {
        const bool inImage = notice.origin == NoticeOrigin::ImageFile;
        out.append(QJsonObject {
            {QStringLiteral("component"), inventory.components[notice.component.value].purl},
            {QStringLiteral("subject"), notice.subject},
            {QStringLiteral("licence"), notice.licence},
            {QStringLiteral("path"), displayPath(notice.lacking)},
            {QStringLiteral("origin"), noticeOriginId(notice.origin)},
            {QStringLiteral("layer"), inImage ? QJsonValue(inventory.tree->node(notice.file).layer + 1) : QJsonValue()},
            {QStringLiteral("file"), inImage ? displayPath(inventory.tree->path(notice.file)) : QString()},
            {QStringLiteral("lacksOwner"), notice.lacksOwner}});
    }
    return out;
}

}  // namespace waybill
