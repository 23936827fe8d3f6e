// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/glob.h"
#include "core/remedy/planner.h"

#include <algorithm>
#include <map>

namespace waybill {

namespace {

QString displayOf(const Component &component)
{
    return component.version.isEmpty() ? component.name : QString(component.name % QLatin1Char(' ') % component.version);
}

bool isNamed(const Component &component, const QString &text)
{
    return text == component.name || text == QString(component.kind % QLatin1Char('/') % component.name)
        || text == component.purl;
}

void addSums(Removal &removal, const FileTree &tree)
{
    removal.liveFiles = removal.ghostFiles = 0;
    removal.liveBytes = removal.ghostBytes = 0;
    std::vector<bool> layers(static_cast<size_t>(tree.layerCount()) + 1);
    for (const NodeId id : removal.nodes) {
        const TreeNode &node = tree.node(id);
        if (node.kind == EntryKind::File) {
            ++(node.isGhost() ? removal.ghostFiles : removal.liveFiles);
            (node.isGhost() ? removal.ghostBytes : removal.liveBytes) += node.size;
        }
        if (node.layer < layers.size())
            layers[node.layer] = true;
    }
    removal.layers.clear();
    for (size_t i = 0; i < layers.size(); ++i) {
        if (layers[i])
            removal.layers.push_back(static_cast<quint16>(i));
    }
}

}  // namespace

void RemedyPlanner::addAskedFor(RemedyPlan &plan, const QStringList &include) const
{
    for (const QString &wanted : include) {
        const auto known = std::find_if(plan.removals.begin(), plan.removals.end(),
                                        [&wanted](const Removal &removal) { return removal.id == wanted; });
        if (known != plan.removals.end()) {
            known->chosen = true;
            continue;
        }
        Removal removal;
        removal.reason = RemovalReason::AskedFor;
        for (size_t i = 0; i < m_inventory->components.size(); ++i) {
            if (!isNamed(m_inventory->components[i], wanted))
                continue;
            removal.kind = RemovalKind::Package;
            removal.components.emplace_back(i);
            const std::vector<NodeId> nodes = nodesOf(ComponentId(i));
            removal.nodes.insert(removal.nodes.end(), nodes.begin(), nodes.end());
        }
        if (removal.components.empty()) {
            const std::string pattern = wanted.startsWith(QLatin1Char('/')) ? wanted.mid(1).toStdString() : wanted.toStdString();
            for (size_t i = 0; i < static_cast<size_t>(m_inventory->tree->size()); ++i) {
                if (!m_inventory->tree->node(NodeId(i)).isFolder() && globMatches(pattern, m_inventory->tree->path(NodeId(i))))
                    removal.nodes.emplace_back(i);
            }
        }
        removal.subject = removal.components.empty() ? wanted : displayOf(m_inventory->components[removal.components[0].value]);
        removal.id = (removal.components.empty() ? QLatin1String("files:") : QLatin1String("package:")) + wanted;
        if (!removal.nodes.empty())
            plan.removals.push_back(std::move(removal));
    }
}

/// What the image needs to run is never proposed: single files that a program which stays loads become obstacles.
void RemedyPlanner::setAside(RemedyPlan &plan) const
{
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
        const RemovalSet set = removalSet(plan);
        std::map<quint32, std::vector<Breakage>> needed;
        for (const LibraryNeeds::Broken &broken : m_libraries.broken(set.removed())) {
            const QString who = QString::fromStdString(m_inventory->tree->path(broken.who));
            const QString name = QString::fromStdString(broken.name);
            for (const NodeId version : m_inventory->tree->findAll(m_inventory->tree->path(broken.provider)))
                needed[version.value].push_back({BreakageKind::Library, who, name});
        }
        for (const NodeId started : startedFiles(*m_inventory)) {
            if (set.contains(started))
                needed[started.value].push_back({BreakageKind::EntryPoint, m_inventory->image.entrypoint.join(QLatin1Char(' ')),
                                                 QString::fromStdString(m_inventory->tree->path(started))});
        }
        if (needed.empty())
            return;
        bool changed = false;
        for (Removal &removal : plan.removals) {
            if (!removal.chosen || removal.reason == RemovalReason::AskedFor)
                continue;
            Obstacle obstacle {removal.subject, removal.findings.value(0), {}, {}, {}};
            const auto isNeeded = [&](NodeId node) { return needed.contains(node.value); };
            std::copy_if(removal.nodes.begin(), removal.nodes.end(), std::back_inserter(obstacle.nodes), isNeeded);
            if (obstacle.nodes.empty())
                continue;
            changed = true;
            if (removal.kind == RemovalKind::Package) {
                // Back to the files that no permission covers, so that what stays can still be loaded.
                removal = withoutPackage(std::move(removal), plan.scenario);
                continue;
            }
            std::erase_if(removal.nodes, isNeeded);
            for (const NodeId node : obstacle.nodes)
                obstacle.neededBy.insert(obstacle.neededBy.end(), needed[node.value].begin(), needed[node.value].end());
            if (const Judgement *judgement = m_inventory->judgement(obstacle.nodes.front()))
                obstacle.newerEditionId = judgement->right.newerEditionId;
            plan.obstacles.push_back(std::move(obstacle));
        }
        std::erase_if(plan.removals, [](const Removal &removal) { return removal.nodes.empty(); });
        if (!changed)
            return;
    }
}

