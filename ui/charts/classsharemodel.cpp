// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/classsharemodel.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QLocale>

namespace waybill {

ClassShareModel::ClassShareModel(QObject *parent) : QAbstractTableModel(parent) { }

void ClassShareModel::setInventory(std::shared_ptr<const Inventory> inventory, bool ghosts)
{
    beginResetModel();
    m_rows.clear();
    if (inventory && inventory->tree) {
        m_rows = classesByLayer(*inventory, ghosts);
        // The whole is the sum of its parts, so the two can never disagree.
        ClassTotals whole;
        for (const ClassTotals &layer : m_rows) {
            for (const LicenceClass cls : allLicenceClasses)
                whole.add(cls, layer.bytes[static_cast<size_t>(cls)], layer.files[static_cast<size_t>(cls)]);
        }
        m_rows.insert(m_rows.begin(), whole);
    }
    endResetModel();
}

void ClassShareModel::setMeasure(Measure measure)
{
    m_measure = measure;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

qint64 ClassShareModel::value(int row, LicenceClass cls) const
{
    const ClassTotals &totals = m_rows[size_t(row)];
    const auto c = static_cast<size_t>(cls);
    return m_measure == Measure::Bytes ? totals.bytes[c] : qint64(totals.files[c]);
}

qint64 ClassShareModel::sum(int row) const
{
    return m_measure == Measure::Bytes ? m_rows[size_t(row)].allBytes() : qint64(m_rows[size_t(row)].allFiles());
}

double ClassShareModel::share(int row, LicenceClass cls) const
{
    const qint64 all = sum(row);
    return all > 0 ? double(value(row, cls)) / double(all) : 0;
}

QString ClassShareModel::rowTitle(int row) const
{
    return row == 0 ? tr("Whole image") : Messages::layerName(layer(row));
}

QString ClassShareModel::number(qint64 value) const
{
    return m_measure == Measure::Bytes ? Messages::bytes(value) : QLocale().toString(value);
}

QString ClassShareModel::csv() const
{
    const auto quoted = [](QString text) { return QString(u'"' % text.replace(u'"', QLatin1String("\"\"")) % u'"'); };
    QString out;
    for (int column = 0; column < columnCount(); ++column)
        out += (column ? QStringLiteral(",") : QString())
            + quoted(headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
    out += QLatin1String("\r\n");
    for (int row = 0; row < rowCount(); ++row) {
        out += quoted(rowTitle(row));
        for (int column = firstClassColumn; column < columnCount(); ++column)
            out += u',' % QString::number(index(row, column).data(ValueRole).toLongLong());
        out += QLatin1String("\r\n");
    }
    return out;
}

int ClassShareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClassShareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sumColumn + 1;
}

QVariant ClassShareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (index.column() == 0)
        return role == Qt::DisplayRole ? rowTitle(index.row()) : QVariant();
    const bool isSum = index.column() == sumColumn;
    const auto cls = static_cast<LicenceClass>(isSum ? 0 : index.column() - firstClassColumn);
    const qint64 amount = isSum ? sum(index.row()) : value(index.row(), cls);
    const double part = isSum ? (amount > 0 ? 1.0 : 0.0) : share(index.row(), cls);
    switch (role) {
    case Qt::DisplayRole:
        return number(amount);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return isSum ? tr("%1: %2 in all").arg(rowTitle(index.row()), number(amount))
                     : tr("%1, %2: %3, %4 %")
                           .arg(rowTitle(index.row()), Messages::licenceClass(cls), number(amount),
                                QLocale().toString(part * 100, 'f', 1));
    case ValueRole:
        return amount;
    case ShareRole:
        return part;
    default:
        return {};
    }
}

QVariant ClassShareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isClass = section >= firstClassColumn && section < sumColumn;
    const auto cls = static_cast<LicenceClass>(isClass ? section - firstClassColumn : 0);
    switch (role) {
    case Qt::DisplayRole:
        return section == 0 ? tr("Layer") : isClass ? QString(licenceClassCode(cls)) : tr("Sum");
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return section == 0 ? tr("Layer") : isClass ? Messages::licenceClass(cls) : tr("Sum");
    case Qt::DecorationRole:
        return isClass ? QVariant(Theme::classIcon(cls)) : QVariant();
    default:
        return {};
    }
}

}  // namespace waybill
