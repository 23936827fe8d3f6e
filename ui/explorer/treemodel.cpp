// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/treemodel.h"

#include "ui/explorer/roles.h"
#include "ui/theme/palette.h"

namespace waybill {

TreeModel::TreeModel(QObject *parent)
    : QAbstractItemModel(parent), m_folderIcon(Theme::actionIcon(QStringLiteral("folder"))),
      m_fileIcon(Theme::actionIcon(QStringLiteral("file"))), m_linkIcon(Theme::actionIcon(QStringLiteral("link")))
{
    for (const LicenceClass cls : allLicenceClasses)
        m_classIcons[static_cast<size_t>(cls)] = Theme::classIcon(cls);
    for (size_t level = 0; level < m_riskIcons.size(); ++level)
        m_riskIcons[level] = Theme::riskIcon(static_cast<RiskLevel>(level));
}

bool TreeModel::differsInOrderOnly(const VisibleTree *other) const
{
    return m_tree && other && m_tree->inventory() == other->inventory() && m_tree->view() == other->view()
        && m_tree->filter() == other->filter() && !m_tree->isPartial() && !other->isPartial();
}

std::vector<quint8> TreeModel::risksOfFolders() const
{
    if (!m_tree)
        return {};
    // The tree was made in the background with the risks of that moment; usually they still hold.
    return m_tree->risks() == m_risks ? m_tree->folderRisks() : m_tree->folderRisks(m_risks);
}

void TreeModel::setTree(std::shared_ptr<const VisibleTree> tree, const RiskMap &risks)
{
    const bool reorder = differsInOrderOnly(tree.get());
    if (reorder)
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    else
        beginResetModel();
    m_tree = std::move(tree);
    m_risks = risks;
    m_folderRisks = risksOfFolders();
    if (!reorder) {
        endResetModel();
        return;
    }
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(old.size());
    for (const QModelIndex &index : old)
        moved << indexOf(NodeId(index.internalId()), static_cast<TreeColumn>(index.column()));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TreeModel::setRisks(const RiskMap &risks)
{
    m_risks = risks;
    m_folderRisks = risksOfFolders();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, treeColumnCount - 1));
}

void TreeModel::setColoring(Coloring coloring)
{
    m_coloring = coloring;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, treeColumnCount - 1), {Qt::BackgroundRole});
}

QModelIndex TreeModel::indexOf(NodeId node, TreeColumn column) const
{
    if (!m_tree || !node.isValid() || node == m_tree->tree().root() || !m_tree->isVisible(node))
        return {};
    return createIndex(m_tree->row(node), static_cast<int>(column), quintptr(node.value));
}

NodeId TreeModel::node(const QModelIndex &index) const
{
    if (!m_tree || (index.isValid() && index.internalId() >= quintptr(m_tree->tree().size())))
        return {};
    return index.isValid() ? NodeId(index.internalId()) : m_tree->tree().root();
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    // A view asks this once for every row of a folder that opens, so it must not cost more than it has to.
    const NodeId folder = node(parent);
    if (row < 0 || column < 0 || column >= treeColumnCount || parent.column() > 0 || !folder.isValid()
        || row >= m_tree->childCount(folder))
        return {};
    return createIndex(row, column, quintptr(m_tree->child(folder, row).value));
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    const NodeId id = node(index);
    if (!index.isValid() || !id.isValid())
        return {};
    return indexOf(NodeId(m_tree->tree().node(id).parent));
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    const NodeId id = node(parent);
    return parent.column() > 0 || !id.isValid() ? 0 : m_tree->childCount(id);
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags TreeModel::flags(const QModelIndex &index) const
{
    const NodeId id = node(index);
    if (!index.isValid() || !id.isValid())
        return Qt::NoItemFlags;
    constexpr Qt::ItemFlags row = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return m_tree->tree().isFolder(id) ? row : row | Qt::ItemNeverHasChildren;
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return treeColumnCount;
}

void TreeModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT orderWanted({column, order});
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    const NodeId id = node(index);
    if (!index.isValid() || !id.isValid())
        return {};
    const auto column = static_cast<TreeColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(id, column);
    case Qt::DecorationRole:
        return decoration(id, column);
    case Qt::ToolTipRole:
        return toolTip(id, column);
    case Qt::FontRole:
        return font(id, column);
    case Qt::BackgroundRole:
        return background(id);
    case Qt::TextAlignmentRole:
        return int(horizontalAlignment(column) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == TreeColumn::Name ? sentence(id) : text(id, column);
    case NodeRole:
        return id.value;
    case SortRole:
        return sortValue(id, column);
    case ClassRole:
        return worstClass(id) ? QVariant(static_cast<int>(*worstClass(id))) : QVariant();
    case SharesRole:
        return m_tree->tree().node(id).isFolder() ? QVariant::fromValue(m_tree->classes().totals(id)) : QVariant();
    case RiskRole:
        return risk(id) ? QVariant(static_cast<int>(*risk(id))) : QVariant();
    case GhostRole:
        return m_tree->tree().node(id).isGhost();
    case MatchRole:
        return m_tree->isMatch(id);
    default:
        return {};
    }
}

