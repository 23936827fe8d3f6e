// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventorycodec.h"

#include "core/inventory/inventorystream.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace waybill {

namespace {

constexpr quint32 magic = 0x57425649;  // "WBVI"
// 2: sightings, partOf; 3: needs of packages; 4: vendored; 5: binaries, base, claims; 6: trust;
// 7: licences of embedded libraries
constexpr quint32 version = 7;
constexpr qint64 unpackedLimit = 2LL << 30;

tl::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorKind::Malformed, QStringLiteral("inventory"), QString::fromLatin1(what));
}

/// Indices that point outside their table would be read blindly later on.
bool referencesHold(const Inventory &inventory)
{
    const auto nodes = static_cast<size_t>(inventory.tree->size());
    if (inventory.judgementOf.size() != nodes)
        return false;
    const bool judgements = std::all_of(inventory.judgementOf.begin(), inventory.judgementOf.end(), [&](quint32 index) {
        return index == JudgementId::none || index < inventory.judgements.size();
    });
    const bool components = std::all_of(inventory.components.begin(), inventory.components.end(), [&](const Component &c) {
        return !c.partOf.isValid() || c.partOf.value < inventory.components.size();
    });
    const bool binaries = std::all_of(inventory.binaries.begin(), inventory.binaries.end(),
                                      [nodes](const BinaryFile &file) { return file.node.value < nodes; })
        && std::is_sorted(inventory.binaries.begin(), inventory.binaries.end(),
                          [](const BinaryFile &a, const BinaryFile &b) { return a.node < b.node; });
    return judgements && components && binaries
        && std::all_of(inventory.judgements.begin(), inventory.judgements.end(), [&](const Judgement &judgement) {
               return (!judgement.component.isValid() || judgement.component.value < inventory.components.size())
                   && std::all_of(judgement.evidence.begin(), judgement.evidence.end(),
                                  [&](EvidenceId id) { return id.value < inventory.evidence.size(); })
                   && std::all_of(judgement.layers.begin(), judgement.layers.end(),
                                  [&](quint16 layer) { return layer < inventory.image.layers.size(); });
           });
}

}  // namespace

void InventoryCodec::writeTree(QDataStream &stream, const FileTree &tree)
{
    writeBlock(stream, tree.m_nodes);
    writeBlock(stream, tree.m_names);
    stream << static_cast<quint32>(tree.m_targets.size());
    for (const auto &[node, target] : tree.m_targets)
        stream << node << target;
    stream << tree.m_layerCount;
}

bool InventoryCodec::readTree(QDataStream &stream, FileTree &tree)
{
    readBlock(stream, tree.m_nodes);
    readBlock(stream, tree.m_names);
    quint32 targets = 0;
    stream >> targets;
    for (quint32 i = 0; i < targets && stream.status() == QDataStream::Ok; ++i) {
        std::pair<quint32, quint32> target;
        stream >> target.first >> target.second;
        tree.m_targets.push_back(target);
    }
    stream >> tree.m_layerCount;
    if (stream.status() != QDataStream::Ok || tree.m_nodes.empty() || tree.m_layerCount < 0)
        return false;
    const auto nameHolds = [&tree](quint32 offset) {
        quint32 length = 0;
        if (offset + sizeof length > tree.m_names.size())
            return false;
        std::memcpy(&length, tree.m_names.data() + offset, sizeof length);
        return offset + sizeof length + length <= tree.m_names.size();
    };
    for (size_t i = 0; i < tree.m_nodes.size(); ++i) {
        const TreeNode &node = tree.m_nodes[i];
        const bool parentHolds
            = i == 0 ? node.parent == NodeId::none && node.isFolder() : node.parent < i && tree.m_nodes[node.parent].isFolder();
        const bool childrenHold = node.firstChild > i && quint64(node.firstChild) + node.childCount <= tree.m_nodes.size();
        const bool layersHold = node.layer < qMax(1, tree.m_layerCount)
            && (node.hiddenBy == TreeNode::noLayer || node.hiddenBy < tree.m_layerCount);
        if (!parentHolds || (node.childCount > 0 && !childrenHold) || !nameHolds(node.name) || !layersHold
            || node.kind > EntryKind::Opaque)
            return false;
    }
    for (const auto &[node, target] : tree.m_targets) {
        if (node >= tree.m_nodes.size() || !nameHolds(target))
            return false;
    }
    tree.computeSums();
    return true;
}

QByteArray InventoryCodec::encode(const Inventory &inventory)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << version << inventory.image;
    writeList(stream, inventory.readings);
    writeList(stream, inventory.notes);
    writeTree(stream, *inventory.tree);
    writeList(stream, inventory.components);
    writeList(stream, inventory.binaries);
    stream << inventory.base;
    writeList(stream, inventory.claims);
    writeList(stream, inventory.evidence);
    writeList(stream, inventory.judgements);
    writeBlock(stream, inventory.judgementOf);
    stream << inventory.osName << inventory.partial << inventory.trust;
    return qCompress(bytes, 3);
}

Result<std::shared_ptr<const Inventory>> InventoryCodec::decode(const QByteArray &bytes)
{
    // qUncompress trusts the length in front of the data.
    if (bytes.size() < 8 || qFromBigEndian<quint32>(bytes.constData()) > unpackedLimit)
        return damaged("no valid length");
    const QByteArray unpacked = qUncompress(bytes);
    QDataStream stream(unpacked);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 foundMagic = 0;
    quint32 foundVersion = 0;
    stream >> foundMagic >> foundVersion;
    if (foundMagic != magic)
        return damaged("not an inventory");
    if (foundVersion != version)
        return fail(ErrorKind::NotSupported, QStringLiteral("inventory"), QStringLiteral("format %1").arg(foundVersion));
    auto inventory = std::make_shared<Inventory>();
    auto tree = std::make_shared<FileTree>();
    stream >> inventory->image;
    readList(stream, inventory->readings);
    readList(stream, inventory->notes);
    if (stream.status() != QDataStream::Ok || !readTree(stream, *tree))
        return damaged("file tree");
    inventory->tree = std::move(tree);
    readList(stream, inventory->components);
    readList(stream, inventory->binaries);
    stream >> inventory->base;
    readList(stream, inventory->claims);
    readList(stream, inventory->evidence);
    readList(stream, inventory->judgements);
    readBlock(stream, inventory->judgementOf);
    stream >> inventory->osName >> inventory->partial >> inventory->trust;
    if (stream.status() != QDataStream::Ok || !referencesHold(*inventory))
        return damaged("references between tables");
    inventory->indexJudgements();
    return inventory;
}

}  // namespace waybill
