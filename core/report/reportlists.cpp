// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"
#include "core/report/reportdocument.h"
#include "core/report/reportmodel.h"
#include "core/report/reporttable.h"

#include <algorithm>

namespace waybill {

namespace {

const QColor quiet(0x5A, 0x5F, 0x64);
constexpr qsizetype longestInstruction = 600;
constexpr size_t mostGhosts = 60;
constexpr size_t mostNotes = 200;
constexpr size_t mostLogLines = 400;

}  // namespace

void ReportDocument::duties(PageWriter &pages)
{
    pages.heading(1, tr("Duties"));
    if (verdict().duties.isEmpty()) {
        pages.paragraph(tr("No duties come with this way of delivery."));
        return;
    }
    pages.paragraph(tr("To be done before the image goes out in this way."), {9, false, false, quiet});
    ReportTable table(pages, m_marks,
                      {{tr("Duty"), 1.6}, {tr("What to do"), 4}, {tr("Clause"), 1.8}, {tr("Findings"), 0.8, Qt::AlignRight}});
    for (const QString &id : verdict().duties) {
        const auto asks = [&](const Finding &finding) { return finding.effect(m_review.scenario).duties.contains(id); };
        const auto asking = std::count_if(m_review.concluded.findings.begin(), m_review.concluded.findings.end(), asks);
        const Duty *duty = m_policy.duty(id);
        table.row({TableCell(duty ? duty->title.in(m_options.language) : id, true),
                   duty ? duty->text.in(m_options.language) : QString(), duty ? Messages::clause(duty->clause) : QString(),
                   count(asking)});
    }
}

void ReportDocument::ghosts(PageWriter &pages)
{
    pages.heading(1, tr("Ghosts: gone at run time, still shipped"));
    if (!m_inventory.tree)
        return;
    const GhostList list = ghostsOf(*m_inventory.tree, mostGhosts);
    if (list.total == 0) {
        pages.paragraph(tr("No layer deletes or replaces a file of a layer below it."));
        return;
    }
    pages.paragraph(tr("A later layer deletes or replaces these files. They are not in the running container, yet everyone who "
                       "gets the image gets them: "
                       "%1 files, %2. The largest:")
                        .arg(count(list.total), Messages::bytes(list.bytes)));
    ReportTable table(
        pages, m_marks,
        {{tr("File"), 5, Qt::AlignLeft, true}, {tr("Class"), 0.8}, {tr("Size"), 1, Qt::AlignRight}, {tr("State"), 4}}, 8);
    for (NodeId id : list.largest) {
        const Judgement *judgement = id.value < m_inventory.judgementOf.size() ? m_inventory.judgement(id) : nullptr;
        const LicenceClass cls = judgement ? judgement->licenceClass : LicenceClass::Unknown;
        table.row({displayPath(m_inventory.tree->path(id)), TableCell::ofClass(cls, licenceClassCode(cls)),
                   Messages::bytes(m_inventory.tree->node(id).size), Messages::ghost(m_inventory.tree->node(id))});
    }
    if (list.total > list.largest.size())
        pages.paragraph(tr("and %1 more", "files").arg(count(list.total - static_cast<qint64>(list.largest.size()))),
                        {8, false, false, quiet});
}

void ReportDocument::layers(PageWriter &pages)
{
    pages.heading(1, tr("Layers"));
    ReportTable table(pages, m_marks,
                      {{tr("#"), 0.35, Qt::AlignRight},
                       {tr("Build instruction"), 4},
                       {tr("Stored"), 1, Qt::AlignRight},
                       {tr("Unpacked"), 1, Qt::AlignRight},
                       {tr("Entries"), 0.9, Qt::AlignRight},
                       {tr("Digest"), 2.6, Qt::AlignLeft, true}},
                      7.8);
    for (size_t i = 0; i < m_inventory.image.layers.size(); ++i) {
        const LayerInfo &info = m_inventory.image.layers[i];
        QString instruction = info.createdBy.isEmpty() ? tr("not recorded") : displayText(info.createdBy.simplified());
        if (instruction.size() > longestInstruction)
            instruction = instruction.left(longestInstruction) + QStringLiteral(" \u2026");
        QString unpacked = tr("not read");
        QString entries;
        if (i < m_inventory.readings.size()) {
            const LayerReading &reading = m_inventory.readings[i];
            unpacked = reading.complete ? Messages::bytes(reading.unpackedBytes)
                                        : tr("%1, not to its end").arg(Messages::bytes(reading.unpackedBytes));
            entries = count(reading.entries);
        }
        table.row({QString::number(i + 1), instruction,
                   info.storedBytes < 0 ? tr("not known") : Messages::bytes(info.storedBytes), unpacked, entries,
                   displayText(info.digest.isEmpty() ? info.diffId : info.digest)});
    }
}

std::optional<LicenceClass> ReportDocument::classOf(const Component &component) const
{
    return m_componentClasses[static_cast<size_t>(&component - m_inventory.components.data())];
}

void ReportDocument::components(PageWriter &pages)
{
    pages.heading(1, tr("Components and licences"));
    if (m_inventory.components.empty()) {
        pages.paragraph(tr("No package database and no known product was found."));
        return;
    }
    std::vector<const Component *> sorted;
    for (const Component &component : m_inventory.components)
        sorted.push_back(&component);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Component *a, const Component *b) {
        return std::tie(a->kind, a->name, a->version) < std::tie(b->kind, b->name, b->version);
    });
    ReportTable table(pages, m_marks,
                      {{tr("Component"), 2.4},
                       {tr("Version"), 1.8},
                       {tr("Kind"), 0.8},
                       {tr("Licence"), 5.2},
                       {tr("Layer"), 1.1},
                       {tr("Files"), 0.8, Qt::AlignRight}},
                      7.6);
    for (const Component *component : sorted) {
        const std::optional<LicenceClass> cls = classOf(*component);
        const QString licence = component->expression.isEmpty() ? tr("not established") : displayText(component->expression);
        QString layer = component->layer < 0 ? QString() : QString::number(component->layer + 1);
        if (component->isGhost())
            layer = tr("%1, removed in %2").arg(layer).arg(component->hiddenBy + 1);
        table.row({displayText(component->name), displayText(component->version), displayText(component->kind),
                   cls ? TableCell::ofClass(*cls, QStringLiteral("%1 %2").arg(QString(licenceClassCode(*cls)), licence))
                       : TableCell(licence),
                   layer, count(component->files)});
    }
}

