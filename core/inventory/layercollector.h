// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/layerreader.h"
#include "core/component/componentfinder.h"
#include "core/inventory/inventory.h"
#include "core/inventory/scanner.h"
#include "core/inventory/textcache.h"
#include "core/trust/contentsearch.h"

#include <atomic>
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
    std::vector<std::pair<std::string, BinaryFile>> binaries;  ///< by path
    std::vector<SbomClaim> claims;
    TrustHarvest trust;
    std::vector<std::string> cutTexts;  ///< licence files that are longer than what is read of them
    quint32 droppedCaptures = 0;        ///< files that finders wanted and the budget did not allow
};

/// Memory for captured files of all layers together. Any thread.
class CaptureBudget
{
public:
    explicit CaptureBudget(qint64 bytes) : m_left(bytes) { }
    /// False when that much is no longer left; then nothing is taken.
    bool take(qint64 bytes)
    {
        if (m_left.fetch_sub(bytes) >= bytes)
            return true;
        m_left.fetch_add(bytes);
        return false;
    }

private:
    std::atomic<qint64> m_left;
};

/// Visits a layer's entries: keeps the records, hands files to finders, reads licence texts and the heads of source files.
/// One per layer, on the thread that reads it.
class LayerCollector final : public EntryVisitor
{
public:
    LayerCollector(int layer, std::span<const std::unique_ptr<ComponentFinder>> finders, const ScanKnowledge &knowledge,
                   TextCache &texts, CaptureBudget &budget, const ScanOptions &options, const CancelToken &cancel);
    bool visit(const Entry &entry, EntryContent &content) override;
    /// Files that the image starts by itself; they are searched like other start-up files.
    void setStartFiles(std::set<std::string> files) { m_startFiles = std::move(files); }
    /// Hashes that the package databases of the image may ask for; all unless told.
    void setSumKinds(SumKinds sums) { m_sums = sums; }
    LayerHarvest take()
    {
        m_harvest.trust.finish();
        return std::move(m_harvest);
    }

private:
    using Probes = std::vector<std::pair<int, std::unique_ptr<ContentProbe>>>;
    /// The beginning of a file; the probes get all they want of it on the way.
    QByteArray readUpTo(EntryContent &content, std::span<const char> first, qint64 size, qint64 limit, Probes &probes);
    void finishProbe(int finder, std::unique_ptr<ContentProbe> probe, bool complete);
    Probes probesFor(const Entry &entry, std::span<const char> first);
    ContentKind examine(const Entry &entry, EntryContent &content);
    void keep(CapturedFile file);
    void keepClaim(const Entry &entry, const QByteArray &bytes);

    int m_layer;
    std::span<const std::unique_ptr<ComponentFinder>> m_finders;
    const ScanKnowledge &m_knowledge;
    TextCache &m_texts;
    CaptureBudget &m_budget;
    const ScanOptions &m_options;
    CancelToken m_cancel;
    std::set<std::string> m_startFiles;
    SumKinds m_sums;
    LayerHarvest m_harvest;
};

/// What a file is by its first bytes.
ContentKind contentKindOf(std::span<const char> firstBytes, qint64 size);

/// True for names that licence and copyright texts go by ("LICENSE.txt", "COPYING", "copyright", "NOTICE").
bool isLicenceFileName(std::string_view path);
/// True for source and script files whose head may carry a licence notice.
bool mayCarryNotice(std::string_view path);

}  // namespace waybill
