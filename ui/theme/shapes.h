// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QBrush>
#include <QPainter>

namespace waybill::shapes {

/// Painters of the three icon families: solids for classes, meters for risk, outlined glyphs for decisions and verdicts.
/// All draw into a square of side 16 whose top left corner is the origin; scale the painter first.
inline constexpr qreal side = 16;

void drawClass(QPainter &painter, ClassShape shape, const QColor &fill);
void drawRisk(QPainter &painter, const RiskToken &token, const QColor &ink);
void drawDecision(QPainter &painter, int action, const QColor &ink);
void drawVerdict(QPainter &painter, Verdict verdict, const QColor &fill, const QColor &label);

/// A tile of `ground` with the pattern in `ink` at half strength.
QBrush patternBrush(FillPattern pattern, const QColor &ground, const QColor &ink);

}  // namespace waybill::shapes
