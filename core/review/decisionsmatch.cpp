// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionsmatch.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace waybill {

namespace {

/// Files of a finding that have content.
std::vector<NodeId> filesOf(const Inventory &inventory, const Finding &finding)
{
    std::vector<NodeId> files;
    for (const JudgementId judgement : finding.judgements) {
        for (const NodeId node : inventory.nodesOf(judgement)) {
            if (inventory.tree->node(node).kind == EntryKind::File)
                files.push_back(node);
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

/// The texts that a finding rests on, one per judgement; an invalid node stands for a judgement without a text.
std::vector<NodeId> textsOf(const Inventory &inventory, const Finding &finding)
{
    std::set<NodeId> texts;
    for (const JudgementId id : finding.judgements) {
        const Judgement &judgement = inventory.judgements[id.value];
        NodeId text;
        if (!judgement.evidence.empty()) {
            const LicenceEvidence &evidence = inventory.evidence[judgement.evidence.front().value];
            text = inventory.tree->findAt(evidence.path, evidence.layer);
        }
        texts.insert(text);
    }
    return {texts.begin(), texts.end()};
}

bool isOver(const RecordedDecision &decision, const QDate &today)
{
    return decision.expires.isValid() && decision.expires < today;
}

bool isAboutContent(const RecordedDecision &decision)
{
    return decision.scope == DecisionScope::Files || decision.scope == DecisionScope::Text;
}

std::vector<NodeId> subjectsOf(const Inventory &inventory, const Finding &finding, DecisionScope scope)
{
    return scope == DecisionScope::Files ? filesOf(inventory, finding) : textsOf(inventory, finding);
}

/// How much of a finding a decision names.
struct Coverage {
    quint32 named = 0, other = 0, unread = 0;
    bool isWhole() const { return named > 0 && other == 0 && unread == 0; }
};

Coverage contentCoverage(const Inventory &inventory, const Finding &finding, const RecordedDecision &decision,
                         const ContentDigests &digests)
{
    Coverage coverage;
    QSet<QByteArray> known;
    std::set<qint64> sizes;
    for (const KnownContent &content : decision.contents) {
        known.insert(content.sha256);
        sizes.insert(content.size);
    }
    for (const NodeId node : subjectsOf(inventory, finding, decision.scope)) {
        if (!node.isValid() || !sizes.contains(inventory.tree->node(node).size)) {
            ++coverage.other;
            continue;
        }
        const auto digest = digests.find(node);
        if (digest == digests.end())
            ++coverage.unread;
        else
            ++(known.contains(digest->second) ? coverage.named : coverage.other);
    }
    return coverage;
}

Coverage componentCoverage(const Inventory &inventory, const Finding &finding, const RecordedDecision &decision)
{
    Coverage coverage;
    std::set<ComponentId> components;
    for (const JudgementId id : finding.judgements)
        components.insert(inventory.judgements[id.value].component);
    for (const ComponentId id : components) {
        const bool named = id.isValid() && decision.components.contains(inventory.components[id.value].purl);
        ++(named ? coverage.named : coverage.other);
    }
    return coverage;
}

Coverage coverageOf(const Inventory &inventory, const Finding &finding, const RecordedDecision &decision,
                    const ContentDigests &digests)
{
    if (decision.scope == DecisionScope::Everywhere)
        return {1, 0, 0};
    if (decision.scope == DecisionScope::Component)
        return componentCoverage(inventory, finding, decision);
    return contentCoverage(inventory, finding, decision, digests);
}

}  // namespace

QLatin1String decisionFateId(DecisionFate fate)
{
    static constexpr std::array names {"applied", "partly", "other-content", "not-checked", "no-finding", "expired"};
    return QLatin1String(names.at(static_cast<size_t>(fate)));
}

std::vector<NodeId> contentsToRead(const Review &review, const std::vector<RecordedDecision> &recorded, const QDate &today)
{
    std::set<NodeId> nodes;
    for (const RecordedDecision &decision : recorded) {
        if (!isAboutContent(decision) || isOver(decision, today))
            continue;
        std::set<qint64> sizes;
        for (const KnownContent &content : decision.contents)
            sizes.insert(content.size);
        for (const Finding &finding : review.assessed.findings) {
            if (finding.ruleId != decision.rule)
                continue;
            for (const NodeId node : subjectsOf(*review.inventory, finding, decision.scope)) {
                if (node.isValid() && sizes.contains(review.inventory->tree->node(node).size))
                    nodes.insert(node);
            }
        }
    }
    return {nodes.begin(), nodes.end()};
}

MatchedDecisions matchDecisions(const Review &review, const std::vector<RecordedDecision> &recorded,
                                const ContentDigests &digests, const QDate &today)
{
    MatchedDecisions matched;
    for (const RecordedDecision &decision : recorded) {
        DecisionOutcome outcome;
        if (isOver(decision, today)) {
            outcome.fate = DecisionFate::Expired;
            matched.outcomes.push_back(outcome);
            continue;
        }
        for (const Finding &finding : review.assessed.findings) {
            if (finding.ruleId != decision.rule)
                continue;
            const Coverage coverage = coverageOf(*review.inventory, finding, decision, digests);
            if (coverage.isWhole()) {
                outcome.findings.append(finding.key);
                matched.decisions.push_back({finding.key, decision.action, decision.reason, decision.author,
                                             QDateTime(decision.date, QTime(0, 0), Qt::UTC), false});
            }
            const DecisionFate fate = coverage.isWhole() ? DecisionFate::Applied
                : coverage.unread > 0                    ? DecisionFate::NotChecked
                : coverage.named > 0                     ? DecisionFate::Partly
                                                         : DecisionFate::OtherContent;
            // The best of what happened to it is what is told.
            if (fate < outcome.fate) {
                outcome.fate = fate;
                outcome.covered = coverage.named;
                outcome.others = coverage.other + coverage.unread;
            }
        }
        matched.outcomes.push_back(std::move(outcome));
    }
    return matched;
}

std::vector<NodeId> contentsOf(const Review &review, const Finding &finding)
{
    return filesOf(*review.inventory, finding);
}

std::optional<RecordedDecision> recordedFrom(const Review &review, const Finding &finding, const Decision &decision,
                                             const ContentDigests &digests)
{
    const Inventory &inventory = *review.inventory;
    RecordedDecision recorded;
    recorded.rule = finding.ruleId;
    recorded.action = decision.action;
    recorded.reason = decision.reason;
    recorded.author = decision.author;
    recorded.date = decision.time.toUTC().date();
    const std::vector<NodeId> files = filesOf(inventory, finding);
    const bool read = std::all_of(files.begin(), files.end(), [&](NodeId node) { return digests.contains(node); });
    if (read && !files.empty()) {
        for (const NodeId node : files) {
            const std::string path = '/' + inventory.tree->path(node);
            recorded.contents.push_back({digests.at(node), inventory.tree->node(node).size,
                                         QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()))});
        }
        // The same bytes at several places stand there once; names are for people.
        std::sort(recorded.contents.begin(), recorded.contents.end(), [](const KnownContent &a, const KnownContent &b) {
            return std::tie(a.path, a.sha256) < std::tie(b.path, b.sha256);
        });
        QSet<QByteArray> seen;
        std::erase_if(recorded.contents, [&seen](const KnownContent &content) {
            const bool known = seen.contains(content.sha256);
            seen.insert(content.sha256);
            return known;
        });
        return recorded;
    }
    recorded.scope = DecisionScope::Component;
    for (const JudgementId id : finding.judgements) {
        const Component *component = inventory.component(inventory.judgements[id.value]);
        if (!component || component->purl.isEmpty())
            return std::nullopt;
        if (!recorded.components.contains(component->purl))
            recorded.components.append(component->purl);
    }
    recorded.components.sort();
    return recorded.components.isEmpty() ? std::nullopt : std::optional(recorded);
}

std::vector<const Finding *> findingsToRecord(const Review &review, const std::vector<Scenario> &scenarios)
{
    std::vector<const Finding *> wanted;
    for (const Finding &finding : review.assessed.findings) {
        const bool isHeldUp = std::any_of(scenarios.begin(), scenarios.end(), [&](Scenario scenario) {
            return finding.effect(scenario).permission >= Permission::Undetermined;
        });
        if (isHeldUp || review.decisionOn(finding.key))
            wanted.push_back(&finding);
    }
    return wanted;
}

DecisionRecords recordDecisions(const Review &review, const std::vector<const Finding *> &findings, const Decision &open,
                                const ContentDigests &digests)
{
    DecisionRecords records;
    for (const Finding *finding : findings) {
        const Decision *decided = review.decisionOn(finding->key);
        Decision decision = decided ? *decided : open;
        decision.findingKey = finding->key;
        if (auto entry = recordedFrom(review, *finding, decision, digests))
            records.recorded.push_back(std::move(*entry));
        else
            records.unnamed.append(finding->key);
    }
    return records;
}

}  // namespace waybill
