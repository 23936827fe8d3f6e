// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/imagewriter.h"

#include "core/archive/gzipwriter.h"
#include "core/archive/unpackedstream.h"
#include "core/remedy/writtenconfig.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t copyBuffer = 1 << 20;

tl::unexpected<Error> cancelled(const QString &subject)
{
    return fail(ErrorKind::Usage, subject, QStringLiteral("cancelled"));
}

/// An error of a layer says which layer.
template <typename T>
Result<T> ofLayer(Result<T> result, int layer)
{
    if (!result)
        result.error().layer = layer;
    return result;
}

class ImageWrite
{
public:
    ImageWrite(const ImageSource &source, const Image &image, const ImageEdits &edits, const ImageWriteOptions &options,
               const CancelToken &cancel, Progress &progress, LayoutWriter &layout)
        : m_source(source), m_image(image), m_edits(edits), m_options(options), m_cancel(cancel), m_progress(progress),
          m_layout(layout)
    {
    }
    Result<WrittenImage> run();

private:
    using Layer = WrittenImage::Layer;
    Result<void> writeLayer(int layer);
    Result<Layer> copyLayer(int layer, const ByteSource &bytes);
    Result<std::optional<Layer>> rewriteLayer(int layer, const ByteSource &bytes, bool anyway);
    Result<void> checkInput(int layer, UnpackedStream &stream) const;
    Result<void> addLayer();
    Result<void> writeMetadata();
    void append(Layer layer, const QString &mediaType);

    const ImageSource &m_source;
    const Image &m_image;
    const ImageEdits &m_edits;
    const ImageWriteOptions &m_options;
    CancelToken m_cancel;
    Progress &m_progress;
    LayoutWriter &m_layout;
    WrittenImage m_written;
    QStringList m_mediaTypes;
};

void ImageWrite::append(Layer layer, const QString &mediaType)
{
    m_written.layers.push_back(std::move(layer));
    m_mediaTypes.append(mediaType);
    m_progress.layersDone.fetch_add(1);
}

Result<ImageWrite::Layer> ImageWrite::copyLayer(int layer, const ByteSource &bytes)
{
    const LayerInfo &info = m_image.layers[static_cast<size_t>(layer)];
    auto blob = m_layout.newBlob();
    if (!blob)
        return fail(blob.error());
    std::vector<char> buffer(copyBuffer);
    for (qint64 offset = 0; offset < bytes.size();) {
        if (m_cancel.isCancelled())
            return cancelled(bytes.name());
        const auto got = bytes.readAt(offset, buffer);
        if (!got)
            return fail(got.error());
        if (*got == 0)
            return fail(ErrorKind::Truncated, bytes.name());
        if (auto written = (*blob)->write({buffer.data(), static_cast<size_t>(*got)}); !written)
            return fail(written.error());
        offset += *got;
        m_progress.bytesDone.fetch_add(*got, std::memory_order_relaxed);
    }
    const auto done = (*blob)->finish();
    if (!done)
        return fail(done.error());
    if (info.digest.startsWith(QLatin1String("sha256:")) && info.digest != done->digest)
        return fail(ErrorKind::DigestMismatch, info.digest, QStringLiteral("the bytes have ") + done->digest);
    return Layer {layer, done->digest, info.diffId, done->size};
}

Result<void> ImageWrite::checkInput(int layer, UnpackedStream &stream) const
{
    if (auto drained = stream.drain(); !drained)
        return drained;
    if (m_cancel.isCancelled())
        return cancelled(m_image.reference);
    const LayerInfo &info = m_image.layers[static_cast<size_t>(layer)];
    const QString stored = stream.storedDigest();
    const QString diffId = stream.diffId();
    if (info.digest.startsWith(QLatin1String("sha256:")) && info.digest != stored)
        return fail(ErrorKind::DigestMismatch, info.digest, QStringLiteral("the bytes have ") + stored);
    if (info.diffId.startsWith(QLatin1String("sha256:")) && info.diffId != diffId)
        return fail(ErrorKind::DigestMismatch, info.diffId, QStringLiteral("the unpacked bytes have ") + diffId);
    return {};
}

/// nullopt when no record changed: then the layer is copied as it is, unless `anyway` is set.
Result<std::optional<ImageWrite::Layer>> ImageWrite::rewriteLayer(int layer, const ByteSource &bytes, bool anyway)
{
    UnpackedStream stream(bytes, LayerLimits {}, m_cancel, &m_progress);
    if (auto opened = stream.open(); !opened)
        return fail(opened.error());
    auto blob = m_layout.newBlob();
    if (!blob)
        return fail(blob.error());
    const PieceSink store = [&blob](std::span<const char> piece) { return (*blob)->write(piece); };
    GzipWriter gzip(store, m_options.compressionLevel, m_options.jobs);
    Hasher unpacked;
    const PieceSink sink = [&](std::span<const char> piece) {
        unpacked.add(piece);
        return gzip.add(piece);
    };
    const PieceSource source = [&]() -> Result<std::span<const char>> {
        if (m_cancel.isCancelled())
            return cancelled(bytes.name());
        auto piece = stream.next();
        // The closing zeros of the stream are no bytes of the layer.
        return piece && stream.atRealEnd() ? Result<std::span<const char>>(std::span<const char>()) : piece;
    };
    LayerEditor editor(m_edits, layer);
    if (auto copied = copyTar(source, sink, editor, bytes.name()); !copied)
        return fail(copied.error());
    if (auto checked = checkInput(layer, stream); !checked)
        return fail(checked.error());
    if (!editor.changed() && !anyway)
        return std::nullopt;
    if (auto finished = gzip.finish(); !finished)
        return fail(finished.error());
    Layer result {layer, {}, unpacked.finishDigest(), 0, true, editor.droppedFiles, editor.edited};
    if (editor.kept == 0)
        return result;  // the digest stays empty: nothing is left to store
    const auto done = (*blob)->finish();
    if (!done)
        return fail(done.error());
    result.digest = done->digest;
    result.storedBytes = done->size;
    return result;
}

