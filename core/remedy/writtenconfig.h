// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/imagewriter.h"

namespace waybill {

/// The config of the changed image (image-spec config.md): the old one with new diff IDs and history, all other fields kept.
QByteArray writtenConfig(const Image &image, const WrittenImage &written, const ImageWriteOptions &options, quint32 removedFiles);
/// The manifest (image-spec manifest.md); an annotation names the digest of the image it was made from.
QByteArray writtenManifest(const Image &image, const WrittenImage &written, const WrittenBlob &config,
                           const QStringList &mediaTypes);
/// The index of a layout with this one image under its old tag, or "latest" (image-spec image-layout.md).
QByteArray writtenIndex(const Image &image, const WrittenBlob &manifest);

}  // namespace waybill
