// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/removalset.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr int chainLimit = 40;

/// Text of a link target as a path inside the image; ".." is resolved by text, which is right for all but exotic links.
std::string targetPath(const std::string &link, std::string_view target)
{
    std::string path;
    if (!target.starts_with('/')) {
        const size_t slash = link.rfind('/');
        path = slash == std::string::npos ? std::string() : link.substr(0, slash);
    }
    while (!target.empty()) {
        const size_t slash = target.find('/');
        const std::string_view part = target.substr(0, slash);
        target = slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
        if (part.empty() || part == ".")
            continue;
        if (part == "..") {
            const size_t last = path.rfind('/');
            path.resize(last == std::string::npos ? 0 : last);
            continue;
        }
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

}  // namespace

RemovalSet::RemovalSet(const FileTree &tree)
    : m_tree(tree), m_removed(static_cast<size_t>(tree.size())), m_emptied(static_cast<size_t>(tree.size()))
{
    for (size_t i = 0; i < m_removed.size(); ++i) {
        const EntryKind kind = tree.node(NodeId(i)).kind;
        if (kind == EntryKind::Hardlink || kind == EntryKind::Symlink)
            m_links.push_back(static_cast<quint32>(i));
    }
}

void RemovalSet::mark(quint32 node)
{
    if (m_removed[node])
        return;
    m_removed[node] = true;
    m_order.emplace_back(node);
    m_changed = true;
}

void RemovalSet::add(NodeId node)
{
    if (m_removed[node.value] || m_tree.node(node).isFolder())
        return;
    mark(node.value);
    if (!m_tree.node(node).isGhost())
        addVersions(node);
}

/// A version below would come back if only the newest one went.
void RemovalSet::addVersions(NodeId node)
{
    const TreeNode &parent = m_tree.node(NodeId(m_tree.node(node).parent));
    const quint32 name = m_tree.node(node).name;
    for (quint32 i = parent.firstChild; i < parent.firstChild + parent.childCount; ++i) {
        const TreeNode &sibling = m_tree.node(NodeId(i));
        if (sibling.name == name && !sibling.isFolder())
            mark(i);
    }
}

bool RemovalSet::allGone(std::string_view path) const
{
    const std::vector<NodeId> versions = m_tree.findAll(path);
    if (versions.empty())
        return false;
    for (const NodeId version : versions) {
        if (!m_removed[version.value] && !m_emptied[version.value])
            return false;
    }
    return true;
}

void RemovalSet::addLinks()
{
    for (const quint32 index : m_links) {
        const NodeId link(index);
        if (m_removed[index])
            continue;
        const std::string_view target = m_tree.linkTarget(link);
        if (m_tree.node(link).kind == EntryKind::Hardlink) {
            const NodeId source = m_tree.findAt(target, m_tree.node(link).layer);
            if (source.isValid() && m_removed[source.value])
                add(link);
            continue;
        }
        if (target.empty())
            continue;
        const std::string path = targetPath(m_tree.path(link), target);
        if (path.empty())
            continue;
        if (allGone(path)) {
            add(link);
        } else if (m_tree.findAll(path).empty() && !m_tree.node(link).isGhost()) {
            // The way leads through a linked folder (/lib -> usr/lib).
            const NodeId live = m_tree.resolveLive(path);
            if (live.isValid() && (m_removed[live.value] || m_emptied[live.value]))
                add(link);
        }
    }
}

/// Children lie behind their parents, so one pass from the end sees everything below a folder first. A folder that was there
/// before the removed files came (/usr/include of the base) stays, and so do the folders of the top level.
void RemovalSet::findEmptied()
{
    const std::span<const TreeNode> nodes = m_tree.nodes();
    NodeMarks keeps(nodes.size());
    std::vector<quint16> lowestGone(nodes.size(), TreeNode::noLayer);
    for (size_t i = nodes.size(); i-- > 1;) {
        const quint32 parent = nodes[i].parent;
        if (!nodes[i].isFolder()) {
            if (m_removed[i])
                lowestGone[parent] = std::min(lowestGone[parent], nodes[i].layer);
            else
                keeps[parent] = true;
            continue;
        }
        const bool loses = lowestGone[i] != TreeNode::noLayer;
        const bool emptied = loses && !keeps[i] && parent != 0 && nodes[i].layer >= lowestGone[i];
        m_changed = m_changed || (emptied && !m_emptied[i]);
        m_emptied[i] = emptied;
        keeps[parent] = keeps[parent] || keeps[i] || (loses && !emptied);
        lowestGone[parent] = std::min(lowestGone[parent], lowestGone[i]);
    }
}

void RemovalSet::complete()
{
    for (int round = 0; m_changed && round < chainLimit; ++round) {
        m_changed = false;
        findEmptied();
        addLinks();
    }
}

}  // namespace waybill
