// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/riskmap.h"

namespace waybill {

namespace {

int shownRank(RiskLevel level)
{
    switch (level) {
    case RiskLevel::Safe:
        return 0;
    case RiskLevel::NotAssessed:
        return 1;
    default:
        return static_cast<int>(level) + 1;
    }
}

}  // namespace

RiskLevel worseShown(RiskLevel a, RiskLevel b)
{
    return shownRank(a) >= shownRank(b) ? a : b;
}

RiskMap::RiskMap(const Inventory &inventory, const Assessment &assessment, Scenario scenario)
    : m_levels(inventory.judgements.size(), RiskLevel::NotAssessed)
{
    for (const Finding &finding : assessment.findings) {
        const RiskLevel level = finding.effect(scenario).risk;
        for (const JudgementId id : finding.judgements) {
            if (id.value < m_levels.size())
                m_levels[id.value] = worse(m_levels[id.value], level);
        }
    }
}

RiskLevel RiskMap::ofFile(const Inventory &inventory, NodeId file) const
{
    return file.value < inventory.judgementOf.size() ? of(inventory.judgementOf[file.value]) : RiskLevel::NotAssessed;
}

std::vector<std::optional<RiskLevel>> RiskMap::byLayer(const Inventory &inventory) const
{
    std::vector<std::optional<RiskLevel>> layers(inventory.image.layers.size());
    for (size_t j = 0; j < inventory.judgements.size(); ++j) {
        const RiskLevel level = of(static_cast<quint32>(j));
        for (const quint16 layer : inventory.judgements[j].layers) {
            if (layer < layers.size())
                layers[layer] = layers[layer] ? worseShown(*layers[layer], level) : level;
        }
    }
    return layers;
}

}  // namespace waybill
