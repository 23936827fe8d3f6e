// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/remedy/remedyimage.h"
#include "ui/findings/decisionfiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr int patience = 60'000;  ///< ms; a limit for a hung job, not a time that is measured

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

/// Decisions and answers on their way out of one review and into another.
class TestDecisionFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void decisionsGoFromReviewToReview();
    void withoutTheImageContentIsNotAssumed();
    void aFaultChangesNothing();
    void answersGoBothWays();

private:
    void open(Session &session) const;
    static QString heldUp(const Session &session);
    RemedyRig m_rig;
    Services m_services;
    QTemporaryDir m_folder;
    QString m_image;
};

void TestDecisionFiles::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy && m_folder.isValid());
    m_services = {*knowledge, *policy};
    TextImage image;
    image.layer(QStringLiteral("COPY . / # buildkit"), QStringLiteral("f opt/tools/cuobjdump 755 = \\x7fELFdumper"));
    m_image = m_folder.filePath(QStringLiteral("image"));
    QVERIFY(image.writeOciLayout(m_image));
}

void TestDecisionFiles::open(Session &session) const
{
    QSignalSpy finished(&session, &Session::scanFinished);
    session.setScenario(Scenario::OnPremises);
    session.open(m_image);
    QVERIFY(finished.wait(patience));
    QVERIFY(session.review().concluded.verdict(Scenario::OnPremises).verdict == Verdict::CannotShip);
}

QString TestDecisionFiles::heldUp(const Session &session)
{
    for (const Finding &finding : session.review().assessed.findings) {
        if (finding.effect(Scenario::OnPremises).permission == Permission::NotPermitted)
            return finding.key;
    }
    return {};
}

void TestDecisionFiles::decisionsGoFromReviewToReview()
{
    const QString path = m_folder.filePath(QStringLiteral("decisions.yaml"));
    {
        Session session(m_services);
        open(session);
        session.decide({heldUp(session)}, DecisionAction::Accept, QStringLiteral("ticket 4711"));
        DecisionFiles files(&session);
        QSignalSpy written(&files, &DecisionFiles::written);
        files.writeDecisions(path);
        QVERIFY(written.wait(patience));
        QCOMPARE(written.first().at(1).toInt(), 0);
        QVERIFY(contentOf(path).contains("ticket 4711"));
    }
    Session session(m_services);
    open(session);
    DecisionFiles files(&session);
    QSignalSpy read(&files, &DecisionFiles::decisionsRead);
    files.readDecisions(path);
    QVERIFY(read.wait(patience));
    QCOMPARE(read.first().at(2).toInt(), 1);
    QCOMPARE(read.first().at(1).toStringList().size(), 1);
    QVERIFY(session.review().concluded.verdict(Scenario::OnPremises).verdict != Verdict::CannotShip);
    QVERIFY(session.isModified());
    const Decision *decision = session.review().decisionOn(heldUp(session));
    QVERIFY(decision);
    QCOMPARE(decision->reason, QStringLiteral("ticket 4711"));
    QCOMPARE(session.review().log.back().action, QStringLiteral("decided"));
}

void TestDecisionFiles::withoutTheImageContentIsNotAssumed()
{
    Session session(m_services);
    const auto scanned = m_rig.scanPath(m_image);
    session.setScenario(Scenario::OnPremises);
    session.show(scanned.inventory);
    DecisionFiles files(&session);
    QSignalSpy read(&files, &DecisionFiles::decisionsRead);
    files.readDecisions(m_folder.filePath(QStringLiteral("decisions.yaml")));
    QVERIFY(read.wait(patience));
    QCOMPARE(read.first().at(2).toInt(), 0);
    QVERIFY(session.review().decisions.empty());
    QVERIFY(session.review().concluded.verdict(Scenario::OnPremises).verdict == Verdict::CannotShip);
}

void TestDecisionFiles::aFaultChangesNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("broken.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(m_folder.filePath(QStringLiteral("decisions.yaml"))).replace("rule:", "rool:"));
    file.close();
    Session session(m_services);
    open(session);
    DecisionFiles files(&session);
    QSignalSpy failed(&files, &DecisionFiles::failed);
    files.readDecisions(path);
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.first().first().value<Error>().subject, path);
    QVERIFY(failed.first().first().value<Error>().line > 0);
    QVERIFY(session.review().decisions.empty());
}

void TestDecisionFiles::answersGoBothWays()
{
    const QString path = m_folder.filePath(QStringLiteral("answers.txt"));
    {
        Session session(m_services);
        open(session);
        session.setAnswers({{QStringLiteral("closed-program"), QStringLiteral("no")}});
        session.setOwnFolders({QStringLiteral("/opt")});
        DecisionFiles files(&session);
        QSignalSpy written(&files, &DecisionFiles::written);
        files.writeAnswers(path);
        QCOMPARE(written.size(), 1);
    }
    Session session(m_services);
    open(session);
    session.setAnswers({{QStringLiteral("source-way"), QStringLiteral("ready")}});
    DecisionFiles files(&session);
    QSignalSpy read(&files, &DecisionFiles::answersRead);
    files.readAnswers(path);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first().at(1).toInt(), 2);
    QCOMPARE(session.ownFolders(), QStringList {QStringLiteral("/opt")});
    QCOMPARE(session.review().answers.value(QStringLiteral("closed-program")), QStringLiteral("no"));
    QCOMPARE(session.review().answers.value(QStringLiteral("source-way")), QStringLiteral("ready"));
    QFile bad(path);
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("closed-program: perhaps\n");
    bad.close();
    QSignalSpy failed(&files, &DecisionFiles::failed);
    files.readAnswers(path);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(session.review().answers.value(QStringLiteral("closed-program")), QStringLiteral("no"));
}

QTEST_MAIN(TestDecisionFiles)
#include "tst_decisionfiles.moc"
