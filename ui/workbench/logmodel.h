// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QAbstractTableModel>

namespace waybill {

/// The log of the review and the notices of this run, oldest first. UI thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Who, Action, Detail, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setLog(const std::vector<LogEntry> &log);
    void addNotice(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString actionText(const QString &action);
    std::vector<LogEntry> m_log;
    std::vector<LogEntry> m_notices;
    std::vector<LogEntry> m_rows;  ///< both, by time
    void merge();
};

}  // namespace waybill
