// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/remedy/remedyimage.h"
#include "ui/remedy/stripmodel.h"
#include "ui/remedy/strippanel.h"
#include "ui/session/selection.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestStripPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void planIsShown();
    void choiceIsJudgedAgain();
    void scenarioMakesAnotherPlan();
    void writesTheImage();
    void emptyPanelOffersNothing();

private:
    bool planned(StripPanel &panel) const
    {
        QSignalSpy spy(&panel, &StripPanel::planned);
        return !spy.isEmpty() || spy.wait(20'000);
    }
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    Services m_services;
    QString m_layout;
};

void TestStripPanel::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_layout = m_rig.path(QStringLiteral("image"));
    QVERIFY(remedyImage().writeOciLayout(m_layout));
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy);
    m_services = {*knowledge, *policy};
    m_scanned = m_rig.scanPath(m_layout);
    QVERIFY(m_scanned.inventory);
}

void TestStripPanel::planIsShown()
{
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    Selection selection;
    StripPanel panel(&session, &selection);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    session.show(m_scanned.inventory);
    QCOMPARE(panel.model()->rowCount(), 0);  // nobody looks yet
    panel.show();
    QVERIFY(planned(panel));
    const RemedyPlan &plan = panel.model()->plan();
    QCOMPARE(plan.before.verdict, Verdict::CannotShip);
    QVERIFY(plan.after.verdict != Verdict::CannotShip);
    const auto chosen = std::count_if(plan.removals.begin(), plan.removals.end(), [](const Removal &r) { return r.chosen; });
    QCOMPARE(chosen, 5);
    QCOMPARE(panel.model()->index(0, StripModel::What).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(panel.dockerfile().contains(QLatin1String("FROM scratch")));
}

void TestStripPanel::choiceIsJudgedAgain()
{
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    Selection selection;
    StripPanel panel(&session, &selection);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    session.show(m_scanned.inventory);
    panel.show();
    QVERIFY(planned(panel));
    const qint64 before = panel.model()->plan().bytesAfter;
    const QModelIndex first = panel.model()->index(0, StripModel::What);
    QVERIFY(panel.model()->setData(first, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(planned(panel));
    QCOMPARE(panel.model()->plan().after.verdict, Verdict::CannotShip);
    QVERIFY(panel.model()->plan().bytesAfter > before);
    QVERIFY(!panel.model()->setData(first.siblingAtColumn(StripModel::Bytes), Qt::Checked, Qt::CheckStateRole));
}

void TestStripPanel::scenarioMakesAnotherPlan()
{
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    Selection selection;
    StripPanel panel(&session, &selection);
    session.show(m_scanned.inventory);
    panel.show();
    QVERIFY(planned(panel));
    session.setScenario(Scenario::Saas);
    QVERIFY(planned(panel));
    QCOMPARE(panel.model()->plan().scenario, Scenario::Saas);
    QCOMPARE(panel.model()->plan().bytesAfter, panel.model()->plan().bytesBefore);
}

void TestStripPanel::writesTheImage()
{
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    Selection selection;
    StripPanel panel(&session, &selection);
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(m_layout);
    QVERIFY(finished.wait(30'000));
    panel.show();
    QVERIFY(planned(panel));
    QSignalSpy written(&panel, &StripPanel::written);
    const QString folder = m_rig.path(QStringLiteral("changed"));
    panel.writeTo(folder);
    QVERIFY(written.wait(30'000));
    QCOMPARE(written.takeFirst().value(0).toString(), folder);
    const RemedyRig::Scanned again = m_rig.scanPath(folder);
    QVERIFY(again.inventory);
    QVERIFY(m_rig.conclude()(*again.inventory).verdict(Scenario::OnPremises).verdict != Verdict::CannotShip);
    // The place is taken now, and the panel says so instead of writing over it.
    panel.writeTo(folder);
    QVERIFY(written.wait(30'000));
    QCOMPARE(written.takeFirst().value(0).toString(), QString());
}

void TestStripPanel::emptyPanelOffersNothing()
{
    Session session(m_services);
    Selection selection;
    StripPanel panel(&session, &selection);
    panel.show();
    QVERIFY(!panel.isPlanning());
    QCOMPARE(panel.dockerfile(), QString());
    panel.writeTo(m_rig.path(QStringLiteral("nothing")));
    QVERIFY(!QFile::exists(m_rig.path(QStringLiteral("nothing"))));
}

QTEST_MAIN(TestStripPanel)
#include "tst_strippanel.moc"
