// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/layermodel.h"

#include "core/report/messages.h"
#include "ui/explorer/roles.h"
#include "ui/theme/palette.h"

#include <QFontDatabase>
#include <QLocale>

namespace waybill {

QString shortInstruction(const QString &createdBy)
{
    QString text = createdBy.simplified();
    for (const auto &shell : {QLatin1String("/bin/sh -c "), QLatin1String("RUN /bin/sh -c ")}) {
        if (!text.startsWith(shell))
            continue;
        text = text.mid(shell.size());
        if (text.startsWith(QLatin1String("#(nop)")))
            text = text.mid(6).trimmed();
        else
            text.prepend(QLatin1String("RUN "));
        break;
    }
    if (text.endsWith(QLatin1String("# buildkit")))
        text = text.chopped(10).trimmed();
    return displayText(text);
}

LayerModel::LayerModel(QObject *parent) : QAbstractTableModel(parent)
{
    for (const LicenceClass cls : allLicenceClasses)
        m_classIcons[static_cast<size_t>(cls)] = Theme::classIcon(cls);
    for (size_t level = 0; level < m_riskIcons.size(); ++level)
        m_riskIcons[level] = Theme::riskIcon(static_cast<RiskLevel>(level));
}

void LayerModel::setLayers(std::vector<LayerInfo> layers)
{
    beginResetModel();
    m_layers = std::move(layers);
    m_inventory.reset();
    m_totals.clear();
    m_risks.clear();
    m_largest = 0;
    endResetModel();
}

void LayerModel::setInventory(std::shared_ptr<const Inventory> inventory, const RiskMap &risks)
{
    m_inventory = std::move(inventory);
    m_totals.clear();
    m_largest = 0;
    if (m_inventory && m_inventory->tree)
        m_totals = classesByLayer(*m_inventory, true);
    for (const ClassTotals &totals : m_totals)
        m_largest = qMax(m_largest, totals.allBytes());
    setRisks(risks);
}

void LayerModel::setRisks(const RiskMap &risks)
{
    m_risks.clear();
    if (m_inventory)
        m_risks = risks.byLayer(*m_inventory);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, layerColumnCount - 1));
}

QString LayerModel::instruction(int layer) const
{
    return layer >= 0 && layer < rowCount() ? m_layers[size_t(layer)].createdBy : QString();
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_layers.size());
}

int LayerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : layerColumnCount;
}

LayerModel::State LayerModel::state(int layer) const
{
    if (!m_layers[size_t(layer)].available)
        return State::Missing;
    if (!m_inventory || size_t(layer) >= m_inventory->readings.size())
        return State::Waiting;
    if (m_inventory->readings[size_t(layer)].complete)
        return State::Read;
    return m_inventory->partial ? State::Waiting : State::Failed;
}

const ClassTotals *LayerModel::totals(int layer) const
{
    return size_t(layer) < m_totals.size() ? &m_totals[size_t(layer)] : nullptr;
}

std::optional<RiskLevel> LayerModel::risk(int layer) const
{
    return size_t(layer) < m_risks.size() ? m_risks[size_t(layer)] : std::nullopt;
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int layer = index.row();
    const auto column = static_cast<LayerColumn>(index.column());
    const bool number = column == LayerColumn::Number || column == LayerColumn::Added || column == LayerColumn::Files;
    const ClassTotals *sums = totals(layer);
    switch (role) {
    case Qt::DisplayRole:
        return text(layer, column);
    case Qt::ToolTipRole:
        return toolTip(layer, column);
    case Qt::DecorationRole:
        return decoration(layer, column);
    case Qt::FontRole:
        return column == LayerColumn::Instruction ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QVariant();
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == LayerColumn::Number ? sentence(layer) : text(layer, column);
    case SortRole:
        return sortValue(layer, column);
    case ClassRole:
        return sums && sums->worst() ? QVariant(static_cast<int>(*sums->worst())) : QVariant();
    case SharesRole:
        return sums ? QVariant::fromValue(*sums) : QVariant();
    case RiskRole:
        return risk(layer) ? QVariant(static_cast<int>(*risk(layer))) : QVariant();
    case BarRole:
        return sums && m_largest > 0 ? double(sums->allBytes()) / double(m_largest) : 0.0;
    default:
        return {};
    }
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::WhatsThisRole))
        return {};
    const bool word = role == Qt::DisplayRole;
    switch (static_cast<LayerColumn>(section)) {
    case LayerColumn::Number:
        return word ? tr("#") : tr("Layers from the bottom to the top, counted from 1.");
    case LayerColumn::Instruction:
        return word ? tr("Instruction") : tr("The build instruction that made the layer, as the image's history records it.");
    case LayerColumn::Added:
        return word ? tr("Added") : tr("Bytes of the files that the layer brings, unpacked. The bar compares the layers.");
    case LayerColumn::Files:
        return word ? tr("Files") : tr("Files that the layer brings, with those that a later layer removes.");
    case LayerColumn::Class:
        return word ? tr("Class mix") : tr("Shares of the licence classes by bytes, and the strictest class.");
    case LayerColumn::Risk:
        return word ? tr("Worst risk") : tr("Worst risk of the layer's files in the chosen way of delivery.");
    }
    return {};
}

