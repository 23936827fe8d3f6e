// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/circumstance.h"

#include <unordered_map>

namespace waybill {

namespace {

bool isOwn(const Judgement &judgement)
{
    return judgement.basis == Basis::OwnAssumed || judgement.basis == Basis::OwnStated;
}

/// Ties of other files tell nothing that a rule asks for.
bool matters(const Judgement &judgement)
{
    return isOwn(judgement) || judgement.licenceClass == LicenceClass::StrongCopyleft
        || judgement.licenceClass == LicenceClass::NetworkCopyleft;
}

JudgementId judgementOf(const Inventory &inventory, NodeId node)
{
    const quint32 index = node.value < inventory.judgementOf.size() ? inventory.judgementOf[node.value] : JudgementId::none;
    return index == JudgementId::none ? JudgementId() : JudgementId(index);
}

/// Libraries by the name that programs ask for (DT_SONAME). Of several the one in the final image, then the first.
std::unordered_map<std::string, NodeId> librariesOf(const Inventory &inventory)
{
    std::unordered_map<std::string, NodeId> found;
    for (const BinaryFile &binary : inventory.binaries) {
        if (binary.elf.soname.empty())
            continue;
        const auto [place, isNew] = found.try_emplace(binary.elf.soname, binary.node);
        if (!isNew && inventory.tree->node(place->second).isGhost() && !inventory.tree->node(binary.node).isGhost())
            place->second = binary.node;
    }
    return found;
}

}  // namespace

std::vector<LinkFact> linkFactsOf(const Inventory &inventory)
{
    std::vector<LinkFact> links;
    if (!inventory.tree || inventory.binaries.empty())
        return links;
    const std::unordered_map<std::string, NodeId> libraries = librariesOf(inventory);
    for (const BinaryFile &binary : inventory.binaries) {
        const JudgementId from = judgementOf(inventory, binary.node);
        if (!from.isValid() || !matters(inventory.judgements[from.value]))
            continue;
        for (const std::string &needed : binary.elf.needed) {
            const auto library = libraries.find(needed);
            const JudgementId to = library == libraries.end() ? JudgementId() : judgementOf(inventory, library->second);
            if (!to.isValid() || to == from)
                continue;
            LinkFact link;
            link.from = from;
            link.path = inventory.tree->path(binary.node);
            link.to = to;
            link.library = QString::fromStdString(needed);
            link.expression = inventory.judgements[to.value].expression;
            link.licenceClass = inventory.judgements[to.value].licenceClass;
            links.push_back(std::move(link));
        }
    }
    return links;
}

}  // namespace waybill
