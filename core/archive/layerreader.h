// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"
#include "core/archive/digest.h"
#include "core/archive/entry.h"
#include "core/base/canceltoken.h"
#include "core/base/progress.h"

#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace waybill {

/// Content of the entry that is being visited; valid during the visit only, read front to back.
class EntryContent
{
public:
    virtual ~EntryContent() = default;
    /// The next piece of content, empty at the end. Holes of sparse files are not expanded. Errors: Truncated, Malformed.
    virtual Result<std::span<const char>> next() = 0;
    /// Where the piece that next() gave last begins in the file; behind a hole of a sparse file it jumps.
    qint64 pieceOffset() const { return m_pieceOffset; }

protected:
    qint64 m_pieceOffset = 0;
};

/// Receives the entries of a layer in stored order, on the thread that reads the layer.
class EntryVisitor
{
public:
    virtual ~EntryVisitor() = default;
    /// `content` is empty for everything but files. What is not read is skipped. Returning false stops reading.
    virtual bool visit(const Entry &entry, EntryContent &content) = 0;
};

/// Something odd in a layer that did not stop it.
struct LayerOddity {
    QString id;  ///< "unterminated-tar", "rejected-path", "absolute-path", "damaged-header", "trailing-data", ...
    QString detail;
    bool incomplete = false;  ///< part of the layer was not read
};

/// Outcome of reading one layer to its end.
struct LayerSummary {
    QString storedDigest;  ///< as LayerLimits::storedDigest asks, of the stored bytes, empty when not all were read
    QString diffId;        ///< sha256 of the unpacked tar, empty when not all was read
    qint64 storedBytes = 0;
    qint64 unpackedBytes = 0;
    quint32 entries = 0;
    QString compression;
    std::vector<LayerOddity> oddities;  ///< at most one per id and 100 in all; `detail` names the first
    bool complete = false;
    bool cancelled = false;
    Error error;  ///< meaningful when neither complete nor cancelled
};

struct LayerLimits {
    qint64 unpackedBytes = 100LL << 30;
    quint32 entries = 5'000'000;
    Hasher::Algorithm storedDigest = Hasher::Algorithm::Sha256;  ///< what the layer's descriptor asks for
};

/// Folder under which entries are shown whose path leads out of the image; they keep their content and their place in sums.
inline constexpr const char *rejectedFolder = "(rejected path)";

/// Reads a layer once: stored bytes are hashed, unpacked, hashed again and parsed as tar. Compression is told by the bytes.
/// Entries seen before an error have been visited. Uses one thread.
LayerSummary readLayer(const ByteSource &source, EntryVisitor &visitor, const LayerLimits &limits, const CancelToken &cancel,
                       Progress *progress);

/// The path of a tar member as components without ".", empty parts and a leading slash.
/// nullopt when it contains ".." (it could point outside the root).
std::optional<std::string> normalisePath(std::string_view stored);

}  // namespace waybill
