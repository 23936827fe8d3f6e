// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/rpmdatabase.h"
#include "core/component/rpmheader.h"
#include "tests/core/component/finderbench.h"
#include "tests/core/component/rpmfixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Packages of every length: inline, one page, many pages, and enough of them for inner pages of a tree.
QList<QByteArray> manyBlobs()
{
    QList<QByteArray> blobs;
    for (int i = 0; i < 120; ++i)
        blobs.append(rpmHeader("p" + QByteArray::number(i), "1", "2", {}, i * i * 7));
    return blobs;
}

}  // namespace

class TestRpm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyBackend_data();
    void everyBackend();
    void everyTruncation_data();
    void everyTruncation();
    void packages();
    void timeline();
    void walIsTold();
    void headers_data();
    void headers();
    void cycles();

private:
    QByteArray database(const QString &backend, const QList<QByteArray> &blobs) const;
    QTemporaryDir m_folder;
};

QByteArray TestRpm::database(const QString &backend, const QList<QByteArray> &blobs) const
{
    if (backend == QLatin1String("sqlite"))
        return rpmSqlite(blobs, m_folder.path());
    if (backend == QLatin1String("ndb"))
        return rpmNdb(blobs);
    return rpmBerkeley(blobs, backend.contains(QLatin1String("big")));
}

void TestRpm::everyBackend_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("sqlite") << 120;
    QTest::newRow("ndb") << 120;
    QTest::newRow("berkeley little") << 60;  // as many as one hash page holds
    QTest::newRow("berkeley big") << 60;
}

void TestRpm::everyBackend()
{
    QFETCH(int, count);
    const QList<QByteArray> blobs = manyBlobs().mid(0, count);
    const QByteArray bytes = database(QString::fromLatin1(QTest::currentDataTag()), blobs);
    QList<QByteArray> read;
    const RpmReading result
        = readRpmDatabase({bytes.constData(), static_cast<size_t>(bytes.size())}, [&read](std::span<const char> blob) {
              read.append(QByteArray(blob.data(), static_cast<qsizetype>(blob.size())));
          });
    QCOMPARE(static_cast<int>(result), static_cast<int>(RpmReading::Complete));
    QCOMPARE(read, blobs);
}

void TestRpm::everyTruncation_data()
{
    everyBackend_data();
}

/// A database that was cut is told, and what lies before the cut is still read.
void TestRpm::everyTruncation()
{
    QFETCH(int, count);
    const QByteArray bytes = database(QString::fromLatin1(QTest::currentDataTag()), manyBlobs().mid(0, count));
    qsizetype most = 0;
    for (qsizetype size = 4096; size < bytes.size(); size += 1013) {
        qsizetype read = 0;
        const RpmReading result
            = readRpmDatabase({bytes.constData(), static_cast<size_t>(size)}, [&read](std::span<const char>) { ++read; });
        QVERIFY2(result == RpmReading::Damaged, qPrintable(QString::number(size)));
        most = std::max(most, read);
    }
    QVERIFY(most > count / 2);
    QVERIFY(most < count);
    for (const qsizetype size : {0, 1, 15, 16, 40, 99}) {
        const RpmReading result = readRpmDatabase({bytes.constData(), static_cast<size_t>(size)}, [](std::span<const char>) {});
        QVERIFY(result != RpmReading::Complete);
    }
}

void TestRpm::packages()
{
    TextImage image;
    image.content(
        QStringLiteral("DB"),
        database(QStringLiteral("sqlite"),
                 {rpmHeader("bash", "5.2", "3.fc40", {QStringLiteral("/usr/bin/bash"), QStringLiteral("/etc/../../etc/shadow")}),
                  rpmHeader("ModemManager", "1", "1")}));
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f usr/lib/sysimage/rpm/rpmdb.sqlite 644 = <DB
        f usr/bin/bash 755 = @9
        f etc/shadow 600 = x
        f usr/share/licenses/bash/COPYING 644 = text
        f etc/os-release 644 = ID=fedora\nVERSION_ID=40\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:rpm/fedora/ModemManager@1-1?arch=x86_64&distro=fedora-40&epoch=2 0"),
                           QStringLiteral("pkg:rpm/fedora/bash@5.2-3.fc40?arch=x86_64&distro=fedora-40&epoch=2 0")}));
    const Component &bash = componentNamed(*inventory, QStringLiteral("bash"));
    QCOMPARE(bash.version, QStringLiteral("5.2-3.fc40"));
    QCOMPARE(bash.supplier, QStringLiteral("Vendor Ltd"));
    QCOMPARE(bash.homePage, QStringLiteral("https://example.org/bash"));
    QCOMPARE(bash.sourceName, QStringLiteral("bash-src"));
    QCOMPARE(bash.sourceVersion, QStringLiteral("5.2-3.fc40"));
    QCOMPARE(declaredLines(bash), QStringList {QStringLiteral("License=GPLv3+ and MIT")});
    QCOMPARE(bash.licencePaths, std::vector<std::string> {"usr/share/licenses/bash/COPYING"});
    QVERIFY(ownerOf(*inventory, "usr/bin/bash").startsWith(QLatin1String("pkg:rpm/fedora/bash")));
    QCOMPARE(ownerOf(*inventory, "etc/shadow"), QStringLiteral("-"));
    QVERIFY(inventory->notes.empty());
}