Removal RemedyPlanner::withoutPackage(Removal removal, Scenario scenario) const
{
    removal.kind = RemovalKind::Files;
    removal.reason = RemovalReason::FilesOnly;
    removal.id.replace(0, removal.id.indexOf(QLatin1Char(':')), QStringLiteral("files"));
    removal.components.clear();
    removal.nodes.clear();
    for (const Finding &finding : m_before.findings) {
        if (!removal.findings.contains(finding.key) || finding.effect(scenario).permission != Permission::NotPermitted)
            continue;
        for (const JudgementId judgement : finding.judgements) {
            const std::vector<NodeId> nodes = m_inventory->nodesOf(judgement);
            removal.nodes.insert(removal.nodes.end(), nodes.begin(), nodes.end());
        }
    }
    return removal;
}

std::vector<bool> RemedyPlanner::goneComponents(const RemedyPlan &plan) const
{
    std::vector<bool> gone(m_inventory->components.size());
    for (const Removal &removal : plan.removals) {
        for (const ComponentId component : removal.components)
            gone[component.value] = gone[component.value] || removal.chosen;
    }
    return gone;
}

RemovalSet RemedyPlanner::removalSet(const RemedyPlan &plan) const
{
    RemovalSet set(*m_inventory->tree);
    for (const Removal &removal : plan.removals) {
        if (!removal.chosen)
            continue;
        for (const NodeId node : removal.nodes)
            set.add(node);
    }
    set.complete();
    return set;
}

/// Gives every node to the first removal that takes it along, so that sums count no byte twice. Open questions come last: what
/// they would take along must not be charged to a removal that is chosen.
void RemedyPlanner::assignNodes(RemedyPlan &plan) const
{
    std::stable_partition(plan.removals.begin(), plan.removals.end(),
                          [](const Removal &removal) { return removal.reason != RemovalReason::LeavesOpen; });
    RemovalSet set(*m_inventory->tree);
    for (Removal &removal : plan.removals) {
        const auto known = static_cast<std::ptrdiff_t>(set.order().size());
        for (const NodeId node : removal.nodes)
            set.add(node);
        if (removal.reason != RemovalReason::LeavesOpen)
            set.complete();  // links that go along; open questions can be many and settle that when they are chosen
        removal.nodes.assign(set.order().begin() + known, set.order().end());
        std::sort(removal.nodes.begin(), removal.nodes.end());
        addSums(removal, *m_inventory->tree);
    }
    std::erase_if(plan.removals, [](const Removal &removal) { return removal.nodes.empty(); });
    std::stable_sort(plan.removals.begin(), plan.removals.end(), [](const Removal &a, const Removal &b) {
        return a.permission != b.permission ? a.permission > b.permission : a.bytes() > b.bytes();
    });
}

void RemedyPlanner::evaluate(RemedyPlan &plan) const
{
    const RemovalSet set = removalSet(plan);
    plan.after = m_conclude(reducedInventory(*m_inventory, set.removed())).verdict(plan.scenario);
    plan.bytesBefore = plan.bytesAfter = 0;
    const FileTree &tree = *m_inventory->tree;
    std::vector<int> before(static_cast<size_t>(tree.layerCount())), after(before.size());
    for (size_t i = 0; i < static_cast<size_t>(tree.size()); ++i) {
        const TreeNode &node = tree.node(NodeId(i));
        if (node.isFolder() || node.layer >= before.size())
            continue;
        plan.bytesBefore += node.size;
        ++before[node.layer];
        if (set.contains(NodeId(i)))
            continue;
        plan.bytesAfter += node.size;
        ++after[node.layer];
    }
    plan.emptiedLayers.clear();
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] > 0 && after[i] == 0)
            plan.emptiedLayers.push_back(static_cast<int>(i));
    }
    findBreakage(plan, set);
}

