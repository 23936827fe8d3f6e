// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/bardelegate.h"

#include <QPainter>

namespace waybill {

BarDelegate::BarDelegate(int shareRole, QObject *parent) : QStyledItemDelegate(parent), m_shareRole(shareRole) { }

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const double share = qBound(0.0, index.data(m_shareRole).toDouble(), 1.0);
    const bool selected = option.state & QStyle::State_Selected;
    // Under the number; a selected row paints its own ground, so there the bar is left out.
    if (share > 0 && !selected) {
        QColor color = option.palette.color(QPalette::Highlight);
        color.setAlphaF(0.25F);
        const QRect track = option.rect.adjusted(1, 2, -1, -2);
        const QRect bar(track.left(), track.top(), qMax(2, qRound(track.width() * share)), track.height());
        painter->fillRect(QStyle::visualRect(option.direction, track, bar), color);
    }
    QStyledItemDelegate::paint(painter, option, index);
}

}  // namespace waybill
