// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/treemaplayout.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t mostFolders = 100'000;  ///< drawn inside each other; what is beyond stands as one tile

/// The worst ratio of sides when bytes of this sum stand in a row along a side.
double worstRatio(double smallest, double largest, double sum, double side)
{
    const double square = side * side;
    return std::max(square * largest / (sum * sum), sum * sum / (square * smallest));
}

}  // namespace

TreemapLayout::TreemapLayout(const FileTree &tree, NodeId folder, const QRectF &area, const Options &options)
    : m_tree(tree), m_options(options)
{
    if (tree.size() > 0 && folder.isValid() && area.width() >= 1 && area.height() >= 1 && bytesOf(folder) > 0)
        fill(folder, area);
}

qint64 TreemapLayout::bytesOf(NodeId id) const
{
    const TreeNode &node = m_tree.node(id);
    if (node.isFolder()) {
        const FolderSums &sums = m_tree.sums(id);
        return sums.liveBytes + (m_options.ghosts ? sums.ghostBytes : 0);
    }
    return node.kind == EntryKind::File && (m_options.ghosts || !node.isGhost()) ? node.size : 0;
}

quint32 TreemapLayout::filesOf(NodeId id) const
{
    if (!m_tree.node(id).isFolder())
        return 1;
    const FolderSums &sums = m_tree.sums(id);
    return sums.liveFiles + (m_options.ghosts ? sums.ghostFiles : 0);
}

void TreemapLayout::fill(NodeId folder, const QRectF &area)
{
    m_folders.push_back({folder, area, bytesOf(folder), filesOf(folder), false});
    const TreeNode &node = m_tree.node(folder);
    const double least = m_options.leastSide * m_options.leastSide;
    const double scale = area.width() * area.height() / double(bytesOf(folder));
    std::vector<Item> items;
    qint64 small = 0;
    quint32 smallFiles = 0;
    for (quint32 i = 0; i < node.childCount; ++i) {
        const NodeId child = m_tree.child(folder, static_cast<int>(i));
        const qint64 bytes = bytesOf(child);
        if (double(bytes) * scale >= least) {
            items.push_back({child, bytes});
        } else if (bytes > 0) {
            small += bytes;
            smallFiles += filesOf(child);
        }
    }
    std::sort(items.begin(), items.end(),
              [](const Item &a, const Item &b) { return a.bytes != b.bytes ? a.bytes > b.bytes : a.node < b.node; });
    if (small > 0)
        items.push_back({folder, small});
    place(items, folder, area, scale);
    if (small > 0 && !m_tiles.empty() && m_tiles.back().merged && m_tiles.back().node == folder)
        m_tiles.back().files = smallFiles;
}

void TreemapLayout::place(const std::vector<Item> &items, NodeId folder, QRectF area, double scale)
{
    size_t first = 0;
    while (first < items.size()) {
        const double side = std::min(area.width(), area.height());
        if (side <= 0)
            return;
        double sum = 0;
        double worst = 0;
        size_t last = first;
        const double largest = double(items[first].bytes) * scale;
        while (last < items.size()) {
            const double next = double(items[last].bytes) * scale;
            const double ratio = worstRatio(next, largest, sum + next, side);
            // The merged rest may stand out of order; it never opens a row that it would spoil.
            if (last > first && ratio > worst)
                break;
            worst = ratio;
            sum += next;
            ++last;
        }
        const bool upright = area.width() >= area.height();
        const double thickness = std::min(sum / side, upright ? area.width() : area.height());
        double along = 0;
        for (size_t i = first; i < last; ++i) {
            const double length = double(items[i].bytes) * scale / std::max(thickness, 1e-9);
            const QRectF rect = upright ? QRectF(area.left(), area.top() + along, thickness, length)
                                        : QRectF(area.left() + along, area.top(), length, thickness);
            along += length;
            if (items[i].node == folder)
                m_tiles.push_back({folder, rect, items[i].bytes, 0, true});
            else
                put(items[i], rect);
        }
        if (upright)
            area.setLeft(area.left() + thickness);
        else
            area.setTop(area.top() + thickness);
        first = last;
    }
}

void TreemapLayout::put(const Item &item, const QRectF &rect)
{
    const TreeNode &node = m_tree.node(item.node);
    if (!node.isFolder()) {
        m_tiles.push_back({item.node, rect, item.bytes, 1, false});
        return;
    }
    const double pad = m_options.padding;
    const QRectF inner = rect.adjusted(pad, pad, -pad, -pad);
    const double least = m_options.leastSide;
    if (inner.width() < least || inner.height() < least || m_folders.size() > mostFolders) {
        m_tiles.push_back({item.node, rect, item.bytes, filesOf(item.node), true});
        return;
    }
    fill(item.node, inner);
}

const TreemapTile *TreemapLayout::at(const QPointF &point) const
{
    const auto found
        = std::find_if(m_tiles.begin(), m_tiles.end(), [&](const TreemapTile &tile) { return tile.rect.contains(point); });
    return found == m_tiles.end() ? nullptr : &*found;
}

}  // namespace waybill
