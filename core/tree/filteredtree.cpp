// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filteredtree.h"

#include "core/base/halves.h"
#include "core/base/hugepages.h"
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
            partial->finish(cancel);
            request.onPartial(std::move(partial));
        };
    }
    const TreeSearch search(*request.tree, matcher, request.filter);
    result->m_match = search.run(cancel, onPartial, request.partialMs);
    result->finish(cancel);
    return std::shared_ptr<const FilteredTree>(std::move(result));
}

/// What lies in a folder that matches stays, so that the folder can be looked into. One byte per node; empty without a filter.
std::vector<quint8> FilteredTree::withinMatches() const
{
    std::vector<quint8> kept(m_match);
    for (size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i] || !m_tree->isFolder(NodeId(i)))
            continue;
        const TreeNode &folder = m_tree->node(NodeId(i));
        std::fill_n(kept.begin() + folder.firstChild, folder.childCount, quint8(1));
    }
    return kept;
}

/// One thread's look at every node of some words of m_visible, children of one folder after the other. What it finds in the
/// first of these folders is kept apart until settle(): the thread before may be at the same folder.
class FilteredTree::Look
{
public:
    Look(FilteredTree &result, std::span<const quint8> kept, std::vector<quint8> &filled)
        : m_result(result), m_kept(kept), m_filled(filled)
    {
    }

    void words(size_t from, size_t to)
    {
        const size_t size = m_result.m_counted.size();
        for (size_t word = from; word < to; ++word) {
            quint64 bits = 0;
            for (size_t i = word * RankedBits::wordBits; i < std::min(size, (word + 1) * RankedBits::wordBits); ++i)
                bits |= quint64(look(i) ? 1 : 0) << (i % RankedBits::wordBits);
            m_result.m_visible.setWord(word, bits);
        }
        leaveFolder();
    }

    void settle() { put(m_first); }
    const std::vector<quint32> &folders() const { return m_folders; }

private:
    struct Inside {
        quint32 folder = NodeId::none;
        FolderSums sums;
        bool anything = false;
    };

    bool look(size_t i)
    {
        const TreeNode &node = m_result.m_tree->node(NodeId(i));
        const bool counted = (m_kept.empty() || m_kept[i]) && m_result.m_view.shows(node);
        const bool file = node.kind == EntryKind::File;
        m_result.m_counted[i] = counted ? (file ? CountedFile : CountedOther) : NotCounted;
        if (node.isFolder())
            m_folders.push_back(static_cast<quint32>(i));
        if (node.parent != m_inside.folder)
            leaveFolder(node.parent);
        m_inside.anything |= counted;
        if (counted && file)
            m_inside.sums.addFile(node.size, m_result.m_view.isGone(node));
        return counted;
    }

    void leaveFolder(quint32 next = NodeId::none)
    {
        if (m_first.folder == NodeId::none)
            m_first = m_inside;
        else
            put(m_inside);
        m_inside = {next, {}, false};
    }

    void put(const Inside &inside)
    {
        if (inside.folder == NodeId::none)
            return;
        const quint32 ordinal = m_result.m_tree->folderOrdinal(NodeId(inside.folder));
        m_result.m_sums[ordinal] += inside.sums;
        m_filled[ordinal] |= inside.anything;
    }

    FilteredTree &m_result;
    std::span<const quint8> m_kept;
    std::vector<quint8> &m_filled;  ///< by FileTree::folderOrdinal: 1 when something visible lies inside
    std::vector<quint32> m_folders;
    Inside m_first;
    Inside m_inside;
};

void FilteredTree::finish(const CancelToken &cancel)
{
    const auto size = static_cast<size_t>(m_tree->size());
    const std::vector<quint8> kept = withinMatches();
    std::vector<quint8> filled(m_tree->folderCount());
    reserveHuge(m_counted, size);
    m_counted.resize(size);
    m_sums.assign(m_tree->folderCount(), {});
    m_visible.reset(size);
    std::array<Look, 2> looks {Look {*this, kept, filled}, Look {*this, kept, filled}};
    if (!cancel.isCancelled()) {
        inHalves(m_visible.wordCount(), worthTwoThreads / RankedBits::wordBits,
                 [&](size_t from, size_t to) { looks[from == 0 ? 0 : 1].words(from, to); });
    }
    std::vector<quint32> folders = looks[0].folders();
    folders.insert(folders.end(), looks[1].folders().begin(), looks[1].folders().end());
    for (Look &look : looks)
        look.settle();
    addUp(filled, folders);
    m_visible.index();
    list();
    countMatches();
}

/// From the end: what lies in a folder lies behind it, so each is complete when its turn comes.
void FilteredTree::addUp(std::vector<quint8> &filled, std::span<const quint32> folders)
{
    for (size_t ordinal = folders.size(); ordinal-- > 1;) {
        const quint32 above = m_tree->folderOrdinal(NodeId(m_tree->node(NodeId(folders[ordinal])).parent));
        m_sums[above] += m_sums[ordinal];
        if (filled[ordinal])
            m_visible.insert(folders[ordinal]);
        filled[above] |= m_visible.contains(folders[ordinal]);
    }
    m_visible.remove(0);  // the root is the invisible parent of the top rows
}

void FilteredTree::list()
{
    reserveHuge(m_shown, m_visible.count());
    m_shown.resize(m_visible.count());
    m_row = {};
    inHalves(m_visible.wordCount(), worthTwoThreads / RankedBits::wordBits, [this](size_t from, size_t to) {
        quint32 *next = m_shown.data() + m_visible.rank(from * RankedBits::wordBits);
        m_visible.forEach(from, to, [&next](size_t node) { *next++ = static_cast<quint32>(node); });
    });
}

void FilteredTree::countMatches()
{
    m_matchCount = 0;
    for (size_t i = 0; i < m_match.size(); ++i) {
        m_match[i] &= quint8(m_visible.contains(i) ? 1 : 0);
        m_matchCount += m_match[i];
    }
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
    const auto notBelow = [](const KeyedRow &a, const KeyedRow &b) { return a.key <= b.key; };
    if (std::adjacent_find(rows.begin(), rows.end(), notBelow) == rows.end()) {
        std::reverse(rows.begin(), rows.end());
        return;
    }
    quint64 differing = 0;
    for (const KeyedRow &row : rows)
        differing |= row.key ^ rows.front().key;
    if (spare.capacity() < rows.size())
        reserveHuge(spare, rows.capacity());
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
    reserveHuge(result->m_row, nodes.size());
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
        const auto first = result->m_shown.begin() + m_visible.rank(begin);
        rows.clear();
        if (rows.capacity() < static_cast<size_t>(count))
            reserveHuge(rows, static_cast<size_t>(count));
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
