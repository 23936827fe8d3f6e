// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/ledger.h"

#include <QAbstractTableModel>

namespace waybill {

/// The sums of a ledger: one row per explanation and one for all. UI thread.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Reason, Files, Bytes, GhostFiles, GhostBytes, Share, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setLedger(const Ledger &ledger);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Ledger m_ledger;
};

/// The files that nothing explains, binaries and archives first. UI thread; shares the inventory.
class UnexplainedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Kind, Bytes, Layer, State, Path, ColumnCount };
    enum Role { NodeRole = Qt::UserRole };  ///< value of the NodeId
    using QAbstractTableModel::QAbstractTableModel;
    void setFiles(std::shared_ptr<const Inventory> inventory, std::vector<UnexplainedFile> files);
    void setKind(int kind);  ///< UnexplainedKind, or -1 for all
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void rebuild();
    std::shared_ptr<const Inventory> m_inventory;
    std::vector<UnexplainedFile> m_files;
    std::vector<quint32> m_shown;
    int m_kind = -1;
};

}  // namespace waybill
