// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policydata.h"
#include "inventorybuilder.h"

#include <QFile>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr int rounds = 300;

template <typename T, size_t N>
T pick(std::mt19937 &random, const T (&values)[N])
{
    return values[random() % N];
}

Line randomLine(std::mt19937 &random)
{
    static const char *const components[]
        = {"", "deb/bash@5.2", "deb/libc6@2.36", "pypi/torch@2.7", "pypi/triton@3.3", "npm/x@1"};
    static const char *const expressions[] = {"",
                                              "MIT",
                                              "GPL-3.0-or-later",
                                              "LGPL-2.1-only",
                                              "AGPL-3.0-only",
                                              "SSPL-1.0",
                                              "LicenseRef-NVIDIA-CUDA-EULA",
                                              "BSD-4-Clause",
                                              "MPL-2.0",
                                              "LicenseRef-Llama-3.1",
                                              "LicenseRef-Oracle-NFTC",
                                              "MIT OR GPL-2.0-only",
                                              "OpenSSL"};
    static const char *const groups[] = {"", "tool", "header", "shared-library", "static-library", "driver", "nsight"};
    static const char *const agreements[] = {"", "nvidia-cuda-eula", "nvidia-cudnn", "nvidia-ngc", "nvidia-driver"};
    static const char *const newer[] = {"", "", "nvidia-cuda-eula-2026-01-26"};
    Line line;
    line.component = pick(random, components);
    line.licenceClass = allLicenceClasses[random() % licenceClassCount];
    line.expression = pick(random, expressions);
    line.basis = static_cast<Basis>(random() % (static_cast<unsigned>(Basis::None) + 1));
    line.right = static_cast<Right>(random() % (static_cast<unsigned>(Right::NotListed) + 1));
    line.group = pick(random, groups);
    line.agreement = pick(random, agreements);
    line.newer = pick(random, newer);
    line.live = random() % 3;
    line.ghosts = random() % 3;
    line.layer = static_cast<quint16>(random() % 9);
    return line;
}

std::vector<Line> randomLines(std::mt19937 &random)
{
    std::vector<Line> lines(random() % 12);
    std::generate(lines.begin(), lines.end(), [&] { return randomLine(random); });
    return lines;
}

Answers randomAnswers(std::mt19937 &random, const Policy &policy)
{
    Answers answers;
    for (const Question &question : policy.questions()) {
        if (random() % 2 == 0)
            answers.insert(question.id, question.choices[random() % question.choices.size()].id);
    }
    return answers;
}

QByteArray printed(const Assessment &assessment)
{
    QByteArray text;
    for (const Finding &finding : assessment.findings) {
        text += finding.key.toUtf8() + ' ' + finding.expression.toUtf8() + ' ' + finding.document.toUtf8() + ' '
            + QByteArray::number(finding.liveFiles) + ' ' + QByteArray::number(finding.ghostFiles);
        for (const quint16 layer : finding.layers)
            text += ' ' + QByteArray::number(layer);
        for (const Effect &effect : finding.effects) {
            text += QByteArray(" | ") + riskLevelId(effect.risk).data() + ' ' + permissionId(effect.permission).data() + ' '
                + effect.duties.join(u',').toUtf8() + ' ' + effect.clause.toUtf8() + ' ' + effect.whyEn.toUtf8();
        }
        text += '\n';
    }
    for (const ScenarioVerdict &verdict : assessment.verdicts) {
        text += QByteArray(verdictId(verdict.verdict).data()) + ' ' + riskLevelId(verdict.risk).data() + ' '
            + verdict.duties.join(u',').toUtf8();
        for (const quint32 index : verdict.holding)
            text += ' ' + QByteArray::number(index);
        text += '\n';
    }
    return text + assessment.assumptions.join(u',').toUtf8();
}

}  // namespace

/// Seeded random inventories: the same on every machine, a failure names its round.
class tst_AssessProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void addingNeverImproves();
    void unknownIsNeverSafe();
    void orderChangesNothing();
    void orderOfRulesChangesNothing();
    void dutiesAndCountsAgree();

private:
    std::shared_ptr<const Policy> m_policy;
};

void tst_AssessProperties::initTestCase()
{
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
}

void tst_AssessProperties::addingNeverImproves()
{
    std::mt19937 random(20261101);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Line> lines = randomLines(random);
        const Answers answers = randomAnswers(random, *m_policy);
        const Assessment before = m_policy->assess(InventoryBuilder().add(lines).inventory(), answers);
        lines.push_back(randomLine(random));
        const Assessment after = m_policy->assess(InventoryBuilder().add(lines).inventory(), answers);
        for (const Scenario scenario : allScenarios) {
            const ScenarioVerdict &less = before.verdict(scenario);
            const ScenarioVerdict &more = after.verdict(scenario);
            const QByteArray where = QByteArray::number(round) + ' ' + scenarioId(scenario).data();
            QVERIFY2(more.verdict >= less.verdict, where);
            // Removing the line again leads from `after` to `before`, so this is both properties.
            QVERIFY2(more.riskWithUnknown >= less.riskWithUnknown, where);
            if (less.risk != RiskLevel::NotAssessed && !before.findings.empty())
                QVERIFY2(more.risk >= less.risk, where);
            for (const QString &duty : less.duties)
                QVERIFY2(more.duties.contains(duty), where);
        }
    }
}

