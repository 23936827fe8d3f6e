// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/hosttrust.h"

#include "core/archive/bytesource.h"

#include <QDir>
#include <QStandardPaths>

namespace waybill {

namespace {

constexpr qint64 certificateLimit = 1 << 20;

QByteArray contentOf(const QString &path)
{
    const auto file = openFile(path);
    if (!file)
        return {};
    return readAll(**file, certificateLimit).value_or(QByteArray());
}

}  // namespace

HttpTrust trustFor(const ImageReference &reference, const QStringList &folders)
{
    HttpTrust trust;
    for (const QString &folder : folders) {
        const QDir certificates(folder + QLatin1Char('/') + reference.registry);
        if (!certificates.exists())
            continue;
        for (const QString &name : certificates.entryList({QStringLiteral("*.crt")}, QDir::Files, QDir::Name))
            trust.authoritiesPem.append(contentOf(certificates.filePath(name)));
        for (const QString &name : certificates.entryList({QStringLiteral("*.cert")}, QDir::Files, QDir::Name)) {
            const QString key = certificates.filePath(name.chopped(5) + QStringLiteral(".key"));
            if (!QFile::exists(key) || !trust.clientCertificatePem.isEmpty())
                continue;
            trust.clientCertificatePem = contentOf(certificates.filePath(name));
            trust.clientKeyPem = contentOf(key);
        }
        break;
    }
    return trust;
}

HttpTrust trustFor(const ImageReference &reference)
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return trustFor(reference,
                    {own + QStringLiteral("/containers/certs.d"), QStringLiteral("/etc/containers/certs.d"),
                     QStringLiteral("/etc/docker/certs.d")});
}

}  // namespace waybill
