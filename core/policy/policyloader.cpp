// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyloader.h"

namespace waybill {

RiskLevel riskOf(const YamlNode &node)
{
    const std::optional<RiskLevel> level = riskLevelFromId(node.text());
    if (!level || *level == RiskLevel::NotAssessed)
        node.fault(QStringLiteral("\"%1\" is not a risk level").arg(node.text()));
    return *level;
}

Permission permissionOf(const YamlNode &node)
{
    const std::optional<Permission> permission = permissionFromId(node.text());
    if (!permission)
        node.fault(QStringLiteral("\"%1\" is not a permission").arg(node.text()));
    return *permission;
}

Scenario scenarioOf(const YamlNode &node, const QString &id)
{
    const std::optional<Scenario> scenario = scenarioFromId(id);
    if (!scenario)
        node.fault(QStringLiteral("\"%1\" is not a way of delivery").arg(id));
    return *scenario;
}

LicenceClass licenceClassOf(const YamlNode &node, const QString &id)
{
    const std::optional<LicenceClass> cls = licenceClassFromId(id);
    if (!cls)
        node.fault(QStringLiteral("\"%1\" is not a licence class").arg(id));
    return *cls;
}

std::vector<Scenario> scenariosOf(const YamlNode &node, const QString &key)
{
    const bool leaving = key == QLatin1String("leaving");
    if (!leaving && key != QLatin1String("staying"))
        return {scenarioOf(node, key)};
    std::vector<Scenario> result;
    for (const Scenario scenario : allScenarios) {
        if (leavesCompany(scenario) == leaving)
            result.push_back(scenario);
    }
    return result;
}

namespace {

void readPatch(const YamlNode &node, EffectPatch &patch)
{
    node.allowOnly({"risk", "permission", "clause", "why", "duties"});
    if (node.has("risk"))
        patch.risk = riskOf(node.at("risk"));
    if (node.has("permission"))
        patch.permission = permissionOf(node.at("permission"));
    if (node.has("clause"))
        patch.clause = node.at("clause").text();
    if (node.has("why"))
        patch.why = node.at("why").anyLanguage();
    if (node.has("duties"))
        patch.duties = node.at("duties").texts();
}

}  // namespace

std::array<EffectPatch, scenarioCount> readEffects(const YamlNode &node)
{
    std::array<EffectPatch, scenarioCount> patches;
    for (const bool wide : {true, false}) {
        for (const auto &[key, value] : node.members()) {
            const std::vector<Scenario> scenarios = scenariosOf(value, key);
            if ((scenarios.size() > 1) != wide)
                continue;
            for (const Scenario scenario : scenarios)
                readPatch(value, patches[static_cast<size_t>(scenario)]);
        }
    }
    return patches;
}

Effect patched(Effect effect, const EffectPatch &patch)
{
    effect.risk = patch.risk.value_or(effect.risk);
    effect.clause = patch.clause.value_or(effect.clause);
    if (patch.why) {
        effect.whyEn = patch.why->en;
        effect.whyZh = patch.why->zh;
    }
    if (patch.permission) {
        effect.permission = *patch.permission;
        // What must be done goes with the permission; a rule that changes it starts its own list.
        effect.duties.clear();
    }
    if (patch.duties)
        effect.duties = *patch.duties;
    return effect;
}

void readClasses(const YamlNode &root, PolicyData &data)
{
    root.allowOnly({"classes"});
    for (const YamlNode &node : root.at("classes").items()) {
        node.allowOnly({"id", "title", "meaning", "effects"});
        const LicenceClass cls = licenceClassOf(node, node.at("id").text());
        for (const ClassText &known : data.classes) {
            if (known.licenceClass == cls)
                node.fault(QStringLiteral("the class \"%1\" stands here twice").arg(node.at("id").text()));
        }
        data.classes.push_back({cls, node.at("title").bilingual(), node.at("meaning").bilingual()});
        data.classPlaces.push_back(node.place());
        const std::array<EffectPatch, scenarioCount> patches = readEffects(node.at("effects"));
        for (size_t i = 0; i < patches.size(); ++i) {
            if (!patches[i].risk || !patches[i].permission || !patches[i].clause || !patches[i].why)
                node.fault(QStringLiteral("the effect for \"%1\" needs risk, permission, clause and why")
                               .arg(scenarioId(static_cast<Scenario>(i))));
            data.classRows[static_cast<size_t>(cls)][i] = patched({}, patches[i]);
        }
    }
}

void readDuties(const YamlNode &root, PolicyData &data)
{
    root.allowOnly({"duties"});
    for (const YamlNode &node : root.at("duties").items())
        readDuty(node, data);
}

void readDuty(const YamlNode &node, PolicyData &data)
{
    node.allowOnly({"id", "title", "text", "clause"});
    const QString id = node.at("id").text();
    if (data.hasDuty(id))
        node.fault(QStringLiteral("the duty \"%1\" stands here twice").arg(id));
    data.duties.push_back({id, node.at("title").anyLanguage(), node.at("text").anyLanguage(), node.at("clause").text()});
}

namespace {

Question readQuestion(const YamlNode &node)
{
    node.allowOnly({"id", "asked", "title", "text", "why", "choices", "cautious", "lists"});
    Question question;
    question.id = node.at("id").text();
    for (const QString &id : node.at("asked").texts())
        question.asked.push_back(scenarioOf(node.at("asked"), id));
    question.title = node.at("title").bilingual();
    question.text = node.at("text").bilingual();
    question.why = node.at("why").bilingual();
    if (node.has("lists")) {
        for (const QString &id : node.at("lists").texts()) {
            const auto cls = licenceClassFromId(id);
            if (!cls)
                node.at("lists").fault(QStringLiteral("there is no class \"%1\"").arg(id));
            question.lists.push_back(*cls);
        }
    }
    for (const YamlNode &choice : node.at("choices").items()) {
        choice.allowOnly({"id", "text"});
        question.choices.push_back({choice.at("id").text(), choice.at("text").bilingual()});
    }
    question.cautious = node.at("cautious").text();
    return question;
}

}  // namespace

void readScenarios(const YamlNode &root, PolicyData &data)
{
    root.allowOnly({"scenarios", "questions", "treat-as"});
    for (const YamlNode &node : root.at("scenarios").items()) {
        node.allowOnly({"id", "title", "card"});
        data.scenarios.push_back(
            {scenarioOf(node, node.at("id").text()), node.at("title").bilingual(), node.at("card").bilingual()});
    }
    for (const YamlNode &node : root.at("questions").items()) {
        data.questions.push_back(readQuestion(node));
        data.questionPlaces.push_back(node.place());
    }
    for (const YamlNode &node : root.at("treat-as").items()) {
        node.allowOnly({"scenario", "question", "choice", "as"});
        data.treatAs.push_back({scenarioOf(node, node.at("scenario").text()), node.at("question").text(),
                                node.at("choice").text(), scenarioOf(node, node.at("as").text()), node.place()});
    }
}

const Question *PolicyData::question(const QString &id) const
{
    for (const Question &question : questions) {
        if (question.id == id)
            return &question;
    }
    return nullptr;
}

bool PolicyData::hasDuty(const QString &id) const
{
    for (const Duty &duty : duties) {
        if (duty.id == id)
            return true;
    }
    return false;
}

const RuleData *PolicyData::ruleFor(const RuleSubject &subject) const
{
    for (const RuleData &rule : rules) {
        if (rule.when.matches(subject))
            return &rule;
    }
    return nullptr;
}

Result<PolicyData> readPolicyData(const PolicySources &sources)
{
    try {
        PolicyData data;
        readClasses(YamlNode::parse(QStringLiteral("classes.yaml"), sources.classes), data);
        readDuties(YamlNode::parse(QStringLiteral("duties.yaml"), sources.duties), data);
        readScenarios(YamlNode::parse(QStringLiteral("scenarios.yaml"), sources.scenarios), data);
        readRules(YamlNode::parse(QStringLiteral("rules.yaml"), sources.rules), data);
        validatePolicy(data);
        return data;
    } catch (const DataFault &fault) {
        Error error {ErrorKind::Policy, fault.place.file, fault.reason, -1, {}, -1, fault.place.line};
        return tl::unexpected<Error>(std::move(error));
    } catch (const YAML::Exception &exception) {
        // Every file is fully read inside its own parse(); what is left are conversions inside yaml-cpp.
        return fail(ErrorKind::Policy, QStringLiteral("policy"), QString::fromUtf8(exception.what()));
    }
}

}  // namespace waybill
