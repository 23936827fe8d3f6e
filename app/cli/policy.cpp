// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"
#include "core/report/jsonparts.h"
#include "core/report/messages.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>

namespace waybill {

namespace {

struct PolicyTexts {
    Q_DECLARE_TR_FUNCTIONS(waybill::PolicyTexts)
};

void printJson(Context &context, const QJsonObject &object)
{
    context.terminal.print(QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
}

/// Every wrong entry with its line, in the form that editors and CI servers link.
int checkOverlay(Context &context)
{
    const QString path = context.line.arguments.at(1);
    const auto policy = Policy::load();
    if (!policy)
        return context.fail(policy.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return context.fail(waybill::fail(ErrorKind::NotFound, path, file.errorString()).value());
    std::vector<Error> problems;
    const auto overlaid = (*policy)->withOverlay(file.readAll(), path, QDate::currentDate(), &problems);
    if (context.line.isJson()) {
        QJsonArray list;
        for (const Error &problem : problems)
            list.append(QJsonObject {{QStringLiteral("file"), problem.subject},
                                     {QStringLiteral("line"), problem.line},
                                     {QStringLiteral("cause"), problem.cause}});
        QJsonObject out = json::document(QStringLiteral("policy-check"));
        out[QStringLiteral("valid")] = problems.empty();
        out[QStringLiteral("version")] = overlaid ? (*overlaid)->version() : QString();
        out[QStringLiteral("problems")] = list;
        printJson(context, out);
    } else {
        for (const Error &problem : problems)
            context.terminal.print(QStringLiteral("%1:%2: %3").arg(problem.subject).arg(problem.line).arg(problem.cause));
        if (overlaid) {
            context.terminal.print(PolicyTexts::tr("The overlay holds. Policy %1.").arg((*overlaid)->version()));
            for (const QString &id : (*overlaid)->overlay().ended)
                context.terminal.print(PolicyTexts::tr("The time of exception %1 is over; it no longer counts.").arg(id));
        }
    }
    return problems.empty() ? Ok : PolicyFailed;
}

int explainRule(Context &context)
{
    const auto policy = context.policy();
    if (!policy)
        return context.fail(policy.error());
    const QString id = context.line.arguments.at(1);
    const RuleText *rule = (*policy)->rule(id);
    if (!rule)
        return context.usage(PolicyTexts::tr("There is no rule \"%1\"; see \"waybill policy list\".").arg(id));
    const RuleEffects effects = (*policy)->effectsOfRule(id);
    const QString language = QLocale().name();
    if (context.line.isJson()) {
        QJsonObject ways;
        for (const Scenario scenario : allScenarios) {
            const Effect &effect = effects.row[static_cast<size_t>(scenario)];
            ways[scenarioId(scenario)] = QJsonObject {{QStringLiteral("risk"), riskLevelId(effect.risk)},
                                                      {QStringLiteral("permission"), permissionId(effect.permission)},
                                                      {QStringLiteral("clause"), effect.clause},
                                                      {QStringLiteral("why"), effect.whyEn},
                                                      {QStringLiteral("duties"), QJsonArray::fromStringList(effect.duties)}};
        }
        QJsonObject out = json::document(QStringLiteral("policy-rule"));
        out[QStringLiteral("id")] = rule->id;
        out[QStringLiteral("title")] = rule->title.en;
        out[QStringLiteral("rationale")] = rule->rationale.en;
        out[QStringLiteral("clause")] = rule->clause;
        out[QStringLiteral("source")] = rule->document;
        out[QStringLiteral("date")] = rule->date;
        out[QStringLiteral("certainty")] = rule->certainty;
        out[QStringLiteral("class")] = licenceClassId(effects.licenceClass);
        out[QStringLiteral("effects")] = ways;
        out[QStringLiteral("policyVersion")] = (*policy)->version();
        printJson(context, out);
        return Ok;
    }
    Terminal &terminal = context.terminal;
    terminal.print(rule->id + QStringLiteral(": ") + rule->title.in(language));
    terminal.print(rule->rationale.in(language));
    terminal.print(rule->clause + QStringLiteral(" — ") + rule->document + QStringLiteral(" (") + rule->date
                   + QStringLiteral("). ") + Messages::certainty(rule->certainty));
    TextTable table(
        {PolicyTexts::tr("Scenario"), PolicyTexts::tr("Risk"), PolicyTexts::tr("Permission"), PolicyTexts::tr("Clause")});
    for (const Scenario scenario : allScenarios) {
        const Effect &effect = effects.row[static_cast<size_t>(scenario)];
        table.add(
            {Messages::scenario(scenario), Messages::risk(effect.risk), Messages::permission(effect.permission), effect.clause});
    }
    for (const QString &text : table.lines())
        terminal.print(text);
    for (const Scenario scenario : allScenarios) {
        const Effect &effect = effects.row[static_cast<size_t>(scenario)];
        terminal.print(Messages::scenario(scenario) + QStringLiteral(": ")
                       + PolicyText {effect.whyEn, effect.whyZh}.in(language));
        for (const QString &duty : effect.duties) {
            const Duty *known = (*policy)->duty(duty);
            terminal.print(QStringLiteral("  - ") + (known ? known->title.in(language) : duty));
        }
    }
    return Ok;
}

int listRules(Context &context)
{
    const auto policy = context.policy();
    if (!policy)
        return context.fail(policy.error());
    const QString language = QLocale().name();
    if (context.line.isJson()) {
        QJsonArray rules;
        for (const RuleText &rule : (*policy)->rules())
            rules.append(QJsonObject {{QStringLiteral("id"), rule.id},
                                      {QStringLiteral("title"), rule.title.en},
                                      {QStringLiteral("clause"), rule.clause},
                                      {QStringLiteral("certainty"), rule.certainty}});
        QJsonArray questions;
        for (const Question &question : (*policy)->questions()) {
            QJsonArray choices;
            for (const Question::Choice &choice : question.choices)
                choices.append(choice.id);
            questions.append(QJsonObject {{QStringLiteral("id"), question.id},
                                          {QStringLiteral("text"), question.text.en},
                                          {QStringLiteral("choices"), choices},
                                          {QStringLiteral("cautious"), question.cautious}});
        }
        QJsonArray sources;
        for (const TrustedSource &source : (*policy)->trustedSources())
            sources.append(QJsonObject {{QStringLiteral("match"), source.match}, {QStringLiteral("title"), source.title}});
        QJsonObject out = json::document(QStringLiteral("policy-list"));
        out[QStringLiteral("policyVersion")] = (*policy)->version();
        out[QStringLiteral("rules")] = rules;
        out[QStringLiteral("questions")] = questions;
        out[QStringLiteral("trustedSources")] = sources;
        printJson(context, out);
        return Ok;
    }
    Terminal &terminal = context.terminal;
    terminal.print(PolicyTexts::tr("Policy %1").arg((*policy)->version()));
    TextTable table({PolicyTexts::tr("Rule"), PolicyTexts::tr("Title"), PolicyTexts::tr("Clause")});
    for (const RuleText &rule : (*policy)->rules())
        table.add({rule.id, rule.title.in(language), rule.clause});
    for (const QString &text : table.lines())
        terminal.print(text);
    TextTable questions({PolicyTexts::tr("Question"), PolicyTexts::tr("Text"), PolicyTexts::tr("Answers")});
    for (const Question &question : (*policy)->questions()) {
        QStringList choices;
        for (const Question::Choice &choice : question.choices)
            choices.append(choice.id);
        questions.add({question.id, question.text.in(language), choices.join(QStringLiteral(", "))});
    }
    for (const QString &text : questions.lines())
        terminal.print(text);
    return Ok;
}

int runPolicy(Context &context)
{
    const QString what = context.line.arguments.first();
    const qsizetype given = context.line.arguments.size();
    if (what == QLatin1String("list") && given == 1)
        return listRules(context);
    if (what == QLatin1String("check") && given == 2)
        return checkOverlay(context);
    if (what == QLatin1String("explain") && given == 2)
        return explainRule(context);
    return context.usage(PolicyTexts::tr("Say \"policy check FILE\", \"policy explain RULE\" or \"policy list\"."));
}

}  // namespace

const Verb &policyVerb()
{
    static const Verb verb {
        "policy",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The rules: check an overlay, explain a rule, list rules and questions."),
        "check FILE | explain RULE | list",
        1,
        2,
        {QStringLiteral("table"), QStringLiteral("json")},
        {option::policy},
        runPolicy,
    };
    return verb;
}

}  // namespace waybill
