// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/layoutwriter.h"

#include "core/base/systemerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill {

namespace {

constexpr mode_t folderMode = 0755;
constexpr mode_t fileMode = 0644;

Result<void> writeAll(int file, std::span<const char> bytes, const QString &subject)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return systemFailure(subject, errno);
        }
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return {};
}

}  // namespace

LayoutWriter::LayoutWriter(const QString &folder, std::unique_ptr<QTemporaryDir> temporary)
    : m_folder(folder), m_temporary(std::move(temporary))
{
}

LayoutWriter::~LayoutWriter() = default;

Result<std::unique_ptr<LayoutWriter>> LayoutWriter::create(const QString &folder)
{
    const QFileInfo place(QDir::cleanPath(folder));
    if (place.exists() || place.isSymLink())
        return fail(ErrorKind::Usage, folder, QStringLiteral("exists already"));
    const QDir parent = place.absoluteDir();
    if (!parent.exists())
        return fail(ErrorKind::NotFound, parent.path());
    auto temporary
        = std::make_unique<QTemporaryDir>(parent.filePath(QLatin1Char('.') + place.fileName() + QLatin1String(".XXXXXX")));
    if (!temporary->isValid())
        return fail(ErrorKind::AccessDenied, parent.path(), temporary->errorString());
    if (!QDir(temporary->path()).mkpath(QStringLiteral("blobs/sha256")))
        return fail(ErrorKind::Io, temporary->path(), QStringLiteral("no folder can be made"));
    return std::unique_ptr<LayoutWriter>(new LayoutWriter(place.absoluteFilePath(), std::move(temporary)));
}

LayoutWriter::Blob::Blob(QString folder, int number)
    : m_folder(std::move(folder)), m_path(m_folder + QStringLiteral("/new-%1").arg(number))
{
}

LayoutWriter::Blob::~Blob()
{
    if (m_file < 0)
        return;
    ::close(m_file);
    ::unlink(QFile::encodeName(m_path).constData());
}

Result<void> LayoutWriter::Blob::write(std::span<const char> bytes)
{
    m_hasher.add(bytes);
    m_size += static_cast<qint64>(bytes.size());
    return writeAll(m_file, bytes, m_path);
}

Result<WrittenBlob> LayoutWriter::Blob::finish()
{
    const WrittenBlob blob {m_hasher.finishDigest(), m_size};
    const int synced = ::fsync(m_file);
    const int closed = ::close(m_file);
    m_file = -1;
    const QString final = m_folder + QLatin1Char('/') + blob.digest.section(QLatin1Char(':'), 1);
    if (synced != 0 || closed != 0
        || ::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(final).constData()) != 0) {
        const int number = errno;
        ::unlink(QFile::encodeName(m_path).constData());
        return systemFailure(m_path, number);
    }
    return blob;
}

Result<std::unique_ptr<LayoutWriter::Blob>> LayoutWriter::newBlob()
{
    std::unique_ptr<Blob> blob(new Blob(m_temporary->filePath(QStringLiteral("blobs/sha256")), m_blobs++));
    blob->m_file = ::open(QFile::encodeName(blob->m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode);
    if (blob->m_file < 0)
        return systemFailure(blob->m_path, errno);
    return blob;
}

Result<WrittenBlob> LayoutWriter::addBlob(const QByteArray &bytes)
{
    auto blob = newBlob();
    if (!blob)
        return fail(blob.error());
    if (auto written = (*blob)->write({bytes.constData(), static_cast<size_t>(bytes.size())}); !written)
        return fail(written.error());
    return (*blob)->finish();
}

Result<void> LayoutWriter::writeFile(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_temporary->filePath(name);
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode);
    if (file < 0)
        return systemFailure(path, errno);
    auto written = writeAll(file, {bytes.constData(), static_cast<size_t>(bytes.size())}, path);
    if (::fsync(file) != 0 && written)
        written = systemFailure(path, errno);
    ::close(file);
    return written;
}

Result<void> LayoutWriter::commit(const QByteArray &index)
{
    if (auto written = writeFile(QStringLiteral("index.json"), index); !written)
        return written;
    if (auto written = writeFile(QStringLiteral("oci-layout"), QByteArrayLiteral("{\"imageLayoutVersion\":\"1.0.0\"}")); !written)
        return written;
    const QByteArray from = QFile::encodeName(m_temporary->path());
    // Made for us alone; the result is for whoever may read its folder.
    if (::chmod(from.constData(), folderMode) != 0)
        return systemFailure(m_temporary->path(), errno);
    // rename() replaces an empty folder silently, and somebody may have made one meanwhile.
    if (QFileInfo::exists(m_folder))
        return fail(ErrorKind::Usage, m_folder, QStringLiteral("exists already"));
    if (::rename(from.constData(), QFile::encodeName(m_folder).constData()) != 0)
        return systemFailure(m_folder, errno);
    m_temporary->setAutoRemove(false);
    return {};
}

}  // namespace waybill
