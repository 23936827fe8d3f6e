// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "core/image/sources.h"
#include "core/image/strictjson.h"

#include <QJsonArray>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr qsizetype tagLimit = 1000;

/// Some builders write the keys of manifest.json in lower case; QJsonObject keeps both spellings apart.
QJsonValue valueOf(const QJsonObject &object, QLatin1String key)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return {};
}

/// What one element of manifest.json says. The names are keys into the archive, never file-system paths.
struct ArchivedImage {
    QString config;
    QStringList layers;
    QStringList tags;
};

/// `docker save` output and its relatives (skopeo, podman, kaniko, bazel, jib).
class DockerArchiveSource final : public ImageSource
{
public:
    DockerArchiveSource(std::shared_ptr<const FileSet> files, QString reference)
        : m_files(std::move(files)), m_reference(std::move(reference))
    {
    }

    SourceKind kind() const override { return SourceKind::DockerArchive; }
    const std::vector<ImageListing> &listings() const override { return m_listings; }
    Result<Image> image(int listing) const override;
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const override;

    Result<void> readManifest();

private:
    Result<void> addImage(const QJsonObject &object);
    Result<QByteArray> member(const QString &name) const;

    std::shared_ptr<const FileSet> m_files;
    QString m_reference;
    std::vector<ArchivedImage> m_images;
    std::vector<ImageListing> m_listings;
    std::vector<int> m_imageOfListing;
};

Result<QByteArray> DockerArchiveSource::member(const QString &name) const
{
    const auto file = m_files->open(name);
    if (!file)
        return fail(file.error());
    return readAll(**file, documentLimit);
}

Result<void> DockerArchiveSource::readManifest()
{
    const auto bytes = member(QStringLiteral("manifest.json"));
    if (!bytes)
        return fail(bytes.error());
    const auto document = parseStrictJson(*bytes, m_reference);
    if (!document)
        return fail(document.error());
    if (!document->isArray() || document->array().isEmpty())
        return fail(ErrorKind::NotAnImage, m_reference, QStringLiteral("manifest.json lists no image"));
    const QJsonArray images = document->array();
    for (const QJsonValue &value : images) {
        if (auto added = addImage(value.toObject()); !added)
            return added;
    }
    return {};
}

Result<void> DockerArchiveSource::addImage(const QJsonObject &object)
{
    ArchivedImage image;
    image.config = valueOf(object, QLatin1String("Config")).toString();
    if (image.config.isEmpty())
        return fail(ErrorKind::Malformed, m_reference, QStringLiteral("manifest.json names no config"));
    const QJsonArray layers = valueOf(object, QLatin1String("Layers")).toArray();
    for (const QJsonValue &layer : layers)
        image.layers.append(layer.toString());
    const QJsonArray tags = valueOf(object, QLatin1String("RepoTags")).toArray();
    for (const QJsonValue &tag : tags) {
        if (image.tags.size() < tagLimit)
            image.tags.append(tag.toString());
    }
    Platform platform;
    QString digest;
    if (const auto config = member(image.config)) {
        digest = sha256Digest({config->constData(), static_cast<size_t>(config->size())});
        const QJsonObject json = QJsonDocument::fromJson(*config).object();
        platform = {json[QLatin1String("os")].toString(), json[QLatin1String("architecture")].toString(),
                    json[QLatin1String("variant")].toString()};
    }
    const QStringList names = image.tags.isEmpty() ? QStringList {QString()} : image.tags;
    for (const QString &name : names) {
        m_listings.push_back({name, digest, platform, true, QStringLiteral("application/vnd.docker.container.image.v1+json")});
        m_imageOfListing.push_back(static_cast<int>(m_images.size()));
    }
    m_images.push_back(std::move(image));
    return {};
}

Result<Image> DockerArchiveSource::image(int listing) const
{
    if (listing < 0 || static_cast<size_t>(listing) >= m_listings.size())
        return fail(ErrorKind::NotFound, m_reference);
    const ArchivedImage &archived = m_images[static_cast<size_t>(m_imageOfListing[static_cast<size_t>(listing)])];
    const auto config = member(archived.config);
    if (!config)
        return fail(config.error());
    Image image;
    image.reference = m_reference;
    image.name = m_listings[static_cast<size_t>(listing)].name;
    image.sourceKind = SourceKind::DockerArchive;
    image.configDigest = sha256Digest({config->constData(), static_cast<size_t>(config->size())});
    // skopeo and docker name the config by its digest: a name that lies means a changed file.
    const QString named = archived.config.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
    if (isValidDigest(QStringLiteral("sha256:") + named) && !image.configDigest.endsWith(named))
        return fail(ErrorKind::DigestMismatch, m_reference, archived.config);
    for (const QString &name : archived.layers) {
        LayerInfo info;
        info.mediaType = name;  // no media type in this format: the member's name is what openLayer needs
        if (const auto member = m_files->open(name)) {
            info.storedBytes = (*member)->size();
        } else {
            info.available = false;
            image.notes.push_back({QStringLiteral("layer-missing"), static_cast<int>(image.layers.size()), name, true});
        }
        image.layers.push_back(std::move(info));
    }
    if (auto applied = applyConfig(*config, archived.config, image); !applied)
        return fail(applied.error());
    return image;
}

Result<std::unique_ptr<ByteSource>> DockerArchiveSource::openLayer(const Image &image, int layer) const
{
    auto member = m_files->open(image.layers.at(static_cast<size_t>(layer)).mediaType);
    if (!member) {
        Error error = member.error();
        error.layer = layer;
        return fail(std::move(error));
    }
    return member;
}

}  // namespace

Result<std::shared_ptr<const ImageSource>> openDockerArchive(std::shared_ptr<const FileSet> files, const QString &reference)
{
    auto source = std::make_shared<DockerArchiveSource>(std::move(files), reference);
    if (auto read = source->readManifest(); !read)
        return fail(read.error());
    return source;
}

}  // namespace waybill
