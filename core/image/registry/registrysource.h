// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/imagesource.h"
#include "core/image/registry/registryclient.h"

namespace waybill {

/// Opens an image of a registry: the tag is resolved once and everything after is asked for by digest. Layers are downloaded
/// when they are opened, into the blob cache at `cacheFolder`, and can be read while they arrive.
/// Errors: those of RegistryClient and of manifests.
Result<std::shared_ptr<const ImageSource>> openRegistryImage(const ImageReference &reference, const RegistryOptions &options,
                                                             const QString &cacheFolder, const CancelToken &cancel);

}  // namespace waybill
