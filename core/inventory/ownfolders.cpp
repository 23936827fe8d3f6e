// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/ownfolders.h"

#include <algorithm>

namespace waybill {

namespace {

bool isGuess(const Judgement &judgement)
{
    return !judgement.component.isValid()
        && (judgement.basis == Basis::None || judgement.basis == Basis::NearestText || judgement.basis == Basis::OwnAssumed);
}

std::string cleaned(const QString &folder)
{
    std::string path = folder.trimmed().toStdString();
    path.erase(0, std::min(path.find_first_not_of('/'), path.size()));
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    return path;
}

/// Nodes below the named folders; children stand behind their parents, so one pass suffices.
std::vector<bool> nodesBelow(const FileTree &tree, const QStringList &folders)
{
    const std::span<const TreeNode> nodes = tree.nodes();
    std::vector<bool> inside(nodes.size());
    for (const QString &folder : folders) {
        const std::string path = cleaned(folder);
        if (path.empty()) {
            if (!folder.trimmed().isEmpty() && !inside.empty())
                inside.front() = true;
            continue;
        }
        for (const NodeId node : tree.findAll(path))
            inside[node.value] = true;
    }
    for (size_t i = 1; i < nodes.size(); ++i)
        inside[i] = inside[i] || inside[nodes[i].parent];
    return inside;
}

void take(Judgement &judgement, const TreeNode &node, bool back)
{
    const int sign = back ? -1 : 1;
    if (node.isGhost()) {
        judgement.ghostFiles += static_cast<quint32>(sign);
        judgement.ghostBytes += sign * node.size;
    } else {
        judgement.liveFiles += static_cast<quint32>(sign);
        judgement.liveBytes += sign * node.size;
    }
}

void resetLayers(Inventory &inventory, const std::vector<bool> &touched)
{
    std::vector<std::vector<bool>> seen(inventory.judgements.size());
    const std::span<const TreeNode> nodes = inventory.tree->nodes();
    for (size_t i = 0; i < inventory.judgementOf.size(); ++i) {
        const quint32 index = inventory.judgementOf[i];
        if (index == JudgementId::none || !touched[index])
            continue;
        seen[index].resize(std::max<size_t>(seen[index].size(), nodes[i].layer + 1U));
        seen[index][nodes[i].layer] = true;
    }
    for (size_t index = 0; index < seen.size(); ++index) {
        if (!touched[index])
            continue;
        inventory.judgements[index].layers.clear();
        for (size_t layer = 0; layer < seen[index].size(); ++layer) {
            if (seen[index][layer])
                inventory.judgements[index].layers.push_back(static_cast<quint16>(layer));
        }
    }
}

}  // namespace

std::shared_ptr<const Inventory> withOwnFolders(std::shared_ptr<const Inventory> inventory, const QStringList &folders)
{
    if (!inventory || !inventory->tree || folders.isEmpty())
        return inventory;
    const std::vector<bool> inside = nodesBelow(*inventory->tree, folders);
    const auto moves = [&](size_t i) {
        const quint32 index = inventory->judgementOf[i];
        return inside[i] && index != JudgementId::none && isGuess(inventory->judgements[index]);
    };
    const size_t count = std::min(inside.size(), inventory->judgementOf.size());
    size_t first = 0;
    while (first < count && !moves(first))
        ++first;
    if (first == count)
        return inventory;
    auto result = std::make_shared<Inventory>(*inventory);
    const auto own = static_cast<quint32>(result->judgements.size());
    Judgement stated;
    stated.basis = Basis::OwnStated;
    result->judgements.push_back(stated);
    std::vector<bool> touched(result->judgements.size());
    touched[own] = true;
    for (size_t i = first; i < count; ++i) {
        if (!moves(i))
            continue;
        const quint32 before = result->judgementOf[i];
        const TreeNode &node = result->tree->node(NodeId(i));
        take(result->judgements[before], node, true);
        take(result->judgements[own], node, false);
        touched[before] = true;
        result->judgementOf[i] = own;
    }
    resetLayers(*result, touched);
    result->indexJudgements();
    return result;
}

}  // namespace waybill
