// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the image below holds tags of its own)

#include "core/inventory/sbomcomparison.h"
#include "core/inventory/scanner.h"
#include "core/sbom/scannerreport.h"
#include "core/sbom/trivyrun.h"
#include "tests/support/textimage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

// clang-format off
const QByteArray trivyJson = R"json({"SchemaVersion":2,"CreatedAt":"2026-11-20T10:00:00Z","ArtifactName":"a.tar",
 "Metadata":{"RepoDigests":["a/b@sha256:00"],"ImageID":"sha256:11"},"Results":[{"Target":"a (debian 12)","Vulnerabilities":[
 {"VulnerabilityID":"CVE-2024-3094","PkgName":"xz-utils","InstalledVersion":"5.6.1-1","FixedVersion":"5.6.2","Severity":"CRITICAL",
  "Title":"xz","PkgIdentifier":{"PURL":"pkg:deb/debian/xz-utils@5.6.1-1?arch=amd64"}},
 {"VulnerabilityID":"CVE-2023-4911","PkgName":"libc6","InstalledVersion":"2.36-9","Severity":"HIGH"}]}]})json";
// clang-format on

/// A program that stands in for Trivy.
QString script(const QTemporaryDir &folder, const QByteArray &body)
{
    QFile file(folder.filePath(QStringLiteral("trivy")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + body);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

std::shared_ptr<const Inventory> wheels()
{
    const auto knowledge = ScanKnowledge::load();
    QTemporaryDir folder;
    TextImage image;
    image.layer(QStringLiteral("RUN"), QStringLiteral(R"(
        f s/site-packages/a-1.dist-info/METADATA 644 = Metadata-Version: 2.1\nName: a\nVersion: 1\nLicense-Expression: MIT\n\n
        f s/site-packages/b-2.dist-info/METADATA 644 = Metadata-Version: 2.1\nName: b\nVersion: 2\nLicense-Expression: MIT\n\n
        f s/site-packages/c-3.dist-info/METADATA 644 = Metadata-Version: 2.1\nName: c\nVersion: 3\nLicense-Expression: MIT\n\n
    )"));
    const QString path = folder.filePath(QStringLiteral("i.tar"));
    if (!knowledge || !image.writeFile(path, image.dockerArchive()))
        return nullptr;
    const auto source = openImageSource(path);
    const auto opened = (*source)->image(0);
    Progress progress;
    return scan(**source, *opened, *knowledge, {}, {}, progress);
}

}  // namespace

class TestScannerReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trivy();
    void grype();
    void openVex();
    void cycloneVex();
    void otherJson_data();
    void otherJson();
    void reconciled();
    void trivyRuns();
    void trivyMissing();
    void trivyStopped();
};

void TestScannerReport::trivy()
{
    const auto report = readScannerReport(trivyJson);
    QVERIFY(report);
    QCOMPARE(report->tool, QStringLiteral("Trivy"));
    QCOMPARE(report->holes.size(), size_t(2));
    QCOMPARE(report->holes[0].severity, QStringLiteral("critical"));
    QCOMPARE(report->holes[0].fixed, QStringLiteral("5.6.2"));
    QCOMPARE(report->holes[1].path, QStringLiteral("a (debian 12)"));
    QVERIFY(!report->dataDate.isValid());
    QCOMPARE(report->made.toUTC().date(), QDate(2026, 11, 20));
}

void TestScannerReport::grype()
{
    const auto report = readScannerReport(
        R"({"matches":[{"vulnerability":{"id":"CVE-2023-4911","severity":"High","fix":{"versions":["2","3"]}},
            "artifact":{"name":"libc6","version":"2.36-9","purl":"pkg:deb/debian/libc6@2.36-9","locations":[{"path":"/s"}]}}],
            "ignoredMatches":[{"vulnerability":{"id":"CVE-2"},"artifact":{"name":"x"},"appliedIgnoreRules":[{"vex-status":"fixed","vex-justification":"j"}]}],
            "source":{"target":{"userInput":"a.tar"}},"descriptor":{"version":"0.121","db":{"status":{"built":"2026-11-19T01:00:00Z"}}}})");
    QVERIFY(report);
    QCOMPARE(report->tool, QStringLiteral("Grype"));
    QCOMPARE(report->dataDate.toUTC().date(), QDate(2026, 11, 19));
    QCOMPARE(report->holes.size(), size_t(2));
    QCOMPARE(report->holes[0].fixed, QStringLiteral("2, 3"));
    QVERIFY(!report->holes[0].isDismissed());
    QVERIFY(report->holes[1].isDismissed());
}

void TestScannerReport::openVex()
{
    auto report = readScannerReport(trivyJson);
    const auto vex = readVex(R"({"@context":"https://openvex.dev/ns/v0.2.0","author":"me","statements":[
        {"vulnerability":{"name":"CVE-2024-3094"},"products":[{"@id":"pkg:deb/debian/xz-utils@5.6.1-1"}],"status":"not_affected","justification":"component_not_present"},
        {"vulnerability":{"name":"CVE-2024-3094"},"status":"affected"},
        {"vulnerability":{"name":"CVE-2023-4911"},"products":[{"@id":"pkg:deb/debian/other@1"}],"status":"not_affected"}]})");
    QVERIFY(report && vex);
    QCOMPARE(vex->statements.size(), size_t(3));
    applyVex(*report, *vex, QStringLiteral("me.json"));
    // The statement about the very package beats the one about all.
    QCOMPARE(report->holes[0].status, QStringLiteral("not_affected"));
    QCOMPARE(report->holes[0].reason, QStringLiteral("component_not_present"));
    QCOMPARE(report->holes[0].source, QStringLiteral("me.json"));
    QVERIFY(report->holes[1].status.isEmpty());
}

