// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyloader.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr int basisCount = static_cast<int>(Basis::OwnStated) + 1;
constexpr int rightCount = static_cast<int>(Right::NotListed) + 1;

template <typename Enum>
Enum byId(const YamlNode &node, const QString &id, int count, QLatin1String (*idOf)(Enum), const char *what)
{
    for (int i = 0; i < count; ++i) {
        if (id == idOf(static_cast<Enum>(i)))
            return static_cast<Enum>(i);
    }
    node.fault(QStringLiteral("\"%1\" is not %2").arg(id, QLatin1String(what)));
}

Basis basisOf(const YamlNode &node, const QString &id)
{
    return byId<Basis>(node, id, basisCount, &basisId, "a basis");
}

Right rightOf(const YamlNode &node, const QString &id)
{
    return byId<Right>(node, id, rightCount, &rightId, "a right");
}

template <typename Enum, typename Reader>
quint32 maskOf(const YamlNode &parent, const char *key, Reader reader)
{
    if (!parent.has(key))
        return 0;
    quint32 mask = 0;
    const YamlNode node = parent.at(key);
    for (const QString &id : node.texts())
        mask |= 1U << static_cast<unsigned>(static_cast<Enum>(reader(node, id)));
    return mask;
}

AnswerCondition readAnswers(const YamlNode &parent, const char *key)
{
    AnswerCondition answers;
    if (parent.has(key)) {
        for (const auto &[question, choices] : parent.at(key).members())
            answers.emplace_back(question, choices.texts());
    }
    return answers;
}

EffectChange readChange(const YamlNode &node)
{
    node.allowOnly({"at-least", "set", "permission", "permission-at-least", "add-duties", "remove-duties", "clause", "why"});
    EffectChange change;
    if (node.has("at-least"))
        change.atLeast = riskOf(node.at("at-least"));
    if (node.has("set"))
        change.set = riskOf(node.at("set"));
    if (node.has("permission"))
        change.permission = permissionOf(node.at("permission"));
    if (node.has("permission-at-least"))
        change.permissionAtLeast = permissionOf(node.at("permission-at-least"));
    if (node.has("add-duties"))
        change.addDuties = node.at("add-duties").texts();
    if (node.has("remove-duties"))
        change.removeDuties = node.at("remove-duties").texts();
    if (node.has("clause"))
        change.clause = node.at("clause").text();
    if (node.has("why"))
        change.why = node.at("why").bilingual();
    return change;
}

ModifierData readModifier(const YamlNode &node)
{
    node.allowOnly({"id", "title", "certainty", "when", "answers", "unless", "effects"});
    ModifierData modifier;
    modifier.place = node.place();
    modifier.id = node.at("id").text();
    modifier.title = node.at("title").bilingual();
    modifier.certainty = node.at("certainty").text();
    if (node.has("when"))
        modifier.when = readCondition(node.at("when"));
    modifier.answers = readAnswers(node, "answers");
    modifier.unless = readAnswers(node, "unless");
    for (const bool wide : {true, false}) {
        for (const auto &[key, value] : node.at("effects").members()) {
            const std::vector<Scenario> scenarios = scenariosOf(value, key);
            if ((scenarios.size() > 1) != wide)
                continue;
            for (const Scenario scenario : scenarios)
                modifier.changes[static_cast<size_t>(scenario)] = readChange(value);
        }
    }
    return modifier;
}

}  // namespace

std::vector<NamePattern> patternsOf(const YamlNode &parent, const char *key)
{
    std::vector<NamePattern> patterns;
    if (parent.has(key)) {
        for (const QString &text : parent.at(key).texts())
            patterns.emplace_back(text);
    }
    return patterns;
}

RuleData readRule(const YamlNode &node, const PolicyData &data)
{
    node.allowOnly({"id", "precedence", "title", "rationale", "clause", "document", "date", "certainty", "when", "own-terms",
                    "gather", "shown-as", "effects", "cases"});
    RuleData rule;
    rule.place = node.place();
    rule.text.id = node.at("id").text();
    if (node.has("precedence"))
        rule.precedence = node.at("precedence").number(1, 1'000'000);
    rule.text.title = node.at("title").anyLanguage();
    rule.text.rationale = node.at("rationale").anyLanguage();
    rule.text.clause = node.at("clause").text();
    rule.text.document = node.at("document").text();
    rule.text.date = node.at("date").text();
    rule.text.certainty = node.at("certainty").text();
    rule.document = rule.text.document;
    if (rule.text.date != QLatin1String("undated"))
        rule.document += QLatin1String(" (") % rule.text.date % QLatin1Char(')');
    rule.when = readCondition(node.at("when"));
    rule.ownTerms = node.has("own-terms") && node.at("own-terms").flag();
    if (node.has("gather")) {
        if (node.at("gather").text() != QLatin1String("agreement"))
            node.at("gather").fault(QStringLiteral("findings can be gathered by \"agreement\" only"));
        rule.gatherByAgreement = true;
    }
    if (node.has("shown-as"))
        rule.shownAs = licenceClassOf(node.at("shown-as"), node.at("shown-as").text());
    if (rule.shownAs.has_value() == rule.when.circumstances.empty())
        node.fault(QStringLiteral("a rule about circumstances, and no other, says under which class it is shown (shown-as)"));
    if (node.has("effects"))
        rule.patches = readEffects(node.at("effects"));
    rule.namesEditions = std::any_of(rule.patches.begin(), rule.patches.end(),
                                     [](const EffectPatch &patch) { return patch.why && patch.why->en.contains(u'{'); });
    for (const YamlNode &item : node.at("cases").items())
        rule.cases.push_back(readCase(item));
    for (size_t cls = 0; cls < rule.rows.size(); ++cls) {
        for (size_t i = 0; i < rule.patches.size(); ++i)
            rule.rows[cls][i] = patched(data.classRows[cls][i], rule.patches[i]);
    }
    return rule;
}

