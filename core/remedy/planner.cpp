// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/planner.h"

#include <algorithm>
#include <map>

namespace waybill {

/// Blocked files that belong together: of one package, or of one finding when no package owns them.
struct RemedyPlanner::Group {
    ComponentId component;
    QString subject;
    std::vector<NodeId> nodes;
    qint64 bytes = 0;
    QStringList findings;
    RiskLevel risk = RiskLevel::NotAssessed;
    Permission permission = Permission::Permitted;
};

namespace {

/// Share of a package's bytes from which on it goes as a whole when nothing that stays needs it.
constexpr double wholeShare = 0.5;

bool isDevelopment(const Component &component)
{
    return component.section.endsWith(QLatin1String("libdevel")) || component.section.endsWith(QLatin1String("devel"))
        || component.section.endsWith(QLatin1String("debug"));
}

/// A product known by its files alone.
bool isRecognisedOnly(const Component &component)
{
    return component.kind == QLatin1String("product");
}

QString componentKey(const Component &component)
{
    return component.kind % QLatin1Char('/') % component.name % QLatin1Char('@') % component.version;
}

QString displayName(const Component &component)
{
    return component.version.isEmpty() ? component.name : QString(component.name % QLatin1Char(' ') % component.version);
}

}  // namespace

RemedyPlanner::RemedyPlanner(std::shared_ptr<const Inventory> inventory, Conclude conclude)
    : m_inventory(std::move(inventory)), m_conclude(std::move(conclude)), m_before(m_conclude(*m_inventory)),
      m_dependencies(*m_inventory), m_libraries(*m_inventory), m_componentNodes(m_inventory->components.size())
{
    for (size_t i = 0; i < m_inventory->judgementOf.size(); ++i) {
        const Judgement *judgement = m_inventory->judgement(NodeId(i));
        if (judgement && judgement->component.isValid())
            m_componentNodes[judgement->component.value].push_back(static_cast<quint32>(i));
    }
}

std::vector<RemedyPlanner::Group> RemedyPlanner::groupsOf(const Assessment &assessment, Scenario scenario,
                                                          Permission permission) const
{
    std::map<std::pair<quint32, QString>, Group> groups;
    for (const Finding &finding : assessment.findings) {
        const Effect &effect = finding.effect(scenario);
        if (effect.permission != permission)
            continue;
        for (const JudgementId id : finding.judgements) {
            const ComponentId component = m_inventory->judgements[id.value].component;
            Group &group = groups[{component.value, component.isValid() ? QString() : finding.key}];
            group.component = component;
            group.subject = component.isValid() ? displayName(m_inventory->components[component.value]) : finding.subject;
            const std::vector<NodeId> nodes = m_inventory->nodesOf(id);
            group.nodes.insert(group.nodes.end(), nodes.begin(), nodes.end());
            for (const NodeId node : nodes)
                group.bytes += m_inventory->tree->node(node).size;
            if (!group.findings.contains(finding.key))
                group.findings.append(finding.key);
            group.risk = worse(group.risk, effect.risk);
            group.permission = permission;
        }
    }
    std::vector<Group> list;
    for (auto &[key, group] : groups) {
        if (!group.nodes.empty())
            list.push_back(std::move(group));
    }
    return list;
}

bool RemedyPlanner::mostlyBlocked(const Group &group) const
{
    const Component &component = m_inventory->components[group.component.value];
    if (isRecognisedOnly(component))
        return false;  // nothing installed it, so nothing but its files can go
    return component.isGhost() || isDevelopment(component)
        || static_cast<double>(group.bytes) >= wholeShare * static_cast<double>(component.bytes);
}

/// A package that brings nothing but names of others and its documentation loses nothing that anybody runs.
bool RemedyPlanner::mayGoWith(ComponentId id) const
{
    const Component &component = m_inventory->components[id.value];
    if (component.essential)
        return false;
    if (isDevelopment(component))
        return true;
    const auto &nodes = m_componentNodes[id.value];
    return component.kind == QLatin1String("deb") && std::all_of(nodes.begin(), nodes.end(), [this](quint32 node) {
               return m_inventory->tree->path(NodeId(node)).starts_with("usr/share/");
           });
}

/// Which packages go as a whole: nothing that stays needs them. Taking one back can keep others, so this runs until it holds.
std::vector<bool> RemedyPlanner::wholePackages(const std::vector<Group> &groups) const
{
    std::vector<bool> whole(m_inventory->components.size());
    const std::vector<NodeId> started = startedFiles(*m_inventory);
    for (const Group &group : groups) {
        if (!group.component.isValid() || m_inventory->components[group.component.value].essential || !mostlyBlocked(group))
            continue;
        const auto &nodes = m_componentNodes[group.component.value];
        whole[group.component.value] = std::none_of(started.begin(), started.end(), [&nodes](NodeId node) {
            return std::binary_search(nodes.begin(), nodes.end(), node.value);
        });
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Group &group : groups) {
            if (!group.component.isValid() || !whole[group.component.value])
                continue;
            const std::vector<ComponentId> dependants = m_dependencies.dependantsOf(group.component);
            const bool free = std::all_of(dependants.begin(), dependants.end(),
                                          [&](ComponentId id) { return whole[id.value] || mayGoWith(id); });
            if (!free) {
                whole[group.component.value] = false;
                changed = true;
            }
        }
    }
    return whole;
}

