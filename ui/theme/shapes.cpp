// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/shapes.h"

#include <QImage>
#include <QPainterPath>

#include <cmath>

namespace waybill::shapes {

namespace {

QPen roundPen(const QColor &ink, qreal width)
{
    return QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPolygonF regularPolygon(QPointF centre, qreal radius, int corners, qreal turnDegrees)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = (turnDegrees + 360.0 * i / corners) * M_PI / 180.0;
        polygon << QPointF(centre.x() + radius * std::cos(angle), centre.y() + radius * std::sin(angle));
    }
    return polygon;
}

void drawTick(QPainter &painter, const QRectF &box)
{
    painter.drawPolyline(QPolygonF {{box.left(), box.top() + box.height() * 0.55},
                                    {box.left() + box.width() * 0.38, box.bottom()},
                                    {box.right(), box.top()}});
}

void drawCross(QPainter &painter, const QRectF &box)
{
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

/// A question mark from strokes, so that no font is needed and every size looks the same.
void drawQuestion(QPainter &painter, QPointF centre, qreal height, const QColor &ink, qreal width)
{
    const qreal r = height * 0.27;
    QPainterPath hook;
    const QRectF arc(centre.x() - r, centre.y() - height / 2, 2 * r, 2 * r);
    hook.arcMoveTo(arc, 180);
    hook.arcTo(arc, 180, -230);
    hook.lineTo(centre.x(), centre.y() + height * 0.22);
    painter.setPen(roundPen(ink, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(centre.x(), centre.y() + height * 0.48), width * 0.62, width * 0.62);
}

void drawDashedBox(QPainter &painter, const QColor &fill)
{
    QPen pen(fill, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1.9, 1.3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(1.75, 1.75, 12.5, 12.5));
    drawQuestion(painter, {8, 7.6}, 7, fill, 1.6);
}

void drawRiskGlyph(QPainter &painter, int bars, const QColor &ink)
{
    painter.setBrush(Qt::NoBrush);
    if (bars == 0) {
        painter.setPen(roundPen(ink, 2.4));
        drawTick(painter, {2.4, 1.8, 11, 8});
    } else if (bars == 3) {
        painter.setPen(roundPen(ink, 2));
        painter.drawLine(QPointF(3.5, 1.2), QPointF(3.5, 4.3));
        painter.drawPoint(QPointF(3.5, 7.2));
    } else if (bars == 4) {
        const QPolygonF octagon = regularPolygon({4.2, 4.2}, 4.2, 8, 22.5);
        painter.setPen(roundPen(ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(octagon);
        painter.setPen(roundPen(ink, 1.4));
        drawCross(painter, {2.6, 2.6, 3.2, 3.2});
    } else if (bars < 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (const qreal x : {1.6, 4.4, 7.2})
            painter.drawEllipse(QPointF(x, 4), 0.95, 0.95);
    }
}

void drawTilePattern(QPainter &painter, FillPattern pattern, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    const auto dot = [&](int x, int y, int w, int h) { painter.fillRect(x, y, w, h, ink); };
    switch (pattern) {
    case FillPattern::Plain:
        break;
    case FillPattern::Dots:
        dot(1, 1, 2, 2);
        dot(5, 5, 2, 2);
        break;
    case FillPattern::Horizontal:
        dot(0, 1, 8, 2);
        dot(0, 5, 8, 2);
        break;
    case FillPattern::Vertical:
        dot(1, 0, 2, 8);
        dot(5, 0, 2, 8);
        break;
    case FillPattern::Rising:
        for (int i = 0; i < 8; ++i)
            dot(i, 7 - i, i < 7 ? 2 : 1, 1);
        dot(0, 0, 1, 1);
        break;
    case FillPattern::Falling:
        for (int i = 0; i < 8; ++i)
            dot(i, i, i < 7 ? 2 : 1, 1);
        dot(0, 7, 1, 1);
        break;
    case FillPattern::Grid:
        dot(0, 0, 8, 1);
        dot(0, 1, 1, 7);
        break;
    case FillPattern::Dashes:
        dot(0, 1, 5, 2);
        dot(4, 5, 4, 2);
        dot(0, 5, 1, 2);
        break;
    case FillPattern::CrossHatch:
        for (int i = 0; i < 8; ++i) {
            dot(i, i, 1, 1);
            if (7 - i != i)
                dot(7 - i, i, 1, 1);
        }
        break;
    case FillPattern::Checker:
        dot(0, 0, 4, 4);
        dot(4, 4, 4, 4);
        break;
    }
}

}  // namespace

void drawClass(QPainter &painter, ClassShape shape, const QColor &fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    switch (shape) {
    case ClassShape::Ring:
        painter.setPen(QPen(fill, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(8, 8), 5, 5);
        break;
    case ClassShape::Disc:
        painter.drawEllipse(QPointF(8, 8), 6.5, 6.5);
        break;
    case ClassShape::HalfDisc:
        painter.drawPie(QRectF(1.75, 1.75, 12.5, 12.5), 90 * 16, 180 * 16);
        painter.setPen(QPen(fill, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(8, 8), 6, 6);
        break;
    case ClassShape::Square:
        painter.drawRect(QRectF(2.25, 2.25, 11.5, 11.5));
        break;
    case ClassShape::Diamond:
        painter.drawPolygon(QPolygonF {{8, 0.5}, {15.5, 8}, {8, 15.5}, {0.5, 8}});
        break;
    case ClassShape::TriangleUp:
        painter.drawPolygon(QPolygonF {{8, 1}, {15.3, 14}, {0.7, 14}});
        break;
    case ClassShape::TriangleDown:
        painter.drawPolygon(QPolygonF {{8, 15}, {15.3, 2}, {0.7, 2}});
        break;
    case ClassShape::HexagonRing:
        painter.setPen(QPen(fill, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(regularPolygon({8, 8}, 6.6, 6, 0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawEllipse(QPointF(8, 8), 2.4, 2.4);
        break;
    case ClassShape::Hexagon: {
        // The bar of a no-entry sign: not to be passed on. It also keeps the form apart from a disc.
        QPainterPath path;
        path.addPolygon(regularPolygon({8, 8}, 7.7, 6, 0));
        path.closeSubpath();
        path.addRect(QRectF(3.6, 6.6, 8.8, 2.8));
        path.setFillRule(Qt::OddEvenFill);
        painter.drawPath(path);
        break;
    }
    case ClassShape::DashedBox:
        drawDashedBox(painter, fill);
        break;
    }
}

void drawRisk(QPainter &painter, const RiskToken &token, const QColor &ink)
{
    // An unfilled bar is a low foot, not an outline: at sixteen pixels only height can be told apart.
    constexpr qreal heights[] = {5.2, 8.2, 11.1, 14};
    for (int i = 0; i < 4; ++i) {
        const qreal height = i < token.bars || token.bars < 0 ? heights[i] : 1.6;
        const QRectF bar(0.8 + i * 3.8, 15 - height, 3, height);
        if (token.bars >= 0) {
            painter.fillRect(bar, ink);
            continue;
        }
        QPen pen(ink, 0.9, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        pen.setDashPattern({1.6, 1.6});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.45, 0.45, -0.45, -0.45));
    }
    // The glyph stands in the free corner above the short bars; a gap keeps it apart from the taller ones.
    if (token.bars == 4) {
        painter.save();
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawEllipse(QPointF(4.2, 4.2), 5.6, 5.6);
        painter.restore();
    }
    drawRiskGlyph(painter, token.bars, ink);
}

void drawDecision(QPainter &painter, int action, const QColor &ink)
{
    QPen outline(ink, 1.4);
    if (action < 0) {
        outline.setStyle(Qt::CustomDashLine);
        outline.setDashPattern({1.8, 1.8});
    }
    painter.setPen(outline);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(8, 8), 6.4, 6.4);
    painter.setPen(roundPen(ink, 1.8));
    if (action == 0)
        drawTick(painter, {5, 5.4, 6.2, 5});
    else if (action == 1)
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
    else if (action == 2)
        drawQuestion(painter, {8, 7.7}, 6.6, ink, 1.5);
}

void drawVerdict(QPainter &painter, Verdict verdict, const QColor &fill, const QColor &label)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    switch (verdict) {
    case Verdict::CanShip:
        painter.drawEllipse(QPointF(8, 8), 7.4, 7.4);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(roundPen(label, 2));
        drawTick(painter, {4.6, 5.2, 6.8, 5.6});
        break;
    case Verdict::CanShipWithDuties:
        painter.drawRoundedRect(QRectF(1.5, 0.6, 13, 14.8), 2, 2);
        painter.setPen(roundPen(label, 1.5));
        for (const qreal y : {4.6, 8.0, 11.4}) {
            painter.drawPoint(QPointF(4.6, y));
            painter.drawLine(QPointF(7.2, y), QPointF(11.6, y));
        }
        break;
    case Verdict::CannotTell: {
        QPen pen(fill, 1.5, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1.9, 1.3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(8, 8), 6.9, 6.9);
        drawQuestion(painter, {8, 7.6}, 7.4, fill, 1.7);
        break;
    }
    case Verdict::CannotShip:
        painter.drawPolygon(regularPolygon({8, 8}, 7.9, 8, 22.5));
        painter.setPen(roundPen(label, 2.2));
        drawCross(painter, {5, 5, 6, 6});
        break;
    }
}

QBrush patternBrush(FillPattern pattern, const QColor &ground, const QColor &ink)
{
    QImage tile(8, 8, QImage::Format_RGB32);
    tile.fill(ground);
    QPainter painter(&tile);
    QColor half = ink;
    half.setAlpha(128);
    drawTilePattern(painter, pattern, half);
    painter.end();
    QBrush brush(tile);
    brush.setColor(ground);
    return brush;
}

}  // namespace waybill::shapes
