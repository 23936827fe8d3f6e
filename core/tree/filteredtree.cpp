// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filteredtree.h"

#include "core/tree/treesearch.h"

#include <algorithm>
#include <thread>

namespace waybill {

Result<std::shared_ptr<const FilteredTree>> FilteredTree::build(const Request &request, const CancelToken &cancel)
{
    auto result = std::make_shared<FilteredTree>();
    result->m_tree = request.tree;
    result->m_view = request.view;
    result->m_filter = request.filter;
    const auto nodes = request.tree->nodes();
    result->m_counted.resize(nodes.size());
    for (size_t i = 0; i < nodes.size(); ++i)
        result->m_counted[i] = request.view.shows(nodes[i]);
    if (request.filter.isEmpty()) {
        result->finish(cancel);
        return std::shared_ptr<const FilteredTree>(std::move(result));
    }

    const TreeMatcher matcher(request.filter);
    if (!matcher.error().isEmpty())
        return fail(ErrorKind::Usage, request.filter.text, matcher.error());
    TreeSearch::Progressed onPartial;
    if (request.onPartial) {
        onPartial = [&](const std::vector<quint8> &matches) {
            auto partial = std::make_shared<FilteredTree>(*result);
            partial->m_match = matches;
            partial->m_partial = true;
            partial->keepWithinMatches();
            partial->finish(cancel);
            request.onPartial(std::move(partial));
        };
    }
    const TreeSearch search(*request.tree, matcher, request.filter);
    result->m_match = search.run(cancel, onPartial, request.partialMs);
    result->keepWithinMatches();
    result->finish(cancel);
    return std::shared_ptr<const FilteredTree>(std::move(result));
}

/// What lies in a folder that matches stays, so that the folder can be looked into.
void FilteredTree::keepWithinMatches()
{
    const auto nodes = m_tree->nodes();
    std::vector<quint8> kept(m_match);
    for (size_t i = 1; i < nodes.size(); ++i) {
        kept[i] |= kept[nodes[i].parent];
        m_counted[i] &= kept[i];
    }
}

void FilteredTree::finish(const CancelToken &cancel)
{
    const auto nodes = m_tree->nodes();
    std::vector<quint8> visible(m_counted);
    if (cancel.isCancelled())
        std::fill(visible.begin(), visible.end(), quint8(0));
    for (size_t i = nodes.size(); i-- > 1;)
        visible[nodes[i].parent] |= visible[i];
    visible[0] = 0;  // the root is the invisible parent of the top rows
    index(visible);
    computeSums();
    m_matchCount = 0;
    for (size_t i = 0; i < m_match.size(); ++i) {
        m_match[i] &= visible[i];
        m_matchCount += m_match[i];
    }
}

void FilteredTree::index(std::span<const quint8> visible)
{
    const auto nodes = m_tree->nodes();
    m_rank.resize(visible.size() + 1);
    m_row.assign(visible.size(), 0);
    m_shown.clear();
    m_shown.reserve(static_cast<size_t>(std::count(visible.begin(), visible.end(), quint8(1))));
    quint32 rank = 0;
    quint32 parent = NodeId::none;
    quint32 before = 0;
    for (size_t i = 0; i < visible.size(); ++i) {
        m_rank[i] = rank;
        if (!visible[i])
            continue;
        if (nodes[i].parent != parent) {
            parent = nodes[i].parent;
            before = rank;
        }
        m_row[i] = rank - before;
        m_shown.push_back(static_cast<quint32>(i));
        ++rank;
    }
    m_rank[visible.size()] = rank;
}

void FilteredTree::computeSums()
{
    const auto nodes = m_tree->nodes();
    m_sums.assign(m_tree->folderCount(), {});
    for (size_t i = nodes.size(); i-- > 1;) {
        const TreeNode &node = nodes[i];
        if (node.isFolder())
            m_sums[m_tree->folderOrdinal(NodeId(node.parent))] += m_sums[m_tree->folderOrdinal(NodeId(i))];
        else if (m_counted[i] && node.kind == EntryKind::File)
            m_sums[m_tree->folderOrdinal(NodeId(node.parent))].addFile(node.size, m_view.isGone(node));
    }
}

FolderSums FilteredTree::sums(NodeId folder) const
{
    const quint32 ordinal = m_tree->folderOrdinal(folder);
    return ordinal < m_sums.size() ? m_sums[ordinal] : FolderSums {};
}

namespace {

struct KeyedRow {
    qint64 key;
    quint32 node;
    bool operator<(const KeyedRow &other) const { return key != other.key ? key < other.key : node < other.node; }
};

void sortRows(std::vector<KeyedRow> &rows)
{
    constexpr size_t worthTwoThreads = 100'000;
    if (rows.size() < worthTwoThreads) {
        std::sort(rows.begin(), rows.end());
        return;
    }
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    std::thread half([&] { std::sort(rows.begin(), middle); });
    std::sort(middle, rows.end());
    half.join();
    std::inplace_merge(rows.begin(), middle, rows.end());
}

}  // namespace

std::shared_ptr<const FilteredTree> FilteredTree::ordered(std::span<const qint64> keys, const CancelToken &cancel) const
{
    auto result = std::make_shared<FilteredTree>(*this);
    const auto nodes = m_tree->nodes();
    std::vector<KeyedRow> rows;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if ((i & 0xfff) == 0 && cancel.isCancelled())
            return nullptr;
        const int count = nodes[i].isFolder() ? childCount(NodeId(i)) : 0;
        if (count < 2)
            continue;
        const auto first = result->m_shown.begin() + m_rank[nodes[i].firstChild];
        rows.clear();
        for (auto at = first; at != first + count; ++at)
            rows.push_back({*at < keys.size() ? keys[*at] : 0, *at});
        sortRows(rows);
        for (int row = 0; row < count; ++row) {
            first[row] = rows[static_cast<size_t>(row)].node;
            result->m_row[first[row]] = static_cast<quint32>(row);
        }
    }
    return result;
}

NodeId FilteredTree::after(NodeId node) const
{
    if (childCount(node) > 0)
        return child(node, 0);
    while (node != m_tree->root()) {
        const NodeId parent(m_tree->node(node).parent);
        if (row(node) + 1 < childCount(parent))
            return child(parent, row(node) + 1);
        node = parent;
    }
    return m_tree->root();
}

NodeId FilteredTree::before(NodeId node) const
{
    NodeId result = m_tree->root();
    if (node != m_tree->root()) {
        const NodeId parent(m_tree->node(node).parent);
        if (row(node) == 0)
            return parent;
        result = child(parent, row(node) - 1);
    }
    while (childCount(result) > 0)
        result = child(result, childCount(result) - 1);
    return result;
}

NodeId FilteredTree::nextMatch(NodeId from, bool forward) const
{
    if (m_matchCount == 0)
        return {};
    NodeId node = from.isValid() && isVisible(from) ? from : m_tree->root();
    do {
        node = forward ? after(node) : before(node);
    } while (!isMatch(node));
    return node;
}

}  // namespace waybill
