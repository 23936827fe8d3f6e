// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/visibletree.h"

#include "ui/explorer/treematcher.h"

#include <algorithm>

namespace waybill {

namespace {

/// Asking the flag for every node would cost more than the work itself.
bool stopAt(size_t i, const CancelToken &cancel)
{
    return (i & 0xffff) == 0 && cancel.isCancelled();
}

}  // namespace

Result<std::shared_ptr<const VisibleTree>> VisibleTree::build(const Request &request, const CancelToken &cancel)
{
    auto result = std::make_shared<VisibleTree>();
    result->m_inventory = request.inventory;
    result->m_view = request.view;
    result->m_filter = request.filter;
    const auto nodes = result->tree().nodes();
    std::vector<quint8> own(nodes.size(), 0);
    for (size_t i = 0; i < nodes.size(); ++i)
        own[i] = result->passesView(nodes[i]);

    if (!request.filter.isEmpty()) {
        const TreeMatcher matcher(request.filter);
        if (!matcher.error().isEmpty())
            return fail(ErrorKind::Usage, request.filter.text, matcher.error());
        result->markMatches(cancel, matcher);
        // What lies in a folder that matches stays, so that the folder can be looked into.
        std::vector<quint8> kept(result->m_match);
        for (size_t i = 1; i < nodes.size(); ++i) {
            kept[i] = kept[i] || kept[nodes[i].parent];
            own[i] = own[i] && kept[i];
        }
    }
    std::vector<quint8> counted(own);
    result->markVisible(own, cancel);
    result->index(own);
    result->m_classes = FolderClasses(*request.inventory, counted);
    for (size_t i = 0; i < result->m_match.size(); ++i) {
        result->m_match[i] = result->m_match[i] && own[i];
        result->m_matchCount += result->m_match[i];
    }
    result->sort(request, cancel);
    return std::shared_ptr<const VisibleTree>(std::move(result));
}

bool VisibleTree::passesView(const TreeNode &node) const
{
    switch (m_view.mode) {
    case TreeView::Mode::FinalImage:
        return m_view.ghosts || !node.isGhost();
    case TreeView::Mode::UpToLayer:
        return node.layer <= m_view.layer && (m_view.ghosts || node.hiddenBy > m_view.layer);
    case TreeView::Mode::ThisLayer:
        return node.layer == m_view.layer && (m_view.ghosts || !node.isGhost());
    }
    return false;
}

bool VisibleTree::markMatches(const CancelToken &cancel, const TreeMatcher &matcher)
{
    const auto nodes = tree().nodes();
    m_match.assign(nodes.size(), 0);
    if (!matcher.wantsPath()) {
        for (size_t i = 1; i < nodes.size(); ++i) {
            if (stopAt(i, cancel))
                return false;
            m_match[i] = matcher.matches(tree().name(NodeId(i)));
        }
        return true;
    }
    // Depth first, so that the path grows and shrinks by one name per step.
    struct Open {
        quint32 next, end;
        size_t length;
    };
    std::string path;
    std::vector<Open> open {{nodes[0].firstChild, nodes[0].firstChild + nodes[0].childCount, 0}};
    for (size_t steps = 0; !open.empty(); ++steps) {
        if (stopAt(steps, cancel))
            return false;
        Open &top = open.back();
        path.resize(top.length);
        if (top.next == top.end) {
            open.pop_back();
            continue;
        }
        const quint32 node = top.next++;
        path += '/';
        path += tree().name(NodeId(node));
        m_match[node] = matcher.matches(path);
        if (nodes[node].childCount > 0)
            open.push_back({nodes[node].firstChild, nodes[node].firstChild + nodes[node].childCount, path.size()});
    }
    return true;
}

void VisibleTree::markVisible(std::vector<quint8> &own, const CancelToken &cancel) const
{
    const auto nodes = tree().nodes();
    for (size_t i = nodes.size(); i-- > 1;) {
        if (stopAt(i, cancel))
            return;
        if (own[i])
            own[nodes[i].parent] = 1;
    }
    if (!own.empty())
        own[0] = 0;  // the root is the invisible parent of the top rows
}

void VisibleTree::index(const std::vector<quint8> &visible)
{
    m_rank.resize(visible.size() + 1);
    m_row.assign(visible.size(), 0);
    m_shown.clear();
    for (size_t i = 0; i < visible.size(); ++i) {
        m_rank[i] = static_cast<quint32>(m_shown.size());
        if (!visible[i])
            continue;
        m_row[i] = m_rank[i] - m_rank[tree().node(NodeId(tree().node(NodeId(i)).parent)).firstChild];
        m_shown.push_back(static_cast<quint32>(i));
    }
    m_rank[visible.size()] = static_cast<quint32>(m_shown.size());
}

bool VisibleTree::isVisible(NodeId node) const
{
    return node.value + 1 < m_rank.size() && m_rank[node.value + 1] != m_rank[node.value];
}

int VisibleTree::childCount(NodeId folder) const
{
    const TreeNode &node = tree().node(folder);
    return node.childCount == 0 ? 0 : static_cast<int>(m_rank[node.firstChild + node.childCount] - m_rank[node.firstChild]);
}

NodeId VisibleTree::child(NodeId folder, int row) const
{
    return NodeId(m_shown[m_rank[tree().node(folder).firstChild] + static_cast<quint32>(row)]);
}

int VisibleTree::row(NodeId node) const
{
    return static_cast<int>(m_row[node.value]);
}

std::vector<quint8> VisibleTree::folderRisks(const RiskMap &risks) const
{
    const auto nodes = tree().nodes();
    std::vector<quint8> worst(nodes.size(), noRisk);
    for (size_t i = nodes.size(); i-- > 1;) {
        if (!isVisible(NodeId(i)))
            continue;
        if (nodes[i].kind == EntryKind::File)
            worst[i] = static_cast<quint8>(risks.ofFile(*m_inventory, NodeId(i)));
        quint8 &above = worst[nodes[i].parent];
        if (worst[i] == noRisk)
            continue;
        above = above == noRisk
            ? worst[i]
            : static_cast<quint8>(worseShown(static_cast<RiskLevel>(above), static_cast<RiskLevel>(worst[i])));
    }
    return worst;
}

NodeId VisibleTree::after(NodeId node) const
{
    if (childCount(node) > 0)
        return child(node, 0);
    while (node != tree().root()) {
        const NodeId parent(tree().node(node).parent);
        if (row(node) + 1 < childCount(parent))
            return child(parent, row(node) + 1);
        node = parent;
    }
    return tree().root();
}

NodeId VisibleTree::before(NodeId node) const
{
    NodeId result = tree().root();
    if (node != tree().root()) {
        const NodeId parent(tree().node(node).parent);
        if (row(node) == 0)
            return parent;
        result = child(parent, row(node) - 1);
    }
    while (childCount(result) > 0)
        result = child(result, childCount(result) - 1);
    return result;
}

NodeId VisibleTree::nextMatch(NodeId from, bool forward) const
{
    if (m_matchCount == 0)
        return {};
    NodeId node = from.isValid() && isVisible(from) ? from : tree().root();
    do {
        node = forward ? after(node) : before(node);
    } while (!isMatch(node));
    return node;
}

}  // namespace waybill
