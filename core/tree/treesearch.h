// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/tree/treematcher.h"

#include <chrono>
#include <functional>

namespace waybill {

/// Asks a matcher about every node of a tree (or below one folder). Names are asked once each, however many files carry
/// them; paths grow and shrink by one name per step, so a path of 16 000 folders costs no more than its bytes.
/// Lives as long as one search, on one thread; holds references only.
class TreeSearch
{
public:
    /// Told what was found so far; the next call waits at least four times as long as this one took.
    using Progressed = std::function<void(const std::vector<quint8> &matches)>;

    TreeSearch(const FileTree &tree, const TreeMatcher &matcher, const TreeFilter &filter);
    /// One byte per node, 1 for a match. Unfinished when cancelled.
    std::vector<quint8> run(const CancelToken &cancel, const Progressed &progressed, int intervalMs) const;

private:
    class Pulse;
    void byName(std::vector<quint8> &matches, Pulse &pulse) const;
    template <typename Path>
    void byPath(std::vector<quint8> &matches, Pulse &pulse) const;
    void dropOutside(std::vector<quint8> &matches) const;

    const FileTree &m_tree;
    const TreeMatcher &m_matcher;
    NodeId m_scope;
};

}  // namespace waybill
