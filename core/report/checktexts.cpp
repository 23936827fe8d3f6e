// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkreports.h"
#include "core/report/jsonreport.h"
#include "core/report/messages.h"

#include <QLocale>
#include <QXmlStreamWriter>

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t filesShown = 5;
constexpr size_t reasonsShown = 15;

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(waybill::CheckWords)
};

bool reaches(RiskLevel risk, std::optional<RiskLevel> failOn)
{
    return failOn && risk != RiskLevel::NotAssessed && risk >= *failOn;
}

/// Path, layer and instruction of a few files, one per line.
QStringList placesOf(const CheckView &view, const Finding &finding)
{
    QStringList lines;
    const Inventory &inventory = *view.review.inventory;
    const FindingFiles files = filesOf(inventory, finding, filesShown);
    for (const FindingFile &file : files.files) {
        const quint16 layer = file.entry->layer;
        QString line = Messages::layerName(layer) + QStringLiteral(": /") + displayPath(file.path);
        if (file.entry->isGhost())
            line += QStringLiteral(" (") + Messages::ghost(*file.entry) + QLatin1Char(')');
        const QString instruction = layer < inventory.image.layers.size() ? inventory.image.layers[layer].createdBy : QString();
        if (!instruction.isEmpty())
            line += QStringLiteral(" — ") + displayText(instruction.simplified()).left(160);
        lines.append(line);
    }
    if (files.total > files.files.size())
        lines.append(CheckWords::tr("and %n more file(s)", nullptr, static_cast<int>(files.total - files.files.size())));
    return lines;
}

QString reasonOf(const CheckView &view, const Finding &finding)
{
    const Effect &effect = finding.effect(view.scenario);
    const bool chinese = QLocale().language() == QLocale::Chinese && !effect.whyZh.isEmpty();
    return chinese ? effect.whyZh : effect.whyEn;
}

/// XML 1.0 knows no control characters; image texts may hold some.
QString xmlSafe(const QString &text)
{
    QString safe;
    for (const QChar c : text)
        safe += (c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\t')) ? QChar(0xfffd) : c;
    return safe;
}

void writeCase(QXmlStreamWriter &xml, const CheckView &view, const Finding &finding, std::optional<RiskLevel> failOn)
{
    const Effect &effect = finding.effect(view.scenario);
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"),
                       QStringLiteral("waybill.%1.%2").arg(scenarioId(view.scenario), finding.ruleId));
    xml.writeAttribute(QStringLiteral("name"), xmlSafe(finding.key));
    const bool failed = effect.permission == Permission::NotPermitted || reaches(effect.risk, failOn);
    if (failed || effect.permission == Permission::Undetermined) {
        xml.writeStartElement(failed ? QStringLiteral("failure") : QStringLiteral("error"));
        xml.writeAttribute(QStringLiteral("type"), permissionId(effect.permission));
        xml.writeAttribute(QStringLiteral("message"),
                           xmlSafe(displayText(finding.subject) + QStringLiteral(": ") + reasonOf(view, finding)));
        xml.writeCharacters(xmlSafe(Messages::risk(effect.risk) + QStringLiteral(", ") + Messages::permission(effect.permission)
                                    + QLatin1Char('\n') + Messages::clause(effect.clause) + QLatin1Char('\n')
                                    + placesOf(view, finding).join(QLatin1Char('\n'))));
        xml.writeEndElement();
    }
    if (!effect.duties.isEmpty())
        xml.writeTextElement(QStringLiteral("system-out"), effect.duties.join(QStringLiteral(", ")));
    xml.writeEndElement();
}

QString cell(const QString &text)
{
    QString safe;
    for (const QChar c : displayText(text)) {
        if (QStringLiteral("|\\`*_<>[]#").contains(c))
            safe += QLatin1Char('\\');
        safe += c == QLatin1Char('\n') ? QLatin1Char(' ') : c;
    }
    return safe;
}

