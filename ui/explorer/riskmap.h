// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/policy/finding.h"

namespace waybill {

/// Worse of two levels for showing: what was not assessed outranks safe, so that it is never taken for it.
RiskLevel worseShown(RiskLevel a, RiskLevel b);

/// Risk of every judgement in one scenario, from the findings that rest on it. Made anew when scenario, answers or
/// decisions change; costs one step per judgement and finding, never per file.
class RiskMap
{
public:
    RiskMap() = default;
    bool operator==(const RiskMap &) const = default;
    RiskMap(const Inventory &inventory, const Assessment &assessment, Scenario scenario);

    RiskLevel of(quint32 judgement) const { return judgement < m_levels.size() ? m_levels[judgement] : RiskLevel::NotAssessed; }
    RiskLevel ofFile(const Inventory &inventory, NodeId file) const;
    /// Worst level of the files that each layer brings; nullopt for a layer without files.
    std::vector<std::optional<RiskLevel>> byLayer(const Inventory &inventory) const;

private:
    std::vector<RiskLevel> m_levels;
};

}  // namespace waybill
