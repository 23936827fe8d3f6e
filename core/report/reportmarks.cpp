// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportmarks.h"

#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace waybill {

namespace {

QPolygonF regular(const QRectF &box, int corners, qreal startDegrees)
{
    QPolygonF out;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = (startDegrees + 360.0 * i / corners) * std::numbers::pi / 180;
        out << box.center() + QPointF(std::cos(angle), std::sin(angle)) * (box.width() / 2);
    }
    return out;
}

/// Lines at an angle over a box, clipped to it; drawn one by one because pattern brushes scale with the device.
void hatch(QPainter *painter, const QRectF &box, qreal dx, qreal dy, qreal step)
{
    const qreal reach = box.width() + box.height();
    const QPointF along(dx * reach, dy * reach);
    const QPointF across(-dy * step, dx * step);
    const int count = static_cast<int>(reach / step) + 1;
    for (int i = -count; i <= count; ++i) {
        const QPointF middle = box.center() + across * i;
        painter->drawLine(middle - along, middle + along);
    }
}

void drawPattern(QPainter *painter, const QRectF &box, LicenceClass cls)
{
    const qreal step = 3.2 * point;
    const qreal diagonal = std::numbers::sqrt2 / 2;
    switch (cls) {
    case LicenceClass::PublicDomain:
        for (qreal x = box.left() + step; x < box.right(); x += 1.6 * step)
            painter->drawEllipse(QPointF(x, box.center().y()), 0.5 * point, 0.5 * point);
        return;
    case LicenceClass::Permissive:
        return;
    case LicenceClass::WeakCopyleft:
        return hatch(painter, box, 1, 0, step);
    case LicenceClass::StrongCopyleft:
        return hatch(painter, box, diagonal, -diagonal, step);
    case LicenceClass::NetworkCopyleft:
        hatch(painter, box, 1, 0, step);
        return hatch(painter, box, 0, 1, step);
    case LicenceClass::SourceAvailable:
        return hatch(painter, box, diagonal, diagonal, step);
    case LicenceClass::RestrictedUse:
        return hatch(painter, box, diagonal, diagonal, 2 * step);
    case LicenceClass::VendorRedistributable:
        hatch(painter, box, diagonal, diagonal, 2 * step);
        return hatch(painter, box, diagonal, -diagonal, 2 * step);
    case LicenceClass::VendorInternal:
        hatch(painter, box, diagonal, diagonal, step);
        return hatch(painter, box, diagonal, -diagonal, step);
    case LicenceClass::Unknown:
        return hatch(painter, box, 0, 1, step);
    }
}

}  // namespace

void ReportMarks::riskMeter(QPainter *painter, const QRectF &box, RiskLevel level) const
{
    if (!painter)
        return;
    const QColor color = riskColor(level);
    const bool assessed = level != RiskLevel::NotAssessed;
    const int filled = assessed ? static_cast<int>(level) : 0;
    const qreal slot = box.width() / 4;
    for (int i = 0; i < 4; ++i) {
        const qreal height = box.height() * (0.4 + 0.2 * i);
        const QRectF bar(box.left() + i * slot, box.bottom() - height, slot * 0.72, height);
        QPen pen(color, 0.6 * point);
        if (!assessed)
            pen.setDashPattern({1.5, 1.5});
        painter->setPen(pen);
        painter->setBrush(i < filled ? QBrush(color) : QBrush(Qt::white));
        painter->drawRect(bar);
    }
    if (level == RiskLevel::Safe) {
        painter->setPen(QPen(color, 1.2 * point));
        painter->setBrush(Qt::NoBrush);
        const QPointF low(box.left() + box.width() * 0.42, box.bottom() - box.height() * 0.05);
        painter->drawPolyline(QPolygonF {low - QPointF(box.width() * 0.22, box.height() * 0.25), low,
                                         low + QPointF(box.width() * 0.42, -box.height() * 0.75)});
    }
}

