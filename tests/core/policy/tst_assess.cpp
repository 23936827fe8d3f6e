// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"
#include "inventorybuilder.h"

#include <QTest>

#include <ctime>

using namespace waybill;
using namespace waybill::test;

namespace {

using Levels = std::array<RiskLevel, scenarioCount>;

QString named(const Levels &levels)
{
    QStringList names;
    for (const RiskLevel level : levels)
        names.append(riskLevelId(level));
    return names.join(u' ');
}

QString risks(const Assessment &assessment)
{
    Levels levels;
    for (const Scenario scenario : allScenarios)
        levels[static_cast<size_t>(scenario)] = assessment.verdict(scenario).risk;
    return named(levels);
}

QString verdicts(const Assessment &assessment)
{
    QStringList names;
    for (const Scenario scenario : allScenarios)
        names.append(verdictId(assessment.verdict(scenario).verdict));
    return names.join(u' ');
}

QStringList holding(const Assessment &assessment, Scenario scenario)
{
    QStringList keys;
    for (const quint32 index : assessment.verdict(scenario).holding)
        keys.append(assessment.findings[index].key);
    return keys;
}

Answers with(std::initializer_list<std::pair<const char *, const char *>> entries)
{
    Answers answers;
    for (const auto &[question, choice] : entries)
        answers.insert(QLatin1String(question), QLatin1String(choice));
    return answers;
}

}  // namespace

class tst_Assess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void develIsRatedAsInTheArticle();
    void withoutInternalFilesTheLevelsDrop();
    void runtimeIsHeldByTheNewerEdition();
    void ghostsCountLikeDevelWhereACopyLeaves();
    void unknownIsCountedApart();
    void incompleteIsNeverAYes();
    void emptyImage();
    void findingsAreGathered();
    void driver();
    void answers_data();
    void answers();
    void outsideCopyMakesInternalLikeOnPremises();
    void unansweredIsListedAndChangesNothing();
    void verdictsFollowFromFindings();
    void speed();

private:
    Assessment assess(const std::vector<Line> &lines, const Answers &answers = {}) const;
    std::shared_ptr<const Policy> m_policy;
};

void tst_Assess::initTestCase()
{
    auto policy = Policy::load();
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().subject + u' ' + policy.error().cause));
    m_policy = *policy;
}

Assessment tst_Assess::assess(const std::vector<Line> &lines, const Answers &answers) const
{
    return m_policy->assess(InventoryBuilder().add(lines).inventory(), answers);
}

void tst_Assess::develIsRatedAsInTheArticle()
{
    const Assessment assessment = assess(develLines());
    QCOMPARE(risks(assessment), QStringLiteral("low safe high extreme medium"));
    QCOMPARE(verdicts(assessment), QStringLiteral("can-ship can-ship cannot-ship cannot-ship cannot-ship"));
    QCOMPARE(holding(assessment, Scenario::OnPremises).size(), 6);
    QCOMPARE(assessment.policyVersion, QStringLiteral("2026.13"));
    QVERIFY(assessment.complete);
    QCOMPARE(assessment.unknownFiles, 0U);
}

void tst_Assess::withoutInternalFilesTheLevelsDrop()
{
    std::vector<Line> lines = without(develLines(), LicenceClass::VendorInternal);
    std::erase_if(lines, [](const Line &line) { return QLatin1String(line.group) == QLatin1String("driver"); });
    const Assessment assessment = assess(lines);
    QCOMPARE(risks(assessment), QStringLiteral("low safe medium high medium"));
    QCOMPARE(assessment.verdict(Scenario::OnPremises).verdict, Verdict::CanShipWithDuties);
    const Assessment ready = assess(lines, with({{"source-way", "ready"}}));
    QCOMPARE(ready.verdict(Scenario::OnPremises).risk, RiskLevel::Low);
    QVERIFY(!ready.verdict(Scenario::OnPremises).duties.contains(QLatin1String("source-offer")));
}

