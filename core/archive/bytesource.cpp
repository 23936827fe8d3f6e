// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/bytesource.h"

#include "core/base/systemerror.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill {

namespace {

class FileSource final : public ByteSource
{
public:
    FileSource(int fd, qint64 size, QString name) : m_fd(fd), m_size(size), m_name(std::move(name)) { }
    ~FileSource() override { ::close(m_fd); }
    FileSource(const FileSource &) = delete;
    FileSource &operator=(const FileSource &) = delete;

    qint64 size() const override { return m_size; }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override
    {
        qint64 done = 0;
        while (done < static_cast<qint64>(into.size())) {
            const ssize_t got = ::pread(m_fd, into.data() + done, into.size() - static_cast<size_t>(done), offset + done);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return fail(Error {systemErrorKind(errno), m_name, systemErrorText(errno), -1, {}, offset + done, -1});
            if (got == 0)
                break;
            done += got;
        }
        return done;
    }

private:
    int m_fd;
    qint64 m_size;
    QString m_name;
};

class SliceSource final : public ByteSource
{
public:
    SliceSource(std::shared_ptr<const ByteSource> base, qint64 offset, qint64 size, QString name)
        : m_base(std::move(base)), m_offset(qBound<qint64>(0, offset, m_base->size())),
          m_size(qBound<qint64>(0, size, m_base->size() - m_offset)), m_name(std::move(name))
    {
    }
    qint64 size() const override { return m_size; }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override
    {
        if (offset < 0 || offset >= m_size)
            return 0;
        const auto length = static_cast<size_t>(qMin<qint64>(static_cast<qint64>(into.size()), m_size - offset));
        return m_base->readAt(m_offset + offset, into.first(length));
    }

private:
    std::shared_ptr<const ByteSource> m_base;
    qint64 m_offset;
    qint64 m_size;
    QString m_name;
};

class MemorySource final : public ByteSource
{
public:
    MemorySource(QByteArray bytes, QString name) : m_bytes(std::move(bytes)), m_name(std::move(name)) { }
    qint64 size() const override { return m_bytes.size(); }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override
    {
        if (offset < 0 || offset >= m_bytes.size())
            return 0;
        const qint64 length = qMin<qint64>(static_cast<qint64>(into.size()), m_bytes.size() - offset);
        std::memcpy(into.data(), m_bytes.constData() + offset, static_cast<size_t>(length));
        return length;
    }

private:
    QByteArray m_bytes;
    QString m_name;
};

}  // namespace

Result<std::shared_ptr<const ByteSource>> openFile(const QString &path, bool noFollow)
{
    // O_NONBLOCK: opening a fifo that somebody put in place of a blob must not hang.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (noFollow ? O_NOFOLLOW : 0);
    const int fd = ::open(QFile::encodeName(path).constData(), flags);
    if (fd < 0)
        return systemFailure(path, errno);
    struct stat status {
    };
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(fd);
        return fail(ErrorKind::NotSupported, path, QStringLiteral("not a regular file"));
    }
    return std::make_shared<const FileSource>(fd, static_cast<qint64>(status.st_size), path);
}

std::unique_ptr<ByteSource> sliceOf(std::shared_ptr<const ByteSource> base, qint64 offset, qint64 size, QString name)
{
    return std::make_unique<SliceSource>(std::move(base), offset, size, std::move(name));
}

std::shared_ptr<const ByteSource> memorySource(QByteArray bytes, QString name)
{
    return std::make_shared<const MemorySource>(std::move(bytes), std::move(name));
}

Result<QByteArray> readAll(const ByteSource &source, qint64 limit)
{
    if (source.size() > limit)
        return fail(ErrorKind::LimitExceeded, source.name(),
                    QStringLiteral("%1 bytes, at most %2 are read").arg(source.size()).arg(limit));
    QByteArray bytes(source.size(), Qt::Uninitialized);
    const auto got = source.readAt(0, {bytes.data(), static_cast<size_t>(bytes.size())});
    if (!got)
        return fail(got.error());
    bytes.truncate(*got);
    return bytes;
}

}  // namespace waybill
