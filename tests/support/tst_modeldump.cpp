// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modeldump.h"

#include <QStandardItemModel>
#include <QTest>

using namespace waybill::test;

class TestModelDump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void indentsChildrenAndJoinsCells();
    void readsTheAskedRole();
    void stopsAtTheDepth();
};

namespace {

void fill(QStandardItemModel &model)
{
    auto *folder = new QStandardItem(QStringLiteral("usr"));
    folder->setToolTip(QStringLiteral("tip"));
    folder->appendRow({new QStandardItem(QStringLiteral("bin")), new QStandardItem(QStringLiteral("5"))});
    model.appendRow({folder, new QStandardItem(QStringLiteral("12"))});
    model.appendRow({new QStandardItem(QStringLiteral("etc")), new QStandardItem(QStringLiteral("1"))});
}

}  // namespace

void TestModelDump::indentsChildrenAndJoinsCells()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(dumpModel(model), QStringLiteral("usr | 12\n  bin | 5\netc | 1\n"));
}

void TestModelDump::readsTheAskedRole()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(dumpModel(model, Qt::ToolTipRole), QStringLiteral("tip | \n   | \n | \n"));
}

void TestModelDump::stopsAtTheDepth()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(dumpModel(model, Qt::DisplayRole, 1), QStringLiteral("usr | 12\netc | 1\n"));
}

QTEST_APPLESS_MAIN(TestModelDump)
#include "tst_modeldump.moc"
