// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/classdelegate.h"

#include "ui/explorer/roles.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QPainter>

namespace waybill {

namespace {

constexpr int barWidth = 44;

/// Segments in class order with a gap in the surface colour; a class that has bytes never vanishes.
void drawShares(QPainter &painter, const QRectF &bar, const ClassTotals &totals)
{
    const bool byBytes = totals.allBytes() > 0;
    const double all = byBytes ? double(totals.allBytes()) : double(totals.allFiles());
    int present = 0;
    for (const quint32 files : totals.files)
        present += files > 0;
    constexpr double least = 2, gap = 1;
    const double free = bar.width() - present * least - (present - 1) * gap;
    double x = bar.left();
    for (const LicenceClass cls : allLicenceClasses) {
        const auto c = static_cast<size_t>(cls);
        if (totals.files[c] == 0)
            continue;
        const double share = (byBytes ? double(totals.bytes[c]) : double(totals.files[c])) / all;
        const double width = least + qMax(0.0, free) * share;
        painter.fillRect(QRectF(x, bar.top(), width, bar.height()), Theme::classColor(cls));
        x += width + gap;
    }
}

}  // namespace

ClassDelegate::ClassDelegate(int classRole, int sharesRole, QObject *parent)
    : QStyledItemDelegate(parent), m_classRole(classRole), m_sharesRole(sharesRole)
{
}

void ClassDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant shares = index.data(m_sharesRole);
    const auto totals = shares.value<ClassTotals>();
    const QVariant worst = index.data(m_classRole);
    if (!shares.isValid() || !worst.isValid() || totals.files[worst.toUInt()] == totals.allFiles()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString code = cell.text;
    cell.text.clear();
    cell.icon = {};
    cell.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    painter->save();
    const bool selected = cell.state & QStyle::State_Selected;
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
    const int codeWidth = cell.fontMetrics.horizontalAdvance(QStringLiteral("WW"));
    QRect bar = cell.rect.adjusted(margin, 0, -margin, 0);
    bar.setHeight(qMin(cell.rect.height() - 6, cell.fontMetrics.height() * 2 / 3));
    bar.moveTop(cell.rect.center().y() - bar.height() / 2);
    bar.setWidth(qMin(barWidth, qMax(12, bar.width() - codeWidth - 4)));
    bar = QStyle::visualRect(cell.direction, cell.rect, bar);
    // The colours were measured on the base colour, so a selected row lays a plate of it below the bar.
    if (selected)
        painter->fillRect(bar.adjusted(-2, -2, 2, 2), cell.palette.base());
    drawShares(*painter, bar, totals);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    QRect label(bar.right() + 5, cell.rect.top(), codeWidth + 4, cell.rect.height());
    if (cell.direction == Qt::RightToLeft)
        label.moveRight(bar.left() - 5);
    painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeft, code);
    painter->restore();
}

QSize ClassDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(m_sharesRole).isValid())
        size.setWidth(barWidth + option.fontMetrics.horizontalAdvance(QStringLiteral("WW")) + 16);
    return size;
}

}  // namespace waybill
