// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/finderbench.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// apk, pacman, portage and opkg: what they list, own and declare, and what damage does.
class TestSystemPackages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void apk();
    void apkDamaged_data();
    void apkDamaged();
    void apkTimeline();
    void pacman();
    void portage();
    void opkg();
};

void TestSystemPackages::apk()
{
    TextImage image;
    image.content(
        QStringLiteral("DB"),
        "C:Q1x=\nP:musl\nV:1.2.4-r2\nA:x86_64\nL:MIT\no:musl-src\nm:M <m@x>\nU:https://musl\nD:so:libx.so.1>=2 !bad busybox\n"
        "p:so:libc.musl-x86_64.so.1=1\nF:lib\nM:0:0:755\nR:ld-musl.so.1\na:0:0:755\nZ:Q1y=\nF:usr/bin\nR:ldd\nF:../../"
        "etc\nR:shadow\n\n"
        "P:busybox\nV:1.36\nA:x86_64\nL:GPL-2.0-only\nF:bin\nR:busybox\nR:../etc/passwd\n\n");
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f lib/apk/db/installed 644 = <DB
        f lib/ld-musl.so.1 755 = @9
        f usr/bin/ldd 755 = @9
        f bin/busybox 755 = @9
        f etc/passwd 644 = x
        f etc/shadow 600 = x
        f etc/os-release 644 = ID=alpine\nVERSION_ID=3.19.1\nPRETTY_NAME="Alpine Linux v3.19"\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:apk/alpine/busybox@1.36?arch=x86_64&distro=alpine-3.19.1 0"),
                           QStringLiteral("pkg:apk/alpine/musl@1.2.4-r2?arch=x86_64&distro=alpine-3.19.1 0")}));
    const Component &musl = componentNamed(*inventory, QStringLiteral("musl"));
    QCOMPARE(musl.sourceName, QStringLiteral("musl-src"));
    QCOMPARE(musl.homePage, QStringLiteral("https://musl"));
    QCOMPARE(musl.depends, (QStringList {QStringLiteral("so:libx.so.1"), QStringLiteral("busybox")}));
    QCOMPARE(musl.provides, QStringList {QStringLiteral("so:libc.musl-x86_64.so.1")});
    QCOMPARE(declaredLines(musl), QStringList {QStringLiteral("License=MIT")});
    QCOMPARE(ownerOf(*inventory, "usr/bin/ldd"), musl.purl);
    QCOMPARE(ownerOf(*inventory, "bin/busybox"), componentNamed(*inventory, QStringLiteral("busybox")).purl);
    QCOMPARE(ownerOf(*inventory, "etc/shadow"), QStringLiteral("-"));
    QCOMPARE(inventory->osName, QStringLiteral("Alpine Linux v3.19"));
    QVERIFY(inventory->notes.empty());
}

void TestSystemPackages::apkDamaged_data()
{
    QTest::addColumn<QByteArray>("database");
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("notes");
    const QByteArray good = "P:a\nV:1\n\n";
    QTest::newRow("good") << good << 1 << 0;
    QTest::newRow("no version") << good + "P:b\n\n" << 1 << 1;
    QTest::newRow("no blank line at the end") << QByteArray("P:a\nV:1") << 1 << 0;
    QTest::newRow("rubbish") << good + "\x7f\x45\x00\x01rubbish\n\n" << 1 << 1;
    QTest::newRow("twice") << good + good << 1 << 0;
    QTest::newRow("one line of two megabytes") << "P:a\nV:1\nD:" + QByteArray(2 << 20, 'x') + "\n\n" << 1 << 0;
}

void TestSystemPackages::apkDamaged()
{
    QFETCH(QByteArray, database);
    TextImage image;
    image.content(QStringLiteral("DB"), database);
    image.layer(QStringLiteral("ADD"), QStringLiteral("f usr/lib/apk/db/installed 644 = <DB"));
    const auto inventory = scanned(image);
    QTEST(static_cast<int>(inventory->components.size()), "components");
    QTEST(static_cast<int>(inventory->notes.size()), "notes");
}

