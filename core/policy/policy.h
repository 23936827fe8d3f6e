// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inventory/inventory.h"
#include "core/licence/licencecatalog.h"
#include "core/policy/finding.h"

#include <QDate>
#include <QMap>

#include <memory>

namespace waybill {

/// A text of the policy data in the languages that we ship.
struct PolicyText {
    QString en;
    QString zh;
    /// `language` as in QLocale::name(); anything but zh* gives English.
    QString in(const QString &language) const { return language.startsWith(QLatin1String("zh")) && !zh.isEmpty() ? zh : en; }
};

/// One question of the scenario wizard.
struct Question {
    QString id;                   ///< "locked-start"
    std::vector<Scenario> asked;  ///< in which scenarios
    PolicyText text, why;
    struct Choice {
        QString id;  ///< "yes", "no", "unknown", ...
        PolicyText text;
    };
    std::vector<Choice> choices;
    QString cautious;                 ///< choice that stands for "unknown"
    PolicyText title;                 ///< two or three words, for lists of steps
    std::vector<LicenceClass> lists;  ///< the question is about parts of these classes; they are shown beside it
};

/// Answers given by the user: question id -> choice id. Missing means not answered.
using Answers = QMap<QString, QString>;

struct Duty {
    QString id;
    PolicyText title, text;
    QString clause;
};

struct RuleText {
    QString id;
    PolicyText title, rationale;
    QString clause, document, date;
    QString certainty;  ///< "read" or "judgement"
};

struct ClassText {
    LicenceClass licenceClass;
    PolicyText title, meaning;
};

struct ScenarioText {
    Scenario scenario;
    PolicyText title, card;
};

/// What a company put on top of the policy; `name` is empty when there is none.
struct PolicyOverlay {
    QString name, version, note;
    QString sha256;     ///< of the file, hex
    QStringList ended;  ///< ids of exceptions whose time is over
};

/// A source of images or packages that a company trusts; `match` as in supply-chain rules ("registry.example/**").
struct TrustedSource {
    QString match, title;
};

struct PolicySources;
struct LinkFact;

/// Effects of a rule by Scenario; default values when there is no such rule.
struct RuleEffects {
    LicenceClass licenceClass = LicenceClass::Unknown;
    std::array<Effect, scenarioCount> row;
};

/// Between which arms of an expression a recipient may choose; empty when the expression offers no choice.
QStringList licenceChoices(const QString &expression, const LicenceCatalog &catalog);
/// Key of Answers under which the choice is recorded, its value is the arm.
QString licenceChoiceKey(const QString &expression);
/// Key of Answers under which the state of a duty is recorded: "done", or "done: a note". A duty that is done is no longer
/// among those of findings and verdicts.
QString dutyKey(const QString &dutyId);

/// The law as data, validated: resources/policy/{classes,rules,duties,scenarios}.yaml. Immutable after load, any thread.
class Policy
{
public:
    /// The policy compiled into the library. Fails with Policy, file and line when the data is not valid.
    static Result<std::shared_ptr<const Policy>> load();
    /// A policy from texts of one's own; sources are named "classes.yaml" and so on in errors.
    static Result<std::shared_ptr<const Policy>> fromSources(const PolicySources &sources);
    /// This policy with a company's overlay on top (docs/policy.md); `today` ends exceptions whose time is over. With
    /// `problems`, every wrong entry is listed there; otherwise the first one is the error. Policy, file and line.
    Result<std::shared_ptr<const Policy>> withOverlay(const QByteArray &text, const QString &fileName, const QDate &today,
                                                      std::vector<Error> *problems = nullptr) const;
    ~Policy();

    /// Of the shipped policy and of the overlay, if there is one: "2026.12 + ACME 3 (1f0c...)".
    QString version() const;
    const PolicyOverlay &overlay() const;
    const std::vector<TrustedSource> &trustedSources() const;
    const std::vector<Question> &questions() const;
    const std::vector<ScenarioText> &scenarios() const;
    const std::vector<ClassText> &classes() const;
    const std::vector<RuleText> &rules() const;
    const RuleText *rule(const QString &id) const;
    /// The rule speaks of the image as a whole or of ties between files, not of the terms of files.
    bool isCircumstanceRule(const QString &id) const;
    /// What a rule says before anybody answered anything, in the mildest class that it can meet.
    RuleEffects effectsOfRule(const QString &id) const;
    const Duty *duty(const QString &id) const;
    /// Display name of a vendor agreement, an edition or a product; the id itself when it is not known.
    QString termsTitle(const QString &id) const;
    const Question *question(const QString &id) const;
    /// The way of delivery whose rules apply, after an answer such as "a contractor gets a copy".
    Scenario treatedAs(Scenario scenario, const Answers &answers) const;
    /// The choice that counts: the answer, its cautious stand-in for "unknown", or empty when nothing was answered.
    QString choiceFor(const QString &questionId, const Answers &answers) const;

    /// Pure function of its arguments: no file is read, no order of input matters.
    Assessment assess(const Inventory &inventory, const Answers &answers = {}) const;
    /// The same with ties between files that somebody else found.
    Assessment assess(const Inventory &inventory, const Answers &answers, const std::vector<LinkFact> &links) const;

private:
    friend class WhatIf;
    Policy();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Verdicts that follow from findings alone; used again after decisions changed permissions.
void concludeVerdicts(Assessment &assessment);

}  // namespace waybill
