// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/verb.h"
#include "core/report/checkreports.h"
#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "core/review/reviewstore.h"
#include "tests/core/remedy/remedyimage.h"
#include "ui/charts/barmodel.h"
#include "ui/charts/riskmatrixmodel.h"
#include "ui/findings/dutiesmodel.h"
#include "ui/findings/findingsmodel.h"
#include "ui/workbench/headerbar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QToolButton>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr std::array levels {RiskLevel::Extreme, RiskLevel::High, RiskLevel::Medium,
                             RiskLevel::Low,     RiskLevel::Safe, RiskLevel::NotAssessed};

using Counts = std::map<QString, qint64>;  ///< findings by the id of their risk; levels without any are left out

Counts withoutZeros(Counts counts)
{
    std::erase_if(counts, [](const auto &entry) { return entry.second == 0; });
    return counts;
}

}  // namespace

/// Whoever shows how many findings there are of each risk shows the same numbers: header, list, heat map, progress chart,
/// command-line table, JSON, SARIF, JUnit. All five scenarios, with and without a decision.
class TestEqualCounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void allViewsAgree_data();
    void allViewsAgree();

private:
    Counts ofHeader(Session &session) const;
    Counts ofList(const Review &review) const;
    Counts ofHeatMap(const Review &review) const;
    Counts ofProgress(const Review &review) const;
    Counts ofJson(const Review &review) const;
    Counts ofSarif(const Review &review) const;
    QString table(const Review &review) const;
    RemedyRig m_rig;
    Services m_services;
    RemedyRig::Scanned m_scanned;
};

void TestEqualCounts::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy);
    m_services = {*knowledge, *policy};
    m_scanned = m_rig.scanImage(remedyImage());
    QVERIFY(m_scanned.inventory);
}

Counts TestEqualCounts::ofHeader(Session &session) const
{
    HeaderBar header(&session);
    Counts counts;
    for (const QToolButton *button : header.findChildren<QToolButton *>()) {
        for (const RiskLevel level : levels) {
            const QString start = Messages::risk(level) + QLatin1Char(' ');
            if (button->text().startsWith(start))
                counts[riskLevelId(level)] = button->text().mid(start.size()).toLongLong();
        }
    }
    return counts;
}

Counts TestEqualCounts::ofList(const Review &review) const
{
    FindingsModel model(m_services.policy);
    model.setGrouping(FindingsModel::Grouping::None);
    model.setReview(review);
    Counts counts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int finding = model.index(row, 0).data(FindingsModel::FindingRole).toInt();
        const Effect &effect = review.concluded.findings[size_t(finding)].effect(review.scenario);
        const QString shown = model.index(row, FindingsModel::Risk).data().toString();
        if (shown == FindingsModel::riskText(effect.risk, effect.permission))
            ++counts[riskLevelId(effect.risk)];
    }
    return counts;
}

Counts TestEqualCounts::ofHeatMap(const Review &review) const
{
    RiskMatrixModel model;
    model.setAssessment(review.concluded, review.inventory.get());
    Counts counts;
    for (const RiskLevel level : levels)
        counts[riskLevelId(level)] = model.text(review.scenario, level).toLongLong();
    return counts;
}

Counts TestEqualCounts::ofProgress(const Review &review) const
{
    BarModel model;
    model.showProgress(review);
    Counts counts;
    for (const BarModel::Row &row : model.rows())
        counts[riskLevelId(row.risk)] += row.values[0] + row.values[1];
    return counts;
}

Counts TestEqualCounts::ofJson(const Review &review) const
{
    const QJsonObject json = checkJson(review, *m_services.policy, {review.scenario});
    const QJsonObject byRisk = json.value(QLatin1String("verdicts"))[QString(scenarioId(review.scenario))]
                                   .toObject()
                                   .value(QLatin1String("findingsByRisk"))
                                   .toObject();
    Counts counts, listed;
    for (auto it = byRisk.begin(); it != byRisk.end(); ++it)
        counts[it.key()] = it.value().toInteger();
    for (const QJsonValue &finding : json.value(QLatin1String("findings")).toArray())
        ++listed[finding[QLatin1String("scenarios")][QString(scenarioId(review.scenario))][QLatin1String("risk")].toString()];
    return withoutZeros(counts) == listed ? counts : Counts {{QStringLiteral("the JSON disagrees with itself"), 1}};
}

