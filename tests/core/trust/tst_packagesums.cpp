// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/rpmheader.h"
#include "core/inventory/scanner.h"
#include "core/inventory/trustreport.h"
#include "core/inventory/trustsink.h"
#include "core/trust/md5lanes.h"
#include "core/trust/packedprogram.h"
#include "tests/core/component/rpmfixture.h"
#include "tests/support/textimage.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace waybill;
using namespace waybill::test;

namespace {

// Hashes of "abc" (FIPS 180-4 and RFC 1321, test vectors).
const QString sha256Abc = QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
const QString md5Abc = QStringLiteral("900150983cd24fb0d6963f7d28e17f72");
const QByteArray apkAbc = "Q1qZk+NkcGgWq6PiVxeFDCbJzQ2J0=";

/// An ELF header without sections, and behind it bytes that repeat after `period` values.
QByteArray program(bool wide, bool big, quint16 type, quint64 sections, int size, quint32 period)
{
    QByteArray bytes(size, '\0');
    const auto put = [&bytes, big](qsizetype at, int count, quint64 value) {
        for (int i = 0; i < count; ++i)
            bytes[at + (big ? count - 1 - i : i)] = static_cast<char>(value >> (8 * i));
    };
    quint32 state = 1;
    for (qsizetype i = 64; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes[i] = static_cast<char>((state >> 16) % period);
    }
    constexpr std::array<char, 4> magic {0x7f, 'E', 'L', 'F'};
    std::copy(magic.begin(), magic.end(), bytes.begin());
    bytes[4] = static_cast<char>(wide ? 2 : 1);
    bytes[5] = static_cast<char>(big ? 2 : 1);
    bytes[6] = 1;
    put(16, 2, type);
    put(wide ? 0x28 : 0x20, wide ? 8 : 4, sections);
    put(wide ? 0x38 : 0x2c, 2, 2);
    return bytes;
}

}  // namespace

/// Package databases against bytes, and programs that hide theirs.
class TestPackageSums : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rpmDigests();
    void rpmOfOldSystems();
    void apkSums();
    void changedConfiguration();
    void kindsBySystem_data();
    void kindsBySystem();
    void brokenLists();
    void md5Vectors();
    void md5EveryLength();
    void packed_data();
    void packed();
    void packedIsFound();

private:
    std::shared_ptr<const Inventory> scanned(const TextImage &image) const;
    ScanKnowledge m_knowledge;
    TrustKnowledge m_trust;
};

void TestPackageSums::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    m_knowledge = *knowledge;
    const auto trust = TrustKnowledge::load();
    QVERIFY(trust);
    m_trust = *trust;
}

std::shared_ptr<const Inventory> TestPackageSums::scanned(const TextImage &image) const
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("image.tar"));
    if (!image.writeFile(path, image.ociArchive()))
        return nullptr;
    const auto source = openImageSource(path);
    const auto opened = source ? (*source)->image(0) : Result<Image>(fail(source.error()));
    if (!opened)
        return nullptr;
    Progress progress;
    return scan(**source, *opened, m_knowledge, {}, {}, progress);
}