void RemedyPlanner::findBreakage(RemedyPlan &plan, const RemovalSet &set) const
{
    const std::vector<bool> gone = goneComponents(plan);
    const auto broken = m_dependencies.broken(gone);
    const auto libraries = m_libraries.broken(set.removed());
    const std::vector<NodeId> started = startedFiles(*m_inventory);
    for (Removal &removal : plan.removals) {
        removal.breaks.clear();
        if (!removal.chosen) {
            // What it would break, so that nobody chooses it blindly.
            addLibraryBreakage(removal, m_libraries.brokenBy(removal.nodes, set.removed()));
            addEntryPoints(removal, started);
            continue;
        }
        for (const ComponentId id : removal.components) {
            const Component &component = m_inventory->components[id.value];
            if (component.essential && !component.isGhost())
                removal.breaks.push_back({BreakageKind::Essential, displayOf(component), component.name});
        }
        for (const auto &[who, provider] : broken) {
            if (std::count(removal.components.begin(), removal.components.end(), provider) > 0)
                removal.breaks.push_back({BreakageKind::Package, displayOf(m_inventory->components[who.value]),
                                          m_inventory->components[provider.value].name});
        }
        std::vector<LibraryNeeds::Broken> own;
        std::copy_if(libraries.begin(), libraries.end(), std::back_inserter(own), [&removal](const LibraryNeeds::Broken &need) {
            return std::binary_search(removal.nodes.begin(), removal.nodes.end(), need.provider);
        });
        addLibraryBreakage(removal, own);
        addEntryPoints(removal, started);
    }
}

void RemedyPlanner::addLibraryBreakage(Removal &removal, const std::vector<LibraryNeeds::Broken> &needs) const
{
    for (const LibraryNeeds::Broken &need : needs)
        removal.breaks.push_back({BreakageKind::Library, QString::fromStdString(m_inventory->tree->path(need.who)),
                                  QString::fromStdString(need.name)});
}

void RemedyPlanner::addEntryPoints(Removal &removal, const std::vector<NodeId> &started) const
{
    for (const NodeId node : started) {
        if (std::binary_search(removal.nodes.begin(), removal.nodes.end(), node))
            removal.breaks.push_back({BreakageKind::EntryPoint,
                                      (m_inventory->image.entrypoint + m_inventory->image.cmd).join(QLatin1Char(' ')),
                                      QString::fromStdString(m_inventory->tree->path(node))});
    }
}

std::vector<NodeId> startedFiles(const Inventory &inventory)
{
    QStringList folders {QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/sbin"),
                         QStringLiteral("/usr/bin"),        QStringLiteral("/sbin"),          QStringLiteral("/bin")};
    for (const QString &variable : inventory.image.env) {
        if (variable.startsWith(QLatin1String("PATH=")))
            folders = variable.mid(5).split(QLatin1Char(':'), Qt::SkipEmptyParts);
    }
    std::vector<NodeId> files;
    const auto tryPath = [&](const QString &path) {
        const NodeId node = inventory.tree->resolveLive(path.toStdString());
        const bool isFile = node.isValid() && inventory.tree->node(node).kind == EntryKind::File;
        if (isFile)
            files.push_back(node);
        return isFile;
    };
    for (const QString &word : inventory.image.entrypoint + inventory.image.cmd) {
        if (word.startsWith(QLatin1Char('/'))) {
            tryPath(word);
            continue;
        }
        if (word.isEmpty() || word.startsWith(QLatin1Char('-')) || word.contains(QLatin1Char(' ')))
            continue;
        if (!word.contains(QLatin1Char('/'))) {
            for (const QString &folder : folders) {
                if (tryPath(folder + QLatin1Char('/') + word))
                    break;
            }
        }
        tryPath(inventory.image.workingDir + QLatin1Char('/') + word);
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace waybill
