// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/visibletree.h"

#include <QAbstractItemModel>
#include <QFont>
#include <QIcon>

namespace waybill {

/// What the rows of the file tree are tinted by.
enum class Coloring : quint8 { Class, Risk, Nothing };

/// The files of an image as a Qt model. Holds no data of its own: an index carries the node id, everything else is looked up
/// in the shared, immutable tree in one step. UI thread.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit TreeModel(QObject *parent = nullptr);

    /// Shows another tree, or nullptr for none. When only the order differs, rows move and views keep their state.
    void setTree(std::shared_ptr<const VisibleTree> tree, const RiskMap &risks);
    void setRisks(const RiskMap &risks);
    void setColoring(Coloring coloring);

    const VisibleTree *tree() const { return m_tree.get(); }
    const std::shared_ptr<const VisibleTree> &sharedTree() const { return m_tree; }
    QModelIndex indexOf(NodeId node, TreeColumn column = TreeColumn::Name) const;
    NodeId node(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Does not sort here: asks for a tree in that order.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void orderWanted(waybill::TreeOrder order);

private:
    static Qt::Alignment horizontalAlignment(TreeColumn column);
    bool differsInOrderOnly(const VisibleTree *other) const;
    QString text(NodeId node, TreeColumn column) const;
    QString toolTip(NodeId node, TreeColumn column) const;
    QString sentence(NodeId node) const;
    QString textOfMore(NodeId node, TreeColumn column) const;
    static QString headerText(TreeColumn column, bool word);
    static QString headerTextOfMore(TreeColumn column, bool word);
    std::vector<quint8> risksOfFolders() const;
    QVariant decoration(NodeId node, TreeColumn column) const;
    QVariant background(NodeId node) const;
    QVariant sortValue(NodeId node, TreeColumn column) const;
    QVariant font(NodeId node, TreeColumn column) const;
    const Judgement *judgement(NodeId node) const;
    std::optional<LicenceClass> onlyClass(NodeId node) const;
    std::optional<LicenceClass> worstClass(NodeId node) const;
    std::optional<RiskLevel> risk(NodeId node) const;
    qint64 bytes(NodeId node) const;

    std::shared_ptr<const VisibleTree> m_tree;
    RiskMap m_risks;
    std::vector<quint8> m_folderRisks;  ///< by FileTree::folderOrdinal
    Coloring m_coloring = Coloring::Class;
    std::array<QIcon, licenceClassCount> m_classIcons;
    std::array<QIcon, 6> m_riskIcons;
    QIcon m_folderIcon, m_fileIcon, m_linkIcon;
};

}  // namespace waybill

Q_DECLARE_METATYPE(waybill::TreeOrder)