void TestScannerReport::cycloneVex()
{
    const auto vex = readVex(R"({"bomFormat":"CycloneDX","components":[{"bom-ref":"r","purl":"pkg:pypi/a@1"}],"vulnerabilities":[
        {"id":"CVE-1","analysis":{"state":"false_positive","detail":"d"},"affects":[{"ref":"urn:cdx:3e/1#r"}]},
        {"id":"CVE-2","analysis":{"state":"in_triage"},"affects":[{"ref":"r"}]},{"id":"CVE-3"}]})");
    QVERIFY(vex);
    QCOMPARE(vex->statements.size(), size_t(2));
    QCOMPARE(vex->statements[0].status, QStringLiteral("not_affected"));
    QCOMPARE(vex->statements[0].products, QStringList {QStringLiteral("pkg:pypi/a@1")});
    QCOMPARE(vex->statements[1].status, QStringLiteral("under_investigation"));
}

void TestScannerReport::otherJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("something else") << QByteArray("{\"a\":1}");
    QTest::newRow("deep") << QByteArray("{\"matches\":").append(QByteArray(3000, '['));
    QTest::newRow("bill") << QByteArray("{\"spdxVersion\":\"SPDX-2.3\"}");
}

void TestScannerReport::otherJson()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readScannerReport(json));
    QVERIFY(!readVex(json));
}

void TestScannerReport::reconciled()
{
    const auto inventory = wheels();
    QVERIFY(inventory);
    const auto catalog = LicenceCatalog::load();
    const auto claim = readSbomClaim(R"({"spdxVersion":"SPDX-2.3","name":"x","packages":[
        {"name":"a","versionInfo":"1","licenseDeclared":"MIT"},{"name":"b","versionInfo":"9","licenseDeclared":"Apache-2.0"},
        {"name":"z","versionInfo":"1","licenseDeclared":"NOASSERTION"}],
        "relationships":[{"spdxElementId":"a","relationshipType":"CONTAINS","relatedSpdxElement":"b"},
                         {"spdxElementId":"b","relationshipType":"CONTAINS","relatedSpdxElement":"a"}]})");
    QVERIFY(claim && catalog);
    const BillReconciled result = reconcileBill(*inventory, *claim, **catalog);
    QCOMPARE(result.answers.size(), size_t(3));
    QCOMPARE(result.answers[0].state, ClaimState::Found);
    QCOMPARE(result.answers[1].state, ClaimState::OtherVersion);
    QCOMPARE(result.answers[2].state, ClaimState::Absent);
    QCOMPARE(result.unclaimed.size(), size_t(1));
    QCOMPARE(inventory->components[result.unclaimed[0].value].name, QStringLiteral("c"));
    QCOMPARE(result.otherLicence, std::vector<quint32> {1});
}

void TestScannerReport::trivyRuns()
{
    QTemporaryDir folder;
    TrivyOptions options;
    options.program
        = script(folder,
                 "case \"$1\" in version) echo '{\"VulnerabilityDB\":{\"UpdatedAt\":\"2026-11-18T00:00:00Z\"}}';; *) cat <<X\n"
                     + trivyJson + "\nX\nesac\n");
    const auto report = runTrivy(QStringLiteral("/no/image"), options, {});
    QVERIFY2(report, report ? "" : qPrintable(report.error().cause));
    QCOMPARE(report->holes.size(), size_t(2));
    QCOMPARE(report->dataDate.toUTC().date(), QDate(2026, 11, 18));
    options.program = script(folder, "echo broken >&2; exit 1\n");
    const auto failed = runTrivy(QStringLiteral("/no/image"), options, {});
    QVERIFY(!failed);
    QCOMPARE(failed.error().cause, QStringLiteral("broken"));
}

void TestScannerReport::trivyMissing()
{
    TrivyOptions options;
    options.program = QStringLiteral("no-such-scanner-here");
    const auto report = runTrivy(QStringLiteral("/no/image"), options, {});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
}

void TestScannerReport::trivyStopped()
{
    QTemporaryDir folder;
    TrivyOptions options;
    options.program = script(folder, "exec sleep 600\n");
    CancelToken cancel;
    cancel.cancel();
    const auto report = runTrivy(QStringLiteral("/no/image"), options, cancel);
    QVERIFY(!report);
    QCOMPARE(report.error().cause, QStringLiteral("cancelled"));
    options.secondsMost = 0;
    const auto slow = runTrivy(QStringLiteral("/no/image"), options, {});
    QVERIFY(!slow);
    QCOMPARE(slow.error().kind, ErrorKind::LimitExceeded);
}

QTEST_GUILESS_MAIN(TestScannerReport)
#include "tst_scannerreport.moc"
