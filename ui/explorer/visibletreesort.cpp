// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/halves.h"
#include "core/base/hugepages.h"
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

qint64 VisibleTree::sortKey(TreeColumn column, NodeId id, std::span<const qint64> byJudgement) const
{
    const TreeNode &node = tree().node(id);
    const auto judgement = id.value < m_inventory->judgementOf.size() ? m_inventory->judgementOf[id.value] : JudgementId::none;
    const bool file = node.kind == EntryKind::File;
    switch (column) {
    case TreeColumn::Name:
        return id.value;
    case TreeColumn::Class:
        if (node.isFolder()) {
            const auto worst = m_classes->totals(id).worst();
            return worst ? licenceClassRank(*worst) : -1;
        }
        return file ? licenceClassRank(licenceClassOf(*m_inventory, id)) : -1;
    case TreeColumn::Licence:
    case TreeColumn::Component:
    case TreeColumn::Risk:
    case TreeColumn::Basis:
        if (column == TreeColumn::Risk && node.isFolder())
            return riskKey(m_folderRisks[tree().folderOrdinal(id)]);
        if (column == TreeColumn::Risk && file && judgement >= byJudgement.size())
            return riskKey(static_cast<quint8>(RiskLevel::NotAssessed));
        return judgement < byJudgement.size() ? byJudgement[judgement] : -1;
    case TreeColumn::Size: {
        const FolderSums below = node.isFolder() ? sums(id) : FolderSums {};
        return node.isFolder() ? below.liveBytes + below.ghostBytes : node.size;
    }
    case TreeColumn::Status:
        return node.isGhost() ? node.hiddenBy : -1;
    case TreeColumn::Layer:
        return node.layer;
    case TreeColumn::Type:
        return node.isFolder() ? -1 : static_cast<int>(node.kind);
    case TreeColumn::Mode:
        return node.mode;
    case TreeColumn::Ghosts:
        return node.isFolder() ? sums(id).ghostBytes : view().isGone(node) ? node.size : -1;
    case TreeColumn::Files:
        return node.isFolder() ? qint64(sums(id).liveFiles) + sums(id).ghostFiles : -1;
    }
    return -1;
}

void VisibleTree::fillKeys(const TreeOrder &order, std::span<const qint64> byJudgement, std::span<qint64> keys) const
{
    const auto shown = m_rows->shown();
    const auto column = static_cast<TreeColumn>(order.column);
    const qint64 flip = order.order == Qt::DescendingOrder ? ~qint64(0) : 0;
    // Folders stay in front of files whichever way names run.
    const qint64 behind = column == TreeColumn::Name ? qint64(1) << 40 : 0;
    const auto fill = [&](size_t from, size_t to) {
        for (size_t i = from; i < to; ++i) {
            const NodeId id(shown[i]);
            keys[id.value] = (sortKey(column, id, byJudgement) ^ flip) + (behind == 0 || tree().isFolder(id) ? 0 : behind);
        }
    };
    constexpr size_t worthTwoThreads = 200'000;
    inHalves(shown.size(), worthTwoThreads, fill);
}

/// One number per node, to be sorted upwards.
std::vector<qint64> VisibleTree::sortKeys(const Request &request) const
{
    const auto column = static_cast<TreeColumn>(request.order.column);
    const Inventory &inventory = *m_inventory;
    std::vector<qint64> byJudgement;
    if (column == TreeColumn::Licence)
        byJudgement = textRanks(inventory, [](const Judgement &j) { return j.expression; });
    if (column == TreeColumn::Component) {
        byJudgement = textRanks(inventory, [&](const Judgement &j) {
            const Component *component = inventory.component(j);
            return component ? component->name : QString();
        });
    }
    for (size_t i = 0; column == TreeColumn::Risk && i < inventory.judgements.size(); ++i)
        byJudgement.push_back(riskKey(static_cast<quint8>(request.risks.of(static_cast<quint32>(i)))));
    for (size_t i = 0; column == TreeColumn::Basis && i < inventory.judgements.size(); ++i)
        byJudgement.push_back(static_cast<int>(inventory.judgements[i].basis));

    std::vector<qint64> keys;
    reserveHuge(keys, static_cast<size_t>(tree().size()));
    keys.resize(static_cast<size_t>(tree().size()), -1);
    fillKeys(request.order, byJudgement, keys);
    return keys;
}

}  // namespace waybill
