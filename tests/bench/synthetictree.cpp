// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/synthetictree.h"

#include "core/tree/filetreebuilder.h"

namespace waybill::bench {

namespace {

constexpr int layerCount = 10;

std::string pathOf(Shape shape, int number)
{
    const std::string name = "lib" + std::to_string(number % 9973) + "-module" + std::to_string(number) + ".so";
    if (shape == Shape::Flat)
        return "flat/" + name;
    const int folder = number / 100;
    return "usr/part" + std::to_string(folder / 2500) + "/group" + std::to_string(folder / 50 % 50) + "/package"
        + std::to_string(folder) + "/" + name;
}

std::vector<Entry> layerOf(Shape shape, int entries, int layer)
{
    const int perLayer = entries / layerCount;
    std::vector<Entry> result;
    result.reserve(static_cast<size_t>(perLayer) + static_cast<size_t>(perLayer) / 10);
    for (int i = layer * perLayer; i < (layer + 1) * perLayer; ++i) {
        Entry entry;
        entry.path = pathOf(shape, i);
        entry.mode = 0644;
        entry.size = static_cast<qint64>(static_cast<quint32>(i) * 2654435761U % 100'000);
        result.push_back(std::move(entry));
    }
    for (int i = (layer - 1) * perLayer; layer > 0 && i < layer * perLayer; i += 10) {
        Entry whiteout;
        whiteout.path = pathOf(shape, i);
        whiteout.kind = EntryKind::Whiteout;
        result.push_back(std::move(whiteout));
    }
    return result;
}

}  // namespace

std::shared_ptr<const FileTree> syntheticTree(Shape shape, int entries,
                                              const std::function<void(const std::function<void()> &)> &stack)
{
    FileTreeBuilder builder;
    for (int layer = 0; layer < layerCount; ++layer) {
        const std::vector<Entry> records = layerOf(shape, entries, layer);
        stack([&] { builder.addLayer(records); });
    }
    std::shared_ptr<const FileTree> tree;
    stack([&] { tree = builder.finish(); });
    return tree;
}

std::shared_ptr<const Inventory> syntheticInventory(Shape shape, int entries)
{
    auto inventory = std::make_shared<Inventory>();
    inventory->tree = syntheticTree(shape, entries, [](const std::function<void()> &work) { work(); });
    inventory->image.layers.resize(layerCount);
    for (int i = 0; i < 500; ++i) {
        Judgement judgement;
        judgement.licenceClass = allLicenceClasses[static_cast<size_t>(i) % licenceClassCount];
        judgement.expression = QStringLiteral("LicenseRef-%1").arg(i * 7919 % 500);
        inventory->judgements.push_back(judgement);
    }
    const auto nodes = inventory->tree->nodes();
    inventory->judgementOf.assign(nodes.size(), JudgementId::none);
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind == EntryKind::File)
            inventory->judgementOf[i] = static_cast<quint32>(nodes[i].parent * 31 % 500);
    }
    return inventory;
}

}  // namespace waybill::bench
