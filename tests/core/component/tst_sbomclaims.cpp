// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/sbomclaims.h"
#include "core/inventory/sbomcomparison.h"

#include <QTest>

using namespace waybill;

namespace {

QString partsOf(const SbomClaim &claim)
{
    QStringList lines;
    for (const ClaimedPart &part : claim.parts)
        lines.append(QStringList {part.name, part.version, part.purl, part.licence}.join(QLatin1Char('|')));
    return lines.join(QLatin1Char(' '));
}

Component component(const char *name, const char *version, const char *purl, int hiddenBy = -1)
{
    Component c;
    c.name = QString::fromLatin1(name);
    c.version = QString::fromLatin1(version);
    c.purl = QString::fromLatin1(purl);
    c.layer = 0;
    c.hiddenBy = hiddenBy;
    return c;
}

}  // namespace

class TestSbomClaims : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formats_data();
    void formats();
    void noClaims_data();
    void noClaims();
    void deepComponentsEnd();
    void places_data();
    void places();
    void comparedWithTheBytes();
};

void TestSbomClaims::formats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("parts");
    QTest::newRow("spdx json") << QByteArray(
        R"({"spdxVersion":"SPDX-2.3","name":"d","creationInfo":{"creators":["Organization: o","Tool: apko 0.1"]},
            "packages":[{"name":"bash","versionInfo":"5.2-r1","licenseDeclared":"GPL-3.0-or-later","externalRefs":[
            {"referenceType":"cpe23Type","referenceLocator":"c"},{"referenceType":"purl","referenceLocator":"pkg:apk/w/bash@5.2-r1"}]},
            {"versionInfo":"1"},7]})")
                               << "SPDX 2.3 JSON"
                               << "apko 0.1"
                               << "bash|5.2-r1|pkg:apk/w/bash@5.2-r1|GPL-3.0-or-later";
    QTest::newRow("spdx tag-value") << QByteArray(
        "SPDXVersion: SPDX-2.2\r\nDocumentName: d\nCreator: Tool: t 1\n# PackageName: no\nPackageName: a\nPackageVersion: 1\n"
        "PackageLicenseDeclared: MIT\nPackageComment: <text>long\nPackageName: hidden\n</text>\n"
        "ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\nPackageName: b\n")
                                    << "SPDX 2.2 tag-value"
                                    << "t 1"
                                    << "a|1|pkg:npm/a@1|MIT b|||";
    QTest::newRow("cyclonedx") << QByteArray(
        R"({"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"tools":{"components":[{"name":"cdx"}]}},
            "components":[{"type":"library","group":"org.x","name":"y","version":"2","purl":"pkg:maven/org.x/y@2",
            "licenses":[{"license":{"id":"MIT"}},{"expression":"BSD-3-Clause"}],"components":[{"type":"library","name":"in"}]},
            {"type":"file","name":"z"}]})")
                               << "CycloneDX 1.5 JSON"
                               << "cdx"
                               << "org.x/y|2|pkg:maven/org.x/y@2|MIT AND BSD-3-Clause in|||";
    QTest::newRow("syft") << QByteArray(R"({"artifacts":[{"name":"a","version":"1","purl":"pkg:pypi/a@1"}],"source":{"name":"i"},
            "descriptor":{"name":"syft","version":"1.2"}})")
                          << "Syft JSON"
                          << "syft 1.2"
                          << "a|1|pkg:pypi/a@1|";
    QTest::newRow("in-toto around spdx") << QByteArray(
        R"({"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://spdx.dev/Document",
            "predicate":{"spdxVersion":"SPDX-2.3","packages":[{"name":"p","versionInfo":"3"}]}})")
                                         << "SPDX 2.3 JSON (in-toto)"
                                         << ""
                                         << "p|3||";
    QTest::newRow("spdx 3") << QByteArray(R"({"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
            {"type":"software_Package","name":"q","software_packageVersion":"2","software_packageUrl":"pkg:generic/q@2"},
            {"type":"Tool","name":"maker"}]})")
                            << "SPDX 3 JSON"
                            << "maker"
                            << "q|2|pkg:generic/q@2|";
}

void TestSbomClaims::formats()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, format);
    QFETCH(QString, tool);
    QFETCH(QString, parts);
    const auto claim = readSbomClaim(content);
    QVERIFY(claim);
    QCOMPARE(claim->format, format);
    QCOMPARE(claim->tool, tool);
    QCOMPARE(partsOf(*claim), parts);
    QVERIFY(claim->complete);
}

