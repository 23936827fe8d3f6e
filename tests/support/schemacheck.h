// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace waybill::test {

/// The part of JSON Schema (draft 4 to 2020-12) that our schemas and that of SARIF use: type, const, enum, required, properties,
/// additionalProperties, items, minItems, uniqueItems, minimum, maximum, pattern, anyOf, oneOf, and references inside the
/// document. Formats are not checked. Collects one line per fault.
class SchemaCheck
{
public:
    explicit SchemaCheck(QJsonObject schema) : m_schema(std::move(schema)) { }
    QStringList faults(const QJsonValue &value);

private:
    using Faults = QStringList;
    void check(const QJsonValue &value, QJsonObject schema, const QString &where, Faults &faults) const;
    void checkScalar(const QJsonValue &value, const QJsonObject &schema, const QString &where, Faults &faults) const;
    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &where, Faults &faults) const;
    void checkArray(const QJsonArray &array, const QJsonObject &schema, const QString &where, Faults &faults) const;
    void checkChoices(const QJsonValue &value, const QJsonObject &schema, const QString &where, Faults &faults) const;
    QJsonObject m_schema;
};

}  // namespace waybill::test