QVariant TreeModel::decoration(NodeId id, TreeColumn column) const
{
    const TreeNode &node = m_tree->tree().node(id);
    if (column == TreeColumn::Name)
        return node.isFolder() ? m_folderIcon : node.kind == EntryKind::File ? m_fileIcon : m_linkIcon;
    if (column == TreeColumn::Class && worstClass(id))
        return m_classIcons[static_cast<size_t>(*worstClass(id))];
    if (column == TreeColumn::Risk && risk(id))
        return m_riskIcons[static_cast<size_t>(*risk(id))];
    return {};
}

QVariant TreeModel::font(NodeId id, TreeColumn column) const
{
    const bool ghost = m_tree->tree().node(id).isGhost();
    const bool match = m_tree->isMatch(id);
    if (column != TreeColumn::Name || (!ghost && !match))
        return {};
    QFont font;
    font.setStrikeOut(ghost);
    font.setBold(match);
    return font;
}

QVariant TreeModel::background(NodeId id) const
{
    if (m_coloring == Coloring::Class && onlyClass(id))
        return Theme::rowTint(Theme::classColor(*onlyClass(id)));
    if (m_coloring == Coloring::Risk && risk(id))
        return Theme::rowTint(Theme::riskColor(*risk(id)));
    return {};
}

const Judgement *TreeModel::judgement(NodeId id) const
{
    const Inventory &inventory = *m_tree->inventory();
    return id.value < inventory.judgementOf.size() ? inventory.judgement(id) : nullptr;
}

std::optional<LicenceClass> TreeModel::worstClass(NodeId id) const
{
    const TreeNode &node = m_tree->tree().node(id);
    if (node.isFolder())
        return m_tree->classes().totals(id).worst();
    return node.kind == EntryKind::File ? std::optional(licenceClassOf(*m_tree->inventory(), id)) : std::nullopt;
}

std::optional<LicenceClass> TreeModel::onlyClass(NodeId id) const
{
    const std::optional<LicenceClass> worst = worstClass(id);
    if (!worst || !m_tree->tree().node(id).isFolder())
        return worst;
    const ClassTotals totals = m_tree->classes().totals(id);
    return totals.files[static_cast<size_t>(*worst)] == totals.allFiles() ? worst : std::nullopt;
}

std::optional<RiskLevel> TreeModel::risk(NodeId id) const
{
    const TreeNode &node = m_tree->tree().node(id);
    if (node.kind == EntryKind::File)
        return m_risks.ofFile(*m_tree->inventory(), id);
    const quint32 folder = m_tree->tree().folderOrdinal(id);
    if (folder < m_folderRisks.size() && m_folderRisks[folder] != VisibleTree::noRisk)
        return static_cast<RiskLevel>(m_folderRisks[folder]);
    return {};
}

qint64 TreeModel::bytes(NodeId id) const
{
    const TreeNode &node = m_tree->tree().node(id);
    const FolderSums below = node.isFolder() ? m_tree->sums(id) : FolderSums {};
    return node.isFolder() ? below.liveBytes + below.ghostBytes : node.size;
}

}  // namespace waybill
