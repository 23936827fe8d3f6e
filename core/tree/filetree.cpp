// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filetree.h"

#include "core/base/copyshort.h"
#include "core/base/hugepages.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr int linkLimit = 40;
const FolderSums noSums;

std::string_view takePart(std::string_view &path)
{
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    return part;
}

}  // namespace

std::string_view FileTree::nameAt(quint32 offset) const
{
    quint32 length = 0;
    std::memcpy(&length, m_names.data() + offset, sizeof length);
    return {m_names.data() + offset + sizeof length, length};
}

std::string_view FileTree::name(NodeId id) const
{
    return nameAt(node(id).name);
}

std::string FileTree::path(NodeId id) const
{
    std::vector<std::string_view> parts;
    size_t length = 0;
    for (quint32 at = id.value; at != 0; at = m_nodes[at].parent) {
        parts.push_back(nameAt(m_nodes[at].name));
        length += parts.back().size() + 1;
    }
    std::string path;
    path.reserve(length);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!path.empty())
            path += '/';
        path += *part;
    }
    return path;
}

std::string_view FileTree::linkTarget(NodeId id) const
{
    const auto found = std::lower_bound(m_targets.begin(), m_targets.end(), id.value,
                                        [](const auto &pair, quint32 value) { return pair.first < value; });
    return found != m_targets.end() && found->first == id.value ? nameAt(found->second) : std::string_view();
}

int FileTree::row(NodeId id) const
{
    const quint32 parent = node(id).parent;
    return parent == NodeId::none ? 0 : static_cast<int>(id.value - m_nodes[parent].firstChild);
}

const FolderSums &FileTree::sums(NodeId folder) const
{
    const quint32 index = folderOrdinal(folder);
    return index == NodeId::none ? noSums : m_sums[index];
}

/// Puts the names in the order of the nodes: whoever goes through the tree, or looks for a name in a folder, then finds
/// neighbours beside each other instead of all over the memory.
void FileTree::gatherNames()
{
    constexpr size_t ahead = 16;
    std::vector<char> gathered;
    reserveHuge(gathered, m_names.size());
    std::vector<quint32> moved;
    reserveHuge(moved, m_names.size() / nameStride + 1);
    moved.resize(m_names.size() / nameStride + 1, NodeId::none);
    const auto move = [&](quint32 offset) {
        quint32 &place = moved[offset / nameStride];
        if (place == NodeId::none) {
            place = static_cast<quint32>(gathered.size());
            const size_t bytes = sizeof(quint32) + nameAt(offset).size();
            gathered.resize(gathered.size() + bytes);
            copyShort(gathered.data() + place, m_names.data() + offset, bytes);
        }
        return place;
    };
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const quint32 soon = m_nodes[std::min(i + ahead, m_nodes.size() - 1)].name;
        __builtin_prefetch(m_names.data() + soon);
        __builtin_prefetch(moved.data() + soon / nameStride);
        m_nodes[i].name = move(m_nodes[i].name);
    }
    for (auto &[node, target] : m_targets)
        target = move(target);
    m_names = std::move(gathered);
}

/// Children lie behind their parent, so one pass from the end adds everything up.
void FileTree::computeSums()
{
    m_folderBits.assign(m_nodes.size() / 64 + 1, 0);
    m_folderRank.assign(m_folderBits.size(), 0);
    for (size_t i = 0; i < m_nodes.size(); ++i)
        m_folderBits[i / 64] |= quint64(m_nodes[i].isFolder() ? 1 : 0) << (i % 64);
    quint32 folders = 0;
    for (size_t word = 0; word < m_folderBits.size(); ++word) {
        m_folderRank[word] = folders;
        folders += static_cast<quint32>(std::popcount(m_folderBits[word]));
    }
    m_sums.assign(folders, {});
    for (size_t i = m_nodes.size(); i-- > 1;) {
        const TreeNode &node = m_nodes[i];
        FolderSums &parent = m_sums[folderOrdinal(NodeId(node.parent))];
        if (node.isFolder()) {
            parent += m_sums[folderOrdinal(NodeId(i))];
        } else if (node.kind == EntryKind::File) {
            parent.addFile(node.size, node.isGhost());
        }
    }
}

