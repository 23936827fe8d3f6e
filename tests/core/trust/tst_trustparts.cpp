// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/outdated.h"
#include "core/trust/packagesums.h"
#include "core/trust/publishers.h"

#include <QTest>

using namespace waybill;

namespace {
const QDate today(2026, 11, 25);
}

/// Publishers, versions and checksum lists: the parts of trust that need no image.
class TestTrustParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void names_data();
    void names();
    void distance_data();
    void distance();
    void versions_data();
    void versions();
    void outdated_data();
    void outdated();
    void endsOfLife_data();
    void endsOfLife();
    void distributionRevisions();
    void systems();
    void sums();

private:
    std::shared_ptr<const Publishers> m_publishers;
    std::shared_ptr<const OutdatedParts> m_outdated;
};

void TestTrustParts::initTestCase()
{
    const auto publishers = Publishers::load();
    QVERIFY(publishers);
    m_publishers = *publishers;
    const auto outdated = OutdatedParts::load();
    if (!outdated)
        QFAIL(qPrintable(outdated.error().cause));
    m_outdated = *outdated;
}

void TestTrustParts::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("standing");
    QTest::newRow("short official") << "ubuntu"
                                    << "known";
    QTest::newRow("project") << "pytorch/pytorch"
                             << "known";
    QTest::newRow("vendor registry") << "nvcr.io/nvidia/pytorch"
                                     << "known";
    QTest::newRow("old host") << "index.docker.io/library/debian"
                              << "known";
    QTest::newRow("letter missing") << "pytorh/pytorch"
                                    << "look-alike";
    QTest::newRow("letters swapped") << "pytroch/pytorch"
                                     << "look-alike";
    QTest::newRow("digit") << "pyt0rch/pytorch"
                           << "look-alike";
    QTest::newRow("rn for m") << "docker.io/rnicrosoft/tensorflow"
                              << "borrowed-name";
    QTest::newRow("hyphen") << "py-torch/gpu"
                            << "look-alike";
    QTest::newRow("extra word") << "nvidia-official/cuda"
                                << "look-alike";
    QTest::newRow("cyrillic") << QStringLiteral("руtorch/pytorch") << "look-alike";
    QTest::newRow("host") << "nvcr.lo/nvidia/pytorch"
                          << "look-alike";
    QTest::newRow("swapped namespace") << "docker.io/somebody/pytorch"
                                       << "borrowed-name";
    QTest::newRow("swapped parts") << "pytorch-cuda/nvidia"
                                   << "look-alike";
    QTest::newRow("mirror") << "registry.example.com/pytorch/pytorch"
                            << "borrowed-name";
    QTest::newRow("own") << "registry.example.com/team/app"
                         << "unknown";
    QTest::newRow("short words differ") << "docker.io/modeling/noodle"
                                        << "unknown";
    QTest::newRow("empty") << ""
                           << "unnamed";
}

void TestTrustParts::names()
{
    QFETCH(QString, name);
    QTEST(QString(nameStandingId(m_publishers->standingOf(name).standing)), "standing");
}

void TestTrustParts::distance_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("steps");
    QTest::newRow("equal") << "nvidia"
                           << "nvidia" << 0;
    QTest::newRow("swap") << "nvdiia"
                          << "nvidia" << 1;
    QTest::newRow("insert") << "nvidiaa"
                            << "nvidia" << 1;
    QTest::newRow("two") << "nvidai1"
                         << "nvidia" << 2;
    QTest::newRow("far") << "debian"
                         << "nvidia" << 3;
    QTest::newRow("length") << "a"
                            << "nvidia" << 3;
}

void TestTrustParts::distance()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(editDistance(a, b, 2), "steps");
}

void TestTrustParts::versions_data()
{
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("newer");
    QTest::newRow("numbers") << "1.9"
                             << "1.10";
    QTest::newRow("letter") << "1.0.2"
                            << "1.0.2a";
    QTest::newRow("two letters") << "1.0.2z"
                                 << "1.0.2za";
    QTest::newRow("patch level") << "9.7p1"
                                 << "9.8p1";
    QTest::newRow("length") << "3.0"
                            << "3.0.1";
}

void TestTrustParts::versions()
{
    QFETCH(QString, older);
    QFETCH(QString, newer);
    QVERIFY(compareVersions(older, newer) < 0);
    QVERIFY(compareVersions(newer, older) > 0);
    QCOMPARE(compareVersions(older, older), 0);
}

void TestTrustParts::outdated_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("contains");  ///< id that is told, or empty when nothing may be
    QTest::newRow("Heartbleed") << "OpenSSL"
                                << "1.0.1f"
                                << "CVE-2014-0160";
    QTest::newRow("punycode") << "openssl"
                              << "3.0.6"
                              << "CVE-2022-3602, CVE-2022-3786";
    QTest::newRow("current") << "OpenSSL"
                             << "3.5.9"
                             << "";
    QTest::newRow("libssh bypass") << "libssh"
                                   << "0.8.3"
                                   << "CVE-2018-10933";
    QTest::newRow("libssh2") << "libssh2"
                             << "1.10.0"
                             << "CVE-2026-55200";
    QTest::newRow("xz") << "xz"
                        << "5.6.1"
                        << "CVE-2024-3094";
    QTest::newRow("xz before") << "xz"
                               << "5.4.5"
                               << "";
    QTest::newRow("log4j") << "org.apache.logging.log4j/log4j-core"
                           << "2.14.1"
                           << "CVE-2021-44228";
    QTest::newRow("log4j mended") << "org.apache.logging.log4j/log4j-core"
                                  << "2.17.1"
                                  << "";
    QTest::newRow("zlib") << "zlib"
                          << "1.2.11"
                          << "CVE-2022-37434";
    QTest::newRow("zlib mended") << "zlib"
                                 << "1.2.13"
                                 << "";
    QTest::newRow("curl") << "libcurl"
                          << "8.3.0"
                          << "CVE-2023-38545";
    QTest::newRow("unknown part") << "nothing"
                                  << "0.1"
                                  << "";
}

