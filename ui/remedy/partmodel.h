// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparisontext.h"

#include <QAbstractTableModel>

namespace waybill {

/// One table of a comparison, as ComparisonText words it. UI thread.
class PartModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit PartModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }
    void setPart(ComparisonPart part);
    const ComparisonPart &part() const { return m_part; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ComparisonPart m_part;
};

}  // namespace waybill
