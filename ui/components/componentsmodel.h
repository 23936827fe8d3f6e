// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/components/componentfilter.h"

#include <QAbstractItemModel>

namespace waybill {

/// The components of an image as a list or as groups of lists, filtered, sorted and grouped here like the findings. UI thread;
/// shares the inventory it shows.
class ComponentsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Version, Kind, Licence, Files, Bytes, Layer, Source, Supplier, Finder, ColumnCount };
    enum class Grouping { Kind, Layer, Licence, None };
    Q_ENUM(Grouping)
    enum Role {
        SortRole = Qt::UserRole,  ///< raw value of the cell
        ComponentRole,            ///< index into Inventory::components, or -1 for a group
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setInventory(std::shared_ptr<const Inventory> inventory);
    void setGrouping(Grouping grouping);
    void setFilter(const ComponentFilter &filter);
    Grouping grouping() const { return m_grouping; }
    int total() const { return m_inventory ? static_cast<int>(m_inventory->components.size()) : 0; }
    int shown() const { return static_cast<int>(m_order.size()); }
    QModelIndex indexOf(int component) const;  ///< invalid when the filter hides it

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Group {
        QString title;
        QVariant key;
        std::vector<int> components;
        qint64 bytes = 0;
    };
    void rebuild();
    void sortOrder();
    void buildGroups();
    const Component &component(int i) const { return m_inventory->components[static_cast<size_t>(i)]; }
    int componentAt(const QModelIndex &index) const;
    QString groupTitle(const Component &component) const;
    QString text(const Component &component, int column) const;
    QVariant sortValue(const Component &component, int column) const;
    QVariant groupData(const Group &group, int column, int role) const;
    QString toolTip(const Component &component) const;

    std::shared_ptr<const Inventory> m_inventory;
    ComponentFilter m_filter;
    Grouping m_grouping = Grouping::Kind;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_order;  ///< shown components, sorted
    std::vector<Group> m_groups;
};

}  // namespace waybill
