// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/image/imagesource.h"
#include "core/remedy/imageedits.h"
#include "core/remedy/layoutwriter.h"

namespace waybill {

/// A file to add in one more layer on top.
struct AddedFile {
    std::string path;  ///< inside the image, no leading slash
    QByteArray content;
};

struct ImageWriteOptions {
    int jobs = 0;                                          ///< threads that compress; 0 = one per processor
    int compressionLevel = 6;                              ///< of gzip, 1 to 9
    QString createdBy = QStringLiteral("waybill remedy");  ///< for the history entry that tells of the change
    std::vector<AddedFile> added;                          ///< sorted by path by the writer; one layer when not empty
};

/// What became of the layers.
struct WrittenImage {
    QString manifestDigest;
    QString configDigest;
    struct Layer {
        int before = -1;  ///< layer of the input, or -1 for one that was added
        QString digest;
        QString diffId;
        qint64 storedBytes = 0;
        bool rewritten = false;
        int droppedFiles = 0;
        int editedFiles = 0;
    };
    std::vector<Layer> layers;
    std::vector<int> droppedLayers;  ///< layers of the input that held nothing but what went
};

/// Writes `image` without what `edits` take away as a new OCI layout at `folder`, which must not exist. Layers that lose
/// nothing are copied byte for byte; the others are streamed through, their records kept as they are, and packed as gzip.
/// Config and history are kept but for diff IDs, a comment on every changed layer and one entry that tells of the change; times
/// are kept, so equal input gives equal bytes. The input is read only, its digests are checked on the way. Memory does not
/// depend on the size of the image. Errors: Usage (place exists), MissingPart, DigestMismatch, NoSpace, Io and those of the
/// readers; when cancelled, Error kind Usage with cause "cancelled". Nothing is left behind on failure.
Result<WrittenImage> writeImage(const ImageSource &source, const Image &image, const ImageEdits &edits, const QString &folder,
                                const ImageWriteOptions &options, const CancelToken &cancel, Progress &progress);

}  // namespace waybill
