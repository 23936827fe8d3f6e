// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkview.h"

#include "core/report/messages.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace waybill {

CheckView::CheckView(const Review &aReview, const Policy &aPolicy, Scenario aScenario, const FindingFilter &filter)
    : review(aReview), policy(aPolicy), scenario(aScenario), findings(findingsByRisk(aReview.concluded, aScenario))
{
    if (filter.isEmpty())
        return;
    std::erase_if(findings, [&](quint32 index) { return !filter.matches(filterFactsOf(review, finding(index), scenario)); });
}

FilterFacts filterFactsOf(const Review &review, const Finding &finding, Scenario scenario)
{
    FilterFacts facts;
    const Effect &effect = finding.effect(scenario);
    facts.risk = effect.risk;
    facts.licenceClass = finding.licenceClass;
    const Decision *decision = review.decisionOn(finding.key);
    if (decision)
        facts.decision = decision->action;
    facts.undecided = !decision && effect.permission >= Permission::Undetermined;
    facts.ghostOnly = finding.ghostOnly();
    facts.layers.assign(finding.layers.begin(), finding.layers.end());
    facts.subject = finding.subject;
    facts.expression = finding.expression;
    facts.rule = finding.ruleId;
    const std::shared_ptr<const Inventory> inventory = review.inventory;
    facts.anyFile = [inventory, judgements = finding.judgements](const std::function<bool(const QString &)> &test) {
        return std::any_of(judgements.begin(), judgements.end(), [&](JudgementId judgement) {
            const std::vector<NodeId> nodes = inventory->nodesOf(judgement);
            return std::any_of(nodes.begin(), nodes.end(),
                               [&](NodeId node) { return test(QLatin1Char('/') + displayPath(inventory->tree->path(node))); });
        });
    };
    return facts;
}

std::vector<HidingStep> hidingStepsOf(const Inventory &inventory, const Finding &finding)
{
    static const QRegularExpression removal(QStringLiteral(
        "(^|[\\s;&|/])(rm\\s|apt(-get)?\\s+(-\\S+\\s+)*(remove|purge|autoremove)|dpkg\\s+(-\\S+\\s+)*(-r|-P|--remove|--purge)|"
        "apk\\s+del|(yum|dnf|microdnf)\\s+(-\\S+\\s+)*(remove|erase|autoremove)|pip[\\d.]*\\s+uninstall|npm\\s+(uninstall|prune)|"
        "conda\\s+(remove|clean))"));
    std::map<quint16, HidingStep> steps;
    if (!inventory.tree || finding.ghostFiles == 0)
        return {};
    for (const JudgementId judgement : finding.judgements) {
        for (const NodeId id : inventory.nodesOf(judgement)) {
            const TreeNode &node = inventory.tree->node(id);
            if (!node.isGhost())
                continue;
            HidingStep &step = steps[node.hiddenBy];
            ++step.files;
            step.bytes += node.size;
        }
    }
    std::vector<HidingStep> result;
    for (auto &[layer, step] : steps) {
        step.layer = layer;
        if (layer < inventory.image.layers.size())
            step.instruction = inventory.image.layers[layer].createdBy;
        step.meantToRemove = removal.match(step.instruction).hasMatch();
        result.push_back(step);
    }
    return result;
}

namespace {

DutyItem itemOf(const Component &component)
{
    DutyItem item {component.name, component.version, component.sourceName, component.sourceVersion, component.expression};
    if (item.source.isEmpty())
        item.source = component.name;
    if (item.sourceVersion.isEmpty())
        item.sourceVersion = component.version;
    return item;
}

void collectItems(const Inventory &inventory, const Finding &finding, std::map<QString, DutyItem> &items)
{
    for (const JudgementId id : finding.judgements) {
        if (const Component *component = inventory.component(inventory.judgements[id.value]))
            items.emplace(component->kind + QLatin1Char('/') + component->name + QLatin1Char('@') + component->version,
                          itemOf(*component));
    }
}

}  // namespace

std::vector<DutyState> dutyStatesOf(const Review &review, const Policy &policy, Scenario scenario)
{
    Answers asked = review.answers;
    bool anyDone = false;
    for (auto it = asked.begin(); it != asked.end();) {
        const bool state = it.key().startsWith(dutyKey({}));
        anyDone = anyDone || state;
        it = state ? asked.erase(it) : std::next(it);
    }
    // Duties that are done are gone from the findings; without the records of that they are all there again.
    const Assessment all = anyDone ? policy.assess(*review.inventory, asked) : Assessment();
    const Assessment &assessment = anyDone ? all : review.concluded;
    std::vector<DutyState> states;
    for (const QString &id : assessment.verdict(scenario).duties) {
        DutyState state;
        state.id = id;
        const QString record = review.answers.value(dutyKey(id));
        state.done = record.startsWith(QLatin1String("done"));
        state.note = record.section(QLatin1Char(':'), 1).trimmed();
        std::map<QString, DutyItem> items;
        for (const Finding &finding : assessment.findings) {
            if (!finding.effect(scenario).duties.contains(id))
                continue;
            ++state.findings;
            collectItems(*review.inventory, finding, items);
        }
        for (auto &[key, item] : items)
            state.items.push_back(item);
        states.push_back(std::move(state));
    }
    std::stable_sort(states.begin(), states.end(), [](const DutyState &a, const DutyState &b) { return a.done < b.done; });
    return states;
}

}  // namespace waybill
