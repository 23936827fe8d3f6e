// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/foldertar.h"

#include "core/archive/openbelow.h"
#include "core/archive/rawtarheader.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace waybill {

namespace {

constexpr size_t entryLimit = 5'000'000;
constexpr qint64 blockSize = static_cast<qint64>(tarBlockSize);

struct Item {
    std::string path;
    std::string target;
    qint64 offset = 0;  ///< of its first header
    qint64 size = 0;    ///< of its content
    qint64 mtime = 0;
    quint64 uid = 0;
    quint64 gid = 0;
    quint32 mode = 0;
    quint32 major = 0;
    quint32 minor = 0;
    char type = '0';
    bool opaque = false;
};

qint64 padded(qint64 size)
{
    return (size + blockSize - 1) / blockSize * blockSize;
}

void putText(TarBlock &block, size_t offset, size_t length, const std::string &text)
{
    std::memcpy(block.data() + offset, text.data(), std::min(length, text.size()));
}

TarBlock ustar(const Item &item, const std::string &path, char type, qint64 size)
{
    constexpr quint64 sevenDigits = 07777777;
    TarBlock block {};
    putText(block, 0, 100, path);
    tarheader::putNumber(block, 100, 8, item.mode & 07777U);
    tarheader::putNumber(block, 108, 8, std::min(item.uid, sevenDigits));
    tarheader::putNumber(block, 116, 8, std::min(item.gid, sevenDigits));
    tarheader::putNumber(block, 124, 12, static_cast<quint64>(std::min<qint64>(size, 077777777777)));
    tarheader::putNumber(block, 136, 12, static_cast<quint64>(std::clamp<qint64>(item.mtime, 0, 077777777777)));
    block[156] = type;
    putText(block, 157, 100, item.target);
    std::memcpy(block.data() + 257, "ustar\00000", 8);
    tarheader::putNumber(block, 329, 8, std::min<quint64>(item.major, sevenDigits));
    tarheader::putNumber(block, 337, 8, std::min<quint64>(item.minor, sevenDigits));
    tarheader::putSum(block);
    return block;
}

/// Everything in front of the content: a pax header for what ustar cannot say, then the header.
std::string headersOf(const Item &item)
{
    PaxRecords records;
    if (item.path.size() > 100)
        records.emplace_back("path", item.path);
    if (item.target.size() > 100)
        records.emplace_back("linkpath", item.target);
    if (item.size > 077777777777)
        records.emplace_back("size", std::to_string(item.size));
    if (item.uid > 07777777)
        records.emplace_back("uid", std::to_string(item.uid));
    if (item.gid > 07777777)
        records.emplace_back("gid", std::to_string(item.gid));
    if (item.mtime < 0)
        records.emplace_back("mtime", std::to_string(item.mtime));
    if (item.opaque)
        records.emplace_back("SCHILY.xattr.trusted.overlay.opaque", "y");
    std::string bytes;
    const auto add = [&bytes](const TarBlock &block) { bytes.append(block.data(), block.size()); };
    if (!records.empty()) {
        std::string content = writePax(records);
        Item holder;
        holder.mode = 0644;
        add(ustar(holder, "pax-header", 'x', static_cast<qint64>(content.size())));
        content.resize(static_cast<size_t>(padded(static_cast<qint64>(content.size()))), '\0');
        bytes += content;
    }
    add(ustar(item, item.path, item.type, item.size));
    return bytes;
}

/// Collects the entries of a folder without following anything.
class Walk
{
public:
    Walk(int root, FolderTarReport &report, const CancelToken &cancel) : m_root(root), m_report(report), m_cancel(cancel) { }
    Result<std::vector<Item>> run(const QString &name);

private:
    void unreadable(const std::string &path)
    {
        if (m_report.unreadable++ == 0)
            m_report.firstUnreadable = QString::fromStdString(path);
    }
    std::vector<std::string> names(const std::string &folder);
    void add(const std::string &path, std::vector<std::string> &folders);

