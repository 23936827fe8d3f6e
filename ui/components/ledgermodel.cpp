// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/ledgermodel.h"

#include "core/report/messages.h"
#include "ui/components/ledgerbar.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace waybill {

namespace {

QPixmap swatch(Explanation explanation)
{
    constexpr int side = 14;
    QPixmap pixmap(side, side);
    const QPalette palette = QGuiApplication::palette();
    pixmap.fill(palette.color(QPalette::Base));
    QPainter painter(&pixmap);
    painter.fillRect(pixmap.rect(), LedgerBar::brush(explanation, palette));
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1));
    return pixmap;
}

}  // namespace

void LedgerModel::setLedger(const Ledger &ledger)
{
    beginResetModel();
    m_ledger = ledger;
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(explanationCount) + 1;
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<size_t>(index.row());
    const bool isSum = row == explanationCount;
    const auto explanation = static_cast<Explanation>(row);
    if (role == Qt::TextAlignmentRole && index.column() != Reason)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == Reason && !isSum)
        return swatch(explanation);
    if (role == Qt::FontRole && isSum) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    const LedgerSum &live = isSum ? m_ledger.liveTotal : m_ledger.live[row];
    const LedgerSum &ghost = isSum ? m_ledger.ghostTotal : m_ledger.ghost[row];
    const qint64 all = m_ledger.liveTotal.bytes + m_ledger.ghostTotal.bytes;
    switch (index.column()) {
    case Reason:
        return isSum ? tr("All bytes") : Messages::explanation(explanation);
    case Files:
        return QLocale().toString(live.files);
    case Bytes:
        return Messages::bytes(live.bytes);
    case GhostFiles:
        return QLocale().toString(ghost.files);
    case GhostBytes:
        return Messages::bytes(ghost.bytes);
    case Share:
        return QString(QLocale().toString(all == 0 ? 0.0 : 100.0 * double(live.bytes + ghost.bytes) / double(all), 'f', 2)
                       + QStringLiteral(" %"));
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Reason:
        return tr("Explained by");
    case Files:
        return tr("Files");
    case Bytes:
        return tr("Size");
    case GhostFiles:
        return tr("Ghosts");
    case GhostBytes:
        return tr("Size of ghosts");
    case Share:
        return tr("Share");
    default:
        return {};
    }
}

void UnexplainedModel::setFiles(std::shared_ptr<const Inventory> inventory, std::vector<UnexplainedFile> files)
{
    beginResetModel();
    m_inventory = std::move(inventory);
    m_files = std::move(files);
    rebuild();
    endResetModel();
}

void UnexplainedModel::setKind(int kind)
{
    beginResetModel();
    m_kind = kind;
    rebuild();
    endResetModel();
}

void UnexplainedModel::rebuild()
{
    m_shown.clear();
    for (size_t i = 0; i < m_files.size(); ++i) {
        if (m_kind < 0 || static_cast<int>(m_files[i].kind) == m_kind)
            m_shown.push_back(static_cast<quint32>(i));
    }
}

int UnexplainedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int UnexplainedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UnexplainedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const UnexplainedFile &file = m_files[m_shown[static_cast<size_t>(index.row())]];
    const TreeNode &node = m_inventory->tree->node(file.node);
    if (role == NodeRole)
        return file.node.value;
    if (role == Qt::TextAlignmentRole && index.column() == Bytes)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && file.isGhost) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Kind:
        return Messages::unexplainedKind(file.kind);
    case Bytes:
        return Messages::bytes(file.bytes);
    case Layer:
        return QString::number(node.layer + 1);
    case State:
        return file.isGhost ? Messages::ghost(node) : QString();
    case Path:
        return QString(QLatin1Char('/') + displayPath(m_inventory->tree->path(file.node)));
    default:
        return {};
    }
}

QVariant UnexplainedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("What it is");
    case Bytes:
        return tr("Size");
    case Layer:
        return tr("Layer");
    case State:
        return tr("State");
    case Path:
        return tr("Path");
    default:
        return {};
    }
}

}  // namespace waybill
