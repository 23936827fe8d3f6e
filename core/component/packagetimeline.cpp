// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/packagetimeline.h"

#include <set>

namespace waybill {

void PackageTimeline::addSnapshot(int layer, std::vector<FoundComponent> listed, bool whole)
{
    std::set<QString> seen;
    for (FoundComponent &item : listed) {
        Component &component = item.component;
        const QString key = component.name + QLatin1Char('\n') + component.architecture + QLatin1Char('\n') + component.version;
        if (!seen.insert(key).second || m_present.contains(key))
            continue;
        component.layer = layer;
        m_present.emplace(key, m_found.size());
        m_found.push_back(std::move(item));
    }
    if (!whole)
        return;
    std::erase_if(m_present, [&](const auto &item) {
        if (seen.contains(item.first))
            return false;
        m_found[item.second].component.hiddenBy = layer;
        return true;
    });
}

}  // namespace waybill
