// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonreport.h"
#include "core/report/jsontrust.h"
#include "tests/core/report/testreview.h"
#include "tests/support/schemacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// The JSON views against their schemas, and the facts in them.
class TestJsonReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void followsSchemas_data();
    void followsSchemas();
    void schemasAreStrict();
    void findingsNameEverything();
    void ghostsNameTheirLayers();
    void oddPathsKeepTheirBytes();
    void filesAreBounded();
    void decisionsShow();
    void errors();

private:
    QJsonObject trust(bool full) const;
    static QJsonObject schema(const QString &name);
    QJsonObject finding(const QString &subject) const;
    std::shared_ptr<const Policy> m_policy;
    Review m_review;
    QJsonObject m_check;
};

QJsonObject TestJsonReport::schema(const QString &name)
{
    QFile file(QStringLiteral(WAYBILL_SCHEMA_FOLDER "/%1.schema.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject TestJsonReport::finding(const QString &subject) const
{
    for (const QJsonValue &value : m_check.value(QLatin1String("findings")).toArray()) {
        if (value.toObject().value(QLatin1String("subject")).toString().contains(subject))
            return value.toObject();
    }
    return {};
}

/// The trust document of the review; with `full` everything that a user can bring along: scanners, bills, checked signatures.
QJsonObject TestJsonReport::trust(bool full) const
{
    const auto knowledge = TrustKnowledge::load();
    if (!knowledge)
        return {};
    const Inventory &inventory = *m_review.inventory;
    const QDate today(2026, 11, 25);
    if (!full)
        return trustJson(inventory, trustReportOf(inventory, *knowledge, today), {}, {});
    CheckedSignature good;
    good.standing = SignatureStanding::Verified;
    good.format = QStringLiteral("cosign");
    CheckedSignature other = good;
    other.standing = SignatureStanding::OtherImage;
    ScannerReport scan;
    scan.tool = QStringLiteral("Trivy");
    ScannedHole hole;
    hole.id = QStringLiteral("CVE-2024-3094");
    hole.status = QStringLiteral("not_affected");
    scan.holes.push_back(hole);
    ComparedBill bill;
    bill.file = QStringLiteral("a.json");
    bill.claim.parts.push_back({});
    bill.result = reconcileBill(inventory, bill.claim, *knowledge->catalog);
    const std::vector<ImageListing> listings(1);
    return trustJson(inventory, trustReportOf(inventory, *knowledge, today, &listings, {good, other}), {scan}, {bill});
}

void TestJsonReport::initTestCase()
{
    const auto policy = Policy::load();
    QVERIFY(policy);
    m_policy = *policy;
    m_review = makeReview({6, true, true}, *m_policy);
    m_check = checkJson(m_review, *m_policy, {allScenarios.begin(), allScenarios.end()});
}

void TestJsonReport::followsSchemas_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("document");
    QTest::newRow("inspect") << QStringLiteral("inspect") << inspectJson(*m_review.inventory);
    QTest::newRow("check") << QStringLiteral("check") << m_check;
    QTest::newRow("check, one scenario") << QStringLiteral("check") << checkJson(m_review, *m_policy, {Scenario::Saas});
    QTest::newRow("review") << QStringLiteral("review") << QJsonDocument::fromJson(reviewJson(m_review, *m_policy)).object();
    QTest::newRow("trust") << QStringLiteral("trust") << trust(false);
    QTest::newRow("trust, all brought along") << QStringLiteral("trust") << trust(true);
    QTest::newRow("error") << QStringLiteral("error")
                           << errorJson({ErrorKind::Truncated, QStringLiteral("a.tar"), QStringLiteral("x"), 0, "p\xFF", 7, -1});
}

void TestJsonReport::followsSchemas()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, document);
    const QJsonObject rules = schema(name);
    QVERIFY(!rules.isEmpty());
    QCOMPARE(SchemaCheck(rules).faults(document).join(QLatin1Char('\n')), QString());
}

void TestJsonReport::schemasAreStrict()
{
    QJsonObject spoiled = m_check;
    spoiled[QStringLiteral("schemaVersion")] = 2;
    spoiled.remove(QStringLiteral("policyVersion"));
    spoiled[QStringLiteral("extra")] = true;
    QCOMPARE(SchemaCheck(schema(QStringLiteral("check"))).faults(spoiled).size(), 3);
}