std::span<const TreeNode> FileTree::versionsOf(NodeId folder, std::string_view name, bool folders) const
{
    const TreeNode &parent = node(folder);
    const auto all = std::span<const TreeNode>(m_nodes).subspan(parent.firstChild, parent.childCount);
    const auto border = std::partition_point(all.begin(), all.end(), [](const TreeNode &n) { return n.isFolder(); });
    const auto first = folders ? all.begin() : border;
    const auto last = folders ? border : all.end();
    const auto low = std::lower_bound(first, last, name,
                                      [this](const TreeNode &n, std::string_view value) { return nameAt(n.name) < value; });
    auto high = low;
    while (high != last && nameAt(high->name) == name)
        ++high;
    return {low, high};
}

/// The newest fitting version of a name in a folder.
NodeId FileTree::pick(NodeId folder, std::string_view name, int maxLayer, bool liveOnly) const
{
    NodeId best;
    for (const bool folders : {true, false}) {
        for (const TreeNode &version : versionsOf(folder, name, folders)) {
            if ((liveOnly && version.isGhost()) || static_cast<int>(version.layer) > maxLayer)
                continue;
            const auto id = NodeId(static_cast<size_t>(&version - m_nodes.data()));
            if (!best.isValid() || version.layer >= node(best).layer)
                best = id;
        }
    }
    return best;
}

NodeId FileTree::findLive(std::string_view path) const
{
    NodeId at = root();
    while (!path.empty() && at.isValid())
        at = pick(at, takePart(path), m_layerCount, true);
    return at;
}

NodeId FileTree::resolveLive(std::string_view path) const
{
    std::string rest(path);
    size_t at = 0;  // what of `rest` is walked already
    std::vector<NodeId> trail {root()};
    for (int hops = 0; at < rest.size();) {
        std::string_view view = std::string_view(rest).substr(at);
        const std::string_view part = takePart(view);
        const size_t next = rest.size() - view.size();
        if (part == ".." && trail.size() > 1)
            trail.pop_back();
        if (part.empty() || part == "." || part == "..") {
            at = next;
            continue;
        }
        const NodeId found = pick(trail.back(), part, m_layerCount, true);
        if (!found.isValid())
            return {};
        if (node(found).kind == EntryKind::Symlink || node(found).kind == EntryKind::Hardlink) {
            if (++hops > linkLimit)
                return {};
            const std::string_view target = linkTarget(found);
            if (node(found).kind == EntryKind::Hardlink || target.starts_with('/'))
                trail.resize(1);
            rest = view.empty() ? std::string(target) : std::string(target) + '/' + std::string(view);
            at = 0;
            continue;
        }
        trail.push_back(found);
        at = next;
    }
    return trail.back();
}

NodeId FileTree::findAt(std::string_view path, int layer) const
{
    NodeId at = root();
    while (!path.empty() && at.isValid()) {
        const std::string_view part = takePart(path);
        // On the way down folders are wanted; their own layer says nothing about their content.
        at = path.empty() ? pick(at, part, layer, false) : [&] {
            const auto folders = versionsOf(at, part, true);
            return folders.empty() ? NodeId() : NodeId(static_cast<size_t>(folders.data() - m_nodes.data()));
        }();
    }
    return at;
}

std::vector<NodeId> FileTree::childrenNamed(NodeId folder, std::string_view name) const
{
    std::vector<NodeId> all;
    for (const bool folders : {true, false}) {
        for (const TreeNode &version : versionsOf(folder, name, folders))
            all.emplace_back(static_cast<size_t>(&version - m_nodes.data()));
    }
    std::stable_sort(all.begin(), all.end(), [this](NodeId a, NodeId b) { return node(a).layer < node(b).layer; });
    return all;
}

std::vector<NodeId> FileTree::findAll(std::string_view path) const
{
    NodeId at = root();
    while (!path.empty() && at.isValid()) {
        const std::string_view part = takePart(path);
        if (path.empty())
            return childrenNamed(at, part);
        const auto folders = versionsOf(at, part, true);
        at = folders.empty() ? NodeId() : NodeId(static_cast<size_t>(folders.data() - m_nodes.data()));
    }
    return {};
}

qint64 FileTree::memoryBytes() const
{
    const auto bytes = [](const auto &vector) { return static_cast<qint64>(vector.capacity() * sizeof vector[0]); };
    return bytes(m_nodes) + bytes(m_folderBits) + bytes(m_folderRank) + bytes(m_sums) + bytes(m_names) + bytes(m_targets);
}

}  // namespace waybill
