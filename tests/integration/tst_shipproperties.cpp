// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "core/inventory/scanner.h"
#include "core/policy/policy.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr int rounds = 30;

/// A file of some image: each says something different of its terms, or nothing. None is a text of terms: such a file explains
/// its neighbours, which is the one way in which a file may improve an answer.
struct Item {
    const char *path;
    const char *content;
};

const Item items[] = {
    {"usr/lib/a.py", "# SPDX-License-Identifier: MIT"},
    {"usr/lib/b.py", "# SPDX-License-Identifier: GPL-3.0-or-later"},
    {"usr/lib/c.py", "# SPDX-License-Identifier: LGPL-2.1-only"},
    {"usr/lib/d.py", "# SPDX-License-Identifier: AGPL-3.0-only"},
    {"usr/lib/e.py", "# SPDX-License-Identifier: CC0-1.0"},
    {"usr/lib/f.py", "# SPDX-License-Identifier: SSPL-1.0"},
    {"usr/lib/g.py", "# SPDX-License-Identifier: CC-BY-NC-4.0"},
    {"usr/lib/h.py", "# SPDX-License-Identifier: MIT OR GPL-2.0-only"},
    {"srv/mystery.bin", "nothing is known of this"},
    {"usr/local/cuda/lib64/libcudart.so.12", "object code"},
    {"usr/local/cuda/lib64/libcusolverMg.so.11", "object code"},
    {"usr/local/cuda/include/cublas_v2.h", "/* header */"},
    {"usr/lib/x86_64-linux-gnu/libcuda.so.535.1", "driver"},
    {"opt/nvidia/nsight-systems/bin/nsys", "tool"},
};

using Layers = std::vector<std::vector<int>>;  ///< places in `items`

Layers randomLayers(std::mt19937 &random)
{
    std::vector<int> all(std::size(items));
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<int>(i);
    std::shuffle(all.begin(), all.end(), random);
    all.resize(1 + random() % 6);
    Layers layers(1 + random() % 3);
    for (const int item : all)
        layers[random() % layers.size()].push_back(item);
    return layers;
}

QString lineOf(int item)
{
    QString content = QString::fromLatin1(items[item].content);
    return QStringLiteral("f %1 644 = %2\n").arg(QString::fromLatin1(items[item].path), content);
}

}  // namespace

/// The promises about verdicts on images that go the whole way from bytes to findings; seeded, the same on every machine.
class tst_ShipProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFileNeverImproves();
    void hidingAFileNeverImprovesADelivery();
    void orderChangesNothing();

private:
    Assessment assess(const Layers &layers, const QString &lastLayer = {});
    ScanKnowledge m_knowledge;
    std::shared_ptr<const Policy> m_policy;
    QTemporaryDir m_folder;
};

void tst_ShipProperties::initTestCase()
{
    auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge.has_value());
    m_knowledge = *knowledge;
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
}

Assessment tst_ShipProperties::assess(const Layers &layers, const QString &lastLayer)
{
    TextImage image;
    for (size_t i = 0; i < layers.size(); ++i) {
        QString lines = QStringLiteral("d tmp 755\n");
        for (const int item : layers[i])
            lines += lineOf(item);
        image.layer(QStringLiteral("RUN step %1").arg(i), lines);
    }
    if (!lastLayer.isEmpty())
        image.layer(QStringLiteral("RUN rm -rf"), lastLayer);
    const QString path = m_folder.filePath(QStringLiteral("image.tar"));
    if (!image.writeFile(path, image.dockerArchive()))
        return {};
    const auto source = openImageSource(path);
    const auto opened = source ? (*source)->image(0) : tl::unexpected<Error>(source.error());
    if (!opened)
        return {};
    Progress progress;
    return m_policy->assess(*scan(**source, *opened, m_knowledge, {}, {}, progress));
}

void tst_ShipProperties::aFileNeverImproves()
{
    std::mt19937 random(7);
    for (int round = 0; round < rounds; ++round) {
        Layers layers = randomLayers(random);
        const Assessment before = assess(layers);
        QVERIFY(before.complete);
        layers.back().push_back(static_cast<int>(random() % std::size(items)));
        const Assessment after = assess(layers);
        QVERIFY(after.complete);
        for (const Scenario scenario : allScenarios) {
            const QByteArray where = QByteArray::number(round) + ' ' + scenarioId(scenario).data();
            QVERIFY2(after.verdict(scenario).verdict >= before.verdict(scenario).verdict, where);
            if (!before.findings.empty())
                QVERIFY2(after.verdict(scenario).riskWithUnknown >= before.verdict(scenario).riskWithUnknown, where);
        }
    }
}

void tst_ShipProperties::hidingAFileNeverImprovesADelivery()
{
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
        Layers layers = randomLayers(random);
        if (layers.front().empty())
            layers.front().push_back(static_cast<int>(random() % std::size(items)));
        const Assessment before = assess(layers);
        const Assessment after
            = assess(layers, QStringLiteral("w %1\n").arg(QString::fromLatin1(items[layers.front().front()].path)));
        for (const Scenario scenario : {Scenario::OnPremises, Scenario::Embedded, Scenario::Sdk}) {
            QCOMPARE(after.verdict(scenario).verdict, before.verdict(scenario).verdict);
            QCOMPARE(after.verdict(scenario).riskWithUnknown, before.verdict(scenario).riskWithUnknown);
            QCOMPARE(after.verdict(scenario).duties, before.verdict(scenario).duties);
        }
    }
}

void tst_ShipProperties::orderChangesNothing()
{
    std::mt19937 random(13);
    for (int round = 0; round < rounds; ++round) {
        Layers layers = randomLayers(random);
        const Assessment before = assess(layers);
        for (std::vector<int> &files : layers)
            std::shuffle(files.begin(), files.end(), random);
        std::shuffle(layers.begin(), layers.end(), random);
        const Assessment after = assess(layers);
        QCOMPARE(after.findings.size(), before.findings.size());
        for (size_t i = 0; i < before.findings.size(); ++i) {
            QCOMPARE(after.findings[i].key, before.findings[i].key);
            QCOMPARE(after.findings[i].liveFiles, before.findings[i].liveFiles);
            for (const Scenario scenario : allScenarios) {
                QCOMPARE(after.findings[i].effect(scenario).risk, before.findings[i].effect(scenario).risk);
                QCOMPARE(after.findings[i].effect(scenario).permission, before.findings[i].effect(scenario).permission);
            }
        }
        for (const Scenario scenario : allScenarios)
            QCOMPARE(after.verdict(scenario).duties, before.verdict(scenario).duties);
    }
}

QTEST_GUILESS_MAIN(tst_ShipProperties)
#include "tst_shipproperties.moc"
