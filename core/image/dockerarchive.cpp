// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "core/image/sources.h"
#include "core/image/strictjson.h"

#include <QJsonArray>
#include <QSet>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr qsizetype tagLimit = 1000;
constexpr qsizetype layerLimit = 4096;

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
    QByteArray chainConfig;  ///< made from the layers' own records where the archive knows no config
    QStringList layers;
    QStringList tags;
};

/// `docker save` output and its relatives (skopeo, podman, kaniko, bazel, jib).
class DockerArchiveSource final : public ImageSource
{
public:
    DockerArchiveSource(std::shared_ptr<const FileSet> files, QString reference, std::vector<ImageNote> notes)
        : m_files(std::move(files)), m_reference(std::move(reference)), m_notes(std::move(notes))
    {
    }

    SourceKind kind() const override { return SourceKind::DockerArchive; }
    const std::vector<ImageListing> &listings() const override { return m_listings; }
    Result<Image> image(int listing) const override;
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const override;

    Result<void> readManifest();
    Result<void> readRepositories();

private:
    Result<void> addImage(const QJsonObject &object);
    Result<void> addChain(const QString &tag, const QString &topId);
    void list(ArchivedImage image, const QByteArray &config);
    Result<QByteArray> configOf(const ArchivedImage &image) const;
    Result<QByteArray> member(const QString &name) const;

    std::shared_ptr<const FileSet> m_files;
    QString m_reference;
    std::vector<ImageNote> m_notes;
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
    if (layers.size() > layerLimit || m_images.size() >= static_cast<size_t>(tagLimit))
        return fail(ErrorKind::LimitExceeded, m_reference,
                    QStringLiteral("more than %1 layers or %2 images").arg(layerLimit).arg(tagLimit));
    for (const QJsonValue &layer : layers)
        image.layers.append(layer.toString());
    const QJsonArray tags = valueOf(object, QLatin1String("RepoTags")).toArray();
    for (const QJsonValue &tag : tags) {
        if (image.tags.size() < tagLimit)
            image.tags.append(tag.toString());
    }
    const auto config = member(image.config);
    list(std::move(image), config.value_or(QByteArray()));
    return {};
}

void DockerArchiveSource::list(ArchivedImage image, const QByteArray &config)
{
    const QJsonObject json = QJsonDocument::fromJson(config).object();
    ImageListing listing;
    if (!config.isEmpty() && image.chainConfig.isEmpty())
        listing.digest = sha256Digest({config.constData(), static_cast<size_t>(config.size())});
    listing.platform = {json[QLatin1String("os")].toString(), json[QLatin1String("architecture")].toString(),
                        json[QLatin1String("variant")].toString()};
    listing.mediaType = QStringLiteral("application/vnd.docker.container.image.v1+json");
    listing.available = !config.isEmpty();
    const QStringList names = image.tags.isEmpty() ? QStringList {QString()} : image.tags;
    for (const QString &name : names) {
        listing.name = name;
        m_listings.push_back(listing);
        m_imageOfListing.push_back(static_cast<int>(m_images.size()));
    }
    m_images.push_back(std::move(image));
}

/// Archives of Docker before 1.10 have no manifest.json: `repositories` names the topmost layer, each layer its parent.
Result<void> DockerArchiveSource::readRepositories()
{
    const auto bytes = member(QStringLiteral("repositories"));
    if (!bytes)
        return fail(bytes.error());
    const auto document = parseStrictJson(*bytes, m_reference);
    if (!document)
        return fail(document.error());
    const QJsonObject repositories = document->object();
    for (auto repository = repositories.begin(); repository != repositories.end(); ++repository) {
        const QJsonObject tags = repository.value().toObject();
        for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
            if (m_images.size() >= static_cast<size_t>(tagLimit))
                return fail(ErrorKind::LimitExceeded, m_reference, QStringLiteral("more than %1 images").arg(tagLimit));
            if (auto added = addChain(repository.key() + QLatin1Char(':') + tag.key(), tag.value().toString()); !added)
                return added;
        }
    }
    if (m_images.empty())
        return fail(ErrorKind::NotAnImage, m_reference, QStringLiteral("repositories lists no image"));
    return {};
}

