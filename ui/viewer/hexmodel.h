// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QByteArray>

namespace waybill {

/// A part of a file as rows of sixteen bytes: offset, hexadecimal, ASCII. Rows are made when they are painted.
class HexModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int rowBytes = 16;
    enum Column { Offset, Hex, Ascii };

    using QAbstractTableModel::QAbstractTableModel;
    /// `offset`: place of the first byte in the file, a multiple of rowBytes.
    void setBytes(const QByteArray &bytes, qint64 offset = 0);
    qint64 offset() const { return m_offset; }
    /// The row of a place in the file, or -1 when it is not among these bytes.
    int rowOf(qint64 offset) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QByteArray m_bytes;
    qint64 m_offset = 0;
};

}  // namespace waybill
