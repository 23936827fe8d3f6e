// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagereference.h"

#include <QTest>

using namespace waybill;

namespace {
const char *const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
}

class TestImageReference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void looksRemote_data();
    void looksRemote();
    void knowsHosts();
};

void TestImageReference::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("whole");
    const QString d = QString::fromLatin1(digest);
    const auto row = [](const char *name, const QString &text, const QString &whole) { QTest::newRow(name) << text << whole; };
    row("bare", QStringLiteral("debian"), QStringLiteral("docker.io/library/debian:latest"));
    row("tag", QStringLiteral("debian:12-slim"), QStringLiteral("docker.io/library/debian:12-slim"));
    row("user", QStringLiteral("pytorch/pytorch"), QStringLiteral("docker.io/pytorch/pytorch:latest"));
    row("index host", QStringLiteral("index.docker.io/pytorch/pytorch"), QStringLiteral("docker.io/pytorch/pytorch:latest"));
    row("registry", QStringLiteral("nvcr.io/nvidia/pytorch:25.03-py3"), QStringLiteral("nvcr.io/nvidia/pytorch:25.03-py3"));
    row("port", QStringLiteral("localhost:5000/app"), QStringLiteral("localhost:5000/app:latest"));
    row("port and tag", QStringLiteral("localhost:5000/a/b:1"), QStringLiteral("localhost:5000/a/b:1"));
    row("localhost", QStringLiteral("localhost/app"), QStringLiteral("localhost/app:latest"));
    row("IPv6", QStringLiteral("[::1]:5000/app"), QStringLiteral("[::1]:5000/app:latest"));
    row("digest", QStringLiteral("localhost:5000/app@") + d, QStringLiteral("localhost:5000/app@") + d);
    row("tag and digest", QStringLiteral("r.example/app:1@") + d, QStringLiteral("r.example/app:1@") + d);
    row("scheme", QStringLiteral("docker://r.example/app"), QStringLiteral("r.example/app:latest"));
    row("separators", QStringLiteral("r.example/a__b/c-d/e.f/g---h"), QStringLiteral("r.example/a__b/c-d/e.f/g---h:latest"));
    row("upper-case first part is a host", QStringLiteral("MyHost/app"), QStringLiteral("MyHost/app:latest"));
}

void TestImageReference::parses()
{
    QFETCH(const QString, text);
    const auto reference = ImageReference::parse(text);
    QVERIFY2(reference, reference ? "" : qPrintable(reference.error().cause));
    QTEST(reference->toString(), "whole");
    const auto again = ImageReference::parse(reference->toString());
    QVERIFY(again);
    QCOMPARE(again->toString(), reference->toString());
}

void TestImageReference::refuses_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", QString());
    row("upper case", QStringLiteral("r.example/App"));
    row("space", QStringLiteral("r.example/a b"));
    row("web address", QStringLiteral("https://r.example/app"));
    row("password", QStringLiteral("user:secret@r.example/app"));
    row("host trick", QStringLiteral("r.example:443@evil.example/app"));
    row("short digest", QStringLiteral("app@sha256:abcd"));
    row("upper-case digest", QStringLiteral("app@") + QString::fromLatin1(digest).toUpper());
    row("digest as a path", QStringLiteral("app@sha256:../../etc/passwd"));
    row("tag", QStringLiteral("r.example/app:.dot"));
    row("long tag", QStringLiteral("r.example/app:") + QString(129, QLatin1Char('a')));
    row("long name", QStringLiteral("r.example/") + QString(250, QLatin1Char('a')));
    row("dots", QStringLiteral("r.example/../app"));
    row("double slash", QStringLiteral("r.example//app"));
    row("line break", QStringLiteral("r.example/app\n"));
    row("no repository", QStringLiteral("r.example/"));
    row("other letters", QString::fromUtf8("r.example/\xd0\xb0pp"));
    row("port", QStringLiteral("r.example:http/app"));
}

void TestImageReference::refuses()
{
    QFETCH(const QString, text);
    const auto reference = ImageReference::parse(text);
    QVERIFY(!reference);
    QCOMPARE(reference.error().kind, ErrorKind::Usage);
    QVERIFY(!reference.error().cause.isEmpty());
    QVERIFY(!ImageReference::looksRemote(text));
}

void TestImageReference::looksRemote_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("remote");
    const auto row = [](const char *text, bool remote) { QTest::newRow(text) << QString::fromLatin1(text) << remote; };
    row("nvcr.io/nvidia/pytorch:25.03-py3", true);
    row("localhost:5000/app", true);
    row("docker://debian", true);
    row("debian:12", true);
    row("pytorch/pytorch", false);  // as likely a folder
    row("debian", false);
    row("image.tar", false);
    row("./image:1", false);
    row("../debian:12", false);
    row("/srv/debian:12", false);
    row("~/debian:12", false);
    row("oci/blobs", false);
}

void TestImageReference::looksRemote()
{
    QFETCH(const QString, text);
    QTEST(ImageReference::looksRemote(text), "remote");
}

void TestImageReference::knowsHosts()
{
    const auto docker = ImageReference::parse(QStringLiteral("debian"));
    QCOMPARE(docker->apiHost(), QStringLiteral("registry-1.docker.io"));
    QVERIFY(!docker->isLoopback());
    for (const char *text : {"localhost:5000/a", "127.0.0.1/a", "127.8.0.1:1/a", "[::1]:5000/a"})
        QVERIFY2(ImageReference::parse(QString::fromLatin1(text))->isLoopback(), text);
    for (const char *text : {"localhost.example/a", "10.0.0.1/a", "r.example/a"})
        QVERIFY2(!ImageReference::parse(QString::fromLatin1(text))->isLoopback(), text);
    QCOMPARE(ImageReference::parse(QStringLiteral("a:1"))->manifestName(), QStringLiteral("1"));
    const QString pinned = QStringLiteral("a:1@") + QString::fromLatin1(digest);
    QCOMPARE(ImageReference::parse(pinned)->manifestName(), QString::fromLatin1(digest));
    QVERIFY(ImageReference::parse(pinned)->isPinned());
}

QTEST_GUILESS_MAIN(TestImageReference)
#include "tst_imagereference.moc"
