// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagesource.h"

#include "core/archive/temporarycopy.h"
#include "core/image/sources.h"

#include <QFileInfo>
#include <QSysInfo>

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

Result<std::shared_ptr<const ImageSource>> openFolder(const QString &path)
{
    auto files = folderFiles(path);
    if (files->contains(QStringLiteral("index.json")))
        return openOciLayout(std::move(files), SourceKind::OciLayout, path);
    if (files->contains(QStringLiteral("manifest.json")))
        return openDockerArchive(std::move(files), path);
    return fail(ErrorKind::NotAnImage, path, QStringLiteral("a folder without index.json or manifest.json"));
}

/// index.json is the richer description; manifest.json serves where that cannot be used.
Result<std::shared_ptr<const ImageSource>> openTar(std::shared_ptr<const ByteSource> archive, const QString &path)
{
    auto index = TarIndex::build(archive);
    if (!index)
        return fail(index.error());
    const bool truncated = index->truncated();
    const bool root = looksLikeRoot(*index);
    auto files = tarFiles(std::move(*index), path);
    std::optional<Error> problem;
    if (files->contains(QStringLiteral("index.json"))) {
        auto source = openOciLayout(files, SourceKind::OciArchive, path);
        if (source)
            return source;
        problem = source.error();
    }
    if (files->contains(QStringLiteral("manifest.json")))
        return openDockerArchive(std::move(files), path);
    if (problem)
        return fail(*problem);
    if (truncated)
        return fail(Error {ErrorKind::Truncated, path, QStringLiteral("ends before its manifest"), -1, {}, archive->size(), -1});
    if (root)
        return openRootFileSystem(std::move(archive), path);
    return fail(ErrorKind::NotAnImage, path, QStringLiteral("a tar without manifest.json, index.json or a root file system"));
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
        return openTar(std::move(archive), reference);
    auto unpacked = unpackToTemporary(*archive, compression, unpackLimit, {});
    if (!unpacked)
        return fail(unpacked.error());
    return openTar(std::move(*unpacked), reference);
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
        if (first < 0)
            first = i;
        if (native < 0 && listing.platform.architecture == host)
            native = i;
    }
    if (native >= 0)
        return native;
    if (first >= 0)
        return first;
    return fail(ErrorKind::NotFound, name.isEmpty() ? platform : name, QStringLiteral("no such image in this source"));
}

}  // namespace waybill
