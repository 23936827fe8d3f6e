// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/purl.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace waybill {

namespace {

/// What the definitions of the registered types say about letters.
struct TypeRule {
    const char *type;
    bool lowerNameSpace;
    bool lowerName;
};

constexpr std::array typeRules {
    TypeRule {"alpm", true, true},     TypeRule {"bitbucket", true, true}, TypeRule {"apk", true, true},
    TypeRule {"composer", true, true}, TypeRule {"deb", true, true},       TypeRule {"github", true, true},
    TypeRule {"golang", true, true},   TypeRule {"hex", true, true},       TypeRule {"npm", true, true},
    TypeRule {"otp", false, true},     TypeRule {"pypi", false, true},     TypeRule {"rpm", true, false},
    TypeRule {"bitnami", false, true},
};

/// Letters, digits and a few signs, a letter in front.
bool isType(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9.-]*\\z"));
    return form.match(text).hasMatch();
}

bool isQualifierKey(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9._-]*\\z"));
    return form.match(text).hasMatch();
}

}  // namespace

QString purlEncoded(const QString &text)
{
    // QUrl leaves letters, digits and "-._~" alone, which is the allowed set of the standard.
    return QString::fromLatin1(QUrl::toPercentEncoding(text, ":"));
}

QString PackageUrl::toString() const
{
    const QString kind = type.toLower();
    if (name.isEmpty() || !isType(kind))
        return {};
    const auto *const rule
        = std::find_if(typeRules.begin(), typeRules.end(), [&kind](const TypeRule &r) { return kind == QLatin1String(r.type); });
    const bool known = rule != typeRules.end();
    QString url = QStringLiteral("pkg:") + kind;
    for (const QString &segment : nameSpace) {
        if (!segment.isEmpty())
            url += QLatin1Char('/') + purlEncoded(known && rule->lowerNameSpace ? segment.toLower() : segment);
    }
    QString spelled = known && rule->lowerName ? name.toLower() : name;
    if (kind == QLatin1String("pypi")) {
        static const QRegularExpression separators(QStringLiteral("[-_.]+"));
        spelled.replace(separators, QStringLiteral("-"));
    }
    url += QLatin1Char('/') + purlEncoded(spelled);
    if (!version.isEmpty())
        url += QLatin1Char('@') + purlEncoded(version);
    auto sorted = qualifiers;
    for (auto &[key, value] : sorted) {
        key = key.toLower();
        if (!isQualifierKey(key))
            return {};
    }
    std::sort(sorted.begin(), sorted.end());
    QLatin1Char separator('?');
    for (const auto &[key, value] : sorted) {
        if (value.isEmpty())
            continue;
        url += separator + key + QLatin1Char('=') + purlEncoded(value);
        separator = QLatin1Char('&');
    }
    QStringList parts;
    for (const QString &part : subpath.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (part != QLatin1String(".") && part != QLatin1String(".."))
            parts.append(purlEncoded(part));
    }
    return parts.isEmpty() ? url : url + QLatin1Char('#') + parts.join(QLatin1Char('/'));
}

}  // namespace waybill
