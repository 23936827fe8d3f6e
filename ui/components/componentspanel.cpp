// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/componentspanel.h"

#include "core/inventory/sbomcomparison.h"
#include "core/report/messages.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

#include <array>

namespace waybill {

namespace {

/// Above this number groups start folded.
constexpr int unfoldAllLimit = 300;
constexpr int claimsShown = 5;        ///< lines below the table
constexpr int differencesShown = 30;  ///< in the tip of them

QString columnsKey()
{
    return QStringLiteral("components/columns");
}

}  // namespace

ComponentsPanel::ComponentsPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new ComponentsModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 0);
    column->setSpacing(4);
    buildBar();
    buildView();
    connectAll();
    reload();
}

void ComponentsPanel::buildBar()
{
    auto *label = new QLabel(tr("&Group by"), this);
    m_grouping = new QComboBox(this);
    m_grouping->addItem(tr("Kind"), QVariant::fromValue(ComponentsModel::Grouping::Kind));
    m_grouping->addItem(tr("Layer"), QVariant::fromValue(ComponentsModel::Grouping::Layer));
    m_grouping->addItem(tr("Licence"), QVariant::fromValue(ComponentsModel::Grouping::Licence));
    m_grouping->addItem(tr("Nothing", "group by"), QVariant::fromValue(ComponentsModel::Grouping::None));
    m_grouping->setAccessibleName(tr("Group components by"));
    label->setBuddy(m_grouping);
    m_filter = new QLineEdit(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("Filter: words, or kind:deb,pypi layer:3 licence:GPL* is:ghost is:unlicensed is:bundled"));
    m_filter->setAccessibleName(tr("Filter components"));
    m_counts = new QLabel(this);
    m_counts->setAccessibleName(tr("Components shown"));
    m_problem = new QLabel(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *bar = new QHBoxLayout;
    bar->addWidget(label);
    bar->addWidget(m_grouping);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_counts);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addLayout(bar);
    column->addWidget(m_problem);
    m_filterDelay = new QTimer(this);
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(120);
}

void ComponentsPanel::buildView()
{
    m_view = new QTreeView(this);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Components"));
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSortingEnabled(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setTextElideMode(Qt::ElideMiddle);
    QHeaderView *header = m_view->header();
    header->setSortIndicator(ComponentsModel::Name, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    static constexpr std::array<int, ComponentsModel::ColumnCount> letters {32, 22, 8, 30, 8, 10, 16, 24, 30, 12};
    for (int column = 0; column < ComponentsModel::ColumnCount; ++column) {
        header->resizeSection(column, letters[static_cast<size_t>(column)] * fontMetrics().averageCharWidth());
        if (column == ComponentsModel::Name)
            continue;
        auto *toggle = new QAction(m_model->headerData(column, Qt::Horizontal).toString(), header);
        toggle->setCheckable(true);
        toggle->setData(column);
        toggle->setChecked(true);
        connect(toggle, &QAction::toggled, header, [header, column](bool shown) { header->setSectionHidden(column, !shown); });
        // What a first look does not need is one click away.
        toggle->setChecked(column != ComponentsModel::Supplier && column != ComponentsModel::Finder);
        header->addAction(toggle);
    }
    keepColumns();
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_claims = new QLabel(this);
    m_claims->setTextFormat(Qt::PlainText);
    m_claims->setWordWrap(true);
    m_claims->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_claims->setAccessibleName(tr("What bills of materials claim"));
    m_claims->hide();
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addWidget(m_stack, 1);
    column->addWidget(m_claims);
}

/// Widths, order and choice of columns outlive the window. The ticks of the menu follow what was restored.
void ComponentsPanel::keepColumns()
{
    QHeaderView *header = m_view->header();
    header->restoreState(QSettings().value(columnsKey()).toByteArray());
    for (QAction *toggle : header->actions())
        toggle->setChecked(!header->isSectionHidden(toggle->data().toInt()));
    const auto save = [header] { QSettings().setValue(columnsKey(), header->saveState()); };
    connect(header, &QHeaderView::sectionMoved, this, save);
    connect(header, &QHeaderView::sectionResized, this, save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, save);
    for (const QAction *toggle : header->actions())
        connect(toggle, &QAction::toggled, this, save);
}

void ComponentsPanel::updateClaims()
{
    const auto inventory = m_session->inventory();
    QStringList lines;
    QStringList differences;
    for (const SbomClaim &claim : inventory ? inventory->claims : std::vector<SbomClaim>()) {
        const std::vector<ClaimAnswer> answers = answerClaim(*inventory, claim);
        lines.append(Messages::claimSummary(claim, answers));
        for (size_t i = 0; i < answers.size() && differences.size() < differencesShown; ++i) {
            if (answers[i].state != ClaimState::Found)
                differences.append(tr("%1: %2 %3")
                                       .arg(Messages::claimState(answers[i].state), displayText(claim.parts[i].name),
                                            displayText(claim.parts[i].version)));
        }
    }
    const int more = static_cast<int>(lines.size()) - claimsShown;
    if (more > 0)
        lines = lines.mid(0, claimsShown) << tr("and %n more", nullptr, more);
    m_claims->setVisible(!lines.isEmpty());
    m_claims->setText(lines.join(QLatin1Char('\n')));
    m_claims->setToolTip(
        differences.isEmpty()
            ? QString()
            : QStringLiteral("<p style=\"white-space:pre\">%1</p>").arg(differences.join(QLatin1Char('\n')).toHtmlEscaped()));
}

void ComponentsPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &ComponentsPanel::reload);
    connect(m_session, &Session::inventoryChanged, this, &ComponentsPanel::reload);
    connect(m_session, &Session::scanFinished, this, &ComponentsPanel::updateCounts);
    connect(m_selection, &Selection::componentSelected, this, &ComponentsPanel::follow);
    connect(m_filter, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filterDelay, &QTimer::timeout, this, &ComponentsPanel::applyFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setGrouping(m_grouping->currentData().value<ComponentsModel::Grouping>()); });
    const auto choose = [this](const QModelIndex &index) {
        const int component = index.isValid() ? index.data(ComponentsModel::ComponentRole).toInt() : -1;
        if (component >= 0 && !m_following)
            m_selection->selectComponent(component);
    };
    connect(m_view, &QTreeView::clicked, this, choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, choose);
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex &index) { showFiles(index.data(ComponentsModel::ComponentRole).toInt()); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &ComponentsPanel::openMenu);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ComponentsPanel::rearrange);
}