void TestSbomClaims::noClaims_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other json") << QByteArray(R"({"name":"x","packages":[]})");
    QTest::newRow("cut") << QByteArray(R"({"spdxVersion":"SPDX-2.3","packages":[{"name":"ba)");
    QTest::newRow("100 000 levels") << QByteArray(R"({"spdxVersion":"SPDX-2.3","packages":)") + QByteArray(100'000, '[')
            + QByteArray(100'000, ']') + '}';
    QTest::newRow("100 000 objects deep") << QByteArray(R"({"a":)").repeated(100'000) + '1' + QByteArray(100'000, '}');
    QTest::newRow("statement in a statement")
        << QByteArray(R"({"_type":"https://in-toto.io/Statement/v1","predicate":{"_type":"https://in-toto.io/Statement/v1",
            "predicate":{"spdxVersion":"SPDX-2.3"}}})");
}

void TestSbomClaims::noClaims()
{
    QFETCH(QByteArray, content);
    QVERIFY(!readSbomClaim(content));
}

/// Components inside components are read to a depth; what lies below is said to be missing.
void TestSbomClaims::deepComponentsEnd()
{
    QByteArray content = R"({"bomFormat":"CycloneDX","specVersion":"1.6")";
    for (int i = 0; i < 100; ++i)
        content += R"(,"components":[{"name":"c","type":"library")";
    content += QByteArray("}]").repeated(100) + '}';
    const auto claim = readSbomClaim(content);
    QVERIFY(claim);
    QVERIFY(!claim->complete);
    QCOMPARE(claim->parts.size(), size_t(65));
}

void TestSbomClaims::places_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("read");
    QTest::newRow("wolfi") << QByteArray("var/lib/db/sbom/bash-5.2-r1.spdx.json") << true;
    QTest::newRow("bitnami") << QByteArray("opt/bitnami/redis/.spdx-redis.spdx") << true;
    QTest::newRow("pep 770") << QByteArray("v/site-packages/a-1.dist-info/sboms/auditwheel.cdx.json") << true;
    QTest::newRow("top") << QByteArray("sbom.json") << true;
    QTest::newRow("any cyclonedx") << QByteArray("app/bom.json") << true;
    QTest::newRow("package.json") << QByteArray("app/package.json") << false;
    QTest::newRow("a word that ends so") << QByteArray("app/mysbom.json") << false;
}

void TestSbomClaims::places()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, read);
    QCOMPARE(sbomClaimLimit(path.toStdString()) > 0, read);
}

void TestSbomClaims::comparedWithTheBytes()
{
    Inventory inventory;
    inventory.components
        = {component("bash", "5.2", "pkg:deb/debian/bash@5.2?arch=amd64"), component("gdb", "13", "pkg:deb/debian/gdb@13", 2),
           component("Flask_Thing", "1.0", "pkg:pypi/flask-thing@1.0"), component("@s/x", "1", "pkg:npm/%40s/x@1")};
    SbomClaim claim;
    claim.parts = {{QStringLiteral("bash"), QStringLiteral("5.2"), QStringLiteral("pkg:deb/debian/bash@5.2?distro=12"), {}},
                   {QStringLiteral("bash"), QStringLiteral("5.1"), QStringLiteral("pkg:deb/debian/bash@5.1"), {}},
                   {QStringLiteral("gdb"), QStringLiteral("13"), {}, {}},
                   {QStringLiteral("flask-thing"), {}, {}, {}},
                   {QStringLiteral("@s/x"), QStringLiteral("1"), QStringLiteral("pkg:npm/@s/x@1"), {}},
                   {QStringLiteral("curl"), QStringLiteral("8"), {}, {}}};
    const std::vector<ClaimAnswer> answers = answerClaim(inventory, claim);
    QStringList states;
    for (const ClaimAnswer &answer : answers)
        states.append(QString(claimStateId(answer.state)) + QLatin1Char(' ')
                      + (answer.component.isValid() ? QString::number(answer.component.value) : QStringLiteral("-")));
    QCOMPARE(states.join(QLatin1Char(',')), QStringLiteral("found 0,other-version 0,gone 1,found 2,found 3,absent -"));
}

QTEST_APPLESS_MAIN(TestSbomClaims)
#include "tst_sbomclaims.moc"
