// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

#include <QDateTime>

namespace waybill {

/// What a reviewer decided on a finding.
enum class DecisionAction : quint8 { Accept, Remove, NeedInformation };
QLatin1String decisionActionId(DecisionAction action);  ///< "accept" "remove" "need-information"
std::optional<DecisionAction> decisionActionFromId(const QString &id);

/// A reviewer's judgement on a finding. The newest one per finding key counts.
struct Decision {
    QString findingKey;
    DecisionAction action = DecisionAction::NeedInformation;
    QString reason;
    QString author;
    QDateTime time;          ///< UTC
    bool withdrawn = false;  ///< an undo: the finding is undecided again
};

/// One line of the append-only log.
struct LogEntry {
    QDateTime time;  ///< UTC
    QString author;
    QString action;  ///< "created", "answered", "decided", "withdrawn", "scenario", "signed"
    QString detail;
    QByteArray hash;  ///< SHA-256 over the previous hash and this line
};

/// Facts, answers, findings and decisions of one image. A plain value; the window keeps one, the store writes it.
struct Review {
    std::shared_ptr<const Inventory> inventory;
    Scenario scenario = Scenario::OnPremises;
    Answers answers;
    Assessment assessed;              ///< by policy alone
    Assessment concluded;             ///< after decisions
    std::vector<Decision> decisions;  ///< oldest first
    std::vector<LogEntry> log;
    QDateTime created;
    QString title;

    const Decision *decisionOn(const QString &findingKey) const;  ///< newest not withdrawn, or nullptr
    int undecided(Scenario scenario) const;  ///< findings not permitted or undetermined in a scenario without a decision
};

/// An accepted finding counts as permitted (its duties stay), "remove" and "need information" change no permission.
Assessment applyDecisions(const Assessment &assessed, const std::vector<Decision> &decisions);

/// Appends to the log with the chained hash.
void appendLog(Review &review, const QString &author, const QString &action, const QString &detail, const QDateTime &now);
/// True when every hash of the log follows from the line before it.
bool logIsIntact(const std::vector<LogEntry> &log);

}  // namespace waybill
