// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datafiles.h"
#include "core/inventory/scanner.h"
#include "core/policy/policy.h"

#include <QTest>

#include <set>

using namespace waybill;

/// From the built sample image to its verdicts, through every room of the engine.
class TestSample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsEveryLayer();
    void holdsEveryClass();
    void findsThePackages();
    void judgesTheVendorPairFileByFile();
    void keepsTheGhost();
    void cannotShipForNamedReasons();

private:
    const Judgement *judgementOf(const char *path) const
    {
        const auto versions = m_inventory->tree->findAll(path);
        return versions.empty() ? nullptr : m_inventory->judgement(versions.front());
    }
    std::shared_ptr<const Inventory> m_inventory;
};

void TestSample::initTestCase()
{
    const auto source = openImageSource(dataFile(QStringLiteral("sample.tar")));
    QVERIFY2(source, source ? "" : qPrintable(source.error().cause));
    const auto image = (*source)->image(0);
    QVERIFY(image);
    const auto knowledge = ScanKnowledge::load();
    QVERIFY2(knowledge, knowledge ? "" : qPrintable(knowledge.error().cause));
    Progress progress;
    m_inventory = scan(**source, *image, *knowledge, {}, {}, progress);
    QVERIFY(m_inventory);
}

void TestSample::readsEveryLayer()
{
    QVERIFY(m_inventory->isComplete());
    QCOMPARE(m_inventory->image.layers.size(), size_t(7));
    QCOMPARE(m_inventory->image.name, QStringLiteral("waybill/sample:1.0"));
    QCOMPARE(m_inventory->osName, QStringLiteral("Debian GNU/Linux 12 (bookworm)"));
}

void TestSample::holdsEveryClass()
{
    std::set<LicenceClass> seen;
    for (const Judgement &judgement : m_inventory->judgements)
        seen.insert(judgement.licenceClass);
    for (LicenceClass cls : allLicenceClasses)
        QVERIFY2(seen.count(cls) == 1, licenceClassId(cls).data());
}

void TestSample::findsThePackages()
{
    QStringList names;
    for (const Component &component : m_inventory->components) {
        if (component.kind == QLatin1String("deb"))
            names << component.name;
    }
    names.sort();
    QCOMPARE(names,
             (QStringList {QStringLiteral("base-files"), QStringLiteral("bash"), QStringLiteral("gdb"), QStringLiteral("libc6"),
                           QStringLiteral("libssl3"), QStringLiteral("mongodb-org-server"), QStringLiteral("tzdata"),
                           QStringLiteral("zlib1g")}));
}

void TestSample::judgesTheVendorPairFileByFile()
{
    const auto site = [](const char *path) { return std::string("usr/local/lib/python3.11/site-packages/nvidia/") + path; };
    const Judgement *tool = judgementOf(site("cuda_nvcc/bin/ptxas").c_str());
    const Judgement *library = judgementOf(site("cublas/lib/libcublas.so.12").c_str());
    QVERIFY(tool && library);
    QCOMPARE(tool->licenceClass, LicenceClass::VendorInternal);
    QCOMPARE(library->licenceClass, LicenceClass::VendorRedistributable);
    QCOMPARE(tool->right.editionId, QStringLiteral("nvidia-cuda-eula-2018-08-16"));
    QVERIFY(tool->right.editionInHand);
}

void TestSample::keepsTheGhost()
{
    const auto versions = m_inventory->tree->findAll("usr/bin/gdb");
    QCOMPARE(versions.size(), size_t(1));
    const TreeNode &node = m_inventory->tree->node(versions.front());
    QVERIFY(node.isGhost());
    QCOMPARE(int(node.layer), 1);
    QCOMPARE(int(node.hiddenBy), 4);
    QCOMPARE(judgementOf("usr/bin/gdb")->licenceClass, LicenceClass::StrongCopyleft);
}

void TestSample::cannotShipForNamedReasons()
{
    const auto policy = Policy::load();
    QVERIFY(policy);
    const Assessment assessment = (*policy)->assess(*m_inventory);
    const ScenarioVerdict &verdict = assessment.verdict(Scenario::OnPremises);
    QCOMPARE(verdict.verdict, Verdict::CannotShip);
    QStringList subjects;
    for (const quint32 finding : verdict.holding)
        subjects << assessment.findings.at(finding).subject;
    QVERIFY(subjects.contains(QStringLiteral("nvidia-cuda-nvcc-cu12 12.6.85")));
    QVERIFY(subjects.contains(QStringLiteral("face-weights 1.0")));
    QVERIFY(!subjects.contains(QStringLiteral("nvidia-cublas-cu12 12.6.4.1")));
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
