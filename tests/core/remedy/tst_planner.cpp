// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/remedy/dockerfile.h"
#include "tests/core/remedy/remedyimage.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestPlanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void smallestSet();
    void linksGoAlong();
    void sumsCountEveryByteOnce();
    void verdictIsLifted();
    void choicesAreJudgedAgain();
    void breakageIsNamed();
    void scenarioWithoutObjectionNeedsNothing();
    void reducedInventoryCounts();
    void lowerVersionsGoToo();
    void openQuestionsTakeNothingAlong();
    void dockerfileNamesLayersAndPaths();

private:
    const Removal *removal(const RemedyPlan &plan, const char *id) const;
    QStringList paths(const Removal &removal) const;
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    std::unique_ptr<RemedyPlanner> m_planner;
    RemedyPlan m_plan;
};

void TestPlanner::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_scanned = m_rig.scanImage(remedyImage());
    QVERIFY(m_scanned.inventory);
    QVERIFY(m_scanned.inventory->isComplete());
    m_planner = std::make_unique<RemedyPlanner>(m_scanned.inventory, m_rig.conclude());
    m_plan = m_planner->plan(Scenario::OnPremises);
}

const Removal *TestPlanner::removal(const RemedyPlan &plan, const char *id) const
{
    for (const Removal &item : plan.removals) {
        if (item.id == QLatin1String(id))
            return &item;
    }
    return nullptr;
}

QStringList TestPlanner::paths(const Removal &removal) const
{
    QStringList list;
    for (const NodeId node : removal.nodes)
        list.append(QString::fromStdString(m_scanned.inventory->tree->path(node)));
    list.sort();
    return list;
}

void TestPlanner::smallestSet()
{
    QStringList lines;
    for (const Removal &item : m_plan.removals) {
        if (item.permission == Permission::NotPermitted)
            lines.append(item.id + QLatin1Char(' ') + removalReasonId(item.reason)
                         + (item.chosen ? QString() : QStringLiteral(" -")));
    }
    lines.sort();
    QCOMPARE(lines.join(QLatin1Char('\n')),
             QStringLiteral("files:product/NVIDIA CUDA compilation tools@ no-package\n"
                            "files:pypi/triton@3.3.0 files-only\n"
                            "package:deb/nvidia-cuda-ghost@1.0-1 ghost\n"
                            "package:deb/nvidia-cuda-toolkit@1.0-1 not-needed\n"
                            "package:deb/nvidia-profiler@1.0-1 not-needed"));
}

void TestPlanner::linksGoAlong()
{
    const Removal *toolkit = removal(m_plan, "package:deb/nvidia-cuda-toolkit@1.0-1");
    QVERIFY(toolkit);
    QCOMPARE(paths(*toolkit),
             (QStringList {QStringLiteral("usr/bin/nvdisasm"), QStringLiteral("usr/bin/ptxas"),
                           QStringLiteral("usr/include/cuda/private.h"), QStringLiteral("usr/local/bin/assembler"),
                           QStringLiteral("usr/local/bin/disassembler"), QStringLiteral("usr/share/doc/cuda-meta/copyright"),
                           QStringLiteral("var/lib/dpkg/info/cuda-meta.list"),
                           QStringLiteral("var/lib/dpkg/info/nvidia-cuda-toolkit.list"),
                           QStringLiteral("var/lib/dpkg/info/nvidia-cuda-toolkit.postinst")}));
    QCOMPARE(toolkit->components.size(), size_t(2));  // the package that is only there for it
    const RemovalSet set = m_planner->removalSet(m_plan);
    const FileTree &tree = *m_scanned.inventory->tree;
    QVERIFY(set.emptied()[tree.findLive("usr/include/cuda").value]);
    QVERIFY(!set.emptied()[tree.findLive("usr/include").value]);  // was there before
    QVERIFY(!set.contains(tree.findLive("usr/bin/bash")));
}

void TestPlanner::sumsCountEveryByteOnce()
{
    qint64 sum = 0;
    quint32 ghosts = 0;
    for (const Removal &item : m_plan.removals) {
        if (!item.chosen)
            continue;
        sum += item.bytes();
        ghosts += item.ghostFiles;
    }
    QCOMPARE(sum, m_plan.bytesBefore - m_plan.bytesAfter);
    QCOMPARE(ghosts, 3U);  // two tools and a list that a later layer deleted
}

void TestPlanner::verdictIsLifted()
{
    QCOMPARE(m_plan.before.verdict, Verdict::CannotShip);
    QVERIFY(m_plan.after.verdict != Verdict::CannotShip);
    QVERIFY(m_plan.lifts());
    QCOMPARE(m_plan.emptiedLayers, std::vector<int> {4});
    // Nothing less would do: without any one of the steps the verdict stays.
    for (const Removal &item : m_plan.removals) {
        if (item.permission != Permission::NotPermitted)
            continue;
        const RemedyPlan less = m_planner->plan(Scenario::OnPremises, {{item.id}, {}});
        QVERIFY2(less.after.verdict == Verdict::CannotShip, qPrintable(item.id));
    }
}

void TestPlanner::choicesAreJudgedAgain()
{
    RemedyPlan plan = m_planner->plan(Scenario::OnPremises, {{QStringLiteral("files:pypi/triton@3.3.0")}, {}});
    QCOMPARE(plan.after.verdict, Verdict::CannotShip);
    for (Removal &item : plan.removals)
        item.chosen = item.chosen || item.id == QLatin1String("files:pypi/triton@3.3.0");
    m_planner->evaluate(plan);
    QCOMPARE(plan.after.verdict, m_plan.after.verdict);
    QCOMPARE(plan.bytesAfter, m_plan.bytesAfter);
}

