// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explorer/handinventory.h"
#include "ui/explorer/filepanel.h"
#include "ui/explorer/layerpanel.h"
#include "ui/explorer/roles.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace waybill;
using namespace waybill::test;

class TestExplorerPanels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void filesAppear();
    void selectionFollowsBothWays();
    void openFoldersOutliveASwap();
    void expandingDoesNotScroll();
    void filterNarrowsAndComesBack();
    void wrongExpressionKeepsTheRows();
    void hiddenSelectionIsOffered();
    void layerChoosesTheView();
    void severalLayersAreJoined();
    void rowsAreCopiedWithTheKeyboard();
    void filterInOneFolder();
    void columnsAreChosenAndKept();
    void everythingIsNamed();

private:
    static QString sample()
    {
        return QStringLiteral(
            "0 f app/run 300 PE MIT\n0 f usr/bin/bash 1000 SC GPL-3.0-only\n1 w usr/bin/bash\n1 f usr/share/blob 90 UN\n");
    }
    QModelIndex indexOf(const char *path, int layer = -1) const
    {
        return qobject_cast<TreeModel *>(m_panel->treeView()->model())->indexOf(nodeAt(*m_session->inventory(), path, layer));
    }
    TreeModel *model() const { return qobject_cast<TreeModel *>(m_panel->treeView()->model()); }
    void show(const QString &lines)
    {
        m_session->show(handInventory(lines));
        QTRY_VERIFY(model()->tree() && model()->tree()->inventory() == m_session->inventory());
    }

    std::shared_ptr<const Policy> m_policy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<FilePanel> m_panel;
};

void TestExplorerPanels::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("waybill-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_explorerpanels"));
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
}

void TestExplorerPanels::init()
{
    m_session = std::make_unique<Session>(Services {{}, m_policy});
    m_selection = std::make_unique<Selection>();
    m_panel = std::make_unique<FilePanel>(m_session.get(), m_selection.get());
    m_panel->resize(500, 400);
    m_panel->show();
}

void TestExplorerPanels::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_session.reset();
}

void TestExplorerPanels::filesAppear()
{
    QCOMPARE(model()->rowCount(), 0);
    show(sample());
    QCOMPARE(model()->rowCount(), 2);
    QVERIFY(indexOf("usr/bin/bash", 0).data(GhostRole).toBool());
}

void TestExplorerPanels::selectionFollowsBothWays()
{
    show(sample());
    const NodeId blob = nodeAt(*m_session->inventory(), "usr/share/blob");
    m_selection->selectNode(blob);
    QCOMPARE(m_panel->treeView()->currentIndex(), indexOf("usr/share/blob"));
    QVERIFY(m_panel->treeView()->isExpanded(indexOf("usr")));
    m_panel->treeView()->setCurrentIndex(indexOf("app"));
    QCOMPARE(m_selection->node(), nodeAt(*m_session->inventory(), "app"));
}

void TestExplorerPanels::openFoldersOutliveASwap()
{
    show(sample());
    m_panel->treeView()->expand(indexOf("usr"));
    m_panel->treeView()->expand(indexOf("usr/bin", 0));
    show(QStringLiteral("0 f aaa/first 1 PE MIT\n") + sample());
    QVERIFY(m_panel->treeView()->isExpanded(indexOf("usr")));
    QVERIFY(m_panel->treeView()->isExpanded(indexOf("usr/bin", 0)));
    QVERIFY(!m_panel->treeView()->isExpanded(indexOf("aaa")));
}

void TestExplorerPanels::expandingDoesNotScroll()
{
    QString lines;
    for (int i = 0; i < 300; ++i)
        lines += QStringLiteral("0 f d%1/x 1 PE MIT\n").arg(i, 3, 10, QLatin1Char('0'));
    show(lines);
    QScrollBar *bar = m_panel->treeView()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100);
    bar->setValue(100);
    m_panel->treeView()->expand(model()->index(110, 0));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 100);
}

void TestExplorerPanels::filterNarrowsAndComesBack()
{
    show(sample());
    m_panel->treeView()->expand(indexOf("app"));
    auto *field = m_panel->findChild<QLineEdit *>();
    QVERIFY(field);
    field->setText(QStringLiteral("bash"));
    QTRY_COMPARE(model()->rowCount(), 1);
    QVERIFY(m_panel->treeView()->isExpanded(indexOf("usr/bin", 0)));
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(m_selection->node(), nodeAt(*m_session->inventory(), "usr/bin/bash", 0));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(model()->rowCount(), 2);
    QVERIFY(m_panel->treeView()->isExpanded(indexOf("app")));
}

void TestExplorerPanels::wrongExpressionKeepsTheRows()
{
    show(sample());
    auto *field = m_panel->findChild<QLineEdit *>();
    auto *syntax = m_panel->findChild<QComboBox *>();
    QVERIFY(field && syntax);
    syntax->setCurrentIndex(2);
    field->setText(QStringLiteral("("));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(model()->rowCount(), 2);
    bool told = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        told = told || label->text().startsWith(QStringLiteral("Not a valid expression"));
    QVERIFY(told);
}

void TestExplorerPanels::hiddenSelectionIsOffered()
{
    show(sample());
    m_panel->setView({TreeView::Mode::FinalImage, -1, false});
    const NodeId bash = nodeAt(*m_session->inventory(), "usr/bin/bash", 0);
    QTRY_VERIFY(!indexOf("usr/bin/bash", 0).isValid());
    m_selection->selectNode(bash);
    QLabel *notice = nullptr;
    for (QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->text().contains(QStringLiteral("href=\"show\"")))
            notice = label;
    }
    QVERIFY(notice);
    Q_EMIT notice->linkActivated(QStringLiteral("show"));
    QTRY_COMPARE(m_panel->treeView()->currentIndex(), indexOf("usr/bin/bash", 0));
}

