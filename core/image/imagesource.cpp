// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagesource.h"

#include "core/archive/seekablestream.h"
#include "core/archive/temporarycopy.h"
#include "core/image/registry/blobcache.h"
#include "core/image/registry/hosttrust.h"
#include "core/image/registry/registrysource.h"
#include "core/image/sources.h"

#include <QFileInfo>
#include <QSet>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr qint64 unpackLimit = 200LL << 30;

bool looksLikeRoot(const TarIndex &index)
{
    const auto &members = index.members();
    const auto below = [&members](const std::string &folder) {
        if (members.contains(folder))
            return true;
        return std::any_of(members.begin(), members.end(),
                           [&folder](const auto &member) { return member.first.starts_with(folder + '/'); });
    };
    return below("etc") || below("usr") || below("bin");
}

/// True when every image of the docker manifest is one of those that the index lists.
bool agree(const ImageSource &layout, const ImageSource &docker)
{
    QSet<QString> configs;
    for (int i = 0; i < static_cast<int>(layout.listings().size()); ++i) {
        if (const auto image = layout.image(i))
            configs.insert(image->configDigest);
    }
    return std::all_of(docker.listings().begin(), docker.listings().end(),
                       [&configs](const ImageListing &listing) { return configs.contains(listing.digest); });
}

/// index.json is the richer description; manifest.json serves where that cannot be used. Where the two name different images
/// the docker manifest is followed, as `docker load` does, and the image says so.
Result<std::shared_ptr<const ImageSource>> openDescribed(const std::shared_ptr<const FileSet> &files, SourceKind layoutKind,
                                                         const QString &path)
{
    Result<std::shared_ptr<const ImageSource>> layout = fail(ErrorKind::NotAnImage, path);
    const bool hasIndex = files->contains(QStringLiteral("index.json"));
    if (hasIndex)
        layout = openOciLayout(files, layoutKind, path);
    if (!files->contains(QStringLiteral("manifest.json")) && !files->contains(QStringLiteral("repositories")))
        return layout;
    auto docker = openDockerArchive(files, path);
    if (!docker)
        return layout || hasIndex ? layout : docker;
    if (!layout)
        return docker;
    if (agree(**layout, **docker))
        return layout;
    return openDockerArchive(files, path, {{QStringLiteral("index-manifest-disagree"), -1, {}, false}});
}

Result<std::shared_ptr<const ImageSource>> openFolder(const QString &path)
{
    auto files = folderFiles(path);
    const auto has = [&path](const char *name) { return QFileInfo::exists(path + QLatin1Char('/') + QLatin1String(name)); };
    if (has("index.json") || has("manifest.json") || has("repositories"))
        return openDescribed(files, SourceKind::OciLayout, path);
    if (has("image/overlay2") || has("overlay-images") || has("vfs-images"))
        return openStorageFolder(path);
    if (has("etc") || has("usr") || has("bin"))
        return openRootFolder(path);
    if (!QFileInfo(path).isReadable())
        return fail(ErrorKind::AccessDenied, path);
    return fail(ErrorKind::NotAnImage, path,
                QStringLiteral("a folder without index.json, manifest.json, an image storage or a root file system"));
}

/// `archive` is the tar, `stored` the file as it lies there, packed or not.
Result<std::shared_ptr<const ImageSource>> openTar(const std::shared_ptr<const ByteSource> &archive,
                                                   const std::shared_ptr<const ByteSource> &stored, const QString &path)
{
    auto index = TarIndex::build(archive);
    if (!index)
        return fail(index.error());
    const bool truncated = index->truncated();
    const bool root = looksLikeRoot(*index);
    const auto files = tarFiles(std::move(*index), path);
    const auto has = [&files](const char *name) { return files->contains(QLatin1String(name)); };
    if (has("index.json") || has("manifest.json") || has("repositories")) {
        auto described = openDescribed(files, SourceKind::OciArchive, path);
        // A root file system may have such files of its own.
        if (described || !root)
            return described;
    }
    if (truncated)
        return fail(Error {ErrorKind::Truncated, path, QStringLiteral("ends before its manifest"), -1, {}, stored->size(), -1});
    if (root)
        return openRootFileSystem(stored, path);
    return fail(ErrorKind::NotAnImage, path, QStringLiteral("a tar without manifest.json, index.json or a root file system"));
}