void TestPackageSums::rpmDigests()
{
    TextImage image;
    const QByteArray header
        = rpmHeader("tool", "1", "2",
                    {QStringLiteral("/usr/bin/same"), QStringLiteral("/usr/bin/changed"), QStringLiteral("/etc/tool.conf"),
                     QStringLiteral("/usr/share/gone"), QStringLiteral("/usr/share/folder")},
                    0, {sha256Abc, sha256Abc, sha256Abc, sha256Abc, QString()}, {0, 0, 1, 0, 0});
    image.content(QStringLiteral("DB"), rpmNdb({header}));
    image.layer(QStringLiteral("FROM"),
                QStringLiteral("d etc/yum.repos.d 755\nf usr/bin/same 755 = abc\nf usr/bin/changed 755 = abc\n"
                               "f etc/tool.conf 644 = mine\nd usr/share/folder 755\n"
                               "f usr/lib/sysimage/rpm/Packages.db 644 = <DB"));
    image.layer(QStringLiteral("RUN replace"), QStringLiteral("f usr/bin/changed 755 = evil"));
    const auto inventory = scanned(image);
    QVERIFY(inventory);
    const ChecksumFacts &sums = inventory->trust.checksums;
    QCOMPARE(sums.compared, 2U);
    QCOMPARE(sums.missing, 1U);
    QCOMPARE(sums.mismatches.size(), size_t(1));
    QCOMPARE(sums.mismatches[0].path, std::string("usr/bin/changed"));
    QCOMPARE(sums.mismatches[0].layer, 1);
    QCOMPARE(sums.mismatches[0].algorithm, QStringLiteral("sha256"));
    QCOMPARE(sums.mismatches[0].database, std::string("usr/lib/sysimage/rpm/Packages.db"));
    const TrustReport report = trustReportOf(*inventory, m_trust, QDate(2026, 11, 25));
    const auto changed = std::find_if(report.findings.begin(), report.findings.end(),
                                      [](const TrustFinding &f) { return f.rule == QLatin1String("changed-program"); });
    QVERIFY(changed != report.findings.end());
    QCOMPARE(changed->subject, QStringLiteral("usr/bin/changed"));
}

/// Before 2009 rpm recorded MD5; nothing in such an image says so beforehand.
void TestPackageSums::rpmOfOldSystems()
{
    TextImage image;
    image.content(QStringLiteral("DB"),
                  rpmBerkeley({rpmHeader("tool", "1", "2", {QStringLiteral("/bin/a"), QStringLiteral("/bin/b")}, 0,
                                         {md5Abc, md5Abc}, {0, 0})},
                              false));
    image.layer(QStringLiteral("FROM"), QStringLiteral("f bin/a 755 = abc\nf bin/b 755 = abd\nf var/lib/rpm/Packages 644 = <DB"));
    const auto inventory = scanned(image);
    QVERIFY(inventory);
    QCOMPARE(inventory->trust.checksums.compared, 2U);
    QCOMPARE(inventory->trust.checksums.mismatches.size(), size_t(1));
    QCOMPARE(inventory->trust.checksums.mismatches[0].algorithm, QStringLiteral("md5"));
}

void TestPackageSums::apkSums()
{
    TextImage image;
    image.content(QStringLiteral("DB"),
                  "P:tool\nV:1-r0\nA:x86_64\nL:MIT\nF:usr/bin\nR:same\nZ:" + apkAbc + "\nR:changed\na:0:0:755\nZ:" + apkAbc
                      + "\nR:link\nZ:" + apkAbc + "\nF:etc\nR:conf\nZ:Q1broken\n\n");
    image.layer(QStringLiteral("ADD alpine"),
                QStringLiteral("f etc/apk/world 644 = tool\nf lib/apk/db/installed 644 = <DB\nf usr/bin/same 755 = abc\n"
                               "f usr/bin/changed 755 = abd\nl usr/bin/link -> changed\nf etc/conf 644 = x"));
    const auto inventory = scanned(image);
    QVERIFY(inventory);
    const ChecksumFacts &sums = inventory->trust.checksums;
    QCOMPARE(sums.compared, 2U);
    QCOMPARE(sums.mismatches.size(), size_t(1));
    QCOMPARE(sums.mismatches[0].path, std::string("usr/bin/changed"));
    QCOMPARE(sums.mismatches[0].algorithm, QStringLiteral("sha1"));
}

