// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingspanel.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

namespace waybill {

namespace {

/// Above this number only groups with open questions are unfolded.
constexpr int unfoldAllLimit = 400;

}  // namespace

FindingsPanel::FindingsPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new FindingsModel(session->services().policy, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(4);
    buildFilterBar();
    buildView();
    connectAll();
    reload();
}

void FindingsPanel::buildFilterBar()
{
    auto *bar = new QHBoxLayout;
    auto *groupLabel = new QLabel(tr("&Group by"), this);
    m_grouping = new QComboBox(this);
    m_grouping->addItem(tr("Licence"), QVariant::fromValue(FindingsModel::Grouping::Licence));
    m_grouping->addItem(tr("Component"), QVariant::fromValue(FindingsModel::Grouping::Component));
    m_grouping->addItem(tr("Rule"), QVariant::fromValue(FindingsModel::Grouping::Rule));
    m_grouping->addItem(tr("Layer"), QVariant::fromValue(FindingsModel::Grouping::Layer));
    m_grouping->addItem(tr("Nothing", "group by"), QVariant::fromValue(FindingsModel::Grouping::None));
    m_grouping->setAccessibleName(tr("Group findings by"));
    groupLabel->setBuddy(m_grouping);
    m_filter = new QLineEdit(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("Filter: words, or risk:>=high class:SC,NC status:undecided layer:7 path:/usr/** rule:…"));
    m_filter->setAccessibleName(tr("Filter findings"));
    m_filter->setWhatsThis(tr("Words are looked for in component, licence, rule and paths. Keys narrow it down: risk:, class:, "
                              "status:, layer:, path:, pkg:, rule:, re:. A minus in front of a term excludes it."));
    m_filter->installEventFilter(this);
    m_undecidedOnly = new QToolButton(this);
    m_undecidedOnly->setText(tr("Undecided only"));
    m_undecidedOnly->setCheckable(true);
    m_undecidedOnly->setToolTip(tr("Show only findings that hold the verdict and wait for a decision"));
    m_counts = new QLabel(this);
    m_counts->setAccessibleName(tr("Findings shown"));
    m_clear = new QToolButton(this);
    m_clear->setText(tr("Clear", "filter"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_problem = new QLabel(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *filterBar = new QHBoxLayout;
    bar->addWidget(groupLabel);
    bar->addWidget(m_grouping);
    bar->addWidget(m_undecidedOnly);
    bar->addStretch(1);
    bar->addWidget(m_counts);
    filterBar->addWidget(m_filter, 1);
    filterBar->addWidget(m_clear);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addLayout(bar);
    column->addLayout(filterBar);
    column->addWidget(m_problem);
    m_filterDelay = new QTimer(this);
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(120);
}

void FindingsPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &FindingsPanel::reload);
    connect(m_session, &Session::inventoryChanged, this, &FindingsPanel::reload);
    connect(m_session, &Session::assessmentChanged, this, &FindingsPanel::reload);
    connect(m_session, &Session::scanFinished, this, &FindingsPanel::updateCounts);
    connect(m_selection, &Selection::findingSelected, this, &FindingsPanel::follow);
    connect(m_filter, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filterDelay, &QTimer::timeout, this, &FindingsPanel::applyFilter);
    connect(m_clear, &QToolButton::clicked, m_filter, &QLineEdit::clear);
    connect(m_undecidedOnly, &QToolButton::clicked, this, [this](bool on) {
        static const QString term = QStringLiteral("status:undecided");
        QString text = m_filter->text();
        text.remove(term);
        setFilterText((on ? QString(text % QLatin1Char(' ') % term) : text).simplified());
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this] { rearrange([this] { m_model->setGrouping(m_grouping->currentData().value<FindingsModel::Grouping>()); }); });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const int finding = index.data(FindingsModel::FindingRole).toInt(); finding >= 0)
            m_selection->selectFinding(finding);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const int finding = current.isValid() ? current.data(FindingsModel::FindingRole).toInt() : -1;
        if (finding >= 0 && !m_following)
            m_selection->selectFinding(finding);
    });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FindingsPanel::openMenu);
    // Sorting resets the model; groups and the selected row come back afterwards.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { rearrange({}); });
}

void FindingsPanel::reload()
{
    m_model->setReview(m_session->review());
}

void FindingsPanel::applyFilter()
{
    m_filterDelay->stop();
    const FindingFilter filter = FindingFilter::parse(m_filter->text());
    m_problem->setVisible(!filter.badWord().isEmpty());
    m_problem->setText(tr("Not understood, and therefore left out of the filter: %1").arg(filter.badWord()));
    m_undecidedOnly->setChecked(m_filter->text().contains(QLatin1String("status:undecided")));
    m_model->setFilter(filter);
}

void FindingsPanel::rearrange(const std::function<void()> &change)
{
    if (change) {
        change();  // ends in a model reset, which calls this function again
        return;
    }
    const bool grouped = m_model->grouping() != FindingsModel::Grouping::None;
    m_view->setRootIsDecorated(grouped);
    showColumns();
    const bool all = m_model->shownFindings() <= unfoldAllLimit;
    for (int row = 0; grouped && row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        m_view->setFirstColumnSpanned(row, {}, true);
        bool open = all;
        for (int child = 0; !open && child < m_model->rowCount(group); ++child)
            open = m_model->index(child, 0, group).data(FindingsModel::UndecidedRole).toBool();
        m_view->setExpanded(group, open);
    }
    follow(m_selection->finding());
    updateCounts();
}

