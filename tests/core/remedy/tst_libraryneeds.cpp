// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/remedy/libraryneeds.h"
#include "tests/core/remedy/remedyimage.h"
#include "tests/support/elfwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray library(const std::string &soname, const std::vector<std::string> &needed = {}, const std::string &runPath = {})
{
    ElfWriter elf;
    elf.soname = soname;
    elf.needed = needed;
    elf.runPath = runPath;
    return elf.bytes();
}

/// A program of the distribution, and a wheel whose libraries find each other by run path; a copy of one lies elsewhere.
TextImage linkedImage()
{
    TextImage image;
    ElfWriter program;
    program.interpreter = "/lib/ld.so";
    program.needed = {"libc.so.6", "libdriver.so.1"};
    image.content(QStringLiteral("PROGRAM"), program.bytes());
    image.content(QStringLiteral("LIBC"), library("libc.so.6"));
    image.content(QStringLiteral("LOADER"), library("ld.so"));
    image.content(QStringLiteral("CORE"), library("libcore.so", {"libjit.so.12", "libc.so.6"}, "$ORIGIN/../jit/lib"));
    image.content(QStringLiteral("JIT"), library("libjit.so.12"));
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/run 755 = <PROGRAM
        f lib/ld.so 755 = <LOADER
        f usr/lib/libc.so.6 755 = <LIBC
        f opt/wheel/core/libcore.so 755 = <CORE
        f opt/wheel/jit/lib/libjit.so.12 755 = <JIT
        f opt/other/libjit.so.12 755 = <JIT
        f opt/old/run 755 = <PROGRAM
    )"));
    image.layer(QStringLiteral("RUN rm -r /opt/old"), QStringLiteral("w opt/old"));
    image.entrypoint({QStringLiteral("/usr/bin/run")});
    return image;
}

}  // namespace

class TestLibraryNeeds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingGoneNothingBroken();
    void runPathIsFollowed();
    void aCopyElsewhereIsNoReplacement();
    void bothGoneIsNoNeed();
    void whatTheHostBringsIsMissedByNobody();
    void interpreterIsNeeded();
    void ghostsNeedNothing();
    void openRemovalsTellWhatTheyWouldBreak();
    void whatIsLoadedIsNeverProposed();

private:
    NodeId at(const char *path) const { return m_scanned.inventory->tree->findLive(path); }
    QStringList broken(const std::vector<const char *> &paths) const;
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    std::unique_ptr<LibraryNeeds> m_needs;
};

void TestLibraryNeeds::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_scanned = m_rig.scanImage(linkedImage());
    QVERIFY(m_scanned.inventory);
    m_needs = std::make_unique<LibraryNeeds>(*m_scanned.inventory);
    QVERIFY(m_needs->known());
}

QStringList TestLibraryNeeds::broken(const std::vector<const char *> &paths) const
{
    const FileTree &tree = *m_scanned.inventory->tree;
    NodeMarks marks(static_cast<size_t>(tree.size()));
    std::vector<NodeId> nodes;
    for (const char *path : paths) {
        const NodeId node = at(path);
        if (!node.isValid())
            return {QStringLiteral("no such file: ") + QLatin1String(path)};
        marks[node.value] = true;
        nodes.push_back(node);
    }
    std::sort(nodes.begin(), nodes.end());
    const auto all = m_needs->broken(marks);
    // Asked one way or the other, the answer is the same.
    if (m_needs->brokenBy(nodes, NodeMarks(marks.size())) != all)
        return {QStringLiteral("broken() and brokenBy() differ")};
    QStringList lines;
    for (const LibraryNeeds::Broken &item : all)
        lines.append(QString::fromStdString(tree.path(item.who) + " " + item.name + " " + tree.path(item.provider)));
    lines.sort();
    return lines;
}

void TestLibraryNeeds::nothingGoneNothingBroken()
{
    QCOMPARE(broken({}), QStringList());
}

void TestLibraryNeeds::runPathIsFollowed()
{
    QCOMPARE(broken({"opt/wheel/jit/lib/libjit.so.12"}),
             QStringList {QStringLiteral("opt/wheel/core/libcore.so libjit.so.12 opt/wheel/jit/lib/libjit.so.12")});
}

