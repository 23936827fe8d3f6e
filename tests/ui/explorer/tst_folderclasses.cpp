// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/folderclasses.h"
#include "tests/ui/explorer/handinventory.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestFolderClasses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sumsWithAndWithoutGhosts();
    void worstClass();
    void layersAddUpToTheWhole();
    void filesWithoutJudgementAreUnknown();
};

void TestFolderClasses::sumsWithAndWithoutGhosts()
{
    const auto inventory = handInventory(
        QStringLiteral("0 f a/b/x 10 PE MIT\n0 f a/y 5 SC GPL-3.0-only\n1 w a/y\n1 f a/b/z 7 PE MIT\n0 l a/link\n"));
    const FolderClasses shipped(*inventory, true);
    const FolderClasses live(*inventory, false);
    const NodeId a = nodeAt(*inventory, "a");
    ClassTotals expected;
    expected.add(LicenceClass::Permissive, 17, 2);
    QCOMPARE(live.totals(a), expected);
    QCOMPARE(live.totals(nodeAt(*inventory, "a/b")), expected);
    expected.add(LicenceClass::StrongCopyleft, 5, 1);
    QCOMPARE(shipped.totals(a), expected);
    QCOMPARE(shipped.totals(inventory->tree->root()), expected);
    QCOMPARE(shipped.totals(nodeAt(*inventory, "a/b/x")), ClassTotals());
}

void TestFolderClasses::worstClass()
{
    ClassTotals totals;
    QVERIFY(!totals.worst());
    totals.add(LicenceClass::Permissive, 0, 1);
    QCOMPARE(*totals.worst(), LicenceClass::Permissive);
    totals.add(LicenceClass::Unknown, 1, 1);
    totals.add(LicenceClass::VendorInternal, 1, 1);
    QCOMPARE(*totals.worst(), LicenceClass::Unknown);
}

void TestFolderClasses::layersAddUpToTheWhole()
{
    const auto inventory
        = handInventory(QStringLiteral("0 f a 10 PE MIT\n1 f a 20 PE MIT\n1 f b 3 NC AGPL-3.0-only\n2 w b\n2 d c\n"));
    for (const bool ghosts : {true, false}) {
        const std::vector<ClassTotals> layers = classesByLayer(*inventory, ghosts);
        QCOMPARE(layers.size(), size_t(3));
        ClassTotals whole;
        for (const ClassTotals &layer : layers) {
            for (const LicenceClass cls : allLicenceClasses)
                whole.add(cls, layer.bytes[size_t(cls)], layer.files[size_t(cls)]);
        }
        QCOMPARE(whole, FolderClasses(*inventory, ghosts).totals(inventory->tree->root()));
        QCOMPARE(whole.allBytes(), ghosts ? 33 : 20);
        QCOMPARE(layers[2].allFiles(), 0U);
    }
}

void TestFolderClasses::filesWithoutJudgementAreUnknown()
{
    auto inventory = std::make_shared<Inventory>(*handInventory(QStringLiteral("0 f a 10 PE MIT\n")));
    inventory->judgementOf.clear();
    QCOMPARE(licenceClassOf(*inventory, nodeAt(*inventory, "a")), LicenceClass::Unknown);
    QCOMPARE(FolderClasses(*inventory, true).totals(NodeId(0)).files[size_t(LicenceClass::Unknown)], 1U);
}

QTEST_GUILESS_MAIN(TestFolderClasses)
#include "tst_folderclasses.moc"
