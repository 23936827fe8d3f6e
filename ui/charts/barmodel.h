// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QAbstractTableModel>

namespace waybill {

/// Rows of horizontal bars as numbers: charts C5 (review progress) and C6 (worst packages). Owned by its page.
class BarModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Row {
        QString title;
        std::vector<qint64> values;  ///< one per series
        QStringList texts;           ///< the same as shown
        RiskLevel risk = RiskLevel::NotAssessed;
        QString filter;  ///< what shows the findings of this row
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QStringList &series, std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }
    const QStringList &series() const { return m_series; }
    qint64 largest() const;  ///< sum of the longest row
    QString csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Per risk level of the scenario in force: findings that have a decision, and those that have none.
    void showProgress(const Review &review);
    /// The fifteen packages and folders with the worst risk, then the most bytes, in the scenario in force.
    void showWorst(const Review &review);

private:
    QStringList m_series;
    std::vector<Row> m_rows;
};

}  // namespace waybill
