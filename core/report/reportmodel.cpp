// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportmodel.h"

#include "core/report/jsonreport.h"

#include <algorithm>

namespace waybill {

QString imageDigest(const Image &image)
{
    return image.manifestDigest.isEmpty() ? image.configDigest : image.manifestDigest;
}

FindingFiles filesOf(const Inventory &inventory, const Finding &finding, size_t limit)
{
    FindingFiles out;
    if (!inventory.tree)
        return out;
    std::vector<NodeId> nodes;
    for (JudgementId id : finding.judgements) {
        const std::vector<NodeId> some = inventory.nodesOf(id);
        nodes.insert(nodes.end(), some.begin(), some.end());
    }
    out.total = static_cast<quint32>(nodes.size());
    const auto before = [&](NodeId a, NodeId b) {
        const bool ghostA = inventory.tree->node(a).isGhost();
        const bool ghostB = inventory.tree->node(b).isGhost();
        return ghostA != ghostB ? ghostB : a < b;
    };
    const size_t count = std::min(limit, nodes.size());
    std::partial_sort(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(count), nodes.end(), before);
    nodes.resize(count);
    out.files.reserve(count);
    for (NodeId id : nodes)
        out.files.push_back({id, inventory.tree->path(id), &inventory.tree->node(id)});
    return out;
}

std::vector<quint32> findingsByRisk(const Assessment &assessment, Scenario scenario)
{
    // Not assessed stands before safe: nobody may read it as harmless.
    const auto rank = [](RiskLevel level) { return level == RiskLevel::NotAssessed ? 0.5 : static_cast<double>(level); };
    std::vector<quint32> order(assessment.findings.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<quint32>(i);
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const Effect &first = assessment.findings[a].effect(scenario);
        const Effect &second = assessment.findings[b].effect(scenario);
        if (first.risk != second.risk)
            return rank(first.risk) > rank(second.risk);
        return first.permission > second.permission;
    });
    return order;
}

const Component *componentOf(const Inventory &inventory, const Finding &finding)
{
    return finding.component.isValid() && finding.component.value < inventory.components.size()
        ? &inventory.components[finding.component.value]
        : nullptr;
}

GhostList ghostsOf(const FileTree &tree, size_t limit)
{
    GhostList out;
    const std::span<const TreeNode> nodes = tree.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != EntryKind::File || !nodes[i].isGhost())
            continue;
        ++out.total;
        out.bytes += nodes[i].size;
        out.largest.emplace_back(i);
    }
    const auto bigger = [&](NodeId a, NodeId b) {
        const qint64 sizeA = tree.node(a).size;
        const qint64 sizeB = tree.node(b).size;
        return sizeA != sizeB ? sizeA > sizeB : a < b;
    };
    const size_t count = std::min(limit, out.largest.size());
    std::partial_sort(out.largest.begin(), out.largest.begin() + static_cast<std::ptrdiff_t>(count), out.largest.end(), bigger);
    out.largest.resize(count);
    return out;
}

std::vector<ImageNote> allNotes(const Inventory &inventory)
{
    std::vector<ImageNote> notes = inventory.image.notes;
    notes.insert(notes.end(), inventory.notes.begin(), inventory.notes.end());
    std::stable_sort(notes.begin(), notes.end(),
                     [](const ImageNote &a, const ImageNote &b) { return a.incomplete && !b.incomplete; });
    return notes;
}

}  // namespace waybill
