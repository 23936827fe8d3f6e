// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/treesearch.h"

#include "core/base/copyshort.h"
#include "core/base/halves.h"

#include <atomic>
#include <chrono>
#include <utility>

namespace waybill {

namespace {

using Clock = std::chrono::steady_clock;
enum : quint8 { NotAsked, No, Yes };

/// Looking at the cancel flag for every node would cost more than the work itself.
constexpr size_t cancelStride = 1024;

}  // namespace

struct TreeSearch::Work {
    const CancelToken &cancel;
    std::vector<quint8> scope;  ///< one byte per node; empty when all are asked
    /// By place of the name; both threads may find the same answer.
    std::vector<std::atomic<quint8>> answers = {};
    std::vector<quint8> matches = {};

    bool wants(size_t node) const { return scope.empty() || scope[node]; }
    bool stops(size_t node) const { return node % cancelStride == 0 && cancel.isCancelled(); }
};

TreeSearch::TreeSearch(const FileTree &tree, const TreeMatcher &matcher, const TreeFilter &filter)
    : m_tree(tree), m_matcher(matcher),
      m_scope(filter.scope.isValid() && filter.scope.value < static_cast<quint32>(tree.size()) ? filter.scope : tree.root())
{
}

std::vector<quint8> TreeSearch::run(const CancelToken &cancel, const Progressed &progressed, int intervalMs) const
{
    constexpr size_t largestBlock = 1 << 17;
    constexpr size_t worthTwoThreads = 1 << 14;
    const auto size = static_cast<size_t>(m_tree.size());
    Work work {cancel, inScope()};
    work.matches.assign(size, 0);
    if (!m_matcher.wantsPath())
        work.answers = std::vector<std::atomic<quint8>>(m_tree.namePoolSize() / FileTree::nameStride + 1);

    const std::chrono::milliseconds pause(intervalMs);
    auto next = Clock::now() + pause;
    // Small blocks first, so that something can be shown early.
    size_t block = 1 << 12;
    for (size_t start = 1; start < size; start += std::exchange(block, std::min(2 * block, largestBlock))) {
        const size_t count = std::min(block, size - start);
        inHalves(count, worthTwoThreads, [&](size_t from, size_t to) {
            if (m_matcher.wantsPath())
                askPaths(start + from, start + to, work);
            else
                askNames(start + from, start + to, work);
        });
        if (cancel.isCancelled())
            break;
        const auto now = Clock::now();
        if (!progressed || now < next)
            continue;
        progressed(work.matches);
        const auto end = Clock::now();
        next = end + std::max<Clock::duration>(pause, 4 * (end - now));
    }
    return std::move(work.matches);
}

void TreeSearch::askNames(size_t from, size_t to, Work &work) const
{
    const auto nodes = m_tree.nodes();
    for (size_t i = from; i < to && !work.stops(i); ++i) {
        if (!work.wants(i))
            continue;
        std::atomic<quint8> &place = work.answers[nodes[i].name / FileTree::nameStride];
        quint8 answer = place.load(std::memory_order_relaxed);
        if (answer == NotAsked) {
            answer = m_matcher.matches(m_tree.name(NodeId(i))) ? Yes : No;
            place.store(answer, std::memory_order_relaxed);
        }
        work.matches[i] = answer == Yes;
    }
}

namespace {

/// Paths that wait for the matcher, one behind the other. They are written some way ahead of it: a processor that reads what
/// it has only just written waits several times as long as the matching takes.
class WaitingPaths
{
public:
    bool hasRoom(size_t bytes) const { return m_waiting.empty() || m_end + bytes <= m_bytes.size(); }

    void add(size_t node, std::string_view folder, std::string_view name)
    {
        const size_t end = m_end + folder.size() + name.size();
        if (end > m_bytes.size())
            m_bytes.resize(end);
        copyShort(m_bytes.data() + m_end, folder.data(), folder.size());
        copyShort(m_bytes.data() + m_end + folder.size(), name.data(), name.size());
        m_waiting.emplace_back(node, end);
        m_end = end;
    }

    void ask(const TreeMatcher &matcher, std::vector<quint8> &matches)
    {
        size_t start = 0;
        for (const auto &[node, end] : m_waiting) {
            matches[node] = matcher.matches({m_bytes.data() + start, end - start});
            start = end;
        }
        m_waiting.clear();
        m_end = 0;
    }

private:
    static constexpr size_t enough = 8 * 1024;
    std::vector<char> m_bytes = std::vector<char>(enough);
    size_t m_end = 0;
    std::vector<std::pair<size_t, size_t>> m_waiting;  ///< node, and the end of its path
};

}  // namespace

/// The children of a folder are neighbours, so its path serves for all of them.
void TreeSearch::askPaths(size_t from, size_t to, Work &work) const
{
    const auto nodes = m_tree.nodes();
    std::string folder;
    quint32 parent = NodeId::none;
    WaitingPaths waiting;
    for (size_t i = from; i < to && !work.stops(i); ++i) {
        if (!work.wants(i))
            continue;
        if (nodes[i].parent != parent) {
            parent = nodes[i].parent;
            folder = m_tree.path(NodeId(parent));
            folder += '/';
            if (folder.size() > 1)
                folder.insert(0, 1, '/');
        }
        const std::string_view name = m_tree.name(NodeId(i));
        if (!waiting.hasRoom(folder.size() + name.size()))
            waiting.ask(m_matcher, work.matches);
        waiting.add(i, folder, name);
    }
    waiting.ask(m_matcher, work.matches);
}

/// Folders come before what they hold, so one pass knows for every node whether it lies below the folder of the search.
std::vector<quint8> TreeSearch::inScope() const
{
    if (m_scope == m_tree.root())
        return {};
    const auto nodes = m_tree.nodes();
    std::vector<quint8> inside(nodes.size(), 0);
    inside[m_scope.value] = 1;
    for (size_t i = m_scope.value + 1; i < nodes.size(); ++i)
        inside[i] = inside[nodes[i].parent];
    inside[m_scope.value] = 0;
    return inside;
}

}  // namespace waybill
