// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/scanner.h"

#include "core/component/products.h"
#include "core/image/layertoc.h"
#include "core/inventory/join.h"
#include "core/inventory/layercollector.h"
#include "core/inventory/provenance.h"
#include "core/inventory/trustsink.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

namespace waybill {

namespace {

/// Package databases and metadata of one image. Five thousand packages need about a tenth of it.
constexpr qint64 captureLimit = 512LL << 20;

/// Compares what a layer holds with its media type and its table of contents; differences become oddities.
void compareWithClaims(const ByteSource &bytes, const LayerInfo &info, std::span<const Entry> entries, LayerSummary &summary)
{
    if (info.mediaType.startsWith(QLatin1String("application/vnd."))) {
        QString claimed = QStringLiteral("none");
        for (const char *packing : {"gzip", "zstd"}) {
            if (info.mediaType.endsWith(QLatin1String(packing)))
                claimed = QLatin1String(packing);
        }
        if (claimed != summary.compression)
            summary.oddities.push_back({QStringLiteral("media-type-mismatch"),
                                        QStringLiteral("%1, found %2").arg(info.mediaType, summary.compression), false});
    }
    const auto toc = readLayerToc(bytes, info);
    if (!toc) {
        summary.oddities.push_back({QStringLiteral("toc-unreadable"), toc.error().cause, false});
    } else if (*toc) {
        const QString difference = tocDifference(**toc, entries);
        if (!difference.isEmpty())
            summary.oddities.push_back({QStringLiteral("toc-mismatch"), difference, false});
    }
}

/// Bills of materials in the attestations that lie beside the image.
std::vector<SbomClaim> attachedClaims(const ImageSource &source, const Image &image)
{
    std::vector<SbomClaim> claims;
    for (const AttachedDocument &document : source.attachments(image)) {
        auto claim = readSbomClaim(document.content);
        if (!claim)
            continue;  // provenance and other statements
        claim->path = document.digest.toStdString();
        claim->layer = -1;
        claims.push_back(std::move(*claim));
    }
    return claims;
}

/// One scan: layers waiting, layers done, and the threads between them.
class ScanRun
{
public:
    ScanRun(const ImageSource &source, const Image &image, const ScanKnowledge &knowledge, const ScanOptions &options,
            const CancelToken &cancel, Progress &progress, const PartialResult &onPartial)
        : m_source(source), m_image(image), m_knowledge(knowledge), m_options(options), m_cancel(cancel), m_progress(progress),
          m_onPartial(onPartial), m_finders(makeComponentFinders()), m_texts(*knowledge.catalog, *knowledge.matcher),
          m_harvests(image.layers.size()), m_done(image.layers.size(), false)
    {
    }

    std::shared_ptr<const Inventory> run();

private:
    void queueLayers();
    int takeLayer(bool largest);
    void work(bool largestFirst);
    LayerHarvest readOne(int layer);
    void finishLayer(int layer, LayerHarvest harvest);

