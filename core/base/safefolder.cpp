// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/safefolder.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill {

namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

bool isPlainName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos
        && name.find('\0') == std::string_view::npos;
}

bool isPlainPath(std::string_view path)
{
    for (;;) {
        const size_t slash = path.find('/');
        if (!isPlainName(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

/// "name~2": another name for the same thing.
std::string variant(const std::string &path, int number, size_t longest)
{
    const std::string suffix = '~' + std::to_string(number);
    const std::string name = path.substr(path.rfind('/') + 1);  // npos + 1 is the whole
    const std::string folder = path.substr(0, path.size() - name.size());
    return folder + name.substr(0, std::min(name.size(), longest - suffix.size())) + suffix;
}

/// Gives a temporary file its name without touching one that is there.
int renameToFree(int folder, const char *from, const char *to)
{
    if (renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // This file system cannot do it in one step; a second name is refused just as well when the first is taken.
    if (linkat(folder, from, folder, to, 0) != 0)
        return errno;
    return unlinkat(folder, from, 0) == 0 ? 0 : errno;
}

}  // namespace

std::string_view SafeFolder::parentOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string SafeFolder::nameOf(std::string_view path)
{
    return std::string(path.substr(path.rfind('/') + 1));
}

SafeFolder::SafeFolder(int descriptor, QString path) : m_path(std::move(path)), m_root(descriptor) { }

SafeFolder::~SafeFolder()
{
    if (m_last >= 0)
        close(m_last);
    close(m_root);
}

Result<std::unique_ptr<SafeFolder>> SafeFolder::open(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        const ErrorKind kind = errno == ENOENT || errno == ENOTDIR ? ErrorKind::NotFound
            : errno == EACCES || errno == EPERM                    ? ErrorKind::AccessDenied
                                                                   : ErrorKind::Io;
        return fail(kind, path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    std::unique_ptr<SafeFolder> folder(new SafeFolder(descriptor, path));
    folder->probe();
    return folder;
}

/// Asks the file system itself what names it takes: nothing else knows.
void SafeFolder::probe()
{
    const long longest = fpathconf(m_root, _PC_NAME_MAX);
    m_names.longest = longest > 32 ? static_cast<size_t>(longest) : 255;
    const std::string name = temporaryName() + "\xff:?";
    const int descriptor = openat(m_root, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    m_names.anyBytes = descriptor >= 0;
    if (descriptor >= 0) {
        close(descriptor);
        unlinkat(m_root, name.c_str(), 0);
    }
}

std::string SafeFolder::temporaryName()
{
    return ".waybill-" + std::to_string(getpid()) + '-' + std::to_string(++m_counter);
}

Error SafeFolder::failure(const std::string &path, int code) const
{
    ErrorKind kind = ErrorKind::Io;
    if (code == ELOOP || code == ENOTDIR || code == EACCES || code == EPERM || code == EROFS || code == EISDIR)
        kind = ErrorKind::AccessDenied;
    else if (code == ENOSPC || code == EDQUOT)
        kind = ErrorKind::NoSpace;
    else if (code == EFBIG || code == ENAMETOOLONG)
        kind = ErrorKind::LimitExceeded;
    return {kind, m_path, QString::fromLocal8Bit(std::strerror(code)), -1, QByteArray::fromStdString(path), -1, -1};
}

/// A descriptor of a folder inside; it belongs to this object and holds until the next call.
Result<int> SafeFolder::enter(std::string_view folder, bool make)
{
    if (folder.empty())
        return m_root;
    // Neighbours come one after the other: most of the time the way is known already.
    const bool known = m_last >= 0 && folder.substr(0, m_lastFolder.size()) == m_lastFolder
        && (folder.size() == m_lastFolder.size() || folder[m_lastFolder.size()] == '/');
    if (known && folder.size() == m_lastFolder.size())
        return m_last;
    int at = known ? m_last : dup(m_root);
    if (!known && m_last >= 0)
        close(m_last);
    m_last = -1;
    size_t from = known ? m_lastFolder.size() + 1 : 0;
    while (from < folder.size()) {
        const size_t end = std::min(folder.find('/', from), folder.size());
        const std::string part(folder.substr(from, end - from));
        int next = -1;
        int code = isPlainName(part) ? 0 : EPERM;
        if (code == 0 && make && mkdirat(at, part.c_str(), 0755) != 0 && errno != EEXIST)
            code = errno;
        if (code == 0) {
            next = openat(at, part.c_str(), folderFlags);
            code = next < 0 ? errno : 0;
        }
        close(at);
        if (code != 0)
            return fail(failure(std::string(folder.substr(0, end)), code));
        at = next;
        from = end + 1;
    }
    m_last = at;
    m_lastFolder = folder;
    return at;
}

bool SafeFolder::exists(const std::string &path)
{
    const auto folder = enter(parentOf(path), false);
    struct stat facts {
    };
    return folder && fstatat(*folder, nameOf(path).c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<void> SafeFolder::makeFolder(const std::string &path)
{
    if (!isPlainPath(path))
        return fail(failure(path, EPERM));
    const auto folder = enter(path, true);
    if (!folder)
        return fail(folder.error());
    return {};
}

Result<std::unique_ptr<SafeFile>> SafeFolder::create(const std::string &path)
{
    if (!isPlainPath(path))
        return fail(failure(path, EPERM));
    const auto folder = enter(parentOf(path), true);
    if (!folder)
        return fail(folder.error());
    const std::string temporary = temporaryName();
    const int descriptor = openat(*folder, temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(failure(path, errno));
    return std::unique_ptr<SafeFile>(new SafeFile(*this, dup(*folder), descriptor, temporary, path));
}

/// Moves a finished thing to its name. `path` becomes the name that it got. False: taken, and to be skipped.
Result<bool> SafeFolder::publish(int folder, const std::string &temporary, std::string &path, Existing existing) const
{
    constexpr int mostVariants = 1000;
    const std::string wanted = path;
    if (existing == Existing::Replace) {
        if (renameat(folder, temporary.c_str(), folder, nameOf(path).c_str()) == 0)
            return true;
        return fail(failure(path, errno));
    }
    for (int number = 2;; ++number) {
        const int code = renameToFree(folder, temporary.c_str(), nameOf(path).c_str());
        if (code == 0)
            return true;
        if (code != EEXIST || number > mostVariants)
            return fail(failure(path, code));
        if (existing == Existing::Skip)
            return false;
        path = variant(wanted, number, m_names.longest);
    }
}

Result<bool> SafeFolder::makeLink(const std::string &target, const std::string &path, Existing existing)
{
    if (!isInside(path, target) || !isPlainPath(path))
        return fail(failure(path, EPERM));
    const auto folder = enter(parentOf(path), true);
    if (!folder)
        return fail(folder.error());
    const std::string temporary = temporaryName();
    if (symlinkat(target.c_str(), *folder, temporary.c_str()) != 0)
        return fail(failure(path, errno));
    std::string named = path;
    auto done = publish(*folder, temporary, named, existing);
    if (!done || !*done)
        unlinkat(*folder, temporary.c_str(), 0);
    return done;
}

bool SafeFolder::isInside(std::string_view path, std::string_view target)
{
    if (target.empty() || target.front() == '/' || target.find('\0') != std::string_view::npos)
        return false;
    auto depth = std::count(path.begin(), path.end(), '/');
    bool goesDown = false;
    while (!target.empty()) {
        const size_t slash = target.find('/');
        const std::string_view part = target.substr(0, slash);
        target = slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
        if (part.empty() || part == ".")
            continue;
        // Behind a name ".." would go up from wherever that name leads, which may be another link.
        if (part == ".." && (goesDown || --depth < 0))
            return false;
        goesDown = goesDown || part != "..";
    }
    return true;
}

}  // namespace waybill
