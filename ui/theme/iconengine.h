// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

#include <functional>

namespace waybill {

/// Draws an icon at any size and pixel ratio, with the colours of the moment: icons stay right when the theme changes.
/// In a selected row a plate in the base colour lies behind it, because the colours were measured on that surface.
class PaintedIconEngine : public QIconEngine
{
public:
    /// `draw` paints into a 16 x 16 square.
    using Draw = std::function<void(QPainter &)>;
    PaintedIconEngine(Draw draw, bool plateWhenSelected);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;

private:
    Draw m_draw;
    bool m_plateWhenSelected;
};

}  // namespace waybill
