// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/dpkgstatus.h"
#include "tests/core/component/finderbench.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestDpkg : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void brokenStatus_data();
    void brokenStatus();
    void endlessStatusIsBounded();
    void ownership();
    void lists_data();
    void lists();
    void distroless();
    void ghosts();
    void systemNames_data();
    void systemNames();
};

void TestDpkg::states_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("present");
    QTest::newRow("installed") << QByteArray("install ok installed") << true;
    QTest::newRow("on hold") << QByteArray("hold ok installed") << true;
    QTest::newRow("to be removed, still there") << QByteArray("deinstall ok installed") << true;
    QTest::newRow("unpacked only") << QByteArray("install ok unpacked") << true;
    QTest::newRow("half done") << QByteArray("install reinstreq half-installed") << true;
    QTest::newRow("waits for a trigger") << QByteArray("install ok triggers-awaited") << true;
    QTest::newRow("removed, configuration left") << QByteArray("deinstall ok config-files") << false;
    QTest::newRow("never there") << QByteArray("unknown ok not-installed") << false;
}

void TestDpkg::states()
{
    QFETCH(QByteArray, status);
    int broken = 0;
    const auto records = readDpkgStatus("Package: a\nStatus: " + status + "\nVersion: 1:2.0-3\nArchitecture: all\n\n", broken);
    QTEST(records.size() == 1, "present");
    QCOMPARE(broken, 0);
}

void TestDpkg::brokenStatus_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("components");
    QTest::addColumn<QStringList>("notes");
    const QByteArray good = "Package: a\nStatus: install ok installed\nVersion: 1\n\n";
    const QStringList onlyA {QStringLiteral("pkg:deb/debian/a@1 0")};
    const QStringList damaged {QStringLiteral("package-data-damaged 0 var/lib/dpkg/status: 1")};
    QTest::newRow("good") << good << onlyA << QStringList();
    QTest::newRow("no version is not invented") << good + "Package: b\nStatus: install ok installed\n\n" << onlyA << damaged;
    QTest::newRow("no name") << good + "Status: install ok installed\nVersion: 1\n" << onlyA << damaged;
    QTest::newRow("binary rubbish") << good + QByteArray("\x7f\x45\x00\x01garbage\n", 14) << onlyA << damaged;
    QTest::newRow("cut in the middle of a field") << good + "Package: b\nStatus: install ok inst" << onlyA << damaged;
    QTest::newRow("same package twice") << good + good << onlyA << QStringList();
    QTest::newRow("first of two versions counts")
        << QByteArray("Package: a\nVersion: 1\nStatus: install ok installed\nVersion: 9\n\n") << onlyA << QStringList();
    QTest::newRow("DOS line ends") << QByteArray(good).replace("\n", "\r\n") << onlyA << QStringList();
    QTest::newRow("long continuation lines")
        << "Package: a\nDescription: x\n " + QByteArray(200'000, 'y') + "\nVersion: 1\nStatus: install ok installed\n"
        << onlyA << QStringList();
}

void TestDpkg::brokenStatus()
{
    QFETCH(QByteArray, content);
    TextImage image;
    image.content(QStringLiteral("S"), content);
    image.layer(QStringLiteral("ADD"), QStringLiteral("f var/lib/dpkg/status 644 = <S"));
    const auto inventory = scanned(image);
    QTEST(componentLines(*inventory), "components");
    QTEST(noteLines(*inventory), "notes");
    QVERIFY(inventory->readings.front().complete);
}

/// The probe keeps a few fields per paragraph and stops at its ceiling, whatever comes.
void TestDpkg::endlessStatusIsBounded()
{
    constexpr qint64 ceiling = 100'000;
    const auto feedAll = [](ContentProbe &probe, const QByteArray &piece, int times) {
        int fed = 0;
        while (fed < times && probe.feed({piece.constData(), static_cast<size_t>(piece.size())}))
            ++fed;
        return fed;
    };
    // One paragraph that never ends.
    const auto endless = makeDpkgStatusProbe(ceiling);
    QCOMPARE(feedAll(*endless, "Package: a\nVersion: 1\nStatus: install ok installed\n " + QByteArray(1 << 20, 'y') + '\n', 100),
             100);
    auto records = endless->finish(true);
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(!records[0].cut);
    int broken = 0;
    QCOMPARE(readDpkgStatus(records[0].content, broken).size(), size_t(1));
    // Packages without end.
    const auto many = makeDpkgStatusProbe(ceiling);
    const int fed = feedAll(*many, "Package: a\nVersion: 1\nStatus: install ok installed\n\n", 1'000'000);
    QVERIFY(fed < 3000);
    records = many->finish(true);
    QVERIFY(records[0].cut);
    QVERIFY(records[0].content.size() < ceiling + 200);
}

