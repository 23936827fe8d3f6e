// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/licencejson.h"

#include "core/licence/licenceexpression.h"
#include "core/report/messages.h"

namespace waybill {

namespace {

QString classOf(const QString &expression, const LicenceCatalog &catalog)
{
    const auto parsed = LicenceExpression::parse(expression);
    return licenceClassId(parsed ? parsed->evaluate(catalog) : LicenceClass::Unknown);
}

QJsonObject matchJson(const LicenceMatch &match, const LicenceCatalog &catalog)
{
    QJsonObject object {{QStringLiteral("expression"), match.expression},
                        {QStringLiteral("class"), classOf(match.expression, catalog)},
                        {QStringLiteral("kind"), QString(matchKindId(match.kind))},
                        {QStringLiteral("score"), match.score},
                        {QStringLiteral("firstLine"), match.firstLine},
                        {QStringLiteral("lastLine"), match.lastLine},
                        {QStringLiteral("firstByte"), match.firstByte},
                        {QStringLiteral("endByte"), match.endByte}};
    if (!match.edition.isEmpty())
        object.insert(QStringLiteral("edition"), match.edition);
    if (match.isAlternative)
        object.insert(QStringLiteral("alternative"), true);
    return object;
}

QJsonObject statementJson(const CopyrightStatement &statement)
{
    return {{QStringLiteral("text"), statement.text},           {QStringLiteral("holder"), statement.holder},
            {QStringLiteral("years"), statement.years},         {QStringLiteral("line"), statement.line},
            {QStringLiteral("firstByte"), statement.firstByte}, {QStringLiteral("endByte"), statement.endByte}};
}

QJsonObject problemJson(const QString &kind, const QString &message)
{
    return {{QStringLiteral("kind"), kind}, {QStringLiteral("message"), message}};
}

}  // namespace

QJsonObject fileTermsJson(const QString &path, const FileTerms &terms, const LicenceCatalog &catalog)
{
    QJsonArray matches;
    for (const LicenceMatch &match : terms.matches)
        matches.append(matchJson(match, catalog));
    QJsonArray copyrights;
    for (const CopyrightStatement &statement : terms.copyrights)
        copyrights.append(statementJson(statement));
    return {{QStringLiteral("path"), path},
            {QStringLiteral("readable"), true},
            {QStringLiteral("expression"), terms.expression},
            {QStringLiteral("class"), QString(licenceClassId(terms.licenceClass))},
            {QStringLiteral("declared"), terms.declared},
            {QStringLiteral("detected"), terms.detected},
            {QStringLiteral("contradiction"), terms.contradiction},
            {QStringLiteral("manifest"), terms.manifestFormat},
            {QStringLiteral("encoding"), QString(terms.encoding)},
            {QStringLiteral("unresolved"), QJsonArray::fromStringList(terms.unresolved)},
            {QStringLiteral("licences"), matches},
            {QStringLiteral("copyrights"), copyrights},
            {QStringLiteral("holders"), QJsonArray::fromStringList(terms.holders)}};
}

QJsonObject unreadableFileJson(const QString &path, const Error &error)
{
    return {{QStringLiteral("path"), path},
            {QStringLiteral("readable"), false},
            {QStringLiteral("expression"), QString()},
            {QStringLiteral("class"), QString(licenceClassId(LicenceClass::Unknown))},
            {QStringLiteral("licences"), QJsonArray()},
            {QStringLiteral("error"), problemJson(errorKindId(error.kind), Messages::error(error))}};
}

QJsonObject expressionJson(const QString &text, const LicenceCatalog &catalog)
{
    QJsonObject object {{QStringLiteral("input"), text}};
    auto parsed = LicenceExpression::parse(text);
    const QString spelled = catalog.expressionForSpelling(text);
    const bool grammatical = parsed.has_value();
    const Error error = grammatical ? Error() : parsed.error();
    if (!spelled.isEmpty())
        parsed = LicenceExpression::parse(spelled);
    object.insert(QStringLiteral("valid"), grammatical);
    object.insert(QStringLiteral("expression"), parsed ? parsed->toString(catalog) : QString());
    object.insert(QStringLiteral("class"), QString(licenceClassId(parsed ? parsed->evaluate(catalog) : LicenceClass::Unknown)));
    QJsonArray ids;
    QJsonArray unknown;
    if (parsed) {
        const auto normal = LicenceExpression::parse(parsed->toString(catalog));
        const LicenceExpression &shown = normal ? *normal : *parsed;
        for (const QString &id : shown.ids())
            ids.append(id);
        for (const QString &id : shown.unknownIds(catalog))
            unknown.append(id);
    }
    object.insert(QStringLiteral("ids"), ids);
    object.insert(QStringLiteral("unknownIds"), unknown);
    if (grammatical)
        return object;
    QJsonObject problem = problemJson(errorKindId(error.kind), error.cause);
    problem.insert(QStringLiteral("offset"), error.offset);
    object.insert(QStringLiteral("error"), problem);
    return object;
}

QJsonObject licenceDocument(const QString &member, const QJsonArray &answers)
{
    return {{QStringLiteral("schemaVersion"), 1},
            {QStringLiteral("generator"), QStringLiteral("waybill " WAYBILL_VERSION)},
            {QStringLiteral("document"), QStringLiteral("licence")},
            {member, answers}};
}

}  // namespace waybill
