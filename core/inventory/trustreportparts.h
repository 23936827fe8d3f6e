// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/trustreport.h"

#include <unordered_map>
#include <unordered_set>

namespace waybill {

/// One judgement being made. Each member adds findings of one kind; lives for one call of trustReportOf().
class TrustJudge
{
public:
    TrustJudge(const Inventory &inventory, const TrustKnowledge &knowledge, const QDate &today)
        : m_inventory(inventory), m_knowledge(knowledge), m_today(today)
    {
        for (const ChecksumMismatch &mismatch : inventory.trust.checksums.mismatches)
            m_changed.insert(mismatch.path);
    }

    void source(const std::vector<ImageListing> *listings);  ///< who made it
    void signatures(std::vector<CheckedSignature> checked);
    void labels();  ///< labels and claims against contents
    void bills();   ///< bills of materials inside the image
    void copyleft();
    void configuration();  ///< environment, start command, instructions
    void sightings();
    void files();  ///< by path, mode and checksum
    void minerTogether();
    void age();
    TrustReport take();

private:
    TrustFinding &add(const QString &rule, TrustQuestion question, TrustSeverity severity, const QString &subject,
                      const QString &detail = {});
    TrustFinding &addRule(const TrustRule &rule, TrustSeverity severity, const QString &key, const QString &subject);
    void place(TrustFinding &finding, TrustPlace place);
    void placeNode(TrustFinding &finding, NodeId node, int line = 0, const QString &seen = {});
    QString instructionOf(const QString &keyword, const QString &words, bool secret) const;
    void configWords(const QString &words, const QString &where, int layer);
    void fileByRules(NodeId node, const std::string &path);
    void checksums();
    void unmanagedCopies();
    const Component *owner(NodeId node) const;
    bool isManaged(const Component *component) const;  ///< by a distribution
    /// What a rule weighs when this component shows it; null: nobody's file, or a changed one.
    TrustSeverity weightOf(const TrustRule &rule, const Component *component) const;
    bool isUnchangedPackageFile(NodeId node, const std::string &path) const;

    const Inventory &m_inventory;
    const TrustKnowledge &m_knowledge;
    QDate m_today;
    std::unordered_set<std::string> m_changed;
    std::unordered_map<std::string, size_t> m_byKey;  ///< of findings that collect places
    TrustReport m_report;
};

}  // namespace waybill
