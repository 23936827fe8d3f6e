// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the image below holds tags of its own)
#include "core/inventory/scanner.h"
#include "core/policy/whatif.h"
#include "core/report/checkreports.h"
#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "tests/support/schemacheck.h"
#include "tests/support/textimage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace waybill;
using namespace waybill::test;

namespace {

/// A file under the GPL, one under terms for non-commercial use, one that nobody knows, and a tool that `rm` only hides.
TextImage image()
{
    TextImage image;
    image.layer(QStringLiteral("RUN install"), QStringLiteral(R"(
        f usr/bin/gnu.py 755 = # SPDX-License-Identifier: GPL-3.0-or-later
        f usr/share/nc.py 644 = # SPDX-License-Identifier: CC-BY-NC-4.0
        f usr/share/free.py 644 = # SPDX-License-Identifier: MIT
        f srv/mystery.bin 644 = nothing is known
        f usr/bin/tool.py 755 = # SPDX-License-Identifier: AGPL-3.0-only
        f usr/bin/odd\x20name.py 755 = # SPDX-License-Identifier: LGPL-2.1-only
    )"));
    image.layer(QStringLiteral("RUN /bin/sh -c apt-get remove -y tool && rm -f /usr/bin/tool.py"),
                QStringLiteral("w usr/bin/tool.py"));
    return image;
}

/// Keys and types that SARIF 2.1.0 demands of what we write (section numbers of the standard in the messages).
QString sarifProblem(const QJsonObject &root)
{
    if (root.value(QLatin1String("version")).toString() != QLatin1String("2.1.0") || !root.value(QLatin1String("runs")).isArray())
        return QStringLiteral("3.13");
    for (const QJsonValue &run : root.value(QLatin1String("runs")).toArray()) {
        const QJsonObject driver = run[QLatin1String("tool")][QLatin1String("driver")].toObject();
        if (driver.value(QLatin1String("name")).toString().isEmpty())
            return QStringLiteral("3.19.8 driver name");
        QStringList ids;
        for (const QJsonValue &rule : driver.value(QLatin1String("rules")).toArray()) {
            const QString id = rule[QLatin1String("id")].toString();
            if (id.isEmpty() || ids.contains(id))
                return QStringLiteral("3.49.3 rule ids are there and differ");
            ids.append(id);
        }
        for (const QJsonValue &result : run[QLatin1String("results")].toArray()) {
            const QString level = result[QLatin1String("level")].toString();
            const QString kind = result[QLatin1String("kind")].toString();
            if (!QStringList({QStringLiteral("none"), QStringLiteral("note"), QStringLiteral("warning"), QStringLiteral("error")})
                     .contains(level))
                return QStringLiteral("3.27.10 level ") + level;
            if (kind != QLatin1String("fail") && level != QLatin1String("none"))
                return QStringLiteral("3.27.9 a result that does not fail has the level none");
            if (result[QLatin1String("message")][QLatin1String("text")].toString().isEmpty())
                return QStringLiteral("3.27.11 message");
            const int index = result[QLatin1String("ruleIndex")].toInt(-1);
            if (index < 0 || index >= ids.size() || ids.at(index) != result[QLatin1String("ruleId")].toString())
                return QStringLiteral("3.27.6 ruleIndex");
            for (const QJsonValue &place : result[QLatin1String("locations")].toArray()) {
                const QString uri
                    = place[QLatin1String("physicalLocation")][QLatin1String("artifactLocation")][QLatin1String("uri")]
                          .toString();
                if (uri.isEmpty() || uri.contains(QLatin1Char(' ')) || uri.startsWith(QLatin1Char('/')))
                    return QStringLiteral("3.4.3 uri ") + uri;
            }
        }
    }
    return {};
}

}  // namespace

class tst_CheckFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sarif();
    void sarifFollowsTheSchema();
    void junit();
    void markdown();
    void sameNumbersEverywhere();
    void filterOfTheWindow();
    void removedFilesAreNamedAsHidden();
    void dutiesHaveAState();
    void answersThatChangeTheVerdict();

private:
    Review reviewWith(const Answers &answers) const;
    CheckView view(Scenario scenario, const QString &filter = {}) const
    {
        return {m_review, *m_policy, scenario, FindingFilter::parse(filter)};
    }
    Review m_review;
    std::shared_ptr<const Policy> m_policy;
};

Review tst_CheckFormats::reviewWith(const Answers &answers) const
{
    Review review = m_review;
    review.answers = answers;
    review.assessed = m_policy->assess(*review.inventory, answers);
    review.concluded = applyDecisions(review.assessed, review.decisions);
    return review;
}

void tst_CheckFormats::initTestCase()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("image.tar"));
    QVERIFY(image().writeFile(path, image().dockerArchive()));
    const auto source = openImageSource(path);
    QVERIFY(source.has_value());
    const auto opened = (*source)->image(0);
    QVERIFY(opened.has_value());
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge.has_value());
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
    Progress progress;
    m_review.inventory = scan(**source, *opened, *knowledge, {}, {}, progress);
    m_review.title = QStringLiteral("sample");
    m_review = reviewWith({});
    QVERIFY(m_review.concluded.complete);
}

