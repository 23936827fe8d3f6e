// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QByteArray>

namespace waybill {

/// Bytes as rows of sixteen: offset, hexadecimal, ASCII. Rows are made when they are painted.
class HexModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int rowBytes = 16;
    enum Column { Offset, Hex, Ascii };

    using QAbstractTableModel::QAbstractTableModel;
    void setBytes(const QByteArray &bytes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QByteArray m_bytes;
};

}  // namespace waybill