void TestLibraryNeeds::aCopyElsewhereIsNoReplacement()
{
    QCOMPARE(broken({"opt/other/libjit.so.12"}), QStringList());
}

void TestLibraryNeeds::bothGoneIsNoNeed()
{
    QCOMPARE(broken({"opt/wheel/jit/lib/libjit.so.12", "opt/wheel/core/libcore.so"}), QStringList());
}

void TestLibraryNeeds::whatTheHostBringsIsMissedByNobody()
{
    // libdriver.so.1 lies nowhere in the image: nothing that goes can take it along.
    QCOMPARE(broken({"usr/lib/libc.so.6"}),
             (QStringList {QStringLiteral("opt/wheel/core/libcore.so libc.so.6 usr/lib/libc.so.6"),
                           QStringLiteral("usr/bin/run libc.so.6 usr/lib/libc.so.6")}));
}

void TestLibraryNeeds::interpreterIsNeeded()
{
    QCOMPARE(broken({"lib/ld.so"}), QStringList {QStringLiteral("usr/bin/run /lib/ld.so lib/ld.so")});
}

void TestLibraryNeeds::ghostsNeedNothing()
{
    for (const QString &line : broken({"usr/lib/libc.so.6", "lib/ld.so"}))
        QVERIFY2(!line.startsWith(QLatin1String("opt/old")), qPrintable(line));
}

void TestLibraryNeeds::openRemovalsTellWhatTheyWouldBreak()
{
    const RemedyPlanner planner(m_scanned.inventory, m_rig.conclude());
    RemedyPlan plan = planner.plan(Scenario::OnPremises, {{}, {QStringLiteral("/opt/wheel/jit/lib/libjit.so.12")}});
    const auto asked = std::find_if(plan.removals.begin(), plan.removals.end(),
                                    [](const Removal &removal) { return removal.reason == RemovalReason::AskedFor; });
    QVERIFY(asked != plan.removals.end());
    const Breakage expected {BreakageKind::Library, QStringLiteral("opt/wheel/core/libcore.so"), QStringLiteral("libjit.so.12")};
    QCOMPARE(asked->breaks.size(), size_t(1));
    QVERIFY(asked->breaks.front() == expected);
    asked->chosen = false;
    planner.evaluate(plan);
    QCOMPARE(asked->breaks.size(), size_t(1));
    QVERIFY(asked->breaks.front() == expected);
}

void TestLibraryNeeds::whatIsLoadedIsNeverProposed()
{
    // The loader of a CUDA program by name: nvcc's own library is not permitted and loaded by a program that stays.
    TextImage image;
    ElfWriter program;
    program.needed = {"libnvperf_host.so"};
    image.content(QStringLiteral("PROGRAM"), program.bytes());
    image.content(QStringLiteral("PERF"), library("libnvperf_host.so"));
    image.layer(QStringLiteral("COPY . / # buildkit"), QStringLiteral(R"(
        f usr/bin/measure 755 = <PROGRAM
        f usr/local/cuda-12/lib64/libnvperf_host.so 755 = <PERF
        f usr/local/cuda-12/bin/nvcc 755 = <PROGRAM
    )"));
    image.entrypoint({QStringLiteral("/usr/bin/measure")});
    const auto scanned = m_rig.scanImage(image);
    QVERIFY(scanned.inventory);
    const RemedyPlan plan = RemedyPlanner(scanned.inventory, m_rig.conclude()).plan(Scenario::OnPremises);
    QStringList obstacles;
    for (const Obstacle &obstacle : plan.obstacles) {
        for (const NodeId node : obstacle.nodes)
            obstacles.append(QString::fromStdString(scanned.inventory->tree->path(node)));
    }
    QCOMPARE(obstacles, QStringList {QStringLiteral("usr/local/cuda-12/lib64/libnvperf_host.so")});
    for (const Removal &removal : plan.removals) {
        for (const NodeId node : removal.nodes)
            QVERIFY(scanned.inventory->tree->path(node) != "usr/local/cuda-12/lib64/libnvperf_host.so");
    }
}

QTEST_GUILESS_MAIN(TestLibraryNeeds)
#include "tst_libraryneeds.moc"