Result<void> DockerArchiveSource::addChain(const QString &tag, const QString &topId)
{
    ArchivedImage image;
    image.tags.append(tag);
    QJsonArray history;
    QJsonObject top;
    QSet<QString> visited;
    for (QString id = topId; !id.isEmpty();) {
        if (visited.contains(id) || visited.size() >= layerLimit)
            return fail(ErrorKind::Malformed, m_reference, QStringLiteral("layers that are each other's parents"));
        visited.insert(id);
        const auto bytes = member(id + QStringLiteral("/json"));
        if (!bytes)
            return fail(bytes.error());
        const auto document = parseStrictJson(*bytes, id);
        if (!document)
            return fail(document.error());
        const QJsonObject json = document->object();
        if (top.isEmpty())
            top = json;
        QStringList command;
        const QJsonArray words = json[QLatin1String("container_config")].toObject()[QLatin1String("Cmd")].toArray();
        for (const QJsonValue &word : words)
            command.append(word.toString());
        history.prepend(QJsonObject {{QStringLiteral("created"), json[QLatin1String("created")]},
                                     {QStringLiteral("created_by"), command.join(QLatin1Char(' '))},
                                     {QStringLiteral("comment"), json[QLatin1String("comment")]}});
        image.layers.prepend(id + QStringLiteral("/layer.tar"));
        id = json[QLatin1String("parent")].toString();
    }
    QJsonObject config {{QStringLiteral("history"), history},
                        {QStringLiteral("rootfs"), QJsonObject {{QStringLiteral("type"), QStringLiteral("layers")}}}};
    for (const char *key : {"os", "architecture", "variant", "created", "author", "config"})
        config.insert(QLatin1String(key), top[QLatin1String(key)]);
    image.config = topId;
    image.chainConfig = QJsonDocument(config).toJson(QJsonDocument::Compact);
    const QByteArray made = image.chainConfig;
    list(std::move(image), made);
    return {};
}

Result<QByteArray> DockerArchiveSource::configOf(const ArchivedImage &image) const
{
    if (!image.chainConfig.isEmpty())
        return image.chainConfig;
    return member(image.config);
}

Result<Image> DockerArchiveSource::image(int listing) const
{
    if (listing < 0 || static_cast<size_t>(listing) >= m_listings.size())
        return fail(ErrorKind::NotFound, m_reference);
    const ArchivedImage &archived = m_images[static_cast<size_t>(m_imageOfListing[static_cast<size_t>(listing)])];
    const auto config = configOf(archived);
    if (!config)
        return fail(config.error());
    const bool chained = !archived.chainConfig.isEmpty();
    Image image;
    image.reference = m_reference;
    image.name = m_listings[static_cast<size_t>(listing)].name;
    image.sourceKind = SourceKind::DockerArchive;
    image.notes = m_notes;
    if (!chained)
        image.configDigest = sha256Digest({config->constData(), static_cast<size_t>(config->size())});
    // skopeo, docker and kaniko name the config by its digest: a name that lies means a changed file.
    const QString named
        = archived.config.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0).section(QLatin1Char(':'), -1);
    if (!chained && isValidDigest(QStringLiteral("sha256:") + named) && !image.configDigest.endsWith(named))
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
    // The old format has no diff IDs; that alone is nothing odd.
    if (chained)
        std::erase_if(image.notes, [](const ImageNote &note) { return note.id == QLatin1String("diff-id-count"); });
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

Result<std::shared_ptr<const ImageSource>> openDockerArchive(std::shared_ptr<const FileSet> files, const QString &reference,
                                                             std::vector<ImageNote> notes)
{
    const bool hasManifest = files->contains(QStringLiteral("manifest.json"));
    auto source = std::make_shared<DockerArchiveSource>(std::move(files), reference, std::move(notes));
    if (auto read = hasManifest ? source->readManifest() : source->readRepositories(); !read)
        return fail(read.error());
    return source;
}

}  // namespace waybill
