// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <array>

namespace waybill {

/// What accounts for a file being in the image. Each file has exactly one: its owner first, then what speaks for it.
enum class Explanation : quint8 {
    Package,      ///< a package of a package manager owns it
    Product,      ///< a recognised product that no package owns
    Text,         ///< a licence text or notice in it or above it
    Rule,         ///< a file rule of a vendor agreement
    Generated,    ///< written by the system or a package manager, or empty
    Own,          ///< the builder's own work, by the build instruction
    Unexplained,  ///< nothing of these
};
constexpr size_t explanationCount = static_cast<size_t>(Explanation::Unexplained) + 1;
/// Stable identifier ("package"), used in JSON.
QLatin1String explanationId(Explanation explanation);
/// Explanation of one file. Nodes that are no files, and files of a scan in progress without judgement, are Unexplained.
Explanation explanationOf(const Inventory &inventory, NodeId file);

/// What an unexplained file is, by its first bytes or, for archives, by its name.
enum class UnexplainedKind : quint8 { Elf, StaticLibrary, Jar, Archive, Other };
constexpr size_t unexplainedKindCount = static_cast<size_t>(UnexplainedKind::Other) + 1;
QLatin1String unexplainedKindId(UnexplainedKind kind);

struct LedgerSum {
    qint64 bytes = 0;
    quint32 files = 0;
};

struct UnexplainedFile {
    NodeId node;
    qint64 bytes = 0;
    UnexplainedKind kind = UnexplainedKind::Other;
    bool isGhost = false;
};

/// Where every byte of an image comes from; live files and ghosts apart. The parts add up to `total`, which is the sum of all
/// files of the tree.
struct Ledger {
    std::array<LedgerSum, explanationCount> live;
    std::array<LedgerSum, explanationCount> ghost;
    LedgerSum liveTotal;
    LedgerSum ghostTotal;
    std::vector<UnexplainedFile> unexplained;  ///< binaries and archives first, in each group the largest first

    const LedgerSum &liveOf(Explanation e) const { return live[static_cast<size_t>(e)]; }
    const LedgerSum &ghostOf(Explanation e) const { return ghost[static_cast<size_t>(e)]; }
    /// Live and ghost bytes that something explains, as a share of all, 0 to 1; 1 when there are no bytes.
    double explainedShare() const;
};

/// The ledger of all layers, or of one (from 0). Pure; any thread.
Ledger ledgerOf(const Inventory &inventory, int layer = -1);

}  // namespace waybill
