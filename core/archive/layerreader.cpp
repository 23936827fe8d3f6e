// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"

#include "core/archive/entrywatch.h"
#include "core/archive/tarwatch.h"
#include "core/archive/unpackedstream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace waybill {

namespace {

constexpr std::string_view whiteoutPrefix = ".wh.";
constexpr std::string_view opaqueMarker = ".wh..wh..opq";

EntryKind kindOf(archive_entry *entry)
{
    switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
        return EntryKind::Folder;
    case AE_IFLNK:
        return EntryKind::Symlink;
    case AE_IFCHR:
        return EntryKind::CharDevice;
    case AE_IFBLK:
        return EntryKind::BlockDevice;
    case AE_IFIFO:
        return EntryKind::Fifo;
    case AE_IFSOCK:
        return EntryKind::Socket;
    default:
        return EntryKind::File;
    }
}

bool hasOpaqueAttribute(archive_entry *entry)
{
    const char *name = nullptr;
    const void *value = nullptr;
    size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK) {
        const std::string_view key(name ? name : "");
        if ((key == "trusted.overlay.opaque" || key == "user.overlay.opaque") && size == 1
            && *static_cast<const char *>(value) == 'y')
            return true;
    }
    return false;
}

/// A path that climbs, made into one that can be shown: "../../etc/x" becomes "(rejected path)/(up)/(up)/etc/x".
std::string rejectedPath(std::string_view stored)
{
    std::string path = rejectedFolder;
    while (!stored.empty()) {
        const size_t slash = stored.find('/');
        const std::string_view part = stored.substr(0, slash);
        stored = slash == std::string_view::npos ? std::string_view() : stored.substr(slash + 1);
        if (!part.empty() && part != ".")
            path.append("/").append(part == ".." ? "(up)" : part);
    }
    return path;
}

/// Reads one layer; its state dies with the call of readLayer.
class LayerRun final : public EntryContent
{
public:
    LayerRun(const ByteSource &source, EntryVisitor &visitor, const LayerLimits &limits, const CancelToken &cancel,
             Progress *progress)
        : m_stream(source, limits, cancel, progress), m_visitor(visitor), m_limits(limits), m_progress(progress),
          m_name(source.name()), m_archive(archive_read_new()),
          m_watch([this](const char *id, QString detail) { note(id, std::move(detail)); }),
          m_tarWatch([this](const char *id, QString detail) { note(id, std::move(detail)); })
    {
        m_stream.setWatcher([this](std::span<const char> bytes) { m_tarWatch.see(bytes); });
    }
    ~LayerRun() override { archive_read_free(m_archive); }
    LayerRun(const LayerRun &) = delete;
    LayerRun &operator=(const LayerRun &) = delete;

    LayerSummary run();
    Result<std::span<const char>> next() override;

private:
    static la_ssize_t onRead(archive *, void *self, const void **buffer);
    bool openArchive();
    bool readEntries();
    bool visitEntry(archive_entry *entry);
    std::optional<Entry> describe(archive_entry *entry);
    bool applyWhiteout(Entry &entry);
    bool skipRest();
    void note(const char *id, QString detail, bool incomplete = false);
    void setError(ErrorKind kind);
    void finish();

    UnpackedStream m_stream;
    EntryVisitor &m_visitor;
    LayerLimits m_limits;
    Progress *m_progress;
    QString m_name;
    archive *m_archive;
    EntryWatch m_watch;
    TarWatch m_tarWatch;
    LayerSummary m_summary;
    std::optional<Error> m_streamError;
    qint64 m_contentLeft = 0;
    bool m_contentTruncated = false;
    bool m_hasContent = false;
    bool m_stopped = false;
    bool m_failed = false;
};

la_ssize_t LayerRun::onRead(archive *a, void *self, const void **buffer)
{
    auto &run = *static_cast<LayerRun *>(self);
    if (run.m_stream.isCancelled()) {
        archive_set_error(a, EIO, "cancelled");
        return ARCHIVE_FATAL;
    }
    const auto piece = run.m_stream.next();
    if (!piece) {
        run.m_streamError = piece.error();
        archive_set_error(a, EIO, "input failed");
        return ARCHIVE_FATAL;
    }
    // The closing zeros must never pass for content that is missing.
    if (run.m_stream.atRealEnd() && run.m_contentLeft > 0)
        run.m_contentTruncated = true;
    *buffer = piece->data();
    return static_cast<la_ssize_t>(piece->size());
}

void LayerRun::note(const char *id, QString detail, bool incomplete)
{
    const QString name = QString::fromLatin1(id);
    for (LayerOddity &known : m_summary.oddities) {
        if (known.id == name) {
            known.incomplete = known.incomplete || incomplete;
            return;
        }
    }
    if (m_summary.oddities.size() < 100)
        m_summary.oddities.push_back({name, std::move(detail), incomplete});
}

