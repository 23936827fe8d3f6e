// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/planner.h"

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr size_t manyPackages = 60;
constexpr qsizetype namesShown = 8;

struct Sum {
    qint64 files = 0;
    qint64 bytes = 0;
    void add(const Judgement &judgement)
    {
        files += judgement.liveFiles + judgement.ghostFiles;
        bytes += judgement.liveBytes + judgement.ghostBytes;
    }
};

RemedyHint hintOf(const char *id, QStringList parts, const Sum &sum)
{
    parts.sort();
    parts.removeDuplicates();
    return {QString::fromLatin1(id), parts.mid(0, namesShown), sum.files, sum.bytes};
}

/// Tools, headers and static libraries stand in the way: a runtime image does not hold them in the first place.
void addRuntimeImage(std::vector<RemedyHint> &hints, const Inventory &inventory, const Assessment &assessment, Scenario scenario)
{
    QStringList packages;
    Sum sum;
    for (const Finding &finding : assessment.findings) {
        if (finding.effect(scenario).permission != Permission::NotPermitted)
            continue;
        for (const JudgementId id : finding.judgements) {
            const Judgement &judgement = inventory.judgements[id.value];
            const QString &group = judgement.right.group;
            if (!group.startsWith(QLatin1String("tool")) && group != QLatin1String("header")
                && group != QLatin1String("static-library"))
                continue;
            sum.add(judgement);
            if (const Component *component = inventory.component(judgement))
                packages.append(component->name);
        }
    }
    if (sum.files > 0)
        hints.push_back(hintOf("runtime-image", packages, sum));
}

void addNewerEditions(std::vector<RemedyHint> &hints, const Inventory &inventory, const Assessment &assessment, Scenario scenario)
{
    std::map<QString, Sum> editions;
    for (const Finding &finding : assessment.findings) {
        if (finding.effect(scenario).permission < Permission::Undetermined)
            continue;
        for (const JudgementId id : finding.judgements) {
            const Judgement &judgement = inventory.judgements[id.value];
            if (!judgement.right.newerEditionId.isEmpty())
                editions[judgement.right.newerEditionId].add(judgement);
        }
    }
    for (const auto &[edition, sum] : editions)
        hints.push_back(hintOf("newer-edition", {edition}, sum));
}

}  // namespace

std::vector<RemedyHint> remedyHints(const Inventory &inventory, const Assessment &assessment, Scenario scenario)
{
    std::vector<RemedyHint> hints;
    if (assessment.verdict(scenario).verdict == Verdict::CanShip)
        return hints;
    addRuntimeImage(hints, inventory, assessment, scenario);
    addNewerEditions(hints, inventory, assessment, scenario);
    if (!leavesCompany(scenario))
        return hints;
    // Copyleft packages of the distribution bring their duties whatever is removed; fewer packages mean fewer duties.
    Sum copyleft;
    QStringList packages;
    qint64 installed = 0;
    for (const Judgement &judgement : inventory.judgements) {
        const Component *component = inventory.component(judgement);
        if (component && component->kind == QLatin1String("deb") && judgement.licenceClass == LicenceClass::StrongCopyleft) {
            copyleft.add(judgement);
            packages.append(component->name);
        }
    }
    packages.removeDuplicates();
    for (const Component &component : inventory.components)
        installed += component.kind == QLatin1String("deb") && !component.isGhost() ? 1 : 0;
    if (installed >= static_cast<qint64>(manyPackages) && !packages.isEmpty())
        hints.push_back(hintOf("minimal-base", packages, copyleft));
    if (!inventory.image.reference.contains(QLatin1String("@sha256:")) && inventory.image.labels.isEmpty()
        && inventory.image.author.isEmpty())
        hints.push_back(hintOf("trusted-publisher", {inventory.image.name}, {}));
    return hints;
}

}  // namespace waybill
