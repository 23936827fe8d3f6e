// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/tree/treematcher.h"

#include <functional>

namespace waybill {

/// Asks a matcher about every node of a tree (or below one folder), on two threads. Names are asked once each, however many
/// files carry them; a path is put together once per folder, which costs no more than matching it.
/// Lives as long as one search, on the thread that runs it; holds references only.
class TreeSearch
{
public:
    /// Told what was found so far; the next call waits at least four times as long as this one took.
    using Progressed = std::function<void(const std::vector<quint8> &matches)>;

    TreeSearch(const FileTree &tree, const TreeMatcher &matcher, const TreeFilter &filter);
    /// One byte per node, 1 for a match. Unfinished when cancelled.
    std::vector<quint8> run(const CancelToken &cancel, const Progressed &progressed, int intervalMs) const;

private:
    struct Work;
    void askNames(size_t from, size_t to, Work &work) const;
    void askPaths(size_t from, size_t to, Work &work) const;
    std::vector<quint8> inScope() const;

    const FileTree &m_tree;
    const TreeMatcher &m_matcher;
    NodeId m_scope;
};

}  // namespace waybill
