// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerfiles.h"

#include "core/archive/layerreader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>

namespace waybill {

namespace {

constexpr qint64 readLimit = 64LL << 20;
constexpr int hopLimit = 8;
constexpr size_t placeLimit = 5'000'000;

/// Where an entry begins in the unpacked tar. The path itself is not kept: its hash finds candidates, their header decides.
struct Place {
    size_t pathHash;
    qint64 header;
};

/// libarchive's tar reader on the unpacked stream, from any header on.
class TarCursor
{
public:
    TarCursor(SeekableStream &stream, qint64 start)
        : m_stream(stream), m_start(start), m_offset(start), m_buffer(256 * 1024), m_archive(archive_read_new())
    {
        archive_read_support_format_tar(m_archive);
        archive_read_set_callback_data(m_archive, this);
        archive_read_set_read_callback(m_archive, onRead);
        archive_read_set_skip_callback(m_archive, onSkip);
        m_open = archive_read_open1(m_archive) == ARCHIVE_OK;
    }
    ~TarCursor() { archive_read_free(m_archive); }
    TarCursor(const TarCursor &) = delete;
    TarCursor &operator=(const TarCursor &) = delete;

    /// The next entry, nullptr at the end. Damaged headers are passed over.
    Result<archive_entry *> next(const CancelToken &cancel)
    {
        m_cancel = cancel;
        for (;;) {
            archive_entry *entry = nullptr;
            const int status = m_open ? archive_read_next_header(m_archive, &entry) : ARCHIVE_FATAL;
            if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
                return entry;
            if (status == ARCHIVE_EOF)
                return nullptr;
            if (status != ARCHIVE_RETRY)
                return fail(failure());
        }
    }
    /// One block of content with its place in the file; empty at the end.
    Result<std::span<const char>> block(qint64 &offset)
    {
        const void *data = nullptr;
        size_t size = 0;
        la_int64_t place = 0;
        const int status = archive_read_data_block(m_archive, &data, &size, &place);
        if (status == ARCHIVE_EOF)
            return std::span<const char>();
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return fail(failure());
        offset = place;
        return std::span<const char>(static_cast<const char *>(data), size);
    }
    qint64 headerOffset() const { return m_start + archive_read_header_position(m_archive); }
    qint64 contentOffset() const { return m_start + archive_filter_bytes(m_archive, 0); }

private:
    Error failure()
    {
        if (m_error)
            return *m_error;
        const char *text = archive_error_string(m_archive);
        const QString cause = QStringLiteral("tar: ") + QString::fromUtf8(text ? text : "no reason given");
        return {cause.contains(QLatin1String("runcated")) ? ErrorKind::Truncated : ErrorKind::Malformed,
                {},
                cause,
                -1,
                {},
                m_offset,
                -1};
    }
    static la_ssize_t onRead(archive *a, void *self, const void **data)
    {
        auto &cursor = *static_cast<TarCursor *>(self);
        const auto got = cursor.m_stream.readAt(cursor.m_offset, cursor.m_buffer, cursor.m_cancel);
        if (!got) {
            cursor.m_error = got.error();
            archive_set_error(a, EIO, "input failed");
            return ARCHIVE_FATAL;
        }
        cursor.m_offset += *got;
        *data = cursor.m_buffer.data();
        if (*got > 0 || cursor.m_closed)
            return static_cast<la_ssize_t>(*got);
        // As in UnpackedStream: tars without closing blocks exist.
        cursor.m_closed = true;
        const qint64 padding = (512 - cursor.m_offset % 512) % 512 + 1024;
        std::memset(cursor.m_buffer.data(), 0, static_cast<size_t>(padding));
        return static_cast<la_ssize_t>(padding);
    }
    /// The stream has to unpack what is skipped, so only its known part may be jumped over blindly.
    static la_int64_t onSkip(archive *, void *self, la_int64_t request)
    {
        auto &cursor = *static_cast<TarCursor *>(self);
        const qint64 size = cursor.m_stream.knownSize();
        if (size < 0)
            return 0;
        const qint64 step = qBound<qint64>(0, static_cast<qint64>(request), size - cursor.m_offset);
        cursor.m_offset += step;
        return step;
    }

