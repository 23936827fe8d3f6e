// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/fileset.h"
#include "core/image/imagesource.h"

namespace waybill {

/// Readers of the local formats. Each lists images without reading a layer.
Result<std::shared_ptr<const ImageSource>> openOciLayout(std::shared_ptr<const FileSet> files, SourceKind kind,
                                                         const QString &reference);
Result<std::shared_ptr<const ImageSource>> openDockerArchive(std::shared_ptr<const FileSet> files, const QString &reference);
Result<std::shared_ptr<const ImageSource>> openRootFileSystem(std::shared_ptr<const ByteSource> archive,
                                                              const QString &reference);

}  // namespace waybill
