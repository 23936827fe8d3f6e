// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportdocument.h"

#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "core/report/reportmodel.h"
#include "core/report/reporttable.h"

#include <map>

namespace waybill {

namespace {

const QColor quiet(0x5A, 0x5F, 0x64);
constexpr qreal panelHeight = 62 * point;

}  // namespace

ReportDocument::ReportDocument(const Review &review, const Policy &policy, const ReportOptions &options)
    : m_review(review), m_policy(policy), m_options(options), m_inventory(*review.inventory), m_marks(options.palette),
      m_locale(options.language), m_componentClasses(review.inventory->components.size())
{
    // A component is as strict as the strictest of its files whose terms are known.
    for (const Judgement &judgement : m_inventory.judgements) {
        if (!judgement.component.isValid())
            continue;
        std::optional<LicenceClass> &cls = m_componentClasses[judgement.component.value];
        const bool isKnown = judgement.licenceClass != LicenceClass::Unknown;
        if (!cls || *cls == LicenceClass::Unknown
            || (isKnown && licenceClassRank(judgement.licenceClass) > licenceClassRank(*cls)))
            cls = judgement.licenceClass;
    }
}

QString ReportDocument::title() const
{
    const QString name = m_review.title.isEmpty() ? m_inventory.image.reference : m_review.title;
    return tr("Shipping review of %1").arg(displayText(name));
}

PageFurniture ReportDocument::furniture() const
{
    PageFurniture out;
    out.headLeft = title();
    out.headRight = tr("Policy %1").arg(m_review.concluded.policyVersion);
    out.footLeft = tr("Image %1").arg(imageDigest(m_inventory.image));
    if (m_options.draft) {
        out.watermark = tr("DRAFT, NOT SIGNED");
        out.footLeft = tr("Draft, not signed. %1").arg(out.footLeft);
    }
    return out;
}

void ReportDocument::draw(PageWriter &pages)
{
    titlePage(pages);
    pages.newPage();
    summary(pages);
    answers(pages);
    duties(pages);
    findings(pages);
    ghosts(pages);
    layers(pages);
    components(pages);
    coverage(pages);
    log(pages);
}

QString ReportDocument::time(const QDateTime &time) const
{
    return time.isValid() ? tr("%1 UTC").arg(time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))) : tr("not recorded");
}

void ReportDocument::titlePage(PageWriter &pages)
{
    pages.moveTo(64 * point);
    pages.paragraph(QStringLiteral("WAYBILL"), {9, true, false, quiet});
    pages.space(4);
    pages.paragraph(tr("Shipping review"), {24, true});
    pages.paragraph(displayText(m_review.title.isEmpty() ? m_inventory.image.reference : m_review.title), {12});
    pages.space(10);
    banner(pages);
    pages.space(14);
    identity(pages);
    constexpr qreal tableHeight = 210 * point;
    m_tableOnTitle = pages.room() > tableHeight + panelHeight;
    if (m_tableOnTitle)
        scenarioSection(pages);
    panel(pages);
}