void FindingsPanel::follow(int finding)
{
    const QModelIndex index = finding >= 0 ? m_model->indexOf(finding) : QModelIndex();
    if (!index.isValid()) {
        m_view->clearSelection();
        return;
    }
    if (m_view->currentIndex().siblingAtColumn(0) == index && m_view->selectionModel()->isSelected(index))
        return;
    const QScopedValueRollback following(m_following, true);
    m_view->setCurrentIndex(index);
    // The head of the group first, as long as both fit.
    m_view->scrollTo(index.parent());
    m_view->scrollTo(index);
}

void FindingsPanel::updateCounts()
{
    const int total = m_model->totalFindings();
    const int shown = m_model->shownFindings();
    const bool filtered = !m_filter->text().isEmpty();
    m_counts->setText(filtered ? tr("%1 of %n shown", nullptr, total).arg(shown) : tr("%n finding(s)", nullptr, total));
    m_clear->setVisible(filtered);
    if (!m_session->image())
        m_empty->setText(tr("Open an image to see what may stand in the way of shipping it."));
    else if (m_session->isScanning() && total == 0)
        m_empty->setText(tr("Reading the layers. Findings appear here as soon as the first layer is read."));
    else if (total == 0)
        m_empty->setText(tr("No rule of the policy applies to anything that was read."));
    else
        m_empty->setText(tr("The filter hides all %n finding(s).", nullptr, total));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

void FindingsPanel::setFilterText(const QString &text)
{
    m_filter->setText(text);
    applyFilter();
}

QString FindingsPanel::filterText() const
{
    return m_filter->text();
}

void FindingsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool FindingsPanel::selectNextUndecided(bool backwards)
{
    std::vector<QModelIndex> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex top = m_model->index(row, 0);
        if (top.data(FindingsModel::FindingRole).toInt() >= 0)
            rows.push_back(top);
        for (int child = 0; child < m_model->rowCount(top); ++child)
            rows.push_back(m_model->index(child, 0, top));
    }
    const auto place = std::find_if(rows.begin(), rows.end(), [this](const QModelIndex &index) {
        return index.data(FindingsModel::FindingRole).toInt() == m_selection->finding();
    });
    const auto count = static_cast<qsizetype>(rows.size());
    const qsizetype start = place == rows.end() ? (backwards ? count : -1) : place - rows.begin();
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype at = (start + (backwards ? -step : step) + 2 * count) % count;
        const QModelIndex &index = rows[static_cast<size_t>(at)];
        if (index.data(FindingsModel::UndecidedRole).toBool()) {
            m_view->setCurrentIndex(index);
            m_view->scrollTo(index);
            m_selection->selectFinding(index.data(FindingsModel::FindingRole).toInt());
            return true;
        }
    }
    return false;
}

QStringList FindingsPanel::selectedKeys() const
{
    QStringList keys;
    const auto add = [&](const QModelIndex &index) {
        const QString key = m_model->keyOf(index.data(FindingsModel::FindingRole).toInt());
        if (!key.isEmpty() && !keys.contains(key))
            keys.append(key);
    };
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        add(index);
        for (int child = 0; child < m_model->rowCount(index); ++child)
            add(m_model->index(child, 0, index));
    }
    return keys;
}

void FindingsPanel::copyRows() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &a, const QModelIndex &b) {
        return m_view->visualRect(a).top() < m_view->visualRect(b).top();
    });
    QStringList lines;
    QStringList heads;
    for (int column = 0; column < FindingsModel::ColumnCount; ++column)
        heads.append(m_model->headerData(column, Qt::Horizontal).toString());
    lines.append(heads.join(QLatin1Char('\t')));
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < FindingsModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void FindingsPanel::openMenu(const QPoint &position)
{
    QMenu menu(this);
    const QStringList keys = selectedKeys();
    connect(menu.addAction(tr("Copy Rows")), &QAction::triggered, this, &FindingsPanel::copyRows);
    menu.addSeparator();
    for (const DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation}) {
        QAction *entry = menu.addAction(Theme::decisionIcon(static_cast<int>(action)), Messages::decision(action));
        entry->setEnabled(!keys.isEmpty());
        connect(entry, &QAction::triggered, this, [this, action] { decideSelected(action); });
    }
    QAction *withdraw = menu.addAction(tr("Withdraw Decision"));
    withdraw->setEnabled(!keys.isEmpty());
    connect(withdraw, &QAction::triggered, this, [this] { m_session->withdraw(selectedKeys()); });
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void FindingsPanel::decideSelected(DecisionAction action)
{
    if (const QStringList keys = selectedKeys(); !keys.isEmpty())
        m_session->decide(keys, action, {});
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_view && key->matches(QKeySequence::Copy)) {
            copyRows();
            return true;
        }
        if (watched == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            setFilterText({});
            return true;
        }
        if (watched == m_filter && key->key() == Qt::Key_Down) {
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace waybill
