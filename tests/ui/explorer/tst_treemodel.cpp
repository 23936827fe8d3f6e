// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modeldump.h"
#include "tests/ui/explorer/handinventory.h"
#include "ui/explorer/pathcopies.h"
#include "ui/explorer/roles.h"
#include "ui/explorer/treemodel.h"
#include "ui/explorer/treeviewstate.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace waybill;
using namespace waybill::test;

namespace {

const QString sample = QStringLiteral(R"(
    0 f app/run 300 PE MIT
    0 f usr/bin/bash 1000 SC GPL-3.0-only
    0 f usr/lib/libc 500 WC LGPL-2.1-only
    0 l usr/lib/link
    1 w usr/bin/bash
    1 f usr/lib/libc 700 WC LGPL-2.1-only
    1 f usr/share/blob 90 UN
)");

std::shared_ptr<const VisibleTree> visible(const std::shared_ptr<const Inventory> &inventory, TreeView view = {},
                                           TreeFilter filter = {}, TreeOrder order = {}, const RiskMap &risks = {})
{
    return VisibleTree::build({inventory, view, filter, order, risks}, CancelToken()).value();
}

/// Names only, indented.
QString names(const TreeModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        out += QString(depth, u' ') + index.data().toString() + u'\n' + names(model, index, depth + 1);
    }
    return out;
}

}  // namespace

class TestTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyModel();
    void oneRow();
    void deepAndWide();
    void ghostsAreShownAndMarked();
    void views_data();
    void views();
    void filterKeepsAncestors_data();
    void filterKeepsAncestors();
    void wrongExpressionIsAnError();
    void nextMatchWrapsAround();
    void folderSumsFollowTheView();
    void sorting();
    void reorderingKeepsPersistentIndexes();
    void riskChangesRecolourOnly();
    void notAssessedOutranksSafe();
    void spokenSentence();
    void copies();
    void everyRowSpeaks();
    void optionalColumns();
    void deepChainInTheView();
};

void TestTreeModel::emptyModel()
{
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.index(0, 0).isValid());
    model.setTree(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestTreeModel::oneRow()
{
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto inventory = handInventory(QStringLiteral("0 f one 5 PE MIT"));
    model.setTree(visible(inventory), {});
    QCOMPARE(names(model), QStringLiteral("one\n"));
    QCOMPARE(model.index(0, int(TreeColumn::Class)).data().toString(), QStringLiteral("PE"));
    QCOMPARE(model.index(0, int(TreeColumn::Licence)).data().toString(), QStringLiteral("MIT"));
    QCOMPARE(model.index(0, int(TreeColumn::Size)).data(SortRole).toLongLong(), 5);
    QCOMPARE(model.index(0, int(TreeColumn::Layer)).data().toString(), QStringLiteral("1"));
}

void TestTreeModel::deepAndWide()
{
    QString lines = QStringLiteral("0 f ");
    for (int i = 0; i < 200; ++i)
        lines += QStringLiteral("d/");
    lines += QStringLiteral("leaf 1 PE MIT\n");
    for (int i = 0; i < 3000; ++i)
        lines += QStringLiteral("0 f wide/f%1 1 PE MIT\n").arg(i, 4, 10, QLatin1Char('0'));
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(visible(handInventory(lines)), {});
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex wide = model.index(1, 0);
    QCOMPARE(model.rowCount(wide), 3000);
    QCOMPARE(model.index(2999, 0, wide).data().toString(), QStringLiteral("f2999"));
    QModelIndex deep = model.index(0, 0);
    int depth = 1;
    while (model.rowCount(deep) > 0) {
        deep = model.index(0, 0, deep);
        ++depth;
    }
    QCOMPARE(depth, 201);
    QCOMPARE(deep.data().toString(), QStringLiteral("leaf"));
}

void TestTreeModel::ghostsAreShownAndMarked()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(visible(inventory), {});
    const NodeId bash = nodeAt(*inventory, "usr/bin/bash", 0);
    QVERIFY(model.indexOf(bash).isValid());
    QVERIFY(model.indexOf(bash).data(GhostRole).toBool());
    QVERIFY(model.indexOf(bash).data(Qt::FontRole).value<QFont>().strikeOut());
    QCOMPARE(model.indexOf(bash, TreeColumn::Status).data().toString(), QStringLiteral("removed in 2"));
    const NodeId oldLibc = nodeAt(*inventory, "usr/lib/libc", 0);
    QCOMPARE(model.indexOf(oldLibc, TreeColumn::Status).data().toString(), QStringLiteral("replaced in 2"));
    const NodeId libc = nodeAt(*inventory, "usr/lib/libc");
    QVERIFY(!model.indexOf(libc).data(GhostRole).toBool());
    QCOMPARE(model.indexOf(libc, TreeColumn::Status).data().toString(), QString());
    // A link has no terms of its own and no class.
    QVERIFY(!model.indexOf(nodeAt(*inventory, "usr/lib/link")).data(ClassRole).isValid());
}

