// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explorer/handinventory.h"
#include "ui/charts/barlist.h"
#include "ui/charts/barmodel.h"
#include "ui/charts/riskheatmap.h"
#include "ui/charts/riskmatrixmodel.h"
#include "ui/charts/treemapview.h"
#include "ui/workbench/commandpalette.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

const char *const content = "0 f usr/bin/tool 1000 SC GPL-3.0-only\n"
                            "0 f usr/bin/other 90000 PE MIT\n"
                            "0 f usr/lib/big 400000 WC LGPL-2.1-only\n"
                            "1 f srv/mystery 5000 UN\n"
                            "1 f opt/vendor/secret 70000 VI LicenseRef-Vendor\n"
                            "0 f usr/share/a 10 PD CC0-1.0\n"
                            "0 f usr/share/b 20 PD CC0-1.0\n"
                            "2 w usr/bin/tool\n";

}  // namespace

/// Heat map, bars, treemap and command palette over a small hand-made image.
class tst_RiskCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void matrixCountsWhatTheVerdictCounts();
    void heatMapGoesByKeys();
    void progressSumsToAllFindings();
    void worstComeFirst();
    void treemapKeepsEveryByte();
    void treemapMergesWhatIsSmall();
    void treemapGoesByKeys();
    void paletteRanksBeginningsOfWords();

private:
    Review m_review;
    std::shared_ptr<const Policy> m_policy;
};

void tst_RiskCharts::initTestCase()
{
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
    m_review.inventory = handInventory(QString::fromLatin1(content));
    m_review.assessed = m_policy->assess(*m_review.inventory);
    m_review.concluded = m_review.assessed;
}

void tst_RiskCharts::matrixCountsWhatTheVerdictCounts()
{
    RiskMatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAssessment(m_review.concluded, m_review.inventory.get());
    qint64 files = 0;
    for (const Judgement &judgement : m_review.inventory->judgements)
        files += judgement.liveFiles + judgement.ghostFiles;
    for (const Scenario scenario : allScenarios) {
        qint64 findings = 0;
        qint64 filesOfRow = 0;
        for (int level = 0; level < RiskMatrixModel::levelCount; ++level) {
            model.setMeasure(RiskMatrixModel::Measure::Findings);
            const auto risk = static_cast<RiskLevel>(level);
            QCOMPARE(model.value(scenario, risk), qint64(m_review.concluded.verdict(scenario).findingsByRisk[size_t(level)]));
            QCOMPARE(model.index(int(scenario), level).data().toString(), QLocale().toString(model.value(scenario, risk)));
            findings += model.value(scenario, risk);
            model.setMeasure(RiskMatrixModel::Measure::Files);
            filesOfRow += model.value(scenario, risk);
        }
        QCOMPARE(findings, qint64(m_review.concluded.findings.size()));
        QCOMPARE(filesOfRow, files);
    }
    QCOMPARE(model.csv().count(QLatin1Char('\n')), scenarioCount + 1);
}

void tst_RiskCharts::heatMapGoesByKeys()
{
    RiskMatrixModel model;
    model.setAssessment(m_review.concluded, m_review.inventory.get());
    RiskHeatMap map(&model);
    map.resize(map.sizeHint());
    map.show();
    QSignalSpy activated(&map, &RiskHeatMap::cellActivated);
    QTest::keyClick(&map, Qt::Key_End);
    QTest::keyClick(&map, Qt::Key_Down);
    QCOMPARE(map.cellLevel(), RiskLevel::NotAssessed);
    QCOMPARE(map.cellScenario(), Scenario::Embedded);
    QVERIFY(map.accessibleDescription().contains(model.text(Scenario::Embedded, RiskLevel::NotAssessed)));
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(Scenario::Saas, RiskLevel::Low).center());
    QCOMPARE(activated.count(), 2);
    QCOMPARE(map.cellScenario(), Scenario::Saas);
    QCOMPARE(map.cellLevel(), RiskLevel::Low);
}

void tst_RiskCharts::progressSumsToAllFindings()
{
    BarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Review review = m_review;
    review.decisions.push_back(
        {review.concluded.findings.front().key, DecisionAction::Accept, QStringLiteral("fine"), {}, {}, false});
    model.showProgress(review);
    qint64 decided = 0;
    qint64 open = 0;
    for (const BarModel::Row &row : model.rows()) {
        decided += row.values[0];
        open += row.values[1];
    }
    QCOMPARE(decided, qint64(1));
    QCOMPARE(open, qint64(review.concluded.findings.size()) - 1);
}

