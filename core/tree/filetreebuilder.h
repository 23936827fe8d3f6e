// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/filetree.h"

#include <memory>

namespace waybill {

/// Stacks the entries of layers, lowest first, into a FileTree. Whiteouts of a layer act on lower layers only, wherever they
/// stand in its tar (image-spec layer.md "Whiteouts"). One thread.
class FileTreeBuilder
{
public:
    FileTreeBuilder();
    ~FileTreeBuilder();
    /// `entries` in stored order; a path that occurs twice in one layer keeps its last record.
    void addLayer(std::span<const Entry> entries);
    /// The finished tree; the builder is empty afterwards.
    std::shared_ptr<const FileTree> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