void tst_CheckFormats::sarif()
{
    std::vector<CheckView> views;
    for (const Scenario scenario : allScenarios)
        views.push_back(view(scenario));
    const QByteArray bytes = writeSarif(views);
    QCOMPARE(writeSarif(views), bytes);
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(sarifProblem(root), QString());
    const QJsonArray runs = root.value(QLatin1String("runs")).toArray();
    QCOMPARE(runs.size(), scenarioCount);
    const QJsonValue delivery = runs.at(int(Scenario::OnPremises));
    const QJsonValue worst = delivery[QLatin1String("results")][0];
    QCOMPARE(worst[QLatin1String("level")].toString(), QStringLiteral("error"));
    QCOMPARE(worst[QLatin1String("ruleId")].toString(), QStringLiteral("CLS-RU"));
    const QJsonValue place = worst[QLatin1String("locations")][0];
    QCOMPARE(place[QLatin1String("physicalLocation")][QLatin1String("artifactLocation")][QLatin1String("uri")].toString(),
             QStringLiteral("usr/share/nc.py"));
    QCOMPARE(place[QLatin1String("logicalLocations")][0][QLatin1String("name")].toString(), QStringLiteral("layer 1"));
    QCOMPARE(place[QLatin1String("logicalLocations")][0][QLatin1String("fullyQualifiedName")].toString(),
             QStringLiteral("RUN install"));
    QVERIFY(bytes.contains("usr/bin/odd%20name.py"));
}

void tst_CheckFormats::sarifFollowsTheSchema()
{
    QFile file(QStringLiteral(WAYBILL_SARIF_SCHEMA));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the package with the schema could not be fetched");
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!schema.isEmpty());
    std::vector<CheckView> views;
    for (const Scenario scenario : allScenarios)
        views.push_back(view(scenario));
    Review decided = m_review;
    for (const Finding &finding : decided.assessed.findings)
        decided.decisions.push_back({finding.key, DecisionAction::Accept, QStringLiteral("ticket"), QStringLiteral("Lena"),
                                     QDateTime::fromSecsSinceEpoch(0, Qt::UTC), false});
    decided.concluded = applyDecisions(decided.assessed, decided.decisions);
    views.emplace_back(decided, *m_policy, Scenario::OnPremises, FindingFilter::parse({}));
    QJsonObject root = QJsonDocument::fromJson(writeSarif(views)).object();
    QCOMPARE(SchemaCheck(schema).faults(root).join(QLatin1Char('\n')), QString());
    // The check itself notices what is wrong.
    root[QStringLiteral("version")] = QStringLiteral("2.0.0");
    root[QStringLiteral("more")] = 1;
    QCOMPARE(SchemaCheck(schema).faults(root).size(), 2);
}

void tst_CheckFormats::junit()
{
    const QByteArray bytes = writeJUnit({view(Scenario::OnPremises)}, std::nullopt);
    QXmlStreamReader xml(bytes);
    int cases = 0;
    int failures = 0;
    int errors = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        cases += xml.name() == QLatin1String("testcase") ? 1 : 0;
        failures += xml.name() == QLatin1String("failure") ? 1 : 0;
        errors += xml.name() == QLatin1String("error") ? 1 : 0;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, int(m_review.concluded.findings.size()));
    QCOMPARE(failures, 1);
    QCOMPARE(errors, 1);
    QVERIFY(writeJUnit({view(Scenario::OnPremises)}, RiskLevel::Medium).count("<failure") > 1);
}

void tst_CheckFormats::markdown()
{
    const QString text = QString::fromUtf8(writeCheckMarkdown({view(Scenario::OnPremises)}));
    QVERIFY(text.startsWith(QLatin1String("## Waybill: sample")));
    QVERIFY2(text.contains(QLatin1String("`CLS-RU`")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("- [ ] ")));
    QVERIFY(text.contains(m_review.concluded.policyVersion));
}

