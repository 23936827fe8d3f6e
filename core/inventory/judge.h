// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/componentterms.h"
#include "core/inventory/ownership.h"
#include "core/inventory/provenance.h"

#include <map>

namespace waybill {

/// Decides for every file which terms govern it and why, and gathers equal answers into judgements. One use per inventory.
/// The order of trust: a notice in the file, the file rule of a vendor agreement, the owning package, system-generated files,
/// the nearest licence text, the builder's own work, nothing.
class Judge
{
public:
    Judge(Inventory &inventory, const ScanKnowledge &knowledge, std::span<const LayerHarvest *const> harvests,
          const Ownership &ownership, const TextIndex &texts, std::span<const ComponentTerms> terms);

    void judgeAll();

private:
    void judge(NodeId node, const std::string &path);
    Provenance::Circumstances circumstancesOf(const TreeNode &node, const std::string &path, bool owned, bool copied) const;
    bool bySource(Judgement &judgement, const TreeNode &node, const std::string &path);
    bool byNotice(Judgement &judgement, const TreeNode &node, const std::string &path);
    bool byOwnText(Judgement &judgement, const TreeNode &node, const std::string &path);
    bool byTextOf(Judgement &judgement, const TreeNode &node, const std::string &path, const ScannedText &text);
    bool byVendorRule(Judgement &judgement, const TreeNode &node, const std::string &path, const Component *component);
    bool byComponent(Judgement &judgement);
    bool byNearestText(Judgement &judgement, const std::string &path);
    EvidenceId evidence(const LicenceMatch &match, const std::string &path, int layer);
    void add(NodeId id, Judgement &&judgement);
    ContentKind contentOf(const TreeNode &node, const std::string &path) const;

    Inventory &m_inventory;
    const ScanKnowledge &m_knowledge;
    const Ownership &m_ownership;
    const TextIndex &m_texts;
    std::span<const ComponentTerms> m_terms;
    std::vector<std::vector<EvidenceId>> m_componentEvidence;
    std::vector<std::unordered_map<std::string_view, ContentKind>> m_contents;  ///< by layer
    std::map<QString, quint32> m_known;
    std::map<std::pair<std::string, int>, EvidenceId> m_noticeEvidence;
};

}  // namespace waybill