void TestTreeModel::views_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("layer");
    QTest::addColumn<bool>("ghosts");
    QTest::addColumn<QString>("expected");
    using Mode = TreeView::Mode;
    QTest::newRow("final") << int(Mode::FinalImage) << -1 << false
                           << QStringLiteral("app\n run\nusr\n bin\n lib\n  libc\n  link\n share\n  blob\n");
    QTest::newRow("final with ghosts") << int(Mode::FinalImage) << -1 << true
                                       << QStringLiteral(
                                              "app\n run\nusr\n bin\n  bash\n lib\n  libc\n  libc\n  link\n share\n  blob\n");
    QTest::newRow("up to the first") << int(Mode::UpToLayer) << 0 << false
                                     << QStringLiteral("app\n run\nusr\n bin\n  bash\n lib\n  libc\n  link\n");
    QTest::newRow("second only") << int(Mode::ThisLayer) << 1 << true << QStringLiteral("usr\n lib\n  libc\n share\n  blob\n");
    QTest::newRow("first without ghosts") << int(Mode::ThisLayer) << 0 << false
                                          << QStringLiteral("app\n run\nusr\n bin\n lib\n  link\n");
}

void TestTreeModel::views()
{
    QFETCH(int, mode);
    QFETCH(int, layer);
    QFETCH(bool, ghosts);
    QFETCH(QString, expected);
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(visible(handInventory(sample), {static_cast<TreeView::Mode>(mode), layer, ghosts}), {});
    QCOMPARE(names(model), expected);
}

void TestTreeModel::filterKeepsAncestors_data()
{
    QTest::addColumn<int>("syntax");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("matches");
    QTest::addColumn<QString>("expected");
    using Syntax = TreeFilter::Syntax;
    QTest::newRow("plain") << int(Syntax::Plain) << QStringLiteral("BASH") << 1 << QStringLiteral("usr\n bin\n  bash\n");
    QTest::newRow("plain path") << int(Syntax::Plain) << QStringLiteral("lib/li") << 3
                                << QStringLiteral("usr\n lib\n  libc\n  libc\n  link\n");
    QTest::newRow("folder keeps content") << int(Syntax::Plain) << QStringLiteral("share") << 1
                                          << QStringLiteral("usr\n share\n  blob\n");
    QTest::newRow("glob") << int(Syntax::Glob) << QStringLiteral("b?s*") << 1 << QStringLiteral("usr\n bin\n  bash\n");
    QTest::newRow("glob path") << int(Syntax::Glob) << QStringLiteral("/usr/*/blob") << 1
                               << QStringLiteral("usr\n share\n  blob\n");
    QTest::newRow("glob stops at slash") << int(Syntax::Glob) << QStringLiteral("/*/blob") << 0 << QString();
    QTest::newRow("glob crosses") << int(Syntax::Glob) << QStringLiteral("**/r*n") << 1 << QStringLiteral("app\n run\n");
    QTest::newRow("regex") << int(Syntax::Regex) << QStringLiteral("^/usr/lib/.*c$") << 2
                           << QStringLiteral("usr\n lib\n  libc\n  libc\n");
    QTest::newRow("nothing") << int(Syntax::Plain) << QStringLiteral("zzz") << 0 << QString();
}

void TestTreeModel::filterKeepsAncestors()
{
    QFETCH(int, syntax);
    QFETCH(QString, text);
    QFETCH(int, matches);
    QFETCH(QString, expected);
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto tree = visible(handInventory(sample), {}, {static_cast<TreeFilter::Syntax>(syntax), text});
    model.setTree(tree, {});
    QCOMPARE(names(model), expected);
    QCOMPARE(tree->matchCount(), matches);
}

void TestTreeModel::wrongExpressionIsAnError()
{
    const auto result = VisibleTree::build({handInventory(sample), {}, {TreeFilter::Syntax::Regex, QStringLiteral("(")}, {}, {}},
                                           CancelToken());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Usage);
    QVERIFY(!result.error().cause.isEmpty());
}

void TestTreeModel::nextMatchWrapsAround()
{
    const auto inventory = handInventory(sample);
    const auto tree = visible(inventory, {}, {TreeFilter::Syntax::Plain, QStringLiteral("li")});
    // lib, libc (new), libc (old), link in the order of the rows
    QCOMPARE(tree->matchCount(), 4);
    NodeId node = tree->nextMatch({}, true);
    QCOMPARE(node, nodeAt(*inventory, "usr/lib"));
    QList<NodeId> seen {node};
    for (int i = 0; i < 3; ++i)
        seen << (node = tree->nextMatch(node, true));
    QCOMPARE(node, nodeAt(*inventory, "usr/lib/link"));
    QCOMPARE(tree->nextMatch(node, true), seen.first());
    QCOMPARE(tree->nextMatch(seen.first(), false), node);
}

