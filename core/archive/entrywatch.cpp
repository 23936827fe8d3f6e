// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/entrywatch.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr quint64 hashStart = 0xcbf29ce484222325ULL;

/// FNV-1a, because the hash of a path holds those of all its parents on the way; finished so that few bits collide.
quint64 step(quint64 hash, char c)
{
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}

quint64 finished(quint64 hash)
{
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
}

quint64 hashOf(std::string_view text, quint64 hash = hashStart)
{
    for (const char c : text)
        hash = step(hash, c);
    return hash;
}

size_t nameStart(const std::string &path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? 0 : slash + 1;
}

}  // namespace

bool HashSet::contains(quint64 hash) const
{
    if (m_slots.empty())
        return false;
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hash & mask; m_slots[i] != 0; i = (i + 1) & mask) {
        if (m_slots[i] == hash)
            return true;
    }
    return false;
}

bool HashSet::insert(quint64 hash)
{
    if ((m_count + 1) * 4 > m_slots.size() * 3)
        grow();
    const size_t mask = m_slots.size() - 1;
    size_t i = hash & mask;
    for (; m_slots[i] != 0; i = (i + 1) & mask) {
        if (m_slots[i] == hash)
            return false;
    }
    m_slots[i] = hash;
    ++m_count;
    return true;
}

void HashSet::grow()
{
    std::vector<quint64> old(std::max<size_t>(64, m_slots.size() * 2), 0);
    old.swap(m_slots);
    m_count = 0;
    for (const quint64 hash : old) {
        if (hash != 0)
            insert(hash);
    }
}

bool isDeceptiveName(std::string_view name)
{
    for (size_t i = 0; i < name.size(); ++i) {
        const auto byte
            = [&name, i](size_t ahead) { return i + ahead < name.size() ? static_cast<unsigned char>(name[i + ahead]) : 0U; };
        const unsigned c = byte(0);
        if (c < 0x20 || c == 0x7f || (c == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f))
            return true;  // C0, DEL, C1
        if (c == 0xe2 && byte(1) == 0x80 && ((byte(2) >= 0x8b && byte(2) <= 0x8f) || (byte(2) >= 0xa8 && byte(2) <= 0xae)))
            return true;  // zero width, marks, line separators, embeddings and overrides
        if (c == 0xe2 && byte(1) == 0x81 && byte(2) >= 0xa0 && byte(2) <= 0xaf)
            return true;  // word joiner, isolates
        if (c == 0xef && byte(1) == 0xbb && byte(2) == 0xbf)
            return true;  // zero width no-break space
    }
    return false;
}

void EntryWatch::see(const Entry &entry)
{
    checkPath(entry);
    checkParents(entry.path);
    checkName(entry.path);
    if (entry.kind == EntryKind::Hardlink && !m_paths.contains(finished(hashOf(entry.target))))
        m_report("unresolved-link", QString::fromStdString(entry.path));
    if (entry.kind == EntryKind::Hardlink && entry.target == entry.path)
        m_report("unresolved-link", QString::fromStdString(entry.path));
}

void EntryWatch::checkPath(const Entry &entry)
{
    // A removal and a new file of the same name belong together; only what stays counts.
    if (entry.kind == EntryKind::Whiteout || entry.kind == EntryKind::Opaque || entry.path.empty())
        return;
    const quint64 plain = hashOf(entry.path);
    if (!m_paths.insert(finished(plain)))
        m_report("duplicate-path", QString::fromStdString(entry.path));
    if (entry.kind != EntryKind::Folder)
        m_notFolders.insert(finished(plain));
}

void EntryWatch::checkParents(const std::string &path)
{
    const size_t start = nameStart(path);
    const std::string_view parent = std::string_view(path).substr(0, start == 0 ? 0 : start - 1);
    if (parent != m_lastParent) {
        m_lastParent = parent;
        m_lastParentIsFile = false;
        quint64 hash = hashStart;
        for (size_t i = 0; i < parent.size(); ++i) {
            if (parent[i] == '/' && m_notFolders.contains(finished(hash)))
                m_lastParentIsFile = true;
            hash = step(hash, parent[i]);
        }
        m_lastParentIsFile = m_lastParentIsFile || (!parent.empty() && m_notFolders.contains(finished(hash)));
    }
    if (m_lastParentIsFile)
        m_report("file-as-folder", QString::fromStdString(path));
}

void EntryWatch::checkName(const std::string &path)
{
    if (isDeceptiveName(path))
        m_report("deceptive-name", QString::fromStdString(path));
}

}  // namespace waybill