void ComponentsPanel::reload()
{
    m_model->setInventory(m_session->inventory());
    updateClaims();
}

void ComponentsPanel::setFilterText(const QString &text)
{
    m_filter->setText(text);
    applyFilter();
}

void ComponentsPanel::applyFilter()
{
    m_filterDelay->stop();
    const ComponentFilter filter = ComponentFilter::parse(m_filter->text());
    m_problem->setVisible(!filter.badWord().isEmpty());
    m_problem->setText(tr("Not understood, and therefore left out of the filter: %1").arg(filter.badWord()));
    m_model->setFilter(filter);
}

void ComponentsPanel::rearrange()
{
    const bool grouped = m_model->grouping() != ComponentsModel::Grouping::None;
    m_view->setRootIsDecorated(grouped);
    for (int row = 0; grouped && row < m_model->rowCount(); ++row) {
        m_view->setFirstColumnSpanned(row, {}, true);
        m_view->setExpanded(m_model->index(row, 0), m_model->shown() <= unfoldAllLimit || m_model->rowCount() == 1);
    }
    follow(m_selection->component());
    updateCounts();
}

void ComponentsPanel::follow(int component)
{
    const QModelIndex index = component >= 0 ? m_model->indexOf(component) : QModelIndex();
    if (!index.isValid()) {
        m_view->clearSelection();
        return;
    }
    if (m_view->currentIndex().siblingAtColumn(0) == index && m_view->selectionModel()->isSelected(index))
        return;
    const QScopedValueRollback following(m_following, true);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void ComponentsPanel::updateCounts()
{
    const int total = m_model->total();
    const bool filtered = !m_filter->text().isEmpty();
    m_counts->setText(filtered ? tr("%1 of %n shown", nullptr, total).arg(m_model->shown())
                               : tr("%n component(s)", nullptr, total));
    if (!m_session->image())
        m_empty->setText(tr("Open an image to see what it is made of."));
    else if (m_session->isScanning() && total == 0)
        m_empty->setText(tr("Reading the layers. Components appear here as soon as the first layer is read."));
    else if (total == 0)
        m_empty->setText(tr("No package database and no known product was found. The byte ledger shows what is inside."));
    else
        m_empty->setText(tr("The filter hides all %n component(s).", nullptr, total));
    m_stack->setCurrentWidget(m_model->shown() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

void ComponentsPanel::showFiles(int component)
{
    const auto inventory = m_session->inventory();
    if (!inventory || component < 0)
        return;
    NodeId first;
    for (size_t i = 0; i < inventory->judgements.size(); ++i) {
        if (inventory->judgements[i].component.value != static_cast<quint32>(component))
            continue;
        for (const NodeId node : inventory->nodesOf(JudgementId(i))) {
            const bool better
                = !first.isValid() || (inventory->tree->node(first).isGhost() && !inventory->tree->node(node).isGhost());
            first = better ? node : first;
        }
    }
    // A product inside a package owns no file of its own; the file it was told by stands for it.
    if (!first.isValid()) {
        const Component &c = inventory->components[static_cast<size_t>(component)];
        first = inventory->tree->findAt(c.metadataPath, c.layer);
    }
    if (first.isValid())
        m_selection->selectNode(first);
}

void ComponentsPanel::copyRows() const
{
    QStringList lines;
    for (const QModelIndex &row : m_view->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < ComponentsModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ComponentsPanel::openMenu(const QPoint &position)
{
    const int component = m_view->indexAt(position).data(ComponentsModel::ComponentRole).toInt();
    QMenu menu(this);
    QAction *files = menu.addAction(tr("Show Files"));
    files->setEnabled(m_view->indexAt(position).isValid() && component >= 0);
    connect(files, &QAction::triggered, this, [this, component] { showFiles(component); });
    connect(menu.addAction(tr("Copy Rows")), &QAction::triggered, this, &ComponentsPanel::copyRows);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

}  // namespace waybill
