// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/attachedsignatures.h"
#include "core/image/manifest.h"
#include "core/image/sources.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <optional>

namespace waybill {

namespace {

constexpr qint64 documentLimit = 4 << 20;
constexpr qint64 statementLimit = 64 << 20;  ///< bytes of all attestations of one image
constexpr int depthLimit = 8;
constexpr size_t listingLimit = 2000;
constexpr size_t platformLimit = 100;  ///< configs that are read for want of a platform in the index

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
    std::vector<AttachedDocument> attachments(const Image &image) const override;
    std::vector<AttachedSignature> signatures(const Image &image) const override;

    Result<void> readIndex();

private:
    Result<void> addAll(const Index &index, const QString &inheritedName, int depth, QSet<QString> &visited);
    Result<void> add(const Descriptor &descriptor, const QString &name, int depth, QSet<QString> &visited);
    Result<QByteArray> document(const Descriptor &descriptor) const;
    Platform platformFromConfig(const Descriptor &descriptor) const;
    QString subjectOf(const Descriptor &descriptor, const QString &name) const;
    void attachLoose();
    void addLayer(const Descriptor &layer, Image &image) const;

    std::shared_ptr<const FileSet> m_files;
    SourceKind m_kind;
    QString m_reference;
    std::vector<ImageListing> m_listings;
    std::vector<Descriptor> m_descriptors;  ///< one per listing
    std::optional<Error> m_firstProblem;    ///< of a part that could not be listed
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
    if (auto added = addAll(*index, {}, 0, visited); !added)
        return added;
    attachLoose();
    const bool usable = std::any_of(m_listings.begin(), m_listings.end(), [](const ImageListing &l) { return l.isImage; });
    if (!usable && m_firstProblem)
        return fail(*m_firstProblem);
    return {};
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
        if (!read) {
            // One part that is absent or spoilt leaves the others usable.
            if (!m_firstProblem)
                m_firstProblem = read.error();
            m_listings.push_back({name, descriptor.digest, descriptor.platform, false, descriptor.mediaType, false, QString()});
            m_descriptors.push_back(descriptor);
            return {};
        }
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
    const QString cosignKind = descriptor.annotations.value(QStringLiteral("kind"));
    const QString subject = subjectOf(descriptor, name);
    const bool attached = !subject.isEmpty() || cosignKind == QLatin1String("dev.cosignproject.cosign/sigs")
        || cosignKind == QLatin1String("dev.cosignproject.cosign/atts");
    const bool isImage = !attestation && !attached && descriptor.artifactType.isEmpty()
        && (mediatype::isManifest(descriptor.mediaType) || descriptor.mediaType.isEmpty());
    Platform platform = descriptor.platform;
    if (isImage && platform.architecture.isEmpty() && m_listings.size() < platformLimit)
        platform = platformFromConfig(descriptor);
    m_listings.push_back({name, descriptor.digest, platform, isImage, descriptor.mediaType,
                          m_files->contains(blobPath(descriptor.digest)), subject});
    m_descriptors.push_back(descriptor);
    return {};
}

/// The image that a manifest is attached to: by BuildKit's annotation, by cosign's tag, or by its own word.
QString OciLayoutSource::subjectOf(const Descriptor &descriptor, const QString &name) const
{
    QString subject = descriptor.annotations.value(QStringLiteral("vnd.docker.reference.digest"));
    if (subject.isEmpty())
        subject = subjectOfTag(name);
    if (subject.isEmpty() && !descriptor.artifactType.isEmpty() && m_listings.size() < platformLimit) {
        if (const auto bytes = document(descriptor))
            subject = subjectOfManifest(*bytes);
    }
    return subject;
}

/// "cosign save" marks signatures by kind only: in a layout of one image they belong to that.
void OciLayoutSource::attachLoose()
{
    const auto isImage = [](const ImageListing &listing) { return listing.isImage; };
    if (std::count_if(m_listings.begin(), m_listings.end(), isImage) != 1)
        return;
    const QString only = std::find_if(m_listings.begin(), m_listings.end(), isImage)->digest;
    for (size_t i = 0; i < m_listings.size(); ++i) {
        const QString kind = m_descriptors[i].annotations.value(QStringLiteral("kind"));
        if (!m_listings[i].isImage && m_listings[i].attachedTo.isEmpty()
            && kind.startsWith(QLatin1String("dev.cosignproject.cosign/")))
            m_listings[i].attachedTo = only;
    }
}

/// Many layouts (umoci, skopeo) leave the platform to the config.
Platform OciLayoutSource::platformFromConfig(const Descriptor &descriptor) const
{
    const auto bytes = document(descriptor);
    const auto manifest = bytes ? parseManifest(*bytes, descriptor.digest) : Result<Manifest>(fail(bytes.error()));
    if (!manifest || !mediatype::isImageConfig(manifest->config.mediaType))
        return {};
    const auto config = document(manifest->config);
    if (!config)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(*config).object();
    return {json[QLatin1String("os")].toString(), json[QLatin1String("architecture")].toString(),
            json[QLatin1String("variant")].toString()};
}

/// What the manifest says of a layer, and in notes what of it cannot be read.
void OciLayoutSource::addLayer(const Descriptor &layer, Image &image) const
{
    LayerInfo info;
    info.digest = layer.digest;
    info.mediaType = layer.mediaType;
    info.storedBytes = layer.size;
    info.annotations = layer.annotations;
    info.available = m_files->contains(blobPath(layer.digest));
    const int number = static_cast<int>(image.layers.size());
    if (!info.available && mediatype::isForeignLayer(layer.mediaType))
        image.notes.push_back({QStringLiteral("foreign-layer-missing"), number,
                               layer.urls.isEmpty() ? layer.digest : layer.digest + QLatin1Char(' ') + layer.urls.first(), true});
    else if (!info.available)
        image.notes.push_back({QStringLiteral("layer-missing"), number, layer.digest, true});
    if (!mediatype::isTarLayer(layer.mediaType))
        image.notes.push_back({QStringLiteral("layer-type-unknown"), number, layer.mediaType, true});
    image.layers.push_back(std::move(info));
}

Result<Image> OciLayoutSource::image(int listing) const
{
    if (listing < 0 || static_cast<size_t>(listing) >= m_descriptors.size())
        return fail(ErrorKind::NotFound, m_reference);
    const Descriptor &descriptor = m_descriptors[static_cast<size_t>(listing)];
    if (mediatype::isSchema1(descriptor.mediaType))
        return fail(ErrorKind::NotSupported, m_reference,
                    QStringLiteral("a schema 1 manifest; pull the image again to convert it"));
    if (!descriptor.mediaType.isEmpty() && !mediatype::isManifest(descriptor.mediaType))
        return fail(ErrorKind::NotSupported, m_reference, QStringLiteral("media type ") + descriptor.mediaType.left(200));
    const auto bytes = document(descriptor);
    if (!bytes)
        return fail(bytes.error());
    const auto manifest = parseManifest(*bytes, descriptor.digest);
    if (!manifest)
        return fail(manifest.error());
    if (!manifest->mediaType.isEmpty() && !descriptor.mediaType.isEmpty() && manifest->mediaType != descriptor.mediaType)
        return fail(ErrorKind::Malformed, m_reference,
                    QStringLiteral("listed as %1, calls itself %2").arg(descriptor.mediaType, manifest->mediaType.left(200)));
    if (!mediatype::isImageConfig(manifest->config.mediaType))
        return fail(ErrorKind::NotSupported, m_reference,
                    QStringLiteral("an artifact with the config type ") + manifest->config.mediaType);
    Image image;
    image.reference = m_reference;
    image.name = m_listings[static_cast<size_t>(listing)].name;
    image.sourceKind = m_kind;
    image.manifestDigest = descriptor.digest;
    image.configDigest = manifest->config.digest;
    for (const Descriptor &layer : manifest->layers)
        addLayer(layer, image);
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
    if (!mediatype::isTarLayer(info.mediaType))
        return fail(Error {ErrorKind::NotSupported,
                           info.digest,
                           QStringLiteral("layer of type ") + info.mediaType.left(200),
                           layer,
                           {},
                           -1,
                           -1});
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

std::vector<AttachedDocument> OciLayoutSource::attachments(const Image &image) const
{
    std::vector<AttachedDocument> found;
    qint64 left = statementLimit;
    for (size_t i = 0; i < m_listings.size(); ++i) {
        if (m_listings[i].isImage || m_listings[i].attachedTo.isEmpty() || m_listings[i].attachedTo != image.manifestDigest)
            continue;
        const auto bytes = document(m_descriptors[i]);
        const auto manifest = bytes ? parseManifest(*bytes, m_listings[i].digest) : Result<Manifest>(fail(bytes.error()));
        if (!manifest)
            continue;
        for (const Descriptor &layer : manifest->layers) {
            if (layer.mediaType != QLatin1String("application/vnd.in-toto+json"))
                continue;
            const auto blob = m_files->open(blobPath(layer.digest));
            auto statement = blob ? checkedBlob(**blob, layer, left) : Result<QByteArray>(fail(blob.error()));
            if (!statement)
                continue;
            left -= statement->size();
            found.push_back({layer.digest, std::move(*statement)});
        }
    }
    return found;
}

std::vector<AttachedSignature> OciLayoutSource::signatures(const Image &image) const
{
    std::vector<AttachedSignature> found;
    qint64 left = statementLimit;
    const auto read = [this, &left](const Descriptor &layer) {
        const auto blob = m_files->open(blobPath(layer.digest));
        auto bytes = blob ? checkedBlob(**blob, layer, left) : Result<QByteArray>(fail(blob.error()));
        left -= bytes ? bytes->size() : 0;
        return bytes;
    };
    for (size_t i = 0; i < m_listings.size() && found.size() < platformLimit; ++i) {
        if (m_listings[i].isImage || image.manifestDigest.isEmpty() || m_listings[i].attachedTo != image.manifestDigest)
            continue;
        const auto bytes = document(m_descriptors[i]);
        const auto manifest = bytes ? parseManifest(*bytes, m_listings[i].digest) : Result<Manifest>(fail(bytes.error()));
        if (!manifest)
            continue;
        auto carried = signaturesOf(*manifest, m_listings[i].digest, read);
        for (AttachedSignature &signature : carried)
            signature.attachedTo = image.manifestDigest;
        std::move(carried.begin(), carried.end(), std::back_inserter(found));
    }
    return found;
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
