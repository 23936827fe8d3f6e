// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/why.h"

#include "core/report/messages.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t maxEvidence = 6;
constexpr size_t maxRights = 4;
constexpr size_t maxLayers = 4;

QString shownPath(std::string_view path)
{
    return QLatin1Char('/') + displayPath(path);
}

QString joined(const QStringList &parts, QLatin1String separator)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return filled.join(separator);
}

}  // namespace

Why::Why(const Review &review, const Policy &policy, const JudgementFiles &files, QString language)
    : m_review(review), m_inventory(*review.inventory), m_policy(policy), m_files(files), m_language(std::move(language))
{
}

QString Why::fileCount(quint32 live, quint32 ghosts)
{
    const QString shipped = tr("%n file(s)", nullptr, static_cast<int>(live));
    if (ghosts == 0)
        return shipped;
    const QString hidden
        = tr("%n file(s) removed by a later layer, gone at run time and still shipped", nullptr, static_cast<int>(ghosts));
    return live == 0 ? hidden : tr("%1, and %2").arg(shipped, hidden);
}

std::vector<WhyStep> Why::finding(const Finding &finding) const
{
    std::vector<const Judgement *> judgements;
    for (const JudgementId id : finding.judgements) {
        if (id.value < m_inventory.judgements.size())
            judgements.push_back(&m_inventory.judgements[id.value]);
    }
    std::vector<WhyStep> steps {ruleStep(finding), clauseStep(finding)};
    for (WhyStep &step : rightSteps(judgements))
        steps.push_back(std::move(step));
    steps.push_back(componentStep(finding));
    for (WhyStep &step : evidenceSteps(judgements))
        steps.push_back(std::move(step));
    for (size_t i = 0; i < finding.layers.size() && i < maxLayers; ++i)
        steps.push_back(layerStep(finding.layers[i]));
    if (finding.layers.size() > maxLayers)
        steps.back().detail += QLatin1Char('\n')
            + tr("%n more layer(s) hold such files.", nullptr, static_cast<int>(finding.layers.size() - maxLayers));
    for (WhyStep &step : changeSteps(finding))
        steps.push_back(std::move(step));
    return steps;
}

WhyStep Why::ruleStep(const Finding &finding) const
{
    WhyStep step {WhyStep::Id::Rule, tr("Rule"), finding.ruleId, {}, {}, -1};
    const QString version = tr("policy %1").arg(m_review.assessed.policyVersion);
    const RuleText *rule = m_policy.rule(finding.ruleId);
    if (!rule) {
        step.detail = tr("This rule is not part of the policy of this program. The finding was saved with %1.").arg(version);
        return step;
    }
    step.text = tr("%1: %2", "rule id, rule title").arg(finding.ruleId, rule->title.in(m_language));
    step.detail = joined({rule->rationale.in(m_language), Messages::certainty(rule->certainty), version}, QLatin1String("\n"));
    return step;
}

WhyStep Why::clauseStep(const Finding &finding) const
{
    const RuleText *rule = m_policy.rule(finding.ruleId);
    QString clause = finding.effect(m_review.scenario).clause;
    if (clause.isEmpty() && rule)
        clause = rule->clause;
    WhyStep step {WhyStep::Id::Clause, tr("Clause"), Messages::clause(clause), {}, {}, -1};
    if (step.text.isEmpty())
        step.text = tr("The rule names no clause in this scenario.");
    step.detail = Messages::clause(finding.document);
    if (step.detail.isEmpty() && rule)
        step.detail = joined({Messages::clause(rule->document), Messages::clause(rule->date)}, QLatin1String(", "));
    return step;
}

QString Why::componentText(const Component &component) const
{
    return joined({displayText(component.name), displayText(component.version), displayText(component.architecture)},
                  QLatin1String(" "));
}

QString Why::declaredText(const Component &component) const
{
    QStringList words;
    for (const DeclaredLicence &declared : component.declared) {
        const QString word = displayText(declared.asWritten).simplified().left(160);
        const QString line = tr("%1 (%2)", "declared licence, field").arg(word, displayText(declared.field));
        if (!words.contains(line))
            words.append(line);
        if (words.size() == 4)
            break;
    }
    return words.join(QLatin1String("; "));
}

