// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/temporarybytes.h"

#include "core/base/systemerror.h"

#include <QStorageInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <unistd.h>

namespace waybill {

TemporaryBytes::TemporaryBytes(std::unique_ptr<QTemporaryFile> file)
    : m_file(std::move(file)), m_name(m_file->fileName()), m_room(QStorageInfo(m_name).bytesAvailable() / 2)
{
}

TemporaryBytes::~TemporaryBytes() = default;

Result<std::unique_ptr<TemporaryBytes>> TemporaryBytes::create()
{
    auto file = std::make_unique<QTemporaryFile>(
        (qEnvironmentVariableIsSet("TMPDIR") ? qEnvironmentVariable("TMPDIR") : QStringLiteral("/var/tmp"))
        + QStringLiteral("/waybill-XXXXXX"));
    if (!file->open())
        return fail(ErrorKind::Io, file->fileTemplate(), file->errorString());
    auto bytes = std::unique_ptr<TemporaryBytes>(new TemporaryBytes(std::move(file)));
    QFile::remove(bytes->m_name);  // the open descriptor keeps the bytes; nothing is left behind after a crash
    return bytes;
}

Result<void> TemporaryBytes::append(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_file->handle(), bytes.data(), bytes.size(), m_size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemFailure(m_name, errno);
        m_size += written;
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return {};
}

Result<qint64> TemporaryBytes::readAt(qint64 offset, std::span<char> into) const
{
    qint64 done = 0;
    while (done < static_cast<qint64>(into.size())) {
        const auto rest = into.subspan(static_cast<size_t>(done));
        const ssize_t got = ::pread(m_file->handle(), rest.data(), rest.size(), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorKind::Io, m_name, systemErrorText(errno));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

}  // namespace waybill
