// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/rawtar.h"
#include "core/remedy/recordedits.h"
#include "core/remedy/removalset.h"

#include <memory>
#include <unordered_set>

namespace waybill {

/// What a removal means for the records of every layer:
/// - files, links and devices of the set go from the layers that bring them; emptied folders go from all layers;
/// - a whiteout goes when all that it hid below has gone, other whiteouts and opaque marks stay;
/// - dpkg's status and status-old lose the packages that go as a whole, .list and .md5sums of packages that stay lose the
///   removed files, and so do RECORD files of Python distributions.
/// Caches (ld.so.cache, fontconfig, __pycache__ of others) and dpkg's alternatives and diversions are left as they are.
/// Immutable, any thread. Borrows nothing but the inventory's tree, which must outlive it.
class ImageEdits
{
public:
    /// `gone`: packages that go as a whole, one flag per component.
    ImageEdits(std::shared_ptr<const Inventory> inventory, const RemovalSet &set, const std::vector<bool> &gone);

    /// True when records of the layer may change; the copy shows whether they really do.
    bool mayChange(int layer) const { return m_mayChange[static_cast<size_t>(layer)]; }
    RawAction decide(int layer, const RawMember &member) const;
    QByteArray edited(const RawMember &member, const QByteArray &content) const;
    /// A folder of the running image that stays.
    bool hasFolder(const std::string &path) const;
    quint32 removedFiles() const { return m_removedFiles; }

private:
    enum class Edit : quint8 { Status, FileList, Record };
    void readTree(const RemovalSet &set);
    void planEdits(const RemovalSet &set, const std::vector<bool> &gone);
    void addEdit(const std::string &path, Edit edit);
    bool isPointless(const std::string &path, int layer) const;
    bool isRemovedForGood(const std::string &path) const;

    std::shared_ptr<const Inventory> m_inventory;
    NodeMarks m_removed, m_emptied;
    std::vector<quint16> m_lowestKept, m_lowestGone;  ///< per node: lowest layer with something kept, or removed, at or below it
    std::vector<std::unordered_set<std::string>> m_dropped;  ///< by layer
    std::unordered_set<std::string> m_emptiedFolders;
    std::unordered_map<std::string, Edit> m_edits;
    QSet<QByteArray> m_gonePackages;
    std::vector<bool> m_mayChange;
    quint32 m_removedFiles = 0;
};

/// Applies the edits to one layer and counts. One per layer and thread.
class LayerEditor final : public RawTarEditor
{
public:
    LayerEditor(const ImageEdits &edits, int layer) : m_edits(edits), m_layer(layer) { }
    RawAction decide(const RawMember &member) override;
    QByteArray edit(const RawMember &member, const QByteArray &content) override;

    bool changed() const { return dropped + edited > 0; }
    int kept = 0;  ///< records that stay, edited ones included
    int dropped = 0;
    int droppedFiles = 0;  ///< of them regular files
    int edited = 0;        ///< files whose content really changed

private:
    const ImageEdits &m_edits;
    int m_layer;
};

}  // namespace waybill
