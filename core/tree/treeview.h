// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/filetree.h"

#include <QString>

namespace waybill {

/// Which versions of which files of a FileTree are looked at. A plain value.
struct TreeView {
    enum class Mode : quint8 { FinalImage, UpToLayer, ThisLayer };
    Mode mode = Mode::FinalImage;
    int layer = -1;                    ///< from 0; not used by FinalImage
    bool ghosts = true;                ///< also what later layers removed or replaced: it still ships
    std::vector<int> alsoLayers = {};  ///< ThisLayer: more layers, each from 0; the view is the union of all of them
    bool operator==(const TreeView &) const = default;

    /// True when the version is gone in the state this view shows: in the final image, or once `layer` is applied.
    /// A single layer is judged by the final image, because its files ship in it or are hidden by then.
    bool isGone(const TreeNode &node) const
    {
        return mode == Mode::UpToLayer ? static_cast<int>(node.hiddenBy) <= layer : node.isGhost();
    }
    bool shows(const TreeNode &node) const;
};

/// Words that narrow the tree. With a slash in them plain words and globs look at the whole path, else at the name;
/// regular expressions always look at the whole path. Case does not matter.
struct TreeFilter {
    enum class Syntax : quint8 { Plain, Glob, Regex };
    Syntax syntax = Syntax::Plain;
    QString text;
    NodeId scope = {};  ///< only below this folder; invalid: everywhere
    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const TreeFilter &) const = default;
};

}  // namespace waybill
