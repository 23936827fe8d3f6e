// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/yamlnode.h"

namespace waybill {

// One function per file of the policy. All throw DataFault.
void readClasses(const YamlNode &root, PolicyData &data);
void readDuties(const YamlNode &root, PolicyData &data);
void readScenarios(const YamlNode &root, PolicyData &data);
void readRules(const YamlNode &root, PolicyData &data);
/// Brings rules and modifiers into the order in which they are asked, whatever order they were written in.
void sortRules(PolicyData &data);
RuleData readRule(const YamlNode &node, const PolicyData &data);
void readDuty(const YamlNode &node, PolicyData &data);
std::vector<NamePattern> patternsOf(const YamlNode &parent, const char *key);

/// Checks what no single file can show: references, languages, completeness, contradictions, test cases.
void validatePolicy(const PolicyData &data);

// Words of the data as values; complain at the node that holds an unknown word.
RiskLevel riskOf(const YamlNode &node);
Permission permissionOf(const YamlNode &node);
Scenario scenarioOf(const YamlNode &node, const QString &id);
LicenceClass licenceClassOf(const YamlNode &node, const QString &id);

/// A map keyed by scenario ids, "staying" (internal and saas) or "leaving" (the other three); the narrower key wins.
std::array<EffectPatch, scenarioCount> readEffects(const YamlNode &node);
/// `row` with the patch applied.
Effect patched(Effect effect, const EffectPatch &patch);
/// Scenarios that a key of an effects map means.
std::vector<Scenario> scenariosOf(const YamlNode &node, const QString &key);

Condition readCondition(const YamlNode &node);
RuleCase readCase(const YamlNode &node);

}  // namespace waybill
