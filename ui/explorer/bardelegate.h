// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace waybill {

/// Draws a quiet bar under the number of a cell; the number is the text, the bar only helps to compare.
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `shareRole` gives a double from 0 to 1.
    BarDelegate(int shareRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_shareRole;
};

}  // namespace waybill
