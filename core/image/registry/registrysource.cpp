// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/registrysource.h"

#include "core/archive/digest.h"
#include "core/image/attachedsignatures.h"
#include "core/image/manifest.h"
#include "core/image/registry/blobdownload.h"
#include "core/image/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill {

namespace {

/// The registry seen as an OCI layout: `index.json` names the one document that the reference led to, blobs are fetched when
/// they are asked for. What may be asked for is only what a fetched document has named. Any thread, one fetch at a time.
class RegistryFiles final : public FileSet
{
public:
    RegistryFiles(const ImageReference &reference, RegistryOptions options, const QString &cacheFolder, CancelToken cancel)
        : m_options(std::move(options)), m_client(reference, m_options), m_cache(cacheFolder), m_cancel(std::move(cancel))
    {
    }

    Result<void> resolve();
    bool contains(const QString &path) const override;
    Result<std::unique_ptr<ByteSource>> open(const QString &path) const override;
    QString name() const override { return m_client.reference().toString(); }

    Result<std::unique_ptr<ByteSource>> openBlob(const QString &digest, qint64 size, const CancelToken &cancel) const;
    void discard(const QString &digest) const { m_cache.remove(digest); }
    QString topDigest() const { return m_top; }
    /// What is attached to a digest under cosign's tags. Errors are silence: most images have nothing there.
    void addSignatures(const QString &digest, std::vector<AttachedSignature> &into) const;

private:
    struct Known {
        qint64 size = -1;
        bool isManifest = false;
    };
    void learn(const QByteArray &document) const;
    Result<QByteArray> document(const QString &digest) const;

    RegistryOptions m_options;
    mutable std::mutex m_mutex;  ///< guards the client and the two maps
    mutable RegistryClient m_client;
    mutable QHash<QString, Known> m_known;
    mutable QHash<QString, QByteArray> m_documents;
    BlobCache m_cache;
    CancelToken m_cancel;
    QByteArray m_index;
    QString m_top;  ///< digest that the reference leads to
};

QString digestOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.size() == 3 ? parts.at(1) + QLatin1Char(':') + parts.at(2) : QString();
}

Result<void> RegistryFiles::resolve()
{
    const ImageReference &reference = m_client.reference();
    auto top = m_client.manifest(reference.manifestName(), m_cancel);
    if (!top)
        return fail(top.error());
    if (mediatype::isSchema1(top->mediaType))
        return fail(ErrorKind::NotSupported, reference.toString(),
                    QStringLiteral("a manifest of schema 1; its publisher has to push it again with a current tool"));
    const QJsonObject descriptor {
        {QStringLiteral("mediaType"), top->mediaType},
        {QStringLiteral("digest"), top->digest},
        {QStringLiteral("size"), top->bytes.size()},
        {QStringLiteral("annotations"), QJsonObject {{QStringLiteral("io.containerd.image.name"), reference.toString()}}}};
    m_index = QJsonDocument(
                  QJsonObject {{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), QJsonArray {descriptor}}})
                  .toJson(QJsonDocument::Compact);
    m_top = top->digest;
    m_known.insert(top->digest, {top->bytes.size(), true});
    m_documents.insert(top->digest, top->bytes);
    learn(top->bytes);
    return {};
}

/// Sizes and kinds of what a manifest or index names.
void RegistryFiles::learn(const QByteArray &document) const
{
    const QJsonObject root = QJsonDocument::fromJson(document).object();
    const auto add = [this](const QJsonValue &value, bool isManifest) {
        const QString digest = value[QLatin1String("digest")].toString();
        if (isValidDigest(digest) && !m_known.contains(digest))
            m_known.insert(digest, {static_cast<qint64>(value[QLatin1String("size")].toDouble(-1)), isManifest});
    };
    const QJsonArray manifests = root[QLatin1String("manifests")].toArray();
    for (const QJsonValue &manifest : manifests)
        add(manifest, true);
    const QJsonArray layers = root[QLatin1String("layers")].toArray();
    for (const QJsonValue &layer : layers)
        add(layer, false);
    add(root[QLatin1String("config")], false);
}

bool RegistryFiles::contains(const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    return path == QLatin1String("index.json") || path == QLatin1String("oci-layout") || m_known.contains(digestOf(path));
}

Result<QByteArray> RegistryFiles::document(const QString &digest) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_documents.constFind(digest); known != m_documents.constEnd())
        return *known;
    auto fetched = m_client.manifest(digest, m_cancel);
    if (!fetched)
        return fail(fetched.error());
    m_documents.insert(digest, fetched->bytes);
    learn(fetched->bytes);
    return fetched->bytes;
}