void TestExplorerPanels::layerChoosesTheView()
{
    LayerPanel layers(m_session.get(), m_selection.get());
    connect(&layers, &LayerPanel::viewChanged, m_panel.get(), &FilePanel::setView);
    show(sample());
    QSignalSpy views(&layers, &LayerPanel::viewChanged);
    m_selection->selectLayer(1);
    QCOMPARE(views.size(), 0);
    for (QRadioButton *button : layers.findChildren<QRadioButton *>()) {
        if (button->text().contains(QStringLiteral("layer only")))
            button->setChecked(true);
    }
    QVERIFY(!views.isEmpty());
    QCOMPARE(layers.view(), (TreeView {TreeView::Mode::ThisLayer, 1, true}));
    QTRY_COMPARE(model()->rowCount(), 1);
    QVERIFY(indexOf("usr/share/blob").isValid());
    layers.findChild<QCheckBox *>()->setChecked(false);
    QVERIFY(!layers.view().ghosts);
}

void TestExplorerPanels::severalLayersAreJoined()
{
    LayerPanel layers(m_session.get(), m_selection.get());
    connect(&layers, &LayerPanel::viewChanged, m_panel.get(), &FilePanel::setView);
    show(sample() + QStringLiteral("2 f opt/third 7 PE MIT\n"));
    for (QRadioButton *button : layers.findChildren<QRadioButton *>()) {
        if (button->text().contains(QStringLiteral("layer only")))
            button->setChecked(true);
    }
    auto *list = layers.findChild<QTreeView *>();
    QVERIFY(list);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->selectionModel()->select(list->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(layers.view(), (TreeView {TreeView::Mode::ThisLayer, 1, true, {2}}));
    QTRY_COMPARE(model()->rowCount(), 2);
    QVERIFY(indexOf("opt/third").isValid() && indexOf("usr/share/blob").isValid());
    QVERIFY(!indexOf("app/run").isValid());
}

void TestExplorerPanels::rowsAreCopiedWithTheKeyboard()
{
    show(sample());
    QTreeView *view = m_panel->treeView();
    view->setFocus();
    view->setCurrentIndex(indexOf("app"));
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->currentIndex(), indexOf("app/run"));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QString rows = QGuiApplication::clipboard()->text();
    QCOMPARE(rows.section(u'\t', 0, 1), QStringLiteral("/app/run\tPE"));
    QVERIFY(rows.contains(QStringLiteral("\tMIT")));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/app/run"));
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(view->currentIndex(), indexOf("app"));
}

void TestExplorerPanels::filterInOneFolder()
{
    show(sample() + QStringLiteral("0 f app/bash.txt 1 PE MIT\n"));
    auto *field = m_panel->findChild<QLineEdit *>();
    QComboBox *scope = nullptr;
    for (QComboBox *box : m_panel->findChildren<QComboBox *>()) {
        if (box->accessibleName() == QStringLiteral("Where the filter looks"))
            scope = box;
    }
    QVERIFY(scope);
    field->setText(QStringLiteral("bash"));
    QTRY_COMPARE(model()->tree()->matchCount(), 2);
    m_panel->treeView()->setCurrentIndex(indexOf("app"));
    scope->setCurrentIndex(1);
    Q_EMIT scope->activated(1);
    QTRY_COMPARE(model()->tree()->matchCount(), 1);
    QVERIFY(scope->currentText().contains(QStringLiteral("/app")));
    // The same folder of another tree is meant after a new scan.
    show(QStringLiteral("0 f aaa/bash 1 PE MIT\n") + sample() + QStringLiteral("0 f app/bash.txt 1 PE MIT\n"));
    QTRY_COMPARE(model()->tree()->matchCount(), 1);
    QVERIFY(indexOf("app/bash.txt").isValid());
    Q_EMIT scope->activated(0);
    QTRY_COMPARE(model()->tree()->matchCount(), 3);
}

void TestExplorerPanels::columnsAreChosenAndKept()
{
    QHeaderView *header = m_panel->treeView()->header();
    QVERIFY(header->isSectionHidden(int(TreeColumn::Mode)));
    QToolButton *columns = nullptr;
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QStringLiteral("Columns"))
            columns = button;
    }
    QVERIFY(columns && columns->menu());
    const auto choose = [&](const QString &name) {
        Q_EMIT columns->menu()->aboutToShow();
        for (QAction *action : columns->menu()->actions()) {
            if (action->text() == name)
                action->trigger();
        }
    };
    choose(QStringLiteral("Mode"));
    QVERIFY(!header->isSectionHidden(int(TreeColumn::Mode)));
    FilePanel again(m_session.get(), m_selection.get());
    QVERIFY(!again.treeView()->header()->isSectionHidden(int(TreeColumn::Mode)));
    choose(QStringLiteral("&Reset Columns"));
    QVERIFY(header->isSectionHidden(int(TreeColumn::Mode)));
}

void TestExplorerPanels::everythingIsNamed()
{
    LayerPanel layers(m_session.get(), m_selection.get());
    for (const QWidget *panel : std::initializer_list<const QWidget *> {m_panel.get(), &layers}) {
        for (const QWidget *child : panel->findChildren<QWidget *>()) {
            const bool interactive = qobject_cast<const QLineEdit *>(child) || qobject_cast<const QComboBox *>(child)
                || qobject_cast<const QTreeView *>(child) || qobject_cast<const QToolButton *>(child);
            // The clear button inside a line edit belongs to the toolkit.
            if (!interactive || qobject_cast<const QLineEdit *>(child->parentWidget()))
                continue;
            QVERIFY2(!child->accessibleName().isEmpty(), child->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestExplorerPanels)
#include "tst_explorerpanels.moc"