void LayerRun::setError(ErrorKind kind)
{
    if (m_streamError) {
        m_summary.error = *m_streamError;
        return;
    }
    const char *text = archive_error_string(m_archive);  // may be null even after a fatal error
    const QString cause = QStringLiteral("tar: ") + QString::fromUtf8(text ? text : "no reason given");
    if (cause.contains(QLatin1String("runcated")))
        kind = ErrorKind::Truncated;
    m_summary.error = Error {kind, m_name, cause, -1, {}, m_stream.storedCount(), -1};
}

bool LayerRun::openArchive()
{
    archive_read_support_format_tar(m_archive);
    if (archive_read_open(m_archive, this, nullptr, onRead, nullptr) == ARCHIVE_OK)
        return true;
    setError(ErrorKind::NotAnImage);
    return false;
}

LayerSummary LayerRun::run()
{
    if (auto opened = m_stream.open(); !opened) {
        m_summary.error = opened.error();
        return std::move(m_summary);
    }
    m_summary.compression = compressionId(m_stream.compression());
    if (openArchive() && readEntries())
        finish();
    m_summary.cancelled = m_stream.isCancelled() || m_stopped;
    m_summary.storedBytes = m_stream.storedCount();
    m_summary.unpackedBytes = m_stream.unpackedBytes();
    if (m_summary.cancelled)
        m_summary.complete = false;
    return std::move(m_summary);
}

void LayerRun::finish()
{
    // What stands behind the end marker may share its last piece with it.
    m_stream.countHiddenFrom(archive_filter_bytes(m_archive, 0));
    if (auto drained = m_stream.drain(); !drained) {
        m_summary.error = drained.error();
        return;
    }
    if (!m_stream.hasEndBlocks() && m_stream.unpackedBytes() > 0)
        note("unterminated-tar", QStringLiteral("no end-of-archive blocks after %1 bytes").arg(m_stream.unpackedBytes()));
    if (m_stream.hiddenBytes() > 0)
        note("trailing-data", QStringLiteral("%1 bytes behind the end of the archive").arg(m_stream.hiddenBytes()));
    if (m_stream.inflater()->trailingBytes() > 0 && !m_stream.inflater()->trailingIsZero())
        note("undecoded-data",
             QStringLiteral("%1 stored bytes behind the last member").arg(m_stream.inflater()->trailingBytes()));
    m_summary.storedDigest = m_stream.storedDigest();
    m_summary.diffId = m_stream.diffId();
    m_summary.complete = true;
}

bool LayerRun::readEntries()
{
    for (;;) {
        archive_entry *entry = nullptr;
        m_contentLeft = 0;
        const int status = archive_read_next_header(m_archive, &entry);
        if (status == ARCHIVE_EOF)
            return true;
        if (status == ARCHIVE_FATAL) {
            setError(m_summary.entries == 0 && !m_tarWatch.sawHeader() ? ErrorKind::NotAnImage : ErrorKind::Malformed);
            return false;
        }
        if (status == ARCHIVE_RETRY) {
            note("damaged-header", QString::fromUtf8(archive_error_string(m_archive)), true);
            continue;
        }
        if (status == ARCHIVE_WARN)
            note("odd-header", QString::fromUtf8(archive_error_string(m_archive)));
        if (!visitEntry(entry))
            return false;
    }
}

bool LayerRun::visitEntry(archive_entry *entry)
{
    if (++m_summary.entries > m_limits.entries) {
        m_summary.error
            = Error {ErrorKind::LimitExceeded, m_name, QStringLiteral("more than %1 entries").arg(m_limits.entries), -1, {},
                     m_stream.storedCount(),   -1};
        return false;
    }
    if (m_progress)
        m_progress->entriesDone.fetch_add(1, std::memory_order_relaxed);
    auto described = describe(entry);
    m_hasContent = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) && archive_entry_size(entry) > 0;
    m_contentLeft = m_hasContent ? archive_entry_size(entry) : 0;
    if (!described)
        return skipRest();
    m_watch.see(*described);
    // overlayfs marks a folder that hides what is below with an attribute instead of an entry.
    const bool opaque = described->kind == EntryKind::Folder && hasOpaqueAttribute(entry);
    bool goOn = m_visitor.visit(*described, *this);
    if (goOn && opaque) {
        note("overlay-whiteout", QString::fromStdString(described->path));
        described->kind = EntryKind::Opaque;
        goOn = m_visitor.visit(*described, *this);
    }
    m_stopped = !goOn;
    return goOn && skipRest();
}

/// Reads the content that the visitor left, instead of letting libarchive skip it: only so can a missing tail be told from
/// missing padding.
bool LayerRun::skipRest()
{
    while (m_hasContent) {
        const auto piece = next();
        if (!piece)
            return false;
        if (piece->empty())
            break;
    }
    return !m_failed;  // the visitor may have met the error already
}

