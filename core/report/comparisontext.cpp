// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisontext.h"

#include "core/report/messages.h"

namespace waybill {

namespace {

constexpr qsizetype markdownRows = 50;
constexpr qsizetype instructionShown = 80;

QString sign(Change change)
{
    static const std::array<QString, 5> signs {QStringLiteral("="), QStringLiteral("+"), QStringLiteral("−"), QStringLiteral("~"),
                                               QStringLiteral("→")};
    return signs[static_cast<size_t>(change)];
}

QString layerNumber(int layer)
{
    return layer < 0 ? QStringLiteral("–") : QString::number(layer + 1);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : displayText(text);
}

QString cell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString row(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &text : cells)
        escaped.append(cell(text));
    return QLatin1String("| ") + escaped.join(QLatin1String(" | ")) + QLatin1String(" |\n");
}

QString pathText(const FileChange &file)
{
    const QString path = QLatin1Char('/') + displayPath(file.path);
    return file.from.empty() ? path : QLatin1Char('/') + displayPath(file.from) + QStringLiteral(" → ") + path;
}

}  // namespace

QString ComparisonText::change(Change change)
{
    switch (change) {
    case Change::Same:
        return tr("same");
    case Change::Added:
        return tr("new");
    case Change::Removed:
        return tr("gone");
    case Change::Changed:
        return tr("changed");
    case Change::Moved:
        return tr("moved");
    }
    return {};
}

QString ComparisonText::how()
{
    return tr("Layers are equal when their unpacked bytes are; files in equal layers are equal byte for byte. Other files of the "
              "running images are compared by kind, mode, link target and content; what could not be read, by size.");
}

ComparisonPart ComparisonText::verdicts(const Comparison &comparison)
{
    ComparisonPart part {tr("Verdicts"), {tr("Scenario"), tr("A"), tr("B"), tr("Risk A"), tr("Risk B")}, {}, {}};
    for (const Scenario scenario : allScenarios) {
        const ScenarioVerdict &a = comparison.verdictsA[static_cast<size_t>(scenario)];
        const ScenarioVerdict &b = comparison.verdictsB[static_cast<size_t>(scenario)];
        part.rows.append({Messages::scenario(scenario), Messages::verdict(a.verdict), Messages::verdict(b.verdict),
                          Messages::risk(a.risk), Messages::risk(b.risk)});
    }
    return part;
}

ComparisonPart ComparisonText::totals(const Comparison &comparison)
{
    ComparisonPart part {
        tr("Licence classes"), {tr("Class"), tr("Files A"), tr("Files B"), tr("Bytes A"), tr("Bytes B")}, {}, {}};
    for (const LicenceClass cls : allLicenceClasses) {
        const auto i = static_cast<size_t>(cls);
        if (comparison.classesA.files[i] == 0 && comparison.classesB.files[i] == 0)
            continue;
        part.rows.append({Messages::licenceClass(cls), QString::number(comparison.classesA.files[i]),
                          QString::number(comparison.classesB.files[i]), Messages::bytes(comparison.classesA.bytes[i]),
                          Messages::bytes(comparison.classesB.bytes[i])});
    }
    return part;
}

ComparisonPart ComparisonText::layers(const Comparison &comparison)
{
    ComparisonPart part {tr("Layers"), {QStringLiteral(" "), tr("A"), tr("B"), tr("Bytes"), tr("Instruction")}, {}, {}};
    for (const LayerChange &layer : comparison.layers)
        part.rows.append({sign(layer.change()), layerNumber(layer.a), layerNumber(layer.b), Messages::bytes(layer.bytes),
                          orDash(layer.createdBy.simplified().left(instructionShown))});
    part.note = tr("%1 in shared layers.").arg(Messages::bytes(comparison.sharedBytes));
    return part;
}

