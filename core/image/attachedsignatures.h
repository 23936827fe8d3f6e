// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/imagesource.h"
#include "core/image/manifest.h"

#include <functional>

namespace waybill {

/// The image that the tag of an attachment speaks about ("sha256-<64 hex>.sig", .att and .sbom; cosign's tag scheme):
/// "sha256:<hex>", or empty for every other tag.
QString subjectOfTag(const QString &tag);

/// The image that a manifest names as its subject (image-spec manifest.md, "subject"), or empty.
QString subjectOfManifest(const QByteArray &manifest);

/// Bytes of a blob, checked against its descriptor.
using BlobReader = std::function<Result<QByteArray>(const Descriptor &)>;

/// What a manifest carries of signatures: cosign's simple signing, DSSE envelopes, sigstore bundles, Notary Project JWS. Blobs
/// that are absent, too long or not what their digest says are left out. At most 64.
std::vector<AttachedSignature> signaturesOf(const Manifest &manifest, const QString &digest, const BlobReader &read);

}  // namespace waybill