void TestDpkg::ownership()
{
    TextImage image;
    image.content(QStringLiteral("S"),
                  "Package: bash\nStatus: install ok installed\nVersion: 5\nArchitecture: amd64\nSource: bash-src (4)\nSection: "
                  "non-free/shells\nHomepage: https://x\nMaintainer: M <m@x>\n\n"
                  "Package: dash\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\n\n"
                  "Package: thin\nStatus: install ok installed\nVersion: 3\nArchitecture: all\n\n"
                  "Package: libc6\nStatus: install ok installed\nVersion: 2\nArchitecture: i386\n\n");
    image.content(QStringLiteral("SUMS"),
                  QByteArray(32, 'a') + "  usr/share/thin/data\n" + QByteArray(32, 'b') + "  ../../etc/passwd\n");
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        l bin -> usr/bin
        f usr/bin/bash 755 = @10
        f usr/bin/sh.distrib 755 = @10
        f usr/bin/sh 755 = @10
        f usr/share/thin/data 644 = @10
        f lib/i386/libc.so 644 = @10
        f etc/passwd 644 = root
        f var/lib/dpkg/status 644 = <S
        f var/lib/dpkg/info/bash.list 644 = /.\n/bin\n/bin/bash\n/etc/../../etc/passwd\n/bin/bash\n
        f var/lib/dpkg/info/dash.list 644 = /bin/sh\n/etc\n
        f var/lib/dpkg/info/thin.md5sums 644 = <SUMS
        f var/lib/dpkg/info/libc6:i386.list 644 = /lib/i386/libc.so\n
        f var/lib/dpkg/diversions 644 = /bin/sh\n/bin/sh.distrib\nbash\n/cut
        f etc/os-release 644 = ID=debian\nVERSION_ID="12"\n
    )"));
    const auto inventory = scanned(image);
    const auto purl = [](const char *name, const char *arch) {
        return QStringLiteral("pkg:deb/debian/%1?arch=%2&distro=debian-12").arg(QLatin1String(name), QLatin1String(arch));
    };
    QCOMPARE(ownerOf(*inventory, "usr/bin/bash"), purl("bash@5", "amd64"));        // listed as /bin/bash
    QCOMPARE(ownerOf(*inventory, "usr/bin/sh.distrib"), purl("dash@1", "amd64"));  // diverted by bash
    QCOMPARE(ownerOf(*inventory, "usr/bin/sh"), QStringLiteral("-"));              // nobody's
    QCOMPARE(ownerOf(*inventory, "usr/share/thin/data"), purl("thin@3", "all"));   // by its digest
    QCOMPARE(ownerOf(*inventory, "lib/i386/libc.so"), purl("libc6@2", "i386"));
    QCOMPARE(ownerOf(*inventory, "etc/passwd"), QStringLiteral("-"));  // the lie owns nothing
    const Component &bash = componentNamed(*inventory, QStringLiteral("bash"));
    QCOMPARE(bash.sourceName, QStringLiteral("bash-src"));
    QCOMPARE(bash.sourceVersion, QStringLiteral("4"));
    QCOMPARE(bash.section, QStringLiteral("non-free/shells"));
    QCOMPARE(bash.homePage, QStringLiteral("https://x"));
    QCOMPARE(bash.supplier, QStringLiteral("M <m@x>"));
    const Component &dash = componentNamed(*inventory, QStringLiteral("dash"));
    QCOMPARE(dash.sourceName, QStringLiteral("dash"));
    QCOMPARE(dash.sourceVersion, QStringLiteral("1"));
    QVERIFY(inventory->notes.empty());
}

void TestDpkg::lists_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("forms") << QByteArray("/.\n/usr/bin/a\n./usr/bin/b\nusr/bin/c\n\n")
                           << QStringList {QStringLiteral("usr/bin/a"), QStringLiteral("usr/bin/b"), QStringLiteral("usr/bin/c")};
    QTest::newRow("climbing") << QByteArray("/../x\n/a/../b\n/a/../../b\n..\n") << QStringList {QStringLiteral("b")};
    QTest::newRow("dots in names") << QByteArray("/a..b\n/c/..d\n")
                                   << QStringList {QStringLiteral("a..b"), QStringLiteral("c/..d")};
    QTest::newRow("no last line end") << QByteArray("/a") << QStringList {QStringLiteral("a")};
    QTest::newRow("empty") << QByteArray() << QStringList();
}

void TestDpkg::lists()
{
    QFETCH(QByteArray, content);
    QStringList paths;
    for (const std::string &path : readDpkgList(content))
        paths.append(QString::fromStdString(path));
    QTEST(paths, "paths");
}

