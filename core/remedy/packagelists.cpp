// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/layerreader.h"
#include "core/remedy/notices.h"

#include <set>

namespace waybill {

namespace {

constexpr qint64 listLimit = 32LL << 20;  ///< bytes of one package's list; the largest of a distribution have a few
constexpr std::string_view listFolder = "var/lib/dpkg/info/";

/// Keeps the lists that stand in the running image.
class ListVisitor final : public EntryVisitor
{
public:
    ListVisitor(const FileTree &tree, int layer, PackageLists &lists) : m_tree(tree), m_layer(layer), m_lists(lists) { }
    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (entry.kind != EntryKind::File || !entry.path.starts_with(listFolder) || !entry.path.ends_with(".list")
            || entry.size > listLimit)
            return true;
        const NodeId live = m_tree.findLive(entry.path);
        if (!live.isValid() || m_tree.node(live).layer != m_layer)
            return true;
        QByteArray bytes;
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next())
            bytes.append(piece->data(), static_cast<qsizetype>(piece->size()));
        m_lists[entry.path] = bytes;
        return true;
    }

private:
    const FileTree &m_tree;
    int m_layer;
    PackageLists &m_lists;
};

}  // namespace

Result<PackageLists> readPackageLists(const ImageSource &source, const Inventory &inventory, const CancelToken &cancel,
                                      Progress &progress)
{
    const FileTree &tree = *inventory.tree;
    std::set<quint16> layers;
    for (const NodeId folder : tree.findAll(listFolder.substr(0, listFolder.size() - 1))) {
        const TreeNode &node = tree.node(folder);
        for (quint32 i = 0; i < node.childCount; ++i) {
            const TreeNode &child = tree.node(tree.child(folder, static_cast<int>(i)));
            if (!child.isGhost() && child.kind == EntryKind::File)
                layers.insert(child.layer);
        }
    }
    PackageLists lists;
    progress.stage = Stage::ReadingLayers;
    progress.layersTotal = static_cast<int>(layers.size());
    for (const quint16 layer : layers) {
        const auto stored = source.streamLayer(inventory.image, layer, cancel);
        if (!stored)
            return fail(stored.error());
        ListVisitor visitor(tree, layer, lists);
        LayerSummary summary = readLayer(**stored, visitor, {}, cancel, &progress);
        if (cancel.isCancelled())
            return fail(ErrorKind::Usage, inventory.image.reference, QStringLiteral("cancelled"));
        if (!summary.complete) {
            summary.error.layer = layer;
            return fail(summary.error);
        }
        ++progress.layersDone;
    }
    return lists;
}

}  // namespace waybill
