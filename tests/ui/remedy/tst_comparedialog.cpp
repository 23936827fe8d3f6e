// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/remedy/remedyimage.h"
#include "ui/remedy/comparedialog.h"
#include "ui/remedy/partmodel.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestCompareDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsComparesAndSwaps();
    void saysWhatCannotBeRead();

private:
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    Services m_services;
};

void TestCompareDialog::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy);
    m_services = {*knowledge, *policy};
    m_scanned = m_rig.scanImage(remedyImage());
    QVERIFY(m_scanned.inventory);
}

void TestCompareDialog::readsComparesAndSwaps()
{
    TextImage other;
    other.layer(QStringLiteral("COPY . / # buildkit"), QStringLiteral("f app/run 755 = hello"));
    const QString path = m_rig.path(QStringLiteral("other"));
    QVERIFY(other.writeOciLayout(path));
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    session.show(m_scanned.inventory);
    CompareDialog dialog(&session);
    QSignalSpy spy(&dialog, &CompareDialog::compared);
    dialog.compareWith(path);
    QVERIFY(!spy.isEmpty() || spy.wait(20'000));
    QCOMPARE(spy.first().first().toBool(), true);
    const auto scanned = m_rig.scanPath(path);
    const Comparison expected = compareImages({m_scanned.inventory, m_rig.conclude()(*m_scanned.inventory), {}},
                                              {scanned.inventory, m_rig.conclude()(*scanned.inventory), {}});
    const QList<ComparisonPart> parts = ComparisonText::parts(expected, 1000);
    QCOMPARE(dialog.tables().size(), size_t(parts.size()));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        PartModel *model = dialog.tables()[static_cast<size_t>(i)];
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->part().rows, parts[i].rows);
        QCOMPARE(model->rowCount(), parts[i].rows.size());
    }
    QCOMPARE(dialog.summary(),
             QStringLiteral(
                 "Packages of the running images, by name: 0 new, 8 gone, 0 changed, 0 the same. On the customer's premises: "
                 "Cannot ship as it is → Can ship once duties are done."));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("&Swap A and B"))
            button->click();
    }
    QVERIFY2(dialog.summary().contains(QLatin1String("8 new, 0 gone")), qPrintable(dialog.summary()));
}

void TestCompareDialog::saysWhatCannotBeRead()
{
    Session session(m_services);
    session.show(m_scanned.inventory);
    CompareDialog dialog(&session);
    QSignalSpy spy(&dialog, &CompareDialog::compared);
    dialog.compareWith(m_rig.path(QStringLiteral("nothing-here")));
    QVERIFY(!spy.isEmpty() || spy.wait(20'000));
    QCOMPARE(spy.first().first().toBool(), false);
    QVERIFY(dialog.tables().empty());
}

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
