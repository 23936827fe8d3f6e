// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/applicationstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace waybill {

ApplicationStyle::ApplicationStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void ApplicationStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    if (element != PE_IndicatorRadioButton) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const QPalette &palette = option->palette;
    const bool focused = option->state.testFlag(State_HasFocus);
    // Half-way to the text colour is at least 3:1 on both surfaces, in light and in dark.
    QColor outline = palette.color(QPalette::WindowText);
    outline.setAlphaF(0.6F);
    const QRectF ring = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused ? palette.color(QPalette::Highlight) : outline, focused ? 2 : 1));
    painter->setBrush(palette.brush(QPalette::Base));
    painter->drawEllipse(ring);
    if (option->state.testFlag(State_On)) {
        const qreal inset = ring.width() * 0.27;
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.brush(QPalette::Text));
        painter->drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

}  // namespace waybill