void tst_RiskCharts::worstComeFirst()
{
    BarModel model;
    model.showWorst(m_review);
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.rowCount() <= 15);
    RiskLevel worst = RiskLevel::Safe;
    for (const Finding &finding : m_review.concluded.findings)
        worst = worse(worst, finding.effect(m_review.scenario).risk);
    QCOMPARE(model.rows().front().risk, worst);
    BarList list(&model);
    list.resize(list.sizeHint());
    QSignalSpy activated(&list, &BarList::rowActivated);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void tst_RiskCharts::treemapKeepsEveryByte()
{
    const FileTree &tree = *m_review.inventory->tree;
    const QRectF area(0, 0, 800, 600);
    TreemapLayout::Options options;
    options.padding = 0;
    const TreemapLayout layout(tree, tree.root(), area, options);
    qint64 bytes = 0;
    double covered = 0;
    for (const TreemapTile &tile : layout.tiles()) {
        bytes += tile.bytes;
        covered += tile.rect.width() * tile.rect.height();
        QVERIFY(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(tile.rect));
    }
    const FolderSums &sums = tree.sums(tree.root());
    QCOMPARE(bytes, sums.liveBytes + sums.ghostBytes);
    QVERIFY(std::abs(covered - area.width() * area.height()) < 1);
    options.ghosts = false;
    qint64 live = 0;
    const TreemapLayout withoutGhosts(tree, tree.root(), area, options);
    for (const TreemapTile &tile : withoutGhosts.tiles())
        live += tile.bytes;
    QCOMPARE(live, sums.liveBytes);
}

void tst_RiskCharts::treemapMergesWhatIsSmall()
{
    const FileTree &tree = *m_review.inventory->tree;
    TreemapLayout::Options options;
    options.padding = 0;
    const TreemapLayout large(tree, tree.root(), QRectF(0, 0, 2000, 2000), options);
    const TreemapLayout tiny(tree, tree.root(), QRectF(0, 0, 6, 6), options);
    QVERIFY(tiny.tiles().size() < large.tiles().size());
    QVERIFY(std::any_of(tiny.tiles().begin(), tiny.tiles().end(), [](const TreemapTile &tile) { return tile.merged; }));
    qint64 bytes = 0;
    for (const TreemapTile &tile : tiny.tiles())
        bytes += tile.bytes;
    QCOMPARE(bytes, tree.sums(tree.root()).liveBytes + tree.sums(tree.root()).ghostBytes);
}

void tst_RiskCharts::treemapGoesByKeys()
{
    TreemapView view;
    view.resize(800, 600);
    view.setInventory(m_review.inventory, true);
    view.setAssessment(m_review.concluded, Scenario::Embedded);
    view.show();
    QSignalSpy current(&view, &TreemapView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(current.count(), 1);
    QVERIFY(view.current().isValid());
    QVERIFY(!view.accessibleDescription().isEmpty());
    // A folder shows the worst of what is below it.
    RiskLevel worst = RiskLevel::Safe;
    for (const Finding &finding : m_review.concluded.findings)
        worst = worse(worst, finding.effect(Scenario::Embedded).risk);
    QCOMPARE(view.riskOf(m_review.inventory->tree->root()), worst);
    view.setFill(TreemapView::Fill::Risk);
    QVERIFY(!view.grab().isNull());
}

void tst_RiskCharts::paletteRanksBeginningsOfWords()
{
    QVERIFY(CommandPalette::score(QStringLiteral("File: Open Folder"), QStringLiteral("of")) > 0);
    QCOMPARE(CommandPalette::score(QStringLiteral("File: Open Folder"), QStringLiteral("xyz")), -1);
    QVERIFY(CommandPalette::score(QStringLiteral("File: Open Folder"), QStringLiteral("open"))
            > CommandPalette::score(QStringLiteral("View: Reopen all"), QStringLiteral("open")));
}

QTEST_MAIN(tst_RiskCharts)
#include "tst_riskcharts.moc"
