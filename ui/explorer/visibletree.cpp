// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/visibletree.h"

#include <thread>

namespace waybill {

Result<std::shared_ptr<const VisibleTree>> VisibleTree::build(const Request &request, const CancelToken &cancel)
{
    if (request.previous && request.previous->hasRowsOf(request))
        return make(request, request.previous->m_rows, request.previous->m_classes, cancel);
    FilteredTree::Request wanted {request.inventory->tree, request.view, request.filter, {}, request.partialMs};
    if (request.onPartial) {
        wanted.onPartial = [&](std::shared_ptr<const FilteredTree> rows) {
            request.onPartial(make(request, std::move(rows), nullptr, cancel));
        };
    }
    auto rows = FilteredTree::build(wanted, cancel);
    if (!rows)
        return fail(std::move(rows).error());
    return make(request, std::move(*rows), nullptr, cancel);
}

bool VisibleTree::hasRowsOf(const Request &request) const
{
    return m_inventory == request.inventory && view() == request.view && filter() == request.filter && !isPartial();
}

std::shared_ptr<const VisibleTree> VisibleTree::make(const Request &request, std::shared_ptr<const FilteredTree> rows,
                                                     Classes known, const CancelToken &cancel)
{
    auto result = std::make_shared<VisibleTree>();
    result->m_inventory = request.inventory;
    result->m_rows = std::move(rows);
    result->m_risks = request.risks;
    // Two sums over all nodes that do not need each other.
    result->m_classes = std::move(known);
    std::thread counting([&] {
        if (!result->m_classes)
            result->m_classes = std::make_shared<FolderClasses>(*request.inventory, result->m_rows->counted());
    });
    result->m_folderRisks = result->folderRisks(request.risks);
    counting.join();
    // Names ascending is the order of the tree itself.
    const bool byTree = request.order.column < 0
        || (request.order.column == int(TreeColumn::Name) && request.order.order == Qt::AscendingOrder);
    const std::vector<qint64> keys = byTree ? std::vector<qint64>() : result->sortKeys(request);
    // Rows that were looked for just now lie in that order already; those of the previous tree may not.
    if (byTree && !(request.previous && request.previous->m_rows == result->m_rows))
        return result;
    if (auto ordered = result->m_rows->ordered(keys, cancel))
        result->m_rows = std::move(ordered);
    return result;
}

std::vector<quint8> VisibleTree::folderRisks(const RiskMap &risks) const
{
    const FileTree &files = tree();
    const auto nodes = files.nodes();
    const std::span<const quint8> counted = m_rows->counted();
    std::vector<quint8> worst(files.folderCount(), noRisk);
    const auto rise = [](quint8 &above, quint8 level) {
        if (level != noRisk && level != above)
            above = above == noRisk
                ? level
                : static_cast<quint8>(worseShown(static_cast<RiskLevel>(above), static_cast<RiskLevel>(level)));
    };
    // What lies in a folder lies behind it, so from the end each subfolder is complete when its turn comes.
    size_t folder = files.folderCount();
    for (size_t i = nodes.size(); i-- > 0;) {
        if (!files.isFolder(NodeId(i)))
            continue;
        quint8 &above = worst[--folder];
        for (quint32 child = nodes[i].firstChild; child < nodes[i].firstChild + nodes[i].childCount; ++child) {
            if (counted[child] == FilteredTree::CountedFile)
                rise(above, static_cast<quint8>(risks.ofFile(*m_inventory, NodeId(child))));
            else if (files.isFolder(NodeId(child)))
                rise(above, worst[files.folderOrdinal(NodeId(child))]);
        }
    }
    return worst;
}

}  // namespace waybill
