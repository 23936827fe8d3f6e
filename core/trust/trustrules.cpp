// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/trustrules.h"

#include "core/base/glob.h"
#include "core/licence/policyyaml.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr size_t briefLength = 4;  ///< of the shortest mark that is looked for everywhere
constexpr size_t longLength = 8;   ///< from here on marks share the table that skips most of a text
constexpr std::array severities {"note", "low", "medium", "high", "extreme"};
constexpr std::array questions {"maker", "claims", "contents", "age"};

template <typename Enum, size_t Size>
std::optional<Enum> fromId(const std::array<const char *, Size> &names, const QString &id)
{
    const auto found = std::find_if(names.begin(), names.end(), [&id](const char *name) { return id == QLatin1String(name); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

TrustText bilingual(const YAML::Node &node)
{
    return {textOf(required(node, "en")), textOf(required(node, "zh"))};
}

std::vector<std::string> globs(const YAML::Node &node)
{
    std::vector<std::string> all;
    for (const QString &text : textsOf(node)) {
        for (std::string &pattern : expandBraces(text.toStdString()))
            all.push_back(std::move(pattern));
    }
    return all;
}

std::vector<std::string> byteTexts(const YAML::Node &node)
{
    std::vector<std::string> all;
    for (const QString &text : textsOf(node))
        all.push_back(text.toStdString());
    return all;
}

TrustSeverity severityOf(const YAML::Node &node)
{
    const auto severity = trustSeverityFromId(textOf(node));
    if (!severity)
        policyFault(node, QStringLiteral("no such severity"));
    return *severity;
}

TrustRule ruleOf(const YAML::Node &node)
{
    TrustRule rule;
    rule.id = textOf(required(node, "id"));
    const auto question = trustQuestionFromId(textOf(required(node, "question")));
    if (!question)
        policyFault(node, QStringLiteral("no such question"));
    rule.question = *question;
    rule.severity = severityOf(required(node, "severity"));
    rule.owned = node["owned"] ? severityOf(node["owned"]) : std::min(rule.severity, TrustSeverity::Low);
    rule.library = node["library"] ? severityOf(node["library"]) : rule.owned;
    rule.title = bilingual(required(node, "title"));
    rule.why = bilingual(required(node, "why"));
    for (const QString &kind : textsOf(node["in"])) {
        rule.inText = rule.inText || kind == QLatin1String("text");
        rule.inBinary = rule.inBinary || kind == QLatin1String("binary");
        rule.inConfig = rule.inConfig || kind == QLatin1String("config");
    }
    rule.secret = node["secret"] && node["secret"].as<bool>();
    rule.onlyExecutable = node["executable"] && node["executable"].as<bool>();
    rule.onlyUnowned = node["unowned"] && node["unowned"].as<bool>();
    rule.collect = node["collect"] && node["collect"].as<bool>();
    rule.entropy = node["entropy"] ? node["entropy"].as<double>() : 0;
    rule.marks = byteTexts(node["marks"]);
    rule.paths = globs(node["paths"]);
    rule.names = byteTexts(node["names"]);
    if (node["pattern"]) {
        rule.pattern.emplace(textOf(node["pattern"]));
        if (!rule.pattern->isValid())
            policyFault(node["pattern"], rule.pattern->errorString());
        rule.pattern->optimize();
    }
    return rule;
}

bool matchesAny(const std::vector<std::string> &patterns, std::string_view path)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [path](const std::string &pattern) { return globMatches(pattern, path); });
}

}  // namespace

QLatin1String trustSeverityId(TrustSeverity severity)
{
    return QLatin1String(severities.at(static_cast<size_t>(severity)));
}

std::optional<TrustSeverity> trustSeverityFromId(const QString &id)
{
    return fromId<TrustSeverity>(severities, id);
}

QLatin1String trustQuestionId(TrustQuestion question)
{
    return QLatin1String(questions.at(static_cast<size_t>(question)));
}

std::optional<TrustQuestion> trustQuestionFromId(const QString &id)
{
    return fromId<TrustQuestion>(questions, id);
}

