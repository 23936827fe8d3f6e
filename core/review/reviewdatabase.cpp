// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewdatabase.h"

#include <QSqlError>
#include <QUuid>

namespace waybill {
namespace {

/// Schema 1. checkSchema() compares these texts, so a change here is a new version.
const QStringList &schema()
{
    static const QStringList statements {
        QStringLiteral("CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE answer (question TEXT PRIMARY KEY, choice TEXT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE finding (position INTEGER PRIMARY KEY, key TEXT NOT NULL, rule TEXT NOT NULL, "
            "document TEXT NOT NULL, licence_class TEXT NOT NULL, expression TEXT NOT NULL, component INTEGER NOT NULL, "
            "subject TEXT NOT NULL, judgements TEXT NOT NULL, layers TEXT NOT NULL, live_files INTEGER NOT NULL, "
            "ghost_files INTEGER NOT NULL, live_bytes INTEGER NOT NULL, ghost_bytes INTEGER NOT NULL, "
            "own_terms INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE effect (finding INTEGER NOT NULL, scenario TEXT NOT NULL, risk TEXT NOT NULL, "
                       "permission TEXT NOT NULL, clause TEXT NOT NULL, why_en TEXT NOT NULL, why_zh TEXT NOT NULL, "
                       "duties TEXT NOT NULL, PRIMARY KEY (finding, scenario))"),
        QStringLiteral("CREATE TABLE decision (position INTEGER PRIMARY KEY, finding TEXT NOT NULL, action TEXT NOT NULL, "
                       "reason TEXT NOT NULL, author TEXT NOT NULL, time INTEGER NOT NULL, withdrawn INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE log (position INTEGER PRIMARY KEY, time INTEGER NOT NULL, author TEXT NOT NULL, "
                       "action TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE inventory (id INTEGER PRIMARY KEY CHECK (id = 1), sha256 BLOB NOT NULL, bytes BLOB NOT NULL)"),
    };
    return statements;
}

ErrorKind kindOf(const QString &sqliteCode)
{
    switch (sqliteCode.toInt() & 0xff) {
    case 3:   // SQLITE_PERM
    case 8:   // SQLITE_READONLY
    case 14:  // SQLITE_CANTOPEN
        return ErrorKind::AccessDenied;
    case 11:  // SQLITE_CORRUPT
    case 26:  // SQLITE_NOTADB
        return ErrorKind::Malformed;
    case 13:  // SQLITE_FULL
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Database;
    }
}

}  // namespace

ReviewDatabase::ReviewDatabase(const QString &path, const QString &subject, Access access)
    : m_connection(QStringLiteral("waybill-review-") + QUuid::createUuid().toString(QUuid::WithoutBraces)), m_path(path),
      m_subject(subject), m_access(access)
{
}

ReviewDatabase::~ReviewDatabase()
{
    if (m_database.isOpen())
        m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Error ReviewDatabase::errorOf(const QSqlError &error) const
{
    return fail(kindOf(error.nativeErrorCode()), m_subject, error.databaseText()).value();
}

Error ReviewDatabase::malformed(const QString &cause) const
{
    return fail(ErrorKind::Malformed, m_subject, cause).value();
}

Result<void> ReviewDatabase::open()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    if (m_access == Access::ReadOnly)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!m_database.open()) {
        if (!m_database.isValid())
            return fail(ErrorKind::Database, m_subject, QStringLiteral("Qt's SQLite driver is not installed"));
        return fail(errorOf(m_database.lastError()));
    }
    if (m_access == Access::ReadOnly)
        return execute(QStringLiteral("PRAGMA trusted_schema = OFF"));
    // The file has a temporary name until it is complete, so a journal would protect nothing.
    return execute(QStringLiteral("PRAGMA journal_mode = OFF")).and_then([this] {
        return execute(QStringLiteral("PRAGMA synchronous = OFF"));
    });
}

Result<void> ReviewDatabase::createSchema()
{
    QStringList statements {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
                            QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion), QStringLiteral("BEGIN EXCLUSIVE")};
    statements += schema();
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> ReviewDatabase::checkSchema()
{
    // Indexes that SQLite makes for keys have no text.
    auto query = prepare(QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"));
    if (!query)
        return fail(query.error());
    if (auto done = run(*query); !done)
        return done;
    QStringList found;
    while (query->next() && found.size() <= schema().size())
        found << query->value(0).toString();
    QStringList expected = schema();
    expected.sort();
    found.sort();
    if (found != expected)
        return fail(malformed(QStringLiteral("the tables are not those of schema %1").arg(schemaVersion)));
    return {};
}

Result<void> ReviewDatabase::commit()
{
    return execute(QStringLiteral("COMMIT"));
}

Result<void> ReviewDatabase::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return fail(errorOf(query.lastError()));
    return {};
}

Result<QSqlQuery> ReviewDatabase::prepare(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return fail(errorOf(query.lastError()));
    return query;
}

Result<void> ReviewDatabase::run(QSqlQuery &query)
{
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    return {};
}

}  // namespace waybill