std::vector<NodeId> RemedyPlanner::nodesOf(ComponentId component) const
{
    std::vector<NodeId> nodes;
    for (const quint32 node : m_componentNodes[component.value])
        nodes.emplace_back(node);
    const std::vector<NodeId> records = packageRecords(component);
    nodes.insert(nodes.end(), records.begin(), records.end());
    return nodes;
}

/// What dpkg keeps about one package in files of its own (dpkg(1), FILES).
std::vector<NodeId> RemedyPlanner::packageRecords(ComponentId id) const
{
    const Component &component = m_inventory->components[id.value];
    std::vector<NodeId> records;
    if (component.kind != QLatin1String("deb"))
        return records;
    const FileTree &tree = *m_inventory->tree;
    const std::string name = component.name.toStdString();
    const std::string qualified = name + ':' + component.architecture.toStdString();
    for (const char *folder : {"var/lib/dpkg/info", "var/lib/dpkg/status.d"}) {
        for (const NodeId info : tree.findAll(folder)) {
            const TreeNode &node = tree.node(info);
            for (quint32 i = 0; i < node.childCount; ++i) {
                const NodeId child = tree.child(info, static_cast<int>(i));
                const std::string_view file = tree.name(child);
                const std::string_view stem = file.substr(0, file.rfind('.'));
                // "libc6.1.list" is of "libc6.1": only the last dot separates, and files of a newer version stay.
                const bool fits = stem == name || stem == qualified || file == name;
                const bool ofVersion = !component.isGhost() || tree.node(child).layer < component.hiddenBy;
                if (fits && ofVersion && !tree.node(child).isFolder())
                    records.push_back(child);
            }
        }
    }
    return records;
}

void RemedyPlanner::addPackage(RemedyPlan &plan, const Group &group, const std::vector<bool> &whole) const
{
    const Component &component = m_inventory->components[group.component.value];
    Removal removal;
    removal.id = QLatin1String("package:") % componentKey(component);
    removal.kind = RemovalKind::Package;
    removal.reason = component.isGhost() ? RemovalReason::Ghost : RemovalReason::NotNeeded;
    removal.subject = group.subject;
    removal.components = {group.component};
    removal.nodes = nodesOf(group.component);
    removal.findings = group.findings;
    removal.risk = group.risk;
    removal.permission = group.permission;
    for (const ComponentId dependant : m_dependencies.dependantsOf(group.component)) {
        if (whole[dependant.value])
            continue;  // has a step of its own
        removal.components.push_back(dependant);
        const std::vector<NodeId> nodes = nodesOf(dependant);
        removal.nodes.insert(removal.nodes.end(), nodes.begin(), nodes.end());
    }
    plan.removals.push_back(std::move(removal));
}

void RemedyPlanner::addFiles(RemedyPlan &plan, const Group &group) const
{
    Removal removal;
    removal.subject = group.subject;
    removal.nodes = group.nodes;
    removal.findings = group.findings;
    removal.risk = group.risk;
    removal.permission = group.permission;
    if (group.component.isValid()) {
        removal.id = QLatin1String("files:") % componentKey(m_inventory->components[group.component.value]);
        removal.reason = isRecognisedOnly(m_inventory->components[group.component.value]) ? RemovalReason::NoPackage
                                                                                          : RemovalReason::FilesOnly;
    } else {
        removal.id = QLatin1String("files:") % group.findings.front();
        removal.reason = RemovalReason::NoPackage;
    }
    const auto ghost = [this](NodeId node) { return m_inventory->tree->node(node).isGhost(); };
    if (std::all_of(group.nodes.begin(), group.nodes.end(), ghost))
        removal.reason = RemovalReason::Ghost;
    if (group.permission == Permission::Undetermined) {
        removal.id = QLatin1String("open-") % removal.id;
        removal.reason = RemovalReason::LeavesOpen;
        removal.chosen = false;
    }
    plan.removals.push_back(std::move(removal));
}

RemedyPlan RemedyPlanner::plan(Scenario scenario, const RemedyChoice &choice) const
{
    RemedyPlan plan;
    plan.scenario = scenario;
    plan.before = m_before.verdict(scenario);
    const std::vector<Group> blocked = groupsOf(m_before, scenario, Permission::NotPermitted);
    const std::vector<bool> whole = wholePackages(blocked);
    for (const Group &group : blocked) {
        if (group.component.isValid() && whole[group.component.value])
            addPackage(plan, group, whole);
        else
            addFiles(plan, group);
    }
    for (const Group &group : groupsOf(m_before, scenario, Permission::Undetermined))
        addFiles(plan, group);
    addAskedFor(plan, choice.include);
    setAside(plan);
    for (Removal &removal : plan.removals) {
        if (choice.exclude.contains(removal.id))
            removal.chosen = false;
    }
    assignNodes(plan);
    plan.hints = remedyHints(*m_inventory, m_before, scenario);
    evaluate(plan);
    return plan;
}

Assessment RemedyPlanner::assessmentAfter(const RemedyPlan &plan) const
{
    return m_conclude(reducedInventory(*m_inventory, removalSet(plan).removed()));
}

}  // namespace waybill
