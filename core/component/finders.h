// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

namespace waybill {

/// One factory per finder; componentfinder.cpp lists them. A new finder is one .cpp, one line here and one there.
std::unique_ptr<ComponentFinder> makeDpkgFinder();
std::unique_ptr<ComponentFinder> makeApkFinder();
std::unique_ptr<ComponentFinder> makeRpmFinder();
std::unique_ptr<ComponentFinder> makePacmanFinder();
std::unique_ptr<ComponentFinder> makePortageFinder();
std::unique_ptr<ComponentFinder> makeOpkgFinder();
std::unique_ptr<ComponentFinder> makeCondaFinder();
std::unique_ptr<ComponentFinder> makePythonFinder();
std::unique_ptr<ComponentFinder> makeNpmFinder();
std::unique_ptr<ComponentFinder> makeJavaFinder();
std::unique_ptr<ComponentFinder> makeGoFinder();
std::unique_ptr<ComponentFinder> makeRustFinder();
std::unique_ptr<ComponentFinder> makeGemFinder();
std::unique_ptr<ComponentFinder> makeComposerFinder();
std::unique_ptr<ComponentFinder> makeDotnetFinder();
std::unique_ptr<ComponentFinder> makeRFinder();
std::unique_ptr<ComponentFinder> makePerlFinder();
std::unique_ptr<ComponentFinder> makeJuliaFinder();
std::unique_ptr<ComponentFinder> makeErlangFinder();
std::unique_ptr<ComponentFinder> makeHaskellFinder();
std::unique_ptr<ComponentFinder> makeModelFinder();

}  // namespace waybill
