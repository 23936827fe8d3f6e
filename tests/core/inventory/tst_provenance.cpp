// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/ledger.h"
#include "tests/core/component/finderbench.h"
#include "tests/support/elfwriter.h"
#include "tests/support/zipwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// The rules that explain files without a package: none of them may swallow what nobody accounts for.
class TestProvenance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void explanations_data();
    void explanations();
    void byteCodeGoesWithItsSource();
    void theRootOfAnApplicationIsOwn();

private:
    std::shared_ptr<const Inventory> m_inventory;
};

void TestProvenance::initTestCase()
{
    TextImage image;
    ElfWriter elf;
    elf.soname = "libx.so";
    image.content(QStringLiteral("ELF"), elf.bytes());
    image.content(QStringLiteral("ZIP"), ZipWriter().add("a", "b").finish());
    image.content(QStringLiteral("S"), "Package: a\nStatus: install ok installed\nVersion: 1\n\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f var/lib/dpkg/status 644 = <S
        f var/lib/dpkg/info/a.list 644 = /usr/lib/python3/mod.py\n
        f usr/lib/python3/mod.py 644 = x = 1
        f usr/lib/python3/__pycache__/mod.cpython-311.pyc 644 = @90
        f etc/default/thing 644 = A=1
    )"));
    image.layer(QStringLiteral("RUN /bin/sh -c ./install"), QStringLiteral(R"(
        f etc/default/other 644 = A=1
        f etc/ssl/certs/bundle.pem 644 = @50
        f etc/ssl/certs/helper.so 755 = <ELF
        f var/cache/index.db 644 = @50
        f var/cache/tool 755 = <ELF
        f var/cache/apt/archives/x.deb 644 = <ZIP
        f var/log/install.log 644 = @50
        f root/.cache/huggingface/hub/blob 644 = @5000
        f root/.cache/pip/http-v2/a/body 644 = @5000
        f dev/shm/miner 755 = @5000
        f usr/share/perl/5.36/secret.pm 644 = @50
        f usr/share/python3/secret.py 644 = @50
        f usr/share/mime/text/x-c.xml 644 = @50
        f opt/x/tool.py 644 = x = 1
        f opt/x/__pycache__/tool.cpython-311.pyc 644 = @90
        f opt/x/__pycache__/lost.cpython-311.pyc 644 = @90
        f opt/x/empty 644
    )"));
    image.layer(QStringLiteral("COPY conf / # buildkit"), QStringLiteral(R"(
        f etc/default/ours 644 = A=1
        f var/cache/ours.db 644 = @50
        f app/program 755 = <ELF
        f app/libs.zip 644 = <ZIP
        f app/own.py 644 = x = 1
        f app/__pycache__/own.cpython-311.pyc 644 = @90
    )"));
    m_inventory = scanned(image);
}

void TestProvenance::explanations_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char *path, const char *explanation) {
        QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(explanation);
    };
    row("var/lib/dpkg/status", "generated");
    row("etc/default/thing", "generated");
    row("etc/default/other", "generated");
    row("etc/ssl/certs/bundle.pem", "generated");
    row("var/cache/index.db", "generated");
    row("var/log/install.log", "generated");
    row("usr/share/mime/text/x-c.xml", "generated");
    row("opt/x/empty", "generated");
    // Programs and archives are no state, wherever they lie.
    row("etc/ssl/certs/helper.so", "unexplained");
    row("var/cache/tool", "unexplained");
    row("var/cache/apt/archives/x.deb", "unexplained");
    // Folders that somebody may have put anything into.
    row("root/.cache/huggingface/hub/blob", "unexplained");
    row("root/.cache/pip/http-v2/a/body", "unexplained");
    row("dev/shm/miner", "unexplained");
    row("usr/share/perl/5.36/secret.pm", "unexplained");
    row("usr/share/python3/secret.py", "unexplained");
    row("opt/x/tool.py", "unexplained");
    // What the builder copied was not written by the system; of a program or an archive that does not say who wrote it.
    row("etc/default/ours", "own");
    row("var/cache/ours.db", "own");
    row("app/own.py", "own");
    row("app/program", "unexplained");
    row("app/libs.zip", "unexplained");
    // Byte code is as good as its source.
    row("usr/lib/python3/__pycache__/mod.cpython-311.pyc", "package");
    row("app/__pycache__/own.cpython-311.pyc", "own");
    row("opt/x/__pycache__/tool.cpython-311.pyc", "unexplained");
    row("opt/x/__pycache__/lost.cpython-311.pyc", "unexplained");
}

void TestProvenance::explanations()
{
    QFETCH(QByteArray, path);
    const NodeId node = m_inventory->tree->findLive(path.toStdString());
    QVERIFY(node.isValid());
    QTEST(QString(explanationId(explanationOf(*m_inventory, node))), "explanation");
}

void TestProvenance::byteCodeGoesWithItsSource()
{
    const auto judgementOf = [this](const char *path) { return m_inventory->judgement(m_inventory->tree->findLive(path)); };
    QCOMPARE(judgementOf("app/__pycache__/own.cpython-311.pyc"), judgementOf("app/own.py"));
    QCOMPARE(judgementOf("opt/x/__pycache__/tool.cpython-311.pyc")->basis, judgementOf("opt/x/tool.py")->basis);
}

/// "UNLICENSED" of npm means: not for others. In the root of an application that is the user's own word, in a package it is not.
void TestProvenance::theRootOfAnApplicationIsOwn()
{
    TextImage image;
    image.content(QStringLiteral("ROOT"), R"({"name":"web","version":"1.0.0","private":true,"license":"UNLICENSED"})");
    image.content(QStringLiteral("PART"), R"({"name":"part","version":"2.0.0","license":"UNLICENSED"})");
    image.layer(QStringLiteral("COPY --from=web /build /srv/web # buildkit"), QStringLiteral(R"(
        f srv/web/package.json 644 = <ROOT
        f srv/web/node_modules/part/package.json 644 = <PART
    )"));
    const auto inventory = scanned(image);
    const auto judgementOf = [&](const char *path) { return inventory->judgement(inventory->tree->findLive(path)); };
    QVERIFY(judgementOf("srv/web/package.json")->basis == Basis::OwnAssumed);
    QVERIFY(judgementOf("srv/web/package.json")->component.isValid());
    QVERIFY(judgementOf("srv/web/node_modules/part/package.json")->basis == Basis::Component);
    QVERIFY(judgementOf("srv/web/node_modules/part/package.json")->licenceClass == LicenceClass::VendorInternal);
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