void TestJsonReport::findingsNameEverything()
{
    const QJsonObject gdb = finding(QStringLiteral("gdb"));
    QCOMPARE(gdb.value(QLatin1String("class")).toString(), QStringLiteral("strong-copyleft"));
    QCOMPARE(gdb.value(QLatin1String("licence")).toString(), QStringLiteral("GPL-3.0-or-later"));
    QCOMPARE(gdb.value(QLatin1String("filesTotal")).toInt(), 25);
    QVERIFY(!gdb.value(QLatin1String("clause")).toString().isEmpty());
    QVERIFY(!gdb.value(QLatin1String("document")).toString().isEmpty());
    const QJsonObject layer = gdb.value(QLatin1String("layers")).toArray().at(0).toObject();
    QCOMPARE(layer.value(QLatin1String("number")).toInt(), 2);
    QVERIFY(layer.value(QLatin1String("createdBy")).toString().startsWith(QStringLiteral("RUN /bin/sh")));
    QCOMPARE(gdb.value(QLatin1String("scenarios")).toObject().size(), 5);
    const QJsonObject image = m_check.value(QLatin1String("image")).toObject();
    QCOMPARE(image.value(QLatin1String("digest")).toString(), imageDigest(m_review.inventory->image));
    QCOMPARE(m_check.value(QLatin1String("complete")).toBool(), false);
}

void TestJsonReport::ghostsNameTheirLayers()
{
    const QJsonObject nvcc = finding(QStringLiteral("nvcc"));
    QVERIFY(nvcc.value(QLatin1String("ghostOnly")).toBool());
    const QJsonObject file = nvcc.value(QLatin1String("files")).toArray().at(0).toObject();
    QCOMPARE(file.value(QLatin1String("path")).toString(), QStringLiteral("usr/local/cuda/bin/nvcc"));
    QCOMPARE(file.value(QLatin1String("layer")).toInt(), 2);
    QCOMPARE(file.value(QLatin1String("hiddenBy")).toInt(), 5);
    QCOMPARE(file.value(QLatin1String("size")).toInt(), 21'000'000);
    const QJsonObject ghosts = inspectJson(*m_review.inventory).value(QLatin1String("ghosts")).toObject();
    QCOMPARE(ghosts.value(QLatin1String("total")).toInt(), 3);
    QCOMPARE(ghosts.value(QLatin1String("files")).toArray().at(0).toObject().value(QLatin1String("path")).toString(),
             QStringLiteral("usr/local/cuda/bin/ptxas"));
}

void TestJsonReport::oddPathsKeepTheirBytes()
{
    const QJsonArray files = finding(QStringLiteral("opt")).value(QLatin1String("files")).toArray();
    bool found = false;
    for (const QJsonValue &value : files) {
        const QJsonObject file = value.toObject();
        if (!file.contains(QLatin1String("pathBytes")))
            continue;
        found = true;
        QVERIFY(file.value(QLatin1String("path")).toString().contains(QStringLiteral("\\u{202E}bad\\xFF.bin")));
        QVERIFY(QByteArray::fromBase64(file.value(QLatin1String("pathBytes")).toString().toLatin1())
                    .contains("\xE2\x80\xAE"
                              "bad\xFF.bin"));
    }
    QVERIFY(found);
}

void TestJsonReport::filesAreBounded()
{
    // 3000 findings of four files each stay whole; the bound of one finding is a thousand.
    const QJsonObject check = checkJson(makeReview({300, false, false}, *m_policy), *m_policy, {Scenario::Embedded});
    for (const QJsonValue &value : check.value(QLatin1String("findings")).toArray()) {
        const QJsonObject one = value.toObject();
        QCOMPARE(one.value(QLatin1String("files")).toArray().size(), qMin(1000, one.value(QLatin1String("filesTotal")).toInt()));
    }
}

void TestJsonReport::decisionsShow()
{
    const QJsonArray findings = m_check.value(QLatin1String("findings")).toArray();
    int decided = 0;
    for (const QJsonValue &value : findings)
        decided += value.toObject().contains(QLatin1String("decision")) ? 1 : 0;
    QCOMPARE(decided, 1);
    const QJsonObject review = QJsonDocument::fromJson(reviewJson(m_review, *m_policy)).object();
    QCOMPARE(review.value(QLatin1String("decisions")).toArray().size(), 1);
    QCOMPARE(review.value(QLatin1String("log")).toArray().size(), 2);
    QCOMPARE(reviewJson(m_review, *m_policy), reviewJson(m_review, *m_policy));
}

void TestJsonReport::errors()
{
    const QJsonObject error = errorJson({ErrorKind::NotAnImage, QStringLiteral("notes.tar"), QString(), -1, {}, -1, -1})
                                  .value(QLatin1String("error"))
                                  .toObject();
    QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("not-an-image"));
    QVERIFY(error.value(QLatin1String("message")).toString().contains(QStringLiteral("notes.tar")));
    QVERIFY(!error.contains(QLatin1String("layer")));
}

QTEST_MAIN(TestJsonReport)
#include "tst_jsonreport.moc"
