// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/base/result.h"
#include "core/image/image.h"

#include <optional>
#include <span>

namespace waybill {

class ByteSource;

/// The table of contents that eStargz and zstd:chunked layers carry beside the tar. Runtimes that know it unpack by it, all
/// others by the stream, so a review reads the stream and compares.
struct LayerToc {
    struct Item {
        std::string path;  ///< normalised
        QString type;      ///< "reg", "dir", "symlink", "hardlink", "char", "block", "fifo"
        qint64 size = 0;
        std::string target;
    };
    QString format;  ///< "estargz" or "zstd:chunked"
    std::vector<Item> items;
};

/// Finds the table by the layer's annotations or by the footer of its bytes. nullopt: this layer has none.
/// Errors: Malformed, Truncated, LimitExceeded (over 64 MiB), DigestMismatch (not the table that the manifest names), Io.
Result<std::optional<LayerToc>> readLayerToc(const ByteSource &stored, const LayerInfo &layer);

/// The first difference between the table and the entries of the stream ("usr/bin/x: only in the table"), empty when they agree.
QString tocDifference(const LayerToc &toc, std::span<const Entry> entries);

}  // namespace waybill