    int m_root;
    FolderTarReport &m_report;
    CancelToken m_cancel;
    dev_t m_device = 0;
    std::map<std::pair<dev_t, ino_t>, std::string> m_links;
    std::vector<Item> m_items;
};

std::vector<std::string> Walk::names(const std::string &folder)
{
    std::vector<std::string> list;
    const int fd = openBelow(m_root, folder, O_RDONLY | O_DIRECTORY);
    DIR *dir = fd < 0 ? nullptr : ::fdopendir(fd);
    if (!dir) {
        if (fd >= 0)
            ::close(fd);
        unreadable(folder);
        return list;
    }
    while (const dirent *entry = ::readdir(dir)) {
        const std::string_view name(entry->d_name);
        if (name != "." && name != "..")
            list.emplace_back(name);
    }
    ::closedir(dir);
    std::sort(list.begin(), list.end());
    return list;
}

void Walk::add(const std::string &path, std::vector<std::string> &folders)
{
    const std::string inside = path.empty() ? "." : path;
    struct stat status {
    };
    if (::fstatat(m_root, inside.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        unreadable(path);
        return;
    }
    Item item {path, {}, 0, 0, status.st_mtime, status.st_uid, status.st_gid, status.st_mode & 07777U, 0, 0, '0', false};
    const QByteArray full = QByteArray("/proc/self/fd/") + QByteArray::number(m_root) + '/' + QByteArray::fromStdString(inside);
    if (S_ISDIR(status.st_mode)) {
        item.type = '5';
        char mark = 0;
        for (const char *name : {"trusted.overlay.opaque", "user.overlay.opaque"})
            item.opaque = item.opaque || (::lgetxattr(full.constData(), name, &mark, 1) == 1 && mark == 'y');
        if (path.empty())
            m_device = status.st_dev;
        if (status.st_dev == m_device)
            folders.push_back(path);
        else
            ++m_report.otherFileSystems;
        if (path.empty())
            return;
    } else if (const auto [link, isNew]
               = status.st_nlink > 1 ? m_links.try_emplace({status.st_dev, status.st_ino}, path) : std::pair(m_links.end(), true);
               !isNew) {
        item.type = '1';
        item.target = link->second;
    } else if (S_ISLNK(status.st_mode)) {
        item.type = '2';
        item.target.resize(static_cast<size_t>(std::max<qint64>(status.st_size, 4096)) + 1);
        const ssize_t length = ::readlinkat(m_root, inside.c_str(), item.target.data(), item.target.size());
        item.target.resize(static_cast<size_t>(std::max<ssize_t>(0, length)));
    } else if (S_ISREG(status.st_mode)) {
        item.size = status.st_size;
        if (::faccessat(m_root, inside.c_str(), R_OK, AT_SYMLINK_NOFOLLOW | AT_EACCESS) != 0) {
            unreadable(path);
            item.size = 0;
        }
    } else if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) {
        item.type = S_ISCHR(status.st_mode) ? '3' : '4';
        item.major = ::major(status.st_rdev);
        item.minor = ::minor(status.st_rdev);
    } else if (S_ISFIFO(status.st_mode)) {
        item.type = '6';
    } else {
        return;  // a socket means nothing without its process, and tar cannot hold one
    }
    m_items.push_back(std::move(item));
}

Result<std::vector<Item>> Walk::run(const QString &name)
{
    std::vector<std::string> folders;
    add({}, folders);
    while (!folders.empty()) {
        const std::string folder = std::move(folders.back());
        folders.pop_back();
        for (const std::string &entry : names(folder)) {
            if (m_cancel.isCancelled())
                return fail(ErrorKind::Io, name, QStringLiteral("cancelled"));
            if (m_items.size() >= entryLimit)
                return fail(ErrorKind::LimitExceeded, name, QStringLiteral("more than %1 entries").arg(entryLimit));
            add(folder.empty() ? entry : folder + '/' + entry, folders);
        }
    }
    m_report.entries = static_cast<qint64>(m_items.size());
    return std::move(m_items);
}

class FolderTar final : public ByteSource
{
public:
    FolderTar(int root, std::vector<Item> items, QString name) : m_root(root), m_items(std::move(items)), m_name(std::move(name))
    {
        for (Item &item : m_items) {
            item.offset = m_size;
            m_size += static_cast<qint64>(headersOf(item).size()) + padded(item.size);
        }
        m_size += 2 * blockSize;
    }
    ~FolderTar() override { ::close(m_root); }
    FolderTar(const FolderTar &) = delete;
    FolderTar &operator=(const FolderTar &) = delete;

