// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/componentsmodel.h"

#include "core/report/messages.h"

#include <QCollator>
#include <QFont>
#include <QLocale>

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr quintptr topLevel = 0;  // internal id of rows without a group; others carry the number of their group from 1

}  // namespace

void ComponentsModel::setInventory(std::shared_ptr<const Inventory> inventory)
{
    beginResetModel();
    m_inventory = std::move(inventory);
    rebuild();
    endResetModel();
}

void ComponentsModel::setGrouping(Grouping grouping)
{
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void ComponentsModel::setFilter(const ComponentFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void ComponentsModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = std::clamp(column, 0, ColumnCount - 1);
    m_sortOrder = order;
    rebuild();
    endResetModel();
}

void ComponentsModel::rebuild()
{
    m_order.clear();
    m_groups.clear();
    for (int i = 0; i < total(); ++i) {
        if (m_filter.matches(component(i)))
            m_order.push_back(i);
    }
    sortOrder();
    if (m_grouping != Grouping::None)
        buildGroups();
}

void ComponentsModel::sortOrder()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const QVariant left = sortValue(component(m_sortOrder == Qt::AscendingOrder ? a : b), m_sortColumn);
        const QVariant right = sortValue(component(m_sortOrder == Qt::AscendingOrder ? b : a), m_sortColumn);
        if (left.typeId() == QMetaType::LongLong)
            return left.toLongLong() < right.toLongLong();
        return collator.compare(left.toString(), right.toString()) < 0;
    });
}

QString ComponentsModel::groupTitle(const Component &component) const
{
    switch (m_grouping) {
    case Grouping::Kind:
        return component.kind;
    case Grouping::Layer:
        return Messages::layerName(component.layer);
    case Grouping::Licence:
        return component.expression.isEmpty() ? tr("No licence established") : displayText(component.expression);
    case Grouping::None:
        break;
    }
    return {};
}

void ComponentsModel::buildGroups()
{
    std::map<std::pair<int, QString>, Group> groups;
    for (const int i : m_order) {
        const Component &c = component(i);
        const QString title = groupTitle(c);
        Group &group = groups[{m_grouping == Grouping::Layer ? c.layer : 0, title}];
        group.title = title;
        group.components.push_back(i);
        group.bytes += c.bytes;
    }
    for (auto &[key, group] : groups)
        m_groups.push_back(std::move(group));
    if (m_grouping != Grouping::Layer)
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const Group &a, const Group &b) { return a.components.size() > b.components.size(); });
}

int ComponentsModel::componentAt(const QModelIndex &index) const
{
    const auto row = static_cast<size_t>(index.row());
    if (m_grouping == Grouping::None)
        return row < m_order.size() ? m_order[row] : -1;
    if (index.internalId() == topLevel)
        return -1;
    return m_groups[index.internalId() - 1].components[row];
}

QModelIndex ComponentsModel::indexOf(int component) const
{
    const auto rowIn = [component](const std::vector<int> &list) {
        const auto found = std::find(list.begin(), list.end(), component);
        return found == list.end() ? -1 : static_cast<int>(found - list.begin());
    };
    if (m_grouping == Grouping::None) {
        const int row = rowIn(m_order);
        return row < 0 ? QModelIndex() : createIndex(row, 0, topLevel);
    }
    for (size_t group = 0; group < m_groups.size(); ++group) {
        if (const int row = rowIn(m_groups[group].components); row >= 0)
            return createIndex(row, 0, static_cast<quintptr>(group + 1));
    }
    return {};
}

QModelIndex ComponentsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : topLevel);
}

QModelIndex ComponentsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, topLevel);
}

int ComponentsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_grouping == Grouping::None ? m_order.size() : m_groups.size());
    if (m_grouping == Grouping::None || parent.internalId() != topLevel || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<size_t>(parent.row())].components.size());
}

int ComponentsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ComponentsModel::text(const Component &c, int column) const
{
    switch (column) {
    case Name:
        return displayText(c.name);
    case Version:
        return displayText(c.version);
    case Kind:
        return c.kind;
    case Licence:
        return c.expression.isEmpty() ? tr("not established") : displayText(c.expression);
    case Files:
        return QLocale().toString(c.files);
    case Bytes:
        return Messages::bytes(c.bytes);
    case Layer:
        return c.isGhost() ? tr("%1, removed in %2").arg(c.layer + 1).arg(c.hiddenBy + 1) : QString::number(c.layer + 1);
    case Source:
        return c.sourceVersion.isEmpty() || c.sourceVersion == c.version
            ? displayText(c.sourceName)
            : displayText(c.sourceName) + QLatin1Char(' ') + displayText(c.sourceVersion);
    case Supplier:
        return displayText(c.supplier);
    case Finder: {
        QStringList finders {c.finder};
        for (const Sighting &sighting : c.sightings)
            finders.append(sighting.finder);
        finders.removeDuplicates();
        return finders.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant ComponentsModel::sortValue(const Component &c, int column) const
{
    switch (column) {
    case Files:
        return static_cast<qlonglong>(c.files);
    case Bytes:
        return static_cast<qlonglong>(c.bytes);
    case Layer:
        return static_cast<qlonglong>(c.layer) * 100'000 + c.hiddenBy;
    default:
        return text(c, column);
    }
}

QString ComponentsModel::toolTip(const Component &c) const
{
    QStringList lines {displayText(c.purl.isEmpty() ? c.name : c.purl)};
    if (c.partOf.isValid())
        lines.append(tr("Part of %1").arg(displayText(m_inventory->components[c.partOf.value].name)));
    if (c.isGhost())
        lines.append(tr("Removed in layer %1; its files are still handed over.").arg(c.hiddenBy + 1));
    return lines.join(QLatin1Char('\n'));
}

QVariant ComponentsModel::groupData(const Group &group, int column, int role) const
{
    if (role == ComponentRole)
        return -1;
    if (column == Name && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return tr("%1 — %n component(s), %2", nullptr, static_cast<int>(group.components.size()))
            .arg(group.title, Messages::bytes(group.bytes));
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ComponentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int at = componentAt(index);
    if (at < 0)
        return m_grouping == Grouping::None ? QVariant()
                                            : groupData(m_groups[static_cast<size_t>(index.row())], index.column(), role);
    const Component &c = component(at);
    switch (role) {
    case Qt::DisplayRole:
        return text(c, index.column());
    case Qt::ToolTipRole:
        return toolTip(c);
    case Qt::TextAlignmentRole:
        return index.column() == Files || index.column() == Bytes ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        if (c.isGhost()) {
            QFont font;
            font.setItalic(true);
            font.setStrikeOut(index.column() == Name);
            return font;
        }
        return {};
    case SortRole:
        return sortValue(c, index.column());
    case ComponentRole:
        return at;
    default:
        return {};
    }
}

QVariant ComponentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Component");
    case Version:
        return tr("Version");
    case Kind:
        return tr("Kind");
    case Licence:
        return tr("Licence");
    case Files:
        return tr("Files");
    case Bytes:
        return tr("Size");
    case Layer:
        return tr("Layer");
    case Source:
        return tr("Source package");
    case Supplier:
        return tr("Supplier");
    case Finder:
        return tr("Found by");
    default:
        return {};
    }
}

}  // namespace waybill