void TestDpkg::distroless()
{
    TextImage image;
    image.content(QStringLiteral("BASE"), "Package: base-files\nVersion: 12.4\nArchitecture: amd64\nMaintainer: D\n");
    image.content(QStringLiteral("BASESUMS"),
                  QByteArray(32, '0') + "  ./etc/issue\n" + QByteArray(32, '0') + "  /etc/host.conf\n");
    image.content(QStringLiteral("TZ"), "Package: tzdata\nVersion: 2024a\nArchitecture: all\n");
    image.layer(QStringLiteral("bazel build"), QStringLiteral(R"(
        f etc/issue 644 = hello
        f etc/host.conf 644 = multi on
        f usr/share/doc/base-files/copyright 644 = text
        f usr/lib/os-release 644 = PRETTY_NAME="Distroless"\nID="debian"\nVERSION_ID='12'\n
        f var/lib/dpkg/status.d/base 644 = <BASE
        f var/lib/dpkg/status.d/base.md5sums 644 = <BASESUMS
        f var/lib/dpkg/status.d/tzdata 644 = <TZ
        f var/lib/dpkg/status.d/broken 644 = Package: broken\n
    )"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w var/lib/dpkg/status.d/tzdata"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:deb/debian/base-files@12.4?arch=amd64&distro=debian-12 0"),
                           QStringLiteral("pkg:deb/debian/tzdata@2024a?arch=all&distro=debian-12 0-1")}));
    QCOMPARE(ownerOf(*inventory, "etc/issue"), QStringLiteral("pkg:deb/debian/base-files@12.4?arch=amd64&distro=debian-12"));
    QCOMPARE(ownerOf(*inventory, "etc/host.conf"), QStringLiteral("pkg:deb/debian/base-files@12.4?arch=amd64&distro=debian-12"));
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("package-file-damaged 0 var/lib/dpkg/status.d/broken")});
    QCOMPARE(inventory->osName, QStringLiteral("Distroless"));
}

void TestDpkg::ghosts()
{
    const QByteArray a = "Package: a\nStatus: install ok installed\nVersion: 1\n\n";
    const QByteArray a2 = "Package: a\nStatus: install ok installed\nVersion: 2\n\n";
    const QByteArray b = "Package: b\nStatus: install ok installed\nVersion: 1\n\n";
    TextImage image;
    image.content(QStringLiteral("S0"), a + b).content(QStringLiteral("S1"), a2).content(QStringLiteral("S2"), a2 + b);
    image.layer(QStringLiteral("ADD"),
                QStringLiteral("f var/lib/dpkg/status 644 = <S0\nf usr/a 644 = @5\nf var/lib/dpkg/info/a.list 644 = /usr/a\\n"));
    image.layer(QStringLiteral("RUN upgrade"),
                QStringLiteral("f var/lib/dpkg/status 644 = <S1\nf usr/a 644 = @6\nf var/lib/dpkg/info/a.list 644 = /usr/a\\n"));
    image.layer(QStringLiteral("RUN install b"), QStringLiteral("f var/lib/dpkg/status 644 = <S2"));
    image.layer(QStringLiteral("RUN rm -rf /var/lib/dpkg"), QStringLiteral("w var/lib/dpkg"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:deb/debian/a@1 0-1"), QStringLiteral("pkg:deb/debian/a@2 1"),
                           QStringLiteral("pkg:deb/debian/b@1 0-1"), QStringLiteral("pkg:deb/debian/b@1 2")}));
    QCOMPARE(ownerOf(*inventory, "usr/a"), QStringLiteral("pkg:deb/debian/a@2"));
}

void TestDpkg::systemNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("pretty") << QStringLiteral("f etc/os-release 644 = PRETTY_NAME='X 1'\\nID=x\\n") << QStringLiteral("X 1");
    QTest::newRow("name and version") << QStringLiteral("f usr/lib/os-release 644 = NAME=\"Y\"\\nVERSION_ID=2\\n")
                                      << QStringLiteral("Y 2");
    QTest::newRow("alpine") << QStringLiteral("f etc/alpine-release 644 = 3.19.1\\n") << QStringLiteral("Alpine Linux 3.19.1");
    QTest::newRow("debian") << QStringLiteral("f etc/debian_version 644 = 12.4\\n") << QStringLiteral("Debian GNU/Linux 12.4");
    QTest::newRow("redhat") << QStringLiteral("f etc/redhat-release 644 = Rocky Linux release 9.3 (Blue Onyx)\\n")
                            << QStringLiteral("Rocky Linux release 9.3 (Blue Onyx)");
    QTest::newRow("nothing") << QStringLiteral("f etc/x 644 = y") << QString();
}

void TestDpkg::systemNames()
{
    QFETCH(QString, file);
    TextImage image;
    image.layer(QStringLiteral("ADD"), file);
    QTEST(scanned(image)->osName, "name");
}

QTEST_GUILESS_MAIN(TestDpkg)
#include "tst_dpkg.moc"
