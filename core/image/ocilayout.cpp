// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/manifest.h"
#include "core/image/sources.h"

#include <QSet>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr int depthLimit = 8;
constexpr size_t listingLimit = 2000;

QString blobPath(const QString &digest)
{
    // The digest was validated, so neither part can leave the folder (CVE-2024-3727).
    const qsizetype colon = digest.indexOf(QLatin1Char(':'));
    return QStringLiteral("blobs/") + digest.left(colon) + QLatin1Char('/') + digest.mid(colon + 1);
}

/// An OCI image layout in a folder or a tar (image-spec image-layout.md).
class OciLayoutSource final : public ImageSource
{
public:
    OciLayoutSource(std::shared_ptr<const FileSet> files, SourceKind kind, QString reference)
        : m_files(std::move(files)), m_kind(kind), m_reference(std::move(reference))
    {
    }

    SourceKind kind() const override { return m_kind; }
    const std::vector<ImageListing> &listings() const override { return m_listings; }
    Result<Image> image(int listing) const override;
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const override;

    Result<void> readIndex();

private:
    Result<void> addAll(const Index &index, const QString &inheritedName, int depth, QSet<QString> &visited);
    Result<void> add(const Descriptor &descriptor, const QString &name, int depth, QSet<QString> &visited);
    Result<QByteArray> document(const Descriptor &descriptor) const;

    std::shared_ptr<const FileSet> m_files;
    SourceKind m_kind;
    QString m_reference;
    std::vector<ImageListing> m_listings;
    std::vector<Descriptor> m_descriptors;  ///< one per listing
};

Result<QByteArray> OciLayoutSource::document(const Descriptor &descriptor) const
{
    const auto blob = m_files->open(blobPath(descriptor.digest));
    if (!blob)
        return fail(blob.error());
    return checkedBlob(**blob, descriptor);
}

Result<void> OciLayoutSource::readIndex()
{
    const auto file = m_files->open(QStringLiteral("index.json"));
    if (!file)
        return fail(file.error());
    const auto bytes = readAll(**file, documentLimit);
    if (!bytes)
        return fail(bytes.error());
    const auto index = parseIndex(*bytes, (*file)->name());
    if (!index)
        return fail(index.error());
    QSet<QString> visited;
    return addAll(*index, {}, 0, visited);
}

Result<void> OciLayoutSource::addAll(const Index &index, const QString &inheritedName, int depth, QSet<QString> &visited)
{
    for (const Descriptor &descriptor : index.manifests) {
        QString name = descriptor.annotations.value(QStringLiteral("io.containerd.image.name"));
        if (name.isEmpty())
            name = descriptor.annotations.value(QStringLiteral("org.opencontainers.image.ref.name"), inheritedName);
        if (auto added = add(descriptor, name, depth, visited); !added)
            return added;
    }
    return {};
}

Result<void> OciLayoutSource::add(const Descriptor &descriptor, const QString &name, int depth, QSet<QString> &visited)
{
    if (depth > depthLimit || m_listings.size() >= listingLimit)
        return fail(ErrorKind::LimitExceeded, m_reference,
                    QStringLiteral("index nested deeper than %1 or longer than %2").arg(depthLimit).arg(listingLimit));
    bool isIndex = mediatype::isIndex(descriptor.mediaType);
    QByteArray bytes;
    if (isIndex || descriptor.mediaType.isEmpty()) {
        auto read = document(descriptor);
        if (!read)
            return fail(read.error());
        bytes = *read;
        isIndex = looksLikeIndex(bytes);
    }
    if (isIndex) {
        if (visited.contains(descriptor.digest))
            return {};  // an index that contains itself adds nothing new
        visited.insert(descriptor.digest);
        const auto nested = parseIndex(bytes, descriptor.digest);
        if (!nested)
            return fail(nested.error());
        return addAll(*nested, name, depth + 1, visited);
    }
    const bool attestation
        = descriptor.annotations.value(QStringLiteral("vnd.docker.reference.type")) == QLatin1String("attestation-manifest")
        || descriptor.platform.os == QLatin1String("unknown");
    const bool isImage = !attestation && descriptor.artifactType.isEmpty()
        && (mediatype::isManifest(descriptor.mediaType) || descriptor.mediaType.isEmpty());
    m_listings.push_back({name, descriptor.digest, descriptor.platform, isImage, descriptor.mediaType});
    m_descriptors.push_back(descriptor);
    return {};
}

Result<Image> OciLayoutSource::image(int listing) const
{
    if (listing < 0 || static_cast<size_t>(listing) >= m_descriptors.size())
        return fail(ErrorKind::NotFound, m_reference);
    const Descriptor &descriptor = m_descriptors[static_cast<size_t>(listing)];
    const auto bytes = document(descriptor);
    if (!bytes)
        return fail(bytes.error());
    const auto manifest = parseManifest(*bytes, descriptor.digest);
    if (!manifest)
        return fail(manifest.error());
    if (!mediatype::isImageConfig(manifest->config.mediaType))
        return fail(ErrorKind::NotSupported, m_reference,
                    QStringLiteral("an artifact with the config type ") + manifest->config.mediaType);
    Image image;
    image.reference = m_reference;
    image.name = m_listings[static_cast<size_t>(listing)].name;
    image.sourceKind = m_kind;
    image.manifestDigest = descriptor.digest;
    image.configDigest = manifest->config.digest;
    for (const Descriptor &layer : manifest->layers) {
        LayerInfo info;
        info.digest = layer.digest;
        info.mediaType = layer.mediaType;
        info.storedBytes = layer.size;
        info.available = m_files->contains(blobPath(layer.digest));
        if (!info.available)
            image.notes.push_back({QStringLiteral("layer-missing"), static_cast<int>(image.layers.size()), layer.digest, true});
        image.layers.push_back(std::move(info));
    }
    const auto config = document(manifest->config);
    if (!config)
        return fail(config.error());
    if (auto applied = applyConfig(*config, manifest->config.digest, image); !applied)
        return fail(applied.error());
    return image;
}

Result<std::unique_ptr<ByteSource>> OciLayoutSource::openLayer(const Image &image, int layer) const
{
    const LayerInfo &info = image.layers.at(static_cast<size_t>(layer));
    auto blob = m_files->open(blobPath(info.digest));
    if (!blob) {
        Error error = blob.error();
        error.layer = layer;
        return fail(std::move(error));
    }
    if ((*blob)->size() > info.storedBytes && info.storedBytes >= 0)
        return fail(Error {ErrorKind::SizeMismatch,
                           info.digest,
                           QStringLiteral("%1 bytes, declared %2").arg((*blob)->size()).arg(info.storedBytes),
                           layer,
                           {},
                           info.storedBytes,
                           -1});
    return blob;
}

}  // namespace

Result<std::shared_ptr<const ImageSource>> openOciLayout(std::shared_ptr<const FileSet> files, SourceKind kind,
                                                         const QString &reference)
{
    auto source = std::make_shared<OciLayoutSource>(std::move(files), kind, reference);
    if (auto read = source->readIndex(); !read)
        return fail(read.error());
    if (source->listings().empty())
        return fail(ErrorKind::NotAnImage, reference, QStringLiteral("index.json lists nothing"));
    return source;
}

}  // namespace waybill
