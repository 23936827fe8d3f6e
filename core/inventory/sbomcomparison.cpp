// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/sbomcomparison.h"

#include "core/licence/licenceexpression.h"

#include <QHash>

#include <array>

namespace waybill {

namespace {

/// "pkg:deb/debian/curl@7.88?arch=amd64" -> "deb/debian/curl"; empty when it is no package URL.
QString identity(const QString &purl)
{
    if (!purl.startsWith(QLatin1String("pkg:")))
        return {};
    QString text = purl.mid(4).section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    // A scoped npm name begins with "@" or its encoding; that is no version.
    if (at > text.lastIndexOf(QLatin1Char('/')))
        text.truncate(at);
    return text.toLower().replace(QLatin1String("%40"), QLatin1String("@"));
}

QString plainName(const QString &name)
{
    return name.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
}

}  // namespace

QLatin1String claimStateId(ClaimState state)
{
    static constexpr std::array names {"found", "other-version", "gone", "absent"};
    return QLatin1String(names.at(static_cast<size_t>(state)));
}

std::vector<ClaimAnswer> answerClaim(const Inventory &inventory, const SbomClaim &claim)
{
    QHash<QString, std::vector<quint32>> byPurl;
    QHash<QString, std::vector<quint32>> byName;
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &component = inventory.components[i];
        if (const QString id = identity(component.purl); !id.isEmpty())
            byPurl[id].push_back(static_cast<quint32>(i));
        byName[plainName(component.name)].push_back(static_cast<quint32>(i));
    }
    std::vector<ClaimAnswer> answers;
    answers.reserve(claim.parts.size());
    for (const ClaimedPart &part : claim.parts) {
        const auto known = byPurl.constFind(identity(part.purl));
        const std::vector<quint32> candidates = known != byPurl.constEnd() ? *known : byName.value(plainName(part.name));
        ClaimAnswer answer;
        for (const quint32 index : candidates) {
            const Component &component = inventory.components[index];
            // A bill that names no version claims only that it is there.
            const bool sameVersion = part.version.isEmpty() || component.version == part.version;
            const ClaimState state = !sameVersion ? ClaimState::OtherVersion
                : component.isGhost()             ? ClaimState::Gone
                                                  : ClaimState::Found;
            const auto rank = [](ClaimState s) {
                return s == ClaimState::Found ? 0 : s == ClaimState::Gone ? 1 : s == ClaimState::OtherVersion ? 2 : 3;
            };
            if (rank(state) < rank(answer.state))
                answer = {state, ComponentId(index)};
        }
        answers.push_back(answer);
    }
    return answers;
}

namespace {

QString normalForm(const QString &words, const LicenceCatalog &catalog)
{
    const auto parsed = LicenceExpression::parse(words);
    return parsed ? parsed->toString(catalog) : catalog.expressionForSpelling(words);
}

}  // namespace

BillReconciled reconcileBill(const Inventory &inventory, const SbomClaim &claim, const LicenceCatalog &catalog)
{
    BillReconciled result;
    result.answers = answerClaim(inventory, claim);
    std::vector<bool> claimed(inventory.components.size(), false);
    const auto keyOf
        = [](const Component &c) { return QString(c.kind + QLatin1Char('\n') + c.name + QLatin1Char('\n') + c.version); };
    QHash<QString, std::vector<size_t>> copies;
    for (size_t i = 0; i < inventory.components.size(); ++i)
        copies[keyOf(inventory.components[i])].push_back(i);
    for (size_t i = 0; i < result.answers.size(); ++i) {
        const ComponentId id = result.answers[i].component;
        if (!id.isValid())
            continue;
        // One claim stands for every copy of that name and version.
        const Component &component = inventory.components[id.value];
        for (const size_t copy : copies.value(keyOf(component)))
            claimed[copy] = true;
        const QString words = claim.parts[i].licence;
        if (words.isEmpty() || words == QLatin1String("NOASSERTION") || words == QLatin1String("NONE"))
            continue;
        const QString theirs = normalForm(words, catalog);
        if (!theirs.isEmpty() && !component.expression.isEmpty() && theirs != normalForm(component.expression, catalog))
            result.otherLicence.push_back(static_cast<quint32>(i));
    }
    for (size_t i = 0; i < claimed.size(); ++i) {
        if (!claimed[i] && !inventory.components[i].isGhost())
            result.unclaimed.emplace_back(i);
    }
    return result;
}

}  // namespace waybill
