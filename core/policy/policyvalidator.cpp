// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyloader.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace waybill {

namespace {

[[noreturn]] void complain(const DataPlace &place, const QString &reason)
{
    throw DataFault {place, reason};
}

bool hasChoice(const Question &question, const QString &id)
{
    return std::any_of(question.choices.begin(), question.choices.end(),
                       [&](const Question::Choice &choice) { return choice.id == id; });
}

void checkEffect(const PolicyData &data, const Effect &effect, const DataPlace &place, const QString &where)
{
    for (const QString &duty : effect.duties) {
        if (!data.hasDuty(duty))
            complain(place, QStringLiteral("%1 names the duty \"%2\", which duties.yaml does not have").arg(where, duty));
    }
    if (effect.permission == Permission::PermittedWithDuties && effect.duties.isEmpty())
        complain(place, QStringLiteral("%1 is permitted with duties and names none").arg(where));
    if (effect.permission == Permission::Permitted && !effect.duties.isEmpty())
        complain(place, QStringLiteral("%1 is permitted and names duties").arg(where));
    if (effect.permission == Permission::NotPermitted && effect.risk < RiskLevel::Medium)
        complain(place, QStringLiteral("%1 is not permitted and yet below medium").arg(where));
}

void checkRow(const PolicyData &data, const EffectRow &row, const DataPlace &place, const QString &name)
{
    for (const Scenario scenario : allScenarios) {
        const QString where = QStringLiteral("%1 in \"%2\"").arg(name, scenarioId(scenario));
        checkEffect(data, row[static_cast<size_t>(scenario)], place, where);
    }
}

void checkClasses(const PolicyData &data)
{
    if (data.classes.size() != licenceClassCount)
        complain({QStringLiteral("classes.yaml"), 1}, QStringLiteral("expected %1 classes").arg(licenceClassCount));
    for (size_t i = 0; i < data.classes.size(); ++i) {
        const LicenceClass cls = data.classes[i].licenceClass;
        const EffectRow &row = data.classRows[static_cast<size_t>(cls)];
        checkRow(data, row, data.classPlaces[i], QStringLiteral("the class \"%1\"").arg(licenceClassId(cls)));
        if (cls != LicenceClass::Unknown)
            continue;
        for (const Scenario scenario : allScenarios) {
            const Effect &effect = row[static_cast<size_t>(scenario)];
            if (effect.risk == RiskLevel::Safe)
                complain(data.classPlaces[i], QStringLiteral("unknown terms must never be safe"));
            if (leavesCompany(scenario) && effect.permission < Permission::Undetermined)
                complain(data.classPlaces[i], QStringLiteral("unknown terms must never be permitted where a copy leaves"));
        }
    }
}

void checkScenarios(const PolicyData &data)
{
    const DataPlace file {QStringLiteral("scenarios.yaml"), 1};
    for (const Scenario scenario : allScenarios) {
        const auto count = std::count_if(data.scenarios.begin(), data.scenarios.end(),
                                         [&](const ScenarioText &text) { return text.scenario == scenario; });
        if (count != 1)
            complain(file, QStringLiteral("\"%1\" must stand here exactly once").arg(scenarioId(scenario)));
    }
    QSet<QString> ids;
    for (size_t i = 0; i < data.questions.size(); ++i) {
        const Question &question = data.questions[i];
        const DataPlace &place = data.questionPlaces[i];
        if (ids.contains(question.id))
            complain(place, QStringLiteral("the question \"%1\" stands here twice").arg(question.id));
        ids.insert(question.id);
        if (question.choices.size() < 2 || question.choices.size() > 9)
            complain(place, QStringLiteral("a question has two to nine choices"));
        if (!hasChoice(question, QStringLiteral("unknown")))
            complain(place, QStringLiteral("a question needs the choice \"unknown\""));
        if (!hasChoice(question, question.cautious))
            complain(place, QStringLiteral("the cautious choice \"%1\" is not among the choices").arg(question.cautious));
    }
    for (const TreatAs &entry : data.treatAs) {
        const Question *question = data.question(entry.question);
        if (!question || !hasChoice(*question, entry.choice))
            complain(entry.place, QStringLiteral("no question \"%1\" with the choice \"%2\"").arg(entry.question, entry.choice));
    }
}

void checkAnswers(const PolicyData &data, const AnswerCondition &answers, const DataPlace &place)
{
    for (const auto &[id, choices] : answers) {
        const Question *question = data.question(id);
        if (!question)
            complain(place, QStringLiteral("there is no question \"%1\"").arg(id));
        for (const QString &choice : choices) {
            if (!hasChoice(*question, choice))
                complain(place, QStringLiteral("the question \"%1\" has no choice \"%2\"").arg(id, choice));
        }
    }
}

void checkCertainty(const QString &certainty, const DataPlace &place)
{
    if (certainty != QLatin1String("read") && certainty != QLatin1String("judgement"))
        complain(place, QStringLiteral("certainty is \"read\" or \"judgement\", not \"%1\"").arg(certainty));
}

void checkModifiers(const PolicyData &data)
{
    QSet<QString> ids;
    for (const ModifierData &modifier : data.modifiers) {
        if (ids.contains(modifier.id))
            complain(modifier.place, QStringLiteral("the modifier \"%1\" stands here twice").arg(modifier.id));
        ids.insert(modifier.id);
        checkCertainty(modifier.certainty, modifier.place);
        checkAnswers(data, modifier.answers, modifier.place);
        checkAnswers(data, modifier.unless, modifier.place);
        for (const std::optional<EffectChange> &change : modifier.changes) {
            if (!change)
                continue;
            for (const QString &duty : change->addDuties + change->removeDuties) {
                if (!data.hasDuty(duty))
                    complain(modifier.place, QStringLiteral("there is no duty \"%1\"").arg(duty));
            }
        }
    }
}

void checkClassRules(const PolicyData &data)
{
    for (const LicenceClass cls : allLicenceClasses) {
        const quint32 bit = 1U << static_cast<unsigned>(cls);
        const auto count = std::count_if(data.rules.begin(), data.rules.end(), [&](const RuleData &rule) {
            return rule.when.isClassOnly() && rule.when.classes == bit;
        });
        if (count != 1)
            complain({QStringLiteral("rules.yaml"), 1},
                     QStringLiteral("the class \"%1\" needs exactly one rule of its own").arg(licenceClassId(cls)));
    }
}

void checkCases(const PolicyData &data, const RuleData &rule)
{
    bool positive = false;
    bool negative = false;
    for (const RuleCase &example : rule.cases) {
        RuleSubject subject(example.judgement, example.component ? &*example.component : nullptr);
        subject.circumstance = example.circumstance;
        const RuleData *speaker = data.ruleFor(subject);
        if ((speaker == &rule) != example.match) {
            const QString who = speaker ? speaker->text.id : QStringLiteral("no rule");
            complain(example.place,
                     QStringLiteral("test case of %1: expected %2, but %3 speaks")
                         .arg(rule.text.id, example.match ? QStringLiteral("a match") : QStringLiteral("no match"), who));
        }
        (example.match ? positive : negative) = true;
    }
    if (!positive || !negative)
        complain(rule.place, QStringLiteral("%1 needs a test case that matches and one that does not").arg(rule.text.id));
}

void checkRules(const PolicyData &data)
{
    static const QRegularExpression idForm(QStringLiteral("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"));
    static const QRegularExpression dateForm(QStringLiteral("^\\d{4}(-\\d{2}(-\\d{2})?)?$|^undated$"));
    QSet<QString> ids;
    QSet<int> precedences;
    for (const RuleData &rule : data.rules) {
        const QString &id = rule.text.id;
        if (!idForm.match(id).hasMatch())
            complain(rule.place, QStringLiteral("\"%1\" is not a rule id of the form CLS-PD").arg(id));
        if (ids.contains(id))
            complain(rule.place, QStringLiteral("the rule \"%1\" stands here twice").arg(id));
        ids.insert(id);
        if (rule.precedence > 0 && precedences.contains(rule.precedence))
            complain(rule.place, QStringLiteral("%1 has the precedence of another rule").arg(id));
        precedences.insert(rule.precedence);
        if (rule.precedence == 0 && !rule.when.isClassOnly())
            complain(rule.place, QStringLiteral("%1 needs a precedence").arg(id));
        if (!dateForm.match(rule.text.date).hasMatch())
            complain(rule.place, QStringLiteral("\"%1\" is not a date").arg(rule.text.date));
        checkCertainty(rule.text.certainty, rule.place);
        if (rule.shownAs)
            checkRow(data, rule.rows[static_cast<size_t>(*rule.shownAs)], rule.place, id);
        for (const LicenceClass cls : allLicenceClasses) {
            if (rule.shownAs)
                break;
            // Rows of classes that the rule can never meet need not be sound.
            if (rule.when.classes == 0 || (rule.when.classes & (1U << static_cast<unsigned>(cls))) != 0)
                checkRow(data, rule.rows[static_cast<size_t>(cls)], rule.place, id);
        }
        checkCases(data, rule);
    }
    checkClassRules(data);
}

}  // namespace

void validatePolicy(const PolicyData &data)
{
    static const QRegularExpression versionForm(QStringLiteral("^\\d{4}\\.\\d{1,2}$"));
    if (!versionForm.match(data.version).hasMatch())
        complain({QStringLiteral("rules.yaml"), 1}, QStringLiteral("the version \"%1\" is not like 2026.11").arg(data.version));
    checkClasses(data);
    checkScenarios(data);
    checkRules(data);
    checkModifiers(data);
}

}  // namespace waybill
