// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"
#include "ui/explorer/riskmap.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace waybill {

/// Columns of the layer list.
enum class LayerColumn : quint8 { Number, Instruction, Added, Files, Class, Risk };
inline constexpr int layerColumnCount = 6;

/// The layers of an image, lowest first: known from the config before anything is read, filled in as layers are read.
class LayerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit LayerModel(QObject *parent = nullptr);

    void setLayers(std::vector<LayerInfo> layers);
    /// Facts of the layers; keeps the rows. nullptr while nothing was read.
    void setInventory(std::shared_ptr<const Inventory> inventory, const RiskMap &risks);
    void setRisks(const RiskMap &risks);
    /// The recorded instruction as it is, for copying; empty when none was recorded.
    QString instruction(int layer) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class State { Waiting, Read, Failed, Missing };
    State state(int layer) const;
    QString text(int layer, LayerColumn column) const;
    QString toolTip(int layer, LayerColumn column) const;
    QVariant sortValue(int layer, LayerColumn column) const;
    QVariant decoration(int layer, LayerColumn column) const;
    QString sentence(int layer) const;
    const ClassTotals *totals(int layer) const;
    std::optional<RiskLevel> risk(int layer) const;

    std::vector<LayerInfo> m_layers;
    std::shared_ptr<const Inventory> m_inventory;
    std::vector<ClassTotals> m_totals;
    std::vector<std::optional<RiskLevel>> m_risks;
    qint64 m_largest = 0;
    std::array<QIcon, licenceClassCount> m_classIcons;
    std::array<QIcon, 6> m_riskIcons;
};

/// An instruction as people write it: without the shell wrapper and the builder's marks.
QString shortInstruction(const QString &createdBy);

}  // namespace waybill
