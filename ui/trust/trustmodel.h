// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsontrust.h"

#include <QAbstractItemModel>

namespace waybill {

/// The four questions with their findings and the places of each, then reports of scanners and compared bills of materials. UI
/// thread; owned by the panel.
class TrustModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, Weight, Where, ColumnCount };
    enum Role { PathRole = Qt::UserRole, LayerRole };
    using QAbstractItemModel::QAbstractItemModel;

    void setReport(TrustReport report, std::shared_ptr<const Inventory> inventory);
    void clear();
    void setScans(std::vector<ScannerReport> scans);
    void setBills(std::vector<ComparedBill> bills);
    const TrustReport &report() const { return m_report; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// One line. The tree is small: findings and places are bounded by the report.
    struct Row {
        QString what, weight, where, tip;
        int severity = -1;  ///< TrustSeverity, or -1
        std::string path;
        int layer = -1;
        bool isQuestion = false;
        int parent = -1;
        int place = 0;  ///< among its parent's children
        std::vector<int> children;
    };
    void rebuild();
    int add(Row row, int parent);
    int addLine(const QString &what, const QString &where, int parent);
    void addFindings();
    void addScans();
    void addBills();
    TrustReport m_report;
    std::shared_ptr<const Inventory> m_inventory;
    std::vector<ScannerReport> m_scans;
    std::vector<ComparedBill> m_bills;
    std::vector<Row> m_rows;
    std::vector<int> m_top;
};

}  // namespace waybill
