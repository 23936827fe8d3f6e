// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"
#include "core/policy/condition.h"
#include "core/policy/policy.h"

#include <QByteArray>
#include <QHash>

namespace waybill {

/// Where a piece of policy data was written, for messages.
struct DataPlace {
    QString file;
    int line = -1;
};

using EffectRow = std::array<Effect, scenarioCount>;

/// What a rule changes in the row of the class: only what is set.
struct EffectPatch {
    std::optional<RiskLevel> risk;
    std::optional<Permission> permission;
    std::optional<QString> clause;
    std::optional<PolicyText> why;
    std::optional<QStringList> duties;
};

/// A small judgement that stands beside a rule, and whether the rule must be the one that speaks about it.
struct RuleCase {
    Judgement judgement;
    std::optional<Component> component;
    QString circumstance;
    bool match = true;
    DataPlace place;
};

struct RuleData {
    RuleText text;
    int precedence = 0;  ///< the highest that matches speaks; 0 for the rules of the classes
    Condition when;
    std::array<EffectPatch, scenarioCount> patches;
    bool ownTerms = false;                ///< the files are the user's own, or have no terms of their own
    QString document;                     ///< with its date, as findings show it
    bool gatherByAgreement = false;       ///< one finding for all components that stand under the same edition
    bool namesEditions = false;           ///< a reason holds {edition}, {newer} or {detail}
    std::optional<LicenceClass> shownAs;  ///< class of a finding about a circumstance; files have classes of their own
    std::vector<RuleCase> cases;
    std::array<EffectRow, licenceClassCount> rows;  ///< class row with the patches on top, by LicenceClass
    DataPlace place;
};

/// What a modifier does to an effect.
struct EffectChange {
    std::optional<RiskLevel> atLeast;
    std::optional<RiskLevel> set;
    std::optional<Permission> permission;
    std::optional<Permission> permissionAtLeast;
    QStringList addDuties, removeDuties;
    std::optional<QString> clause;
    std::optional<PolicyText> why;
};

using AnswerCondition = std::vector<std::pair<QString, QStringList>>;  ///< question id, accepted choices

/// A change of effects that follows from answers of the user or from the licence itself.
struct ModifierData {
    QString id;
    PolicyText title;
    QString certainty;
    Condition when;
    AnswerCondition answers, unless;
    std::array<std::optional<EffectChange>, scenarioCount> changes;
    DataPlace place;
};

/// An answer that turns one way of delivery into another.
struct TreatAs {
    Scenario scenario = Scenario::Internal;
    QString question, choice;
    Scenario as = Scenario::OnPremises;
    DataPlace place;
};

/// A company's leave for something that a rule holds up, with reason and, in the file, an end.
struct ExceptionData {
    QString id;
    PolicyText reason;
    std::vector<NamePattern> rules, components, expressions;
    quint32 scenarios = 0;  ///< bits by Scenario
    EffectPatch patch;
    DataPlace place;
};

/// The four files, read and checked.
struct PolicyData {
    QString version;
    std::vector<ClassText> classes;
    std::array<EffectRow, licenceClassCount> classRows;
    std::vector<DataPlace> classPlaces;
    std::vector<Duty> duties;
    std::vector<RuleData> rules;            ///< by falling precedence
    std::vector<ModifierData> modifiers;    ///< by id
    std::vector<ExceptionData> exceptions;  ///< of the overlay, by id
    std::vector<TrustedSource> sources;     ///< of the overlay
    PolicyOverlay overlay;
    PolicyText ghostWhy;  ///< why a file that is gone at run time does not count where no copy leaves
    std::vector<ScenarioText> scenarios;
    std::vector<Question> questions;
    std::vector<DataPlace> questionPlaces;
    std::vector<TreatAs> treatAs;
    std::shared_ptr<const VendorRights> rights;     ///< names of agreements and editions; may be null
    std::shared_ptr<const LicenceCatalog> catalog;  ///< flags and classes of licence ids; may be null

    const RuleData *ruleFor(const RuleSubject &subject) const;  ///< first that matches; nullptr only for invalid data
    const Question *question(const QString &id) const;
    bool hasDuty(const QString &id) const;
    QString editionTitle(const QString &id) const { return rights ? rights->title(id) : id; }
};

/// The YAML texts of a policy.
struct PolicySources {
    QByteArray classes, rules, duties, scenarios;
};

/// Thrown while policy data is read; turned into an Error at the border of the room (readPolicyData).
struct DataFault {
    DataPlace place;
    QString reason;
};

/// Reads and checks everything, including the test cases beside the rules. Errors name file and line.
Result<PolicyData> readPolicyData(const PolicySources &sources);

}  // namespace waybill
