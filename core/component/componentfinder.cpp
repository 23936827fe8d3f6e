// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"

#include <array>

namespace waybill {

std::unique_ptr<ContentProbe> ComponentFinder::probe(const Entry &, std::span<const char>) const
{
    return {};
}

std::vector<std::unique_ptr<ComponentFinder>> makeComponentFinders()
{
    // The system's package managers first: of two that claim a file with equal right the first one gets it.
    static constexpr std::array makers {makeDpkgFinder, makeApkFinder,   makeRpmFinder,    makePacmanFinder,   makePortageFinder,
                                        makeOpkgFinder, makeCondaFinder, makePythonFinder, makeNpmFinder,      makeJavaFinder,
                                        makeGoFinder,   makeRustFinder,  makeGemFinder,    makeComposerFinder, makeDotnetFinder,
                                        makeRFinder,    makePerlFinder,  makeJuliaFinder,  makeErlangFinder,   makeHaskellFinder,
                                        makeModelFinder};
    std::vector<std::unique_ptr<ComponentFinder>> finders;
    for (const auto make : makers)
        finders.push_back(make());
    return finders;
}

}  // namespace waybill
