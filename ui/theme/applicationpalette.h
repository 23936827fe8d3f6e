// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace waybill {

/// Our own light or dark palette; class and risk colours were measured on its surfaces.
QPalette applicationPalette(bool dark);

/// What the desktop asks for. Before Qt 6.5 this is read from the palette the desktop gave us at start.
bool systemIsDark();

}  // namespace waybill
