// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"

#include <QRgb>

namespace waybill {

/// Solid outlines of the licence classes; told apart without any colour.
enum class ClassShape : quint8 {
    Ring,
    Disc,
    HalfDisc,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    HexagonRing,
    Hexagon,
    DashedBox,
};

/// Tiles that keep class fills apart on a greyscale print.
enum class FillPattern : quint8 { Plain, Dots, Horizontal, Rising, Falling, Grid, Dashes, CrossHatch, Checker, Vertical };

/// A colour in both themes.
struct ThemedColor {
    QRgb light;
    QRgb dark;
    QRgb in(bool isDark) const { return isDark ? dark : light; }
};

struct ClassToken {
    LicenceClass licenceClass;
    ClassShape shape;
    FillPattern pattern;
    ThemedColor color;
};

struct RiskToken {
    RiskLevel level;
    int bars;  ///< filled bars of the meter; -1: dashed, nothing was assessed
    ThemedColor color;
};

/// The surfaces that every colour was measured on.
struct SurfaceTokens {
    QRgb base, window, text;
    double tint;  ///< share of a fill in a row tint
};

/// The measured palette. Every limit is checked by tst_palette; change a value only together with it.
const std::array<ClassToken, licenceClassCount> &classTokens();
const std::array<RiskToken, 6> &riskTokens();
SurfaceTokens surfaceTokens(bool dark);

const ClassToken &classToken(LicenceClass cls);
const RiskToken &riskToken(RiskLevel level);

}  // namespace waybill
