// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/inventorycodec.h"
#include "core/review/reviewrecords.h"

#include <QCryptographicHash>
#include <QVariant>

namespace waybill {
namespace {

/// A null string would become NULL.
QVariant text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant text(QLatin1String value)
{
    return QString(value);
}

QVariant text(const QStringList &values)
{
    return text(values.join(QLatin1Char('\n')));
}

QVariant number(qint64 value)
{
    return value;
}

template <typename Items, typename ToNumber>
QVariant numbers(const Items &items, ToNumber toNumber)
{
    QStringList words;
    for (const auto &item : items)
        words << QString::number(toNumber(item));
    return text(words.join(QLatin1Char(' ')));
}

/// Inserts rows into one table; prepared once.
class Inserter
{
public:
    Inserter(ReviewDatabase &database, const QString &table, int columns)
        : m_database(database),
          m_query(database.prepare(
              QStringLiteral("INSERT INTO %1 VALUES (?%2)").arg(table, QStringLiteral(", ?").repeated(columns - 1))))
    {
    }

    Result<void> add(const QVariantList &values)
    {
        if (!m_query)
            return fail(m_query.error());
        for (int i = 0; i < values.size(); ++i)
            m_query->bindValue(i, values.at(i));
        return m_database.run(*m_query);
    }

private:
    ReviewDatabase &m_database;
    Result<QSqlQuery> m_query;
};

QMap<QString, QString> factsOf(const Review &review)
{
    const Image &image = review.inventory->image;
    const Assessment &assessed = review.assessed;
    return {
        {QStringLiteral("title"), review.title},
        {QStringLiteral("created"), QString::number(review.created.isValid() ? review.created.toMSecsSinceEpoch() : 0)},
        {QStringLiteral("scenario"), scenarioId(review.scenario)},
        {QStringLiteral("program"), QStringLiteral("waybill " WAYBILL_VERSION)},
        {QStringLiteral("policy.version"), assessed.policyVersion},
        {QStringLiteral("image.reference"), image.reference},
        {QStringLiteral("image.name"), image.name},
        {QStringLiteral("image.configDigest"), image.configDigest},
        {QStringLiteral("image.manifestDigest"), image.manifestDigest},
        {QStringLiteral("image.platform"), image.platform.toString()},
        {QStringLiteral("assessed.files"), QString::number(assessed.assessedFiles)},
        {QStringLiteral("assessed.unknownFiles"), QString::number(assessed.unknownFiles)},
        {QStringLiteral("assessed.bytes"), QString::number(assessed.assessedBytes)},
        {QStringLiteral("assessed.unknownBytes"), QString::number(assessed.unknownBytes)},
        {QStringLiteral("assessed.complete"), QString::number(assessed.complete ? 1 : 0)},
        {QStringLiteral("assessed.assumptions"), assessed.assumptions.join(QLatin1Char('\n'))},
    };
}

Result<void> writePairs(ReviewDatabase &database, const QString &table, const QMap<QString, QString> &pairs)
{
    Inserter rows(database, table, 2);
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        if (auto done = rows.add({text(pair.key()), text(pair.value())}); !done)
            return done;
    }
    return {};
}

QVariantList rowOf(const Finding &finding, qint64 position)
{
    const auto judgementNumber = [](JudgementId id) { return id.value; };
    const auto layerNumber = [](quint16 layer) { return layer; };
    return {number(position),
            text(finding.key),
            text(finding.ruleId),
            text(finding.document),
            text(licenceClassId(finding.licenceClass)),
            text(finding.expression),
            number(finding.component.value),
            text(finding.subject),
            numbers(finding.judgements, judgementNumber),
            numbers(finding.layers, layerNumber),
            number(finding.liveFiles),
            number(finding.ghostFiles),
            number(finding.liveBytes),
            number(finding.ghostBytes),
            number(finding.ownTerms ? 1 : 0)};
}

QVariantList rowOf(const Effect &effect, qint64 finding, Scenario scenario)
{
    return {number(finding),
            text(scenarioId(scenario)),
            text(riskLevelId(effect.risk)),
            text(permissionId(effect.permission)),
            text(effect.clause),
            text(effect.whyEn),
            text(effect.whyZh),
            text(effect.duties)};
}

Result<void> writeFindings(ReviewDatabase &database, const std::vector<Finding> &findings)
{
    Inserter findingRows(database, QStringLiteral("finding"), 15);
    Inserter effectRows(database, QStringLiteral("effect"), 8);
    qint64 position = 0;
    for (const Finding &finding : findings) {
        if (auto done = findingRows.add(rowOf(finding, position)); !done)
            return done;
        for (Scenario scenario : allScenarios) {
            if (auto done = effectRows.add(rowOf(finding.effect(scenario), position, scenario)); !done)
                return done;
        }
        ++position;
    }
    return {};
}

Result<void> writeDecisions(ReviewDatabase &database, const std::vector<Decision> &decisions)
{
    Inserter rows(database, QStringLiteral("decision"), 7);
    qint64 position = 0;
    for (const Decision &decision : decisions) {
        const QVariantList row {number(position++),
                                text(decision.findingKey),
                                text(decisionActionId(decision.action)),
                                text(decision.reason),
                                text(decision.author),
                                number(decision.time.toMSecsSinceEpoch()),
                                number(decision.withdrawn ? 1 : 0)};
        if (auto done = rows.add(row); !done)
            return done;
    }
    return {};
}

Result<void> writeLog(ReviewDatabase &database, const std::vector<LogEntry> &log)
{
    Inserter rows(database, QStringLiteral("log"), 6);
    qint64 position = 0;
    for (const LogEntry &entry : log) {
        const QVariantList row {number(position++), number(entry.time.toMSecsSinceEpoch()),
                                text(entry.author), text(entry.action),
                                text(entry.detail), entry.hash};
        if (auto done = rows.add(row); !done)
            return done;
    }
    return {};
}

Result<void> writeInventory(ReviewDatabase &database, const Inventory &inventory)
{
    const QByteArray bytes = InventoryCodec::encode(inventory);
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return Inserter(database, QStringLiteral("inventory"), 3).add({number(1), digest, bytes});
}

}  // namespace

Result<void> writeRecords(ReviewDatabase &database, const Review &review)
{
    return writePairs(database, QStringLiteral("fact"), factsOf(review))
        .and_then([&] { return writePairs(database, QStringLiteral("answer"), review.answers); })
        .and_then([&] { return writeFindings(database, review.assessed.findings); })
        .and_then([&] { return writeDecisions(database, review.decisions); })
        .and_then([&] { return writeLog(database, review.log); })
        .and_then([&] { return writeInventory(database, *review.inventory); });
}

}  // namespace waybill