/// A log-in rule that the package brought weighs little, the same words in a changed one weigh all.
void TestPackageSums::changedConfiguration()
{
    const QString rule = QStringLiteral("auth sufficient pam_permit.so");
    const auto weightOf = [&](const QByteArray &recorded) {
        TextImage image;
        image.content(QStringLiteral("STATUS"),
                      "Package: sshd\nStatus: install ok installed\nArchitecture: all\nVersion: 1\nConffiles:\n /etc/pam.d/sshd "
                          + recorded + "\n /etc/new newconffile\nDescription: x\n /etc/y 900150983cd24fb0d6963f7d28e17f72\n");
        image.layer(QStringLiteral("FROM"),
                    QStringLiteral("f var/lib/dpkg/status 644 = <STATUS\nf var/lib/dpkg/info/sshd.list 644 = /etc/pam.d/sshd\\n\n"
                                   "f etc/pam.d/sshd 644 = %1")
                        .arg(rule));
        const auto inventory = scanned(image);
        const TrustReport report = trustReportOf(*inventory, m_trust, QDate(2026, 11, 25));
        const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                        [](const TrustFinding &f) { return f.rule == QLatin1String("pam-exec"); });
        return found == report.findings.end() ? QString() : QString(trustSeverityId(found->severity));
    };
    QCOMPARE(weightOf(QCryptographicHash::hash(rule.toUtf8(), QCryptographicHash::Md5).toHex()), QStringLiteral("low"));
    QCOMPARE(weightOf("900150983cd24fb0d6963f7d28e17f72"), QStringLiteral("high"));
}

void TestPackageSums::kindsBySystem_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QList<bool>>("kinds");
    QTest::newRow("dpkg") << "f bin/a 755 = x\nf etc/apt/sources.list 644 = x" << QList<bool> {true, false, false};
    QTest::newRow("apk") << "f etc/apk/arch 644 = x" << QList<bool> {false, true, false};
    QTest::newRow("rpm") << "f etc/yum.repos.d/a.repo 644 = x" << QList<bool> {false, false, true};
    QTest::newRow("nothing said") << "f app/a 755 = x" << QList<bool> {true, true, true};
}

void TestPackageSums::kindsBySystem()
{
    QFETCH(QString, lines);
    QTemporaryDir folder;
    TextImage image;
    image.layer(QStringLiteral("ADD"), lines);
    const QString path = folder.filePath(QStringLiteral("i.tar"));
    QVERIFY(image.writeFile(path, image.ociArchive()));
    const auto source = openImageSource(path);
    QVERIFY(source);
    const SumKinds kinds = sumKindsOf(**source, *(*source)->image(0), {});
    QTEST((QList<bool> {kinds.md5, kinds.sha1, kinds.sha256}), "kinds");
}

void TestPackageSums::brokenLists()
{
    QCOMPARE(recordedSums("lib/apk/db/installed", "Z:Q1qZk+NkcGgWq6PiVxeFDCbJzQ2J0=\nF:../../etc\nR:x\nZ:Q9AA==\n").size(),
             size_t(0));
    QCOMPARE(recordedSums("var/lib/rpm/Packages", "no database").size(), size_t(0));
    const QByteArray odd = rpmHeader("t", "1", "1", {QStringLiteral("/a"), QStringLiteral("/b")}, 0,
                                     {QStringLiteral("xyz"), sha256Abc.left(10)}, {0});
    QCOMPARE(readRpmFileSums({odd.constData(), static_cast<size_t>(odd.size())}).size(), size_t(1));
    const QByteArray fewer = rpmHeader("t", "1", "1", {QStringLiteral("/a"), QStringLiteral("/b")}, 0, {sha256Abc}, {0});
    QCOMPARE(readRpmFileSums({fewer.constData(), static_cast<size_t>(fewer.size())}).size(), size_t(0));
}

