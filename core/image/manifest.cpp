// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/manifest.h"

#include "core/archive/bytesource.h"
#include "core/archive/digest.h"
#include "core/image/strictjson.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr size_t manifestLimit = 2000;
constexpr size_t layerLimit = 4096;

tl::unexpected<Error> malformed(const QString &subject, const QString &cause)
{
    return fail(ErrorKind::Malformed, subject, cause);
}

QMap<QString, QString> stringMap(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

Platform platformOf(const QJsonObject &json)
{
    return {json[QLatin1String("os")].toString(), json[QLatin1String("architecture")].toString(),
            json[QLatin1String("variant")].toString()};
}

Result<std::vector<Descriptor>> descriptors(const QJsonValue &value, const QString &subject, size_t limit)
{
    std::vector<Descriptor> list;
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        return malformed(subject, QStringLiteral("a list of descriptors expected"));
    const QJsonArray array = value.toArray();
    if (static_cast<size_t>(array.size()) > limit)
        return fail(ErrorKind::LimitExceeded, subject,
                    QStringLiteral("%1 descriptors, at most %2 are read").arg(array.size()).arg(limit));
    for (const QJsonValue &item : array) {
        auto descriptor = parseDescriptor(item.toObject(), subject);
        if (!descriptor)
            return fail(descriptor.error());
        list.push_back(std::move(*descriptor));
    }
    return list;
}

Result<QJsonObject> documentObject(const QByteArray &bytes, const QString &subject)
{
    const auto document = parseStrictJson(bytes, subject, documentLimit);
    if (!document)
        return fail(document.error());
    if (!document->isObject())
        return malformed(subject, QStringLiteral("JSON object expected"));
    const QJsonObject object = document->object();
    if (object.contains(QLatin1String("manifests")) && object.contains(QLatin1String("layers"))
        && !object[QLatin1String("manifests")].isNull() && !object[QLatin1String("layers")].isNull())
        return malformed(subject, QStringLiteral("both an index and a manifest"));
    return object;
}

}  // namespace

namespace mediatype {

bool isIndex(const QString &type)
{
    return type == QLatin1String("application/vnd.oci.image.index.v1+json")
        || type == QLatin1String("application/vnd.docker.distribution.manifest.list.v2+json");
}

bool isManifest(const QString &type)
{
    return type == QLatin1String("application/vnd.oci.image.manifest.v1+json")
        || type == QLatin1String("application/vnd.docker.distribution.manifest.v2+json");
}

bool isImageConfig(const QString &type)
{
    return type == QLatin1String("application/vnd.oci.image.config.v1+json")
        || type == QLatin1String("application/vnd.docker.container.image.v1+json") || type.isEmpty();
}

bool isSchema1(const QString &type)
{
    return type.startsWith(QLatin1String("application/vnd.docker.distribution.manifest.v1+"));
}

bool isForeignLayer(const QString &type)
{
    return type.startsWith(QLatin1String("application/vnd.oci.image.layer.nondistributable.v1.tar"))
        || type.startsWith(QLatin1String("application/vnd.docker.image.rootfs.foreign.diff.tar"));
}

bool isTarLayer(const QString &type)
{
    static const QSet<QString> known {
        QStringLiteral("application/vnd.oci.image.layer.v1.tar"),
        QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip"),
        QStringLiteral("application/vnd.oci.image.layer.v1.tar+zstd"),
        QStringLiteral("application/vnd.oci.image.layer.nondistributable.v1.tar"),
        QStringLiteral("application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"),
        QStringLiteral("application/vnd.oci.image.layer.nondistributable.v1.tar+zstd"),
        QStringLiteral("application/vnd.docker.image.rootfs.diff.tar"),
        QStringLiteral("application/vnd.docker.image.rootfs.diff.tar.gzip"),
        QStringLiteral("application/vnd.docker.image.rootfs.diff.tar.zstd"),
        QStringLiteral("application/vnd.docker.image.rootfs.foreign.diff.tar"),
        QStringLiteral("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"),
        QString(),
    };
    return known.contains(type);
}

}  // namespace mediatype