void ReportDocument::coverage(PageWriter &pages)
{
    pages.heading(1, tr("Coverage and assumptions"));
    const Assessment &assessment = m_review.concluded;
    pages.labelled(tr("Assessed"),
                   tr("%1 files, %2").arg(count(assessment.assessedFiles), Messages::bytes(assessment.assessedBytes)));
    pages.labelled(tr("Unknown terms"),
                   tr("%1 files, %2").arg(count(assessment.unknownFiles), Messages::bytes(assessment.unknownBytes)));
    pages.labelled(tr("Scan"),
                   assessment.complete ? tr("complete")
                                       : tr("incomplete; unread parts are not assessed and not counted as safe"));
    for (size_t i = 0; i < m_inventory.readings.size(); ++i) {
        const LayerReading &reading = m_inventory.readings[i];
        if (!reading.complete)
            pages.labelled(tr("Not read"),
                           tr("%1: %2").arg(Messages::layerName(static_cast<int>(i)), Messages::error(reading.error)));
    }
    pages.labelled(tr("Policy"), tr("version %1, made for this program and not a law").arg(assessment.policyVersion));
    QStringList assumptions;
    for (const QString &id : assessment.assumptions) {
        const Question *question = m_policy.question(id);
        // Questions of other ways of delivery do not touch this verdict.
        if (question && std::find(question->asked.begin(), question->asked.end(), m_review.scenario) == question->asked.end())
            continue;
        assumptions << (question ? question->text.in(m_options.language) : id);
    }
    pages.heading(3, tr("Assumed, because nobody answered"));
    if (assumptions.isEmpty())
        pages.paragraph(tr("Nothing."));
    for (const QString &text : assumptions)
        pages.paragraph(QStringLiteral("\u2022 ") + text, {9}, 10 * point);
    pages.heading(3, tr("Not looked at"));
    pages.paragraph(tr("Patents, trade marks, export control, data protection and security are outside this review. Contracts "
                       "between the parties can allow or "
                       "forbid more than the texts in the image."));
    const std::vector<ImageNote> notes = allNotes(m_inventory);
    if (notes.empty())
        return;
    pages.heading(3, tr("Seen while reading"));
    for (size_t i = 0; i < notes.size() && i < mostNotes; ++i)
        pages.paragraph(QStringLiteral("\u2022 ") + Messages::note(notes[i]), {8.5, notes[i].incomplete}, 10 * point);
    if (notes.size() > mostNotes)
        pages.paragraph(tr("and %1 more", "notes").arg(count(static_cast<qint64>(notes.size() - mostNotes))));
}

void ReportDocument::log(PageWriter &pages)
{
    pages.heading(1, tr("Log"));
    pages.paragraph(logIsIntact(m_review.log)
                        ? tr("Every line carries the hash of the one before it; the chain is intact.")
                        : tr("The chain of hashes is broken: lines were changed or removed outside the program."),
                    {9, !logIsIntact(m_review.log)});
    if (!m_review.log.empty()) {
        ReportTable table(pages, m_marks, {{tr("Time"), 1.6}, {tr("Who"), 1.6}, {tr("Action"), 1}, {tr("Detail"), 4}}, 7.8);
        const size_t first = m_review.log.size() > mostLogLines ? m_review.log.size() - mostLogLines : 0;
        for (size_t i = first; i < m_review.log.size(); ++i) {
            const LogEntry &entry = m_review.log[i];
            table.row(
                {time(entry.time), displayText(entry.author), Messages::logAction(entry.action), displayText(entry.detail)});
        }
        if (first > 0)
            pages.paragraph(tr("%n earlier line(s) are in the review inside this file.", nullptr, static_cast<int>(first)));
    }
    pages.heading(2, tr("What this paper is"));
    pages.paragraph(Messages::disclaimer());
}

}  // namespace waybill