    SeekableStream &m_stream;
    qint64 m_start;
    qint64 m_offset;
    std::vector<char> m_buffer;
    archive *m_archive;
    CancelToken m_cancel;
    std::optional<Error> m_error;
    bool m_open = false;
    bool m_closed = false;
};

/// Only what the finding of files needs; readLayer tells the whole story of an entry.
std::optional<Entry> entryOf(archive_entry *source)
{
    const char *stored = archive_entry_pathname(source);
    if (!stored)
        stored = archive_entry_pathname_utf8(source);
    auto path = stored ? normalisePath(stored) : std::nullopt;
    if (!path)
        return std::nullopt;
    Entry entry;
    entry.path = std::move(*path);
    entry.mode = static_cast<quint32>(archive_entry_perm(source)) & 07777U;
    entry.uid = static_cast<quint64>(archive_entry_uid(source));
    entry.gid = static_cast<quint64>(archive_entry_gid(source));
    entry.mtime = archive_entry_mtime(source);
    if (const char *hardlink = archive_entry_hardlink(source)) {
        entry.kind = EntryKind::Hardlink;
        entry.target = normalisePath(hardlink).value_or(std::string());
    } else if (archive_entry_filetype(source) == AE_IFREG) {
        entry.size = std::max<qint64>(0, archive_entry_size(source));
    } else {
        return std::nullopt;
    }
    return entry;
}

}  // namespace

struct LayerFiles::Private {
    SeekableStream stream;
    Duplicates duplicates;
    std::mutex mutex;  ///< guards the rest
    std::vector<Place> places;
    std::unique_ptr<TarCursor> walk;  ///< goes through the layer once, as far as was asked for
    qint64 walkEnd = 0;               ///< unpacked offset the walk has reached
    bool complete = false;

    struct Found {
        Entry entry;
        qint64 header = 0;
        qint64 content = 0;
        bool sparse = false;
    };

    Private(std::shared_ptr<const ByteSource> stored, Duplicates which) : stream(std::move(stored)), duplicates(which) { }
    Result<std::optional<Found>> at(const Place &place, const std::string &path, const CancelToken &cancel);
    Result<std::optional<Found>> search(const std::string &path, const CancelToken &cancel);
    Result<std::optional<Place>> walkOn(size_t wanted, const CancelToken &cancel);
    Result<Found> resolve(const std::string &path, const CancelToken &cancel);
    Result<QByteArray> readSparse(const Found &found, qint64 offset, qint64 length, const CancelToken &cancel);
};

/// Reads the header at a noted place and gives the entry if it is the one of this path.
Result<std::optional<LayerFiles::Private::Found>> LayerFiles::Private::at(const Place &place, const std::string &path,
                                                                          const CancelToken &cancel)
{
    TarCursor cursor(stream, place.header);
    const auto next = cursor.next(cancel);
    if (!next)
        return fail(next.error());
    auto entry = *next ? entryOf(*next) : std::nullopt;
    if (!entry || entry->path != path)
        return std::nullopt;
    return Found {std::move(*entry), place.header, cursor.contentOffset(), archive_entry_sparse_count(*next) > 0};
}

/// Notes places until one with the wanted hash is met (FirstMatch) or the layer ends; then nullopt.
Result<std::optional<Place>> LayerFiles::Private::walkOn(size_t wanted, const CancelToken &cancel)
{
    if (!walk)
        walk = std::make_unique<TarCursor>(stream, walkEnd);
    while (!complete) {
        const auto next = walk->next(cancel);
        if (!next) {
            walk.reset();  // begins again where it was; what was noted stays
            return fail(next.error());
        }
        if (!*next || places.size() >= placeLimit) {
            complete = true;
            walk.reset();
            break;
        }
        const qint64 header = walk->headerOffset();
        if (header < walkEnd)
            continue;  // noted before a cancellation
        walkEnd = header;
        const auto entry = entryOf(*next);
        if (!entry)
            continue;
        if (!places.empty() && places.back().header == header)
            continue;
        places.push_back({std::hash<std::string> {}(entry->path), header});
        if (duplicates == Duplicates::FirstMatch && places.back().pathHash == wanted)
            return places.back();
    }
    return std::nullopt;
}

Result<std::optional<LayerFiles::Private::Found>> LayerFiles::Private::search(const std::string &path, const CancelToken &cancel)
{
    const size_t hash = std::hash<std::string> {}(path);
    if (duplicates == Duplicates::LastMatch) {
        if (auto walked = walkOn(hash, cancel); !walked)
            return fail(walked.error());
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            if (place->pathHash != hash)
                continue;
            if (auto found = at(*place, path, cancel); !found || *found)
                return found;
        }
        return std::nullopt;
    }
    for (size_t i = 0; i < places.size(); ++i) {
        if (places[i].pathHash != hash)
            continue;
        if (auto found = at(places[i], path, cancel); !found || *found)
            return found;
    }
    for (;;) {
        const auto place = walkOn(hash, cancel);
        if (!place)
            return fail(place.error());
        if (!*place)
            return std::nullopt;
        if (auto found = at(**place, path, cancel); !found || *found)
            return found;
    }
}