void tst_Assess::runtimeIsHeldByTheNewerEdition()
{
    const Assessment assessment = assess(runtimeLines());
    QCOMPARE(assessment.verdict(Scenario::OnPremises).verdict, Verdict::CannotTell);
    QCOMPARE(assessment.verdict(Scenario::OnPremises).risk, RiskLevel::Medium);
    QCOMPARE(holding(assessment, Scenario::OnPremises),
             QStringList(QStringLiteral("NV-NEWER@nvidia-cuda-eula-2018-08-16>nvidia-cuda-eula-2026-01-26")));
    const Finding &finding = assessment.findings[assessment.verdict(Scenario::OnPremises).holding.front()];
    QCOMPARE(finding.subject, QStringLiteral("nvidia-cufile-cu12 1.11, nvidia-nvjitlink-cu12 12.6"));
    const Effect &effect = finding.effect(Scenario::OnPremises);
    QCOMPARE(effect.whyEn,
             QStringLiteral("The text in the image (CUDA Toolkit EULA, 2018-08-16) does not list these files, while the newer "
                            "edition CUDA Toolkit EULA, 2026-01-26 does."));
    QVERIFY(effect.whyZh.contains(QLatin1String("CUDA Toolkit EULA, 2026-01-26")));
    QCOMPARE(finding.effect(Scenario::Embedded).risk, RiskLevel::High);
    QCOMPARE(finding.effect(Scenario::Saas).risk, RiskLevel::Safe);
}

void tst_Assess::ghostsCountLikeDevelWhereACopyLeaves()
{
    const Assessment devel = assess(develLines());
    const Assessment ghost = assess(withGhosts(develLines()));
    for (const Scenario scenario : {Scenario::OnPremises, Scenario::Embedded, Scenario::Sdk}) {
        QCOMPARE(ghost.verdict(scenario).verdict, devel.verdict(scenario).verdict);
        QCOMPARE(ghost.verdict(scenario).risk, devel.verdict(scenario).risk);
        QCOMPARE(holding(ghost, scenario), holding(devel, scenario));
        QCOMPARE(ghost.verdict(scenario).duties, devel.verdict(scenario).duties);
    }
    int ghosts = 0;
    for (const Finding &finding : ghost.findings) {
        if (!finding.ghostOnly())
            continue;
        ++ghosts;
        for (const Scenario scenario : {Scenario::Internal, Scenario::Saas}) {
            QCOMPARE(finding.effect(scenario).permission, Permission::Permitted);
            QCOMPARE(finding.effect(scenario).risk, RiskLevel::Safe);
            QVERIFY(finding.effect(scenario).duties.isEmpty());
        }
    }
    QCOMPARE(ghosts, 5);
}

void tst_Assess::unknownIsCountedApart()
{
    const Line unknown {.component = "", .licenceClass = LicenceClass::Unknown, .basis = Basis::None, .live = 7};
    const Assessment alone = assess({unknown});
    QCOMPARE(risks(alone), QStringLiteral("not-assessed not-assessed not-assessed not-assessed not-assessed"));
    QCOMPARE(alone.verdict(Scenario::OnPremises).riskWithUnknown, RiskLevel::Medium);
    QCOMPARE(alone.verdict(Scenario::Embedded).riskWithUnknown, RiskLevel::High);
    QCOMPARE(verdicts(alone), QStringLiteral("can-ship-with-duties can-ship-with-duties cannot-tell cannot-tell cannot-tell"));
    QCOMPARE(alone.unknownFiles, 7U);
    QCOMPARE(alone.assessedFiles, 7U);
    QCOMPARE(alone.verdict(Scenario::Saas).duties, QStringList(QStringLiteral("find-licence")));

    std::vector<Line> lines = without(without(develLines(), LicenceClass::VendorInternal), LicenceClass::VendorRedistributable);
    const Assessment before = assess(lines);
    lines.push_back(unknown);
    const Assessment after = assess(lines);
    QCOMPARE(after.verdict(Scenario::Saas).risk, before.verdict(Scenario::Saas).risk);
    QCOMPARE(after.verdict(Scenario::Saas).riskWithUnknown, RiskLevel::Low);
    QCOMPARE(after.verdict(Scenario::OnPremises).verdict, Verdict::CannotTell);
}

