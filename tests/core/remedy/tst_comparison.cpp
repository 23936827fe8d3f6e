// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/remedy/comparison.h"
#include "tests/core/remedy/remedyimage.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalImagesAreEqual();
    void everyKindOfChange();
    void sidesCanBeSwapped();
    void contentTellsMoreThanSizes();

private:
    ComparedImage side(const TextImage &image) const
    {
        const RemedyRig::Scanned scanned = m_rig.scanImage(image);
        return {scanned.inventory, m_rig.conclude()(*scanned.inventory)};
    }
    static TextImage second();
    RemedyRig m_rig;
};

/// As remedyImage(), with another pip layer and one layer less.
TextImage TestComparison::second()
{
    TextImage image;
    image.content(QStringLiteral("BASE"), "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.0-1\n\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/bash 755 = \x7fELFlonger bash
        f usr/lib/os-release 644 = ID=debian\n
        f usr/share/doc/bash/copyright 644 = <GPL
        l usr/bin/sh -> bash
        f var/lib/dpkg/status 644 = <BASE
        f var/lib/dpkg/info/bash.list 644 = /usr/bin/bash\n
    )"));
    image.content(QStringLiteral("GPL"), "License: GPL-3+\n");
    return image;
}

void TestComparison::equalImagesAreEqual()
{
    QVERIFY(m_rig.isReady());
    const ComparedImage image = side(remedyImage());
    const Comparison comparison = compareImages(image, image);
    for (const LayerChange &layer : comparison.layers)
        QCOMPARE(layer.change(), Change::Same);
    QVERIFY(comparison.files.empty());
    QVERIFY(comparison.components.empty());
    QVERIFY(comparison.findings.empty());
    QCOMPARE(comparison.alikeFiles, 0U);
    QCOMPARE(comparison.classesA, comparison.classesB);
    QVERIFY(comparison.sameFiles > 10);
}

void TestComparison::everyKindOfChange()
{
    const Comparison comparison = compareImages(side(remedyImage()), side(second()));
    QCOMPARE(comparison.layers.size(), size_t(6));
    QCOMPARE(comparison.sharedBytes, 0);
    QMap<QString, Change> files;
    for (const FileChange &file : comparison.files)
        files.insert(QString::fromStdString(file.path), file.change);
    QCOMPARE(files.value(QStringLiteral("usr/bin/sh")), Change::Added);
    QCOMPARE(files.value(QStringLiteral("usr/bin/ptxas")), Change::Removed);
    QCOMPARE(files.value(QStringLiteral("usr/bin/bash")), Change::Changed);
    QVERIFY(!files.contains(QStringLiteral("usr/lib/os-release")));  // alike, in another layer
    QVERIFY(!files.contains(QStringLiteral("usr/bin/cuobjdump")));   // a ghost is in neither running image
    QCOMPARE(comparison.alikeFiles, 1U);
    QStringList packages;
    for (const ComponentChange &item : comparison.components)
        packages.append(changeId(item.change) + QLatin1Char(' ') + item.name + QLatin1Char(' ') + item.versionA + QLatin1Char('>')
                        + item.versionB);
    QCOMPARE(packages.join(QLatin1Char('\n')),
             QStringLiteral("changed bash 1.0-1>2.0-1\nremoved cuda-meta 1.0-1>\nremoved libc6 1.0-1>\n"
                            "removed nvidia-cuda-toolkit 1.0-1>\nremoved nvidia-profiler 1.0-1>\n"
                            "removed NVIDIA CUDA compilation tools >\nremoved torch 2.7.0>\nremoved triton 3.3.0>"));
    const auto s = static_cast<size_t>(Scenario::OnPremises);
    QCOMPARE(comparison.verdictsA[s].verdict, Verdict::CannotShip);
    QVERIFY(comparison.verdictsB[s].verdict != Verdict::CannotShip);
    const auto gone = std::count_if(comparison.findings.begin(), comparison.findings.end(), [s](const FindingChange &finding) {
        return finding.change == Change::Removed && finding.permissionA[s] == Permission::NotPermitted;
    });
    QCOMPARE(gone, 6);
}

void TestComparison::sidesCanBeSwapped()
{
    const ComparedImage a = side(remedyImage());
    const ComparedImage b = side(second());
    const Comparison there = compareImages(a, b);
    const Comparison back = compareImages(b, a);
    QCOMPARE(there.files.size(), back.files.size());
    QCOMPARE(there.alikeFiles, back.alikeFiles);
    for (size_t i = 0; i < there.files.size(); ++i) {
        QCOMPARE(there.files[i].path, back.files[i].path);
        QCOMPARE(there.files[i].sizeA, back.files[i].sizeB);
    }
    QCOMPARE(there.components.size(), back.components.size());
    QCOMPARE(there.classesA, back.classesB);
}

void TestComparison::contentTellsMoreThanSizes()
{
    const auto imageWith = [](const char *layer) {
        TextImage image;
        image.layer(QStringLiteral("COPY . / # buildkit"), QString::fromLatin1(layer));
        return image;
    };
    const TextImage a
        = imageWith("f app/same 644 = equal\nf app/twist 644 = abcde\nf app/old 755 = moved away\nf app/empty 644 = @0\n"
                    "f app/gone 644 = twelve bytes");
    const TextImage b
        = imageWith("f app/same 644 = equal\nf app/twist 644 = edcba\nf lib/new 755 = moved away\nf app/empty 644 = @0\n"
                    "f app/come 644 = bytes twelve");
    const RemedyRig::Scanned scannedA = m_rig.scanImage(a);
    const RemedyRig::Scanned scannedB = m_rig.scanImage(b);
    ComparedImage sideA {scannedA.inventory, m_rig.conclude()(*scannedA.inventory)};
    ComparedImage sideB {scannedB.inventory, m_rig.conclude()(*scannedB.inventory)};
    const auto lines = [](const Comparison &comparison) {
        QStringList out;
        for (const FileChange &file : comparison.files)
            out.append(changeId(file.change) + QLatin1Char(' ') + QString::fromStdString(file.from + '>' + file.path));
        return out;
    };
    const Comparison bySize = compareImages(sideA, sideB);
    QCOMPARE(lines(bySize),
             (QStringList {QStringLiteral("added >app/come"), QStringLiteral("removed >app/gone"),
                           QStringLiteral("removed >app/old"), QStringLiteral("added >lib/new")}));
    QCOMPARE(bySize.alikeFiles, 2U);
    QCOMPARE(bySize.sameFiles, 1U);
    const auto wanted = contentsToCompare(*sideA.inventory, *sideB.inventory);
    QCOMPARE(wanted.first.size(), size_t(4));
    QCOMPARE(wanted.second.size(), size_t(4));
    Progress progress;
    sideA.digests = contentDigestsOf(*scannedA.source, *sideA.inventory, wanted.first, {}, progress).value();
    sideB.digests = contentDigestsOf(*scannedB.source, *sideB.inventory, wanted.second, {}, progress).value();
    const Comparison byContent = compareImages(sideA, sideB);
    QCOMPARE(lines(byContent),
             (QStringList {QStringLiteral("added >app/come"), QStringLiteral("removed >app/gone"),
                           QStringLiteral("changed >app/twist"), QStringLiteral("moved app/old>lib/new")}));
    QCOMPARE(byContent.alikeFiles, 0U);
    QCOMPARE(byContent.sameFiles, 2U);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
