// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/ledger.h"

#include <algorithm>
#include <tuple>

namespace waybill {

namespace {

bool hasEnding(std::string_view name, std::span<const std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [name](std::string_view ending) { return name.ends_with(ending); });
}

UnexplainedKind kindOf(const Inventory &inventory, NodeId node)
{
    static constexpr std::array<std::string_view, 6> jars {".jar", ".war", ".ear", ".jmod", ".aar", ".hpi"};
    static constexpr std::array<std::string_view, 22> archives {
        ".zip", ".whl", ".egg", ".tar", ".tgz", ".txz",   ".gz",  ".bz2",   ".xz",    ".zst",  ".7z",
        ".rar", ".deb", ".rpm", ".apk", ".cab", ".conda", ".gem", ".crate", ".nupkg", ".cpio", ".lz4"};
    if (const BinaryFile *binary = inventory.binary(node))
        return binary->format == BinaryFormat::Elf ? UnexplainedKind::Elf : UnexplainedKind::StaticLibrary;
    const std::string_view name = inventory.tree->name(node);
    if (hasEnding(name, jars))
        return UnexplainedKind::Jar;
    return hasEnding(name, archives) ? UnexplainedKind::Archive : UnexplainedKind::Other;
}

void add(LedgerSum &sum, qint64 bytes)
{
    sum.bytes += bytes;
    ++sum.files;
}

}  // namespace

QLatin1String explanationId(Explanation explanation)
{
    static constexpr std::array names {"package", "product", "text", "rule", "generated", "own", "unexplained"};
    return QLatin1String(names.at(static_cast<size_t>(explanation)));
}

QLatin1String unexplainedKindId(UnexplainedKind kind)
{
    static constexpr std::array names {"elf", "static-library", "jar", "archive", "other"};
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

Explanation explanationOf(const Inventory &inventory, NodeId file)
{
    const Judgement *judgement = inventory.judgement(file);
    if (!judgement)
        return Explanation::Unexplained;
    if (const Component *owner = inventory.component(*judgement)) {
        const bool product = owner->kind == QLatin1String("product") || owner->kind == QLatin1String("model");
        return product ? Explanation::Product : Explanation::Package;
    }
    switch (judgement->basis) {
    case Basis::FileText:
    case Basis::NearestText:
        return Explanation::Text;
    case Basis::VendorRule:
        return Explanation::Rule;
    case Basis::Generated:
        return Explanation::Generated;
    case Basis::OwnStated:
        return Explanation::Own;
    case Basis::OwnAssumed:
        // Copied in by the builder says who put it there, not who wrote it; of a program or an archive that is too little.
        return kindOf(inventory, file) == UnexplainedKind::Other ? Explanation::Own : Explanation::Unexplained;
    case Basis::Component:
    case Basis::None:
        break;
    }
    return Explanation::Unexplained;
}

double Ledger::explainedShare() const
{
    const qint64 all = liveTotal.bytes + ghostTotal.bytes;
    const qint64 open = liveOf(Explanation::Unexplained).bytes + ghostOf(Explanation::Unexplained).bytes;
    return all == 0 ? 1.0 : 1.0 - static_cast<double>(open) / static_cast<double>(all);
}

Ledger ledgerOf(const Inventory &inventory, int layer)
{
    Ledger ledger;
    const std::span<const TreeNode> nodes = inventory.tree->nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const TreeNode &node = nodes[i];
        if (node.kind != EntryKind::File || (layer >= 0 && node.layer != layer))
            continue;
        const NodeId id(i);
        const Explanation why = explanationOf(inventory, id);
        add((node.isGhost() ? ledger.ghost : ledger.live)[static_cast<size_t>(why)], node.size);
        add(node.isGhost() ? ledger.ghostTotal : ledger.liveTotal, node.size);
        if (why == Explanation::Unexplained)
            ledger.unexplained.push_back({id, node.size, kindOf(inventory, id), node.isGhost()});
    }
    std::sort(ledger.unexplained.begin(), ledger.unexplained.end(), [](const UnexplainedFile &a, const UnexplainedFile &b) {
        const auto rank
            = [](const UnexplainedFile &file) { return std::tuple(file.kind == UnexplainedKind::Other, -file.bytes, file.node); };
        return rank(a) < rank(b);
    });
    return ledger;
}

}  // namespace waybill