    const ImageSource &m_source;
    const Image &m_image;
    const ScanKnowledge &m_knowledge;
    const ScanOptions &m_options;
    CancelToken m_cancel;
    Progress &m_progress;
    const PartialResult &m_onPartial;
    std::vector<std::unique_ptr<ComponentFinder>> m_finders;
    TextCache m_texts;
    CaptureBudget m_budget {captureLimit};
    SumKinds m_sums;
    std::mutex m_mutex;         ///< guards the three below
    std::deque<int> m_waiting;  ///< smallest first
    std::vector<LayerHarvest> m_harvests;
    std::vector<bool> m_done;
    std::mutex m_partialMutex;
    QElapsedTimer m_sincePartial;
};

void ScanRun::queueLayers()
{
    qint64 total = 0;
    for (size_t i = 0; i < m_image.layers.size(); ++i) {
        m_waiting.push_back(static_cast<int>(i));
        total += std::max<qint64>(0, m_image.layers[i].storedBytes);
    }
    std::stable_sort(m_waiting.begin(), m_waiting.end(), [this](int a, int b) {
        return m_image.layers[static_cast<size_t>(a)].storedBytes < m_image.layers[static_cast<size_t>(b)].storedBytes;
    });
    m_progress.bytesTotal = total;
    m_progress.layersTotal = static_cast<int>(m_image.layers.size());
    m_progress.stage = Stage::ReadingLayers;
}

int ScanRun::takeLayer(bool largest)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return -1;
    const int layer = largest ? m_waiting.back() : m_waiting.front();
    largest ? m_waiting.pop_back() : m_waiting.pop_front();
    return layer;
}

LayerHarvest ScanRun::readOne(int layer)
{
    LayerHarvest failed;
    const LayerInfo &info = m_image.layers[static_cast<size_t>(layer)];
    if (!info.available) {
        failed.summary.error = Error {ErrorKind::MissingPart, m_image.reference, info.digest, layer, {}, -1, -1};
        return failed;
    }
    const auto bytes = m_source.streamLayer(m_image, layer, m_cancel);
    if (!bytes) {
        failed.summary.error = bytes.error();
        return failed;
    }
    LayerCollector collector(layer, m_finders, m_knowledge, m_texts, m_budget, m_options, m_cancel);
    collector.setStartFiles(startFilesOf(m_image));
    collector.setSumKinds(m_sums);
    const bool named = isValidDigest(info.digest);
    const LayerLimits limits {m_options.layerByteLimit, m_options.entryLimit,
                              named ? digestAlgorithm(info.digest) : Hasher::Algorithm::Sha256};
    LayerSummary summary = readLayer(**bytes, collector, limits, m_cancel, &m_progress);
    LayerHarvest harvest = collector.take();
    if (summary.complete)
        compareWithClaims(**bytes, info, harvest.entries, summary);
    if (summary.complete && named && summary.storedDigest != info.digest) {
        summary.complete = false;
        m_source.discardLayer(m_image, layer);
        summary.error = Error {
            ErrorKind::DigestMismatch, info.digest, QStringLiteral("the bytes have ") + summary.storedDigest, layer, {}, -1, -1};
    }
    summary.error.layer = layer;
    harvest.summary = std::move(summary);
    return harvest;
}

/// One thread starts with the largest layers, the others with the smallest: the long one never comes last, and small layers
/// give first results at once.
void ScanRun::work(bool largestFirst)
{
    for (int layer = takeLayer(largestFirst); layer >= 0 && !m_cancel.isCancelled(); layer = takeLayer(largestFirst))
        finishLayer(layer, readOne(layer));
}

void ScanRun::finishLayer(int layer, LayerHarvest harvest)
{
    bool last = false;
    {
        const std::lock_guard lock(m_mutex);
        m_harvests[static_cast<size_t>(layer)] = std::move(harvest);
        m_done[static_cast<size_t>(layer)] = true;
        last = std::all_of(m_done.begin(), m_done.end(), [](bool done) { return done; });
    }
    m_progress.layersDone.fetch_add(1);
    if (!m_onPartial || last || m_cancel.isCancelled())
        return;
    const std::unique_lock partial(m_partialMutex, std::try_to_lock);
    if (!partial.owns_lock() || (m_sincePartial.isValid() && m_sincePartial.elapsed() < m_options.partialIntervalMs))
        return;
    // Only finished harvests are read; a layer that is still being read writes to a harvest of its own.
    static const LayerHarvest nothingYet;
    std::vector<const LayerHarvest *> finished;
    {
        const std::lock_guard lock(m_mutex);
        for (size_t i = 0; i < m_harvests.size(); ++i)
            finished.push_back(m_done[i] ? &m_harvests[i] : &nothingYet);
    }
    m_onPartial(joinHarvests(m_image, m_knowledge, m_options, finished, m_finders, true));
    m_sincePartial.start();
}

std::shared_ptr<const Inventory> ScanRun::run()
{
    queueLayers();
    m_sums = sumKindsOf(m_source, m_image, m_cancel);
    const int wanted = m_options.jobs > 0 ? m_options.jobs : QThread::idealThreadCount();
    const int count = std::clamp(wanted, 1, std::max(1, static_cast<int>(m_image.layers.size())));
    std::vector<std::thread> threads;
    for (int i = 1; i < count; ++i)
        threads.emplace_back([this] { work(false); });
    work(count > 1);
    for (std::thread &thread : threads)
        thread.join();
    m_progress.stage = Stage::JoiningResults;
    std::vector<const LayerHarvest *> all;
    for (const LayerHarvest &harvest : m_harvests)
        all.push_back(&harvest);
    const std::vector<SbomClaim> attached = attachedClaims(m_source, m_image);
    return joinHarvests(m_image, m_knowledge, m_options, all, m_finders, m_cancel.isCancelled(), attached);
}

}  // namespace

Result<ScanKnowledge> ScanKnowledge::load()
{
    ScanKnowledge knowledge;
    auto catalog = LicenceCatalog::load();
    if (!catalog)
        return fail(catalog.error());
    knowledge.catalog = *catalog;
    auto matcher = LicenceMatcher::load(knowledge.catalog);
    if (!matcher)
        return fail(matcher.error());
    knowledge.matcher = *matcher;
    auto rights = VendorRights::load();
    if (!rights)
        return fail(rights.error());
    knowledge.rights = *rights;
    auto provenance = Provenance::load();
    if (!provenance)
        return fail(provenance.error());
    knowledge.provenance = *provenance;
    auto embedded = EmbeddedLibraryRules::load();
    if (!embedded)
        return fail(embedded.error());
    knowledge.embedded = *embedded;
    auto products = ProductRules::load();
    if (!products)
        return fail(products.error());
    knowledge.products = *products;
    auto trust = TrustRules::load();
    if (!trust)
        return fail(trust.error());
    knowledge.trust = *trust;
    return knowledge;
}

std::shared_ptr<const Inventory> scan(const ImageSource &source, const Image &image, const ScanKnowledge &knowledge,
                                      const ScanOptions &options, const CancelToken &cancel, Progress &progress,
                                      const PartialResult &onPartial)
{
    ScanRun run(source, image, knowledge, options, cancel, progress, onPartial);
    return run.run();
}

}  // namespace waybill
