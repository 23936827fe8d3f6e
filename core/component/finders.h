// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

namespace waybill {

/// One factory per finder; componentfinder.cpp lists them. A new finder is one .cpp, one line here and one there.
std::unique_ptr<ComponentFinder> makeDpkgFinder();
std::unique_ptr<ComponentFinder> makePythonFinder();

}  // namespace waybill