void tst_Assess::incompleteIsNeverAYes()
{
    const InventoryBuilder builder
        = InventoryBuilder().add({.licenceClass = LicenceClass::PublicDomain, .expression = "CC0-1.0"});
    QCOMPARE(m_policy->assess(builder.inventory()).verdict(Scenario::OnPremises).verdict, Verdict::CanShip);
    const Assessment cut = m_policy->assess(builder.inventory(false));
    QVERIFY(!cut.complete);
    for (const Scenario scenario : allScenarios) {
        QCOMPARE(cut.verdict(scenario).verdict, Verdict::CannotTell);
        QVERIFY(cut.verdict(scenario).holding.empty());
    }
    Inventory noted = builder.inventory();
    noted.notes.push_back({QStringLiteral("unterminated-tar"), 0, {}, true});
    QCOMPARE(m_policy->assess(noted).verdict(Scenario::Saas).verdict, Verdict::CannotTell);
    const Assessment devel = m_policy->assess(InventoryBuilder().add(develLines()).inventory(false));
    QCOMPARE(devel.verdict(Scenario::OnPremises).verdict, Verdict::CannotShip);
}

void tst_Assess::emptyImage()
{
    const Assessment assessment = assess({});
    QCOMPARE(risks(assessment), QStringLiteral("safe safe safe safe safe"));
    QCOMPARE(assessment.verdict(Scenario::Sdk).verdict, Verdict::CanShip);
    QVERIFY(assessment.findings.empty());
    QVERIFY(assessment.assumptions.isEmpty());
}

void tst_Assess::findingsAreGathered()
{
    const Line libc {.component = "deb/libc6@2.36",
                     .licenceClass = LicenceClass::WeakCopyleft,
                     .expression = "LGPL-2.1-or-later",
                     .live = 10,
                     .layer = 3};
    Line other = libc;
    other.expression = "LGPL-2.1-only OR MPL-2.0";
    other.live = 0;
    other.ghosts = 2;
    other.layer = 1;
    const Assessment assessment = assess({libc, other});
    QCOMPARE(assessment.findings.size(), size_t(1));
    const Finding &finding = assessment.findings.front();
    QCOMPARE(finding.key, QStringLiteral("CLS-WC@deb/libc6@2.36"));
    QCOMPARE(finding.subject, QStringLiteral("libc6 2.36"));
    QCOMPARE(finding.expression, QStringLiteral("(LGPL-2.1-only OR MPL-2.0) AND LGPL-2.1-or-later"));
    QCOMPARE(finding.liveFiles, 10U);
    QCOMPARE(finding.ghostFiles, 2U);
    QCOMPARE(finding.liveBytes, 10000);
    QCOMPARE(finding.layers, std::vector<quint16>({1, 3}));
    QCOMPARE(finding.judgements.size(), size_t(2));
    QVERIFY(!finding.ghostOnly());
}

void tst_Assess::driver()
{
    const Line driver {.component = "",
                       .licenceClass = LicenceClass::VendorRedistributable,
                       .basis = Basis::VendorRule,
                       .right = Right::DistributableConditions,
                       .group = "driver",
                       .agreement = "nvidia-driver",
                       .product = "driver",
                       .conditions = {QStringLiteral("driver-hub-only")}};
    const Assessment assessment = assess({driver});
    QCOMPARE(risks(assessment), QStringLiteral("low safe high extreme medium"));
    QCOMPARE(assessment.findings.front().key, QStringLiteral("NV-DRIVER@product/driver#driver"));
    QCOMPARE(assessment.findings.front().effect(Scenario::OnPremises).permission, Permission::NotPermitted);
    const Assessment hub = assess({driver}, with({{"delivery-way", "public-hub"}}));
    QCOMPARE(hub.verdict(Scenario::OnPremises).verdict, Verdict::CannotTell);
    QCOMPARE(hub.verdict(Scenario::OnPremises).risk, RiskLevel::Medium);
}

