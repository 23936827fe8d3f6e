// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/base/ids.h"

#include <array>
#include <bit>
#include <span>
#include <string_view>
#include <vector>

namespace waybill {

/// One version of one path. A path that several layers write has one node per version.
struct TreeNode {
    quint32 parent = Id<struct NodeTag>::none;
    quint32 firstChild = 0;
    quint32 childCount = 0;
    quint32 name = 0;            ///< offset into the name pool
    qint64 size = 0;             ///< bytes; 0 for everything but files (a hard link repeats no bytes)
    quint16 layer = 0;           ///< layer that brings this version; for folders the first one
    quint16 hiddenBy = noLayer;  ///< layer that deletes or replaces it, or noLayer: then it is in the final image
    quint16 mode = 0;
    EntryKind kind = EntryKind::Folder;
    quint8 flags = 0;  ///< TreeNodeFlag
    static constexpr quint16 noLayer = 0xffff;

    bool isGhost() const { return hiddenBy != noLayer; }
    bool isFolder() const { return kind == EntryKind::Folder; }
};

enum TreeNodeFlag : quint8 {
    ReplacedNotDeleted = 1,  ///< ghost because a later layer wrote the same path again
    ImpliedFolder = 2,       ///< no layer has an entry for it; it exists because something is inside
};

/// Sums over everything below a folder (itself excluded), files only.
struct FolderSums {
    qint64 liveBytes = 0;
    qint64 ghostBytes = 0;
    quint32 liveFiles = 0;
    quint32 ghostFiles = 0;

    void addFile(qint64 bytes, bool ghost)
    {
        (ghost ? ghostBytes : liveBytes) += bytes;
        ++(ghost ? ghostFiles : liveFiles);
    }
    FolderSums &operator+=(const FolderSums &other)
    {
        liveBytes += other.liveBytes;
        ghostBytes += other.ghostBytes;
        liveFiles += other.liveFiles;
        ghostFiles += other.ghostFiles;
        return *this;
    }
};

/// All entries of all layers as one breadth-first array; a node's children are neighbours, sorted folders first then by
/// name bytes. Node 0 is the root. Ghosts are kept. The names of a hard-linked file are equal: its bytes are counted once, at
/// a name that is in the final image if there is one, and the others are of kind Hardlink without bytes.
/// Immutable; share by pointer, any thread. No member calls itself: paths may be 16 000 folders deep.
class FileTree
{
public:
    qsizetype size() const { return static_cast<qsizetype>(m_nodes.size()); }
    const TreeNode &node(NodeId id) const { return m_nodes[id.value]; }
    std::string_view name(NodeId id) const;
    std::string path(NodeId id) const;  ///< bytes, no leading slash; empty for the root
    std::string_view linkTarget(NodeId id) const;
    std::span<const TreeNode> nodes() const { return m_nodes; }
    NodeId root() const { return NodeId(0); }
    NodeId child(NodeId id, int row) const { return NodeId(m_nodes[id.value].firstChild + static_cast<quint32>(row)); }
    int row(NodeId id) const;  ///< position among the parent's children
    const FolderSums &sums(NodeId folder) const;
    /// As node(id).isFolder(), for those who ask in any order: a bit per node stays in the processor's cache.
    bool isFolder(NodeId id) const { return (m_folderBits[id.value / 64] >> (id.value % 64) & 1) != 0; }
    /// Number of a folder among all folders in node order; NodeId::none for anything else.
    quint32 folderOrdinal(NodeId id) const
    {
        const quint64 below = m_folderBits[id.value / 64] & ((quint64(1) << (id.value % 64)) - 1);
        return isFolder(id) ? m_folderRank[id.value / 64] + static_cast<quint32>(std::popcount(below)) : NodeId::none;
    }
    size_t folderCount() const { return m_sums.size(); }
    size_t namePoolSize() const { return m_names.size(); }  ///< TreeNode::name is below this
    static constexpr size_t nameStride = 4;                 ///< no two names lie closer together in the pool
    qint64 memoryBytes() const;                             ///< bytes that this tree holds, names included
    int layerCount() const { return m_layerCount; }

    /// The version of `path` in the final image, else invalid. Does not follow links.
    NodeId findLive(std::string_view path) const;
    /// As findLive, following symlinked folders and links inside the image root (at most 40 hops).
    NodeId resolveLive(std::string_view path) const;
    /// Newest version of `path` brought by `layer` or a lower one, ghosts included.
    NodeId findAt(std::string_view path, int layer) const;
    /// Every version of a path, oldest first.
    std::vector<NodeId> findAll(std::string_view path) const;
    /// Every version of a name in a folder, oldest first.
    std::vector<NodeId> childrenNamed(NodeId folder, std::string_view name) const;

private:
    friend class FileTreeBuilder;
    friend class InventoryCodec;
    void gatherNames();
    void computeSums();
    std::span<const TreeNode> versionsOf(NodeId folder, std::string_view name, bool folders) const;
    NodeId pick(NodeId folder, std::string_view name, int maxLayer, bool liveOnly) const;
    std::string_view nameAt(quint32 offset) const;
    std::vector<TreeNode> m_nodes;
    std::vector<quint64> m_folderBits;                   ///< a bit per node: it is a folder
    std::vector<quint32> m_folderRank;                   ///< per 64 nodes: folders before them
    std::vector<FolderSums> m_sums;                      ///< per folder
    std::vector<char> m_names;                           ///< length-prefixed name bytes
    std::vector<std::pair<quint32, quint32>> m_targets;  ///< (node, name offset), sorted by node
    int m_layerCount = 0;
};

}  // namespace waybill