Result<Descriptor> parseDescriptor(const QJsonObject &json, const QString &subject)
{
    Descriptor descriptor;
    descriptor.mediaType = json[QLatin1String("mediaType")].toString();
    descriptor.digest = json[QLatin1String("digest")].toString();
    descriptor.artifactType = json[QLatin1String("artifactType")].toString();
    descriptor.annotations = stringMap(json[QLatin1String("annotations")]);
    descriptor.platform = platformOf(json[QLatin1String("platform")].toObject());
    if (!isValidDigest(descriptor.digest))
        return malformed(subject, QStringLiteral("descriptor with the digest \"%1\"").arg(descriptor.digest.left(100)));
    const QJsonArray urls = json[QLatin1String("urls")].toArray();
    for (qsizetype i = 0; i < qMin<qsizetype>(urls.size(), 20); ++i)
        descriptor.urls.append(urls[i].toString());
    const double size = json[QLatin1String("size")].toDouble(-1);
    if (size < 0 || size != std::floor(size) || size > 9.0e15)
        return malformed(subject, QStringLiteral("descriptor %1 has no valid size").arg(descriptor.digest));
    descriptor.size = static_cast<qint64>(size);
    return descriptor;
}

Result<Manifest> parseManifest(const QByteArray &bytes, const QString &subject)
{
    const auto object = documentObject(bytes, subject);
    if (!object)
        return fail(object.error());
    Manifest manifest;
    manifest.mediaType = (*object)[QLatin1String("mediaType")].toString();
    manifest.artifactType = (*object)[QLatin1String("artifactType")].toString();
    if (object->contains(QLatin1String("fsLayers")) || mediatype::isSchema1(manifest.mediaType))
        return fail(ErrorKind::NotSupported, subject, QStringLiteral("Docker manifest schema 1"));
    const QJsonObject configJson = (*object)[QLatin1String("config")].toObject();
    if (configJson.isEmpty())
        return malformed(subject, QStringLiteral("manifest without config"));
    auto config = parseDescriptor(configJson, subject);
    if (!config)
        return fail(config.error());
    manifest.config = std::move(*config);
    // Without the key this would pass for an image of no layers, with nothing to object to.
    if (!object->contains(QLatin1String("layers")))
        return malformed(subject, QStringLiteral("manifest without layers"));
    auto layers = descriptors((*object)[QLatin1String("layers")], subject, layerLimit);
    if (!layers)
        return fail(layers.error());
    manifest.layers = std::move(*layers);
    return manifest;
}

Result<Index> parseIndex(const QByteArray &bytes, const QString &subject)
{
    const auto object = documentObject(bytes, subject);
    if (!object)
        return fail(object.error());
    Index index;
    index.mediaType = (*object)[QLatin1String("mediaType")].toString();
    auto manifests = descriptors((*object)[QLatin1String("manifests")], subject, manifestLimit);
    if (!manifests)
        return fail(manifests.error());
    index.manifests = std::move(*manifests);
    return index;
}

bool looksLikeIndex(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    return object.contains(QLatin1String("manifests"));
}

Result<QByteArray> checkedBlob(const ByteSource &source, const Descriptor &descriptor, qint64 limit)
{
    if (source.size() != descriptor.size)
        return fail(
            ErrorKind::SizeMismatch, source.name(),
            QStringLiteral("%1 has %2 bytes, declared %3").arg(descriptor.digest).arg(source.size()).arg(descriptor.size));
    auto bytes = readAll(source, limit);
    if (!bytes)
        return bytes;
    Hasher hasher(digestAlgorithm(descriptor.digest));
    hasher.add({bytes->constData(), static_cast<size_t>(bytes->size())});
    if (hasher.finishDigest() != descriptor.digest)
        return fail(ErrorKind::DigestMismatch, source.name(), descriptor.digest);
    return bytes;
}

}  // namespace waybill