void tst_Assess::answers_data()
{
    QTest::addColumn<LicenceClass>("licenceClass");
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<RiskLevel>("risk");
    QTest::addColumn<Permission>("permission");
    using enum LicenceClass;
    using enum Scenario;
    const auto row = [](const char *name, LicenceClass cls, const char *expression, const char *question, const char *choice,
                        Scenario scenario, RiskLevel risk, Permission permission) {
        QTest::newRow(name) << cls << QByteArray(expression) << QByteArray(question) << QByteArray(choice) << scenario << risk
                            << permission;
    };
    row("AGPL unanswered", NetworkCopyleft, "AGPL-3.0-only", "", "", Saas, RiskLevel::High, Permission::PermittedWithDuties);
    row("AGPL unchanged", NetworkCopyleft, "AGPL-3.0-only", "changed-network-copyleft", "no", Saas, RiskLevel::Low,
        Permission::Permitted);
    row("AGPL don't know", NetworkCopyleft, "AGPL-3.0-only", "changed-network-copyleft", "unknown", Saas, RiskLevel::High,
        Permission::PermittedWithDuties);
    row("SSPL offered", SourceAvailable, "SSPL-1.0", "sspl-offered", "yes", Saas, RiskLevel::Extreme, Permission::NotPermitted);
    row("SSPL behind", SourceAvailable, "SSPL-1.0", "sspl-offered", "no", Saas, RiskLevel::Medium,
        Permission::PermittedWithDuties);
    row("GPU closed", VendorRedistributable, "LicenseRef-NVIDIA-CUDA-EULA", "raw-gpu-access", "no", Saas, RiskLevel::Safe,
        Permission::Permitted);
    row("GPU don't know", VendorRedistributable, "LicenseRef-NVIDIA-CUDA-EULA", "raw-gpu-access", "unknown", Saas,
        RiskLevel::Safe, Permission::Permitted);
    row("GPU open", VendorRedistributable, "LicenseRef-NVIDIA-CUDA-EULA", "raw-gpu-access", "yes", Saas, RiskLevel::Medium,
        Permission::Undetermined);
    row("source ready on-prem", StrongCopyleft, "GPL-2.0-only", "source-way", "ready", OnPremises, RiskLevel::Low,
        Permission::PermittedWithDuties);
    row("source ready embedded", StrongCopyleft, "GPL-2.0-only", "source-way", "ready", Embedded, RiskLevel::Medium,
        Permission::PermittedWithDuties);
    row("source offer chosen", StrongCopyleft, "GPL-2.0-only", "source-way", "written-offer", OnPremises, RiskLevel::Medium,
        Permission::PermittedWithDuties);
    row("safety critical", VendorRedistributable, "LicenseRef-NVIDIA-CUDA-EULA", "safety-critical", "yes", Embedded,
        RiskLevel::Extreme, Permission::Undetermined);
    row("Jetson", VendorInternal, "LicenseRef-NVIDIA-CUDA-EULA", "jetson", "yes", Embedded, RiskLevel::Medium,
        Permission::Undetermined);
    row("no closed program", WeakCopyleft, "LGPL-2.1-only", "closed-program", "no", OnPremises, RiskLevel::Low,
        Permission::PermittedWithDuties);
    row("SDK terms", VendorRedistributable, "LicenseRef-NVIDIA-CUDA-EULA", "sdk-terms", "no", Sdk, RiskLevel::High,
        Permission::Undetermined);
    row("SDK frozen", WeakCopyleft, "LGPL-2.1-only", "sdk-changes", "no", Sdk, RiskLevel::Medium, Permission::Undetermined);
    row("downloads", VendorInternal, "LicenseRef-NVIDIA-CUDA-EULA", "downloads", "yes", Saas, RiskLevel::Medium,
        Permission::Undetermined);
}

void tst_Assess::answers()
{
    QFETCH(LicenceClass, licenceClass);
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, question);
    QFETCH(QByteArray, choice);
    QFETCH(Scenario, scenario);
    const bool vendor = expression.startsWith("LicenseRef-NVIDIA");
    const Line line {.component = "deb/thing@1",
                     .licenceClass = licenceClass,
                     .expression = expression.constData(),
                     .right = !vendor                                   ? Right::NoAgreement
                         : licenceClass == LicenceClass::VendorInternal ? Right::InternalOnly
                                                                        : Right::DistributableConditions,
                     .group = vendor ? "tool" : "",
                     .agreement = vendor ? "nvidia-cuda-eula" : ""};
    Answers answers;
    if (!question.isEmpty())
        answers.insert(QString::fromLatin1(question), QString::fromLatin1(choice));
    const Assessment assessment = assess({line}, answers);
    QCOMPARE(assessment.findings.size(), size_t(1));
    QTEST(assessment.findings.front().effect(scenario).risk, "risk");
    QTEST(assessment.findings.front().effect(scenario).permission, "permission");
}