void TestTreeModel::folderSumsFollowTheView()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    model.setTree(visible(inventory), {});
    const NodeId usr = nodeAt(*inventory, "usr");
    auto totals = model.indexOf(usr).data(SharesRole).value<ClassTotals>();
    QCOMPARE(totals.allBytes(), 1000 + 500 + 700 + 90);
    QCOMPARE(totals.files[size_t(LicenceClass::WeakCopyleft)], 2U);
    QCOMPARE(model.indexOf(usr, TreeColumn::Class).data().toString(), QStringLiteral("UN"));
    model.setTree(visible(inventory, {TreeView::Mode::FinalImage, -1, false}), {});
    totals = model.indexOf(usr).data(SharesRole).value<ClassTotals>();
    QCOMPARE(totals.allBytes(), 700 + 90);
    QCOMPARE(totals.files[size_t(LicenceClass::StrongCopyleft)], 0U);
}

void TestTreeModel::sorting()
{
    const auto inventory
        = handInventory(QStringLiteral("0 f b 30 PE MIT\n0 f a 10 SC GPL-2.0-only\n0 f c 20 UN\n0 f d/x 25 WC LGPL-2.1-only\n"));
    const RiskMap risks(*inventory,
                        handAssessment(*inventory,
                                       {{QStringLiteral("SC"), RiskLevel::High},
                                        {QStringLiteral("PE"), RiskLevel::Safe},
                                        {QStringLiteral("WC"), RiskLevel::Low}}),
                        Scenario::Sdk);
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto order = [&](TreeColumn column, Qt::SortOrder direction) {
        model.setTree(visible(inventory, {}, {}, {int(column), direction}, risks), risks);
        QString result;
        for (int row = 0; row < model.rowCount(); ++row)
            result += model.index(row, 0).data().toString();
        return result;
    };
    QCOMPARE(order(TreeColumn::Name, Qt::AscendingOrder), QStringLiteral("dabc"));
    QCOMPARE(order(TreeColumn::Name, Qt::DescendingOrder), QStringLiteral("dcba"));
    QCOMPARE(order(TreeColumn::Size, Qt::DescendingOrder), QStringLiteral("bdca"));
    QCOMPARE(order(TreeColumn::Class, Qt::AscendingOrder), QStringLiteral("bdac"));
    QCOMPARE(order(TreeColumn::Risk, Qt::DescendingOrder), QStringLiteral("adcb"));
    QCOMPARE(order(TreeColumn::Licence, Qt::AscendingOrder), QStringLiteral("dcab"));
}

void TestTreeModel::reorderingKeepsPersistentIndexes()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(visible(inventory), {});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex app(model.indexOf(nodeAt(*inventory, "app")));
    QCOMPARE(app.row(), 0);
    model.setTree(visible(inventory, {}, {}, {int(TreeColumn::Name), Qt::DescendingOrder}), {});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(app.row(), 1);
    QCOMPARE(app.data().toString(), QStringLiteral("app"));
}

