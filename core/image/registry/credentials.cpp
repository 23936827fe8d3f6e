// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/credentials.h"

#include "core/archive/bytesource.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <openssl/crypto.h>

namespace waybill {

namespace {

constexpr qint64 fileLimit = 4 << 20;
constexpr int helperTimeoutMs = 30'000;
constexpr qint64 helperLimit = 64 << 10;

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
}

/// Keys under which an account may stand, the most special first: host/team/image, host/team, host, and Docker's own forms.
QStringList keysFor(const ImageReference &reference)
{
    QStringList keys;
    QString path = reference.registry + QLatin1Char('/') + reference.repository;
    for (qsizetype slash = path.size(); slash > 0; slash = path.lastIndexOf(QLatin1Char('/'))) {
        path.truncate(slash);
        keys.append(path);
    }
    if (reference.registry == QLatin1String("docker.io"))
        keys << QStringLiteral("https://index.docker.io/v1/") << QStringLiteral("index.docker.io");
    keys << QStringLiteral("https://") + reference.registry
         << QStringLiteral("https://") + reference.registry + QLatin1String("/v1/")
         << QStringLiteral("https://") + reference.registry + QLatin1String("/v2/")
         << QStringLiteral("http://") + reference.registry;
    return keys;
}

Credentials fromAuthEntry(const QJsonObject &entry)
{
    Credentials found;
    QByteArray pair = QByteArray::fromBase64(entry[QLatin1String("auth")].toString().toLatin1());
    const qsizetype colon = pair.indexOf(':');
    if (colon > 0) {
        found.user = QString::fromUtf8(pair.left(colon));
        found.password = pair.mid(colon + 1);
        while (found.password.endsWith('\0'))
            found.password.chop(1);
    }
    wipe(pair);
    found.identityToken = entry[QLatin1String("identitytoken")].toString().toUtf8();
    return found;
}

Result<QJsonObject> readConfig(const QString &path)
{
    const auto file = openFile(path);
    if (!file)
        return fail(file.error());
    const auto bytes = readAll(**file, fileLimit);
    if (!bytes)
        return fail(bytes.error());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return fail(Error {ErrorKind::Malformed, path, QStringLiteral("not a JSON object"), -1, {}, problem.offset, -1});
    return document.object();
}

Result<Credentials> findIn(const QJsonObject &config, const ImageReference &reference)
{
    const QStringList keys = keysFor(reference);
    const QJsonObject helpers = config[QLatin1String("credHelpers")].toObject();
    const QString dockerKey
        = reference.registry == QLatin1String("docker.io") ? QStringLiteral("https://index.docker.io/v1/") : reference.registry;
    for (const QString &key : keys) {
        if (const QString helper = helpers[key].toString(); !helper.isEmpty())
            return askCredentialHelper(helper, dockerKey);
    }
    const QJsonObject auths = config[QLatin1String("auths")].toObject();
    for (const QString &key : keys) {
        Credentials found = fromAuthEntry(auths[key].toObject());
        if (!found.isEmpty())
            return found;
    }
    if (const QString store = config[QLatin1String("credsStore")].toString(); !store.isEmpty())
        return askCredentialHelper(store, dockerKey);
    return Credentials();
}

}  // namespace

Credentials::~Credentials()
{
    // A shared buffer belongs to a copy that is still in use.
    if (password.isDetached())
        wipe(password);
    if (identityToken.isDetached())
        wipe(identityToken);
}

CredentialStore CredentialStore::ofUser()
{
    QStringList files;
    if (const QString file = qEnvironmentVariable("REGISTRY_AUTH_FILE"); !file.isEmpty())
        files.append(file);
    if (const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR"); !folder.isEmpty())
        files.append(folder + QStringLiteral("/containers/auth.json"));
    files.append(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                 + QStringLiteral("/containers/auth.json"));
    const QString docker = qEnvironmentVariable("DOCKER_CONFIG");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    files.append((docker.isEmpty() ? home + QStringLiteral("/.docker") : docker) + QStringLiteral("/config.json"));
    return CredentialStore(files);
}

Result<Credentials> CredentialStore::find(const ImageReference &reference) const
{
    for (const QString &path : m_files) {
        if (!QFileInfo::exists(path))
            continue;
        const auto config = readConfig(path);
        if (!config)
            return fail(config.error());
        auto found = findIn(*config, reference);
        if (!found || !found->isEmpty())
            return found;
    }
    return Credentials();
}

Result<Credentials> askCredentialHelper(const QString &name, const QString &serverKey)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_-]+\\z"));
    const QString subject = QStringLiteral("docker-credential-") + name.left(80);
    if (!allowed.match(name).hasMatch())
        return fail(ErrorKind::Malformed, subject, QStringLiteral("not the name of a credential helper"));
    const QString program = QStandardPaths::findExecutable(subject);
    if (program.isEmpty())
        return fail(ErrorKind::NotFound, subject, QStringLiteral("no such program in PATH"));
    QProcess helper;
    helper.setProcessChannelMode(QProcess::SeparateChannels);
    helper.start(program, {QStringLiteral("get")});
    if (!helper.waitForStarted(helperTimeoutMs))
        return fail(ErrorKind::Io, subject, QStringLiteral("could not be started"));
    helper.write(serverKey.toUtf8() + '\n');
    helper.closeWriteChannel();
    QByteArray output;
    QDeadlineTimer deadline(helperTimeoutMs);
    while (helper.state() != QProcess::NotRunning && !deadline.hasExpired() && output.size() <= helperLimit) {
        helper.waitForReadyRead(static_cast<int>(qMin<qint64>(200, deadline.remainingTime())));
        output += helper.readAllStandardOutput();
        helper.readAllStandardError();
    }
    if (helper.state() != QProcess::NotRunning) {
        helper.kill();
        helper.waitForFinished(1000);
        wipe(output);
        return fail(ErrorKind::Io, subject, QStringLiteral("gave no short answer within %1 s").arg(helperTimeoutMs / 1000));
    }
    output += helper.readAllStandardOutput();
    if (helper.exitCode() != 0) {
        const bool unknown = output.contains("credentials not found");
        wipe(output);
        if (unknown)
            return Credentials();
        return fail(ErrorKind::Io, subject, QStringLiteral("ended with code %1").arg(helper.exitCode()));
    }
    const QJsonObject answer = QJsonDocument::fromJson(output).object();
    wipe(output);
    Credentials found;
    const QString user = answer[QLatin1String("Username")].toString();
    const QByteArray secret = answer[QLatin1String("Secret")].toString().toUtf8();
    if (user.isEmpty() || secret.isEmpty())
        return fail(ErrorKind::Malformed, subject, QStringLiteral("its answer has no user name and secret"));
    if (user == QLatin1String("<token>"))
        found.identityToken = secret;
    else {
        found.user = user;
        found.password = secret;
    }
    return found;
}

}  // namespace waybill