Condition readCondition(const YamlNode &node)
{
    node.allowOnly({"class", "basis", "right", "group", "condition", "product", "agreement", "expression", "kind", "component",
                    "newer-edition", "ghost", "flag", "circumstance", "not-expression"});
    Condition condition;
    condition.classes = maskOf<LicenceClass>(node, "class", licenceClassOf);
    condition.bases = maskOf<Basis>(node, "basis", basisOf);
    condition.rights = maskOf<Right>(node, "right", rightOf);
    condition.groups = patternsOf(node, "group");
    condition.terms = patternsOf(node, "condition");
    condition.products = patternsOf(node, "product");
    condition.agreements = patternsOf(node, "agreement");
    condition.expressions = patternsOf(node, "expression");
    condition.kinds = patternsOf(node, "kind");
    condition.components = patternsOf(node, "component");
    condition.flags = patternsOf(node, "flag");
    condition.circumstances = patternsOf(node, "circumstance");
    condition.noExpressions = patternsOf(node, "not-expression");
    if (node.has("newer-edition"))
        condition.newerEdition = node.at("newer-edition").flag();
    if (node.has("ghost"))
        condition.ghostOnly = node.at("ghost").flag();
    return condition;
}

RuleCase readCase(const YamlNode &node)
{
    node.allowOnly({"class", "basis", "right", "group", "conditions", "product", "agreement", "edition", "newer-edition",
                    "expression", "component", "kind", "ghost", "match", "circumstance"});
    RuleCase result;
    result.place = node.place();
    Judgement &judgement = result.judgement;
    result.circumstance = node.textOr("circumstance", {});
    if (result.circumstance.isEmpty() || node.has("class"))
        judgement.licenceClass = licenceClassOf(node, node.at("class").text());
    judgement.basis = node.has("basis") ? basisOf(node, node.at("basis").text()) : Basis::Component;
    judgement.expression = node.textOr("expression", {});
    FileRight &right = judgement.right;
    right.licenceClass = judgement.licenceClass;
    right.right = node.has("right") ? rightOf(node, node.at("right").text()) : Right::NoAgreement;
    right.group = node.textOr("group", {});
    right.productId = node.textOr("product", {});
    right.agreementId = node.textOr("agreement", {});
    right.editionId = node.textOr("edition", {});
    right.newerEditionId = node.textOr("newer-edition", {});
    if (node.has("conditions"))
        right.conditions = node.at("conditions").texts();
    if (node.has("component") || node.has("kind")) {
        result.component.emplace();
        result.component->name = node.textOr("component", {});
        result.component->kind = node.textOr("kind", {});
    }
    const bool ghost = node.has("ghost") && node.at("ghost").flag();
    judgement.liveFiles = ghost ? 0 : 1;
    judgement.ghostFiles = ghost ? 1 : 0;
    result.match = node.at("match").flag();
    return result;
}

void sortRules(PolicyData &data)
{
    std::sort(data.rules.begin(), data.rules.end(), [](const RuleData &a, const RuleData &b) {
        return a.precedence != b.precedence ? a.precedence > b.precedence : a.text.id < b.text.id;
    });
    std::sort(data.modifiers.begin(), data.modifiers.end(),
              [](const ModifierData &a, const ModifierData &b) { return a.id < b.id; });
}

void readRules(const YamlNode &root, PolicyData &data)
{
    root.allowOnly({"version", "ghosts", "rules", "modifiers"});
    data.version = root.at("version").text();
    data.ghostWhy = root.at("ghosts").bilingual();
    for (const YamlNode &node : root.at("rules").items())
        data.rules.push_back(readRule(node, data));
    for (const YamlNode &node : root.at("modifiers").items())
        data.modifiers.push_back(readModifier(node));
    sortRules(data);
}

}  // namespace waybill