void ReportMarks::classShape(QPainter *painter, const QRectF &box, LicenceClass cls) const
{
    if (!painter)
        return;
    const QColor color = classColor(cls);
    painter->setPen(QPen(color, 1.0 * point));
    painter->setBrush(color);
    switch (cls) {
    case LicenceClass::PublicDomain:
        painter->setBrush(Qt::white);
        painter->drawEllipse(box);
        break;
    case LicenceClass::Permissive:
        painter->drawEllipse(box);
        break;
    case LicenceClass::WeakCopyleft:
        painter->setBrush(Qt::white);
        painter->drawEllipse(box);
        painter->setBrush(color);
        painter->drawPie(box, 90 * 16, 180 * 16);
        break;
    case LicenceClass::StrongCopyleft:
        painter->drawRect(box);
        break;
    case LicenceClass::NetworkCopyleft:
        painter->drawPolygon(regular(box, 4, 0));
        break;
    case LicenceClass::SourceAvailable:
        painter->drawPolygon(regular(box, 3, -90));
        break;
    case LicenceClass::RestrictedUse:
        painter->drawPolygon(regular(box, 3, 90));
        break;
    case LicenceClass::VendorRedistributable:
        painter->setBrush(Qt::white);
        painter->drawPolygon(regular(box, 6, 0));
        break;
    case LicenceClass::VendorInternal:
        painter->drawPolygon(regular(box, 6, 0));
        break;
    case LicenceClass::Unknown: {
        QPen pen(color, 0.9 * point);
        pen.setDashPattern({1.5, 1.2});
        painter->setPen(pen);
        painter->setBrush(Qt::white);
        painter->drawRect(box);
        painter->setPen(QPen(color, 1.1 * point));
        painter->drawLine(box.center() - QPointF(0, box.height() * 0.25), box.center() + QPointF(0, box.height() * 0.25));
        break;
    }
    }
}

void ReportMarks::classBar(QPainter *painter, const QRectF &box, LicenceClass cls) const
{
    if (!painter || box.width() <= 0)
        return;
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(classColor(cls));
    painter->drawRect(box);
    painter->setClipRect(box);
    painter->setPen(QPen(Qt::white, 0.7 * point));
    painter->setBrush(Qt::white);
    drawPattern(painter, box, cls);
    painter->restore();
}

void ReportMarks::verdict(QPainter *painter, const QRectF &box, Verdict verdict, const QColor &color) const
{
    if (!painter)
        return;
    const qreal w = box.width();
    const QPointF c = box.center();
    painter->setPen(QPen(color, 0.09 * w, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    switch (verdict) {
    case Verdict::CanShip:
        painter->drawEllipse(box);
        painter->drawPolyline(
            QPolygonF {c + QPointF(-0.22 * w, 0.02 * w), c + QPointF(-0.05 * w, 0.2 * w), c + QPointF(0.24 * w, -0.18 * w)});
        break;
    case Verdict::CanShipWithDuties:
        painter->drawEllipse(box);
        for (qreal dy : {-0.16, 0.0, 0.16})
            painter->drawLine(c + QPointF(-0.2 * w, dy * w), c + QPointF(0.2 * w, dy * w));
        break;
    case Verdict::CannotTell:
        painter->drawRect(box);
        painter->drawPolyline(QPolygonF {c + QPointF(-0.14 * w, -0.12 * w), c + QPointF(-0.06 * w, -0.24 * w),
                                         c + QPointF(0.1 * w, -0.22 * w), c + QPointF(0.12 * w, -0.06 * w),
                                         c + QPointF(0, 0.04 * w), c + QPointF(0, 0.12 * w)});
        painter->drawPoint(c + QPointF(0, 0.26 * w));
        break;
    case Verdict::CannotShip:
        painter->drawPolygon(regular(box, 8, 22.5));
        painter->drawLine(c + QPointF(-0.18 * w, -0.18 * w), c + QPointF(0.18 * w, 0.18 * w));
        painter->drawLine(c + QPointF(-0.18 * w, 0.18 * w), c + QPointF(0.18 * w, -0.18 * w));
        break;
    }
}

ReportPalette defaultReportPalette()
{
    // The measured light set; the two vendor classes share a hue, as do the two with use limits, and differ in shape.
    return {{0x0E8FB5, 0x1F6F50, 0x2347E8, 0xD06A18, 0x9C2A7E, 0x655302, 0x655302, 0x2A1745, 0x2A1745, 0x7D7E80},
            {0x1A9180, 0x154E99, 0xA97D12, 0x932A02, 0x260B1A, 0x7D7E80}};
}

}  // namespace waybill
