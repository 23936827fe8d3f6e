// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbomlicences.h"

#include "core/licence/licenceexpression.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace waybill {

namespace {

const QLatin1String prefix("LicenseRef-");

/// Letters, digits, points and hyphens, as annex D "idstring" of SPDX 2.3 asks.
QString idString(const QString &words)
{
    QString id;
    for (const QChar c : words) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == QLatin1Char('.'));
        if (plain)
            id += c;
        else if (!id.endsWith(QLatin1Char('-')) && !id.isEmpty())
            id += QLatin1Char('-');
    }
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    return id.left(60);
}

}  // namespace

void SbomLicences::explain(const QString &id, const QString &name, const QString &text)
{
    m_custom.try_emplace(id, CustomLicence {id, name, text});
}

QString SbomLicences::freeWords(const QString &words, const QString &where)
{
    const QByteArray mark = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    const QString id
        = prefix + QStringLiteral("stated-") + idString(words.left(60)) + QLatin1Char('-') + QString::fromLatin1(mark);
    explain(id, words.left(200), QStringLiteral("As stated in %1: %2").arg(where, words));
    return id;
}

QString SbomLicences::expression(const QString &words, const QString &where)
{
    if (words.trimmed().isEmpty())
        return {};
    const auto parsed = LicenceExpression::parse(words);
    if (!parsed)
        return freeWords(words.trimmed(), where);
    QString text = parsed->toString(m_catalog);
    QStringList strange = parsed->unknownIds(m_catalog);
    for (const QString &id : m_tooRecent) {
        if (text.contains(id) && !strange.contains(id))
            strange.append(id);
    }
    for (const QString &id : strange) {
        if (id.contains(prefix))
            continue;
        // An exception that nobody listed cannot be spelled within SPDX; the whole is then named by its words.
        if (text.contains(QRegularExpression(QStringLiteral("\\bWITH\\s+") + QRegularExpression::escape(id))))
            return freeWords(text, where);
        const QString own = prefix + idString(id);
        const QRegularExpression whole(QStringLiteral("(?<![\\w.+-])") + QRegularExpression::escape(id)
                                       + QStringLiteral("(?![\\w.-])\\+?"));
        if (!text.contains(whole))
            continue;  // part of a longer id
        text.replace(whole, own);
        const LicenceInfo *info = m_catalog.find(id);
        explain(own, info ? info->name : id,
                info ? QStringLiteral("The licence %1 of the SPDX licence list; its text is at https://spdx.org/licenses/%1.html")
                           .arg(id)
                     : QStringLiteral("Named %1 in %2").arg(id, where));
    }
    if (text.contains(QLatin1String("DocumentRef-")))
        return freeWords(text, where);
    const auto again = LicenceExpression::parse(text);
    for (const QString &id : again ? again->ids() : QStringList()) {
        if (!id.startsWith(prefix))
            continue;
        const LicenceInfo *info = m_catalog.find(id);
        const QString name
            = info && !info->name.isEmpty() ? info->name : id.mid(prefix.size()).replace(QLatin1Char('-'), QLatin1Char(' '));
        explain(id, name, QStringLiteral("The terms stand in the image: %1").arg(where));
    }
    return text;
}

QString SbomLicences::joined(const QStringList &expressions)
{
    QStringList distinct;
    for (const QString &expression : expressions) {
        if (!expression.isEmpty() && !distinct.contains(expression))
            distinct.append(expression);
    }
    if (distinct.size() < 2)
        return distinct.value(0);
    for (QString &part : distinct) {
        if (part.contains(QLatin1Char(' ')))
            part = QLatin1Char('(') + part + QLatin1Char(')');
    }
    const auto parsed = LicenceExpression::parse(distinct.join(QStringLiteral(" AND ")));
    return parsed ? parsed->toString(m_catalog) : distinct.join(QStringLiteral(" AND "));
}

bool SbomLicences::isListed(const QString &expression) const
{
    return !expression.contains(QLatin1Char(' ')) && !expression.startsWith(prefix) && m_catalog.find(expression)
        && !expression.endsWith(QLatin1Char('+'));
}

std::vector<CustomLicence> SbomLicences::custom() const
{
    std::vector<CustomLicence> all;
    for (const auto &[id, licence] : m_custom)
        all.push_back(licence);
    return all;
}

}  // namespace waybill
