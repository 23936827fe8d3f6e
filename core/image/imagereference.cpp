// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagereference.h"

#include "core/archive/digest.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace waybill {

namespace {

constexpr qsizetype nameLimit = 255;  // host and repository together, as most clients cap it

const QString defaultRegistry = QStringLiteral("docker.io");

bool matches(const QString &text, const char *pattern)
{
    // \z and not $: a line break at the end is not part of any name.
    const QRegularExpression expression(QStringLiteral("\\A(?:") + QString::fromLatin1(pattern) + QStringLiteral(")\\z"));
    return expression.match(text).hasMatch();
}

bool isRepository(const QString &text)
{
    return matches(text, "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
}

bool isHost(const QString &text)
{
    return matches(text,
                   "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
                   "|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");
}

/// A first part is a host only when it could not be a repository of docker.io (distribution reference grammar).
bool namesHost(const QString &part)
{
    return part.contains(QLatin1Char('.')) || part.contains(QLatin1Char(':')) || part == QLatin1String("localhost")
        || part.toLower() != part;
}

QString withoutScheme(QString text)
{
    const QString scheme = QStringLiteral("docker://");
    if (text.startsWith(scheme))
        text.remove(0, scheme.size());
    return text;
}

tl::unexpected<Error> refuse(const QString &text, const QString &cause)
{
    return fail(ErrorKind::Usage, text.left(nameLimit + 200), cause);
}

}  // namespace

QString ImageReference::apiHost() const
{
    return registry == defaultRegistry ? QStringLiteral("registry-1.docker.io") : registry;
}

QString ImageReference::hostName() const
{
    QString host = registry.toLower();
    if (host.startsWith(QLatin1Char('[')))
        return host.mid(1, host.indexOf(QLatin1Char(']')) - 1);
    const qsizetype colon = host.indexOf(QLatin1Char(':'));
    return colon < 0 ? host : host.left(colon);
}

bool ImageReference::isLoopback() const
{
    const QString host = hostName();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString ImageReference::toString() const
{
    QString text = registry + QLatin1Char('/') + repository;
    if (!tag.isEmpty())
        text += QLatin1Char(':') + tag;
    if (!digest.isEmpty())
        text += QLatin1Char('@') + digest;
    return text;
}

Result<ImageReference> ImageReference::parse(const QString &text)
{
    ImageReference reference;
    QString rest = withoutScheme(text);
    if (rest.isEmpty())
        return refuse(text, QStringLiteral("an image reference is [registry/]repository[:tag][@digest]"));
    if (rest.contains(QLatin1String("://")))
        return refuse(text, QStringLiteral("a web address is no image reference"));
    const qsizetype at = rest.indexOf(QLatin1Char('@'));
    if (at >= 0) {
        reference.digest = rest.mid(at + 1);
        rest.truncate(at);
        if (!isValidDigest(reference.digest))
            return refuse(text, QStringLiteral("behind @ stands a digest, such as sha256: and 64 lower-case hex digits"));
    }
    const qsizetype slash = rest.indexOf(QLatin1Char('/'));
    if (slash >= 0 && namesHost(rest.left(slash))) {
        reference.registry = rest.left(slash);
        rest.remove(0, slash + 1);
    } else {
        reference.registry = defaultRegistry;
    }
    const qsizetype colon = rest.lastIndexOf(QLatin1Char(':'));
    if (colon >= 0 && rest.indexOf(QLatin1Char('/'), colon) < 0) {
        reference.tag = rest.mid(colon + 1);
        rest.truncate(colon);
        if (!matches(reference.tag, "[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}"))
            return refuse(text, QStringLiteral("\"%1\" is no tag").arg(reference.tag.left(140)));
    }
    reference.repository = rest;
    if (reference.registry == QLatin1String("index.docker.io") || reference.registry == QLatin1String("registry-1.docker.io"))
        reference.registry = defaultRegistry;
    if (reference.registry == defaultRegistry && !rest.isEmpty() && !rest.contains(QLatin1Char('/')))
        reference.repository = QStringLiteral("library/") + rest;
    if (!isHost(reference.registry))
        return refuse(text, QStringLiteral("\"%1\" is no registry").arg(reference.registry));
    if (!isRepository(reference.repository))
        return refuse(text, QStringLiteral("\"%1\" is no repository; they are lower case").arg(reference.repository));
    if (reference.registry.size() + reference.repository.size() > nameLimit)
        return refuse(text, QStringLiteral("longer than %1 characters").arg(nameLimit));
    if (reference.tag.isEmpty() && reference.digest.isEmpty())
        reference.tag = QStringLiteral("latest");
    return reference;
}

bool ImageReference::looksRemote(const QString &text)
{
    if (text.startsWith(QLatin1String("docker://")))
        return true;
    if (text.startsWith(QLatin1Char('/')) || text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('~'))
        || text.contains(QLatin1Char('\\')) || text.contains(QLatin1String("://")))
        return false;
    const auto parsed = parse(text);
    if (!parsed)
        return false;
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    return (slash > 0 && namesHost(text.left(slash))) || text.contains(QLatin1Char('@'))
        || text.lastIndexOf(QLatin1Char(':')) > slash;
}

}  // namespace waybill
