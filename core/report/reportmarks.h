// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"
#include "core/report/pdfreport.h"

#include "core/report/reporttext.h"

#include <QPainter>

namespace waybill {

/// Small drawings that say by shape what colours say too, so that a black-and-white print reads. Null painters draw nothing.
class ReportMarks
{
public:
    explicit ReportMarks(const ReportPalette &palette) : m_palette(palette) { }

    QColor riskColor(RiskLevel level) const { return QColor::fromRgb(m_palette.riskRgb[static_cast<size_t>(level)]); }
    QColor classColor(LicenceClass cls) const { return QColor::fromRgb(m_palette.classRgb[static_cast<size_t>(cls)]); }
    /// Rising meter of four bars: as many filled as the level is high; dashed when not assessed.
    void riskMeter(QPainter *painter, const QRectF &box, RiskLevel level) const;
    /// The solid of the class: ring, disc, square, ...
    void classShape(QPainter *painter, const QRectF &box, LicenceClass cls) const;
    /// A bar in the colour of the class with its pattern.
    void classBar(QPainter *painter, const QRectF &box, LicenceClass cls) const;
    /// Tick, list, question mark or cross in a frame.
    void verdict(QPainter *painter, const QRectF &box, Verdict verdict, const QColor &color) const;

private:
    ReportPalette m_palette;
};

}  // namespace waybill
