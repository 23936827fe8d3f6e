// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remedynotices.h"

#include "app/cli/context.h"
#include "core/inventory/scanner.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

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

/// What one component lacks and one place has.
struct Row {
    QString subject;
    QStringList texts;
    QString origin;
};

std::vector<Row> rowsOf(const Inventory &inventory, const std::vector<MissingNotice> &missing)
{
    std::vector<Row> rows;
    for (const MissingNotice &notice : missing) {
        const QString subject = displayText(notice.subject);
        const QString origin = originText(inventory, notice);
        const auto same = std::find_if(rows.begin(), rows.end(),
                                       [&](const Row &row) { return row.subject == subject && row.origin == origin; });
        if (same == rows.end())
            rows.push_back({subject, {whatText(notice)}, origin});
        else
            same->texts.append(whatText(notice));
    }
    return rows;
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
    const auto read = [&](NodeId node) {
        return readFileOf(*opened->source, opened->image, inventory.tree->node(node).layer, inventory.tree->path(node), textLimit,
                          context.cancel);
    };
    auto text = noticeText(inventory, notices.missing, *knowledge->matcher, read);
    if (!text)
        return fail(text.error());
    notices.text = std::move(*text);
    for (const NodeId node : hiddenTexts(inventory, notices.missing)) {
        auto content = read(node);
        if (!content)
            return fail(content.error());
        notices.putBack.push_back({inventory.tree->path(node), std::move(*content)});
    }
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
    const std::vector<Row> rows = rowsOf(inventory, notices.missing);
    TextTable table({NoticeText::tr("Component"), NoticeText::tr("Text"), NoticeText::tr("Can be taken from")});
    for (size_t i = 0; i < std::min(rowsShown, rows.size()); ++i)
        table.add({rows[i].subject, rows[i].texts.join(QStringLiteral(", ")), rows[i].origin});
    for (const QString &line : table.lines())
        terminal.print(QStringLiteral("  ") + line);
    if (rows.size() > rowsShown)
        terminal.print(QStringLiteral("  ") + NoticeText::tr("and %n more", nullptr, static_cast<int>(rows.size() - rowsShown)));
}

void printAddedNotices(Terminal &terminal, const Notices &notices)
{
    if (notices.text.isEmpty())
        return;
    terminal.print(
        NoticeText::tr("Added: /%1, and %n hidden text(s) put back in place", nullptr, static_cast<int>(notices.putBack.size()))
            .arg(QLatin1String(noticePath)));
}

std::vector<AddedFile> addedFiles(const Notices &notices)
{
    if (notices.text.isEmpty())
        return {};
    std::vector<AddedFile> files = notices.putBack;
    files.push_back({noticePath, notices.text});
    return files;
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
