// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/circumstance.h"

#include "core/policy/condition.h"
#include "core/policy/linkrules.h"

#include <QSet>

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype namesShown = 6;

QString shortList(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    const QString shown = names.mid(0, namesShown).join(QLatin1String(", "));
    return names.size() > namesShown ? shown + QStringLiteral(", …") : shown;
}

/// Judgements of all files that a component of this kind and name owns.
std::vector<JudgementId> ownedBy(const Inventory &inventory, QLatin1String kind, QLatin1String name)
{
    std::vector<JudgementId> found;
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        const Component *component = inventory.component(inventory.judgements[i]);
        if (component && component->kind == kind && component->name == name)
            found.emplace_back(i);
    }
    return found;
}

int layersWithFiles(const Inventory &inventory)
{
    QSet<quint16> layers;
    for (const Judgement &judgement : inventory.judgements)
        layers.unite(QSet<quint16>(judgement.layers.begin(), judgement.layers.end()));
    return static_cast<int>(layers.size());
}

/// The vendor of this distribution asks for approval of changed images that keep its marks. A single layer is taken for the
/// vendor's own image: what else could be in it would be in the package database.
void addUbuntu(const Inventory &inventory, std::vector<Circumstance> &out)
{
    if (!inventory.osName.startsWith(QLatin1String("Ubuntu")) || layersWithFiles(inventory) < 2)
        return;
    out.push_back({QStringLiteral("ubuntu-modified"),
                   {QStringLiteral("image"), inventory.osName},
                   ownedBy(inventory, QLatin1String("deb"), QLatin1String("base-files")),
                   QString::number(layersWithFiles(inventory))});
}

std::vector<JudgementId> judgementsAt(const Inventory &inventory, std::string_view path)
{
    std::vector<JudgementId> found;
    if (!inventory.tree || inventory.tree->size() == 0)
        return found;
    for (const NodeId node : inventory.tree->findAll(path)) {
        const quint32 index = inventory.judgementOf[node.value];
        if (index != JudgementId::none)
            found.emplace_back(index);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Images that grew from the vendor's own carry its licence file, its maintainer label, or its name.
void addNgc(const Inventory &inventory, std::vector<Circumstance> &out)
{
    const std::vector<JudgementId> marker = judgementsAt(inventory, "NGC-DL-CONTAINER-LICENSE");
    const QString label = inventory.image.labels.value(QStringLiteral("maintainer"));
    const bool labelled = label.contains(QLatin1String("@nvidia.com"), Qt::CaseInsensitive)
        || inventory.image.labels.contains(QStringLiteral("com.nvidia.cudnn.version"))
        || inventory.image.labels.contains(QStringLiteral("com.nvidia.build.id"));
    const QString &name = inventory.image.name;
    const bool named = name.startsWith(QLatin1String("nvcr.io/")) || name.startsWith(QLatin1String("nvidia/cuda"))
        || name.startsWith(QLatin1String("docker.io/nvidia/cuda"));
    if (marker.empty() && !labelled && !named)
        return;
    const QString detail = !marker.empty() ? QStringLiteral("/NGC-DL-CONTAINER-LICENSE")
        : named                            ? name
                                           : QStringLiteral("label maintainer");
    out.push_back({QStringLiteral("ngc-derived"), {QStringLiteral("image"), QStringLiteral("NVIDIA container")}, marker, detail});
}

bool needsText(LicenceClass cls)
{
    return cls != LicenceClass::PublicDomain && cls != LicenceClass::Unknown && cls != LicenceClass::VendorInternal
        && cls != LicenceClass::RestrictedUse;
}

bool isText(const LicenceMatch &match)
{
    return match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText || match.kind == MatchKind::Eula;
}

/// Components whose terms ask for a text with every copy while the image holds none: one finding for all of them. Debian
/// packages have a copyright file that points to the common texts; only its absence counts.
void addMissingTexts(const Inventory &inventory, std::vector<Circumstance> &out)
{
    QSet<quint32> without;
    std::vector<JudgementId> judgements;
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        const Judgement &judgement = inventory.judgements[i];
        const Component *component = inventory.component(judgement);
        if (!component || judgement.basis != Basis::Component || !needsText(judgement.licenceClass))
            continue;
        const bool hasText = !component->licencePaths.empty()
            || std::any_of(judgement.evidence.begin(), judgement.evidence.end(),
                           [&](EvidenceId id) { return isText(inventory.evidence[id.value].match); });
        if (hasText)
            continue;
        without.insert(judgement.component.value);
        judgements.emplace_back(i);
    }
    if (without.isEmpty())
        return;
    QStringList names;
    for (const quint32 id : std::as_const(without))
        names.append(inventory.components[id].name);
    out.push_back({QStringLiteral("text-missing"),
                   {QStringLiteral("image"), shortList(names)},
                   std::move(judgements),
                   QString::number(without.size())});
}

}  // namespace

std::vector<Circumstance> circumstancesOf(const Inventory &inventory, const std::vector<LinkFact> &links)
{
    std::vector<Circumstance> found;
    addUbuntu(inventory, found);
    addNgc(inventory, found);
    addMissingTexts(inventory, found);
    addLinkCircumstances(inventory, links, found);
    std::sort(found.begin(), found.end(), [](const Circumstance &a, const Circumstance &b) {
        return std::tie(a.id, a.subject.key, a.detail) < std::tie(b.id, b.subject.key, b.detail);
    });
    return found;
}

}  // namespace waybill
