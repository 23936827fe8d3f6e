// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modeldump.h"
#include "tests/ui/explorer/handinventory.h"
#include "ui/charts/classsharemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestClassShareModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyModel();
    void bytesAndFiles();
    void ghostsSwitch();
    void csv();

private:
    static std::shared_ptr<const Inventory> sample()
    {
        return handInventory(QStringLiteral("0 f a 750 PE MIT\n0 f b 250 SC GPL-3.0-only\n1 w b\n1 f c 100 UN\n2 d empty\n"));
    }
};

void TestClassShareModel::emptyModel()
{
    ClassShareModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.isEmpty());
    model.setInventory(nullptr, true);
    QCOMPARE(model.rowCount(), 0);
    model.setMeasure(ClassShareModel::Measure::Files);
    QCOMPARE(model.columnCount(), 12);
}

void TestClassShareModel::bytesAndFiles()
{
    ClassShareModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample(), true);
    QCOMPARE(dumpModel(model),
             QStringLiteral("Whole image | 0 B | 750 B | 0 B | 250 B | 0 B | 0 B | 0 B | 0 B | 0 B | 100 B | 1.1 kB\n"
                            "layer 1 | 0 B | 750 B | 0 B | 250 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 1.0 kB\n"
                            "layer 2 | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 100 B | 100 B\n"
                            "layer 3 | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B | 0 B\n"));
    QCOMPARE(model.share(1, LicenceClass::Permissive), 0.75);
    QCOMPARE(model.share(3, LicenceClass::Permissive), 0.0);
    model.setMeasure(ClassShareModel::Measure::Files);
    QCOMPARE(model.sum(0), 3);
    QCOMPARE(model.share(1, LicenceClass::Permissive), 0.5);
    QCOMPARE(model.layer(0), -1);
    QCOMPARE(model.layer(2), 1);
}

void TestClassShareModel::ghostsSwitch()
{
    ClassShareModel model;
    model.setInventory(sample(), false);
    QCOMPARE(model.value(0, LicenceClass::StrongCopyleft), 0);
    QCOMPARE(model.sum(0), 850);
}

void TestClassShareModel::csv()
{
    ClassShareModel model;
    model.setInventory(handInventory(QStringLiteral("0 f a 750 PE MIT\n")), true);
    const QStringList lines = model.csv().split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QStringLiteral("\"Layer\",\"Public domain\",\"Permissive\",")));
    QCOMPARE(lines[1], QStringLiteral("\"Whole image\",0,750,0,0,0,0,0,0,0,0,750"));
    QCOMPARE(lines[2], QStringLiteral("\"layer 1\",0,750,0,0,0,0,0,0,0,0,750"));
    QCOMPARE(lines[3], QString());
}

QTEST_MAIN(TestClassShareModel)
#include "tst_classsharemodel.moc"