void ReportDocument::banner(PageWriter &pages)
{
    const QColor color = m_marks.riskColor(verdict().risk);
    const qreal inset = 70 * point;
    const qreal textWidth = pages.width() - inset - 14 * point;
    const TextBox words(pages.fonts(), Messages::verdict(verdict().verdict), {19, true}, textWidth);
    const TextBox where(pages.fonts(), tr("Delivery: %1").arg(Messages::scenario(m_review.scenario)), {11}, textWidth);
    const TextBox sentence(pages.fonts(), Messages::verdictSentence(verdict()), {9.5}, textWidth);
    QString level = tr("Risk: %1").arg(Messages::risk(verdict().risk));
    if (verdict().riskWithUnknown != verdict().risk)
        level = tr("Risk: %1; with the unknown parts counted: %2")
                    .arg(Messages::risk(verdict().risk), Messages::risk(verdict().riskWithUnknown));
    const TextBox risk(pages.fonts(), level, {10, true}, textWidth - 24 * point);
    const qreal height = 30 * point + words.height() + where.height() + sentence.height() + risk.height();
    const QRectF frame(pages.left(), pages.y(), pages.width(), height);
    if (QPainter *painter = pages.painter()) {
        painter->setPen(QPen(color, 1.4 * point));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(frame);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRect(QRectF(frame.left(), frame.top(), 7 * point, frame.height()));
        m_marks.verdict(painter, QRectF(frame.left() + 20 * point, frame.center().y() - 18 * point, 36 * point, 36 * point),
                        verdict().verdict, color);
    }
    qreal y = frame.top() + 11 * point;
    for (const TextBox *box : {&words, &where}) {
        box->draw(pages.painter(), {frame.left() + inset, y});
        y += box->height() + 2 * point;
    }
    m_marks.riskMeter(pages.painter(), QRectF(frame.left() + inset, y + 2 * point, 16 * point, 9 * point), verdict().risk);
    risk.draw(pages.painter(), {frame.left() + inset + 24 * point, y});
    y += risk.height() + 2 * point;
    sentence.draw(pages.painter(), {frame.left() + inset, y});
    pages.moveTo(frame.bottom());
}

void ReportDocument::identity(PageWriter &pages)
{
    const Image &image = m_inventory.image;
    const FileTree *tree = m_inventory.tree.get();
    const FolderSums sums = tree && tree->size() > 0 ? tree->sums(tree->root()) : FolderSums {};
    const TextStyle style {9};
    const TextStyle mono {8.2, false, true};
    const auto row = [&](const QString &label, const QString &value, const TextStyle &how) {
        if (!value.isEmpty())
            pages.labelled(label, value, how, 110 * point);
    };
    row(tr("Image"), displayText(image.reference), style);
    row(tr("Name"), image.name == image.reference ? QString() : displayText(image.name), style);
    row(tr("Manifest digest"), displayText(image.manifestDigest), mono);
    row(tr("Image id"), displayText(image.configDigest), mono);
    row(tr("Source"), Messages::sourceKind(image.sourceKind), style);
    row(tr("Platform"), image.platform.toString(), style);
    row(tr("System"), displayText(m_inventory.osName), style);
    row(tr("Built"), time(image.created), style);
    row(tr("Size"),
        tr("%1 shipped, %2 in files at run time")
            .arg(image.storedBytes() > 0 ? Messages::bytes(image.storedBytes()) : tr("size not known"),
                 Messages::bytes(sums.liveBytes)),
        style);
    row(tr("Content"),
        tr("%1 layers, %2 files, %3 components")
            .arg(count(static_cast<qint64>(image.layers.size())), count(sums.liveFiles),
                 count(static_cast<qint64>(m_inventory.components.size()))),
        style);
    row(tr("Ghosts"),
        tr("%1 files gone at run time and still shipped (%2)").arg(count(sums.ghostFiles), Messages::bytes(sums.ghostBytes)),
        style);
    row(tr("Scan"),
        m_inventory.isComplete() ? tr("complete: every layer was read to its end") : tr("INCOMPLETE: see \"Coverage\""), style);
    row(tr("Policy"), m_review.concluded.policyVersion, style);
    row(tr("Prepared by"), displayText(m_options.preparedBy), style);
    row(tr("Prepared at"), time(m_options.now), style);
}

