// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/elffacts.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <string_view>

namespace waybill {

/// What is kept of a file that comes by once: its beginning, its end, and ranges that were asked for before they came. The
/// other bytes are gone.
/// Ranges are file offsets; a range that is not held completely is not given at all. One thread.
class FileWindows
{
public:
    /// `size`: length of the file as its container states it; bytes beyond it are ignored.
    FileWindows(qint64 size, qint64 headLimit, qint64 tailLimit);
    void feed(std::span<const char> piece);
    /// Keeps [offset, offset + length) too, as far as it has not gone by; false when that is more than all ranges may take.
    bool want(quint64 offset, quint64 length);
    qint64 seen() const { return m_seen; }
    qint64 size() const { return m_size; }
    bool seenCompletely() const { return m_seen == m_size; }
    /// Kept bytes of [offset, offset + length), or nullopt.
    std::optional<std::span<const char>> range(quint64 offset, quint64 length) const;
    /// As range(), but as many bytes as are held from `offset` on, at most `length`; may be empty.
    std::span<const char> upTo(quint64 offset, quint64 length) const;
    std::span<const char> head() const { return {m_head.data(), m_head.size()}; }
    /// The end of the file as far as it is no part of head(). Call after the last feed().
    std::span<const char> tail() const;

private:
    qint64 m_size;
    qint64 m_headLimit;
    qint64 m_tailLimit;
    qint64 m_seen = 0;
    std::vector<char> m_head;
    struct Range {
        quint64 offset = 0;  ///< of the first byte kept
        quint64 end = 0;
        std::vector<char> bytes;
    };
    std::vector<Range> m_ranges;
    std::vector<char> m_tail;  ///< last bytes; grows to twice the limit before it is cut back
};

/// Reads ELF facts of a file that comes by once, front to back, as out of a compressed layer. Keeps at most 100 MiB of it: the
/// beginning with the string tables, the end with the section headers, and the tables that the program headers point to. One per
/// file, one thread.
class ElfReader
{
public:
    explicit ElfReader(qint64 size);
    void feed(std::span<const char> piece);
    /// All facts, or nullopt when the beginning is no ELF header. Call once, after the last piece. Never fails on damage:
    /// what cannot be read stays empty and clears ElfFacts::complete.
    std::optional<ElfFacts> facts() const;
    /// Content of a section by name, at most `limit` bytes, empty when absent or not kept.
    QByteArray section(std::string_view name, qint64 limit) const;
    const FileWindows &windows() const { return m_windows; }

    static bool isElf(std::span<const char> firstBytes);

private:
    void plan();
    FileWindows m_windows;
    bool m_segmentsPlanned = false;
    bool m_stringsPlanned = false;
};

}  // namespace waybill
