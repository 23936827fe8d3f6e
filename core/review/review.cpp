// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review.h"

#include <QCryptographicHash>

#include <algorithm>

namespace waybill {
namespace {

constexpr std::array decisionNames {"accept", "remove", "need-information"};

const Decision *newestOn(const std::vector<Decision> &decisions, const QString &findingKey)
{
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(),
                                    [&](const Decision &decision) { return decision.findingKey == findingKey; });
    return found == decisions.rend() || found->withdrawn ? nullptr : &*found;
}

bool isOpen(Permission permission)
{
    return permission == Permission::NotPermitted || permission == Permission::Undetermined;
}

void accept(Finding &finding)
{
    for (Effect &effect : finding.effects) {
        if (isOpen(effect.permission))
            effect.permission = effect.duties.isEmpty() ? Permission::Permitted : Permission::PermittedWithDuties;
    }
}

/// Length first, so that no two different lines can give the same bytes.
void addField(QCryptographicHash &hash, const QByteArray &field)
{
    hash.addData(QByteArray::number(field.size()));
    hash.addData(QByteArrayLiteral(":"));
    hash.addData(field);
}

QByteArray chainedHash(const QByteArray &previous, const LogEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, previous);
    addField(hash, QByteArray::number(entry.time.toMSecsSinceEpoch()));
    addField(hash, entry.author.toUtf8());
    addField(hash, entry.action.toUtf8());
    addField(hash, entry.detail.toUtf8());
    return hash.result();
}

}  // namespace

QLatin1String decisionActionId(DecisionAction action)
{
    return QLatin1String(decisionNames.at(static_cast<size_t>(action)));
}

std::optional<DecisionAction> decisionActionFromId(const QString &id)
{
    for (size_t i = 0; i < decisionNames.size(); ++i) {
        if (id == QLatin1String(decisionNames.at(i)))
            return static_cast<DecisionAction>(i);
    }
    return std::nullopt;
}

const Decision *Review::decisionOn(const QString &findingKey) const
{
    return newestOn(decisions, findingKey);
}

int Review::undecided(Scenario scenario) const
{
    return static_cast<int>(std::count_if(assessed.findings.begin(), assessed.findings.end(), [&](const Finding &finding) {
        return isOpen(finding.effect(scenario).permission) && !decisionOn(finding.key);
    }));
}

Assessment applyDecisions(const Assessment &assessed, const std::vector<Decision> &decisions)
{
    Assessment concluded = assessed;
    for (Finding &finding : concluded.findings) {
        const Decision *decision = newestOn(decisions, finding.key);
        if (decision && decision->action == DecisionAction::Accept)
            accept(finding);
    }
    concludeVerdicts(concluded);
    return concluded;
}

void appendLog(Review &review, const QString &author, const QString &action, const QString &detail, const QDateTime &now)
{
    LogEntry entry {now.toUTC(), author, action, detail, {}};
    entry.hash = chainedHash(review.log.empty() ? QByteArray() : review.log.back().hash, entry);
    review.log.push_back(std::move(entry));
}

bool logIsIntact(const std::vector<LogEntry> &log)
{
    QByteArray previous;
    for (const LogEntry &entry : log) {
        if (entry.hash != chainedHash(previous, entry))
            return false;
        previous = entry.hash;
    }
    return true;
}

}  // namespace waybill