ComparisonPart ComparisonText::packages(const Comparison &comparison)
{
    ComparisonPart part {tr("Packages"),
                         {QStringLiteral(" "), tr("Package"), tr("Version A"), tr("Version B"), tr("Licence A"), tr("Licence B"),
                          tr("Class A"), tr("Class B")},
                         {},
                         {}};
    for (const ComponentChange &item : comparison.components) {
        const QString classA = item.change == Change::Added ? QString() : Messages::licenceClass(item.classA);
        const QString classB = item.change == Change::Removed ? QString() : Messages::licenceClass(item.classB);
        part.rows.append({sign(item.change), displayText(item.name), orDash(item.versionA), orDash(item.versionB),
                          orDash(item.expressionA), orDash(item.expressionB), orDash(classA), orDash(classB)});
    }
    part.note = tr("%n package(s) are the same.", nullptr, static_cast<int>(comparison.sameComponents));
    return part;
}

/// One row per finding: the scenario where it matters most.
ComparisonPart ComparisonText::findings(const Comparison &comparison)
{
    ComparisonPart part {
        tr("Findings"), {QStringLiteral(" "), tr("Subject"), tr("Rule"), tr("Permission A"), tr("Permission B")}, {}, {}};
    for (const FindingChange &finding : comparison.findings) {
        size_t worst = 0;
        for (size_t s = 1; s < scenarioCount; ++s) {
            if (std::max(finding.permissionA[s], finding.permissionB[s])
                > std::max(finding.permissionA[worst], finding.permissionB[worst]))
                worst = s;
        }
        part.rows.append(
            {sign(finding.change), displayText(finding.subject), finding.ruleId,
             finding.change == Change::Added ? QStringLiteral("–") : Messages::permission(finding.permissionA[worst]),
             finding.change == Change::Removed ? QStringLiteral("–") : Messages::permission(finding.permissionB[worst])});
    }
    return part;
}

ComparisonPart ComparisonText::files(const Comparison &comparison)
{
    ComparisonPart part {
        tr("Files"), {QStringLiteral(" "), tr("Path"), tr("Bytes A"), tr("Bytes B"), tr("Class A"), tr("Class B")}, {}, {}};
    for (const FileChange &file : comparison.files) {
        const bool a = file.a.isValid();
        const bool b = file.b.isValid();
        part.rows.append({sign(file.change), pathText(file), a ? Messages::bytes(file.sizeA) : QStringLiteral("–"),
                          b ? Messages::bytes(file.sizeB) : QStringLiteral("–"),
                          a ? Messages::licenceClass(file.classA) : QStringLiteral("–"),
                          b ? Messages::licenceClass(file.classB) : QStringLiteral("–")});
    }
    part.note = tr("%1 files are the same, %2 look alike but their content was not compared.")
                    .arg(comparison.sameFiles)
                    .arg(comparison.alikeFiles);
    return part;
}

QList<ComparisonPart> ComparisonText::parts(const Comparison &comparison, qsizetype most)
{
    QList<ComparisonPart> list {verdicts(comparison), totals(comparison),   layers(comparison),
                                packages(comparison), findings(comparison), files(comparison)};
    for (ComparisonPart &part : list) {
        const qsizetype more = part.rows.size() - most;
        if (more <= 0)
            continue;
        part.rows = part.rows.mid(0, most);
        part.note = tr("and %n more", nullptr, static_cast<int>(more))
            + (part.note.isEmpty() ? QString() : QStringLiteral("; ") + part.note);
    }
    return list;
}

QString ComparisonText::markdown(const QString &nameA, const QString &nameB, const Comparison &comparison)
{
    QString out = QLatin1String("# ") + tr("A: %1, B: %2").arg(displayText(nameA), displayText(nameB)) + QLatin1String("\n");
    for (const ComparisonPart &part : parts(comparison, markdownRows)) {
        out += QLatin1String("\n## ") + part.title + QLatin1String("\n\n");
        if (!part.rows.isEmpty()) {
            out += row(part.heads) + row(QStringList(part.heads.size(), QStringLiteral("---")));
            for (const QStringList &cells : part.rows)
                out += row(cells);
        }
        if (!part.note.isEmpty())
            out += (part.rows.isEmpty() ? QString() : QStringLiteral("\n")) + part.note + QLatin1Char('\n');
    }
    return out + QLatin1Char('\n') + how();
}

}  // namespace waybill
