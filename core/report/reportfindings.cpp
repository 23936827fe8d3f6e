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
constexpr qsizetype longestInstruction = 400;

/// Findings that need nothing but routine go into a table; the others get a block of their own.
bool isRoutine(const Finding &finding, const Effect &effect, const Decision *decision)
{
    const bool allowed = effect.permission == Permission::Permitted || effect.permission == Permission::PermittedWithDuties;
    const bool low = effect.risk == RiskLevel::Safe || effect.risk == RiskLevel::Low;
    return allowed && low && !decision && !finding.isUnknown();
}

/// What must go or is not clear names more of its files than what only brings duties.
size_t pathLimitOf(const Effect &effect, size_t findings)
{
    const bool open = effect.permission == Permission::NotPermitted || effect.permission == Permission::Undetermined;
    if (findings <= 100 || (open && findings <= 2000))
        return 10;
    return findings <= 500 ? 5 : 2;
}

QString instructionText(const QString &instruction)
{
    const QString shown = displayText(instruction.simplified());
    return shown.size() > longestInstruction ? QString(shown.left(longestInstruction) % QStringLiteral(" \u2026")) : shown;
}

}  // namespace

QString ReportDocument::fileCounts(const Finding &finding) const
{
    if (finding.ghostFiles == 0)
        return tr("%1 files, %2").arg(count(finding.liveFiles), Messages::bytes(finding.liveBytes));
    if (finding.liveFiles == 0)
        return tr("%1 files, %2; all gone at run time, still shipped")
            .arg(count(finding.ghostFiles), Messages::bytes(finding.ghostBytes));
    return tr("%1 files, %2; and %3 files, %4, gone at run time, still shipped")
        .arg(count(finding.liveFiles), Messages::bytes(finding.liveBytes), count(finding.ghostFiles),
             Messages::bytes(finding.ghostBytes));
}

void ReportDocument::findings(PageWriter &pages)
{
    pages.heading(1, tr("Findings"));
    const Assessment &assessment = m_review.concluded;
    if (assessment.findings.empty()) {
        pages.paragraph(tr("There are no findings."));
        return;
    }
    pages.paragraph(tr("Sorted by their risk for this way of delivery: %1.").arg(Messages::scenario(m_review.scenario)),
                    {9, false, false, quiet});
    const std::vector<quint32> order = findingsByRisk(assessment, m_review.scenario);
    for (size_t i = 0; i < order.size();) {
        const RiskLevel level = assessment.findings[order[i]].effect(m_review.scenario).risk;
        size_t end = i;
        while (end < order.size() && assessment.findings[order[end]].effect(m_review.scenario).risk == level)
            ++end;
        pages.heading(2, tr("%1 risk: %n finding(s)", nullptr, static_cast<int>(end - i)).arg(Messages::risk(level)));
        std::vector<quint32> routine;
        for (; i < end; ++i) {
            const Finding &finding = assessment.findings[order[i]];
            if (isRoutine(finding, finding.effect(m_review.scenario), m_review.decisionOn(finding.key)))
                routine.push_back(order[i]);
            else
                findingBlock(pages, finding, pathLimitOf(finding.effect(m_review.scenario), order.size()));
        }
        if (!routine.empty())
            findingTable(pages, routine);
    }
}

void ReportDocument::findingBlock(PageWriter &pages, const Finding &finding, size_t pathLimit)
{
    const Effect &effect = finding.effect(m_review.scenario);
    pages.ensure(90 * point);
    pages.rule(3);
    const qreal right = 130 * point;
    const TextBox subject(pages.fonts(), displayText(finding.subject), {10, true}, pages.width() - right - 46 * point);
    const TextBox permission(pages.fonts(), Messages::permission(effect.permission), {9, true}, right, Qt::AlignRight);
    m_marks.riskMeter(pages.painter(), QRectF(pages.left(), pages.y() + 2 * point, 16 * point, 9 * point), effect.risk);
    m_marks.classShape(pages.painter(), QRectF(pages.left() + 25 * point, pages.y() + 2.4 * point, 8 * point, 8 * point),
                       finding.licenceClass);
    subject.draw(pages.painter(), {pages.left() + 40 * point, pages.y()});
    permission.draw(pages.painter(), {pages.left() + pages.width() - right, pages.y()});
    pages.moveTo(pages.y() + std::max(subject.height(), permission.height()) + 3 * point);
    findingFacts(pages, finding, effect);
    findingFiles(pages, finding, pathLimit);
    findingLayers(pages, finding);
    if (const Decision *decision = m_review.decisionOn(finding.key)) {
        const QString who
            = tr("%1 by %2, %3").arg(Messages::decision(decision->action), displayText(decision->author), time(decision->time));
        pages.labelled(tr("Decision"),
                       decision->reason.isEmpty() ? who : tr("%1. Reason: %2").arg(who, displayText(decision->reason)),
                       {8.5, true});
    } else if (effect.permission == Permission::NotPermitted || effect.permission == Permission::Undetermined) {
        pages.labelled(tr("Decision"), tr("none yet"), {8.5});
    }
}