void tst_AssessProperties::unknownIsNeverSafe()
{
    std::mt19937 random(7);
    for (int round = 0; round < rounds; ++round) {
        const Assessment assessment
            = m_policy->assess(InventoryBuilder().add(randomLines(random)).inventory(), randomAnswers(random, *m_policy));
        for (const Finding &finding : assessment.findings) {
            if (!finding.isUnknown())
                continue;
            for (const Scenario scenario : allScenarios) {
                QVERIFY2(finding.effect(scenario).risk != RiskLevel::Safe, qPrintable(finding.key));
                if (leavesCompany(scenario))
                    QVERIFY2(assessment.verdict(scenario).verdict >= Verdict::CannotTell, qPrintable(finding.key));
                QVERIFY(assessment.verdict(scenario).riskWithUnknown > RiskLevel::Safe);
            }
        }
    }
}

void tst_AssessProperties::orderChangesNothing()
{
    std::mt19937 random(99);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Line> lines = randomLines(random);
        const Answers answers = randomAnswers(random, *m_policy);
        const Assessment first = m_policy->assess(InventoryBuilder().add(lines).inventory(), answers);
        std::shuffle(lines.begin(), lines.end(), random);
        const Assessment second = m_policy->assess(InventoryBuilder().add(lines).inventory(), answers);
        QCOMPARE(printed(second), printed(first));
    }
}

namespace {

QByteArray compiledIn(const char *name)
{
    QFile file(QLatin1String(":/policy/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

YAML::Node shuffled(const YAML::Node &list, std::mt19937 &random)
{
    // Nodes are handles that assignment would tie together, so places are shuffled.
    std::vector<size_t> places(list.size());
    std::iota(places.begin(), places.end(), size_t(0));
    std::shuffle(places.begin(), places.end(), random);
    YAML::Node result(YAML::NodeType::Sequence);
    for (const size_t place : places)
        result.push_back(list[place]);
    return result;
}

}  // namespace

void tst_AssessProperties::orderOfRulesChangesNothing()
{
    const PolicySources written {compiledIn("classes.yaml"), compiledIn("rules.yaml"), compiledIn("duties.yaml"),
                                 compiledIn("scenarios.yaml")};
    const auto first = Policy::fromSources(written);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().cause));
    std::mt19937 random(815);
    for (int round = 0; round < 5; ++round) {
        YAML::Node root = YAML::Load(written.rules.toStdString());
        root["rules"] = shuffled(root["rules"], random);
        root["modifiers"] = shuffled(root["modifiers"], random);
        PolicySources mixed = written;
        mixed.rules = QByteArray::fromStdString(YAML::Dump(root));
        const auto second = Policy::fromSources(mixed);
        QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().cause));
        for (int image = 0; image < 40; ++image) {
            const Inventory inventory = InventoryBuilder().add(randomLines(random)).inventory();
            const Answers answers = randomAnswers(random, **first);
            QCOMPARE(printed((*second)->assess(inventory, answers)), printed((*first)->assess(inventory, answers)));
        }
    }
}

void tst_AssessProperties::dutiesAndCountsAgree()
{
    std::mt19937 random(4711);
    for (int round = 0; round < rounds; ++round) {
        const Assessment assessment
            = m_policy->assess(InventoryBuilder().add(randomLines(random)).inventory(), randomAnswers(random, *m_policy));
        for (const Scenario scenario : allScenarios) {
            const ScenarioVerdict &verdict = assessment.verdict(scenario);
            quint32 counted = 0;
            for (const quint32 count : verdict.findingsByRisk)
                counted += count;
            QCOMPARE(counted, quint32(assessment.findings.size()));
            QCOMPARE(verdict.verdict == Verdict::CanShip, verdict.holding.empty());
            QVERIFY(verdict.verdict != Verdict::CanShipWithDuties || !verdict.duties.isEmpty());
            QCOMPARE(QSet<QString>(verdict.duties.begin(), verdict.duties.end()).size(), verdict.duties.size());
            for (const QString &duty : verdict.duties)
                QVERIFY2(m_policy->duty(duty), qPrintable(duty));
        }
    }
}

QTEST_GUILESS_MAIN(tst_AssessProperties)
#include "tst_assessproperties.moc"
