// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/visibletree.h"

#include <algorithm>
#include <numeric>

namespace waybill {

namespace {

/// Place of each judgement when its text is sorted, so that rows compare numbers.
template <typename Text>
std::vector<qint64> textRanks(const Inventory &inventory, Text text)
{
    std::vector<QString> words(inventory.judgements.size());
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = text(inventory.judgements[i]);
    std::vector<size_t> order(words.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return words[a].compare(words[b], Qt::CaseInsensitive) < 0; });
    std::vector<qint64> ranks(words.size());
    for (size_t place = 0; place < order.size(); ++place) {
        const bool same = place > 0 && words[order[place]].compare(words[order[place - 1]], Qt::CaseInsensitive) == 0;
        ranks[order[place]] = same ? ranks[order[place - 1]] : static_cast<qint64>(place);
    }
    return ranks;
}

qint64 riskKey(quint8 level)
{
    if (level == VisibleTree::noRisk)
        return -1;
    // Twice the level leaves room for "not assessed" right above safe.
    return level == static_cast<quint8>(RiskLevel::NotAssessed) ? 1 : level * 2;
}

}  // namespace

std::vector<qint64> VisibleTree::sortKeys(const Request &request) const
{
    const auto column = static_cast<TreeColumn>(request.order.column);
    std::vector<qint64> byJudgement;
    if (column == TreeColumn::Licence)
        byJudgement = textRanks(*m_inventory, [](const Judgement &j) { return j.expression; });
    if (column == TreeColumn::Component) {
        byJudgement = textRanks(*m_inventory, [this](const Judgement &j) {
            const Component *component = m_inventory->component(j);
            return component ? component->name : QString();
        });
    }
    const std::vector<quint8> risks = column == TreeColumn::Risk ? folderRisks(request.risks) : std::vector<quint8>();

    std::vector<qint64> keys(m_rank.size() - 1, -1);
    for (const quint32 id : m_shown) {
        const TreeNode &node = tree().node(NodeId(id));
        const auto judgement = id < m_inventory->judgementOf.size() ? m_inventory->judgementOf[id] : JudgementId::none;
        switch (column) {
        case TreeColumn::Name:
            keys[id] = id;
            break;
        case TreeColumn::Class:
            if (node.isFolder())
                keys[id] = m_classes.totals(NodeId(id)).worst() ? licenceClassRank(*m_classes.totals(NodeId(id)).worst()) : -1;
            else if (node.kind == EntryKind::File)
                keys[id] = licenceClassRank(licenceClassOf(*m_inventory, NodeId(id)));
            break;
        case TreeColumn::Licence:
        case TreeColumn::Component:
            keys[id] = judgement < byJudgement.size() ? byJudgement[judgement] : -1;
            break;
        case TreeColumn::Risk:
            keys[id] = riskKey(risks[id]);
            break;
        case TreeColumn::Size:
            keys[id] = node.isFolder() ? m_classes.totals(NodeId(id)).allBytes() : node.size;
            break;
        case TreeColumn::Status:
            keys[id] = node.isGhost() ? node.hiddenBy : -1;
            break;
        case TreeColumn::Layer:
            keys[id] = node.layer;
            break;
        }
    }
    return keys;
}

void VisibleTree::sort(const Request &request, const CancelToken &cancel)
{
    const bool descending = request.order.order == Qt::DescendingOrder;
    const auto column = static_cast<TreeColumn>(request.order.column);
    if (request.order.column < 0 || (column == TreeColumn::Name && !descending) || m_shown.empty())
        return;
    const std::vector<qint64> keys = sortKeys(request);
    const auto nodes = tree().nodes();
    const auto less = [&](quint32 a, quint32 b) {
        if (column == TreeColumn::Name && nodes[a].isFolder() != nodes[b].isFolder())
            return nodes[a].isFolder();
        return descending ? keys[a] > keys[b] : keys[a] < keys[b];
    };
    for (size_t i = 0; i < nodes.size(); ++i) {
        if ((i & 0xfff) == 0 && cancel.isCancelled())
            return;
        const int count = nodes[i].isFolder() ? childCount(NodeId(i)) : 0;
        if (count < 2)
            continue;
        const auto first = m_shown.begin() + m_rank[nodes[i].firstChild];
        std::stable_sort(first, first + count, less);
        for (int row = 0; row < count; ++row)
            m_row[first[row]] = static_cast<quint32>(row);
    }
}

}  // namespace waybill
