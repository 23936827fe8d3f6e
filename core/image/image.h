// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <vector>

namespace waybill {

/// Where an image was read from.
enum class SourceKind : quint8 { DockerArchive, OciLayout, OciArchive, RootFileSystem, Registry, Engine };
QLatin1String sourceKindId(SourceKind kind);  ///< "docker-archive", "oci-layout", "oci-archive", ...

/// OCI platform of an image (image-spec image-index.md).
struct Platform {
    QString os;
    QString architecture;
    QString variant;
    QString toString() const;  ///< "linux/arm64/v8"; empty when nothing is known
    bool operator==(const Platform &) const = default;
};

/// One entry of the image history (image-spec config.md), layer or not.
struct HistoryItem {
    QString createdBy;
    QString comment;
    QString author;
    QDateTime created;  ///< UTC, invalid when absent or unreadable
    bool emptyLayer = false;
};

/// What is known of a layer before its content is read.
struct LayerInfo {
    QString digest;     ///< of the bytes as stored; empty when the source does not name one
    QString diffId;     ///< of the uncompressed tar, as the config says
    QString mediaType;  ///< as declared
    qint64 storedBytes = -1;
    int historyIndex = -1;  ///< into Image::history, or -1 when not recorded
    QString createdBy;      ///< the build instruction, or empty when not recorded
    QDateTime created;
    bool available = true;               ///< false: referred to, but not in this source
    QMap<QString, QString> annotations;  ///< of the layer's descriptor
};

/// Something odd about the image that does not stop reading it.
struct ImageNote {
    QString id;      ///< "history-surplus", "diff-id-mismatch", "unterminated-tar", ... (sentence in core/report/messages)
    int layer = -1;  ///< from 0, or -1
    QString detail;  ///< names and numbers, English, no sentence
    bool incomplete = false;  ///< true: part of the image was not read, so results are incomplete
};

/// Facts of one image for one platform, from manifest and config. Immutable once made; plain value.
struct Image {
    QString reference;  ///< as the user named it
    QString name;       ///< tag or annotation inside the source, may be empty
    SourceKind sourceKind = SourceKind::DockerArchive;
    QString manifestDigest;  ///< empty for docker-archives without one
    QString configDigest;    ///< the image id
    Platform platform;
    QDateTime created;
    QString author;
    QStringList env, entrypoint, cmd, exposedPorts;
    QString user, workingDir;
    QMap<QString, QString> labels;
    std::vector<LayerInfo> layers;  ///< lowest first
    std::vector<HistoryItem> history;
    std::vector<ImageNote> notes;
    QByteArray rawConfig;  ///< the config as stored, for writing a changed image; not kept in review files

    qint64 storedBytes() const;  ///< sum over layers, 0 for unknown sizes
};

/// One line of what a source offers.
struct ImageListing {
    QString name;  ///< tag, or empty
    QString digest;
    Platform platform;
    bool isImage = true;  ///< false: an artifact or attestation, shown but not opened
    QString mediaType;
    bool available = true;  ///< false: the index names it, and its manifest is not in this source
    QString attachedTo;     ///< digest of the image that an attestation or other attachment speaks about, or empty
};

}  // namespace waybill