Result<LayerFiles::Private::Found> LayerFiles::Private::resolve(const std::string &path, const CancelToken &cancel)
{
    std::string wanted = path;
    for (int hop = 0; hop < hopLimit; ++hop) {
        auto found = search(wanted, cancel);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(Error {ErrorKind::NotFound, {}, {}, -1, QByteArray::fromStdString(path), -1, -1});
        if ((*found)->entry.kind != EntryKind::Hardlink)
            return std::move(**found);
        wanted = (*found)->entry.target;
    }
    return fail(Error {ErrorKind::Malformed,
                       {},
                       QStringLiteral("hard links that point at each other"),
                       -1,
                       QByteArray::fromStdString(path),
                       -1,
                       -1});
}

Result<QByteArray> LayerFiles::Private::readSparse(const Found &found, qint64 offset, qint64 length, const CancelToken &cancel)
{
    TarCursor cursor(stream, found.header);
    if (const auto next = cursor.next(cancel); !next)
        return fail(next.error());
    QByteArray window(length, '\0');
    for (;;) {
        qint64 place = 0;
        const auto block = cursor.block(place);
        if (!block)
            return fail(block.error());
        if (block->empty() || place >= offset + length)
            return window;
        const qint64 from = std::max(place, offset);
        const qint64 to = std::min(place + static_cast<qint64>(block->size()), offset + length);
        if (from < to)
            std::memcpy(window.data() + (from - offset), block->data() + (from - place), static_cast<size_t>(to - from));
    }
}

LayerFiles::LayerFiles(std::shared_ptr<const ByteSource> stored, Duplicates duplicates)
    : d(std::make_unique<Private>(std::move(stored), duplicates))
{
}

LayerFiles::~LayerFiles() = default;

SeekableStream &LayerFiles::stream()
{
    return d->stream;
}

Result<Entry> LayerFiles::find(const std::string &path, const CancelToken &cancel)
{
    const std::lock_guard lock(d->mutex);
    auto found = d->resolve(path, cancel);
    if (!found)
        return fail(found.error());
    return std::move(found->entry);
}

Result<QByteArray> LayerFiles::read(const std::string &path, qint64 offset, qint64 length, const CancelToken &cancel)
{
    const std::lock_guard lock(d->mutex);
    const auto found = d->resolve(path, cancel);
    if (!found)
        return fail(found.error());
    if (offset < 0 || offset >= found->entry.size || length <= 0)
        return QByteArray();
    length = std::min({length, readLimit, found->entry.size - offset});
    if (found->sparse)
        return d->readSparse(*found, offset, length, cancel);
    QByteArray bytes(length, Qt::Uninitialized);
    const auto got = d->stream.readAt(found->content + offset, {bytes.data(), static_cast<size_t>(length)}, cancel);
    if (!got)
        return fail(got.error());
    if (*got < length)
        return fail(Error {ErrorKind::Truncated,
                           {},
                           QStringLiteral("the layer ends inside the file"),
                           -1,
                           QByteArray::fromStdString(path),
                           found->content + *got,
                           -1});
    return bytes;
}

}  // namespace waybill
