// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/reducedinventory.h"

namespace waybill {

Inventory reducedInventory(const Inventory &inventory, const NodeMarks &removed)
{
    Inventory reduced = inventory;
    for (Judgement &judgement : reduced.judgements) {
        judgement.liveFiles = judgement.ghostFiles = 0;
        judgement.liveBytes = judgement.ghostBytes = 0;
        judgement.layers.clear();
    }
    for (Component &component : reduced.components) {
        component.files = 0;
        component.bytes = 0;
    }
    std::vector<std::vector<bool>> layers(reduced.judgements.size());
    const std::span<const TreeNode> nodes = inventory.tree->nodes();
    for (size_t i = 0; i < reduced.judgementOf.size(); ++i) {
        quint32 &index = reduced.judgementOf[i];
        if (index == JudgementId::none)
            continue;
        if (i < removed.size() && removed[i]) {
            index = JudgementId::none;
            continue;
        }
        Judgement &judgement = reduced.judgements[index];
        ++(nodes[i].isGhost() ? judgement.ghostFiles : judgement.liveFiles);
        (nodes[i].isGhost() ? judgement.ghostBytes : judgement.liveBytes) += nodes[i].size;
        if (layers[index].size() <= nodes[i].layer)
            layers[index].resize(nodes[i].layer + 1U);
        layers[index][nodes[i].layer] = true;
        if (judgement.component.isValid()) {
            Component &component = reduced.components[judgement.component.value];
            ++component.files;
            component.bytes += nodes[i].size;
        }
    }
    for (size_t j = 0; j < layers.size(); ++j) {
        for (size_t layer = 0; layer < layers[j].size(); ++layer) {
            if (layers[j][layer])
                reduced.judgements[j].layers.push_back(static_cast<quint16>(layer));
        }
    }
    reduced.indexJudgements();
    return reduced;
}

}  // namespace waybill
