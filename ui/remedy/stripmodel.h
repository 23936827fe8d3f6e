// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/removal.h"

#include <QAbstractTableModel>

namespace waybill {

/// The removals of a plan as rows with check boxes. UI thread; owned by the panel.
class StripModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Why, Layers, Bytes, Risk, IfRemoved, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(RemedyPlan plan);
    /// The plan after a choice was judged again: same rows, new verdict and breakage.
    void updatePlan(RemedyPlan plan);
    const RemedyPlan &plan() const { return m_plan; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    QString text(const Removal &removal, int column) const;
    RemedyPlan m_plan;
};

}  // namespace waybill
