// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of FindingsPanel: its columns, their widths and what is remembered of them.

#include "core/report/messages.h"
#include "ui/findings/findingspanel.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QStyle>
#include <QTreeView>

namespace waybill {

/// Wide enough for the longest word of the language, where the words are known.
int FindingsPanel::startWidth(int column) const
{
    const QFontMetrics metrics = fontMetrics();
    const int unit = metrics.averageCharWidth();
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 3 * unit;
    int widest = 0;
    switch (column) {
    case FindingsModel::Risk:
        for (const RiskLevel level : {RiskLevel::Low, RiskLevel::Medium, RiskLevel::High, RiskLevel::Extreme}) {
            for (const Permission permission :
                 {Permission::PermittedWithDuties, Permission::Undetermined, Permission::NotPermitted})
                widest = std::max(widest, metrics.horizontalAdvance(FindingsModel::riskText(level, permission)));
        }
        return widest + icon + 2 * m_view->indentation();
    case FindingsModel::Class:
        return metrics.horizontalAdvance(QStringLiteral("WW")) + icon;
    case FindingsModel::Status:
        for (const DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation})
            widest = std::max(widest, metrics.horizontalAdvance(Messages::decision(action)));
        return widest + icon;
    default:
        break;
    }
    constexpr std::array<int, FindingsModel::ColumnCount> letters {0, 0, 24, 30, 16, 9, 0, 16, 40};
    return letters[static_cast<size_t>(column)] * unit;
}

void FindingsPanel::buildView()
{
    m_view = new QTreeView(this);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Findings"));
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSortingEnabled(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->installEventFilter(this);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(true);
    header->setSortIndicator(FindingsModel::Risk, Qt::DescendingOrder);
    for (int column = 0; column < FindingsModel::ColumnCount; ++column)
        header->resizeSection(column, startWidth(column));
    // What waits for the user stays in sight where the window is narrow.
    header->moveSection(header->visualIndex(FindingsModel::Status), header->visualIndex(FindingsModel::Files));
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 1; column < FindingsModel::ColumnCount; ++column) {
        auto *toggle = new QAction(m_model->headerData(column, Qt::Horizontal).toString(), header);
        toggle->setCheckable(true);
        toggle->setChecked(true);
        connect(toggle, &QAction::toggled, this, &FindingsPanel::showColumns);
        header->addAction(toggle);
    }
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    qobject_cast<QVBoxLayout *>(layout())->addWidget(m_stack, 1);
}

/// A column that only repeats the head of its group is left out as long as that grouping lasts.
void FindingsPanel::showColumns()
{
    const auto grouping = m_model->grouping();
    for (int column = 1; column < FindingsModel::ColumnCount; ++column) {
        const bool repeats = (column == FindingsModel::Licence && grouping == FindingsModel::Grouping::Licence)
            || (column == FindingsModel::Component && grouping == FindingsModel::Grouping::Component)
            || (column == FindingsModel::Rule && grouping == FindingsModel::Grouping::Rule);
        const bool wanted = m_view->header()->actions().at(column - 1)->isChecked();
        m_view->header()->setSectionHidden(column, repeats || !wanted);
    }
}

QByteArray FindingsPanel::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_view->header()->saveState() << m_grouping->currentIndex();
    for (const QAction *column : m_view->header()->actions())
        out << column->isChecked();
    return state;
}

void FindingsPanel::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    QByteArray header;
    int grouping = -1;
    in >> header >> grouping;
    if (in.status() != QDataStream::Ok || !m_view->header()->restoreState(header))
        return;
    for (QAction *column : m_view->header()->actions()) {
        bool wanted = true;
        in >> wanted;
        column->setChecked(wanted);
    }
    if (grouping >= 0 && grouping < m_grouping->count())
        m_grouping->setCurrentIndex(grouping);
    showColumns();
}

}  // namespace waybill
