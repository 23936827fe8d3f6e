// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QSet>

namespace waybill {

/// Questions that every view of a review asks; asked in one place, so that JSON, CSV and PDF give the same numbers.

/// One file of a finding.
struct FindingFile {
    NodeId node;
    std::string path;
    const TreeNode *entry = nullptr;  ///< lives as long as the inventory
};

struct FindingFiles {
    std::vector<FindingFile> files;  ///< at most the limit, ordinary files before ghosts, then by node
    quint32 total = 0;
};

FindingFiles filesOf(const Inventory &inventory, const Finding &finding, size_t limit);

/// Findings of a scenario by descending risk and, within a level, what holds the verdict first; indices into `findings`.
std::vector<quint32> findingsByRisk(const Assessment &assessment, Scenario scenario);

/// Component of a finding or nullptr.
const Component *componentOf(const Inventory &inventory, const Finding &finding);

/// Ghost files of the whole image, biggest first, at most `limit`.
struct GhostList {
    std::vector<NodeId> largest;
    quint32 total = 0;
    qint64 bytes = 0;
};
GhostList ghostsOf(const FileTree &tree, size_t limit);

/// Notes of header and layers together, those that make the result incomplete first.
std::vector<ImageNote> allNotes(const Inventory &inventory);

}  // namespace waybill