WhyStep Why::componentStep(const Finding &finding) const
{
    WhyStep step {WhyStep::Id::Component, tr("Component"), displayText(finding.subject), {}, {}, -1};
    if (step.text.isEmpty())
        step.text = tr("No package and no known product.");
    if (!finding.component.isValid() || finding.component.value >= m_inventory.components.size()) {
        step.detail = tr("No package owns these files.");
        return step;
    }
    const Component &component = m_inventory.components[finding.component.value];
    step.text = componentText(component);
    const QString declared = declaredText(component);
    step.detail = joined({tr("Kind: %1").arg(displayText(component.kind)),
                          component.supplier.isEmpty() ? QString() : tr("Supplier: %1").arg(displayText(component.supplier)),
                          declared.isEmpty() ? tr("Declared licence: none") : tr("Declared licence: %1").arg(declared),
                          component.expression.isEmpty() ? tr("Licence established: none")
                                                         : tr("Licence established: %1").arg(displayText(component.expression)),
                          component.metadataPath.empty() ? QString() : tr("Read from %1").arg(shownPath(component.metadataPath))},
                         QLatin1String("\n"));
    if (!component.metadataPath.empty() && component.layer >= 0)
        step.node = m_inventory.tree->findAt(component.metadataPath, component.layer);
    return step;
}

std::vector<WhyStep> Why::rightSteps(const std::vector<const Judgement *> &judgements) const
{
    std::vector<WhyStep> steps;
    QStringList seen;
    for (const Judgement *judgement : judgements) {
        const FileRight &right = judgement->right;
        if (right.right == Right::NoAgreement)
            continue;
        WhyStep step {WhyStep::Id::Right, tr("Vendor agreement"), Messages::right(right), {}, {}, -1};
        step.detail
            = joined({m_policy.termsTitle(right.editionId.isEmpty() ? right.agreementId : right.editionId),
                      right.editionInHand ? tr("This edition was found in the image.")
                                          : tr("No edition of the agreement was found in the image; this one is assumed."),
                      right.newerEditionId.isEmpty()
                          ? QString()
                          : tr("A newer edition lists the file: %1").arg(m_policy.termsTitle(right.newerEditionId))},
                     QLatin1String("\n"));
        const QString key = step.text % step.detail;
        if (!seen.contains(key) && steps.size() < maxRights) {
            seen.append(key);
            steps.push_back(std::move(step));
        }
    }
    return steps;
}

std::vector<WhyStep> Why::evidenceSteps(const std::vector<const Judgement *> &judgements) const
{
    std::vector<quint32> ids;
    for (const Judgement *judgement : judgements) {
        for (const EvidenceId id : judgement->evidence) {
            if (id.value < m_inventory.evidence.size() && std::find(ids.begin(), ids.end(), id.value) == ids.end())
                ids.push_back(id.value);
        }
    }
    std::vector<WhyStep> steps;
    for (size_t i = 0; i < ids.size() && i < maxEvidence; ++i) {
        const LicenceEvidence &evidence = m_inventory.evidence[ids[i]];
        const LicenceMatch &match = evidence.match;
        const QString place = match.firstLine > 0
            ? tr("%1, lines %2–%3").arg(shownPath(evidence.path)).arg(match.firstLine).arg(match.lastLine)
            : shownPath(evidence.path);
        WhyStep step {WhyStep::Id::Evidence, tr("Evidence"), place, {}, {}, evidence.layer};
        QString how = tr("%1: %2", "kind of match, licence").arg(Messages::matchKind(match.kind), displayText(match.expression));
        if (match.kind == MatchKind::CloseText)
            how += QLatin1String(", ") + tr("%1 % of the reference text").arg(qRound(match.score * 100));
        step.detail = joined(
            {how, evidence.asWritten.isEmpty() ? QString() : tr("As written: %1").arg(displayText(evidence.asWritten).left(200)),
             Messages::layerName(evidence.layer)},
            QLatin1String("\n"));
        step.node = m_inventory.tree->findAt(evidence.path, evidence.layer);
        steps.push_back(std::move(step));
    }
    if (steps.empty()) {
        const QString basis = judgements.empty() ? Messages::basis(Basis::None) : Messages::basis(judgements.front()->basis);
        steps.push_back(
            {WhyStep::Id::Evidence, tr("Evidence"), basis, tr("No licence text, tag or declaration was seen."), {}, -1});
    } else if (ids.size() > maxEvidence) {
        steps.back().detail += QLatin1Char('\n')
            + tr("%n more place(s) say the same or less.", nullptr, static_cast<int>(ids.size() - maxEvidence));
    }
    return steps;
}

