// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

namespace waybill::test {

/// How a colour is seen: as it is, or by full dichromats (Machado, Oliveira and Fernandes 2009, severity 1).
enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia };
QRgb seenBy(Vision vision, QRgb color);

double contrast(QRgb a, QRgb b);    ///< WCAG 2 contrast ratio, 1 to 21
double difference(QRgb a, QRgb b);  ///< CIEDE2000
QRgb blend(QRgb over, QRgb under, double share);

}  // namespace waybill::test