void TestTreeModel::riskChangesRecolourOnly()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    model.setTree(visible(inventory), {});
    const QModelIndex usr = model.indexOf(nodeAt(*inventory, "usr"), TreeColumn::Risk);
    QCOMPARE(usr.data().toString(), QStringLiteral("Not assessed"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto assessment
        = handAssessment(*inventory, {{QStringLiteral("SC"), RiskLevel::Extreme}, {QStringLiteral("WC"), RiskLevel::Low}});
    model.setRisks(RiskMap(*inventory, assessment, Scenario::Embedded));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(usr.data(RiskRole).toInt(), int(RiskLevel::Extreme));
}

void TestTreeModel::notAssessedOutranksSafe()
{
    QCOMPARE(worseShown(RiskLevel::Safe, RiskLevel::NotAssessed), RiskLevel::NotAssessed);
    QCOMPARE(worseShown(RiskLevel::NotAssessed, RiskLevel::Low), RiskLevel::Low);
    QCOMPARE(worseShown(RiskLevel::Extreme, RiskLevel::High), RiskLevel::Extreme);
    const auto inventory = handInventory(QStringLiteral("0 f d/a 1 PE MIT\n0 f d/b 1 UN\n"));
    const RiskMap risks(*inventory, handAssessment(*inventory, {{QStringLiteral("PE"), RiskLevel::Safe}}), Scenario::Saas);
    TreeModel model;
    model.setTree(visible(inventory), risks);
    QCOMPARE(model.index(0, int(TreeColumn::Risk)).data(RiskRole).toInt(), int(RiskLevel::NotAssessed));
}

void TestTreeModel::spokenSentence()
{
    const auto inventory = handInventory(sample);
    const RiskMap risks(*inventory, handAssessment(*inventory, {{QStringLiteral("SC"), RiskLevel::High}}), Scenario::OnPremises);
    TreeModel model;
    model.setTree(visible(inventory), risks);
    const QModelIndex bash = model.indexOf(nodeAt(*inventory, "usr/bin/bash", 0));
    QCOMPARE(
        bash.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral(
            "bash, file, Strong copyleft, GPL-3.0-only, risk High, 1.0 kB, layer 1, removed in layer 2, still ships in layer 1"));
}

void TestTreeModel::copies()
{
    const auto inventory = handInventory(sample);
    const RiskMap risks(*inventory, handAssessment(*inventory, {{QStringLiteral("SC"), RiskLevel::High}}), Scenario::OnPremises);
    TreeModel model;
    model.setTree(visible(inventory), risks);
    const std::vector<NodeId> nodes {nodeAt(*inventory, "usr/bin/bash", 0), nodeAt(*inventory, "app/run")};
    QCOMPARE(pathcopies::paths(model, nodes), QStringLiteral("/usr/bin/bash\n/app/run"));
    QCOMPARE(pathcopies::pathsInLayer(model, nodes), QStringLiteral("layer 1:/usr/bin/bash\nlayer 1:/app/run"));
    QCOMPARE(pathcopies::markdown(model, nodes).section(u'\n', 0, 0),
             QStringLiteral("- `/usr/bin/bash` (layer 1, SC, GPL-3.0-only, High, 1.0 kB, removed in 2)"));
}

/// What a screen reader says when it walks the tree: one sentence per row, never empty, in the accessible table of the view.
void TestTreeModel::everyRowSpeaks()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    model.setTree(visible(inventory), {});
    QTreeView view;
    view.setModel(&model);
    view.expandAll();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(interface && interface->tableInterface());
    const int rows = interface->tableInterface()->rowCount();
    QCOMPARE(rows, int(model.tree()->visibleCount()));
    QModelIndex index = model.index(0, 0);
    for (int row = 0; row < rows; ++row, index = view.indexBelow(index)) {
        const QString spoken = interface->tableInterface()->cellAt(row, 0)->text(QAccessible::Name);
        QCOMPARE(spoken, index.data(Qt::AccessibleTextRole).toString());
        QVERIFY(spoken.startsWith(index.data().toString() + QStringLiteral(", ")));
    }
}

void TestTreeModel::optionalColumns()
{
    const auto inventory = handInventory(sample);
    TreeModel model;
    model.setTree(visible(inventory), {});
    const auto cell = [&](const char *path, TreeColumn column, int layer = -1) {
        return model.indexOf(nodeAt(*inventory, path, layer), column).data().toString();
    };
    QCOMPARE(cell("usr", TreeColumn::Files), QStringLiteral("4"));
    QCOMPARE(cell("usr", TreeColumn::Ghosts), QStringLiteral("1.5 kB"));
    QCOMPARE(cell("usr/bin/bash", TreeColumn::Ghosts, 0), QStringLiteral("1.0 kB"));
    QCOMPARE(cell("usr/lib/libc", TreeColumn::Ghosts), QString());
    QCOMPARE(cell("usr/lib/link", TreeColumn::Type), QStringLiteral("symbolic link"));
    QCOMPARE(cell("app", TreeColumn::Mode), QString());  // no layer has an entry for it
    QCOMPARE(pathcopies::rows(model, {nodeAt(*inventory, "app/run"), nodeAt(*inventory, "usr/share/blob")},
                              {int(TreeColumn::Name), int(TreeColumn::Licence), int(TreeColumn::Layer)}),
             QStringLiteral("/app/run\tMIT\t1\n/usr/share/blob\t\t2"));
}

/// Views open and lay out folders one inside the other; sixteen thousand of them must not end the program.
void TestTreeModel::deepChainInTheView()
{
    std::string path;
    for (int i = 0; i < 16'000; ++i)
        path += "d/";
    const auto inventory = handInventory(QStringLiteral("0 f ") + QString::fromStdString(path) + QStringLiteral("leaf 1 PE MIT"));
    TreeModel model;
    model.setTree(visible(inventory), {});
    QTreeView view;
    view.setModel(&model);
    const QModelIndex leaf = model.indexOf(nodeAt(*inventory, (path + "leaf").c_str()));
    QVERIFY(leaf.isValid());
    view.scrollTo(leaf);
    QVERIFY(view.isExpanded(leaf.parent()));
    const TreeViewState state = TreeViewState::capture(view, model);
    view.collapseAll();
    state.restore(view, model);
    QVERIFY(view.isExpanded(leaf.parent()));
}

QTEST_MAIN(TestTreeModel)
#include "tst_treemodel.moc"