void tst_CheckFormats::sameNumbersEverywhere()
{
    for (const Scenario scenario : allScenarios) {
        const ScenarioVerdict &verdict = m_review.concluded.verdict(scenario);
        const CheckView shown = view(scenario);
        const QJsonObject json = checkJson(m_review, *m_policy, {scenario});
        const QJsonObject sarif = QJsonDocument::fromJson(writeSarif({shown})).object();
        const QJsonArray results = sarif.value(QLatin1String("runs"))[0][QLatin1String("results")].toArray();
        const QByteArray junit = writeJUnit({shown}, std::nullopt);
        QCOMPARE(shown.findings.size(), m_review.concluded.findings.size());
        QCOMPARE(size_t(results.size()), shown.findings.size());
        QCOMPARE(size_t(junit.count("<testcase ")), shown.findings.size());
        QCOMPARE(size_t(json.value(QLatin1String("findings")).toArray().size()), shown.findings.size());
        for (int level = 0; level < 6; ++level) {
            const QString id = riskLevelId(static_cast<RiskLevel>(level));
            const auto counted = int(verdict.findingsByRisk[size_t(level)]);
            QCOMPARE(json.value(QLatin1String("verdicts"))[scenarioId(scenario)][QLatin1String("findingsByRisk")][id].toInt(),
                     counted);
            int inSarif = 0;
            for (const QJsonValue &result : results)
                inSarif += result[QLatin1String("properties")][QLatin1String("risk")].toString() == id ? 1 : 0;
            QCOMPARE(inSarif, counted);
        }
        const auto blocked = [&](Permission permission) {
            return std::count_if(m_review.concluded.findings.begin(), m_review.concluded.findings.end(),
                                 [&](const Finding &finding) { return finding.effect(scenario).permission == permission; });
        };
        QCOMPARE(junit.count("<failure "), qsizetype(blocked(Permission::NotPermitted)));
        QCOMPARE(junit.count("<error "), qsizetype(blocked(Permission::Undetermined)));
        QCOMPARE(qsizetype(dutyStatesOf(m_review, *m_policy, scenario).size()), verdict.duties.size());
        QCOMPARE(json.value(QLatin1String("duties")).toObject().size(), verdict.duties.size());
    }
}

void tst_CheckFormats::filterOfTheWindow()
{
    QCOMPARE(view(Scenario::OnPremises, QStringLiteral("class:RU")).findings.size(), size_t(1));
    QCOMPARE(view(Scenario::OnPremises, QStringLiteral("path:/usr/bin/**")).findings.size(), size_t(3));
    QCOMPARE(view(Scenario::OnPremises, QStringLiteral("risk:>=high")).findings.size(), size_t(1));
    QCOMPARE(view(Scenario::OnPremises, QStringLiteral("-class:RU")).findings.size(), m_review.concluded.findings.size() - 1);
    QCOMPARE(view(Scenario::OnPremises, QStringLiteral("status:undecided")).findings.size(), size_t(2));
}

void tst_CheckFormats::removedFilesAreNamedAsHidden()
{
    int steps = 0;
    for (const Finding &finding : m_review.concluded.findings) {
        for (const HidingStep &step : hidingStepsOf(*m_review.inventory, finding)) {
            ++steps;
            QCOMPARE(finding.licenceClass, LicenceClass::NetworkCopyleft);
            QCOMPARE(int(step.layer), 1);
            QCOMPARE(step.files, 1U);
            QVERIFY(step.meantToRemove);
            QVERIFY(step.instruction.contains(QLatin1String("apt-get remove")));
        }
    }
    QCOMPARE(steps, 1);
}

void tst_CheckFormats::dutiesHaveAState()
{
    const std::vector<DutyState> open = dutyStatesOf(m_review, *m_policy, Scenario::OnPremises);
    const Review done = reviewWith({{dutyKey(QStringLiteral("notices")), QStringLiteral("done: NOTICE file in the image")}});
    const std::vector<DutyState> states = dutyStatesOf(done, *m_policy, Scenario::OnPremises);
    QCOMPARE(states.size(), open.size());
    QVERIFY(states.back().done);
    QCOMPARE(states.back().id, QStringLiteral("notices"));
    QCOMPARE(states.back().note, QStringLiteral("NOTICE file in the image"));
    QCOMPARE(done.concluded.verdict(Scenario::OnPremises).duties.size(), qsizetype(open.size()) - 1);
    QVERIFY(!done.concluded.verdict(Scenario::OnPremises).duties.contains(QLatin1String("notices")));
}

void tst_CheckFormats::answersThatChangeTheVerdict()
{
    const WhatIf whatIf(*m_policy, *m_review.inventory, {}, m_review.assessed);
    const QStringList relevant = whatIf.relevantQuestions();
    QVERIFY(relevant.contains(QLatin1String("changed-network-copyleft")));
    QVERIFY(relevant.contains(QLatin1String("source-way")));
    QVERIFY2(!relevant.contains(QLatin1String("jetson")), "nothing of that vendor is in the image");
    for (const Scenario scenario : allScenarios) {
        const ScenarioVerdict &verdict = m_review.concluded.verdict(scenario);
        QCOMPARE(whatIf.current(scenario).verdict, verdict.verdict);
        QCOMPARE(whatIf.current(scenario).risk, verdict.riskWithUnknown);
        // Every outcome is what a full assessment with that answer says.
        for (const AnswerOutcome &outcome : whatIf.outcomes(scenario)) {
            const Assessment full = m_policy->assess(*m_review.inventory, {{outcome.question, outcome.choice}});
            QCOMPARE(outcome.verdict, full.verdict(scenario).verdict);
            QCOMPARE(outcome.risk, full.verdict(scenario).riskWithUnknown);
            QStringList duties = full.verdict(scenario).duties;
            duties.sort();
            QCOMPARE(outcome.duties, duties);
        }
    }
}

QTEST_GUILESS_MAIN(tst_CheckFormats)
#include "tst_checkformats.moc"
