// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/schemacheck.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace waybill::test {

namespace {

QString typeOf(const QJsonValue &value)
{
    static const QStringList names {QStringLiteral("null"),   QStringLiteral("boolean"), QStringLiteral("number"),
                                    QStringLiteral("string"), QStringLiteral("array"),   QStringLiteral("object")};
    return names.value(value.type());
}

bool hasType(const QJsonValue &value, const QString &wanted)
{
    if (wanted == QLatin1String("integer"))
        return value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger());
    return typeOf(value) == wanted;
}

bool hasOneOfTypes(const QJsonValue &value, const QJsonValue &type)
{
    const QJsonArray wanted = type.isArray() ? type.toArray() : QJsonArray {type};
    for (const QJsonValue &one : wanted) {
        if (hasType(value, one.toString()))
            return true;
    }
    return false;
}

}  // namespace

QStringList SchemaCheck::faults(const QJsonValue &value)
{
    Faults faults;
    check(value, m_schema, QStringLiteral("$"), faults);
    return faults;
}

void SchemaCheck::check(const QJsonValue &value, QJsonObject schema, const QString &where, Faults &faults) const
{
    if (const QString reference = schema.value(QLatin1String("$ref")).toString(); !reference.isEmpty()) {
        const QStringList steps = reference.split(QLatin1Char('/'));
        schema = m_schema.value(steps.value(1)).toObject().value(steps.value(2)).toObject();
        if (schema.isEmpty())
            faults << where + QLatin1String(": no definition ") + reference;
    }
    checkScalar(value, schema, where, faults);
    checkChoices(value, schema, where, faults);
    if (value.isObject())
        checkObject(value.toObject(), schema, where, faults);
    if (value.isArray())
        checkArray(value.toArray(), schema, where, faults);
}

void SchemaCheck::checkScalar(const QJsonValue &value, const QJsonObject &schema, const QString &where, Faults &faults) const
{
    if (schema.contains(QLatin1String("type")) && !hasOneOfTypes(value, schema.value(QLatin1String("type"))))
        faults << where + QLatin1String(": type ") + typeOf(value);
    if (schema.contains(QLatin1String("const")) && schema.value(QLatin1String("const")) != value)
        faults << where + QLatin1String(": another constant");
    if (schema.contains(QLatin1String("enum")) && !schema.value(QLatin1String("enum")).toArray().contains(value))
        faults << where + QLatin1String(": unknown word ") + value.toString();
    if (value.isDouble() && schema.contains(QLatin1String("minimum"))
        && value.toDouble() < schema.value(QLatin1String("minimum")).toDouble())
        faults << where + QLatin1String(": too small");
    if (value.isDouble() && schema.contains(QLatin1String("maximum"))
        && value.toDouble() > schema.value(QLatin1String("maximum")).toDouble())
        faults << where + QLatin1String(": too large");
    if (value.isString() && schema.contains(QLatin1String("pattern"))
        && !QRegularExpression(schema.value(QLatin1String("pattern")).toString()).match(value.toString()).hasMatch())
        faults << where + QLatin1String(": does not match the pattern");
}

void SchemaCheck::checkChoices(const QJsonValue &value, const QJsonObject &schema, const QString &where, Faults &faults) const
{
    for (const char *word : {"anyOf", "oneOf"}) {
        const QJsonArray choices = schema.value(QLatin1String(word)).toArray();
        int fitting = 0;
        for (const QJsonValue &choice : choices) {
            Faults inner;
            check(value, choice.toObject(), where, inner);
            fitting += inner.isEmpty() ? 1 : 0;
        }
        const bool bad = !choices.isEmpty() && (fitting == 0 || (fitting > 1 && word[0] == 'o'));
        if (bad)
            faults << where + QStringLiteral(": fits %1 of ").arg(fitting) + QLatin1String(word);
    }
}

void SchemaCheck::checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &where, Faults &faults) const
{
    for (const QJsonValue &name : schema.value(QLatin1String("required")).toArray()) {
        if (!object.contains(name.toString()))
            faults << where + QLatin1String(": misses ") + name.toString();
    }
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonValue others = schema.value(QLatin1String("additionalProperties"));
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = where + QLatin1Char('.') + it.key();
        if (properties.contains(it.key()))
            check(it.value(), properties.value(it.key()).toObject(), inner, faults);
        else if (others.isObject())
            check(it.value(), others.toObject(), inner, faults);
        else if (others == QJsonValue(false))
            faults << inner + QLatin1String(": not in the schema");
    }
}

void SchemaCheck::checkArray(const QJsonArray &array, const QJsonObject &schema, const QString &where, Faults &faults) const
{
    if (array.size() < schema.value(QLatin1String("minItems")).toInt())
        faults << where + QLatin1String(": too few items");
    if (schema.value(QLatin1String("uniqueItems")).toBool()) {
        QJsonArray seen;
        for (const QJsonValue &item : array) {
            if (seen.contains(item))
                faults << where + QLatin1String(": an item twice");
            seen.append(item);
        }
    }
    int index = 0;
    for (const QJsonValue &item : array)
        check(item, schema.value(QLatin1String("items")).toObject(), QStringLiteral("%1[%2]").arg(where).arg(index++), faults);
}

}  // namespace waybill::test
