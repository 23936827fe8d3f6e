// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/archive/foldertar.h"
#include "core/image/manifest.h"
#include "core/image/sources.h"
#include "core/image/strictjson.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr qint64 listLimit = 64 << 20;  ///< images.json and layers.json of a busy machine
constexpr qsizetype imageLimit = 2000;

/// Where a layer of a storage lies, as far as it exists.
struct StoredLayer {
    QString folder;  ///< the unpacked difference
    QString split;   ///< tar-split record, may be empty
};

struct StoredImage {
    QByteArray config;
    std::vector<StoredLayer> layers;
};

Result<QByteArray> fileBytes(const QString &path, qint64 limit)
{
    const auto file = openFile(path, true);
    if (!file)
        return fail(file.error());
    return readAll(**file, limit);
}

/// Images that an engine keeps unpacked, read directly and never changed. Layers become the tar they were pulled as where the
/// record for that exists, else a tar of the folder, whose diff ID then differs.
class StorageSource final : public ImageSource
{
public:
    explicit StorageSource(QString folder) : m_folder(std::move(folder)) { }
    SourceKind kind() const override { return SourceKind::Engine; }
    const std::vector<ImageListing> &listings() const override { return m_listings; }
    Result<Image> image(int listing) const override;
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const override;

    Result<void> readDocker();
    Result<void> readContainers(const QString &driver);

private:
    void add(const QByteArray &config, const QStringList &names, std::vector<StoredLayer> layers);

    QString m_folder;
    std::vector<ImageListing> m_listings;
    std::vector<int> m_imageOfListing;
    std::vector<StoredImage> m_images;
};

void StorageSource::add(const QByteArray &config, const QStringList &names, std::vector<StoredLayer> layers)
{
    const QJsonObject json = QJsonDocument::fromJson(config).object();
    const Platform platform {json[QLatin1String("os")].toString(), json[QLatin1String("architecture")].toString(),
                             json[QLatin1String("variant")].toString()};
    const QString digest = sha256Digest({config.constData(), static_cast<size_t>(config.size())});
    const QStringList shown = names.isEmpty() ? QStringList {QString()} : names;
    for (const QString &name : shown) {
        ImageListing listing;
        listing.name = name;
        listing.digest = digest;
        listing.platform = platform;
        listing.mediaType = QStringLiteral("application/vnd.docker.container.image.v1+json");
        m_listings.push_back(std::move(listing));
        m_imageOfListing.push_back(static_cast<int>(m_images.size()));
    }
    m_images.push_back({config, std::move(layers)});
}

/// Docker's graph driver: image/overlay2/{repositories.json, imagedb, layerdb} and overlay2/<id>/diff.
Result<void> StorageSource::readDocker()
{
    const QString base = m_folder + QStringLiteral("/image/overlay2/");
    QMap<QString, QStringList> names;
    if (const auto bytes = fileBytes(base + QStringLiteral("repositories.json"), listLimit)) {
        const QJsonObject all = QJsonDocument::fromJson(*bytes).object()[QLatin1String("Repositories")].toObject();
        for (auto repository = all.begin(); repository != all.end(); ++repository) {
            const QJsonObject tags = repository.value().toObject();
            for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
                if (!tag.key().contains(QLatin1Char('@')))
                    names[tag.value().toString()].append(tag.key());
            }
        }
    }
    const QDir configs(base + QStringLiteral("imagedb/content/sha256"));
    if (!configs.exists() || !configs.isReadable())
        return fail(configs.exists() ? ErrorKind::AccessDenied : ErrorKind::NotAnImage, m_folder,
                    QStringLiteral("no readable image database"));
    const QStringList ids = configs.entryList(QDir::Files, QDir::Name);
    for (const QString &id : ids) {
        const auto config = fileBytes(configs.filePath(id), documentLimit);
        if (!config || m_images.size() >= static_cast<size_t>(imageLimit))
            continue;
        std::vector<StoredLayer> layers;
        QString chain;
        const QJsonArray diffIds
            = QJsonDocument::fromJson(*config).object()[QLatin1String("rootfs")].toObject()[QLatin1String("diff_ids")].toArray();
        for (const QJsonValue &value : diffIds) {
            // ChainID: image-spec config.md "Layer ChainID".
            const QByteArray joined = (chain + QLatin1Char(' ') + value.toString()).toUtf8();
            chain = chain.isEmpty() ? value.toString() : sha256Digest({joined.constData(), static_cast<size_t>(joined.size())});
            StoredLayer layer;
            if (isValidDigest(chain)) {
                const QString entry = base + QStringLiteral("layerdb/sha256/") + chain.section(QLatin1Char(':'), 1);
                const QByteArray cache = fileBytes(entry + QStringLiteral("/cache-id"), 256).value_or(QByteArray()).trimmed();
                const bool plain = !cache.isEmpty() && !cache.contains('/') && !cache.contains('.');
                if (plain)
                    layer = {m_folder + QStringLiteral("/overlay2/") + QString::fromLatin1(cache) + QStringLiteral("/diff"),
                             entry + QStringLiteral("/tar-split.json.gz")};
            }
            layers.push_back(std::move(layer));
        }
        add(*config, names.value(QStringLiteral("sha256:") + id), std::move(layers));
    }
    return {};
}

