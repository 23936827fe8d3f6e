// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconengine.h"

#include "ui/theme/shapes.h"

#include <QGuiApplication>
#include <QPalette>

namespace waybill {

PaintedIconEngine::PaintedIconEngine(Draw draw, bool plateWhenSelected)
    : m_draw(std::move(draw)), m_plateWhenSelected(plateWhenSelected)
{
}

void PaintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    // Through a pixmap: some shapes cut a gap out of themselves, which must not cut into what lies below.
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    QPixmap image = pixmap(rect.size() * ratio, mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap PaintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    QPixmap shape(size);
    shape.fill(Qt::transparent);
    const int extent = qMin(size.width(), size.height());
    if (extent <= 0)
        return shape;
    {
        QPainter painter(&shape);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate((size.width() - extent) / 2.0, (size.height() - extent) / 2.0);
        painter.scale(extent / shapes::side, extent / shapes::side);
        m_draw(painter);
    }
    if (mode == QIcon::Normal || mode == QIcon::Active || (mode == QIcon::Selected && !m_plateWhenSelected))
        return shape;

    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mode == QIcon::Selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QGuiApplication::palette().base());
        painter.drawRoundedRect(QRectF(QPointF(0, 0), QSizeF(size)), extent / 8.0, extent / 8.0);
        const QRectF inner
            = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(extent / 16.0, extent / 16.0, -extent / 16.0, -extent / 16.0);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(inner, shape, QRectF(shape.rect()));
    } else {
        painter.setOpacity(0.4);
        painter.drawPixmap(0, 0, shape);
    }
    return result;
}

QSize PaintedIconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    return size;
}

QIconEngine *PaintedIconEngine::clone() const
{
    return new PaintedIconEngine(m_draw, m_plateWhenSelected);
}

}  // namespace waybill
