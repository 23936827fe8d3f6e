// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explorer/handinventory.h"
#include "ui/explorer/layermodel.h"
#include "ui/explorer/roles.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestLayerModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyModel();
    void headerFactsBeforeTheScan();
    void factsAfterTheScan();
    void failedAndMissingLayersSaySo();
    void instructions_data();
    void instructions();

private:
    static QString cell(const LayerModel &model, int row, LayerColumn column)
    {
        return model.index(row, int(column)).data().toString();
    }
};

void TestLayerModel::emptyModel()
{
    LayerModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setInventory(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.instruction(0), QString());
}

void TestLayerModel::headerFactsBeforeTheScan()
{
    LayerModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<LayerInfo> layers(2);
    layers[0].createdBy = QStringLiteral("/bin/sh -c #(nop) ADD file:0123 in / ");
    model.setLayers(layers);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, LayerColumn::Instruction), QStringLiteral("ADD file:0123 in /"));
    QCOMPARE(cell(model, 1, LayerColumn::Instruction), QStringLiteral("not recorded"));
    QCOMPARE(cell(model, 1, LayerColumn::Added), QStringLiteral("waiting"));
    QVERIFY(!model.index(0, int(LayerColumn::Risk)).data(RiskRole).isValid());
}

void TestLayerModel::factsAfterTheScan()
{
    const auto inventory = handInventory(QStringLiteral("0 f a 3000 PE MIT\n0 f b 1000 SC GPL-3.0-only\n1 w b\n1 f c 500 UN\n"));
    LayerModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLayers(inventory->image.layers);
    const auto assessment
        = handAssessment(*inventory, {{QStringLiteral("SC"), RiskLevel::High}, {QStringLiteral("PE"), RiskLevel::Safe}});
    model.setInventory(inventory, RiskMap(*inventory, assessment, Scenario::OnPremises));
    // The removed file still counts where it ships.
    QCOMPARE(model.index(0, int(LayerColumn::Added)).data(SortRole).toLongLong(), 4000);
    QCOMPARE(cell(model, 0, LayerColumn::Added), QStringLiteral("4.0 kB"));
    QCOMPARE(cell(model, 0, LayerColumn::Files), QStringLiteral("2"));
    QCOMPARE(cell(model, 0, LayerColumn::Class), QStringLiteral("SC"));
    QCOMPARE(cell(model, 0, LayerColumn::Risk), QStringLiteral("High"));
    QCOMPARE(model.index(0, int(LayerColumn::Added)).data(BarRole).toDouble(), 1.0);
    QCOMPARE(model.index(1, int(LayerColumn::Added)).data(BarRole).toDouble(), 0.125);
    QCOMPARE(cell(model, 1, LayerColumn::Class), QStringLiteral("UN"));
    QCOMPARE(cell(model, 1, LayerColumn::Risk), QStringLiteral("Not assessed"));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("layer 1, not recorded, 4.0 kB, 2 file(s), strictest class Strong copyleft, worst risk High"));
}

void TestLayerModel::failedAndMissingLayersSaySo()
{
    auto inventory
        = std::make_shared<Inventory>(*handInventory(QStringLiteral("0 f a 1 PE MIT\n1 f b 1 PE MIT\n2 f c 1 PE MIT\n")));
    inventory->readings[1].complete = false;
    inventory->readings[1].error.kind = ErrorKind::Truncated;
    inventory->image.layers[2].available = false;
    LayerModel model;
    model.setLayers(inventory->image.layers);
    model.setInventory(inventory, {});
    QCOMPARE(cell(model, 0, LayerColumn::Added), QStringLiteral("1 B"));
    QCOMPARE(cell(model, 1, LayerColumn::Added), QStringLiteral("not read"));
    QCOMPARE(cell(model, 2, LayerColumn::Added), QStringLiteral("missing"));
}

void TestLayerModel::instructions_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<QString>("expected");
    QTest::newRow("docker run") << QStringLiteral("/bin/sh -c apt-get  update") << QStringLiteral("RUN apt-get update");
    QTest::newRow("nop") << QStringLiteral("/bin/sh -c #(nop)  CMD [\"bash\"]") << QStringLiteral("CMD [\"bash\"]");
    QTest::newRow("buildkit run") << QStringLiteral("RUN /bin/sh -c make # buildkit") << QStringLiteral("RUN make");
    QTest::newRow("buildkit copy") << QStringLiteral("COPY a /b # buildkit") << QStringLiteral("COPY a /b");
    QTest::newRow("other tool") << QStringLiteral("bazel build ...") << QStringLiteral("bazel build ...");
}

void TestLayerModel::instructions()
{
    QFETCH(QString, recorded);
    QFETCH(QString, expected);
    QCOMPARE(shortInstruction(recorded), expected);
}

QTEST_MAIN(TestLayerModel)
#include "tst_layermodel.moc"