QString LayerModel::text(int layer, LayerColumn column) const
{
    const LayerInfo &info = m_layers[size_t(layer)];
    const ClassTotals *sums = totals(layer);
    const bool read = state(layer) == State::Read && sums;
    switch (column) {
    case LayerColumn::Number:
        return m_inventory && m_inventory->base.isBase(layer)
            ? tr("%1 base", "number of a layer of the base image").arg(layer + 1)
            : QString::number(layer + 1);
    case LayerColumn::Instruction:
        return info.createdBy.isEmpty() ? tr("not recorded") : shortInstruction(info.createdBy);
    case LayerColumn::Added:
        if (state(layer) == State::Missing)
            return tr("missing");
        if (state(layer) == State::Failed)
            return tr("not read");
        return read ? Messages::bytes(sums->allBytes()) : tr("waiting");
    case LayerColumn::Files:
        return read ? QLocale().toString(sums->allFiles()) : QString();
    case LayerColumn::Class:
        return sums && sums->worst() ? QString(licenceClassCode(*sums->worst())) : QString();
    case LayerColumn::Risk:
        return risk(layer) ? Messages::risk(*risk(layer)) : QString();
    }
    return {};
}

QString LayerModel::toolTip(int layer, LayerColumn column) const
{
    const LayerInfo &info = m_layers[size_t(layer)];
    if (column == LayerColumn::Instruction)
        return info.createdBy.isEmpty() ? tr("The image does not record how this layer was made.") : displayText(info.createdBy);
    if (column == LayerColumn::Number && m_inventory && m_inventory->base.layers > 0)
        return Messages::baseImage(m_inventory->base);
    if (column == LayerColumn::Added) {
        if (state(layer) == State::Missing)
            return tr("The image refers to this layer, but the file does not hold it. Its content is not assessed.");
        if (state(layer) == State::Failed)
            return Messages::error(m_inventory->readings[size_t(layer)].error);
    }
    return text(layer, column);
}

QVariant LayerModel::sortValue(int layer, LayerColumn column) const
{
    const ClassTotals *sums = totals(layer);
    switch (column) {
    case LayerColumn::Number:
        return layer;
    case LayerColumn::Added:
        return sums ? sums->allBytes() : qint64(-1);
    case LayerColumn::Files:
        return sums ? qint64(sums->allFiles()) : qint64(-1);
    case LayerColumn::Class:
        return sums && sums->worst() ? licenceClassRank(*sums->worst()) : -1;
    case LayerColumn::Risk:
        return risk(layer) ? static_cast<int>(*risk(layer)) : -1;
    case LayerColumn::Instruction:
        return text(layer, column);
    }
    return {};
}

QVariant LayerModel::decoration(int layer, LayerColumn column) const
{
    const ClassTotals *sums = totals(layer);
    if (column == LayerColumn::Class && sums && sums->worst())
        return m_classIcons[static_cast<size_t>(*sums->worst())];
    if (column == LayerColumn::Risk && risk(layer))
        return m_riskIcons[static_cast<size_t>(*risk(layer))];
    return {};
}

QString LayerModel::sentence(int layer) const
{
    QStringList parts {Messages::layerName(layer), text(layer, LayerColumn::Instruction), text(layer, LayerColumn::Added)};
    if (const ClassTotals *sums = totals(layer); sums && sums->worst()) {
        parts << tr("%n file(s)", nullptr, static_cast<int>(sums->allFiles()));
        parts << tr("strictest class %1").arg(Messages::licenceClass(*sums->worst()));
    }
    if (risk(layer))
        parts << tr("worst risk %1").arg(Messages::risk(*risk(layer)));
    return parts.join(tr(", ", "between the parts of a spoken row"));
}

}  // namespace waybill
