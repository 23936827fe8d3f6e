// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filteredtree.h"

#include "core/base/halves.h"
#include "core/tree/treesearch.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr size_t worthTwoThreads = 100'000;

}  // namespace

Result<std::shared_ptr<const FilteredTree>> FilteredTree::build(const Request &request, const CancelToken &cancel)
{
    auto result = std::make_shared<FilteredTree>();
    result->m_tree = request.tree;
    result->m_view = request.view;
    result->m_filter = request.filter;
    const auto nodes = request.tree->nodes();
    result->m_counted.resize(nodes.size());
    inHalves(nodes.size(), worthTwoThreads, [&](size_t from, size_t to) {
        for (size_t i = from; i < to; ++i)
            result->m_counted[i] = request.view.shows(nodes[i]);
    });
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

/// One pass from the end: children lie behind their parent, so each folder is complete when its turn comes.
void FilteredTree::finish(const CancelToken &cancel)
{
    const auto nodes = m_tree->nodes();
    std::vector<quint8> visible(m_counted);
    if (cancel.isCancelled())
        std::fill(visible.begin(), visible.end(), quint8(0));
    m_sums.assign(m_tree->folderCount(), {});
    size_t folder = m_tree->folderCount();
    quint32 parent = NodeId::none;
    quint32 above = 0;
    for (size_t i = nodes.size(); i-- > 1;) {
        const TreeNode &node = nodes[i];
        if (node.parent != parent) {
            parent = node.parent;
            above = m_tree->folderOrdinal(NodeId(parent));
        }
        visible[parent] |= visible[i];
        if (node.isFolder())
            m_sums[above] += m_sums[--folder];
        else if (m_counted[i] && node.kind == EntryKind::File)
            m_sums[above].addFile(node.size, m_view.isGone(node));
    }
    visible[0] = 0;  // the root is the invisible parent of the top rows
    index(visible);
    m_matchCount = 0;
    for (size_t i = 0; i < m_match.size(); ++i) {
        m_match[i] &= visible[i];
        m_matchCount += m_match[i];
    }
}

void FilteredTree::index(std::span<const quint8> visible)
{
    m_rank.resize(visible.size() + 1);
    m_shown.resize(static_cast<size_t>(std::count(visible.begin(), visible.end(), quint8(1))));
    m_row = {};
    quint32 rank = 0;
    for (size_t i = 0; i < visible.size(); ++i) {
        m_rank[i] = rank;
        if (visible[i])
            m_shown[rank++] = static_cast<quint32>(i);
    }
    m_rank[visible.size()] = rank;
}

FolderSums FilteredTree::sums(NodeId folder) const
{
    const quint32 ordinal = m_tree->folderOrdinal(folder);
    return ordinal < m_sums.size() ? m_sums[ordinal] : FolderSums {};
}

namespace {

struct KeyedRow {
    quint64 key;
    quint32 node;
};

/// Sorts by key and keeps the order of equal ones: by one byte of the key after the other, the least first, without those
/// that are the same in all rows.
void sortByBytes(std::vector<KeyedRow> &rows, std::vector<KeyedRow> &spare)
{
    quint64 differing = 0;
    for (const KeyedRow &row : rows)
        differing |= row.key ^ rows.front().key;
    spare.resize(rows.size());
    for (int shift = 0; shift < 64; shift += 8) {
        if ((differing >> shift & 0xff) == 0)
            continue;
        std::array<quint32, 257> place {};
        for (const KeyedRow &row : rows)
            ++place[(row.key >> shift & 0xff) + 1];
        for (size_t i = 1; i < place.size(); ++i)
            place[i] += place[i - 1];
        for (const KeyedRow &row : rows)
            spare[place[row.key >> shift & 0xff]++] = row;
        rows.swap(spare);
    }
}

/// `rows` are in the order of the tree.
void sortRows(std::vector<KeyedRow> &rows, std::vector<KeyedRow> &spare)
{
    constexpr size_t worthBytes = 4096;
    const auto byKey = [](const KeyedRow &a, const KeyedRow &b) { return a.key != b.key ? a.key < b.key : a.node < b.node; };
    if (rows.size() < worthBytes)
        std::sort(rows.begin(), rows.end(), byKey);
    else
        sortByBytes(rows, spare);
}

/// The same order as of the signed keys.
quint64 unsignedKey(qint64 key)
{
    return static_cast<quint64>(key) ^ (quint64(1) << 63);
}

}  // namespace

std::shared_ptr<const FilteredTree> FilteredTree::ordered(std::span<const qint64> keys, const CancelToken &cancel) const
{
    auto result = std::make_shared<FilteredTree>(*this);
    const auto nodes = m_tree->nodes();
    result->m_row.assign(nodes.size(), 0);
    std::vector<KeyedRow> rows;
    std::vector<KeyedRow> spare;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if ((i & 0xfff) == 0 && cancel.isCancelled())
            return nullptr;
        const int count = m_tree->isFolder(NodeId(i)) ? childCount(NodeId(i)) : 0;
        if (count < 2)
            continue;
        // By number and not in today's order, for equal keys keep the order of the tree.
        const quint32 begin = nodes[i].firstChild;
        const auto first = result->m_shown.begin() + m_rank[begin];
        rows.clear();
        for (quint32 node = begin; node < begin + nodes[i].childCount; ++node) {
            if (isVisible(NodeId(node)))
                rows.push_back({node < keys.size() ? unsignedKey(keys[node]) : 0, node});
        }
        sortRows(rows, spare);
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
