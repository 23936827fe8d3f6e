// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/markscrollbar.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace waybill {

MarkScrollBar::MarkScrollBar(QWidget *parent) : QScrollBar(Qt::Vertical, parent) { }

void MarkScrollBar::setMarks(std::vector<std::pair<double, double>> marks)
{
    m_marks = std::move(marks);
    update();
}

void MarkScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_marks.empty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    constexpr int least = 3;
    QPainter painter(this);
    QColor color = palette().color(QPalette::Highlight);
    color.setAlphaF(0.75F);
    for (const auto &[begin, end] : m_marks) {
        const int top = groove.top() + qRound(begin * groove.height());
        const int height = qMax(least, qRound((end - begin) * groove.height()));
        painter.fillRect(groove.left() + groove.width() / 2, top, groove.width() / 2, height, color);
    }
}

}  // namespace waybill