void tst_Assess::outsideCopyMakesInternalLikeOnPremises()
{
    for (const char *choice : {"yes", "unknown"}) {
        const Assessment assessment = assess(withGhosts(develLines()), with({{"outside-copy", choice}}));
        const ScenarioVerdict &internal = assessment.verdict(Scenario::Internal);
        const ScenarioVerdict &onPremises = assessment.verdict(Scenario::OnPremises);
        QCOMPARE(internal.verdict, Verdict::CannotShip);
        QCOMPARE(internal.risk, RiskLevel::High);
        QCOMPARE(internal.holding, onPremises.holding);
        QCOMPARE(internal.duties, onPremises.duties);
    }
}

void tst_Assess::unansweredIsListedAndChangesNothing()
{
    const Assessment assessment = assess(develLines());
    QVERIFY(assessment.assumptions.contains(QLatin1String("outside-copy")));
    QVERIFY(assessment.assumptions.contains(QLatin1String("source-way")));
    QVERIFY(assessment.assumptions.contains(QLatin1String("raw-gpu-access")));
    // Nothing in the image stands under a network copyleft, so that question does not matter.
    QVERIFY(!assessment.assumptions.contains(QLatin1String("changed-network-copyleft")));
    const Assessment answered = assess(develLines(), with({{"outside-copy", "no"}, {"raw-gpu-access", "unknown"}}));
    QVERIFY(!answered.assumptions.contains(QLatin1String("outside-copy")));
    QVERIFY(answered.assumptions.contains(QLatin1String("raw-gpu-access")));
    QCOMPARE(risks(answered), risks(assessment));
}

void tst_Assess::verdictsFollowFromFindings()
{
    Assessment assessment = assess(runtimeLines());
    for (Finding &finding : assessment.findings) {
        if (finding.ruleId == QLatin1String("NV-NEWER"))
            finding.effects[static_cast<size_t>(Scenario::OnPremises)].permission = Permission::Permitted;
    }
    concludeVerdicts(assessment);
    QCOMPARE(assessment.verdict(Scenario::OnPremises).verdict, Verdict::CanShipWithDuties);
    QCOMPARE(assessment.verdict(Scenario::Embedded).verdict, Verdict::CannotTell);
    QVERIFY(assessment.verdict(Scenario::OnPremises).duties.contains(QLatin1String("ask-vendor")));
    quint32 counted = 0;
    for (const quint32 count : assessment.verdict(Scenario::OnPremises).findingsByRisk)
        counted += count;
    QCOMPARE(counted, quint32(assessment.findings.size()));
}

void tst_Assess::speed()
{
    std::vector<std::string> names;
    InventoryBuilder builder;
    const std::vector<Line> kinds = develLines();
    for (int i = 0; i < 5000; ++i)
        names.push_back("deb/package" + std::to_string(i) + "@1.0-" + std::to_string(i));
    for (int i = 0; i < 5000; ++i) {
        Line line = kinds[static_cast<size_t>(i) % kinds.size()];
        line.component = names[static_cast<size_t>(i)].c_str();
        builder.add(line);
    }
    const Inventory inventory = builder.inventory();
    const Answers answers = with({{"source-way", "with-product"}, {"raw-gpu-access", "yes"}, {"sold-to-consumers", "yes"}});
    // Processor time, so that other work on the machine does not count.
    std::clock_t best = std::numeric_limits<std::clock_t>::max();
    for (int run = 0; run < 9; ++run) {
        const std::clock_t start = std::clock();
        const Assessment assessment = m_policy->assess(inventory, answers);
        best = std::min(best, std::clock() - start);
        QVERIFY(assessment.findings.size() > 4000);
    }
    const double milliseconds = 1000.0 * double(best) / CLOCKS_PER_SEC;
    qInfo("5000 judgements x 5 scenarios: %.1f ms", milliseconds);
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(milliseconds < 50, "5000 judgements must be assessed in 50 ms");
#endif
}

QTEST_GUILESS_MAIN(tst_Assess)
#include "tst_assess.moc"
