// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/assessor.h"
#include "core/policy/policyloader.h"

#include <algorithm>

namespace waybill {

namespace {

void explain(Effect &effect, const EffectChange &change)
{
    if (change.clause)
        effect.clause = *change.clause;
    if (change.why) {
        effect.whyEn = change.why->en;
        effect.whyZh = change.why->zh;
    }
}

bool raises(const EffectChange &change)
{
    return change.atLeast || change.permissionAtLeast;
}

/// What replaces, and duties that are added.
void replace(Effect &effect, const EffectChange &change)
{
    effect.risk = change.set.value_or(effect.risk);
    effect.permission = change.permission.value_or(effect.permission);
    for (const QString &duty : change.addDuties) {
        if (!effect.duties.contains(duty))
            effect.duties.append(duty);
    }
    if (!raises(change))
        explain(effect, change);
}

/// What only raises, and duties that are taken away: comes after everything that replaces, so no order of changes matters.
void raise(Effect &effect, const EffectChange &change)
{
    if (change.atLeast)
        effect.risk = worse(effect.risk, *change.atLeast);
    if (change.permissionAtLeast)
        effect.permission = std::max(effect.permission, *change.permissionAtLeast);
    for (const QString &duty : change.removeDuties)
        effect.duties.removeAll(duty);
    if (raises(change))
        explain(effect, change);
}

void settle(Effect &effect)
{
    if (effect.permission <= Permission::PermittedWithDuties)
        effect.permission = effect.duties.isEmpty() ? Permission::Permitted : Permission::PermittedWithDuties;
}

}  // namespace

QString Assessor::filled(QString text, const FileRight &right, const QString &detail) const
{
    text.replace(QLatin1String("{detail}"), detail);
    text.replace(QLatin1String("{edition}"), m_data.editionTitle(right.editionId));
    text.replace(QLatin1String("{newer}"), m_data.editionTitle(right.newerEditionId));
    return text;
}

void Assessor::noteOpenQuestions(const ModifierData &modifier)
{
    for (const auto *answers : {&modifier.answers, &modifier.unless}) {
        for (const auto &[id, choices] : *answers) {
            const Question *question = m_data.question(id);
            const bool bears = std::any_of(question->asked.begin(), question->asked.end(), [&](Scenario scenario) {
                return modifier.changes[static_cast<size_t>(m_treatedAs[static_cast<size_t>(scenario)])].has_value();
            });
            if (bears && m_open.contains(id))
                m_mattering.insert(id);
        }
    }
}

EffectRow Assessor::effectsOf(const RuleData &rule, const RuleSubject &subject, const QString &detail)
{
    EffectRow row = rule.rows[static_cast<size_t>(subject.judgement.licenceClass)];
    std::vector<const ModifierData *> changing;
    for (size_t i = 0; i < m_data.modifiers.size(); ++i) {
        const ModifierData &modifier = m_data.modifiers[i];
        if ((!m_active[i] && m_noted[i]) || !modifier.when.matches(subject))
            continue;
        if (!m_noted[i]) {
            noteOpenQuestions(modifier);
            m_noted[i] = true;
        }
        if (m_active[i])
            changing.push_back(&modifier);
    }
    for (const auto change : {&replace, &raise}) {
        for (const ModifierData *modifier : changing) {
            for (size_t s = 0; s < row.size(); ++s) {
                if (modifier->changes[s])
                    change(row[s], *modifier->changes[s]);
            }
        }
    }
    applyExceptions(rule, subject, row);
    for (Effect &effect : row) {
        if (!m_doneDuties.isEmpty())
            effect.duties.removeIf([&](const QString &duty) { return m_doneDuties.contains(duty); });
        if (!changing.empty() || !m_doneDuties.isEmpty())
            settle(effect);
    }
    if (!rule.namesEditions)
        return row;
    for (Effect &effect : row) {
        effect.whyEn = filled(effect.whyEn, subject.judgement.right, detail);
        effect.whyZh = filled(effect.whyZh, subject.judgement.right, detail);
    }
    return row;
}

/// Leave given by the company comes last; its reason takes the place of the rule's.
void Assessor::applyExceptions(const RuleData &rule, const RuleSubject &subject, EffectRow &row) const
{
    const auto fits = [](const std::vector<NamePattern> &patterns, const QStringList &names) {
        return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const NamePattern &pattern) {
                   return std::any_of(names.begin(), names.end(), [&](const QString &name) { return pattern.matches(name); });
               });
    };
    const QString component = subject.component ? subject.component->name : QString();
    for (const ExceptionData &exception : m_data.exceptions) {
        if (!fits(exception.rules, {rule.text.id}) || !fits(exception.components, {component})
            || !fits(exception.expressions, subject.licenceIds))
            continue;
        for (size_t s = 0; s < row.size(); ++s) {
            if ((exception.scenarios & (1U << s)) == 0)
                continue;
            const QStringList before = row[s].duties;
            row[s] = patched(row[s], exception.patch);
            if (!exception.patch.duties && row[s].permission != Permission::Permitted)
                row[s].duties = before;
            row[s].whyEn = exception.id % QLatin1String(": ") % exception.reason.en;
            row[s].whyZh = exception.id % QStringLiteral("：") % exception.reason.zh;
        }
    }
}

}  // namespace waybill