/// containers/storage: <driver>-images/images.json and <driver>-layers/layers.json (podman, buildah, CRI-O).
Result<void> StorageSource::readContainers(const QString &driver)
{
    const QString layersFolder = m_folder + QLatin1Char('/') + driver + QStringLiteral("-layers/");
    const QString imagesFolder = m_folder + QLatin1Char('/') + driver + QStringLiteral("-images/");
    const auto layersJson = fileBytes(layersFolder + QStringLiteral("layers.json"), listLimit);
    if (!layersJson)
        return fail(layersJson.error());
    const auto imagesJson = fileBytes(imagesFolder + QStringLiteral("images.json"), listLimit);
    if (!imagesJson)
        return fail(imagesJson.error());
    const auto isId = [](const QString &id) { return isValidDigest(QStringLiteral("sha256:") + id); };
    QMap<QString, QString> parents;
    const QJsonArray layers = QJsonDocument::fromJson(*layersJson).array();
    for (const QJsonValue &layer : layers)
        parents.insert(layer[QLatin1String("id")].toString(), layer[QLatin1String("parent")].toString());
    const QJsonArray images = QJsonDocument::fromJson(*imagesJson).array();
    for (const QJsonValue &value : images) {
        const QString id = value[QLatin1String("id")].toString();
        if (!isId(id) || m_images.size() >= static_cast<size_t>(imageLimit))
            continue;
        // A key with other characters than [0-9a-z.] is stored under "=" and its base64.
        const QString key = QString::fromLatin1(QByteArray("sha256:" + id.toLatin1()).toBase64());
        const auto config = fileBytes(imagesFolder + id + QStringLiteral("/=") + key, documentLimit);
        if (!config)
            continue;
        QStringList names;
        const QJsonArray named = value[QLatin1String("names")].toArray();
        for (const QJsonValue &name : named)
            names.append(name.toString());
        std::vector<StoredLayer> stored;
        QString layer = value[QLatin1String("layer")].toString();
        for (int depth = 0; depth < 4096 && isId(layer); ++depth, layer = parents.value(layer)) {
            const QString data = driver == QLatin1String("vfs")
                ? QString(QStringLiteral("/vfs/dir/") + layer)
                : QString(QLatin1Char('/') + driver + QLatin1Char('/') + layer + QStringLiteral("/diff"));
            stored.insert(stored.begin(), {m_folder + data, layersFolder + layer + QStringLiteral(".tar-split.gz")});
        }
        add(*config, names, std::move(stored));
    }
    return {};
}

Result<Image> StorageSource::image(int listing) const
{
    if (listing < 0 || static_cast<size_t>(listing) >= m_listings.size())
        return fail(ErrorKind::NotFound, m_folder);
    const StoredImage &stored = m_images[static_cast<size_t>(m_imageOfListing[static_cast<size_t>(listing)])];
    Image image;
    image.reference = m_folder;
    image.name = m_listings[static_cast<size_t>(listing)].name;
    image.sourceKind = SourceKind::Engine;
    image.configDigest = m_listings[static_cast<size_t>(listing)].digest;
    for (const StoredLayer &layer : stored.layers) {
        LayerInfo info;
        info.mediaType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");
        info.available = !layer.folder.isEmpty() && QDir(layer.folder).exists();
        if (!info.available)
            image.notes.push_back({QStringLiteral("layer-missing"), static_cast<int>(image.layers.size()), layer.folder, true});
        image.layers.push_back(std::move(info));
    }
    if (auto applied = applyConfig(stored.config, image.configDigest, image); !applied)
        return fail(applied.error());
    return image;
}

Result<std::unique_ptr<ByteSource>> StorageSource::openLayer(const Image &image, int layer) const
{
    const auto listing = std::find_if(m_listings.begin(), m_listings.end(),
                                      [&image](const ImageListing &each) { return each.digest == image.configDigest; });
    if (listing == m_listings.end() || layer < 0)
        return fail(ErrorKind::NotFound, m_folder);
    const StoredImage &stored
        = m_images[static_cast<size_t>(m_imageOfListing[static_cast<size_t>(listing - m_listings.begin())])];
    if (static_cast<size_t>(layer) >= stored.layers.size())
        return fail(Error {ErrorKind::MissingPart, m_folder, {}, layer, {}, -1, -1});
    const StoredLayer &place = stored.layers[static_cast<size_t>(layer)];
    Result<std::shared_ptr<const ByteSource>> bytes = fail(ErrorKind::MissingPart, place.folder);
    if (const auto record = openFile(place.split, true))
        bytes = tarFromSplit(**record, place.folder);
    if (!bytes) {
        FolderTarReport report;
        bytes = folderAsTar(place.folder, report);
    }
    if (!bytes) {
        Error error = bytes.error();
        error.layer = layer;
        return fail(std::move(error));
    }
    return sliceOf(*bytes, 0, (*bytes)->size(), place.folder);
}

}  // namespace

Result<std::shared_ptr<const ImageSource>> openStorageFolder(const QString &folder)
{
    auto source = std::make_shared<StorageSource>(folder);
    Result<void> read = fail(ErrorKind::NotAnImage, folder, QStringLiteral("no image storage"));
    if (QDir(folder + QStringLiteral("/image/overlay2")).exists())
        read = source->readDocker();
    for (const char *driver : {"overlay", "vfs", "overlay2"}) {
        if (!read && QDir(folder + QLatin1Char('/') + QLatin1String(driver) + QStringLiteral("-images")).exists())
            read = source->readContainers(QLatin1String(driver));
    }
    if (!read)
        return fail(read.error());
    if (source->listings().empty())
        return fail(ErrorKind::NotAnImage, folder, QStringLiteral("an image storage without images"));
    return source;
}

}  // namespace waybill
