// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/hexmodel.h"

namespace waybill {

void HexModel::setBytes(const QByteArray &bytes, qint64 offset)
{
    beginResetModel();
    m_bytes = bytes;
    m_offset = offset;
    endResetModel();
}

int HexModel::rowOf(qint64 offset) const
{
    return offset < m_offset || offset >= m_offset + m_bytes.size() ? -1 : static_cast<int>((offset - m_offset) / rowBytes);
}

int HexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>((m_bytes.size() + rowBytes - 1) / rowBytes);
}

int HexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant HexModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const qsizetype from = qsizetype(index.row()) * rowBytes;
    if (index.column() == Offset)
        return QString::number(m_offset + from, 16).rightJustified(8, u'0');
    const QByteArray row = m_bytes.mid(from, rowBytes);
    if (index.column() == Hex) {
        // A wider gap in the middle helps the eye to count.
        const QString hex = QString::fromLatin1(row.toHex(' '));
        return row.size() > 8 ? QString(hex.left(23) % u' ' % hex.mid(23)) : hex;
    }
    QString ascii;
    for (const char c : row)
        ascii += c >= 0x20 && c < 0x7F ? QChar::fromLatin1(c) : QChar(u'.');
    return ascii;
}

QVariant HexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Offset ? tr("Offset") : section == Hex ? tr("Bytes") : tr("ASCII");
}

}  // namespace waybill
