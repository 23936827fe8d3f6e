// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbommodel.h"

#include "core/component/purl.h"
#include "core/image/imagereference.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

/// Words by which organisations are told from people; bills have to say which it is.
bool soundsLikeOrganisation(const QString &name)
{
    static const QRegularExpression words(
        QStringLiteral(
            "\\b(team|maintainers?|developers|group|project|foundation|inc|corp|corporation|company|ltd|llc|gmbh|ag|bv|"
            "authors|contributors|community|packagers?|committee|consortium|association|labs?|oracle|google|microsoft|"
            "debian|ubuntu|apache|nvidia|eclipse|university|institute|security|list)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return !name.contains(QLatin1Char(' ')) || words.match(name).hasMatch();
}

/// "registry/owner/name:tag" -> repository and tag.
struct Named {
    QString repository;
    QString tag;
};

Named namedBy(const QString &text)
{
    Named named;
    QString rest = text.section(QLatin1Char('@'), 0, 0);
    const qsizetype colon = rest.lastIndexOf(QLatin1Char(':'));
    if (colon > rest.lastIndexOf(QLatin1Char('/'))) {
        named.tag = rest.mid(colon + 1);
        rest.truncate(colon);
    }
    named.repository = rest;
    return named;
}

/// A name for an image that has none: its file, or the folder that holds a folder of a general name.
QString fileNameOf(const QString &reference)
{
    const QFileInfo file(reference);
    static const QStringList general {QStringLiteral("oci"), QStringLiteral("image"), QStringLiteral("docker"),
                                      QStringLiteral("layout")};
    const QString base = file.completeBaseName();
    const QString folder = QFileInfo(file.path()).fileName();
    return general.contains(base) && !folder.isEmpty() && folder != QLatin1String(".") ? folder : base;
}

}  // namespace

SbomParty SbomParty::parse(const QString &words)
{
    SbomParty party;
    static const QRegularExpression mail(QStringLiteral("[<(\\s]?([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})[>)]?"));
    QString rest = words.left(500).simplified();
    if (const auto match = mail.match(rest); match.hasMatch()) {
        party.mail = match.captured(1);
        rest = rest.left(match.capturedStart()) + QLatin1Char(' ') + rest.mid(match.capturedEnd());
    }
    static const QRegularExpression extra(QStringLiteral("\\([^)]*\\)|<[^>]*>|https?://\\S+"));
    rest.remove(extra);
    static const QRegularExpression brackets(QStringLiteral("[()<>\\[\\]{}\"]"));
    rest.remove(brackets);
    rest = rest.simplified();
    while (rest.endsWith(QLatin1Char(',')) || rest.endsWith(QLatin1Char(';')) || rest.endsWith(QLatin1Char(':')))
        rest.chop(1);
    party.name = rest.isEmpty() ? party.mail.section(QLatin1Char('@'), 0, 0) : rest;
    party.isPerson = !party.name.isEmpty() && !soundsLikeOrganisation(party.name) && !party.name.contains(QLatin1Char(','));
    return party;
}

QString SbomModel::layerDigest(int layer) const
{
    if (layer < 0 || static_cast<size_t>(layer) >= inventory->image.layers.size())
        return {};
    const LayerInfo &info = inventory->image.layers[static_cast<size_t>(layer)];
    return info.digest.isEmpty() ? info.diffId : info.digest;
}

QString SbomModel::layerWords(int layer) const
{
    const QString stored = layerDigest(layer);
    return QStringLiteral("layer %1").arg(layer + 1) + (stored.isEmpty() ? QString() : QStringLiteral(", ") + stored);
}

void SbomModel::nameImage(const Inventory &facts, const SbomOptions &options, bool withFiles)
{
    inventory = &facts;
    const Image &image = facts.image;
    const auto label = [&image](const char *key) { return image.labels.value(QString::fromLatin1(key)).simplified().left(200); };
    digest = image.manifestDigest.isEmpty() ? image.configDigest : image.manifestDigest;
    const bool fromRegistry = image.sourceKind == SourceKind::Registry;
    const Named stated = namedBy(image.name.contains(QLatin1Char('/')) || image.name.contains(QLatin1Char(':')) || fromRegistry
                                     ? (fromRegistry ? image.reference : image.name)
                                     : QString());
    const QString tag = !stated.tag.isEmpty()                                   ? stated.tag
        : stated.repository.isEmpty() && !image.name.contains(QLatin1Char('/')) ? image.name
                                                                                : QString();
    name = options.name;
    if (name.isEmpty())
        name = label("org.opencontainers.image.title");
    if (name.isEmpty())
        name = stated.repository.isEmpty() ? fileNameOf(image.reference) : stated.repository;
    if (name.isEmpty())
        name = QStringLiteral("image");
    version = label("org.opencontainers.image.version");
    if (version.isEmpty())
        version = tag.isEmpty() || tag == QLatin1String("latest") ? digest : tag;
    PackageUrl url {QStringLiteral("oci"), {}, name.section(QLatin1Char('/'), -1).toLower(), digest, {}, {}};
    url.qualifiers = {{QStringLiteral("arch"), image.platform.architecture},
                      {QStringLiteral("repository_url"), stated.repository.toLower()},
                      {QStringLiteral("tag"), tag}};
    purl = url.toString();
    supplier = SbomParty::parse(options.supplier);
    for (const char *key : {"org.opencontainers.image.vendor", "org.opencontainers.image.authors", "maintainer", "vendor"}) {
        if (supplier.isEmpty())
            supplier = SbomParty::parse(label(key));
    }
    if (supplier.isEmpty())
        supplier = SbomParty::parse(image.author);
    author = SbomParty::parse(options.author);
    created = options.time.value_or(image.created.isValid() ? image.created : QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    const QUuid space(QStringLiteral("8d0f3b52-6e0b-5f0e-9a55-2c1f0d7a9c11"));
    const QStringList parts {digest,
                             QString(sbomFormatId(options.format)),
                             withFiles ? QStringLiteral("files") : QString(),
                             options.author,
                             options.supplier,
                             name,
                             time(),
                             QStringLiteral(WAYBILL_VERSION)};
    uuid = QUuid::createUuidV5(space, parts.join(QLatin1Char('\n')));
}

}  // namespace waybill
