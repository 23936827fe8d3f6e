// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"

#include <QRectF>

#include <functional>

namespace waybill {

/// One rectangle of a treemap.
struct TreemapTile {
    NodeId node;  ///< file, or the folder whose small content is merged here
    QRectF rect;
    qint64 bytes = 0;
    quint32 files = 0;  ///< 1 for a file, the number of merged files otherwise
    bool merged = false;
};

/// Squarified treemap of bytes below a folder (Bruls, Huizing, van Wijk 2000): area is bytes, ghosts included when asked.
/// Works through what can be seen only: what would be smaller than `leastSide` pixels is merged into one tile of its folder, so
/// a million files cost as much as the picture has room for.
class TreemapLayout
{
public:
    struct Options {
        bool ghosts = true;
        double leastSide = 3;  ///< pixels
        double padding = 1;    ///< pixels between a folder and its content
    };

    TreemapLayout(const FileTree &tree, NodeId folder, const QRectF &area, const Options &options);
    const std::vector<TreemapTile> &tiles() const { return m_tiles; }
    /// Folders that the picture shows, outermost first, with their rectangles.
    const std::vector<TreemapTile> &folders() const { return m_folders; }
    /// The tile at a point, nullptr between tiles.
    const TreemapTile *at(const QPointF &point) const;

private:
    struct Item {
        NodeId node;
        qint64 bytes;
    };
    qint64 bytesOf(NodeId node) const;
    quint32 filesOf(NodeId node) const;
    void fill(NodeId folder, const QRectF &area);
    void place(const std::vector<Item> &items, NodeId folder, QRectF area, double scale);
    void put(const Item &item, const QRectF &rect);
    const FileTree &m_tree;
    Options m_options;
    std::vector<TreemapTile> m_tiles, m_folders;
};

}  // namespace waybill
