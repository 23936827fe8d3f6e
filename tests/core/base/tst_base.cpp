// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/glob.h"
#include "core/base/jobrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void glob_data();
    void glob();
    void braces();
    void globIsBounded();
    void jobDelivers();
    void newerJobDropsOlder();
    void cancelledJobIsNotDone();
};

void TestBase::glob_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("expected");
    QTest::newRow("literal") << QByteArray("etc/passwd") << QByteArray("etc/passwd") << true;
    QTest::newRow("star stays in its part") << QByteArray("etc/*") << QByteArray("etc/a/b") << false;
    QTest::newRow("star matches nothing") << QByteArray("lib*.so") << QByteArray("lib.so") << true;
    QTest::newRow("question is no slash") << QByteArray("a?b") << QByteArray("a/b") << false;
    QTest::newRow("double star spans") << QByteArray("var/**") << QByteArray("var/lib/dpkg/status") << true;
    QTest::newRow("double star slash matches nothing") << QByteArray("**/METADATA") << QByteArray("METADATA") << true;
    QTest::newRow("double star slash wants a whole part") << QByteArray("**/b") << QByteArray("a/ab") << false;
    QTest::newRow("in the middle") << QByteArray("**/*.dist-info/RECORD") << QByteArray("opt/x/y-1.dist-info/RECORD") << true;
    QTest::newRow("case") << QByteArray("LICENSE") << QByteArray("license") << false;
}

void TestBase::glob()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    QTEST(globMatches(pattern.toStdString(), path.toStdString()), "expected");
}

void TestBase::braces()
{
    const std::vector<std::string> all = expandBraces("a/{b,c}/{d,e}");
    QCOMPARE(all.size(), size_t(4));
    QVERIFY(std::find(all.begin(), all.end(), "a/b/e") != all.end());
    QCOMPARE(expandBraces("a{").front(), std::string("a{"));
}

void TestBase::globIsBounded()
{
    const std::string path(4000, 'a');
    std::string pattern;
    for (int i = 0; i < 40; ++i)
        pattern += "**/*a*";
    QVERIFY(!globMatches(pattern + "b", path));
}

void TestBase::jobDelivers()
{
    JobRunner runner;
    QSignalSpy running(&runner, &JobRunner::runningChanged);
    int answer = 0;
    runner.run<int>([](const CancelToken &, Progress &) -> Result<int> { return 42; },
                    [&answer](Outcome<int> outcome) { answer = std::get<int>(outcome); });
    QTRY_COMPARE(answer, 42);
    QTRY_COMPARE(running.count(), 2);
    QVERIFY(!runner.isRunning());
}

void TestBase::newerJobDropsOlder()
{
    JobRunner runner;
    QStringList seen;
    std::atomic<bool> olderStarted {false};
    runner.run<int>(
        [&olderStarted](const CancelToken &cancel, Progress &) -> Result<int> {
            olderStarted = true;
            while (!cancel.isCancelled())
                QThread::yieldCurrentThread();
            return 1;
        },
        [&seen](Outcome<int>) { seen.append(QStringLiteral("older")); });
    QTRY_VERIFY(olderStarted);
    runner.run<int>([](const CancelToken &, Progress &) -> Result<int> { return 2; },
                    [&seen](Outcome<int>) { seen.append(QStringLiteral("newer")); });
    QTRY_COMPARE(seen, QStringList {QStringLiteral("newer")});
}

void TestBase::cancelledJobIsNotDone()
{
    JobRunner runner;
    bool cancelled = false;
    runner.run<int>(
        [](const CancelToken &cancel, Progress &) -> Result<int> {
            while (!cancel.isCancelled())
                QThread::yieldCurrentThread();
            return 1;
        },
        [&cancelled](Outcome<int> outcome) { cancelled = std::holds_alternative<JobCancelled>(outcome); });
    runner.cancel();
    QTRY_VERIFY(cancelled);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
