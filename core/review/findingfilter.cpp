// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/findingfilter.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype maxTextLength = 4096;

/// Splits at blanks; a quoted part keeps its blanks and loses its quotes.
QStringList splitWords(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool any = false;
    for (const QChar c : text.left(maxTextLength)) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
            any = true;
        } else if (c.isSpace() && !quoted) {
            if (any)
                words.append(word);
            word.clear();
            any = false;
        } else {
            word.append(c);
            any = true;
        }
    }
    if (any)
        words.append(word);
    return words;
}

/// `*` and `?` as in a shell; `**` crosses folders, and so does `*` outside of paths. Without either: part of the text.
QRegularExpression glob(const QString &pattern, bool path)
{
    const bool wild = pattern.contains(QLatin1Char('*')) || pattern.contains(QLatin1Char('?'));
    QString regex;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == QLatin1Char('*')) {
            const bool twice = i + 1 < pattern.size() && pattern.at(i + 1) == QLatin1Char('*');
            regex += twice || !path ? QStringLiteral(".*") : QStringLiteral("[^/]*");
            i += twice ? 1 : 0;
        } else if (pattern.at(i) == QLatin1Char('?')) {
            regex += path ? QStringLiteral("[^/]") : QStringLiteral(".");
        } else {
            regex += QRegularExpression::escape(pattern.mid(i, 1));
        }
    }
    if (wild)
        regex = QRegularExpression::anchoredPattern(regex);
    return QRegularExpression(regex, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

std::vector<RiskLevel> risksOf(const QString &value)
{
    static const QStringList operators {QStringLiteral(">="), QStringLiteral("<="), QStringLiteral(">"), QStringLiteral("<")};
    QString op;
    QString name = value;
    for (const QString &candidate : operators) {
        if (value.startsWith(candidate)) {
            op = candidate;
            name = value.mid(candidate.size());
            break;
        }
    }
    const auto level = riskLevelFromId(name.toLower());
    if (!level)
        return {};
    if (op.isEmpty())
        return {*level};
    std::vector<RiskLevel> risks;
    // "Not assessed" is no level, so no comparison reaches it.
    for (int i = 0; i < static_cast<int>(RiskLevel::NotAssessed); ++i) {
        const int wanted = static_cast<int>(*level);
        if ((op == QLatin1String(">=") && i >= wanted) || (op == QLatin1String("<=") && i <= wanted)
            || (op == QLatin1String(">") && i > wanted) || (op == QLatin1String("<") && i < wanted))
            risks.push_back(static_cast<RiskLevel>(i));
    }
    return risks;
}

std::optional<LicenceClass> classOf(const QString &value)
{
    for (const LicenceClass cls : allLicenceClasses) {
        if (value.compare(licenceClassCode(cls), Qt::CaseInsensitive) == 0)
            return cls;
    }
    return licenceClassFromId(value.toLower());
}

bool anyMatch(const std::vector<QRegularExpression> &patterns, const QString &text)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); });
}

bool statusMatches(const QStringList &words, const FilterFacts &facts)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        if (word == QLatin1String("undecided"))
            return facts.undecided;
        if (word == QLatin1String("decided"))
            return facts.decision.has_value();
        if (word == QLatin1String("ghost"))
            return facts.ghostOnly;
        const auto action = decisionActionFromId(word);
        return action && facts.decision == action;
    });
}

}  // namespace

FindingFilter FindingFilter::parse(const QString &text)
{
    static const QStringList keys {QStringLiteral("risk"),  QStringLiteral("class"), QStringLiteral("status"),
                                   QStringLiteral("layer"), QStringLiteral("path"),  QStringLiteral("pkg"),
                                   QStringLiteral("rule"),  QStringLiteral("re")};
    FindingFilter filter;
    filter.m_text = text;
    for (const QString &word : splitWords(text)) {
        Term term;
        QString rest = word;
        if (rest.size() > 1 && rest.startsWith(QLatin1Char('-'))) {
            term.negated = true;
            rest.remove(0, 1);
        }
        const qsizetype colon = rest.indexOf(QLatin1Char(':'));
        const QString key = colon > 0 ? rest.left(colon).toLower() : QString();
        const bool known = keys.contains(key);
        if (fill(term, known ? key : QString(), known ? rest.mid(colon + 1) : rest))
            filter.m_terms.push_back(std::move(term));
        else if (filter.m_badWord.isEmpty())
            filter.m_badWord = word;
    }
    return filter;
}

bool FindingFilter::fill(Term &term, const QString &key, const QString &value)
{
    if (value.isEmpty())
        return false;
    if (key == QLatin1String("re")) {
        term.key = Key::Regex;
        term.patterns.emplace_back(value, QRegularExpression::CaseInsensitiveOption);
        return term.patterns.front().isValid();
    }
    if (key.isEmpty()) {
        term.key = Key::Text;
        term.patterns.push_back(glob(value, false));
        return true;
    }
    const QStringList values = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &one : values) {
        if (key == QLatin1String("risk")) {
            term.key = Key::Risk;
            const auto risks = risksOf(one);
            term.risks.insert(term.risks.end(), risks.begin(), risks.end());
            if (risks.empty())
                return false;
        } else if (key == QLatin1String("class")) {
            term.key = Key::Class;
            const auto cls = classOf(one);
            if (!cls)
                return false;
            term.classes.push_back(*cls);
        } else if (key == QLatin1String("status")) {
            static const QStringList extra {QStringLiteral("undecided"), QStringLiteral("decided"), QStringLiteral("ghost")};
            term.key = Key::Status;
            if (!extra.contains(one.toLower()) && !decisionActionFromId(one.toLower()))
                return false;
            term.words.append(one.toLower());
        } else if (key == QLatin1String("layer")) {
            bool ok = false;
            term.key = Key::Layer;
            term.layers.push_back(one.toInt(&ok) - 1);  // people count layers from one
            if (!ok)
                return false;
        } else {
            term.key = key == QLatin1String("path") ? Key::Path : key == QLatin1String("pkg") ? Key::Package : Key::Rule;
            term.patterns.push_back(glob(one, term.key == Key::Path));
        }
    }
    return !values.isEmpty();
}

bool FindingFilter::satisfied(const Term &term, const FilterFacts &facts)
{
    const auto contains
        = [](const auto &list, const auto &value) { return std::find(list.begin(), list.end(), value) != list.end(); };
    switch (term.key) {
    case Key::Risk:
        return contains(term.risks, facts.risk);
    case Key::Class:
        return contains(term.classes, facts.licenceClass);
    case Key::Status:
        return statusMatches(term.words, facts);
    case Key::Layer:
        return std::any_of(facts.layers.begin(), facts.layers.end(), [&](int layer) { return contains(term.layers, layer); });
    case Key::Path:
        return facts.anyFile && facts.anyFile([&](const QString &path) { return anyMatch(term.patterns, path); });
    case Key::Package:
        return anyMatch(term.patterns, facts.subject);
    case Key::Rule:
        return anyMatch(term.patterns, facts.rule);
    case Key::Text:
    case Key::Regex:
        return anyMatch(term.patterns, facts.subject) || anyMatch(term.patterns, facts.expression)
            || anyMatch(term.patterns, facts.rule)
            || (facts.anyFile && facts.anyFile([&](const QString &path) { return anyMatch(term.patterns, path); }));
    }
    return true;
}

bool FindingFilter::matches(const FilterFacts &facts) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return satisfied(term, facts) != term.negated; });
}

}  // namespace waybill
