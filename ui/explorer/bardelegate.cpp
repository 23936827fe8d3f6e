// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/bardelegate.h"

#include <QPainter>

namespace waybill {

BarDelegate::BarDelegate(int shareRole, QObject *parent) : QStyledItemDelegate(parent), m_shareRole(shareRole) { }

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const double share = qBound(0.0, index.data(m_shareRole).toDouble(), 1.0);
    if (share <= 0)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    color.setAlphaF(0.55F);
    const QRect track = option.rect.adjusted(3, 0, -3, -2);
    QRect bar(track.left(), track.bottom() - 2, qMax(1, qRound(track.width() * share)), 3);
    painter->fillRect(QStyle::visualRect(option.direction, track, bar), color);
}

}  // namespace waybill
