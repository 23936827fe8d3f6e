// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/blobcache.h"

#include "core/base/systemerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill {

PartialBlob::PartialBlob(int fd, QString path, QString finalPath, QString digest)
    : m_fd(fd), m_path(std::move(path)), m_finalPath(std::move(finalPath)), m_digest(std::move(digest)),
      m_hasher(digestAlgorithm(m_digest))
{
}

PartialBlob::~PartialBlob()
{
    ::close(m_fd);  // gives up the lock; what is there serves the next run
}

Result<void> PartialBlob::hashExisting()
{
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const auto got = readAt(m_size, {buffer.data(), static_cast<size_t>(buffer.size())});
        if (!got)
            return fail(got.error());
        if (*got == 0)
            return {};
        m_hasher.add({buffer.constData(), static_cast<size_t>(*got)});
        m_size += *got;
    }
}

Result<void> PartialBlob::append(std::span<const char> bytes)
{
    size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::pwrite(m_fd, bytes.data() + done, bytes.size() - done, m_size + static_cast<qint64>(done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return systemFailure(m_path, errno);
        done += static_cast<size_t>(wrote);
    }
    m_hasher.add(bytes);
    m_size += static_cast<qint64>(bytes.size());
    return {};
}

Result<void> PartialBlob::commit()
{
    const QString found = m_hasher.finishDigest();
    if (found != m_digest) {
        QFile::remove(m_path);
        return fail(ErrorKind::DigestMismatch, m_digest, QStringLiteral("the bytes have ") + found);
    }
    // On the disk before it bears the name that promises it.
    if (::fdatasync(m_fd) != 0
        || ::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_finalPath).constData()) != 0)
        return systemFailure(m_finalPath, errno);
    m_committed = true;
    return {};
}

Result<qint64> PartialBlob::readAt(qint64 offset, std::span<char> into) const
{
    qint64 done = 0;
    while (done < static_cast<qint64>(into.size())) {
        const ssize_t got = ::pread(m_fd, into.data() + done, into.size() - static_cast<size_t>(done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(m_path, errno);
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

BlobCache::BlobCache(QString folder, qint64 capBytes) : m_folder(std::move(folder)), m_capBytes(capBytes) { }

QString BlobCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/waybill/blobs");
}

QString BlobCache::pathOf(const QString &digest) const
{
    // Only a validated digest may become part of a path (CVE-2024-3727).
    Q_ASSERT(isValidDigest(digest));
    const qsizetype colon = digest.indexOf(QLatin1Char(':'));
    return m_folder + QLatin1Char('/') + digest.left(colon) + QLatin1Char('/') + digest.mid(colon + 1);
}

std::shared_ptr<const ByteSource> BlobCache::find(const QString &digest, qint64 size) const
{
    if (!isValidDigest(digest))
        return nullptr;
    const QString path = pathOf(digest);
    const auto file = openFile(path, true);
    if (!file)
        return nullptr;
    if ((*file)->size() != size) {
        QFile::remove(path);
        return nullptr;
    }
    ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), nullptr, AT_SYMLINK_NOFOLLOW);
    return *file;
}

namespace {

/// True when the open file is still the one that bears the name.
bool isNamed(int fd, const QString &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(fd, &opened) == 0 && ::lstat(QFile::encodeName(path).constData(), &named) == 0 && opened.st_dev == named.st_dev
        && opened.st_ino == named.st_ino;
}

}  // namespace

Result<std::unique_ptr<PartialBlob>> BlobCache::begin(const QString &digest) const
{
    if (!isValidDigest(digest))
        return fail(ErrorKind::Malformed, digest.left(100), QStringLiteral("not a digest"));
    const QString finalPath = pathOf(digest);
    if (!QDir().mkpath(QFileInfo(finalPath).path()))
        return systemFailure(m_folder, errno);
    const QString own = QStringLiteral(".%1.part").arg(QCoreApplication::applicationPid());
    for (const QString &suffix : {QStringLiteral(".part"), own}) {
        const QString path = finalPath + suffix;
        const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
            return systemFailure(path, errno);
        // Whoever held the lock may have given the file its final name between the opening and the locking.
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0 || !isNamed(fd, path)) {
            ::close(fd);
            continue;
        }
        std::unique_ptr<PartialBlob> partial(new PartialBlob(fd, path, finalPath, digest));
        if (auto hashed = partial->hashExisting(); !hashed)
            return fail(hashed.error());
        return partial;
    }
    return fail(ErrorKind::Io, finalPath, QStringLiteral("another process holds it"));
}

void BlobCache::remove(const QString &digest) const
{
    if (isValidDigest(digest))
        QFile::remove(pathOf(digest));
}

void BlobCache::trim() const
{
    QFileInfoList blobs;
    qint64 sum = 0;
    QDirIterator all(m_folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        const QFileInfo info = all.fileInfo();
        if (info.fileName().endsWith(QLatin1String(".part")))
            continue;
        blobs.append(info);
        sum += info.size();
    }
    std::sort(blobs.begin(), blobs.end(),
              [](const QFileInfo &a, const QFileInfo &b) { return a.lastModified() < b.lastModified(); });
    for (qsizetype i = 0; i < blobs.size() && sum > m_capBytes; ++i) {
        if (QFile::remove(blobs.at(i).filePath()))
            sum -= blobs.at(i).size();
    }
}

}  // namespace waybill
