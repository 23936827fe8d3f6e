// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/contentdigests.h"

#include "core/archive/layerreader.h"

#include <unordered_map>
#include <unordered_set>

namespace waybill {

namespace {

/// Hashes the wanted files of one layer as they come by.
class DigestVisitor final : public EntryVisitor
{
public:
    DigestVisitor(const FileTree &tree, int layer) : m_tree(tree), m_layer(layer) { }

    void want(NodeId node)
    {
        m_wanted.emplace(m_tree.path(node), node);
        m_sizes.insert(m_tree.node(node).size);
    }

    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (entry.kind == EntryKind::Hardlink) {
            // The tree may keep the bytes of a file at another of its names than the tar does.
            const auto known = m_byPath.find(entry.target);
            if (known != m_byPath.end()) {
                const QByteArray digest = known->second;
                put(entry.path, digest);
            }
            return true;
        }
        if (entry.kind != EntryKind::File || !mayBeWanted(entry))
            return true;
        Hasher hasher;
        qint64 at = 0;
        while (true) {
            const auto piece = content.next();
            if (!piece) {
                error = piece.error();
                return false;
            }
            if (piece->empty())
                break;
            fillHole(hasher, content.pieceOffset() - at);
            hasher.add(*piece);
            at = content.pieceOffset() + static_cast<qint64>(piece->size());
        }
        fillHole(hasher, entry.size - at);
        put(entry.path, hasher.finish());
        return true;
    }

    ContentDigests digests;
    std::optional<Error> error;

private:
    bool mayBeWanted(const Entry &entry) const
    {
        if (m_wanted.contains(entry.path))
            return true;
        if (!m_sizes.contains(entry.size))
            return false;
        const NodeId node = m_tree.findAt(entry.path, m_layer);
        return node.isValid() && m_tree.node(node).kind == EntryKind::Hardlink;
    }

    static void fillHole(Hasher &hasher, qint64 bytes)
    {
        static constexpr std::array<char, 4096> zeros {};
        for (; bytes > 0; bytes -= static_cast<qint64>(zeros.size()))
            hasher.add(std::span(zeros).first(static_cast<size_t>(std::min<qint64>(bytes, zeros.size()))));
    }

    void put(const std::string &path, const QByteArray &digest)
    {
        m_byPath[path] = digest;
        // A path that stands twice in one layer: the last one counts, as in the tree.
        if (const auto found = m_wanted.find(path); found != m_wanted.end())
            digests[found->second] = digest;
    }

    const FileTree &m_tree;
    int m_layer;
    std::unordered_map<std::string, NodeId> m_wanted;
    std::unordered_set<qint64> m_sizes;
    std::unordered_map<std::string, QByteArray> m_byPath;
};

Error placed(Error error, const Image &image, int layer)
{
    if (error.subject.isEmpty())
        error.subject = image.reference;
    error.layer = layer;
    return error;
}

Result<void> readOne(const ImageSource &source, const Image &image, int layer, DigestVisitor &visitor, const CancelToken &cancel,
                     Progress &progress)
{
    const auto stored = source.streamLayer(image, layer, cancel);
    if (!stored)
        return fail(placed(stored.error(), image, layer));
    const LayerSummary summary = readLayer(**stored, visitor, {}, cancel, &progress);
    if (cancel.isCancelled())
        return fail(ErrorKind::Usage, image.reference, QStringLiteral("cancelled"));
    if (visitor.error)
        return fail(placed(*visitor.error, image, layer));
    if (!summary.complete)
        return fail(placed(summary.error, image, layer));
    return {};
}

}  // namespace

Result<ContentDigests> contentDigestsOf(const ImageSource &source, const Inventory &inventory, const std::vector<NodeId> &nodes,
                                        const CancelToken &cancel, Progress &progress)
{
    const FileTree &tree = *inventory.tree;
    std::map<int, DigestVisitor> visitors;
    for (const NodeId node : nodes) {
        const TreeNode &entry = tree.node(node);
        if (entry.kind == EntryKind::File && entry.layer < inventory.readings.size() && inventory.readings[entry.layer].complete)
            visitors.try_emplace(entry.layer, tree, entry.layer).first->second.want(node);
    }
    progress.stage = Stage::ReadingLayers;
    progress.layersTotal = static_cast<int>(visitors.size());
    ContentDigests digests;
    for (auto &[layer, visitor] : visitors) {
        if (const auto read = readOne(source, inventory.image, layer, visitor, cancel, progress); !read)
            return fail(read.error());
        digests.merge(visitor.digests);
        ++progress.layersDone;
    }
    return digests;
}

}  // namespace waybill
