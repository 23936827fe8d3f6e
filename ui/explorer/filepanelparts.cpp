// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/classdelegate.h"
#include "ui/explorer/filepanel.h"
#include "ui/explorer/filterbar.h"
#include "ui/explorer/localkeys.h"
#include "ui/explorer/pathcopies.h"
#include "ui/explorer/roles.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTreeView>
#include <QVBoxLayout>

namespace waybill {

namespace {

QString headerKey()
{
    return QStringLiteral("explorer/files/columns");
}

}  // namespace

void FilePanel::build()
{
    m_filterBar = new FilterBar;
    m_notice = new QLabel;
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(6, 2, 6, 2);
    m_notice->setTextFormat(Qt::RichText);
    m_notice->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_notice->setVisible(false);

    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setWhatsThis(
        tr("The files of the image. A folder shows the shares of the licence classes in it and its worst risk."));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setSortingEnabled(false);
    m_tree->setItemDelegateForColumn(int(TreeColumn::Class), new ClassDelegate(ClassRole, SharesRole, this));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_tree, 1);
}

void FilePanel::buildHeader()
{
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSortIndicator(int(TreeColumn::Name), Qt::AscendingOrder);
    resetColumns();
}

void FilePanel::resetColumns()
{
    QHeaderView *header = m_tree->header();
    // What answers the first questions stands first; the rest is one scroll away.
    constexpr TreeColumn places[]
        = {TreeColumn::Name,    TreeColumn::Class,  TreeColumn::Risk,      TreeColumn::Size, TreeColumn::Status,
           TreeColumn::Licence, TreeColumn::Layer,  TreeColumn::Component, TreeColumn::Type, TreeColumn::Mode,
           TreeColumn::Files,   TreeColumn::Ghosts, TreeColumn::Basis};
    int place = 0;
    for (const TreeColumn column : places)
        header->moveSection(header->visualIndex(int(column)), place++);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    constexpr std::pair<TreeColumn, int> widths[]
        = {{TreeColumn::Name, 30},   {TreeColumn::Class, 16},   {TreeColumn::Risk, 18},  {TreeColumn::Size, 12},
           {TreeColumn::Status, 16}, {TreeColumn::Licence, 28}, {TreeColumn::Layer, 8},  {TreeColumn::Component, 28},
           {TreeColumn::Type, 14},   {TreeColumn::Mode, 12},    {TreeColumn::Files, 10}, {TreeColumn::Ghosts, 12},
           {TreeColumn::Basis, 24}};
    for (const auto &[column, letters] : widths)
        header->resizeSection(int(column), letters * letter);
    for (int column = 0; column < treeColumnCount; ++column)
        header->setSectionHidden(column, column >= firstOptionalColumn);
}

void FilePanel::buildKeys()
{
    m_keys = new LocalKeys(this);
    m_keys->add(QKeySequence::Find, [this] { focusFilter(); });
    m_keys->add(
        QKeySequence(Qt::Key_F3), [this] { goToMatch(true); }, tr("Files: next match"));
    m_keys->add(
        QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { goToMatch(false); }, tr("Files: previous match"));
    m_keys->add(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { QGuiApplication::clipboard()->setText(pathcopies::paths(*m_model, selectedNodes())); }, tr("Files: copy paths"));
    m_keys->add(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { extractSelected(); }, tr("Files: extract to a folder"));
    m_tree->installEventFilter(m_keys);
    auto *rows = new LocalKeys(this);
    rows->add(
        QKeySequence::Copy, [this] { copyRows(); }, tr("Files: copy rows as a table"));
    m_tree->installEventFilter(rows);
    m_filterBar->searchField()->installEventFilter(m_keys);
    auto *escape = new LocalKeys(this);
    escape->add(QKeySequence(Qt::Key_Escape), [this] {
        m_filterBar->clear();
        m_tree->setFocus();
    });
    m_filterBar->searchField()->installEventFilter(escape);
}

void FilePanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &FilePanel::onInventoryChanged);
    connect(m_session, &Session::inventoryChanged, this, &FilePanel::onInventoryChanged);
    connect(m_session, &Session::assessmentChanged, this, &FilePanel::onAssessmentChanged);
    connect(m_session, &Session::scanFinished, this, &FilePanel::showNotice);
    connect(m_selection, &Selection::nodeSelected, this, &FilePanel::onNodeSelected);
    connect(m_model, &TreeModel::orderWanted, this, &FilePanel::onOrderWanted);
    connect(m_tree->header(), &QHeaderView::sortIndicatorChanged, m_model, &TreeModel::sort);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FilePanel::onCurrentChanged);
    connect(m_tree, &QTreeView::expanded, this, &FilePanel::widenNames);
    connect(m_tree, &QTreeView::activated, this, &FilePanel::onActivated);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FilePanel::onContextMenu);
    connect(m_tree->header(), &QWidget::customContextMenuRequested, this, &FilePanel::onHeaderMenu);
    connect(m_filterBar, &FilterBar::filterChanged, this, &FilePanel::onFilterChanged);
    connect(m_filterBar, &FilterBar::scopeWanted, this, &FilePanel::onScopeWanted);
    connect(m_filterBar, &FilterBar::columnMenuWanted, this, [this](QMenu *menu) { fillColumnMenu(*menu); });
    connect(m_filterBar, &FilterBar::coloringChanged, m_model, &TreeModel::setColoring);
    connect(m_filterBar, &FilterBar::nextRequested, this, [this] { goToMatch(true); });
    connect(m_filterBar, &FilterBar::previousRequested, this, [this] { goToMatch(false); });
    connect(m_notice, &QLabel::linkActivated, this, &FilePanel::onNoticeLink);
}

void FilePanel::restoreSettings()
{
    m_tree->header()->restoreState(QSettings().value(headerKey()).toByteArray());
    connect(m_tree->header(), &QHeaderView::sectionMoved, this, &FilePanel::saveColumns);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, &FilePanel::saveColumns);
}

void FilePanel::saveColumns()
{
    if (!m_widening)  // only what the user chose is kept
        QSettings().setValue(headerKey(), m_tree->header()->saveState());
}

void FilePanel::widenNames()
{
    // Deep folders push their names out of the column; it grows with them, but never takes the panel for itself.
    QHeaderView *header = m_tree->header();
    const int column = int(TreeColumn::Name);
    const int before = header->sectionSize(column);
    const int most = qMax(before, m_tree->viewport()->width() * 11 / 20);
    if (before >= most)
        return;
    const QScopedValueRollback automatic(m_widening, true);
    m_tree->resizeColumnToContents(column);
    header->resizeSection(column, qBound(before, header->sectionSize(column), most));
}

std::vector<NodeId> FilePanel::selectedNodes() const
{
    std::vector<NodeId> nodes;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        nodes.push_back(m_model->node(index));
    return nodes;
}

}  // namespace waybill