void ReportDocument::findingFacts(PageWriter &pages, const Finding &finding, const Effect &effect)
{
    const TextStyle style {8.5};
    const RuleText *rule = m_policy.rule(finding.ruleId);
    const QString why
        = m_options.language.startsWith(QLatin1String("zh")) && !effect.whyZh.isEmpty() ? effect.whyZh : effect.whyEn;
    pages.labelled(tr("Why"), why, style);
    pages.labelled(tr("Rule"), rule ? tr("%1 (%2)").arg(rule->title.in(m_options.language), finding.ruleId) : finding.ruleId,
                   style);
    const QString clause = Messages::clause(effect.clause.isEmpty() && rule ? rule->clause : effect.clause);
    pages.labelled(tr("Clause"),
                   finding.document.isEmpty()
                       ? clause
                       : tr("%1; %2", "a clause and the document it stands in").arg(clause, Messages::clause(finding.document)),
                   style);
    const QString cls = QStringLiteral("%1 %2").arg(QString(licenceClassCode(finding.licenceClass)),
                                                    Messages::licenceClass(finding.licenceClass));
    pages.labelled(
        tr("Licence"),
        finding.expression.isEmpty() ? cls : tr("%1; %2", "a licence and its class").arg(displayText(finding.expression), cls),
        style);
    if (const Component *component = componentOf(m_inventory, finding))
        pages.labelled(tr("Component"),
                       displayText(QStringLiteral("%1 %2 (%3)").arg(component->name, component->version, component->kind)),
                       style);
    QStringList titles;
    for (const QString &id : effect.duties) {
        const Duty *duty = m_policy.duty(id);
        titles << (duty ? duty->title.in(m_options.language) : id);
    }
    if (!titles.isEmpty())
        pages.labelled(tr("Duties"), titles.join(QLatin1String("; ")), style);
}

void ReportDocument::findingFiles(PageWriter &pages, const Finding &finding, size_t pathLimit)
{
    pages.labelled(tr("Files"), fileCounts(finding), {8.5});
    const waybill::FindingFiles found = filesOf(m_inventory, finding, pathLimit);
    const qreal indent = 90 * point;
    for (const FindingFile &file : found.files) {
        QString place = Messages::layerName(file.entry->layer);
        if (file.entry->isGhost())
            place = Messages::ghost(*file.entry);
        // The words in brackets keep together; the path before them may break anywhere.
        QString facts = QStringLiteral("[%1, %2]").arg(place, Messages::bytes(file.entry->size));
        if (!file.entry->isGhost())
            facts.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        pages.labelled(QString(), QStringLiteral("%1   %2").arg(displayPath(file.path), facts), {7.4, false, true}, indent);
    }
    if (found.total > found.files.size())
        pages.labelled(QString(),
                       tr("and %1 more; the review inside this file names them")
                           .arg(count(found.total - static_cast<qint64>(found.files.size()))),
                       {8, false, false, quiet}, indent);
}

void ReportDocument::findingLayers(PageWriter &pages, const Finding &finding)
{
    constexpr size_t shown = 5;
    for (size_t i = 0; i < finding.layers.size() && i < shown; ++i) {
        const quint16 index = finding.layers[i];
        const QString instruction
            = index < m_inventory.image.layers.size() ? m_inventory.image.layers[index].createdBy : QString();
        pages.labelled(i == 0 ? tr("Built by") : QString(),
                       tr("%1: %2", "a layer and its build instruction")
                           .arg(Messages::layerName(index),
                                instruction.isEmpty() ? tr("instruction not recorded") : instructionText(instruction)),
                       {7.8});
    }
    if (finding.layers.size() > shown)
        pages.labelled(QString(), tr("and %n more layer(s)", nullptr, static_cast<int>(finding.layers.size() - shown)),
                       {8, false, false, quiet});
}

void ReportDocument::findingTable(PageWriter &pages, const std::vector<quint32> &indices)
{
    pages.space(4);
    ReportTable table(pages, m_marks,
                      {{tr("Subject"), 2.4},
                       {tr("Licence"), 3.6},
                       {tr("Rule"), 1.2},
                       {tr("Permission"), 1.4},
                       {tr("Files"), 0.8, Qt::AlignRight},
                       {tr("Ghosts"), 0.8, Qt::AlignRight},
                       {tr("Layers"), 0.9}},
                      7.6);
    for (quint32 index : indices) {
        const Finding &finding = m_review.concluded.findings[index];
        QStringList layers;
        for (size_t i = 0; i < finding.layers.size() && i < 6; ++i)
            layers << QString::number(finding.layers[i] + 1);
        if (finding.layers.size() > 6)
            layers << QStringLiteral("\u2026");
        const QString licence
            = finding.expression.isEmpty() ? Messages::licenceClass(finding.licenceClass) : displayText(finding.expression);
        table.row({displayText(finding.subject),
                   TableCell::ofClass(finding.licenceClass,
                                      QStringLiteral("%1 %2").arg(QString(licenceClassCode(finding.licenceClass)), licence)),
                   finding.ruleId, Messages::permission(finding.effect(m_review.scenario).permission), count(finding.liveFiles),
                   count(finding.ghostFiles), layers.join(QLatin1String(", "))});
    }
}

}  // namespace waybill
