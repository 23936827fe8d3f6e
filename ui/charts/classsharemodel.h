// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"

#include <QAbstractTableModel>

namespace waybill {

/// Files or bytes per licence class, for the whole image and for every layer: the numbers behind the chart and its table.
/// First row: the whole image; then the layers, lowest first. Columns: what it is, the ten classes, their sum.
class ClassShareModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Measure : quint8 { Bytes, Files };
    enum Role { ValueRole = Qt::UserRole + 1, ShareRole };  ///< qint64; double, 0 to 1 of the row

    explicit ClassShareModel(QObject *parent = nullptr);
    void setInventory(std::shared_ptr<const Inventory> inventory, bool ghosts);
    void setMeasure(Measure measure);
    Measure measure() const { return m_measure; }

    static constexpr int firstClassColumn = 1;
    static constexpr int sumColumn = firstClassColumn + licenceClassCount;
    /// Layer of a row, -1 for the whole image.
    int layer(int row) const { return row - 1; }
    qint64 value(int row, LicenceClass cls) const;
    qint64 sum(int row) const;
    double share(int row, LicenceClass cls) const;
    bool isEmpty() const { return m_rows.empty(); }
    /// The table with raw numbers, RFC 4180.
    QString csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QString rowTitle(int row) const;

private:
    QString number(qint64 value) const;
    std::vector<ClassTotals> m_rows;
    Measure m_measure = Measure::Bytes;
};

}  // namespace waybill
