// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/safefolder.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill {

namespace {

constexpr quint32 ownerMayWrite = 0600;
constexpr quint32 keptBits = 0755;  // neither set-id nor sticky, and nobody else writes

size_t utf8Length(std::string_view name, size_t at)
{
    const auto lead = static_cast<unsigned char>(name[at]);
    const size_t length = lead < 0x80 ? 1
        : lead >= 0xc2 && lead < 0xe0 ? 2
        : lead >= 0xe0 && lead < 0xf0 ? 3
        : lead < 0xf5                 ? 4
                                      : 0;
    if (length == 0 || lead == 0xc0 || lead == 0xc1 || (lead >= 0x80 && lead < 0xc0) || at + length > name.size())
        return 0;
    for (size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(name[at + i]) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

std::string portable(std::string_view name)
{
    constexpr std::string_view refused = "<>:\"\\|?*%";
    std::string out;
    for (size_t i = 0; i < name.size();) {
        const size_t length = utf8Length(name, i);
        const bool last = i + 1 == name.size();
        const char c = name[i];
        if (length == 0 || (length == 1 && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f))
            || refused.find(c) != std::string_view::npos || (last && (c == '.' || c == ' '))) {
            appendEscaped(out, c);
            ++i;
        } else {
            out += name.substr(i, length);
            i += length;
        }
    }
    return out;
}

std::string shortened(const std::string &held, std::string_view name, size_t longest)
{
    const QByteArray hash
        = QCryptographicHash::hash(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())).toByteArray(),
                                   QCryptographicHash::Sha256)
              .toHex()
              .left(8);
    size_t keep = longest - 9;
    while (keep > 0 && (static_cast<unsigned char>(held[keep]) & 0xc0) == 0x80)
        --keep;  // not in the middle of a character
    return held.substr(0, keep) + '~' + hash.toStdString();
}

}  // namespace

std::string HostNames::hold(std::string_view name) const
{
    std::string held = anyBytes ? std::string(name) : portable(name);
    if (held.empty() || held == "." || held == ".." || held.find('/') != std::string::npos
        || held.find('\0') != std::string::npos) {
        held.clear();
        for (const char c : name)
            appendEscaped(held, c);
        if (held.empty())
            held = "%";
    }
    return held.size() > longest ? shortened(held, name, longest) : held;
}

SafeFile::SafeFile(SafeFolder &folder, int parent, int descriptor, std::string temporary, std::string path)
    : m_folder(folder), m_parent(parent), m_descriptor(descriptor), m_temporary(std::move(temporary)), m_path(std::move(path))
{
}

SafeFile::~SafeFile()
{
    close(m_descriptor);
    if (!m_temporary.empty())
        unlinkat(m_parent, m_temporary.c_str(), 0);
    close(m_parent);
}

Result<void> SafeFile::write(qint64 offset, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = pwrite(m_descriptor, bytes.data(), bytes.size(), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(m_folder.failure(m_path, errno));
        bytes = bytes.subspan(static_cast<size_t>(count));
        offset += count;
    }
    return {};
}

Result<bool> SafeFile::commit(qint64 size, quint32 mode, qint64 modified, Existing existing)
{
    if (ftruncate(m_descriptor, size) != 0 || fchmod(m_descriptor, (mode & keptBits) | ownerMayWrite) != 0)
        return fail(m_folder.failure(m_path, errno));
    timespec time {};
    time.tv_sec = modified;
    const std::array<timespec, 2> times {time, time};
    // A time that the host cannot hold is no reason to lose the content.
    [[maybe_unused]] const int ignored = futimens(m_descriptor, times.data());
    auto done = m_folder.publish(m_parent, m_temporary, m_path, existing);
    if (done && *done)
        m_temporary.clear();
    return done;
}

Result<bool> SafeFolder::addName(const std::string &written, const std::string &path, Existing existing)
{
    const auto from = enter(parentOf(written), false);
    if (!from)
        return fail(from.error());
    const int source = dup(*from);
    const auto folder = enter(parentOf(path), true);
    if (!folder) {
        close(source);
        return fail(folder.error());
    }
    const std::string temporary = temporaryName();
    const int refused = linkat(source, nameOf(written).c_str(), *folder, temporary.c_str(), 0);
    close(source);
    if (refused != 0)
        return copyName(written, path, existing);
    std::string named = path;
    auto done = publish(*folder, temporary, named, existing);
    // Renaming onto another name of the same file is silently nothing, so the temporary name may be left in any case.
    unlinkat(*folder, temporary.c_str(), 0);
    return done;
}

Result<bool> SafeFolder::copyName(const std::string &written, const std::string &path, Existing existing)
{
    const auto from = enter(parentOf(written), false);
    const int source = from ? openat(*from, nameOf(written).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (source < 0)
        return fail(failure(written, errno));
    auto copy = create(path);
    Result<void> state = copy ? Result<void>() : fail(copy.error());
    std::array<char, 1 << 16> buffer {};
    qint64 offset = 0;
    for (ssize_t count = 1; state && count > 0; offset += count) {
        count = std::max<ssize_t>(pread(source, buffer.data(), buffer.size(), offset), 0);
        state = (*copy)->write(offset, {buffer.data(), static_cast<size_t>(count)});
    }
    struct stat facts {
    };
    if (state && fstat(source, &facts) != 0)
        state = fail(failure(written, errno));
    close(source);
    if (!state)
        return fail(state.error());
    return (*copy)->commit(facts.st_size, facts.st_mode, facts.st_mtim.tv_sec, existing);
}

}  // namespace waybill