Result<std::unique_ptr<ByteSource>> RegistryFiles::open(const QString &path) const
{
    const auto inMemory = [&path](const QByteArray &bytes) { return sliceOf(memorySource(bytes, path), 0, bytes.size(), path); };
    if (path == QLatin1String("index.json"))
        return inMemory(m_index);
    if (path == QLatin1String("oci-layout"))
        return inMemory(QByteArrayLiteral("{\"imageLayoutVersion\":\"1.0.0\"}"));
    const QString digest = digestOf(path);
    Known known;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_known.constFind(digest);
        if (found == m_known.constEnd())
            return fail(ErrorKind::MissingPart, digest, QStringLiteral("no document of this image names it"));
        known = *found;
    }
    if (known.isManifest) {
        const auto bytes = document(digest);
        if (!bytes)
            return fail(bytes.error());
        return inMemory(*bytes);
    }
    return openBlob(digest, known.size, m_cancel);
}

Result<std::unique_ptr<ByteSource>> RegistryFiles::openBlob(const QString &digest, qint64 size, const CancelToken &cancel) const
{
    if (auto cached = m_cache.find(digest, size))
        return sliceOf(std::move(cached), 0, size, digest);
    auto partial = m_cache.begin(digest);
    if (!partial)
        return fail(partial.error());
    std::unique_ptr<RegistryClient> client;
    {
        const std::lock_guard lock(m_mutex);
        client = m_client.another();
    }
    return std::make_unique<BlobDownload>(std::move(client), std::move(*partial), digest, size, cancel);
}

void RegistryFiles::addSignatures(const QString &digest, std::vector<AttachedSignature> &into) const
{
    constexpr qint64 payloadLimit = 16 << 20;
    for (const char *ending : {".sig", ".att"}) {
        const QString tag = QString(digest).replace(QLatin1Char(':'), QLatin1Char('-')) + QLatin1String(ending);
        Result<RegistryDocument> document = [&] {
            const std::lock_guard lock(m_mutex);
            return m_client.manifest(tag, m_cancel);
        }();
        const auto manifest
            = document ? parseManifest(document->bytes, document->digest) : Result<Manifest>(fail(document.error()));
        if (!manifest)
            continue;
        const auto read = [this](const Descriptor &layer) -> Result<QByteArray> {
            const auto blob = openBlob(layer.digest, layer.size, m_cancel);
            return blob ? checkedBlob(**blob, layer, payloadLimit) : Result<QByteArray>(fail(blob.error()));
        };
        for (AttachedSignature &signature : signaturesOf(*manifest, document->digest, read)) {
            signature.attachedTo = digest;
            into.push_back(std::move(signature));
        }
    }
}

/// The layout reader does the work; only layers go another way, so that the caller's token can stop their transfer.
class RegistrySource final : public ImageSource
{
public:
    RegistrySource(std::shared_ptr<const RegistryFiles> files, std::shared_ptr<const ImageSource> layout)
        : m_files(std::move(files)), m_layout(std::move(layout))
    {
    }
    SourceKind kind() const override { return SourceKind::Registry; }
    const std::vector<ImageListing> &listings() const override { return m_layout->listings(); }
    Result<Image> image(int listing) const override { return m_layout->image(listing); }
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const override
    {
        return streamLayer(image, layer, CancelToken());
    }
    Result<std::unique_ptr<ByteSource>> streamLayer(const Image &image, int layer, const CancelToken &cancel) const override
    {
        const LayerInfo &info = image.layers.at(static_cast<size_t>(layer));
        return m_files->openBlob(info.digest, info.storedBytes, cancel);
    }
    std::vector<AttachedSignature> signatures(const Image &image) const override
    {
        std::vector<AttachedSignature> found;
        m_files->addSignatures(image.manifestDigest, found);
        // Signers of an image for several platforms sign the index.
        if (m_files->topDigest() != image.manifestDigest)
            m_files->addSignatures(m_files->topDigest(), found);
        return found;
    }
    void discardLayer(const Image &image, int layer) const override
    {
        m_files->discard(image.layers.at(static_cast<size_t>(layer)).digest);
    }

private:
    std::shared_ptr<const RegistryFiles> m_files;
    std::shared_ptr<const ImageSource> m_layout;
};

}  // namespace

Result<std::shared_ptr<const ImageSource>> openRegistryImage(const ImageReference &reference, const RegistryOptions &options,
                                                             const QString &cacheFolder, const CancelToken &cancel)
{
    BlobCache(cacheFolder).trim();
    auto files = std::make_shared<RegistryFiles>(reference, options, cacheFolder, cancel);
    if (auto resolved = files->resolve(); !resolved)
        return fail(resolved.error());
    auto layout = openOciLayout(files, SourceKind::Registry, reference.toString());
    if (!layout)
        return fail(layout.error());
    return std::make_shared<RegistrySource>(std::move(files), std::move(*layout));
}

}  // namespace waybill
