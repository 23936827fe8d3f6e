// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"

namespace waybill {

std::unique_ptr<ContentProbe> ComponentFinder::probe(const Entry &, std::span<const char>) const
{
    return {};
}

std::vector<std::unique_ptr<ComponentFinder>> makeComponentFinders()
{
    std::vector<std::unique_ptr<ComponentFinder>> finders;
    finders.push_back(makeDpkgFinder());
    finders.push_back(makePythonFinder());
    return finders;
}

}  // namespace waybill
