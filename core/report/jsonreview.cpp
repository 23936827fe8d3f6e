// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkview.h"
#include "core/report/jsonparts.h"
#include "core/report/reportmodel.h"

#include <QJsonDocument>

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t mostFilesOfFinding = 1000;
constexpr size_t fewestFilesOfFinding = 10;
/// A document names about this many files at most; findings beyond it keep a few examples and the true total.
constexpr size_t mostFilesOfDocument = 100'000;

QJsonArray words(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject effectJson(const Effect &effect)
{
    return {{QStringLiteral("risk"), riskLevelId(effect.risk)},
            {QStringLiteral("permission"), permissionId(effect.permission)},
            {QStringLiteral("clause"), effect.clause},
            {QStringLiteral("why"), effect.whyEn},
            {QStringLiteral("duties"), words(effect.duties)}};
}

QJsonObject decisionJson(const Decision &decision)
{
    return {{QStringLiteral("finding"), decision.findingKey},    {QStringLiteral("action"), decisionActionId(decision.action)},
            {QStringLiteral("reason"), decision.reason},         {QStringLiteral("author"), decision.author},
            {QStringLiteral("time"), json::time(decision.time)}, {QStringLiteral("withdrawn"), decision.withdrawn}};
}

QJsonArray layersJson(const Inventory &inventory, const Finding &finding)
{
    QJsonArray out;
    for (quint16 index : finding.layers) {
        QJsonObject layer {{QStringLiteral("number"), index + 1}};
        if (index < inventory.image.layers.size()) {
            layer[QStringLiteral("digest")] = inventory.image.layers[index].digest;
            layer[QStringLiteral("createdBy")] = inventory.image.layers[index].createdBy;
        }
        out.append(layer);
    }
    return out;
}

/// Writes the findings of a review; keeps count of the files named so far.
class FindingWriter
{
public:
    FindingWriter(const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios)
        : m_review(review), m_policy(policy), m_scenarios(scenarios)
    {
    }

    QJsonObject write(const Finding &finding, const Finding *assessed)
    {
        const Inventory &inventory = *m_review.inventory;
        QJsonObject out {{QStringLiteral("key"), finding.key},
                         {QStringLiteral("rule"), finding.ruleId},
                         {QStringLiteral("document"), finding.document},
                         {QStringLiteral("subject"), finding.subject},
                         {QStringLiteral("class"), licenceClassId(finding.licenceClass)},
                         {QStringLiteral("licence"), finding.expression},
                         {QStringLiteral("liveFiles"), static_cast<qint64>(finding.liveFiles)},
                         {QStringLiteral("ghostFiles"), static_cast<qint64>(finding.ghostFiles)},
                         {QStringLiteral("liveBytes"), finding.liveBytes},
                         {QStringLiteral("ghostBytes"), finding.ghostBytes},
                         {QStringLiteral("ghostOnly"), finding.ghostOnly()},
                         {QStringLiteral("layers"), layersJson(inventory, finding)}};
        if (const RuleText *rule = m_policy.rule(finding.ruleId)) {
            out[QStringLiteral("clause")] = rule->clause;
            out[QStringLiteral("certainty")] = rule->certainty;
        } else {
            out[QStringLiteral("clause")] = finding.effects.front().clause;
        }
        if (const Component *component = componentOf(inventory, finding))
            out[QStringLiteral("component")] = QJsonObject {{QStringLiteral("name"), component->name},
                                                            {QStringLiteral("version"), component->version},
                                                            {QStringLiteral("kind"), component->kind},
                                                            {QStringLiteral("purl"), component->purl}};
        putEffects(out, finding, assessed);
        QJsonArray hiding;
        for (const HidingStep &step : hidingStepsOf(inventory, finding))
            hiding.append(QJsonObject {{QStringLiteral("layer"), step.layer + 1},
                                       {QStringLiteral("createdBy"), step.instruction},
                                       {QStringLiteral("files"), static_cast<qint64>(step.files)},
                                       {QStringLiteral("bytes"), step.bytes},
                                       {QStringLiteral("meantToRemove"), step.meantToRemove}});
        if (!hiding.isEmpty())
            out[QStringLiteral("onlyHiddenBy")] = hiding;
        if (const Decision *decision = m_review.decisionOn(finding.key))
            out[QStringLiteral("decision")] = decisionJson(*decision);
        putFiles(out, finding);
        return out;
    }

private:
    void putEffects(QJsonObject &out, const Finding &finding, const Finding *assessed) const
    {
        QJsonObject effects;
        for (Scenario scenario : m_scenarios) {
            const Effect &effect = finding.effect(scenario);
            QJsonObject object = effectJson(effect);
            // What the policy alone says stays visible when a decision changed it.
            if (assessed && assessed->effect(scenario).permission != effect.permission)
                object[QStringLiteral("assessedPermission")] = permissionId(assessed->effect(scenario).permission);
            effects[scenarioId(scenario)] = object;
        }
        out[QStringLiteral("scenarios")] = effects;
    }

    void putFiles(QJsonObject &out, const Finding &finding)
    {
        const size_t left = mostFilesOfDocument - std::min(m_filesNamed, mostFilesOfDocument);
        const size_t limit = std::clamp(left, fewestFilesOfFinding, mostFilesOfFinding);
        const FindingFiles found = filesOf(*m_review.inventory, finding, limit);
        QJsonArray files;
        for (const FindingFile &file : found.files)
            files.append(json::file(*file.entry, file.path));
        m_filesNamed += found.files.size();
        out[QStringLiteral("files")] = files;
        out[QStringLiteral("filesTotal")] = static_cast<qint64>(found.total);
    }

    const Review &m_review;
    const Policy &m_policy;
    const std::vector<Scenario> &m_scenarios;
    size_t m_filesNamed = 0;
};

QJsonObject verdictJson(const Assessment &assessment, Scenario scenario)
{
    const ScenarioVerdict &verdict = assessment.verdict(scenario);
    QJsonArray holding;
    for (quint32 index : verdict.holding)
        holding.append(assessment.findings.at(index).key);
    QJsonObject counts;
    for (size_t level = 0; level < verdict.findingsByRisk.size(); ++level)
        counts[riskLevelId(static_cast<RiskLevel>(level))] = static_cast<qint64>(verdict.findingsByRisk[level]);
    return {{QStringLiteral("verdict"), verdictId(verdict.verdict)},
            {QStringLiteral("risk"), riskLevelId(verdict.risk)},
            {QStringLiteral("riskWithUnknown"), riskLevelId(verdict.riskWithUnknown)},
            {QStringLiteral("holding"), holding},
            {QStringLiteral("duties"), words(verdict.duties)},
            {QStringLiteral("findingsByRisk"), counts}};
}

QJsonObject dutiesJson(const Assessment &assessment, const Policy &policy, const std::vector<Scenario> &scenarios)
{
    QJsonObject out;
    for (Scenario scenario : scenarios) {
        for (const QString &id : assessment.verdict(scenario).duties) {
            const Duty *duty = policy.duty(id);
            out[id] = duty ? QJsonObject {{QStringLiteral("title"), duty->title.en},
                                          {QStringLiteral("text"), duty->text.en},
                                          {QStringLiteral("clause"), duty->clause}}
                           : QJsonObject();
        }
    }
    return out;
}

QJsonObject dutyStatesJson(const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios)
{
    QJsonObject out;
    for (const Scenario scenario : scenarios) {
        QJsonArray list;
        for (const DutyState &state : dutyStatesOf(review, policy, scenario)) {
            QJsonObject one {{QStringLiteral("id"), state.id},
                             {QStringLiteral("done"), state.done},
                             {QStringLiteral("note"), state.note},
                             {QStringLiteral("findings"), static_cast<qint64>(state.findings)}};
            // Offers of source name exact packages; for the other duties the number of components says enough.
            if (state.id.startsWith(QLatin1String("source-"))) {
                QStringList sources;
                for (const DutyItem &item : state.items)
                    sources.append(item.source + QLatin1Char(' ') + item.sourceVersion);
                sources.removeDuplicates();
                one[QStringLiteral("sources")] = words(sources);
            }
            one[QStringLiteral("components")] = static_cast<qint64>(state.items.size());
            list.append(one);
        }
        out[scenarioId(scenario)] = list;
    }
    return out;
}

void putAssessment(QJsonObject &out, const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios,
                   const std::vector<quint32> *only = nullptr)
{
    const Assessment &assessment = review.concluded;
    QJsonObject verdicts;
    for (Scenario scenario : scenarios)
        verdicts[scenarioId(scenario)] = verdictJson(assessment, scenario);
    QHash<QString, const Finding *> assessed;
    for (const Finding &finding : review.assessed.findings)
        assessed.insert(finding.key, &finding);
    QJsonArray findings;
    FindingWriter writer(review, policy, scenarios);
    for (size_t i = 0; i < assessment.findings.size(); ++i) {
        const Finding &finding = assessment.findings[i];
        if (!only || std::find(only->begin(), only->end(), i) != only->end())
            findings.append(writer.write(finding, assessed.value(finding.key)));
    }
    out[QStringLiteral("image")] = json::image(*review.inventory);
    out[QStringLiteral("policyVersion")] = assessment.policyVersion;
    out[QStringLiteral("complete")] = assessment.complete;
    out[QStringLiteral("coverage")]
        = QJsonObject {{QStringLiteral("assessedFiles"), static_cast<qint64>(assessment.assessedFiles)},
                       {QStringLiteral("unknownFiles"), static_cast<qint64>(assessment.unknownFiles)},
                       {QStringLiteral("assessedBytes"), assessment.assessedBytes},
                       {QStringLiteral("unknownBytes"), assessment.unknownBytes}};
    out[QStringLiteral("assumptions")] = words(assessment.assumptions);
    out[QStringLiteral("verdicts")] = verdicts;
    out[QStringLiteral("findings")] = findings;
    out[QStringLiteral("duties")] = dutiesJson(assessment, policy, scenarios);
    out[QStringLiteral("dutyStates")] = dutyStatesJson(review, policy, scenarios);
    out[QStringLiteral("notes")] = json::notes(*review.inventory);
    QJsonObject answers;
    for (auto it = review.answers.begin(); it != review.answers.end(); ++it)
        answers[it.key()] = it.value();
    out[QStringLiteral("answers")] = answers;
}

QJsonArray logJson(const std::vector<LogEntry> &log)
{
    QJsonArray out;
    for (const LogEntry &entry : log)
        out.append(QJsonObject {{QStringLiteral("time"), json::time(entry.time)},
                                {QStringLiteral("author"), entry.author},
                                {QStringLiteral("action"), entry.action},
                                {QStringLiteral("detail"), entry.detail},
                                {QStringLiteral("hash"), QString::fromLatin1(entry.hash.toHex())}});
    return out;
}

}  // namespace

QJsonObject checkJson(const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios,
                      const std::vector<quint32> *only)
{
    QJsonObject out = json::document(QStringLiteral("check"));
    putAssessment(out, review, policy, scenarios, only);
    return out;
}

QByteArray reviewJson(const Review &review, const Policy &policy)
{
    QJsonObject out = json::document(QStringLiteral("review"));
    putAssessment(out, review, policy, {allScenarios.begin(), allScenarios.end()});
    out[QStringLiteral("title")] = review.title;
    out[QStringLiteral("created")] = json::time(review.created);
    out[QStringLiteral("scenario")] = scenarioId(review.scenario);
    out[QStringLiteral("layers")] = json::layers(*review.inventory);
    out[QStringLiteral("components")] = json::components(*review.inventory);
    QJsonArray decisions;
    for (const Decision &decision : review.decisions)
        decisions.append(decisionJson(decision));
    out[QStringLiteral("decisions")] = decisions;
    out[QStringLiteral("log")] = logJson(review.log);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

}  // namespace waybill
