// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace waybill {

/// Draws a licence class as shape and code. A cell with shares of several classes gets a proportional bar instead, and
/// the code of the strictest one. Never a single dominant colour.
class ClassDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `classRole` gives an int, `sharesRole` ClassTotals.
    ClassDelegate(int classRole, int sharesRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_classRole;
    int m_sharesRole;
};

}  // namespace waybill
