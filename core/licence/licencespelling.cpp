// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpression.h"

#include <QRegularExpression>

namespace waybill {

namespace {

/// Longer fields are texts, not names.
constexpr qsizetype maxSpelling = 2000;

QString bracketed(const QString &expression, const QString &outer)
{
    const bool mixed = outer == QLatin1String("AND") && expression.contains(QLatin1String(" OR "));
    return mixed ? QString(QLatin1Char('(') + expression + QLatin1Char(')')) : expression;
}

/// An expression all of whose ids the catalogue knows, or empty.
QString knownExpression(const LicenceCatalog &catalog, const QString &text)
{
    const Result<LicenceExpression> parsed = LicenceExpression::parse(text);
    if (!parsed)
        return {};
    for (const QString &id : parsed->ids()) {
        if (catalog.find(id) == nullptr && catalog.replacementFor(id).isEmpty())
            return {};
    }
    return parsed->toString(catalog);
}

QString joined(const LicenceCatalog &catalog, const QStringList &parts, const QString &operation)
{
    QStringList resolved;
    for (const QString &part : parts) {
        const QString expression = catalog.expressionForSpelling(part);
        if (expression.isEmpty())
            return {};
        const QString item = bracketed(expression, operation);
        if (!resolved.contains(item))
            resolved.append(item);
    }
    return resolved.join(QString(QLatin1Char(' ') + operation + QLatin1Char(' ')));
}

QString withException(const LicenceCatalog &catalog, const QString &spelling)
{
    static const QRegularExpression with(QStringLiteral("^(.+?)(?:\\s+|[-_])with(?:\\s+the)?(?:\\s+|[-_])(.+)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = with.match(spelling);
    if (!match.hasMatch())
        return {};
    const QString base = catalog.expressionForSpelling(match.captured(1));
    const QString exception = catalog.exceptionForSpelling(match.captured(2));
    if (base.isEmpty() || exception.isEmpty() || base.contains(QLatin1Char(' ')))
        return {};
    return base + QLatin1String(" WITH ") + exception;
}

/// Takes the words apart at "or", "and" and "with". Every part is shorter than the whole, so this ends.
QString resolveCompound(const LicenceCatalog &catalog, const QString &spelling)
{
    if (const QString expression = knownExpression(catalog, spelling); !expression.isEmpty())
        return expression;
    const auto [operation, parts] = splitSpelling(spelling);
    if (parts.size() > 1)
        return joined(catalog, parts, operation);
    return withException(catalog, spelling);
}

}  // namespace

SpellingParts splitSpelling(const QString &spelling)
{
    // DEP-5: a comma binds weaker than the words around it; then "or" is weaker than "and".
    constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;
    static const std::pair<QRegularExpression, QString> separators[] = {
        {QRegularExpression(QStringLiteral(",\\s*or\\s+"), caseless), QStringLiteral("OR")},
        {QRegularExpression(QStringLiteral(",\\s*and\\s+|;\\s*|,\\s*"), caseless), QStringLiteral("AND")},
        {QRegularExpression(QStringLiteral("(?:\\s+|_)(?:and/or|or)(?:\\s+|_)|\\s*\\|+\\s*"), caseless), QStringLiteral("OR")},
        {QRegularExpression(QStringLiteral("(?:\\s+|_)and(?:\\s+|_)|\\s*&+\\s*"), caseless), QStringLiteral("AND")},
    };
    for (const auto &[separator, operation] : separators) {
        QStringList parts = spelling.simplified().split(separator, Qt::SkipEmptyParts);
        if (parts.size() > 1)
            return {operation, parts};
    }
    return {{}, {spelling}};
}

QString foldSpelling(const QString &spelling)
{
    QString folded;
    folded.reserve(spelling.size());
    const QString lower = spelling.toLower();
    for (qsizetype i = 0; i < lower.size(); ++i) {
        const QChar c = lower.at(i);
        const bool innerDot
            = c == QLatin1Char('.') && i > 0 && i + 1 < lower.size() && lower.at(i - 1).isDigit() && lower.at(i + 1).isDigit();
        if (c.isLetterOrNumber() || c == QLatin1Char('+') || c == QLatin1Char('>') || c == QLatin1Char('~') || innerDot)
            folded.append(c);
        else if (!folded.isEmpty() && folded.back() != QLatin1Char(' '))
            folded.append(QLatin1Char(' '));
    }
    folded.replace(QLatin1String("licence"), QLatin1String("license"));
    return folded.trimmed();
}

QString LicenceCatalog::expressionForSpelling(const QString &spelling) const
{
    const QString text = spelling.simplified();
    if (const QString replacement = replacementFor(text); !replacement.isEmpty())
        return replacement;
    QString alias = m_aliases.value(foldSpelling(text));
    if (alias.isEmpty() && text.startsWith(QLatin1String("the "), Qt::CaseInsensitive))
        alias = m_aliases.value(foldSpelling(text.mid(4)));
    // Debian writes whose variant of a licence it is behind a tilde: "BSD-3-clause~Sun" is not BSD-3-Clause-Sun.
    if (const qsizetype tilde = text.indexOf(QLatin1Char('~')); alias.isEmpty() && tilde > 0 && !text.contains(QLatin1Char(' ')))
        return expressionForSpelling(text.left(tilde));
    if (!alias.isEmpty()) {
        const QString replacement = replacementFor(alias);
        return replacement.isEmpty() ? alias : replacement;
    }
    return text.isEmpty() || text.size() > maxSpelling ? QString() : resolveCompound(*this, text);
}

QStringList LicenceCatalog::familyForSpelling(const QString &spelling) const
{
    return m_families.value(foldSpelling(spelling));
}

QString LicenceCatalog::exceptionForSpelling(const QString &words) const
{
    const QString folded = foldSpelling(words);
    const auto it = m_exceptionAliases.constFind(folded);
    if (it != m_exceptionAliases.constEnd())
        return *it;
    static const QRegularExpression tail(QStringLiteral(" (special )?(link(ing)? )?(exception|exemption)s?$"));
    QString shorter = folded;
    shorter.remove(tail);
    return m_exceptionAliases.value(shorter);
}

}  // namespace waybill