Result<void> ImageWrite::writeLayer(int layer)
{
    const LayerInfo &info = m_image.layers[static_cast<size_t>(layer)];
    if (!info.available)
        return fail(ErrorKind::MissingPart, info.digest, QStringLiteral("the layer is not in this source"));
    const auto bytes = m_source.openLayer(m_image, layer);
    if (!bytes)
        return fail(bytes.error());
    std::array<char, 16> first {};
    const auto got = (*bytes)->readAt(0, first);
    if (!got)
        return fail(got.error());
    const Compression compression = sniffCompression({first.data(), static_cast<size_t>(*got)});
    const bool foreign = compression == Compression::Bzip2 || compression == Compression::Xz;
    if (foreign || m_edits.mayChange(layer)) {
        auto rewritten = rewriteLayer(layer, **bytes, foreign);
        if (!rewritten)
            return fail(rewritten.error());
        if (*rewritten) {
            if ((*rewritten)->digest.isEmpty())
                m_written.droppedLayers.push_back(layer);
            else
                append(std::move(**rewritten), QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip"));
            return {};
        }
    }
    auto copied = copyLayer(layer, **bytes);
    if (!copied)
        return fail(copied.error());
    QString type = QStringLiteral("application/vnd.oci.image.layer.v1.tar");
    if (compression != Compression::None)
        type += QLatin1Char('+') + compressionId(compression);
    append(std::move(*copied), type);
    return {};
}

Result<void> ImageWrite::addLayer()
{
    std::vector<AddedFile> files = m_options.added;
    std::sort(files.begin(), files.end(), [](const AddedFile &a, const AddedFile &b) { return a.path < b.path; });
    auto blob = m_layout.newBlob();
    if (!blob)
        return fail(blob.error());
    const PieceSink store = [&blob](std::span<const char> piece) { return (*blob)->write(piece); };
    GzipWriter gzip(store, m_options.compressionLevel, m_options.jobs);
    Hasher unpacked;
    const auto put = [&](std::span<const char> bytes) {
        unpacked.add(bytes);
        return gzip.add(bytes);
    };
    std::unordered_set<std::string> folders;
    for (const AddedFile &file : files) {
        Entry entry;
        for (size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1)) {
            entry.path = file.path.substr(0, slash);
            entry.kind = EntryKind::Folder;
            entry.mode = 0755;
            // Folders that the image has already keep their owner and mode.
            if (m_edits.hasFolder(entry.path) || !folders.insert(entry.path).second)
                continue;
            if (auto written = put(tarRecord(entry, {})); !written)
                return written;
        }
        entry = {};
        entry.path = file.path;
        entry.mode = 0644;
        if (auto written = put(tarRecord(entry, {file.content.constData(), static_cast<size_t>(file.content.size())})); !written)
            return written;
    }
    if (auto written = put(std::vector<char>(1024)); !written)
        return written;
    if (auto finished = gzip.finish(); !finished)
        return finished;
    const auto done = (*blob)->finish();
    if (!done)
        return fail(done.error());
    append(Layer {-1, done->digest, unpacked.finishDigest(), done->size, true},
           QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip"));
    return {};
}

Result<void> ImageWrite::writeMetadata()
{
    const auto config = m_layout.addBlob(writtenConfig(m_image, m_written, m_options, m_edits.removedFiles()));
    if (!config)
        return fail(config.error());
    m_written.configDigest = config->digest;
    const auto manifest = m_layout.addBlob(writtenManifest(m_image, m_written, *config, m_mediaTypes));
    if (!manifest)
        return fail(manifest.error());
    m_written.manifestDigest = manifest->digest;
    return m_layout.commit(writtenIndex(m_image, *manifest));
}

Result<WrittenImage> ImageWrite::run()
{
    m_progress.stage = Stage::WritingImage;
    m_progress.bytesTotal = m_image.storedBytes();
    m_progress.bytesDone = 0;
    m_progress.layersTotal = static_cast<int>(m_image.layers.size());
    m_progress.layersDone = 0;
    for (int layer = 0; layer < static_cast<int>(m_image.layers.size()); ++layer) {
        if (auto written = ofLayer(writeLayer(layer), layer); !written)
            return fail(written.error());
    }
    if (!m_options.added.empty()) {
        if (auto written = addLayer(); !written)
            return fail(written.error());
    }
    if (m_cancel.isCancelled())
        return cancelled(m_image.reference);
    if (auto written = writeMetadata(); !written)
        return fail(written.error());
    return std::move(m_written);
}

}  // namespace

Result<WrittenImage> writeImage(const ImageSource &source, const Image &image, const ImageEdits &edits, const QString &folder,
                                const ImageWriteOptions &options, const CancelToken &cancel, Progress &progress)
{
    const auto layout = LayoutWriter::create(folder);
    if (!layout)
        return fail(layout.error());
    return ImageWrite(source, image, edits, options, cancel, progress, **layout).run();
}

}  // namespace waybill
