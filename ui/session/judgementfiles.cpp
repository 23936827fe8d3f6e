// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/judgementfiles.h"

namespace waybill {

JudgementFiles::JudgementFiles(const Inventory &inventory) : m_offsets(inventory.judgements.size() + 1, 0)
{
    const size_t judgements = inventory.judgements.size();
    for (const quint32 judgement : inventory.judgementOf) {
        if (judgement < judgements)
            ++m_offsets[judgement + 1];
    }
    for (size_t i = 1; i < m_offsets.size(); ++i)
        m_offsets[i] += m_offsets[i - 1];
    m_nodes.resize(m_offsets.back());
    std::vector<quint32> next(m_offsets.begin(), m_offsets.end() - 1);
    for (size_t node = 0; node < inventory.judgementOf.size(); ++node) {
        const quint32 judgement = inventory.judgementOf[node];
        if (judgement < judgements)
            m_nodes[next[judgement]++] = NodeId(node);
    }
}

std::span<const NodeId> JudgementFiles::of(JudgementId judgement) const
{
    if (!judgement.isValid() || judgement.value + 1 >= m_offsets.size())
        return {};
    const quint32 from = m_offsets[judgement.value];
    return std::span(m_nodes).subspan(from, m_offsets[judgement.value + 1] - from);
}

std::vector<NodeId> JudgementFiles::of(const Finding &finding, const FileTree &tree, size_t limit) const
{
    std::vector<NodeId> files;
    for (const bool ghosts : {false, true}) {
        for (const JudgementId judgement : finding.judgements) {
            for (const NodeId node : of(judgement)) {
                if (files.size() >= limit)
                    return files;
                if (tree.node(node).isGhost() == ghosts)
                    files.push_back(node);
            }
        }
    }
    return files;
}

NodeId JudgementFiles::first(const Finding &finding, const FileTree &tree) const
{
    const std::vector<NodeId> files = of(finding, tree, 1);
    return files.empty() ? NodeId() : files.front();
}

}  // namespace waybill
