// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedy/stripmodel.h"

#include "core/report/messages.h"
#include "core/report/remedymessages.h"
#include "ui/theme/palette.h"

namespace waybill {

void StripModel::setPlan(RemedyPlan plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

void StripModel::updatePlan(RemedyPlan plan)
{
    if (plan.removals.size() != m_plan.removals.size()) {
        setPlan(std::move(plan));
        return;
    }
    m_plan = std::move(plan);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int StripModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.removals.size());
}

int StripModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StripModel::text(const Removal &removal, int column) const
{
    switch (column) {
    case What:
        return RemedyMessages::what(removal);
    case Why:
        return RemedyMessages::reason(removal);
    case Layers: {
        QStringList numbers;
        for (const quint16 layer : removal.layers)
            numbers.append(QString::number(layer + 1));
        return numbers.join(QStringLiteral(", "));
    }
    case Bytes:
        return QStringLiteral("−") + Messages::bytes(removal.bytes());
    case Risk:
        return Messages::risk(removal.risk);
    default:
        return RemedyMessages::ifRemoved(removal);
    }
}

QVariant StripModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Removal &removal = m_plan.removals[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(removal, index.column());
    case Qt::CheckStateRole:
        if (index.column() == What)
            return removal.chosen ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::DecorationRole:
        return index.column() == Risk ? QVariant(Theme::riskIcon(removal.risk)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Bytes ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool StripModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != What)
        return false;
    m_plan.removals[static_cast<size_t>(index.row())].chosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT choiceChanged();
    return true;
}

QVariant StripModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Why:
        return tr("Why it can go");
    case Layers:
        return tr("Layers");
    case Bytes:
        return tr("Bytes");
    case Risk:
        return tr("Risk");
    case IfRemoved:
        return tr("If removed");
    default:
        return {};
    }
}

Qt::ItemFlags StripModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == What ? flags | Qt::ItemIsUserCheckable : flags;
}

}  // namespace waybill
