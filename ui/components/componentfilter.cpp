// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/componentfilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

const QStringList states {QStringLiteral("ghost"), QStringLiteral("unlicensed"), QStringLiteral("bundled")};

bool has(const Component &component, const QString &state)
{
    if (state == QLatin1String("ghost"))
        return component.isGhost();
    if (state == QLatin1String("unlicensed"))
        return component.expression.isEmpty();
    return component.partOf.isValid();
}

bool like(const QString &text, const QString &pattern)
{
    const auto form = QRegularExpression::wildcardToRegularExpression(pattern, QRegularExpression::UnanchoredWildcardConversion);
    return QRegularExpression(form, QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

}  // namespace

ComponentFilter ComponentFilter::parse(const QString &text)
{
    ComponentFilter filter;
    for (QString word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        Term term;
        const QString whole = word;
        term.negated = word.size() > 1 && word.startsWith(QLatin1Char('-'));
        if (term.negated)
            word.remove(0, 1);
        const QString key = word.section(QLatin1Char(':'), 0, 0).toLower();
        const bool keyed = word.contains(QLatin1Char(':'));
        term.values = word.section(QLatin1Char(':'), 1).split(QLatin1Char(','), Qt::SkipEmptyParts);
        bool good = !term.values.isEmpty();
        if (keyed && key == QLatin1String("kind")) {
            term.key = Key::Kind;
        } else if (keyed && key == QLatin1String("licence")) {
            term.key = Key::Licence;
        } else if (keyed && key == QLatin1String("layer")) {
            term.key = Key::Layer;
            good = good && std::all_of(term.values.begin(), term.values.end(), [](const QString &v) { return v.toInt() > 0; });
        } else if (keyed && key == QLatin1String("is")) {
            term.key = Key::Is;
            good = good
                && std::all_of(term.values.begin(), term.values.end(), [](const QString &v) { return states.contains(v); });
        } else {
            term.values = {word};
            good = true;
        }
        if (good)
            filter.m_terms.push_back(std::move(term));
        else if (filter.m_badWord.isEmpty())
            filter.m_badWord = whole;
    }
    return filter;
}

bool ComponentFilter::satisfied(const Term &term, const Component &component)
{
    return std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
        switch (term.key) {
        case Key::Kind:
            return component.kind.compare(value, Qt::CaseInsensitive) == 0;
        case Key::Layer:
            return component.layer + 1 == value.toInt() || (component.isGhost() && component.hiddenBy + 1 == value.toInt());
        case Key::Licence:
            return like(component.expression, value);
        case Key::Is:
            return has(component, value);
        case Key::Text:
            break;
        }
        const auto contains = [&value](const QString &text) { return text.contains(value, Qt::CaseInsensitive); };
        return contains(component.name) || contains(component.version) || contains(component.sourceName)
            || contains(component.supplier) || contains(component.expression) || contains(component.purl);
    });
}

bool ComponentFilter::matches(const Component &component) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&component](const Term &term) { return satisfied(term, component) != term.negated; });
}

}  // namespace waybill