void TestSystemPackages::apkTimeline()
{
    TextImage image;
    image.layer(QStringLiteral("ADD"), QStringLiteral("f lib/apk/db/installed 644 = P:a\\nV:1\\n\\nP:b\\nV:1\\n\\n"));
    image.layer(QStringLiteral("RUN apk del"), QStringLiteral("f lib/apk/db/installed 644 = P:b\\nV:2\\n\\n"));
    QCOMPARE(componentLines(*scanned(image)),
             (QStringList {QStringLiteral("pkg:apk/alpine/a@1 0-1"), QStringLiteral("pkg:apk/alpine/b@1 0-1"),
                           QStringLiteral("pkg:apk/alpine/b@2 1")}));
}

void TestSystemPackages::pacman()
{
    TextImage image;
    image.content(QStringLiteral("DESC"),
                  "%NAME%\nbash\n\n%VERSION%\n5.2-1\n\n%BASE%\nbash-base\n\n%ARCH%\nx86_64\n\n%URL%\nhttps://b\n\n"
                  "%LICENSE%\nGPL-3.0-or-later\nMIT\n\n%PACKAGER%\nP\n");
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f var/lib/pacman/local/bash-5.2-1/desc 644 = <DESC
        f var/lib/pacman/local/bash-5.2-1/files 644 = %FILES%\nusr/\nusr/bin/bash\n../etc/shadow\n\n%BACKUP%\netc/x\n
        f var/lib/pacman/local/bad-1/desc 644 = %NAME%\nbad\n
        f usr/bin/bash 755 = @9
    )"));
    image.layer(QStringLiteral("RUN pacman -R"), QStringLiteral("w var/lib/pacman/local/bash-5.2-1"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:alpm/arch/bash@5.2-1?arch=x86_64 0-1")});
    const Component &bash = inventory->components.front();
    QCOMPARE(bash.sourceName, QStringLiteral("bash-base"));
    QCOMPARE(declaredLines(bash), (QStringList {QStringLiteral("License=GPL-3.0-or-later"), QStringLiteral("License=MIT")}));
    QCOMPARE(ownerOf(*inventory, "usr/bin/bash"), bash.purl);
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("package-data-damaged 0 var/lib/pacman/local/bad-1/desc")});
}

void TestSystemPackages::portage()
{
    TextImage image;
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f var/db/pkg/app-shells/bash-5.2_p15-r6/CONTENTS 644 = dir /bin\nobj /bin/a b d41d8 1700000000\nsym /bin/sh -> a b 1\nobj /../etc/shadow x 1\nobj\n
        f var/db/pkg/app-shells/bash-5.2_p15-r6/LICENSE 644 = GPL-3+\n
        f var/db/pkg/app-shells/bash-5.2_p15-r6/HOMEPAGE 644 = https://b\n
        f var/db/pkg/app-shells/noversion/CONTENTS 644 = obj /x y 1\n
        f bin/a\x20b 755 = @9
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:ebuild/app-shells/bash@5.2_p15-r6 0")});
    QCOMPARE(declaredLines(inventory->components.front()), QStringList {QStringLiteral("LICENSE=GPL-3+")});
    QCOMPARE(inventory->components.front().homePage, QStringLiteral("https://b"));
    QCOMPARE(ownerOf(*inventory, "bin/a b"), QStringLiteral("pkg:ebuild/app-shells/bash@5.2_p15-r6"));
    QCOMPARE(noteLines(*inventory),
             QStringList {QStringLiteral("package-data-damaged 0 var/db/pkg/app-shells/noversion/CONTENTS")});
}

void TestSystemPackages::opkg()
{
    TextImage image;
    image.content(QStringLiteral("S"),
                  "Package: dropbear\nVersion: 2022.83-1\nStatus: install user installed\nArchitecture: mips_24kc\n\n"
                  "Package: gone\nVersion: 1\nStatus: deinstall user not-installed\n\n");
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f usr/lib/opkg/status 644 = <S
        f usr/lib/opkg/info/dropbear.list 644 = /usr/sbin/dropbear\n
        f usr/lib/opkg/info/dropbear.control 644 = Package: dropbear\nLicense: MIT\n
        f usr/sbin/dropbear 755 = @9
        f etc/os-release 644 = ID=openwrt\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:opkg/openwrt/dropbear@2022.83-1?arch=mips_24kc 0")});
    QCOMPARE(declaredLines(inventory->components.front()), QStringList {QStringLiteral("License=MIT")});
    QCOMPARE(ownerOf(*inventory, "usr/sbin/dropbear"), inventory->components.front().purl);
}

QTEST_GUILESS_MAIN(TestSystemPackages)
#include "tst_systempackages.moc"
