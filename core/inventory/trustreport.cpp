// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/trustreport.h"

#include "core/inventory/trustreportparts.h"
#include "core/inventory/trustwords.h"

#include "core/component/findertools.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t placesMost = 20;

}  // namespace

QLatin1String vouchedId(Vouched vouched)
{
    static constexpr std::array names {"cannot-tell", "absent", "present-not-checked", "verified", "contradicted"};
    return QLatin1String(names.at(static_cast<size_t>(vouched)));
}

Result<TrustKnowledge> TrustKnowledge::load()
{
    TrustKnowledge knowledge;
    auto rules = TrustRules::load();
    if (!rules)
        return fail(rules.error());
    knowledge.rules = *rules;
    auto publishers = Publishers::load();
    if (!publishers)
        return fail(publishers.error());
    knowledge.publishers = *publishers;
    auto outdated = OutdatedParts::load();
    if (!outdated)
        return fail(outdated.error());
    knowledge.outdated = *outdated;
    auto catalog = LicenceCatalog::load();
    if (!catalog)
        return fail(catalog.error());
    knowledge.catalog = *catalog;
    return knowledge;
}

std::optional<TrustSeverity> TrustReport::worstOfAll() const
{
    return *std::max_element(worst.begin(), worst.end());
}

TrustFinding &TrustJudge::add(const QString &rule, TrustQuestion question, TrustSeverity severity, const QString &subject,
                              const QString &detail)
{
    TrustFinding finding;
    const TrustWords words = trustWords(rule);
    finding.rule = rule;
    finding.question = question;
    finding.severity = severity;
    finding.title = words.title;
    finding.why = words.why;
    finding.subject = subject;
    finding.detail = detail;
    m_report.findings.push_back(std::move(finding));
    return m_report.findings.back();
}

/// One finding per key; the key says what belongs together.
TrustFinding &TrustJudge::addRule(const TrustRule &rule, TrustSeverity severity, const QString &key, const QString &subject)
{
    const std::string full
        = QString(rule.id + QLatin1Char('\n') + QString::number(static_cast<int>(severity)) + QLatin1Char('\n') + key)
              .toStdString();
    const auto [known, isNew] = m_byKey.try_emplace(full, m_report.findings.size());
    if (!isNew)
        return m_report.findings[known->second];
    TrustFinding finding;
    finding.rule = rule.id;
    finding.question = rule.question;
    finding.severity = severity;
    finding.title = rule.title;
    finding.why = rule.why;
    finding.subject = subject;
    m_report.findings.push_back(std::move(finding));
    return m_report.findings.back();
}

void TrustJudge::place(TrustFinding &finding, TrustPlace place)
{
    ++finding.count;
    if (finding.places.size() < placesMost)
        finding.places.push_back(std::move(place));
}

void TrustJudge::placeNode(TrustFinding &finding, NodeId node, int line, const QString &seen)
{
    const TreeNode &entry = m_inventory.tree->node(node);
    place(finding, {m_inventory.tree->path(node), entry.layer, line, seen, entry.isGhost() ? entry.hiddenBy : -1});
}

const Component *TrustJudge::owner(NodeId node) const
{
    const Judgement *judgement = m_inventory.judgement(node);
    return judgement ? m_inventory.component(*judgement) : nullptr;
}

bool TrustJudge::isManaged(const Component *component) const
{
    static const QStringList kinds {QStringLiteral("deb"),  QStringLiteral("rpm"),    QStringLiteral("apk"),
                                    QStringLiteral("alpm"), QStringLiteral("ebuild"), QStringLiteral("opkg")};
    return component && kinds.contains(component->kind);
}

bool TrustJudge::isUnchangedPackageFile(NodeId node, const std::string &path) const
{
    const Component *component = owner(node);
    return component && component->kind != QLatin1String("product") && component->kind != QLatin1String("project")
        && !m_changed.contains(path);
}

TrustSeverity TrustJudge::weightOf(const TrustRule &rule, const Component *component) const
{
    return !component ? rule.severity : isManaged(component) ? rule.owned : rule.library;
}

TrustReport TrustJudge::take()
{
    for (TrustFinding &finding : m_report.findings) {
        if (finding.count == 0)
            finding.count = static_cast<quint32>(std::max<size_t>(1, finding.places.size()));
    }
    std::stable_sort(m_report.findings.begin(), m_report.findings.end(), [](const TrustFinding &a, const TrustFinding &b) {
        return a.question != b.question ? a.question < b.question : a.severity > b.severity;
    });
    for (const TrustFinding &finding : m_report.findings) {
        auto &worst = m_report.worst[static_cast<size_t>(finding.question)];
        worst = std::max(worst, std::optional(finding.severity));
    }
    m_report.checksums = m_inventory.trust.checksums;
    m_report.partlySearched = m_inventory.trust.partlySearched;
    m_report.searched = m_inventory.trust.searched;
    m_report.complete = m_inventory.isComplete();
    m_report.rulesVersion = m_knowledge.rules->version();
    m_report.outdatedAsOf = m_knowledge.outdated->asOf();
    return std::move(m_report);
}

TrustReport trustReportOf(const Inventory &inventory, const TrustKnowledge &knowledge, const QDate &today,
                          const std::vector<ImageListing> *listings, std::vector<CheckedSignature> signatures)
{
    TrustJudge judge(inventory, knowledge, today);
    judge.source(listings);
    judge.signatures(std::move(signatures));
    judge.labels();
    judge.bills();
    judge.copyleft();
    judge.configuration();
    judge.sightings();
    judge.files();
    judge.minerTogether();
    judge.age();
    return judge.take();
}

}  // namespace waybill
