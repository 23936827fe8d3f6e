// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/treesearch.h"

namespace waybill {

namespace {

using Clock = std::chrono::steady_clock;

void appendName(std::string &path, std::string_view name)
{
    path += '/';
    path += name;
}

void appendName(QString &path, std::string_view name)
{
    path += u'/';
    path += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

bool ask(const TreeMatcher &matcher, const std::string &path)
{
    return matcher.matches(path);
}

bool ask(const TreeMatcher &matcher, const QString &path)
{
    return matcher.matchesText(path);
}

}  // namespace

/// Looks at the clock and the cancel flag now and then: asking for every node would cost more than the work itself.
class TreeSearch::Pulse
{
public:
    Pulse(const CancelToken &cancel, const Progressed &progressed, int intervalMs)
        : m_cancel(cancel), m_progressed(progressed), m_pause(intervalMs), m_next(Clock::now() + m_pause)
    {
    }
    /// False: stop.
    bool beat(const std::vector<quint8> &matches)
    {
        constexpr quint32 stride = 0x3ff;
        if ((++m_steps & stride) != 0)
            return true;
        if (m_cancel.isCancelled())
            return false;
        if (!m_progressed)
            return true;
        const auto now = Clock::now();
        if (now < m_next)
            return true;
        m_progressed(matches);
        const auto end = Clock::now();
        m_next = end + std::max<Clock::duration>(m_pause, 4 * (end - now));
        return true;
    }

private:
    const CancelToken &m_cancel;
    const Progressed &m_progressed;
    std::chrono::milliseconds m_pause;
    Clock::time_point m_next;
    quint32 m_steps = 0;
};

TreeSearch::TreeSearch(const FileTree &tree, const TreeMatcher &matcher, const TreeFilter &filter)
    : m_tree(tree), m_matcher(matcher),
      m_scope(filter.scope.isValid() && filter.scope.value < static_cast<quint32>(tree.size()) ? filter.scope : tree.root())
{
}

std::vector<quint8> TreeSearch::run(const CancelToken &cancel, const Progressed &progressed, int intervalMs) const
{
    std::vector<quint8> matches(static_cast<size_t>(m_tree.size()), 0);
    Pulse pulse(cancel, progressed, intervalMs);
    if (!m_matcher.wantsPath())
        byName(matches, pulse);
    else if (m_matcher.wantsText())
        byPath<QString>(matches, pulse);
    else
        byPath<std::string>(matches, pulse);
    return matches;
}

void TreeSearch::byName(std::vector<quint8> &matches, Pulse &pulse) const
{
    enum : quint8 { NotAsked, No, Yes };
    const auto nodes = m_tree.nodes();
    std::vector<quint8> answers(m_tree.namePoolSize(), NotAsked);
    for (size_t i = 1; i < nodes.size(); ++i) {
        if (!pulse.beat(matches))
            return;
        quint8 &answer = answers[nodes[i].name];
        if (answer == NotAsked)
            answer = m_matcher.matches(m_tree.name(NodeId(i))) ? Yes : No;
        matches[i] = answer == Yes;
    }
    dropOutside(matches);
}

/// Folders come before what they hold, so one pass knows for every node whether it lies in the scope.
void TreeSearch::dropOutside(std::vector<quint8> &matches) const
{
    if (m_scope == m_tree.root())
        return;
    const auto nodes = m_tree.nodes();
    std::vector<quint8> inside(nodes.size(), 0);
    inside[m_scope.value] = 1;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (i <= m_scope.value) {
            matches[i] = 0;
            continue;
        }
        inside[i] = inside[nodes[i].parent];
        matches[i] &= inside[i];
    }
}

template <typename Path>
void TreeSearch::byPath(std::vector<quint8> &matches, Pulse &pulse) const
{
    struct Open {
        quint32 next, end;
        size_t length;
    };
    const auto nodes = m_tree.nodes();
    Path path;
    if (m_scope != m_tree.root())
        appendName(path, m_tree.path(m_scope));
    const TreeNode &start = m_tree.node(m_scope);
    std::vector<Open> open {{start.firstChild, start.firstChild + start.childCount, static_cast<size_t>(path.size())}};
    while (!open.empty()) {
        if (!pulse.beat(matches))
            return;
        Open &top = open.back();
        path.resize(static_cast<decltype(path.size())>(top.length));
        if (top.next == top.end) {
            open.pop_back();
            continue;
        }
        const quint32 node = top.next++;
        appendName(path, m_tree.name(NodeId(node)));
        matches[node] = ask(m_matcher, path);
        if (nodes[node].childCount > 0)
            open.push_back(
                {nodes[node].firstChild, nodes[node].firstChild + nodes[node].childCount, static_cast<size_t>(path.size())});
    }
}

}  // namespace waybill
