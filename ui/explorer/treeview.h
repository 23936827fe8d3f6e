// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace waybill {

/// Which versions of which files the tree shows.
struct TreeView {
    enum class Mode : quint8 { FinalImage, UpToLayer, ThisLayer };
    Mode mode = Mode::FinalImage;
    int layer = -1;      ///< from 0; not used by FinalImage
    bool ghosts = true;  ///< also what later layers removed: it still ships
    bool operator==(const TreeView &) const = default;
};

/// Words that narrow the tree. With a slash in them plain words and globs look at the whole path, else at the name.
struct TreeFilter {
    enum class Syntax : quint8 { Plain, Glob, Regex };
    Syntax syntax = Syntax::Plain;
    QString text;
    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const TreeFilter &) const = default;
};

/// Order inside each folder; column -1 is the order of the tree (folders first, then names).
struct TreeOrder {
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const TreeOrder &) const = default;
};

}  // namespace waybill

Q_DECLARE_METATYPE(waybill::TreeView)
