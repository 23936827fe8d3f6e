// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/componentjoin.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace waybill {

namespace {

constexpr size_t sightingLimit = 32;

void learn(QString &ours, const QString &theirs)
{
    if (ours.isEmpty())
        ours = theirs;
}

/// Adds what another finder knows of the same component.
void absorb(FoundComponent &into, FoundComponent &&other)
{
    Component &a = into.component;
    Component &b = other.component;
    learn(a.architecture, b.architecture);
    learn(a.sourceName, b.sourceName);
    learn(a.sourceVersion, b.sourceVersion);
    learn(a.supplier, b.supplier);
    learn(a.homePage, b.homePage);
    for (DeclaredLicence &declared : b.declared) {
        const bool known = std::any_of(a.declared.begin(), a.declared.end(), [&declared](const DeclaredLicence &ours) {
            return ours.asWritten == declared.asWritten && ours.field == declared.field;
        });
        if (!known)
            a.declared.push_back(std::move(declared));
    }
    for (std::string &path : b.licencePaths) {
        if (std::find(a.licencePaths.begin(), a.licencePaths.end(), path) == a.licencePaths.end())
            a.licencePaths.push_back(std::move(path));
    }
    if (a.sightings.size() < sightingLimit)
        a.sightings.push_back({b.finder, b.purl, b.metadataPath});
    std::move(other.ownedPaths.begin(), other.ownedPaths.end(), std::back_inserter(into.ownedPaths));
    std::move(other.ownedFolders.begin(), other.ownedFolders.end(), std::back_inserter(into.ownedFolders));
}

/// The folder that holds a component's metadata; the files of one installation lie together.
std::string placeOf(const Component &component)
{
    const size_t slash = component.metadataPath.rfind('/');
    return slash == std::string::npos ? std::string() : component.metadataPath.substr(0, slash);
}

}  // namespace

std::vector<FoundComponent> mergedDuplicates(std::vector<FoundComponent> found)
{
    std::map<std::tuple<QString, std::string, int, int>, size_t> known;
    std::vector<FoundComponent> merged;
    merged.reserve(found.size());
    for (FoundComponent &item : found) {
        const Component &c = item.component;
        const auto [place, isNew] = known.try_emplace({c.purl, placeOf(c), c.layer, c.hiddenBy}, merged.size());
        if (isNew || c.purl.isEmpty())
            merged.push_back(std::move(item));
        else
            absorb(merged[place->second], std::move(item));
    }
    return merged;
}

void addProducts(std::span<const LayerHarvest *const> harvests, const ProductRules &rules, const Inventory &inventory,
                 std::vector<FoundComponent> &found, Ownership &ownership)
{
    std::vector<const CapturedFile *> texts;
    for (const LayerHarvest *harvest : harvests) {
        for (const CapturedFile &file : harvest->captured) {
            Entry entry;
            entry.path = file.path;
            entry.size = file.content.size();
            if (file.finder < 0 && rules.wants(entry) > 0)
                texts.push_back(&file);
        }
    }
    const FileTree &tree = *inventory.tree;
    const auto owner = [&ownership](NodeId node) { return ownership.ownerOf(node); };
    for (FoundProduct &product : rules.find({tree, inventory.binaries, texts, owner, found})) {
        if (!product.component.partOf.isValid() || product.takesOver) {
            ownership.assign(product.files, ComponentId(found.size()));
        } else {
            // The files stay with the package around it; what the judge counts goes there.
            product.component.files = static_cast<int>(product.files.size());
            for (const NodeId file : product.files)
                product.component.bytes += tree.node(file).size;
        }
        found.push_back({std::move(product.component), {}});
    }
}

std::vector<FoundComponent> findComponents(std::span<const LayerHarvest *const> harvests,
                                           std::span<const std::unique_ptr<ComponentFinder>> finders, const FileTree &tree,
                                           std::vector<ImageNote> &notes)
{
    std::vector<FoundComponent> found;
    for (size_t i = 0; i < finders.size(); ++i) {
        std::vector<const CapturedFile *> wanted;
        for (const LayerHarvest *harvest : harvests) {
            for (const CapturedFile &file : harvest->captured) {
                Entry entry;
                entry.path = file.path;
                entry.size = file.content.size();
                if (file.finder < 0 ? finders[i]->wants(entry) > 0 : file.finder == static_cast<int>(i))
                    wanted.push_back(&file);
            }
        }
        FinderAnswer answer = finders[i]->find(wanted, tree);
        std::move(answer.components.begin(), answer.components.end(), std::back_inserter(found));
        std::move(answer.notes.begin(), answer.notes.end(), std::back_inserter(notes));
    }
    return mergedDuplicates(std::move(found));
}

}  // namespace waybill
