// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <span>

namespace waybill {

/// Files and bytes per licence class.
struct ClassTotals {
    std::array<qint64, licenceClassCount> bytes {};
    std::array<quint32, licenceClassCount> files {};

    void add(LicenceClass cls, qint64 moreBytes, quint32 moreFiles);
    qint64 allBytes() const;
    quint32 allFiles() const;
    /// The strictest class that has a file; nullopt when there is none.
    std::optional<LicenceClass> worst() const;
    bool operator==(const ClassTotals &) const = default;
};

/// Class of a file: that of its judgement, Unknown when there is none. Only for files.
LicenceClass licenceClassOf(const Inventory &inventory, NodeId file);

/// What lies below every folder, by licence class: one backward pass over the tree, kept sparse because most folders hold
/// one or two classes. Files only; links repeat no bytes. Immutable, any thread.
class FolderClasses
{
public:
    FolderClasses() = default;
    /// Counts what is in the final image, and with `ghosts` also what later layers removed.
    FolderClasses(const Inventory &inventory, bool ghosts);
    /// Counts the files that are marked; `counted` holds one FilteredTree::Counted per node.
    FolderClasses(const Inventory &inventory, std::span<const quint8> counted);

    ClassTotals totals(NodeId folder) const;

private:
    struct Sum {
        qint64 bytes;
        quint32 files;
        LicenceClass licenceClass;
    };
    void build(const Inventory &inventory, std::span<const quint8> counted);
    std::shared_ptr<const FileTree> m_tree;
    std::vector<quint32> m_offset;  ///< by FileTree::folderOrdinal, into m_sums
    std::vector<quint8> m_count;    ///< likewise
    std::vector<Sum> m_sums;
};

/// Files that each layer brings, by licence class; with `ghosts` also those that later layers removed.
std::vector<ClassTotals> classesByLayer(const Inventory &inventory, bool ghosts);

}  // namespace waybill
