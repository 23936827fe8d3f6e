// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/inventorycodec.h"
#include "core/review/reviewrecords.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QVariant>

#include <functional>

namespace waybill {
namespace {

/// Calls `use` for every row in order; `use` returns what is wrong with a row, or an empty string.
Result<void> eachRow(ReviewDatabase &database, const QString &statement, const std::function<QString(const QSqlQuery &)> &use)
{
    auto query = database.prepare(statement);
    if (!query)
        return fail(query.error());
    if (auto done = database.run(*query); !done)
        return done;
    while (query->next()) {
        if (const QString cause = use(*query); !cause.isEmpty())
            return fail(database.malformed(cause));
    }
    if (query->lastError().isValid())
        return fail(database.malformed(query->lastError().databaseText()));
    return {};
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QStringList lines(const QString &text)
{
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

template <typename Number, typename Add>
bool readNumbers(const QString &text, quint64 limit, Add add)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool ok = false;
        const qulonglong value = word.toULongLong(&ok);
        if (!ok || value >= limit)
            return false;
        add(static_cast<Number>(value));
    }
    return true;
}

QString unknownWord(const QString &column, const QString &word)
{
    return QStringLiteral("unknown %1 \"%2\"").arg(column, word.left(80));
}

Result<QMap<QString, QString>> readPairs(ReviewDatabase &database, const QString &table)
{
    QMap<QString, QString> pairs;
    return eachRow(database, QStringLiteral("SELECT * FROM ") + table,
                   [&](const QSqlQuery &row) {
                       pairs.insert(row.value(0).toString(), row.value(1).toString());
                       return QString();
                   })
        .map([&] { return pairs; });
}

Result<void> readFacts(ReviewDatabase &database, Review &review)
{
    const auto facts = readPairs(database, QStringLiteral("fact"));
    if (!facts)
        return fail(facts.error());
    const auto fact = [&](const char *name) { return facts->value(QLatin1String(name)); };
    const auto scenario = scenarioFromId(fact("scenario"));
    if (!scenario)
        return fail(database.malformed(unknownWord(QStringLiteral("scenario"), fact("scenario"))));
    review.scenario = *scenario;
    review.title = fact("title");
    review.created = timeOf(fact("created"));
    review.assessed.policyVersion = fact("policy.version");
    review.assessed.assessedFiles = fact("assessed.files").toUInt();
    review.assessed.unknownFiles = fact("assessed.unknownFiles").toUInt();
    review.assessed.assessedBytes = fact("assessed.bytes").toLongLong();
    review.assessed.unknownBytes = fact("assessed.unknownBytes").toLongLong();
    review.assessed.complete = fact("assessed.complete") == QLatin1String("1");
    review.assessed.assumptions = lines(fact("assessed.assumptions"));
    return {};
}

Result<void> readAnswers(ReviewDatabase &database, Review &review)
{
    return readPairs(database, QStringLiteral("answer")).map([&](const Answers &answers) { review.answers = answers; });
}

/// Checks every number against the inventory, so that no later code can reach outside its tables.
QString readFinding(const QSqlQuery &row, const Inventory &inventory, Finding &finding)
{
    int column = 1;
    const auto next = [&] { return row.value(column++); };
    finding.key = next().toString();
    finding.ruleId = next().toString();
    finding.document = next().toString();
    const QString licenceClass = next().toString();
    const auto known = licenceClassFromId(licenceClass);
    if (!known)
        return unknownWord(QStringLiteral("licence class"), licenceClass);
    finding.licenceClass = *known;
    finding.expression = next().toString();
    const quint32 component = next().toUInt();
    if (component != ComponentId::none && component >= inventory.components.size())
        return QStringLiteral("a finding on a component that is not there");
    finding.component = ComponentId(component);
    finding.subject = next().toString();
    if (!readNumbers<quint32>(next().toString(), inventory.judgements.size(),
                              [&](quint32 id) { finding.judgements.emplace_back(id); }))
        return QStringLiteral("a finding on a judgement that is not there");
    if (!readNumbers<quint16>(next().toString(), inventory.image.layers.size(),
                              [&](quint16 layer) { finding.layers.push_back(layer); }))
        return QStringLiteral("a finding on a layer that is not there");
    finding.liveFiles = next().toUInt();
    finding.ghostFiles = next().toUInt();
    finding.liveBytes = next().toLongLong();
    finding.ghostBytes = next().toLongLong();
    finding.ownTerms = next().toBool();
    return {};
}

QString readEffect(const QSqlQuery &row, std::vector<Finding> &findings)
{
    const auto scenario = scenarioFromId(row.value(1).toString());
    const auto risk = riskLevelFromId(row.value(2).toString());
    const auto permission = permissionFromId(row.value(3).toString());
    const qulonglong finding = row.value(0).toULongLong();
    if (finding >= findings.size() || !scenario || !risk || !permission)
        return QStringLiteral("an effect that cannot be read");
    findings.at(finding).effects.at(static_cast<size_t>(*scenario)) = {*risk,
                                                                       *permission,
                                                                       row.value(4).toString(),
                                                                       row.value(5).toString(),
                                                                       row.value(6).toString(),
                                                                       lines(row.value(7).toString())};
    return {};
}

Result<void> readFindings(ReviewDatabase &database, Review &review)
{
    std::vector<Finding> &findings = review.assessed.findings;
    return eachRow(database, QStringLiteral("SELECT * FROM finding ORDER BY position"),
                   [&](const QSqlQuery &row) { return readFinding(row, *review.inventory, findings.emplace_back()); })
        .and_then([&] {
            return eachRow(database, QStringLiteral("SELECT * FROM effect"),
                           [&](const QSqlQuery &row) { return readEffect(row, findings); });
        });
}

Result<void> readDecisions(ReviewDatabase &database, Review &review)
{
    return eachRow(database, QStringLiteral("SELECT * FROM decision ORDER BY position"), [&](const QSqlQuery &row) {
        const auto action = decisionActionFromId(row.value(2).toString());
        if (!action)
            return unknownWord(QStringLiteral("decision"), row.value(2).toString());
        review.decisions.push_back({row.value(1).toString(), *action, row.value(3).toString(), row.value(4).toString(),
                                    timeOf(row.value(5)), row.value(6).toBool()});
        return QString();
    });
}

Result<void> readLog(ReviewDatabase &database, Review &review)
{
    return eachRow(database, QStringLiteral("SELECT * FROM log ORDER BY position"), [&](const QSqlQuery &row) {
        review.log.push_back({timeOf(row.value(1)), row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
                              row.value(5).toByteArray()});
        return QString();
    });
}

Result<void> readInventory(ReviewDatabase &database, Review &review)
{
    QByteArray digest;
    QByteArray bytes;
    const auto read = eachRow(database, QStringLiteral("SELECT sha256, bytes FROM inventory"), [&](const QSqlQuery &row) {
        digest = row.value(0).toByteArray();
        bytes = row.value(1).toByteArray();
        return QString();
    });
    if (!read)
        return read;
    if (bytes.isEmpty() || QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != digest)
        return fail(database.malformed(QStringLiteral("the inventory does not have the digest that the file records")));
    return InventoryCodec::decode(bytes)
        .map([&](const std::shared_ptr<const Inventory> &inventory) { review.inventory = inventory; })
        .map_error([&](Error error) {
            error.subject = database.subject();
            return error;
        });
}

}  // namespace

Result<Review> readRecords(ReviewDatabase &database)
{
    Review review;
    return readInventory(database, review)
        .and_then([&] { return readFacts(database, review); })
        .and_then([&] { return readAnswers(database, review); })
        .and_then([&] { return readFindings(database, review); })
        .and_then([&] { return readDecisions(database, review); })
        .and_then([&] { return readLog(database, review); })
        .map([&] { return std::move(review); });
}

}  // namespace waybill
