// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/temporarycopy.h"

#include <QFile>
#include <QTemporaryFile>

namespace waybill {

namespace {

/// Keeps the temporary file alive as long as it is read; QTemporaryFile removes it.
class TemporarySource final : public ByteSource
{
public:
    TemporarySource(std::unique_ptr<QTemporaryFile> file, std::shared_ptr<const ByteSource> bytes, QString name)
        : m_file(std::move(file)), m_bytes(std::move(bytes)), m_name(std::move(name))
    {
    }
    qint64 size() const override { return m_bytes->size(); }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override { return m_bytes->readAt(offset, into); }
    QString name() const override { return m_name; }

private:
    std::unique_ptr<QTemporaryFile> m_file;
    std::shared_ptr<const ByteSource> m_bytes;
    QString m_name;
};

}  // namespace

Result<std::shared_ptr<const ByteSource>> unpackToTemporary(const ByteSource &source, Compression compression, qint64 limit,
                                                            const CancelToken &cancel)
{
    auto inflater = makeInflater(compression, source, nullptr);
    if (!inflater)
        return fail(inflater.error());
    // /var/tmp, not /tmp: images are larger than a memory file system should hold.
    auto file = std::make_unique<QTemporaryFile>(
        (qEnvironmentVariableIsSet("TMPDIR") ? qEnvironmentVariable("TMPDIR") : QStringLiteral("/var/tmp"))
        + QStringLiteral("/waybill-XXXXXX"));
    if (!file->open())
        return fail(ErrorKind::Io, file->fileTemplate(), file->errorString());
    qint64 written = 0;
    for (;;) {
        if (cancel.isCancelled())
            return fail(ErrorKind::Io, source.name(), QStringLiteral("cancelled"));
        const auto piece = (*inflater)->next();
        if (!piece)
            return fail(piece.error());
        if (piece->empty())
            break;
        written += static_cast<qint64>(piece->size());
        if (written > limit)
            return fail(ErrorKind::LimitExceeded, source.name(), QStringLiteral("unpacks to more than %1 bytes").arg(limit));
        if (file->write(piece->data(), static_cast<qint64>(piece->size())) != static_cast<qint64>(piece->size()))
            return fail(file->error() == QFileDevice::ResourceError ? ErrorKind::NoSpace : ErrorKind::Io, file->fileName(),
                        file->errorString());
    }
    if (!file->flush())
        return fail(ErrorKind::NoSpace, file->fileName(), file->errorString());
    auto bytes = openFile(file->fileName());
    if (!bytes)
        return fail(bytes.error());
    QFile::remove(file->fileName());  // the open descriptor keeps the bytes; nothing is left behind after a crash
    return std::make_shared<const TemporarySource>(std::move(file), std::move(*bytes), source.name());
}

}  // namespace waybill