WhyStep Why::layerStep(int layer) const
{
    WhyStep step {WhyStep::Id::Layer, tr("Layer"), Messages::layerName(layer), {}, {}, layer};
    if (layer < 0 || static_cast<size_t>(layer) >= m_inventory.image.layers.size())
        return step;
    const LayerInfo &info = m_inventory.image.layers[static_cast<size_t>(layer)];
    step.text = Messages::layerName(layer) + QLatin1String(": ")
        + (info.createdBy.isEmpty() ? tr("build instruction not recorded") : displayText(info.createdBy));
    step.detail = info.digest.isEmpty() ? info.diffId : info.digest;
    return step;
}

std::vector<int> Why::findingsOf(NodeId node) const
{
    std::vector<int> found;
    const quint32 judgement = m_inventory.judgementOf[node.value];
    if (judgement == JudgementId::none)
        return found;
    const auto &findings = m_review.concluded.findings;
    for (size_t i = 0; i < findings.size(); ++i) {
        const auto &rests = findings[i].judgements;
        if (std::find(rests.begin(), rests.end(), JudgementId(judgement)) != rests.end())
            found.push_back(static_cast<int>(i));
    }
    return found;
}

std::vector<WhyStep> Why::node(NodeId id) const
{
    const TreeNode &node = m_inventory.tree->node(id);
    std::vector<WhyStep> steps;
    if (node.isGhost())
        steps.push_back({WhyStep::Id::Facts,
                         tr("Gone at run time"),
                         Messages::ghost(node),
                         tr("Whoever gets the image gets this file: layers are handed over whole."),
                         {},
                         node.hiddenBy});
    if (const Judgement *judgement = m_inventory.judgement(id)) {
        steps.push_back({WhyStep::Id::Reason,
                         tr("Terms"),
                         judgement->expression.isEmpty() ? tr("No terms established") : displayText(judgement->expression),
                         tr("Established by: %1").arg(Messages::basis(judgement->basis)),
                         {},
                         -1});
        for (WhyStep &step : rightSteps({judgement}))
            steps.push_back(std::move(step));
        if (const Component *component = m_inventory.component(*judgement))
            steps.push_back(
                {WhyStep::Id::Component, tr("Component"), componentText(*component), declaredText(*component), {}, -1});
        for (WhyStep &step : evidenceSteps({judgement}))
            steps.push_back(std::move(step));
        for (WhyStep &step : binarySteps(id))
            steps.push_back(std::move(step));
    } else if (node.isFolder()) {
        const FolderSums &sums = m_inventory.tree->sums(id);
        steps.push_back({WhyStep::Id::Files,
                         tr("Content"),
                         fileCount(sums.liveFiles, sums.ghostFiles),
                         Messages::bytes(sums.liveBytes + sums.ghostBytes),
                         {},
                         -1});
    } else {
        const QString target = displayPath(m_inventory.tree->linkTarget(id));
        steps.push_back({WhyStep::Id::Facts,
                         tr("Not judged"),
                         tr("Links and devices hold no content of their own."),
                         target.isEmpty() ? QString() : tr("Points to %1").arg(target),
                         {},
                         -1});
    }
    steps.push_back(layerStep(node.layer));
    return steps;
}

std::vector<WhyStep> Why::layer(int layer) const
{
    std::vector<WhyStep> steps {layerStep(layer)};
    steps.push_back({WhyStep::Id::Facts,
                     tr("Base image"),
                     m_inventory.base.layers == 0         ? tr("not told apart")
                         : m_inventory.base.isBase(layer) ? tr("this layer belongs to the base image")
                                                          : tr("this layer was added to the base image"),
                     Messages::baseImage(m_inventory.base),
                     {},
                     -1});
    const auto at = static_cast<size_t>(layer);
    if (at < m_inventory.image.layers.size()) {
        const LayerInfo &info = m_inventory.image.layers[at];
        steps.push_back({WhyStep::Id::Facts,
                         tr("Digest"),
                         info.digest.isEmpty() ? tr("not named by the source") : info.digest,
                         tr("Uncompressed: %1").arg(info.diffId),
                         {},
                         -1});
        steps.push_back({WhyStep::Id::Facts, tr("Size"), Messages::bytes(info.storedBytes), info.mediaType, {}, -1});
    }
    if (at < m_inventory.readings.size()) {
        const LayerReading &reading = m_inventory.readings[at];
        const QString unpacked = tr("%1 unpacked").arg(Messages::bytes(reading.unpackedBytes));
        const QString problem = reading.error.cause.isEmpty() && reading.error.subject.isEmpty()
            ? tr("It has not been read to its end.")
            : Messages::error(reading.error);
        steps.push_back(
            {WhyStep::Id::Facts, tr("Reading"), reading.complete ? tr("Read to the end") : problem, unpacked, {}, -1});
    }
    return steps;
}

}  // namespace waybill
