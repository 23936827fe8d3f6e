// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkview.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>

namespace waybill {

/// The duties of the current scenario with their state: a tick and a note are kept in the answers of the review, as
/// `waybill check --answers` reads them. UI thread; borrows the session.
class DutiesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Done, What, Clause, Findings, Components, Note, ColumnCount };
    explicit DutiesModel(Session *session, QObject *parent = nullptr);
    const std::vector<DutyState> &duties() const { return m_duties; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();
    Session *m_session;
    std::vector<DutyState> m_duties;
};

/// Expressions of the image that leave a choice ("MIT OR GPL-2.0-only") and the arm that was chosen. UI thread.
class ChoicesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Expression, Files, Chosen, ColumnCount };
    explicit ChoicesModel(Session *session, QObject *parent = nullptr);
    QStringList arms(int row) const { return m_rows[static_cast<size_t>(row)].arms; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// An empty text takes the choice back.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString expression;
        qint64 files = 0;
        QStringList arms;
    };
    void refresh();
    Session *m_session;
    std::vector<Row> m_rows;
};

}  // namespace waybill
