// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "tests/support/textimage.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace waybill;

namespace {

constexpr int limitMs = 30000;

test::TextImage smallImage()
{
    test::TextImage image;
    image.layer(QStringLiteral("COPY app"),
                QStringLiteral("d opt/app 755\nf opt/app/tool 755 = #!/bin/sh\n"
                               "f opt/app/LICENSE 644 = SPDX-License-Identifier: AGPL-3.0-only\n"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w opt/app/tool\n"));
    return image;
}

}  // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void headerFactsComeBeforeInventory();
    void brokenFileKeepsWhatWasOpen();
    void newerOpenWins();
    void cancelKeepsWhatWasRead();
    void decisionsAreSavedAndLoaded();
    void scenarioReassessesNothingElse();
    void readsOneFile();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    Services m_services;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSession::initTestCase()
{
    qRegisterMetaType<waybill::Error>();
    const auto knowledge = ScanKnowledge::load();
    QVERIFY2(knowledge, knowledge ? "" : qPrintable(knowledge.error().cause));
    const auto policy = Policy::load();
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().cause));
    m_services = {*knowledge, *policy};
}

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestSession::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    return test::TextImage().writeFile(path, bytes) ? path : QString();
}

void TestSession::headerFactsComeBeforeInventory()
{
    Session session(m_services);
    QStringList order;
    connect(&session, &Session::opening, &session, [&] { order << QStringLiteral("opening"); });
    connect(&session, &Session::imageOpened, &session, [&] {
        order << QStringLiteral("opened");
        QCOMPARE(session.image()->layers.size(), size_t(2));
        QVERIFY(!session.inventory());
    });
    connect(&session, &Session::inventoryChanged, &session, [&] {
        if (order.last() != QLatin1String("inventory"))
            order << QStringLiteral("inventory");
    });
    connect(&session, &Session::scanFinished, &session,
            [&](bool complete) { order << (complete ? QStringLiteral("complete") : QStringLiteral("incomplete")); });
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(write(QStringLiteral("a.tar"), smallImage().dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    const QStringList expected {QStringLiteral("opening"), QStringLiteral("opened"), QStringLiteral("inventory"),
                                QStringLiteral("complete")};
    QCOMPARE(order, expected);
    QVERIFY(!session.review().concluded.findings.empty());
    QCOMPARE(session.review().log.size(), size_t(1));
    QVERIFY(!session.isModified());
}

void TestSession::brokenFileKeepsWhatWasOpen()
{
    Session session(m_services);
    QSignalSpy finished(&session, &Session::scanFinished);
    QSignalSpy failed(&session, &Session::failed);
    session.open(write(QStringLiteral("good.tar"), smallImage().dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    const auto before = session.inventory();
    session.open(write(QStringLiteral("notes.txt"), QByteArray("just some notes\n").repeated(200)));
    QVERIFY(failed.wait(limitMs));
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotAnImage);
    QCOMPARE(session.inventory(), before);
    QVERIFY(session.filePath().endsWith(QLatin1String("good.tar")));
    session.open(m_folder->filePath(QStringLiteral("nowhere.tar")));
    QVERIFY(failed.wait(limitMs));
    QCOMPARE(failed.last().first().value<Error>().kind, ErrorKind::NotFound);
}

void TestSession::newerOpenWins()
{
    Session session(m_services);
    QSignalSpy opened(&session, &Session::imageOpened);
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(write(QStringLiteral("first.tar"), smallImage().dockerArchive()));
    session.open(write(QStringLiteral("second.tar"), smallImage().dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(finished.count(), 1);
    QVERIFY(session.filePath().endsWith(QLatin1String("second.tar")));
}

void TestSession::cancelKeepsWhatWasRead()
{
    Session session(m_services);
    QSignalSpy finished(&session, &Session::scanFinished);
    // Cancelled from within the first signal of the scan, so that no timing decides the outcome.
    connect(&session, &Session::busyChanged, &session, [&](bool busy) {
        if (busy && session.image())
            session.cancelScan();
    });
    connect(&session, &Session::imageOpened, &session, [&] { QTimer::singleShot(0, &session, [&] { session.cancelScan(); }); });
    test::TextImage image;
    for (int layer = 0; layer < 6; ++layer)
        image.layer(QStringLiteral("COPY big"), QStringLiteral("f opt/big%1 644 = @40000000\n").arg(layer));
    session.open(write(QStringLiteral("big.tar"), image.dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    QCOMPARE(finished.first().first().toBool(), false);
    QVERIFY(!session.isScanning());
    QVERIFY(session.image());
}

void TestSession::decisionsAreSavedAndLoaded()
{
    const QString path = m_folder->filePath(QStringLiteral("r.waybill"));
    QString key;
    {
        Session session(m_services);
        QSignalSpy finished(&session, &Session::scanFinished);
        session.open(write(QStringLiteral("a.tar"), smallImage().dockerArchive()));
        QVERIFY(finished.wait(limitMs));
        key = session.review().concluded.findings.front().key;
        session.decide({key}, DecisionAction::NeedInformation, QStringLiteral("ask the vendor"));
        QVERIFY(session.isModified());
        QSignalSpy saved(&session, &Session::saved);
        session.save(path);
        QVERIFY(saved.wait(limitMs));
        QVERIFY(!session.isModified());
    }
    Session session(m_services);
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(path);
    QVERIFY(finished.wait(limitMs));
    QCOMPARE(session.reviewPath(), path);
    const Decision *decision = session.review().decisionOn(key);
    QVERIFY(decision);
    QCOMPARE(decision->reason, QStringLiteral("ask the vendor"));
    QVERIFY(logIsIntact(session.review().log));
    QVERIFY(session.source());  // the image still lies where it was
    session.withdraw({key});
    QVERIFY(!session.review().decisionOn(key));
    QCOMPARE(session.review().log.back().action, QStringLiteral("withdrawn"));
}

void TestSession::scenarioReassessesNothingElse()
{
    Session session(m_services);
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(write(QStringLiteral("a.tar"), smallImage().dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    QSignalSpy facts(&session, &Session::inventoryChanged);
    QSignalSpy opinions(&session, &Session::assessmentChanged);
    session.setScenario(Scenario::Embedded);
    session.setScenario(Scenario::Embedded);
    QCOMPARE(opinions.count(), 1);
    QCOMPARE(facts.count(), 0);
    QVERIFY(!session.isModified());
}

void TestSession::readsOneFile()
{
    Session session(m_services);
    QSignalSpy finished(&session, &Session::scanFinished);
    session.open(write(QStringLiteral("a.tar"), smallImage().dockerArchive()));
    QVERIFY(finished.wait(limitMs));
    Result<QByteArray> got = fail(ErrorKind::Usage, {});
    bool answered = false;
    session.readFile(this, 0, "opt/app/LICENSE", 0, 1000, [&](Result<QByteArray> result) {
        got = std::move(result);
        answered = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(answered, limitMs);
    QVERIFY(got.has_value());
    QCOMPARE(got->trimmed(), QByteArray("SPDX-License-Identifier: AGPL-3.0-only"));
    answered = false;
    session.readFile(this, 0, "opt/nothing", 0, 1000, [&](Result<QByteArray> result) {
        got = std::move(result);
        answered = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(answered, limitMs);
    QCOMPARE(got.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
// REUSE-IgnoreEnd