/// True when the packed bytes can be entered in the middle, so that members are read in place; zstd only with many frames.
bool canSeek(const SeekableStream &stream)
{
    return stream.compression() == Compression::Gzip;
}

QString hostArchitecture()
{
    const QString cpu = QSysInfo::currentCpuArchitecture();
    if (cpu == QLatin1String("x86_64"))
        return QStringLiteral("amd64");
    return cpu;
}

}  // namespace

Result<std::shared_ptr<const ImageSource>> openImageSource(const QString &path)
{
    if (QFileInfo(path).isDir())
        return openFolder(path);
    auto file = openFile(path);
    if (!file)
        return fail(file.error());
    return openImageArchive(std::move(*file), path);
}

Result<std::shared_ptr<const ImageSource>> openImageSource(const QString &pathOrReference, const OpenOptions &options)
{
    if (QFileInfo::exists(pathOrReference) || !ImageReference::looksRemote(pathOrReference))
        return openImageSource(pathOrReference);
    const auto reference = ImageReference::parse(pathOrReference);
    if (!reference)
        return fail(reference.error());
    if (options.offline)
        return fail(ErrorKind::Unreachable, reference->toString(), QStringLiteral("offline was asked for"));
    RegistryOptions registry;
    registry.credentials = CredentialStore::ofUser();
    registry.trust = trustFor(*reference);
    registry.trust.allowPlainHttp = options.plainHttp;
    return openRegistryImage(*reference, registry,
                             options.cacheFolder.isEmpty() ? BlobCache::defaultFolder() : options.cacheFolder, options.cancel);
}

Result<std::shared_ptr<const ImageSource>> openImageArchive(std::shared_ptr<const ByteSource> archive, const QString &reference)
{
    if (archive->size() == 0)
        return fail(ErrorKind::NotAnImage, reference, QStringLiteral("the file is empty"));
    std::array<char, 16> first {};
    const auto got = archive->readAt(0, first);
    if (!got)
        return fail(got.error());
    const Compression compression = sniffCompression({first.data(), static_cast<size_t>(*got)});
    if (compression == Compression::None)
        return openTar(archive, archive, reference);
    auto stream = std::make_unique<SeekableStream>(archive);
    if (canSeek(*stream))
        return openTar(unpackedSource(std::move(stream), archive->name()), archive, reference);
    auto unpacked = unpackToTemporary(*archive, compression, unpackLimit, {});
    if (!unpacked)
        return fail(unpacked.error());
    return openTar(*unpacked, archive, reference);
}

Result<int> selectListing(const ImageSource &source, const QString &name, const QString &platform)
{
    const auto &listings = source.listings();
    const QString host = hostArchitecture();
    int first = -1;
    int native = -1;
    for (int i = 0; i < static_cast<int>(listings.size()); ++i) {
        const ImageListing &listing = listings[static_cast<size_t>(i)];
        const bool named = name.isEmpty() || listing.name == name || listing.digest == name;
        const QString here = listing.platform.toString();
        const bool onPlatform = platform.isEmpty() || here == platform || here.startsWith(platform + QLatin1Char('/'));
        if (!listing.isImage || !named || !onPlatform)
            continue;
        // What is listed but not in this source (other platforms of a pulled index) is only taken for want of better.
        if (first < 0 || (listing.available && !listings[static_cast<size_t>(first)].available))
            first = i;
        if (listing.platform.architecture == host
            && (native < 0 || (listing.available && !listings[static_cast<size_t>(native)].available)))
            native = i;
    }
    if (native >= 0 && (listings[static_cast<size_t>(native)].available || !listings[static_cast<size_t>(first)].available))
        return native;
    if (first >= 0)
        return first;
    return fail(ErrorKind::NotFound, name.isEmpty() ? platform : name, QStringLiteral("no such image in this source"));
}

}  // namespace waybill
