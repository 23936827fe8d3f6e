// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/fileset.h"
#include "core/image/imagesource.h"

namespace waybill {

/// Readers of the local formats. Each lists images without reading a layer.
Result<std::shared_ptr<const ImageSource>> openOciLayout(std::shared_ptr<const FileSet> files, SourceKind kind,
                                                         const QString &reference);
/// `notes` are added to every image.
Result<std::shared_ptr<const ImageSource>> openDockerArchive(std::shared_ptr<const FileSet> files, const QString &reference,
                                                             std::vector<ImageNote> notes = {});
Result<std::shared_ptr<const ImageSource>> openRootFileSystem(std::shared_ptr<const ByteSource> archive,
                                                              const QString &reference);
/// A root file system in a folder, read in place. Errors: NotFound, AccessDenied, LimitExceeded.
Result<std::shared_ptr<const ImageSource>> openRootFolder(const QString &folder);
/// The storage folder of an engine, read-only: Docker's with `image/overlay2`, or one of containers/storage with
/// `overlay-images` or `vfs-images`. Errors: NotAnImage, AccessDenied.
Result<std::shared_ptr<const ImageSource>> openStorageFolder(const QString &folder);

}  // namespace waybill