void TestRpm::timeline()
{
    TextImage image;
    image.content(QStringLiteral("A"), rpmNdb({rpmHeader("a", "1", "1"), rpmHeader("b", "1", "1")}));
    image.content(QStringLiteral("B"), rpmNdb({rpmHeader("a", "2", "1"), rpmHeader("b", "1", "1")}));
    image.content(QStringLiteral("C"), rpmNdb({rpmHeader("a", "2", "1")}).left(4200));
    for (const char *layer : {"A", "B", "C"})
        image.layer(QStringLiteral("RUN"), QStringLiteral("f var/lib/rpm/Packages.db 644 = <%1").arg(QLatin1String(layer)));
    const auto inventory = scanned(image);
    QStringList lines;
    for (const Component &component : inventory->components)
        lines.append(
            QStringLiteral("%1 %2 %3-%4").arg(component.name, component.version).arg(component.layer).arg(component.hiddenBy));
    lines.sort();
    // The damaged database of the last layer removes nothing.
    QCOMPARE(lines, (QStringList {QStringLiteral("a 1-1 0-1"), QStringLiteral("a 2-1 1--1"), QStringLiteral("b 1-1 0--1")}));
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("package-data-damaged 2 var/lib/rpm/Packages.db")});
}

void TestRpm::walIsTold()
{
    TextImage image;
    image.content(QStringLiteral("DB"), database(QStringLiteral("sqlite"), {rpmHeader("a", "1", "1")}));
    image.layer(QStringLiteral("ADD"),
                QStringLiteral("f var/lib/rpm/rpmdb.sqlite 644 = <DB\nf var/lib/rpm/rpmdb.sqlite-wal 644 = @4096\n"
                               "f var/lib/rpm/rpmdb.sqlite-shm 644 = @100"));
    const auto inventory = scanned(image);
    QCOMPARE(inventory->components.size(), size_t(1));
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("package-data-damaged 0 var/lib/rpm/rpmdb.sqlite-wal")});
}

void TestRpm::headers_data()
{
    QTest::addColumn<QByteArray>("blob");
    QTest::addColumn<bool>("valid");
    const QByteArray good = rpmHeader("a", "1", "2", {QStringLiteral("/x/y")});
    const auto patched = [&good](qsizetype at, quint32 number) {
        QByteArray blob = good;
        qToBigEndian(number, blob.data() + at);
        return blob;
    };
    QTest::newRow("good") << good << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("cut") << good.left(good.size() - 1) << false;
    QTest::newRow("absurd count of tags") << patched(0, 0xffffffff) << false;
    QTest::newRow("absurd length") << patched(4, 0xffffffff) << false;
    QTest::newRow("no tags") << patched(0, 0) << false;
    QTest::newRow("name lies outside") << patched(8 + 8, 0xfffffff0) << false;
    QTest::newRow("name is a number") << patched(8 + 4, 4) << false;
    QTest::newRow("absurd count of files") << patched(8 + 10 * 16 + 12, 0xffffffff) << true;
}

void TestRpm::headers()
{
    QFETCH(QByteArray, blob);
    QTEST(readRpmHeader({blob.constData(), static_cast<size_t>(blob.size())}).has_value(), "valid");
}

/// Pages that point at each other are read once.
void TestRpm::cycles()
{
    QByteArray bdb = rpmBerkeley({rpmHeader("a", "1", "1", {}, 20'000)}, false);
    qToLittleEndian(quint32(2), bdb.data() + 3 * 4096 + 16);  // the second overflow page points back to the first
    int blobs = 0;
    const auto count = [&blobs](std::span<const char>) { ++blobs; };
    QCOMPARE(static_cast<int>(readRpmDatabase({bdb.constData(), static_cast<size_t>(bdb.size())}, count)),
             static_cast<int>(RpmReading::Damaged));
    QCOMPARE(blobs, 0);
    QByteArray sqlite = database(QStringLiteral("sqlite"), manyBlobs());
    // Every inner page's right-most pointer leads to page 1.
    const auto page = static_cast<qsizetype>(qFromBigEndian<quint16>(sqlite.constData() + 16));
    for (qsizetype at = page; at < sqlite.size(); at += page) {
        if (sqlite[at] == 5)
            qToBigEndian(quint32(1), sqlite.data() + at + 8);
    }
    QCOMPARE(static_cast<int>(readRpmDatabase({sqlite.constData(), static_cast<size_t>(sqlite.size())}, count)),
             static_cast<int>(RpmReading::Damaged));
    QVERIFY(blobs < 120);
}

QTEST_GUILESS_MAIN(TestRpm)
#include "tst_rpm.moc"
