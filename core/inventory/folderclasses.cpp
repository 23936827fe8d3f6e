// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/folderclasses.h"

#include "core/tree/filteredtree.h"

#include <algorithm>
#include <numeric>

namespace waybill {

void ClassTotals::add(LicenceClass cls, qint64 moreBytes, quint32 moreFiles)
{
    bytes[static_cast<size_t>(cls)] += moreBytes;
    files[static_cast<size_t>(cls)] += moreFiles;
}

qint64 ClassTotals::allBytes() const
{
    return std::accumulate(bytes.begin(), bytes.end(), qint64(0));
}

quint32 ClassTotals::allFiles() const
{
    return std::accumulate(files.begin(), files.end(), quint32(0));
}

std::optional<LicenceClass> ClassTotals::worst() const
{
    std::optional<LicenceClass> result;
    for (const LicenceClass cls : allLicenceClasses) {
        if (files[static_cast<size_t>(cls)] > 0 && (!result || licenceClassRank(cls) > licenceClassRank(*result)))
            result = cls;
    }
    return result;
}

LicenceClass licenceClassOf(const Inventory &inventory, NodeId file)
{
    // A partial result may be older than the end of its own tree.
    if (file.value >= inventory.judgementOf.size())
        return LicenceClass::Unknown;
    const Judgement *judgement = inventory.judgement(file);
    return judgement ? judgement->licenceClass : LicenceClass::Unknown;
}

FolderClasses::FolderClasses(const Inventory &inventory, bool ghosts)
{
    const auto nodes = inventory.tree->nodes();
    std::vector<quint8> counted(nodes.size(), 0);
    for (size_t i = 0; i < nodes.size(); ++i)
        counted[i] = nodes[i].kind == EntryKind::File && (ghosts || !nodes[i].isGhost()) ? FilteredTree::CountedFile
                                                                                         : FilteredTree::NotCounted;
    build(inventory, counted);
}

FolderClasses::FolderClasses(const Inventory &inventory, std::span<const quint8> counted)
{
    build(inventory, counted);
}

void FolderClasses::build(const Inventory &inventory, std::span<const quint8> counted)
{
    const auto nodes = inventory.tree->nodes();
    m_tree = inventory.tree;
    size_t folder = m_tree->folderCount();
    m_offset.assign(folder, 0);
    m_count.assign(folder, 0);
    // Children come after their parent, so going backwards every folder finds its subfolders summed.
    for (size_t i = nodes.size(); i-- > 0;) {
        if (!m_tree->isFolder(NodeId(i)))
            continue;
        ClassTotals sum;
        for (quint32 child = nodes[i].firstChild; child < nodes[i].firstChild + nodes[i].childCount; ++child) {
            if (counted[child] == FilteredTree::CountedFile)
                sum.add(licenceClassOf(inventory, NodeId(child)), nodes[child].size, 1);
            if (!m_tree->isFolder(NodeId(child)))
                continue;
            const quint32 inner = m_tree->folderOrdinal(NodeId(child));
            for (quint32 s = m_offset[inner]; s < m_offset[inner] + m_count[inner]; ++s)
                sum.add(m_sums[s].licenceClass, m_sums[s].bytes, m_sums[s].files);
        }
        m_offset[--folder] = static_cast<quint32>(m_sums.size());
        for (const LicenceClass cls : allLicenceClasses) {
            const auto c = static_cast<size_t>(cls);
            if (sum.files[c] > 0)
                m_sums.push_back({sum.bytes[c], sum.files[c], cls});
        }
        m_count[folder] = static_cast<quint8>(m_sums.size() - m_offset[folder]);
    }
}

ClassTotals FolderClasses::totals(NodeId folder) const
{
    ClassTotals result;
    const bool known = m_tree && folder.value < static_cast<quint32>(m_tree->size());
    const quint32 ordinal = known ? m_tree->folderOrdinal(folder) : NodeId::none;
    if (ordinal == NodeId::none)
        return result;
    for (quint32 s = m_offset[ordinal]; s < m_offset[ordinal] + m_count[ordinal]; ++s)
        result.add(m_sums[s].licenceClass, m_sums[s].bytes, m_sums[s].files);
    return result;
}

std::vector<ClassTotals> classesByLayer(const Inventory &inventory, bool ghosts)
{
    std::vector<ClassTotals> layers(inventory.image.layers.size());
    const auto nodes = inventory.tree->nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const TreeNode &node = nodes[i];
        if (node.kind == EntryKind::File && (ghosts || !node.isGhost()) && node.layer < layers.size())
            layers[node.layer].add(licenceClassOf(inventory, NodeId(i)), node.size, 1);
    }
    return layers;
}

}  // namespace waybill
