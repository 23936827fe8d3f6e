// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/layerreader.h"
#include "core/component/componentfinder.h"
#include "core/inventory/inventory.h"
#include "core/inventory/scanner.h"
#include "core/inventory/textcache.h"

#include <unordered_map>

namespace waybill {

/// A text of the image that speaks about licences.
struct ScannedText {
    std::string path;
    std::shared_ptr<const TextReading> reading;
    bool wholeFile = false;  ///< a licence or copyright file; false: the head of another file
};

/// Everything one layer gave, ready to be joined with the others.
struct LayerHarvest {
    LayerSummary summary;
    std::vector<Entry> entries;
    std::vector<ContentKind> contents;  ///< one per entry
    std::vector<CapturedFile> captured;
    std::vector<ScannedText> texts;
};

/// Visits a layer's entries: keeps the records, hands files to finders, reads licence texts and the heads of source files.
/// One per layer, on the thread that reads it.
class LayerCollector final : public EntryVisitor
{
public:
    LayerCollector(int layer, std::span<const std::unique_ptr<ComponentFinder>> finders, TextCache &texts,
                   const ScanOptions &options, const CancelToken &cancel);
    bool visit(const Entry &entry, EntryContent &content) override;
    LayerHarvest take() { return std::move(m_harvest); }

private:
    QByteArray readUpTo(EntryContent &content, qint64 size, qint64 limit);
    ContentKind examine(const Entry &entry, EntryContent &content);

    int m_layer;
    std::span<const std::unique_ptr<ComponentFinder>> m_finders;
    TextCache &m_texts;
    const ScanOptions &m_options;
    CancelToken m_cancel;
    LayerHarvest m_harvest;
};

/// What a file is by its first bytes.
ContentKind contentKindOf(std::span<const char> firstBytes, qint64 size);

/// True for names that licence and copyright texts go by ("LICENSE.txt", "COPYING", "copyright", "NOTICE").
bool isLicenceFileName(std::string_view path);
/// True for source and script files whose head may carry a licence notice.
bool mayCarryNotice(std::string_view path);

}  // namespace waybill