Result<std::span<const char>> LayerRun::next()
{
    if (!m_hasContent)
        return std::span<const char>();
    const void *data = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(m_archive, &data, &size, &offset);
    if (m_contentTruncated && !m_streamError)
        m_streamError = Error {ErrorKind::Truncated,   m_name, QStringLiteral("ends inside the content of an entry"), -1, {},
                               m_stream.storedCount(), -1};
    if (status == ARCHIVE_EOF && !m_contentTruncated) {
        m_hasContent = false;
        m_contentLeft = 0;
        return std::span<const char>();
    }
    if (m_contentTruncated || (status != ARCHIVE_OK && status != ARCHIVE_WARN)) {
        m_hasContent = false;
        m_failed = true;
        setError(ErrorKind::Malformed);
        return fail(m_summary.error);
    }
    m_contentLeft -= static_cast<qint64>(size);
    m_pieceOffset = offset;
    return std::span<const char>(static_cast<const char *>(data), size);
}

std::optional<Entry> LayerRun::describe(archive_entry *source)
{
    const char *stored = archive_entry_pathname(source);
    if (!stored)
        stored = archive_entry_pathname_utf8(source);
    if (!stored) {
        note("unreadable-path", QStringLiteral("entry %1").arg(m_summary.entries), true);
        return std::nullopt;
    }
    auto path = normalisePath(stored);
    if (!path) {
        note("rejected-path", QString::fromUtf8(stored));
        path = rejectedPath(stored);
    }
    if (stored[0] == '/')
        note("absolute-path", QString::fromUtf8(stored));
    Entry entry;
    entry.path = *path;
    entry.kind = kindOf(source);
    entry.mode = static_cast<quint32>(archive_entry_perm(source)) & 07777U;
    entry.uid = static_cast<quint64>(archive_entry_uid(source));
    entry.gid = static_cast<quint64>(archive_entry_gid(source));
    entry.mtime = archive_entry_mtime(source);
    if (const char *hardlink = archive_entry_hardlink(source)) {
        entry.kind = EntryKind::Hardlink;
        const auto target = normalisePath(hardlink);
        if (!target)
            note("rejected-link", QString::fromUtf8(hardlink));
        entry.target = target.value_or(std::string());
    } else if (const char *symlink = archive_entry_symlink(source)) {
        entry.target = symlink;
    } else if (entry.kind == EntryKind::File) {
        entry.size = std::max<qint64>(0, archive_entry_size(source));
        // Only a sparse file can claim more than a layer may hold; such claims must not spoil sums.
        if (entry.size > m_limits.unpackedBytes) {
            note("sparse-size", QStringLiteral("%1: %2 bytes").arg(QString::fromStdString(entry.path)).arg(entry.size));
            entry.size = m_limits.unpackedBytes;
        }
    } else if (entry.kind == EntryKind::CharDevice && archive_entry_rdev(source) == 0) {
        // Device 0:0 is how overlayfs says "removed"; tars of its upper folder carry it as it is.
        note("overlay-whiteout", QString::fromStdString(entry.path));
        entry.kind = EntryKind::Whiteout;
        return entry;
    }
    if (!applyWhiteout(entry))
        return std::nullopt;
    return entry;
}

/// Turns `.wh.` names into what they mean (image-spec layer.md "Whiteouts"); false for AUFS leftovers that mean nothing.
bool LayerRun::applyWhiteout(Entry &entry)
{
    const size_t slash = entry.path.rfind('/');
    const size_t start = slash == std::string::npos ? 0 : slash + 1;
    const std::string_view base = std::string_view(entry.path).substr(start);
    if (!base.starts_with(whiteoutPrefix))
        return true;
    if (base == opaqueMarker) {
        entry.kind = EntryKind::Opaque;
        entry.path.resize(slash == std::string::npos ? 0 : slash);
    } else if (base.starts_with(".wh..wh.")) {
        return false;
    } else if (base.size() == whiteoutPrefix.size()) {
        note("empty-whiteout", QString::fromStdString(entry.path));
        return false;
    } else {
        entry.kind = EntryKind::Whiteout;
        entry.path.erase(start, whiteoutPrefix.size());
    }
    entry.size = 0;
    entry.target.clear();
    return true;
}

}  // namespace

std::optional<std::string> normalisePath(std::string_view stored)
{
    std::string path;
    path.reserve(stored.size());
    while (!stored.empty()) {
        const size_t slash = stored.find('/');
        const std::string_view part = stored.substr(0, slash);
        stored = slash == std::string_view::npos ? std::string_view() : stored.substr(slash + 1);
        if (part.empty() || part == ".")
            continue;
        if (part == "..")
            return std::nullopt;
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

LayerSummary readLayer(const ByteSource &source, EntryVisitor &visitor, const LayerLimits &limits, const CancelToken &cancel,
                       Progress *progress)
{
    LayerRun run(source, visitor, limits, cancel, progress);
    return run.run();
}

}  // namespace waybill