void TestPlanner::breakageIsNamed()
{
    for (const Removal &item : m_plan.removals)
        QVERIFY2(item.breaks.empty(), qPrintable(item.id));
    const RemedyPlan plan = m_planner->plan(
        Scenario::OnPremises, {{}, {QStringLiteral("triton"), QStringLiteral("deb/bash"), QStringLiteral("opt/**/torch/*.py")}});
    const Removal *triton = removal(plan, "package:triton");
    QVERIFY(triton);
    QCOMPARE(triton->breaks,
             (std::vector<Breakage> {{BreakageKind::Package, QStringLiteral("torch 2.7.0"), QStringLiteral("triton")}}));
    const Removal *bash = removal(plan, "package:deb/bash");
    QVERIFY(bash);
    QCOMPARE(
        bash->breaks,
        (std::vector<Breakage> {{BreakageKind::Essential, QStringLiteral("bash 1.0-1"), QStringLiteral("bash")},
                                {BreakageKind::EntryPoint, QStringLiteral("/usr/bin/bash"), QStringLiteral("usr/bin/bash")}}));
    const Removal *files = removal(plan, "files:opt/**/torch/*.py");
    QVERIFY(files);
    QCOMPARE(paths(*files), QStringList {QStringLiteral("opt/lib/python3/site-packages/torch/__init__.py")});
}

void TestPlanner::scenarioWithoutObjectionNeedsNothing()
{
    const RemedyPlan plan = m_planner->plan(Scenario::Saas);
    for (const Removal &item : plan.removals)
        QVERIFY2(item.permission != Permission::NotPermitted, qPrintable(item.id));
    QCOMPARE(plan.bytesAfter, plan.bytesBefore);
}

void TestPlanner::reducedInventoryCounts()
{
    const Inventory &inventory = *m_scanned.inventory;
    const NodeMarks nothing(static_cast<size_t>(inventory.tree->size()));
    const Inventory same = reducedInventory(inventory, nothing);
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        QCOMPARE(same.judgements[i].liveFiles, inventory.judgements[i].liveFiles);
        QCOMPARE(same.judgements[i].ghostBytes, inventory.judgements[i].ghostBytes);
        QCOMPARE(same.judgements[i].layers, inventory.judgements[i].layers);
    }
    QCOMPARE(same.judgedNodes, inventory.judgedNodes);
    const Inventory none = reducedInventory(inventory, NodeMarks(nothing.size(), true));
    QVERIFY(none.judgedNodes.empty());
    for (const Judgement &judgement : none.judgements)
        QCOMPARE(judgement.liveFiles + judgement.ghostFiles, 0U);
    for (const Component &component : none.components)
        QCOMPARE(component.bytes, 0);
}

/// Removing only the newest version of a file would bring the one below back to life.
void TestPlanner::lowerVersionsGoToo()
{
    TextImage image;
    image.layer(QStringLiteral("A"), QStringLiteral("f a/file 644 = old\nf a/other 644 = x"));
    image.layer(QStringLiteral("B"), QStringLiteral("f a/file 644 = new"));
    const RemedyRig::Scanned scanned = m_rig.scanImage(image);
    QVERIFY(scanned.inventory);
    const FileTree &tree = *scanned.inventory->tree;
    RemovalSet set(tree);
    set.add(tree.findLive("a/file"));
    set.complete();
    for (const NodeId version : tree.findAll("a/file"))
        QVERIFY(set.contains(version));
    RemovalSet ghost(tree);
    ghost.add(tree.findAll("a/file").front());
    ghost.complete();
    QVERIFY(!ghost.contains(tree.findLive("a/file")));
}

/// A link to a file that is only an open question stays when something else is asked for.
void TestPlanner::openQuestionsTakeNothingAlong()
{
    TextImage image;
    image.layer(QStringLiteral("COPY --from=build /out /srv"), QStringLiteral(R"(
        f srv/unknown.bin 644 = @64
        l srv/link -> unknown.bin
        f srv/other.txt 644 = text
    )"));
    const RemedyRig::Scanned scanned = m_rig.scanImage(image);
    QVERIFY(scanned.inventory);
    const FileTree &tree = *scanned.inventory->tree;
    const RemedyPlanner planner(scanned.inventory, m_rig.conclude());
    RemedyPlan plan = planner.plan(Scenario::OnPremises, {{}, {QStringLiteral("srv/other.txt")}});
    QVERIFY(std::any_of(plan.removals.begin(), plan.removals.end(),
                        [](const Removal &removal) { return removal.reason == RemovalReason::LeavesOpen; }));
    const RemovalSet set = planner.removalSet(plan);
    QVERIFY(set.contains(tree.findLive("srv/other.txt")));
    QVERIFY(!set.contains(tree.findLive("srv/link")));
    QVERIFY(!set.contains(tree.findLive("srv/unknown.bin")));
    // Chosen, the question takes its link along.
    for (Removal &removal : plan.removals)
        removal.chosen = true;
    QVERIFY(planner.removalSet(plan).contains(tree.findLive("srv/link")));
}

void TestPlanner::dockerfileNamesLayersAndPaths()
{
    const QString text = dockerfileText(*m_planner, m_plan);
    for (const char *part :
         {"#    layer 2: RUN apt-get install nvidia-cuda-toolkit", "# 2. Or start from the finished image", "USER 0\n",
          "RUN dpkg --purge \\\n    cuda-meta \\\n    nvidia-cuda-toolkit \\\n    nvidia-profiler\n",
          "    /opt/lib/python3/site-packages/triton/backends", "FROM scratch\nCOPY --from=full / /\n",
          "ENTRYPOINT [\"/usr/bin/bash\"]"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(!text.contains(QLatin1String("rm -rf / ")));
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
