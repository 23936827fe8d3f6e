// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/tarindex.h"

#include "core/archive/layerreader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>
#include <vector>

namespace waybill {

namespace {

constexpr size_t memberLimit = 2'000'000;

/// libarchive's view of a source that can skip: contents of members are never read.
struct Cursor {
    const ByteSource &source;
    CancelToken cancel;
    std::vector<char> buffer = std::vector<char>(64 * 1024);
    qint64 offset = 0;
    std::optional<Error> error;

    static la_ssize_t read(archive *a, void *self, const void **data)
    {
        auto &cursor = *static_cast<Cursor *>(self);
        if (cursor.cancel.isCancelled()) {
            archive_set_error(a, EIO, "cancelled");
            return ARCHIVE_FATAL;
        }
        const auto got = cursor.source.readAt(cursor.offset, cursor.buffer);
        if (!got) {
            cursor.error = got.error();
            archive_set_error(a, EIO, "input failed");
            return ARCHIVE_FATAL;
        }
        cursor.offset += *got;
        *data = cursor.buffer.data();
        return static_cast<la_ssize_t>(*got);
    }
    static la_int64_t skip(archive *, void *self, la_int64_t request)
    {
        auto &cursor = *static_cast<Cursor *>(self);
        const qint64 step = qBound<qint64>(0, static_cast<qint64>(request), cursor.source.size() - cursor.offset);
        cursor.offset += step;
        return step;
    }
};

std::string linkTargetOf(archive_entry *entry, const std::string &path)
{
    if (const char *hardlink = archive_entry_hardlink(entry))
        return normalisePath(hardlink).value_or(std::string());
    const char *symlink = archive_entry_symlink(entry);
    if (!symlink)
        return {};
    // Docker writes a repeated layer as `<id>/layer.tar -> ../<other>/layer.tar`: resolve against the folder, textually.
    std::vector<std::string> parts;
    const auto push = [&parts](std::string_view text) {
        while (!text.empty()) {
            const size_t slash = text.find('/');
            const std::string_view part = text.substr(0, slash);
            text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
            if (part == ".." && !parts.empty())
                parts.pop_back();
            else if (!part.empty() && part != "." && part != "..")
                parts.emplace_back(part);
        }
    };
    if (symlink[0] != '/') {
        const size_t slash = path.rfind('/');
        push(std::string_view(path).substr(0, slash == std::string::npos ? 0 : slash));
    }
    push(symlink);
    std::string target;
    for (const std::string &part : parts)
        target += (target.empty() ? "" : "/") + part;
    return target;
}

}  // namespace

Result<TarIndex> TarIndex::build(std::shared_ptr<const ByteSource> source, const CancelToken &cancel)
{
    TarIndex index;
    index.m_archive = source;
    Cursor cursor {*source, cancel, std::vector<char>(64 * 1024), 0, std::nullopt};
    const std::unique_ptr<archive, int (*)(archive *)> a(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(a.get());
    archive_read_set_callback_data(a.get(), &cursor);
    archive_read_set_read_callback(a.get(), Cursor::read);
    archive_read_set_skip_callback(a.get(), Cursor::skip);
    if (archive_read_open1(a.get()) != ARCHIVE_OK)
        return cursor.error
            ? fail(*cursor.error)
            : fail(ErrorKind::NotAnImage, source->name(), QStringLiteral("neither a tar archive nor a packed one"));
    qint64 furthest = 0;
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(a.get(), &entry);
        if (status == ARCHIVE_EOF) {
            index.m_truncated = index.m_truncated || furthest > source->size();
            return index;
        }
        if (status == ARCHIVE_FATAL || status == ARCHIVE_RETRY) {
            if (cursor.error)
                return fail(*cursor.error);
            const char *text = archive_error_string(a.get());
            const QString cause = QStringLiteral("tar: ") + QString::fromUtf8(text ? text : "no reason given");
            if (index.m_members.empty())
                return fail(Error {ErrorKind::NotAnImage, source->name(), cause, -1, {}, cursor.offset, -1});
            // What was indexed so far can still be used; the reader of the last member will say where it ends.
            index.m_truncated = true;
            return index;
        }
        const char *stored = archive_entry_pathname(entry);
        const auto path = stored ? normalisePath(stored) : std::nullopt;
        if (!path)
            continue;
        TarMember member;
        member.offset = archive_filter_bytes(a.get(), 0);
        member.size = archive_entry_size(entry);
        member.linkTarget = linkTargetOf(entry, *path);
        member.isFile = member.linkTarget.empty() && archive_entry_filetype(entry) == AE_IFREG;
        // Compared with the size at the end, because that of a packed archive is known only then.
        if (member.isFile && (member.size < 0 || member.size > std::numeric_limits<qint64>::max() - member.offset))
            index.m_truncated = true;
        else if (member.isFile)
            furthest = std::max(furthest, member.offset + member.size);
        if (index.m_members.size() >= memberLimit)
            return fail(ErrorKind::LimitExceeded, source->name(), QStringLiteral("more than %1 members").arg(memberLimit));
        index.m_members[*path] = std::move(member);
    }
}

const TarMember *TarIndex::find(const std::string &path) const
{
    auto found = m_members.find(path);
    if (found != m_members.end() && !found->second.linkTarget.empty())
        found = m_members.find(found->second.linkTarget);
    return found != m_members.end() && found->second.isFile ? &found->second : nullptr;
}

Result<std::unique_ptr<ByteSource>> TarIndex::open(const std::string &path) const
{
    const TarMember *member = find(path);
    if (!member)
        return fail(ErrorKind::MissingPart, m_archive->name(), QString::fromStdString(path));
    auto own = m_archive->fork();
    return sliceOf(own ? std::move(own) : m_archive, member->offset, member->size, m_archive->name());
}

}  // namespace waybill
