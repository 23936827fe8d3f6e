// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewstore.h"

#include "core/base/systemerror.h"
#include "core/review/reviewdatabase.h"
#include "core/review/reviewrecords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <QtEndian>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace waybill {
namespace {

constexpr qint64 headerSize = 100;
constexpr int pageSizeOffset = 16;
constexpr int pageCountOffset = 28;
constexpr int schemaOffset = 60;
constexpr int applicationOffset = 68;

struct Header {
    quint32 applicationId = 0;
    quint32 schema = 0;
    qint64 bytes = 0;  ///< that the file has when it is complete
};

/// The first bytes of an SQLite file, or nothing when it is not one.
std::optional<Header> readHeader(QFile &file)
{
    const QByteArray bytes = file.read(headerSize);
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArrayLiteral("SQLite format 3")))
        return std::nullopt;
    // 65536 does not fit into its field, which then says 1.
    const quint16 pageSize = qFromBigEndian<quint16>(bytes.constData() + pageSizeOffset);
    return Header {qFromBigEndian<quint32>(bytes.constData() + applicationOffset),
                   qFromBigEndian<quint32>(bytes.constData() + schemaOffset),
                   (pageSize == 1 ? 65536 : qint64(pageSize)) * qFromBigEndian<quint32>(bytes.constData() + pageCountOffset)};
}

/// Makes what was written survive a power cut.
Result<void> flush(const QString &path, const QString &subject)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return systemFailure(subject, errno);
    const int status = ::fsync(file);
    const int error = errno;
    ::close(file);
    // Some network file systems cannot flush a folder.
    if (status != 0 && error != EINVAL)
        return systemFailure(subject, error);
    return {};
}

/// An empty file beside the target that is removed again unless it takes the target's place.
class Replacement
{
public:
    explicit Replacement(const QString &path) : m_subject(path), m_target(path)
    {
        // A link keeps pointing to the review instead of becoming it.
        if (const QString real = QFileInfo(path).canonicalFilePath(); !real.isEmpty())
            m_target = real;
        m_path = m_target + QStringLiteral(".new-") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    }
    ~Replacement()
    {
        if (m_created)
            QFile::remove(m_path);
    }
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;

    const QString &path() const { return m_path; }

    Result<void> create()
    {
        const int file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0)
            return systemFailure(m_subject, errno);
        ::close(file);
        m_created = true;
        if (QFile::exists(m_target))
            QFile::setPermissions(m_path, QFile::permissions(m_target));
        return {};
    }

    Result<void> takePlace()
    {
        if (auto done = flush(m_path, m_subject); !done)
            return done;
        if (std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_target).constData()) != 0)
            return systemFailure(m_subject, errno);
        m_created = false;
        return flush(QFileInfo(m_target).path(), m_subject);
    }

private:
    QString m_subject;
    QString m_target;
    QString m_path;
    bool m_created = false;
};

Result<void> writeDatabase(const Review &review, const QString &path, const QString &subject)
{
    ReviewDatabase database(path, subject, ReviewDatabase::Access::WriteNew);
    return database.open()
        .and_then([&] { return database.createSchema(); })
        .and_then([&] { return writeRecords(database, review); })
        .and_then([&] { return database.commit(); });
}

Result<void> checkHeader(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, path);
    if (!info.isFile())
        return fail(ErrorKind::NotAnImage, path, QStringLiteral("not a regular file"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(info.isReadable() ? ErrorKind::Io : ErrorKind::AccessDenied, path, file.errorString());
    const auto header = readHeader(file);
    if (!header || header->applicationId != ReviewDatabase::applicationId)
        return fail(ErrorKind::NotAnImage, path, QStringLiteral("not a review file"));
    if (header->schema > ReviewDatabase::schemaVersion)
        return fail(ErrorKind::NotSupported, path,
                    QStringLiteral("schema %1, this version knows %2").arg(header->schema).arg(ReviewDatabase::schemaVersion));
    if (header->schema == 0)
        return fail(ErrorKind::Malformed, path, QStringLiteral("no schema version"));
    if (file.size() < header->bytes)
        return fail(ErrorKind::Truncated, path, QStringLiteral("%1 of %2 bytes").arg(file.size()).arg(header->bytes));
    return {};
}

}  // namespace

Result<void> ReviewStore::save(const Review &review, const Policy &policy, const QString &path)
{
    if (!review.inventory)
        return fail(ErrorKind::Usage, path, QStringLiteral("a review without an inventory cannot be saved"));
    Q_UNUSED(policy)
    Replacement replacement(path);
    return replacement.create().and_then([&] { return writeDatabase(review, replacement.path(), path); }).and_then([&] {
        return replacement.takePlace();
    });
}

Result<Review> ReviewStore::load(const QString &path, const Policy &policy)
{
    if (auto done = checkHeader(path); !done)
        return fail(done.error());
    ReviewDatabase database(path, path, ReviewDatabase::Access::ReadOnly);
    auto review
        = database.open().and_then([&] { return database.checkSchema(); }).and_then([&] { return readRecords(database); });
    if (!review)
        return review;
    // Under the same policy the findings follow from the facts, whatever somebody may have written into the file. Under another
    // one the review keeps what was assessed at the time.
    if (review->assessed.policyVersion == policy.version())
        review->assessed = policy.assess(*review->inventory, review->answers);
    else
        concludeVerdicts(review->assessed);
    review->concluded = applyDecisions(review->assessed, review->decisions);
    return review;
}

bool ReviewStore::looksLikeReview(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const auto header = readHeader(file);
    return header && header->applicationId == ReviewDatabase::applicationId;
}

}  // namespace waybill