/// What holds in a few places only is looked for there; the rest must be found in one pass over everything.
void TrustRules::sortMarks(const TrustRule &rule, const YAML::Node &node)
{
    for (const std::string &mark : rule.marks) {
        const Mark entry {m_rules.size(), mark};
        const bool isBrief = mark.size() < longLength;
        if ((rule.inText && rule.places == 0 && mark.size() < briefLength)
            || (rule.inBinary && mark.size() < MultiPatternSearch::leastLength))
            policyFault(node, QStringLiteral("too short a mark for a rule that holds everywhere"));
        if (rule.inBinary)
            m_binaryMarks.push_back(entry);
        if (rule.inText)
            (rule.places != 0 ? m_placedMarks : isBrief ? m_briefMarks : m_textMarks).push_back(entry);
    }
}

Result<std::shared_ptr<const TrustRules>> TrustRules::load()
{
    auto rules = std::make_shared<TrustRules>();
    const auto read = readPolicy(QStringLiteral("trust-indicators.yaml"), [&](const YAML::Node &root) {
        rules->m_version = textOf(required(root, "version"));
        for (const auto &set : required(root, "places"))
            rules->m_places.push_back({textOf(set.first), globs(set.second)});
        if (rules->m_places.size() > 32)
            policyFault(root, QStringLiteral("more than 32 sets of places"));
        for (const YAML::Node &node : required(root, "rules")) {
            TrustRule rule = ruleOf(node);
            for (const QString &place : textsOf(node["places"])) {
                const auto set = std::find_if(rules->m_places.begin(), rules->m_places.end(),
                                              [&place](const PlaceSet &one) { return one.name == place; });
                if (set == rules->m_places.end())
                    policyFault(node, QStringLiteral("no such set of places: ") + place);
                rule.places |= 1U << (set - rules->m_places.begin());
            }
            rules->sortMarks(rule, node);
            rules->m_rules.push_back(std::move(rule));
        }
        for (const YAML::Node &node : root["allowed"])
            rules->m_allowances.push_back(
                {textOf(required(node, "rule")), globs(required(node, "paths")), bilingual(required(node, "reason"))});
    });
    if (!read)
        return fail(read.error());
    const auto bytesOf = [](const std::vector<Mark> &marks) {
        std::vector<std::string> all;
        for (const Mark &mark : marks)
            all.push_back(mark.bytes);
        return all;
    };
    rules->m_textSearch.emplace(bytesOf(rules->m_textMarks));
    rules->m_binarySearch.emplace(bytesOf(rules->m_binaryMarks));
    rules->m_briefSearch.emplace(bytesOf(rules->m_briefMarks), briefLength);
    return std::shared_ptr<const TrustRules>(std::move(rules));
}

const TrustRule *TrustRules::find(const QString &id) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&id](const TrustRule &rule) { return rule.id == id; });
    return found == m_rules.end() ? nullptr : &*found;
}

bool TrustRules::isStartupPlace(std::string_view path) const
{
    const auto set = std::find_if(m_places.begin(), m_places.end(),
                                  [](const PlaceSet &place) { return place.name == QLatin1String("startup"); });
    return set != m_places.end() && matchesAny(set->paths, path);
}

quint32 TrustRules::placesOf(std::string_view path, bool startup) const
{
    quint32 places = 0;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const PlaceSet &set = m_places[i];
        if ((startup && set.name == QLatin1String("startup")) || matchesAny(set.paths, path))
            places |= 1U << i;
    }
    return places;
}

const TrustAllowance *TrustRules::allowance(const QString &rule, std::string_view path) const
{
    const auto found = std::find_if(m_allowances.begin(), m_allowances.end(), [&](const TrustAllowance &allowed) {
        return (allowed.rule == rule || allowed.rule == QLatin1String("*")) && matchesAny(allowed.paths, path);
    });
    return found == m_allowances.end() ? nullptr : &*found;
}

}  // namespace waybill
