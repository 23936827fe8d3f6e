// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the image below holds tags of its own)
#include "tests/core/remedy/remedyimage.h"
#include "ui/findings/dutiesdialog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestDuties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ticksAreAnswers();
    void choicesAreJudged();
    void ownFoldersAreJudgedAsOwn();

private:
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    Services m_services;
};

void TestDuties::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy);
    m_services = {*knowledge, *policy};
    TextImage image;
    image.layer(QStringLiteral("RUN install"), QStringLiteral(R"(
        f usr/bin/gnu.py 755 = # SPDX-License-Identifier: GPL-3.0-or-later
        f usr/share/either.py 644 = # SPDX-License-Identifier: GPL-2.0-only OR MIT
        f srv/mystery.bin 644 = nothing is known
    )"));
    m_scanned = m_rig.scanImage(image);
    QVERIFY(m_scanned.inventory);
}

void TestDuties::ticksAreAnswers()
{
    Session session(m_services);
    session.setScenario(Scenario::OnPremises);
    session.show(m_scanned.inventory);
    DutiesDialog dialog(&session);
    DutiesModel *model = dialog.duties();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int rows = model->rowCount();
    const QString id = model->duties().front().id;
    const auto before = session.review().concluded.verdict(Scenario::OnPremises).duties.size();
    QCOMPARE(qsizetype(rows), before);
    QVERIFY(!model->setData(model->index(0, DutiesModel::Note), QStringLiteral("too early")));
    QVERIFY(model->setData(model->index(0, DutiesModel::Done), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(session.review().answers.value(dutyKey(id)), QStringLiteral("done"));
    QCOMPARE(session.review().concluded.verdict(Scenario::OnPremises).duties.size(), before - 1);
    // It stays in the list, behind those that are open.
    QCOMPARE(model->rowCount(), rows);
    const QModelIndex last = model->index(rows - 1, DutiesModel::Done);
    QCOMPARE(last.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model->setData(model->index(rows - 1, DutiesModel::Note), QStringLiteral("see ticket 12")));
    QCOMPARE(session.review().answers.value(dutyKey(id)), QStringLiteral("done: see ticket 12"));
    QVERIFY(model->setData(model->index(rows - 1, DutiesModel::Done), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(session.review().answers.isEmpty());
    QCOMPARE(session.review().concluded.verdict(Scenario::OnPremises).duties.size(), before);
}

void TestDuties::choicesAreJudged()
{
    Session session(m_services);
    session.show(m_scanned.inventory);
    DutiesDialog dialog(&session);
    ChoicesModel *model = dialog.choices();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, ChoicesModel::Expression).data().toString(), QStringLiteral("GPL-2.0-only OR MIT"));
    QCOMPARE(model->arms(0), (QStringList {QStringLiteral("GPL-2.0-only"), QStringLiteral("MIT")}));
    QVERIFY(model->setData(model->index(0, ChoicesModel::Chosen), QStringLiteral("GPL-2.0-only")));
    const auto chosen = [&] {
        for (const Finding &finding : session.review().concluded.findings) {
            if (finding.expression.contains(QLatin1String("GPL-2.0-only")))
                return finding.licenceClass;
        }
        return LicenceClass::Unknown;
    };
    QCOMPARE(int(chosen()), int(LicenceClass::StrongCopyleft));
    QVERIFY(model->setData(model->index(0, ChoicesModel::Chosen), QString()));
    QVERIFY(session.review().answers.isEmpty());
}

void TestDuties::ownFoldersAreJudgedAsOwn()
{
    Session session(m_services);
    session.show(m_scanned.inventory);
    const auto unknown = session.review().concluded.unknownFiles;
    QCOMPARE(unknown, 1U);
    QSignalSpy spy(&session, &Session::inventoryChanged);
    session.setOwnFolders({QStringLiteral("/srv")});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(session.ownFolders(), QStringList {QStringLiteral("/srv")});
    QCOMPARE(session.review().concluded.unknownFiles, 0U);
    session.setOwnFolders({});
    QCOMPARE(session.review().concluded.unknownFiles, unknown);
    QVERIFY(session.review().answers.isEmpty());
}

QTEST_MAIN(TestDuties)
#include "tst_duties.moc"
