// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventory.h"

#include <algorithm>
#include <array>

namespace waybill {

QLatin1String basisId(Basis basis)
{
    static constexpr std::array names {"file-text", "vendor-rule", "component", "nearest-text",
                                       "generated", "own-assumed", "none",      "own-stated"};
    return QLatin1String(names.at(static_cast<size_t>(basis)));
}

const BinaryFile *Inventory::binary(NodeId node) const
{
    const auto found = std::lower_bound(binaries.begin(), binaries.end(), node,
                                        [](const BinaryFile &file, NodeId id) { return file.node < id; });
    return found != binaries.end() && found->node == node ? &*found : nullptr;
}

bool Inventory::isComplete() const
{
    return !partial && readings.size() == image.layers.size()
        && std::all_of(readings.begin(), readings.end(), [](const LayerReading &reading) { return reading.complete; });
}

void Inventory::indexJudgements()
{
    nodeOffsets.assign(judgements.size() + 1, 0);
    for (const quint32 index : judgementOf) {
        if (index != JudgementId::none)
            ++nodeOffsets[index + 1];
    }
    for (size_t i = 1; i < nodeOffsets.size(); ++i)
        nodeOffsets[i] += nodeOffsets[i - 1];
    judgedNodes.resize(nodeOffsets.back());
    std::vector<quint32> next(nodeOffsets.begin(), nodeOffsets.end() - 1);
    for (size_t i = 0; i < judgementOf.size(); ++i) {
        if (judgementOf[i] != JudgementId::none)
            judgedNodes[next[judgementOf[i]]++] = static_cast<quint32>(i);
    }
}

std::vector<NodeId> Inventory::nodesOf(JudgementId id) const
{
    std::vector<NodeId> nodes;
    if (static_cast<size_t>(id.value) + 1 >= nodeOffsets.size())
        return nodes;
    nodes.reserve(nodeOffsets[id.value + 1] - nodeOffsets[id.value]);
    for (quint32 i = nodeOffsets[id.value]; i < nodeOffsets[id.value + 1]; ++i)
        nodes.emplace_back(judgedNodes[i]);
    return nodes;
}

}  // namespace waybill
