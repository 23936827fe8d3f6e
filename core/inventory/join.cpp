// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/join.h"

#include "core/component/findertools.h"
#include "core/inventory/componentjoin.h"
#include "core/inventory/judge.h"
#include "core/inventory/trustsink.h"
#include "core/tree/filetreebuilder.h"
#include "core/tree/lookalikes.h"

#include <algorithm>

namespace waybill {

namespace {

LayerReading readingOf(const LayerSummary &summary)
{
    LayerReading reading;
    reading.diffId = summary.diffId;
    reading.storedDigest = summary.storedDigest;
    reading.unpackedBytes = summary.unpackedBytes;
    reading.entries = summary.entries;
    reading.complete = summary.complete
        && std::none_of(summary.oddities.begin(), summary.oddities.end(), [](const LayerOddity &o) { return o.incomplete; });
    reading.error = summary.error;
    return reading;
}

void noteLayer(Inventory &inventory, int layer, const LayerSummary &summary)
{
    for (const LayerOddity &oddity : summary.oddities)
        inventory.notes.push_back({oddity.id, layer, oddity.detail, oddity.incomplete});
    const QString &declared = inventory.image.layers[static_cast<size_t>(layer)].diffId;
    if (!summary.diffId.isEmpty() && !declared.isEmpty() && declared != summary.diffId)
        inventory.notes.push_back({QStringLiteral("diff-id-mismatch"), layer, summary.diffId, false});
    // A layer that was never started has neither error text nor bytes; that is "not read yet", not a failure.
    if (!summary.complete && !summary.cancelled && !(summary.error.cause.isEmpty() && summary.error.subject.isEmpty()))
        inventory.notes.push_back({QStringLiteral("layer-failed"), layer, summary.error.cause, true});
}

/// Binaries by node. Of several records of one path in a layer the last one is what the layer leaves there.
void placeBinaries(Inventory &inventory, std::span<const LayerHarvest *const> harvests)
{
    for (size_t layer = 0; layer < harvests.size(); ++layer) {
        for (const auto &[path, file] : harvests[layer]->binaries) {
            for (const NodeId node : inventory.tree->findAll(path)) {
                const TreeNode &there = inventory.tree->node(node);
                if (there.layer != layer || there.kind != EntryKind::File)
                    continue;
                inventory.binaries.push_back(file);
                inventory.binaries.back().node = node;
            }
        }
    }
    std::stable_sort(inventory.binaries.begin(), inventory.binaries.end(),
                     [](const BinaryFile &a, const BinaryFile &b) { return a.node < b.node; });
    const auto sameNode = [](const BinaryFile &a, const BinaryFile &b) { return a.node == b.node; };
    const auto first = std::unique(inventory.binaries.rbegin(), inventory.binaries.rend(), sameNode);
    inventory.binaries.erase(inventory.binaries.begin(), first.base());
}

QString osNameOf(std::span<const LayerHarvest *const> harvests)
{
    std::vector<const CapturedFile *> files;
    for (const LayerHarvest *harvest : harvests) {
        for (const CapturedFile &file : harvest->captured) {
            if (speaksOfSystem(file.path))
                files.push_back(&file);
        }
    }
    return osIdentityOf(files).name;
}

/// Names that one host would take for the same. Said once for the whole image.
void noteLookAlikes(Inventory &inventory)
{
    constexpr size_t most = 1000;
    const std::vector<LookAlike> found = findLookAlikes(*inventory.tree, most, {});
    if (found.empty())
        return;
    const auto shown = [&](NodeId node) { return QString::fromStdString(inventory.tree->path(node)); };
    inventory.notes.push_back({QStringLiteral("lookalike-names"), -1,
                               QStringLiteral("%1 pairs, the first: %2, %3")
                                   .arg(QString::number(found.size()), shown(found.front().first), shown(found.front().second)),
                               false});
}

}  // namespace

std::shared_ptr<const Inventory> joinHarvests(const Image &image, const ScanKnowledge &knowledge, const ScanOptions &options,
                                              std::span<const LayerHarvest *const> harvests,
                                              std::span<const std::unique_ptr<ComponentFinder>> finders, bool partial,
                                              std::span<const SbomClaim> attached)
{
    auto inventory = std::make_shared<Inventory>();
    inventory->image = image;
    inventory->notes = image.notes;
    inventory->partial = partial;
    inventory->base = baseImageOf(image, options.knownBases);
    FileTreeBuilder builder;
    for (size_t i = 0; i < harvests.size(); ++i) {
        builder.addLayer(harvests[i]->entries);
        inventory->readings.push_back(readingOf(harvests[i]->summary));
        noteLayer(*inventory, static_cast<int>(i), harvests[i]->summary);
        if (harvests[i]->droppedCaptures > 0)
            inventory->notes.push_back(
                {QStringLiteral("package-data-limit"), static_cast<int>(i), QString::number(harvests[i]->droppedCaptures), true});
        for (const std::string &path : harvests[i]->cutTexts)
            inventory->notes.push_back(
                {QStringLiteral("licence-text-cut"), static_cast<int>(i), QString::fromStdString(path), true});
    }
    inventory->tree = builder.finish();
    if (!partial)
        noteLookAlikes(*inventory);
    inventory->osName = osNameOf(harvests);
    placeBinaries(*inventory, harvests);
    inventory->claims.assign(attached.begin(), attached.end());
    for (const LayerHarvest *harvest : harvests)
        inventory->claims.insert(inventory->claims.end(), harvest->claims.begin(), harvest->claims.end());

    std::vector<FoundComponent> found = findComponents(harvests, finders, *inventory->tree, inventory->notes);
    Ownership ownership(*inventory->tree, found);
    addProducts(harvests, *knowledge.products, *inventory, found, ownership);
    const TextIndex texts(harvests, *inventory->tree);
    std::vector<ComponentTerms> terms;
    terms.reserve(found.size());
    for (FoundComponent &component : found) {
        terms.push_back(termsOf(component, texts, *knowledge.catalog, *knowledge.matcher));
        inventory->components.push_back(component.component);
    }
    ownership.nameOwners(*inventory->tree, inventory->components);
    if (knowledge.trust && !partial)
        inventory->trust = trustFactsOf(harvests, *inventory->tree);
    Judge(*inventory, knowledge, harvests, ownership, texts, terms).judgeAll();
    return inventory;
}

}  // namespace waybill
