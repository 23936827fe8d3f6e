// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"

#include "core/licence/licenceexpression.h"
#include "core/policy/overlay.h"
#include "core/policy/policyprivate.h"

#include <QFile>

#include <algorithm>

namespace waybill {

namespace {

template <typename T>
const T *findById(const std::vector<T> &items, const QString &id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const T &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

Result<QByteArray> compiledIn(const QString &name)
{
    QFile file(QStringLiteral(":/policy/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Policy, name, file.errorString());
    return file.readAll();
}

}  // namespace

Policy::Policy() : d(std::make_unique<Private>()) { }

Policy::~Policy() = default;

Result<std::shared_ptr<const Policy>> Policy::load()
{
    PolicySources sources;
    const std::pair<const char *, QByteArray PolicySources::*> files[] = {{"classes.yaml", &PolicySources::classes},
                                                                          {"rules.yaml", &PolicySources::rules},
                                                                          {"duties.yaml", &PolicySources::duties},
                                                                          {"scenarios.yaml", &PolicySources::scenarios}};
    for (const auto &[name, member] : files) {
        Result<QByteArray> text = compiledIn(QLatin1String(name));
        if (!text)
            return fail(std::move(text).error());
        sources.*member = *std::move(text);
    }
    Result<std::shared_ptr<const Policy>> policy = fromSources(sources);
    if (!policy)
        return policy;
    auto rights = VendorRights::load();
    if (!rights)
        return fail(std::move(rights).error());
    auto catalog = LicenceCatalog::load();
    if (!catalog)
        return fail(std::move(catalog).error());
    (*policy)->d->data.rights = std::move(*rights);
    (*policy)->d->data.catalog = std::move(*catalog);
    return policy;
}

Result<std::shared_ptr<const Policy>> Policy::fromSources(const PolicySources &sources)
{
    Result<PolicyData> data = readPolicyData(sources);
    if (!data)
        return fail(std::move(data).error());
    std::shared_ptr<Policy> policy(new Policy);
    policy->d->data = *std::move(data);
    for (const RuleData &rule : policy->d->data.rules)
        policy->d->ruleTexts.push_back(rule.text);
    return std::shared_ptr<const Policy>(std::move(policy));
}

QStringList licenceChoices(const QString &expression, const LicenceCatalog &catalog)
{
    const auto parsed = LicenceExpression::parse(expression);
    return parsed ? parsed->alternatives(catalog) : QStringList();
}

QString licenceChoiceKey(const QString &expression)
{
    return QLatin1String("licence-choice:") + expression;
}

QString dutyKey(const QString &dutyId)
{
    return QLatin1String("duty:") + dutyId;
}

QString Policy::termsTitle(const QString &id) const
{
    return d->data.editionTitle(id);
}

Result<std::shared_ptr<const Policy>> Policy::withOverlay(const QByteArray &text, const QString &fileName, const QDate &today,
                                                          std::vector<Error> *problems) const
{
    std::vector<Error> found;
    std::shared_ptr<Policy> policy(new Policy);
    policy->d->data = d->data;
    applyOverlay(policy->d->data, text, fileName, today, found);
    if (problems)
        *problems = found;
    if (!found.empty())
        return fail(found.front());
    for (const RuleData &rule : policy->d->data.rules)
        policy->d->ruleTexts.push_back(rule.text);
    return std::shared_ptr<const Policy>(std::move(policy));
}

QString Policy::version() const
{
    const PolicyOverlay &overlay = d->data.overlay;
    if (overlay.name.isEmpty())
        return d->data.version;
    return QStringLiteral("%1 + %2 %3 (%4)").arg(d->data.version, overlay.name, overlay.version, overlay.sha256.left(12));
}

const PolicyOverlay &Policy::overlay() const
{
    return d->data.overlay;
}

const std::vector<TrustedSource> &Policy::trustedSources() const
{
    return d->data.sources;
}

const std::vector<Question> &Policy::questions() const
{
    return d->data.questions;
}

const std::vector<ScenarioText> &Policy::scenarios() const
{
    return d->data.scenarios;
}

const std::vector<ClassText> &Policy::classes() const
{
    return d->data.classes;
}

const std::vector<RuleText> &Policy::rules() const
{
    return d->ruleTexts;
}

const RuleText *Policy::rule(const QString &id) const
{
    return findById(d->ruleTexts, id);
}

bool Policy::isCircumstanceRule(const QString &id) const
{
    return std::any_of(d->data.rules.begin(), d->data.rules.end(),
                       [&](const RuleData &rule) { return rule.text.id == id && rule.shownAs.has_value(); });
}

RuleEffects Policy::effectsOfRule(const QString &id) const
{
    const auto found
        = std::find_if(d->data.rules.begin(), d->data.rules.end(), [&](const RuleData &rule) { return rule.text.id == id; });
    RuleEffects effects;
    if (found == d->data.rules.end())
        return effects;
    for (const LicenceClass cls : allLicenceClasses) {
        if (found->when.classes == 0 || (found->when.classes & (1U << static_cast<unsigned>(cls))) != 0) {
            effects.licenceClass = cls;
            break;
        }
    }
    effects.licenceClass = found->shownAs.value_or(effects.licenceClass);
    effects.row = found->rows[static_cast<size_t>(effects.licenceClass)];
    return effects;
}

const Duty *Policy::duty(const QString &id) const
{
    return findById(d->data.duties, id);
}

const Question *Policy::question(const QString &id) const
{
    return d->data.question(id);
}

Scenario Policy::treatedAs(Scenario scenario, const Answers &answers) const
{
    for (const TreatAs &entry : d->data.treatAs) {
        if (entry.scenario == scenario && choiceFor(entry.question, answers) == entry.choice)
            return entry.as;
    }
    return scenario;
}

QString Policy::choiceFor(const QString &questionId, const Answers &answers) const
{
    const QString answer = answers.value(questionId);
    if (answer != QLatin1String("unknown"))
        return answer;
    const Question *asked = question(questionId);
    return asked ? asked->cautious : QString();
}

}  // namespace waybill