/// RFC 1321, A.5.
void TestPackageSums::md5Vectors()
{
    const std::vector<std::pair<QByteArray, QByteArray>> known {
        {"", "d41d8cd98f00b204e9800998ecf8427e"},
        {"a", "0cc175b9c0f1b6a831c399e269772661"},
        {"abc", "900150983cd24fb0d6963f7d28e17f72"},
        {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
        {"12345678901234567890123456789012345678901234567890123456789012345678901234567890", "57edf4a22be3c955ac49da2e2107b67a"}};
    Md5Lanes lanes;
    for (size_t i = 0; i < known.size(); ++i)
        lanes.add(i, known[i].first);
    const auto sums = lanes.take();
    QCOMPARE(sums.size(), known.size());
    for (const Md5Lanes::Sum &sum : sums)
        QCOMPARE(sum.digest.toHex(), known[sum.id].second);
    QVERIFY(lanes.take().empty());
}

/// Lengths around every edge of a block, in an order that leaves lanes behind one another.
void TestPackageSums::md5EveryLength()
{
    QByteArray all(100'000, '\0');
    for (qsizetype i = 0; i < all.size(); ++i)
        all[i] = static_cast<char>(i * 7 + i / 251);
    Md5Lanes lanes;
    std::vector<qsizetype> lengths;
    for (qsizetype i = 0; i < 400; ++i)
        lengths.push_back(i % 5 == 0 ? 100'000 - i * 13 : i);
    for (size_t i = 0; i < lengths.size(); ++i)
        lanes.add(i, all.left(lengths[i]));
    const auto sums = lanes.take();
    QCOMPARE(sums.size(), lengths.size());
    for (const Md5Lanes::Sum &sum : sums)
        QCOMPARE(sum.digest, QCryptographicHash::hash(all.left(lengths[sum.id]), QCryptographicHash::Md5));
}

void TestPackageSums::packed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("packedProgram");
    QTest::newRow("executable") << program(true, false, 2, 0, 9000, 256) << true;
    QTest::newRow("position independent") << program(true, false, 3, 0, 20'000, 256) << true;
    QTest::newRow("32 bit") << program(false, false, 2, 0, 9000, 256) << true;
    QTest::newRow("big endian") << program(true, true, 2, 0, 9000, 256) << true;
    QTest::newRow("has sections") << program(true, false, 2, 8000, 9000, 256) << false;
    QTest::newRow("object file") << program(true, false, 1, 0, 9000, 256) << false;
    QTest::newRow("machine code") << program(true, false, 2, 0, 9000, 90) << false;
    QTest::newRow("too short") << program(true, false, 2, 0, 3000, 256) << false;
    QTest::newRow("no program") << QByteArray(9000, 'x') << false;
}

void TestPackageSums::packed()
{
    QFETCH(QByteArray, bytes);
    const TrustRule *rule = m_trust.rules->find(QStringLiteral("packed-entropy"));
    QVERIFY(rule);
    PackedProgram program;
    for (qsizetype at = 0; at < bytes.size(); at += 50)
        program.feed({bytes.constData() + at, static_cast<size_t>(std::min<qsizetype>(50, bytes.size() - at))});
    const auto entropy = program.entropy();
    QTEST((entropy && *entropy > rule->entropy), "packedProgram");
    QVERIFY(!entropy || (*entropy >= 0 && *entropy <= 8));
}

void TestPackageSums::packedIsFound()
{
    TextImage image;
    image.content(QStringLiteral("PACKED"), program(true, false, 2, 0, 9000, 256));
    image.content(QStringLiteral("PLAIN"), program(true, false, 2, 8000, 9000, 256));
    image.layer(QStringLiteral("COPY"), QStringLiteral("f opt/a 755 = <PACKED\nf opt/b 755 = <PLAIN"));
    const TrustReport report = trustReportOf(*scanned(image), m_trust, QDate(2026, 11, 25));
    QStringList found;
    for (const TrustFinding &finding : report.findings) {
        if (finding.rule == QLatin1String("packed-entropy"))
            found.append(finding.subject + QLatin1Char(' ') + QString(trustSeverityId(finding.severity)));
    }
    QCOMPARE(found, QStringList {QStringLiteral("opt/a medium")});
}

QTEST_GUILESS_MAIN(TestPackageSums)
#include "tst_packagesums.moc"