void ReportDocument::panel(PageWriter &pages)
{
    m_panel = QRectF(pages.left(), pages.bottom() - panelHeight, pages.width(), panelHeight);
    const qreal inset = 10 * point;
    if (QPainter *painter = pages.painter()) {
        painter->setPen(QPen(quiet, 0.8 * point));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(m_panel);
    }
    const QString text = m_options.draft ? tr("This is a draft without a signature. It may still change and proves nothing.")
                                         : tr("The electronic signature of this file lies over this panel. Its signer and the "
                                              "state of the file are told by the signature view "
                                              "of a PDF reader or by \"waybill verify\", not by what is printed here.");
    const TextBox head(pages.fonts(), m_options.draft ? tr("Not signed") : tr("Signature"), {10, true},
                       m_panel.width() - 2 * inset);
    const TextBox body(pages.fonts(), text, {8.2, false, false, quiet}, m_panel.width() - 2 * inset);
    head.draw(pages.painter(), m_panel.topLeft() + QPointF(inset, 8 * point));
    body.draw(pages.painter(), m_panel.topLeft() + QPointF(inset, 10 * point + head.height()));
    pages.moveTo(m_panel.bottom());
}

void ReportDocument::summary(PageWriter &pages)
{
    pages.heading(1, tr("Summary"));
    summarySentences(pages);
    if (!m_tableOnTitle)
        scenarioSection(pages);
    pages.heading(2, tr("Licence classes"));
    classShares(pages);
}

void ReportDocument::scenarioSection(PageWriter &pages)
{
    pages.heading(2, tr("The five ways of delivery"));
    scenarioTable(pages);
}

void ReportDocument::summarySentences(PageWriter &pages)
{
    pages.paragraph(Messages::verdictSentence(verdict()), {10, true});
    const Assessment &assessment = m_review.concluded;
    constexpr size_t shown = 8;
    for (size_t i = 0; i < verdict().holding.size() && i < shown; ++i) {
        const Finding &finding = assessment.findings[verdict().holding[i]];
        const Effect &effect = finding.effect(m_review.scenario);
        QString line = tr("%1: %2", "what a finding is about, and its permission")
                           .arg(displayText(finding.subject), Messages::permission(effect.permission));
        if (finding.ghostOnly())
            line += QLatin1String("; ") + tr("gone at run time, still shipped");
        pages.paragraph(QStringLiteral("\u2022 ") + line, {9}, 10 * point);
    }
    if (verdict().holding.size() > shown)
        pages.paragraph(tr("and %n more", nullptr, static_cast<int>(verdict().holding.size() - shown)), {9, false, false, quiet},
                        10 * point);
    if (assessment.unknownFiles > 0)
        pages.paragraph(
            tr("The terms of %1 of %2 files (%3) are not established; they are counted apart.")
                .arg(count(assessment.unknownFiles), count(assessment.assessedFiles), Messages::bytes(assessment.unknownBytes)));
    const int open = m_review.undecided(m_review.scenario);
    if (open > 0)
        pages.paragraph(tr("%n finding(s) wait for a decision.", nullptr, open));
    if (!assessment.complete)
        pages.paragraph(tr("Parts of the image were not read; what they hold is not assessed."), {9, true});
}

void ReportDocument::scenarioTable(PageWriter &pages)
{
    ReportTable table(pages, m_marks,
                      {{tr("Delivery"), 1.9},
                       {tr("Risk"), 1.4},
                       {tr("With unknown"), 1.4},
                       {tr("Verdict"), 2.7},
                       {Messages::risk(RiskLevel::Extreme), 1.1, Qt::AlignRight},
                       {Messages::risk(RiskLevel::High), 0.75, Qt::AlignRight},
                       {Messages::risk(RiskLevel::Medium), 1.1, Qt::AlignRight},
                       {Messages::risk(RiskLevel::Low), 0.75, Qt::AlignRight},
                       {Messages::risk(RiskLevel::Safe), 0.75, Qt::AlignRight}},
                      7.6);
    for (Scenario scenario : allScenarios) {
        const ScenarioVerdict &one = m_review.concluded.verdict(scenario);
        const bool chosen = scenario == m_review.scenario;
        const auto counted
            = [&](RiskLevel level) { return TableCell(count(one.findingsByRisk[static_cast<size_t>(level)]), chosen); };
        TableCell risk = TableCell::ofRisk(one.risk, Messages::risk(one.risk));
        risk.bold = chosen;
        table.row(
            {TableCell(chosen ? tr("%1 (this review)").arg(Messages::scenarioShort(scenario)) : Messages::scenarioShort(scenario),
                       chosen),
             risk, TableCell::ofRisk(one.riskWithUnknown, Messages::risk(one.riskWithUnknown)),
             TableCell(Messages::verdict(one.verdict), chosen), counted(RiskLevel::Extreme), counted(RiskLevel::High),
             counted(RiskLevel::Medium), counted(RiskLevel::Low), counted(RiskLevel::Safe)});
    }
    pages.space(2);
    pages.paragraph(tr("The numbers are findings by risk level. Bars beside a level rise with it; a dashed meter means not "
                       "assessed, which is never "
                       "counted as safe."),
                    {7.8, false, false, quiet});
}

