// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <QJsonObject>

namespace waybill {

/// A content descriptor (image-spec descriptor.md).
struct Descriptor {
    QString mediaType;
    QString digest;  ///< validated form
    qint64 size = -1;
    Platform platform;
    QMap<QString, QString> annotations;
    QString artifactType;
    QStringList urls;  ///< where a foreign layer may be had
};

/// An image manifest: OCI or Docker schema 2, which share their shape.
struct Manifest {
    QString mediaType;
    Descriptor config;
    std::vector<Descriptor> layers;
    QString artifactType;
};

/// An image index or Docker manifest list.
struct Index {
    QString mediaType;
    std::vector<Descriptor> manifests;
};

namespace mediatype {
bool isIndex(const QString &type);
bool isManifest(const QString &type);
bool isImageConfig(const QString &type);
bool isSchema1(const QString &type);
/// A layer whose bytes are a tar, packed or not (image-spec layer.md and Docker's older names). Others (encrypted, squashfs,
/// WebAssembly, charts) are listed and not scanned.
bool isTarLayer(const QString &type);
/// A layer that the registry was not allowed to hold (nondistributable, foreign): often absent.
bool isForeignLayer(const QString &type);
}  // namespace mediatype

/// Errors: Malformed (wrong type, bad digest, negative size), NotSupported (schema 1, foreign config).
Result<Descriptor> parseDescriptor(const QJsonObject &json, const QString &subject);
Result<Manifest> parseManifest(const QByteArray &bytes, const QString &subject);
Result<Index> parseIndex(const QByteArray &bytes, const QString &subject);
/// True when the document has `manifests`; a document with `layers` too is refused by both parsers (CVE-2021-41190).
bool looksLikeIndex(const QByteArray &bytes);

/// Reads an image config into `image`: platform, history, layers' diff IDs (image-spec config.md). Layers that the manifest
/// named keep their digests; history is paired to layers in order of the entries that are not empty, and what does not fit
/// becomes a note. Errors: Malformed.
Result<void> applyConfig(const QByteArray &bytes, const QString &subject, Image &image);

/// A digest-checked read of at most `limit` bytes. Errors: SizeMismatch, DigestMismatch, LimitExceeded, Io.
Result<QByteArray> checkedBlob(const class ByteSource &source, const Descriptor &descriptor, qint64 limit = 4 << 20);

}  // namespace waybill
