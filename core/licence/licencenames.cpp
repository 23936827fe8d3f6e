// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licencenames.h"

#include <QRegularExpression>

namespace waybill {

namespace {

QStringList wordsOf(const QString &name)
{
    static const QRegularExpression separator(QStringLiteral("[^a-z0-9]+"));
    return name.toLower().split(separator, Qt::SkipEmptyParts);
}

bool isDigits(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// Read by their own grammars, which know "or later" and the parts of a name.
bool hasGrammar(const QString &expression)
{
    static const QRegularExpression family(QStringLiteral("^(?:A?L?GPL|GFDL|CC)-[^ ]+$"));
    return family.match(expression).hasMatch() && !expression.startsWith(QLatin1String("CC-PDDC"));
}

}  // namespace

NameStrength LicenceNames::strengthOf(const QString &name) const
{
    const QStringList words = wordsOf(name);
    if (words.size() < 2)
        return m_shortNames.contains(name.toLower()) ? NameStrength::Short : NameStrength::Ordinary;
    static const QStringList telling {QStringLiteral("license"),    QStringLiteral("licence"),     QStringLiteral("clause"),
                                      QStringLiteral("bsd"),        QStringLiteral("attribution"), QStringLiteral("public"),
                                      QStringLiteral("mit"),        QStringLiteral("agreement"),   QStringLiteral("exception"),
                                      QStringLiteral("exceptions"), QStringLiteral("same")};
    // "apache 2 0" is a licence, "python 2 0" a program.
    const bool named = std::any_of(words.begin(), words.end(), [this](const QString &word) {
        return !isDigits(word) && word.size() > 1 && !m_everyday.contains(word);
    });
    for (const QString &word : words) {
        if ((named && isDigits(word)) || telling.contains(word))
            return NameStrength::Sure;
    }
    return NameStrength::Ordinary;
}

void LicenceNames::add(WordTable &words, const QString &name, const QString &expression, bool isVague)
{
    const QStringList parts = wordsOf(name);
    const bool saysLicence = parts.contains(QLatin1String("license")) || parts.contains(QLatin1String("licence"));
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9.]+(-[A-Za-z0-9.]+)+$"));
    m_names.push_back({expression, strengthOf(name), isVague, saysLicence, id.match(name).hasMatch()});
    m_table.add(words, name, static_cast<int>(m_names.size()) - 1);
}

/// "Mozilla Public License 2.0" is also written "... License, Version 2.0", "... v2.0", "... v. 2" and without "License".
void LicenceNames::addForms(WordTable &words, const QString &name, const QString &expression)
{
    add(words, name, expression, false);
    static const QRegularExpression versioned(
        QStringLiteral("^(.+?)[ ,]+(?:v|v\\.|version)?[ ]?(\\d+(?:\\.\\d+)*)((?: (?:international|unported|only))?)$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = versioned.match(name);
    if (!match.hasMatch())
        return;
    const QString title = match.captured(1);
    QStringList numbers {match.captured(2)};
    if (numbers.first().endsWith(QLatin1String(".0")))
        numbers.append(numbers.first().chopped(2));
    for (const QString &number : numbers) {
        for (const char *form : {"%1 version %2", "%1 v%2", "%1 v %2", "%1 %2", "%1 ver %2", "%1 %2 license", "%1 v%2 license",
                                 "%1 version %2 license"}) {
            if (QLatin1String(form).endsWith(QLatin1String("license"))
                && title.endsWith(QLatin1String("license"), Qt::CaseInsensitive))
                continue;
            add(words, QString(QLatin1String(form)).arg(title, number), expression, false);
        }
    }
}

void LicenceNames::addCatalog(WordTable &words, const LicenceCatalog &catalog)
{
    catalog.forEachSpelling([&](const QString &spelling, const QString &expression) {
        const bool usable = !hasGrammar(expression) && !m_nameless.contains(expression) && !spelling.contains(QLatin1Char('+'))
            && !spelling.startsWith(QLatin1String("http")) && spelling.size() > 2;
        if (usable)
            addForms(words, spelling, expression);
    });
}

LicenceNames::Found LicenceNames::find(const WordStream &stream, std::size_t at) const
{
    const PhraseTable::Found found = m_table.find(stream, at);
    if (found.payload < 0)
        return {};
    const Name &name = m_names[static_cast<std::size_t>(found.payload)];
    return {&name.expression, found.words, name.strength, name.isVague, name.saysLicence, name.isId};
}

}  // namespace waybill
