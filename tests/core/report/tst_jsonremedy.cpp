// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/jsoncomparison.h"
#include "core/report/jsonremedy.h"
#include "tests/core/remedy/remedyimage.h"
#include "tests/support/elfwriter.h"
#include "tests/support/schemacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QStringList faultsOf(const char *schema, const QJsonObject &document)
{
    QFile file(QStringLiteral(WAYBILL_SCHEMA_FOLDER "/%1.schema.json").arg(QLatin1String(schema)));
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("no schema")};
    return SchemaCheck(QJsonDocument::fromJson(file.readAll()).object()).faults(document);
}

/// A tool that nobody may ship and a library that it, and a program that stays, loads.
TextImage loadedImage()
{
    TextImage image;
    ElfWriter program;
    program.needed = {"libnvperf_host.so"};
    ElfWriter library;
    library.soname = "libnvperf_host.so";
    image.content(QStringLiteral("PROGRAM"), program.bytes());
    image.content(QStringLiteral("PERF"), library.bytes());
    image.layer(QStringLiteral("COPY . / # buildkit"), QStringLiteral(R"(
        f usr/bin/measure 755 = <PROGRAM
        f usr/local/cuda-12/lib64/libnvperf_host.so 755 = <PERF
        f usr/local/cuda-12/bin/nvcc 755 = <PROGRAM
    )"));
    image.entrypoint({QStringLiteral("/usr/bin/measure")});
    return image;
}

}  // namespace

/// The answers of `remedy` and `compare` against their schemas, and their numbers against the plan.
class TestJsonRemedy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void planFollowsItsSchema();
    void obstaclesFollowTheSchema();
    void writtenImageFollowsTheSchema();
    void comparisonFollowsItsSchema();

private:
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
};

void TestJsonRemedy::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_scanned = m_rig.scanImage(remedyImage());
    QVERIFY(m_scanned.inventory);
}

void TestJsonRemedy::planFollowsItsSchema()
{
    const RemedyPlanner planner(m_scanned.inventory, m_rig.conclude());
    for (const Scenario scenario : allScenarios) {
        const RemedyPlan plan = planner.plan(scenario);
        const QJsonObject json = remedyJson(planner, plan, m_rig.policy());
        QCOMPARE(faultsOf("remedy", json).join(QLatin1Char('\n')), QString());
        QCOMPARE(json.value(QLatin1String("removals")).toArray().size(), qsizetype(plan.removals.size()));
        qint64 bytes = 0;
        for (const QJsonValue &removal : json.value(QLatin1String("removals")).toArray()) {
            if (removal[QLatin1String("chosen")].toBool())
                bytes += removal[QLatin1String("liveBytes")].toInteger() + removal[QLatin1String("ghostBytes")].toInteger();
        }
        QCOMPARE(bytes,
                 json.value(QLatin1String("bytesBefore")).toInteger() - json.value(QLatin1String("bytesAfter")).toInteger());
    }
}

void TestJsonRemedy::obstaclesFollowTheSchema()
{
    const auto scanned = m_rig.scanImage(loadedImage());
    QVERIFY(scanned.inventory);
    const RemedyPlanner planner(scanned.inventory, m_rig.conclude());
    const QJsonObject json = remedyJson(planner, planner.plan(Scenario::OnPremises), m_rig.policy());
    QCOMPARE(faultsOf("remedy", json).join(QLatin1Char('\n')), QString());
    const QJsonArray obstacles = json.value(QLatin1String("obstacles")).toArray();
    QCOMPARE(obstacles.size(), 1);
    const QJsonValue breakage = obstacles[0][QLatin1String("neededBy")][0];
    QCOMPARE(breakage[QLatin1String("kind")].toString(), QStringLiteral("library"));
    QCOMPARE(breakage[QLatin1String("who")].toString(), QStringLiteral("usr/bin/measure"));
    QCOMPARE(breakage[QLatin1String("needs")].toString(), QStringLiteral("libnvperf_host.so"));
}

void TestJsonRemedy::writtenImageFollowsTheSchema()
{
    const RemedyPlanner planner(m_scanned.inventory, m_rig.conclude());
    const RemedyPlan plan = planner.plan(Scenario::OnPremises);
    const ImageEdits edits(m_scanned.inventory, planner.removalSet(plan), planner.goneComponents(plan));
    const QString folder = m_rig.path(QStringLiteral("written"));
    ImageWriteOptions options;
    options.added = {{"usr/share/doc/NOTICE", "words"}};
    Progress progress;
    const auto written = writeImage(*m_scanned.source, m_scanned.image, edits, folder, options, {}, progress);
    QVERIFY(written.has_value());
    QJsonObject json = remedyJson(planner, plan, m_rig.policy());
    json[QStringLiteral("written")] = writtenJson(*written, folder, plan.after);
    QCOMPARE(faultsOf("remedy", json).join(QLatin1Char('\n')), QString());
}

void TestJsonRemedy::comparisonFollowsItsSchema()
{
    const auto other = m_rig.scanImage(loadedImage());
    QVERIFY(other.inventory);
    const ComparedImage a {m_scanned.inventory, m_rig.conclude()(*m_scanned.inventory)};
    const ComparedImage b {other.inventory, m_rig.conclude()(*other.inventory)};
    for (const auto &[x, y] : {std::pair(a, b), std::pair(b, a), std::pair(a, a)}) {
        const QJsonObject json = comparisonJson(x, y, compareImages(x, y));
        QCOMPARE(faultsOf("compare", json).join(QLatin1Char('\n')), QString());
    }
}

QTEST_GUILESS_MAIN(TestJsonRemedy)
#include "tst_jsonremedy.moc"