void TestTrustParts::endsOfLife_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QDate>("end");  ///< invalid when nothing may be told
    const auto row = [](const char *name, const char *version, const QDate &end) {
        QTest::addRow("%s %s", name, version) << QString::fromLatin1(name) << QString::fromLatin1(version) << end;
    };
    // Names as the finders of products and of embedded versions give them.
    row("CPython", "3.8.20", QDate(2024, 10, 7));
    row("CPython", "3.12.4", {});
    row("CPython", "3.80.1", {});
    row("Node.js", "16.20.2", QDate(2023, 9, 11));
    row("Node.js", "22.1.0", {});
    row("NVIDIA CUDA Toolkit", "11.8.0", QDate(2025, 12, 31));
    row("NVIDIA CUDA Runtime", "12.6.77", {});
    row("nvidia-cuda-runtime-cu11", "11.7.99", QDate(2025, 12, 31));
    row("OpenSSL", "1.1.1w", QDate(2023, 9, 11));
}

void TestTrustParts::endsOfLife()
{
    QFETCH(QString, name);
    QFETCH(QString, version);
    QDate end;
    for (const Outdated &old : m_outdated->unmanaged(name, version, today)) {
        if (old.kind == Outdated::Kind::EndOfLife)
            end = old.date;
    }
    QTEST(end, "end");
}

void TestTrustParts::outdated()
{
    QFETCH(QString, name);
    QFETCH(QString, version);
    QFETCH(QString, contains);
    QStringList ids;
    for (const Outdated &old : m_outdated->unmanaged(name, version, today)) {
        if (old.kind == Outdated::Kind::Vulnerable)
            ids.append(old.id);
    }
    if (contains.isEmpty())
        QCOMPARE(ids, QStringList());
    else
        QVERIFY2(ids.contains(contains), qPrintable(ids.join(QLatin1Char(' '))));
}

/// Debian mends under the old number: only revisions that were bad themselves are told.
void TestTrustParts::distributionRevisions()
{
    Component openssl;
    openssl.kind = QStringLiteral("deb");
    openssl.name = QStringLiteral("libssl3");
    openssl.sourceName = QStringLiteral("openssl");
    openssl.version = QStringLiteral("3.0.5-1");
    QVERIFY(m_outdated->package(openssl).empty());
    Component xz;
    xz.kind = QStringLiteral("deb");
    xz.name = QStringLiteral("liblzma5");
    xz.sourceName = QStringLiteral("xz-utils");
    xz.version = QStringLiteral("5.6.1-1");
    QCOMPARE(m_outdated->package(xz).size(), size_t(1));
    QCOMPARE(m_outdated->package(xz)[0].severity, TrustSeverity::Extreme);
    xz.version = QStringLiteral("5.6.1+really5.4.5-1");
    QVERIFY(m_outdated->package(xz).empty());
    Component wheel;
    wheel.kind = QStringLiteral("pypi");
    wheel.name = QStringLiteral("ultralytics");
    wheel.version = QStringLiteral("8.3.41");
    QCOMPARE(m_outdated->package(wheel).size(), size_t(1));
    wheel.version = QStringLiteral("8.3.43");
    QVERIFY(m_outdated->package(wheel).empty());
}

void TestTrustParts::systems()
{
    QVERIFY(m_outdated->system(QStringLiteral("debian"), QStringLiteral("10"), today));
    QVERIFY(!m_outdated->system(QStringLiteral("debian"), QStringLiteral("12"), today));
    QVERIFY(!m_outdated->system(QStringLiteral("debian"), QStringLiteral("10"), QDate(2020, 1, 1)));
    QVERIFY(m_outdated->system(QStringLiteral("alpine"), QStringLiteral("3.18.4"), today));
    QVERIFY(!m_outdated->system(QStringLiteral("alpine"), QStringLiteral("3.180"), today));
}

void TestTrustParts::sums()
{
    const auto dpkg = recordedSums("var/lib/dpkg/info/a.md5sums",
                                   "900150983cd24fb0d6963f7d28e17f72  usr/bin/a b\nnonsense\n"
                                   "900150983cd24fb0d6963f7d28e17f7z  usr/x\n900150983cd24fb0d6963f7d28e17f72  ../../etc/x\n");
    QCOMPARE(dpkg.size(), size_t(1));
    QCOMPARE(dpkg[0].path, std::string("usr/bin/a b"));
    QCOMPARE(dpkg[0].algorithm, SumAlgorithm::Md5);
    const auto record
        = recordedSums("v/site-packages/m-1.dist-info/RECORD",
                       "\"m/a,b.py\",sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\n../../bin/m,sha256=AA,1\nm/c.py,,\n");
    QCOMPARE(record.size(), size_t(1));
    QCOMPARE(record[0].path, std::string("v/site-packages/m/a,b.py"));
    QCOMPARE(record[0].digest.size(), 32);
}

QTEST_GUILESS_MAIN(TestTrustParts)
#include "tst_trustparts.moc"