    qint64 size() const override { return m_size; }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override;

private:
    Result<void> copy(const Item &item, qint64 from, std::span<char> into) const;

    int m_root;
    std::vector<Item> m_items;
    QString m_name;
    qint64 m_size = 0;
};

/// Bytes of one item from `from` (counted from its header) on; what is neither header nor content stays zero.
Result<void> FolderTar::copy(const Item &item, qint64 from, std::span<char> into) const
{
    const std::string headers = headersOf(item);
    const auto headerSize = static_cast<qint64>(headers.size());
    if (from < headerSize) {
        const auto length = std::min(into.size(), static_cast<size_t>(headerSize - from));
        std::memcpy(into.data(), headers.data() + from, length);
        into = into.subspan(length);
        from = headerSize;
    }
    const qint64 place = from - headerSize;
    if (into.empty() || place >= item.size)
        return {};
    const int fd = openBelow(m_root, item.path, O_RDONLY | O_NONBLOCK);
    if (fd < 0)
        return fail(Error {errno == EACCES ? ErrorKind::AccessDenied : ErrorKind::Io, m_name,
                           QString::fromLocal8Bit(std::strerror(errno)), -1, QByteArray::fromStdString(item.path), -1, -1});
    size_t wanted = std::min(into.size(), static_cast<size_t>(item.size - place));
    size_t done = 0;
    while (done < wanted) {
        const ssize_t got = ::pread(fd, into.data() + done, wanted - done, place + static_cast<qint64>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += static_cast<size_t>(got);
    }
    ::close(fd);
    return {};
}

Result<qint64> FolderTar::readAt(qint64 offset, std::span<char> into) const
{
    if (offset < 0 || offset >= m_size)
        return 0;
    const auto total = static_cast<size_t>(std::min<qint64>(static_cast<qint64>(into.size()), m_size - offset));
    into = into.first(total);
    std::memset(into.data(), 0, into.size());
    auto item = std::upper_bound(m_items.begin(), m_items.end(), offset, [](qint64 at, const Item &i) { return at < i.offset; });
    if (item != m_items.begin())
        --item;
    for (; item != m_items.end() && item->offset < offset + static_cast<qint64>(total); ++item) {
        const auto next = std::next(item);
        const qint64 end = next == m_items.end() ? m_size - 2 * blockSize : next->offset;
        const qint64 from = std::max(offset, item->offset);
        const qint64 to = std::min(end, offset + static_cast<qint64>(total));
        if (from >= to)
            continue;
        const auto place = into.subspan(static_cast<size_t>(from - offset), static_cast<size_t>(to - from));
        if (auto copied = copy(*item, from - item->offset, place); !copied)
            return fail(copied.error());
    }
    return static_cast<qint64>(total);
}

}  // namespace

int openBelow(int root, const std::string &path, int flags)
{
    int folder = ::dup(root);
    std::string_view rest = path.empty() ? std::string_view(".") : std::string_view(path);
    while (folder >= 0) {
        const size_t slash = rest.find('/');
        const std::string part(rest.substr(0, slash));
        if (part == "..") {
            ::close(folder);
            errno = EACCES;
            return -1;
        }
        const bool last = slash == std::string_view::npos;
        const int next = ::openat(folder, part.c_str(), O_NOFOLLOW | O_CLOEXEC | (last ? flags : O_RDONLY | O_DIRECTORY));
        const int problem = errno;
        ::close(folder);
        errno = problem;
        if (last)
            return next;
        folder = next;
        rest = rest.substr(slash + 1);
    }
    return -1;
}

Result<std::shared_ptr<const ByteSource>> folderAsTar(const QString &folder, FolderTarReport &report, const CancelToken &cancel)
{
    const int root = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return fail(errno == EACCES ? ErrorKind::AccessDenied : ErrorKind::NotFound, folder,
                    QString::fromLocal8Bit(std::strerror(errno)));
    auto items = Walk(root, report, cancel).run(folder);
    if (!items) {
        ::close(root);
        return fail(items.error());
    }
    return std::make_shared<const FolderTar>(root, std::move(*items), folder);
}

}  // namespace waybill