void ReportDocument::classShares(PageWriter &pages)
{
    struct Share {
        qint64 files = 0;
        qint64 bytes = 0;
    };
    std::map<LicenceClass, Share> shares;
    qint64 most = 1;
    for (const Judgement &judgement : m_inventory.judgements) {
        if (judgement.basis == Basis::Generated || judgement.basis == Basis::OwnAssumed || judgement.basis == Basis::OwnStated)
            continue;
        Share &share = shares[judgement.licenceClass];
        share.files += judgement.liveFiles + judgement.ghostFiles;
        share.bytes += judgement.liveBytes + judgement.ghostBytes;
        most = std::max(most, share.bytes);
    }
    const qreal labels = 150 * point;
    const qreal numbers = 130 * point;
    for (const auto &[cls, share] : shares) {
        pages.ensure(16 * point);
        const QString name = QStringLiteral("%1  %2").arg(QString(licenceClassCode(cls)), Messages::licenceClass(cls));
        const TextBox label(pages.fonts(), name, {8.5}, labels - 16 * point);
        const TextBox size(pages.fonts(), tr("%1 files, %2").arg(count(share.files), Messages::bytes(share.bytes)), {8}, numbers,
                           Qt::AlignRight);
        m_marks.classShape(pages.painter(), QRectF(pages.left() + 1 * point, pages.y() + 2 * point, 8 * point, 8 * point), cls);
        label.draw(pages.painter(), {pages.left() + 16 * point, pages.y()});
        const qreal room = pages.width() - labels - numbers - 10 * point;
        const qreal width = std::max(1.5 * point, room * static_cast<qreal>(share.bytes) / static_cast<qreal>(most));
        m_marks.classBar(pages.painter(), QRectF(pages.left() + labels, pages.y() + 1.5 * point, width, 9 * point), cls);
        size.draw(pages.painter(), {pages.left() + pages.width() - numbers, pages.y()});
        pages.moveTo(pages.y() + std::max(label.height(), 13 * point) + 1 * point);
    }
}

void ReportDocument::answers(PageWriter &pages)
{
    pages.heading(2, tr("Delivery and answers"));
    pages.labelled(tr("Delivery"), Messages::scenario(m_review.scenario));
    const Scenario treated = m_policy.treatedAs(m_review.scenario, m_review.answers);
    if (treated != m_review.scenario)
        pages.labelled(tr("Judged as"), tr("%1, because of the answers below").arg(Messages::scenario(treated)));
    pages.space(5);
    ReportTable table(pages, m_marks, {{tr("Question"), 3}, {tr("Answer"), 2}});
    for (const Question &question : m_policy.questions()) {
        const bool asked = std::find(question.asked.begin(), question.asked.end(), m_review.scenario) != question.asked.end();
        const QString given = m_review.answers.value(question.id);
        if (!asked && given.isEmpty())
            continue;
        QString answer = tr("not answered");
        for (const Question::Choice &choice : question.choices) {
            if (choice.id == given)
                answer = choice.text.in(m_options.language);
        }
        table.row({question.text.in(m_options.language), answer});
    }
    if (table.rows() == 0)
        table.row({tr("no questions for this way of delivery"), QString()});
}

}  // namespace waybill
