// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace waybill {

/// A review file as an open database: connection, schema and typed errors. Used and destroyed in one thread.
class ReviewDatabase
{
public:
    enum class Access : quint8 { ReadOnly, WriteNew };
    static constexpr quint32 applicationId = 0x57415942;  ///< "WAYB", in the header of the file
    static constexpr quint32 schemaVersion = 1;

    /// `path` is the file that is opened, `subject` what errors call it.
    ReviewDatabase(const QString &path, const QString &subject, Access access);
    ~ReviewDatabase();
    ReviewDatabase(const ReviewDatabase &) = delete;
    ReviewDatabase &operator=(const ReviewDatabase &) = delete;

    Result<void> open();
    Result<void> createSchema();
    /// Malformed unless the tables are exactly those that createSchema() makes: a foreign view or trigger is never run.
    Result<void> checkSchema();
    Result<void> commit();

    Result<void> execute(const QString &statement);
    Result<QSqlQuery> prepare(const QString &statement);
    Result<void> run(QSqlQuery &query);
    Error malformed(const QString &cause) const;
    const QString &subject() const { return m_subject; }

private:
    Error errorOf(const QSqlError &error) const;
    QString m_connection;
    QString m_path;
    QString m_subject;
    Access m_access;
    QSqlDatabase m_database;
};

}  // namespace waybill