Counts TestEqualCounts::ofSarif(const Review &review) const
{
    const CheckView view(review, *m_services.policy, review.scenario, FindingFilter::parse({}));
    const QJsonObject sarif = QJsonDocument::fromJson(writeSarif({view})).object();
    Counts counts;
    for (const QJsonValue &result : sarif.value(QLatin1String("runs"))[0][QLatin1String("results")].toArray())
        ++counts[result[QLatin1String("properties")][QLatin1String("risk")].toString()];
    return counts;
}

QString TestEqualCounts::table(const Review &review) const
{
    const QString file = m_rig.path(QStringLiteral("counts.waybill"));
    const QString output = m_rig.path(QStringLiteral("counts.txt"));
    QFile::remove(file);
    if (!ReviewStore::save(review, *m_services.policy, file))
        return {};
    CommandLine line;
    line.verb = findVerb(QStringLiteral("check"));
    line.arguments = {file};
    line.scenario = review.scenario;
    line.format = QStringLiteral("table");
    line.quiet = true;
    Context context(line, {});
    line.verb->run(context);
    QString problem;
    context.terminal.commit(output, problem);
    QFile written(output);
    return written.open(QIODevice::ReadOnly) ? QString::fromUtf8(written.readAll()) : QString();
}

void TestEqualCounts::allViewsAgree_data()
{
    QTest::addColumn<int>("scenario");
    QTest::addColumn<bool>("decided");
    for (const Scenario scenario : allScenarios) {
        QTest::addRow("%s", scenarioId(scenario).data()) << int(scenario) << false;
        QTest::addRow("%s, decided", scenarioId(scenario).data()) << int(scenario) << true;
    }
}

void TestEqualCounts::allViewsAgree()
{
    QFETCH(int, scenario);
    QFETCH(bool, decided);
    Session session(m_services);
    session.setScenario(Scenario(scenario));
    session.show(m_scanned.inventory);
    if (decided)
        session.decide({session.review().concluded.findings.front().key}, DecisionAction::Accept, QStringLiteral("agreed"));
    const Review &review = session.review();
    const ScenarioVerdict &verdict = review.concluded.verdict(review.scenario);
    Counts expected;
    for (const RiskLevel level : levels)
        expected[riskLevelId(level)] = verdict.findingsByRisk[size_t(level)];
    expected = withoutZeros(expected);
    qint64 sum = 0;
    for (const auto &[level, count] : expected)
        sum += count;
    QCOMPARE(sum, qint64(review.concluded.findings.size()));
    QVERIFY(withoutZeros(ofHeader(session)) == expected);
    QVERIFY(withoutZeros(ofList(review)) == expected);
    QVERIFY(withoutZeros(ofHeatMap(review)) == expected);
    QVERIFY(withoutZeros(ofProgress(review)) == expected);
    QVERIFY(withoutZeros(ofJson(review)) == expected);
    QVERIFY(withoutZeros(ofSarif(review)) == expected);
    const CheckView view(review, *m_services.policy, review.scenario, FindingFilter::parse({}));
    QCOMPARE(qint64(writeJUnit({view}, std::nullopt).count("<testcase ")), sum);
    // The table tells the number of findings that hold the verdict in a sentence, as the tool tip of the header does.
    const QString printed = table(review);
    QVERIFY2(printed.contains(Messages::verdictSentence(verdict)), qPrintable(printed));
    // And the duties are counted alike: list of the window, verdict, table.
    const DutiesModel duties(&session);
    QCOMPARE(duties.rowCount(), int(verdict.duties.size()));
}

QTEST_MAIN(TestEqualCounts)
#include "tst_equalcounts.moc"