void writeReasons(QString &out, const CheckView &view)
{
    size_t shown = 0;
    for (const quint32 index : view.findings) {
        const Finding &finding = view.finding(index);
        const Effect &effect = finding.effect(view.scenario);
        if (effect.permission < Permission::Undetermined)
            continue;
        if (++shown > reasonsShown)
            continue;
        out += QStringLiteral("- **%1** (%2, %3): %4 _%5_ · `%6`\n")
                   .arg(cell(finding.subject), Messages::risk(effect.risk), Messages::permission(effect.permission),
                        cell(reasonOf(view, finding)), cell(Messages::clause(effect.clause)), finding.ruleId);
        for (const QString &place : placesOf(view, finding))
            out += QStringLiteral("  - %1\n").arg(cell(place));
    }
    if (shown > reasonsShown)
        out += QStringLiteral("- %1\n").arg(
            CheckWords::tr("and %n more finding(s)", nullptr, static_cast<int>(shown - reasonsShown)));
    if (shown > 0)
        out += QLatin1Char('\n');
}

void writeDuties(QString &out, const CheckView &view)
{
    const QString language = QLocale().name();
    for (const DutyState &state : dutyStatesOf(view.review, view.policy, view.scenario)) {
        const Duty *duty = view.policy.duty(state.id);
        out += QStringLiteral("- [%1] %2 (%3)%4\n")
                   .arg(state.done ? QStringLiteral("x") : QStringLiteral(" "), cell(duty ? duty->title.in(language) : state.id),
                        cell(duty ? Messages::clause(duty->clause) : QString()),
                        state.note.isEmpty() ? QString() : QStringLiteral(": ") + cell(state.note));
    }
}

}  // namespace

QByteArray writeJUnit(const std::vector<CheckView> &views, std::optional<RiskLevel> failOn)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("waybill"));
    for (const CheckView &view : views) {
        int failures = 0;
        int errors = 0;
        for (const quint32 index : view.findings) {
            const Effect &effect = view.finding(index).effect(view.scenario);
            const bool failed = effect.permission == Permission::NotPermitted || reaches(effect.risk, failOn);
            failures += failed ? 1 : 0;
            errors += !failed && effect.permission == Permission::Undetermined ? 1 : 0;
        }
        xml.writeStartElement(QStringLiteral("testsuite"));
        xml.writeAttribute(QStringLiteral("name"), QStringLiteral("waybill ") + scenarioId(view.scenario));
        xml.writeAttribute(QStringLiteral("tests"), QString::number(view.findings.size()));
        xml.writeAttribute(QStringLiteral("failures"), QString::number(failures));
        xml.writeAttribute(QStringLiteral("errors"), QString::number(errors));
        for (const quint32 index : view.findings)
            writeCase(xml, view, view.finding(index), failOn);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

QByteArray writeCheckMarkdown(const std::vector<CheckView> &views)
{
    if (views.empty())
        return {};
    const Review &review = views.front().review;
    QString out = QStringLiteral("## Waybill: %1\n\n").arg(cell(review.title));
    out += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n|---|---|---|---|---|\n")
               .arg(CheckWords::tr("Scenario"), CheckWords::tr("Verdict"), CheckWords::tr("Risk"), CheckWords::tr("With unknown"),
                    CheckWords::tr("Duties"));
    for (const CheckView &view : views) {
        const ScenarioVerdict &verdict = view.verdict();
        out += QStringLiteral("| %1 | **%2** | %3 | %4 | %5 |\n")
                   .arg(Messages::scenario(view.scenario), Messages::verdict(verdict.verdict), Messages::risk(verdict.risk),
                        Messages::risk(verdict.riskWithUnknown))
                   .arg(verdict.duties.size());
    }
    out += QLatin1Char('\n');
    for (const CheckView &view : views) {
        if (views.size() > 1 && view.verdict().verdict < Verdict::CannotTell && view.verdict().duties.isEmpty())
            continue;
        out += QStringLiteral("### %1: %2\n\n").arg(Messages::scenario(view.scenario), Messages::verdictSentence(view.verdict()));
        writeReasons(out, view);
        writeDuties(out, view);
        out += QLatin1Char('\n');
    }
    out += CheckWords::tr("Image %1, policy %2.").arg(imageDigest(review.inventory->image), cell(review.concluded.policyVersion))
        + QLatin1Char(' ') + Messages::disclaimer() + QLatin1Char('\n');
    return out.toUtf8();
}

}  // namespace waybill
