// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"
#include "core/report/pdfreport.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace waybill {

/// Colours, shapes and patterns of licence classes and risk levels, for light and dark. Colour never carries meaning alone:
/// every icon has a shape of its own, and views put the two-letter code beside it. UI thread.
namespace Theme {

/// True when the application palette is dark; re-evaluate on QEvent::ApplicationPaletteChange.
bool isDark();
enum class Mode { System, Light, Dark };
/// Applies a palette to the whole application at run time.
void apply(Mode mode);

QColor classColor(LicenceClass cls);
QColor classLabelColor(LicenceClass cls);  ///< black or white, readable on classColor
QColor riskColor(RiskLevel level);
QColor riskLabelColor(RiskLevel level);
QColor rowTint(QColor fill);  ///< 14 % (light) or 22 % (dark) of the fill over the base colour
QIcon classIcon(LicenceClass cls);
QIcon riskIcon(RiskLevel level);
QIcon decisionIcon(int action);  ///< DecisionAction, or -1 for undecided
QIcon verdictIcon(Verdict verdict);
QBrush classBrush(LicenceClass cls);    ///< colour with its greyscale-safe pattern, for charts
QIcon actionIcon(const QString &name);  ///< resources/icons/NAME.svg in the text colour
ReportPalette reportPalette();          ///< always the light set

}  // namespace Theme
}  // namespace waybill
