// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/elfreader.h"

#include "core/component/elfparser.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace waybill {

namespace {

constexpr qint64 headLimit = 32LL << 20;  // string tables of the largest C++ libraries
constexpr qint64 tailLimit = 4LL << 20;   // section headers
constexpr quint64 rangeLimit = 64 << 20;  // dynamic sections, and string tables that patchelf moved
constexpr size_t planStep = 256 << 10;

}  // namespace

QLatin1String elfLinkageId(ElfLinkage linkage)
{
    static constexpr std::array names {"object",      "static-executable", "static-pie", "dynamic-executable",
                                       "dynamic-pie", "shared-library",    "core",       "other"};
    return QLatin1String(names.at(static_cast<size_t>(linkage)));
}

FileWindows::FileWindows(qint64 size, qint64 headLimit, qint64 tailLimit)
    : m_size(std::max<qint64>(0, size)), m_headLimit(headLimit), m_tailLimit(tailLimit)
{
}

bool FileWindows::want(quint64 offset, quint64 length)
{
    const quint64 end = std::min<quint64>(static_cast<quint64>(m_size), offset + std::min<quint64>(length, rangeLimit));
    offset = std::max<quint64>(offset, std::min<quint64>(static_cast<quint64>(m_seen), m_head.size()));
    if (offset >= end)
        return true;  // the head has it
    for (Range &range : m_ranges) {
        if (offset < range.offset || offset > range.end)
            continue;
        if (end <= range.end)
            return true;
        // One that is not complete yet is made longer.
        if (static_cast<quint64>(m_seen) <= range.end && end - range.offset <= rangeLimit) {
            range.end = end;
            return true;
        }
    }
    quint64 taken = end - offset;
    for (const Range &range : m_ranges)
        taken += range.end - range.offset;
    if (taken > rangeLimit || offset < static_cast<quint64>(m_seen))
        return false;
    m_ranges.push_back({offset, end, {}});
    return true;
}

void FileWindows::feed(std::span<const char> piece)
{
    piece = piece.first(std::min(piece.size(), static_cast<size_t>(m_size - m_seen)));
    const auto start = static_cast<quint64>(m_seen);
    for (Range &range : m_ranges) {
        const quint64 from = std::max(start, range.offset);
        const quint64 to = std::min(start + piece.size(), range.end);
        if (from < to)
            range.bytes.insert(range.bytes.end(), piece.begin() + static_cast<std::ptrdiff_t>(from - start),
                               piece.begin() + static_cast<std::ptrdiff_t>(to - start));
    }
    m_seen += static_cast<qint64>(piece.size());
    const auto room = static_cast<size_t>(m_headLimit) - m_head.size();
    const size_t toHead = std::min(piece.size(), room);
    if (m_head.empty())
        m_head.reserve(static_cast<size_t>(std::min(m_size, m_headLimit)));  // growing step by step copies it twice
    m_head.insert(m_head.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(toHead));
    piece = piece.subspan(toHead);
    // Only the end of what is left can be in the tail; a piece far before it is not copied at all.
    const qint64 after = m_size - m_seen;
    if (piece.empty() || after >= m_tailLimit)
        return;
    m_tail.insert(m_tail.end(), piece.begin(), piece.end());
    if (m_tail.size() > 2 * static_cast<size_t>(m_tailLimit))
        m_tail.erase(m_tail.begin(), m_tail.end() - static_cast<std::ptrdiff_t>(m_tailLimit));
}

std::span<const char> FileWindows::tail() const
{
    return {m_tail.data(), m_tail.size()};
}

std::span<const char> FileWindows::upTo(quint64 offset, quint64 length) const
{
    if (offset < m_head.size())
        return head().subspan(offset, std::min<quint64>(length, m_head.size() - offset));
    for (const Range &range : m_ranges) {
        if (offset >= range.offset && offset < range.offset + range.bytes.size() && length <= range.end - offset) {
            const std::span<const char> bytes(range.bytes.data(), range.bytes.size());
            return bytes.subspan(offset - range.offset, std::min<quint64>(length, range.bytes.size() - (offset - range.offset)));
        }
    }
    const quint64 tailStart = static_cast<quint64>(m_seen) - m_tail.size();
    if (m_tail.empty() || offset < tailStart || offset >= static_cast<quint64>(m_seen))
        return {};
    const quint64 from = offset - tailStart;
    return tail().subspan(from, std::min<quint64>(length, m_tail.size() - from));
}

std::optional<std::span<const char>> FileWindows::range(quint64 offset, quint64 length) const
{
    const auto bytes = upTo(offset, length);
    if (bytes.size() != length || (length == 0 && offset > static_cast<quint64>(m_size)))
        return std::nullopt;
    return bytes;
}

ElfReader::ElfReader(qint64 size) : m_windows(size, headLimit, tailLimit) { }

void ElfReader::feed(std::span<const char> piece)
{
    while (!piece.empty()) {
        const auto step = piece.first(std::min(piece.size(), planStep));
        m_windows.feed(step);
        piece = piece.subspan(step.size());
        if (!m_stringsPlanned)
            plan();
    }
}

/// The program headers come first and say where the dynamic section will be, and that says where the names are: both are asked
/// for before they come by.
void ElfReader::plan()
{
    const auto parser = ElfParser::open(m_windows);
    if (!parser)
        return;
    if (!m_segmentsPlanned) {
        for (const auto &[offset, length] : parser->tables())
            m_windows.want(offset, length);
        m_segmentsPlanned = true;
    }
    if (const auto strings = parser->stringTable()) {
        m_windows.want(strings->first, strings->second);
        m_stringsPlanned = true;
    }
}

bool ElfReader::isElf(std::span<const char> firstBytes)
{
    return firstBytes.size() >= 4
        && std::memcmp(firstBytes.data(),
                       "\x7f"
                       "ELF",
                       4)
        == 0;
}

std::optional<ElfFacts> ElfReader::facts() const
{
    auto parser = ElfParser::open(m_windows);
    if (!parser)
        return std::nullopt;
    return parser->facts();
}

QByteArray ElfReader::section(std::string_view name, qint64 limit) const
{
    auto parser = ElfParser::open(m_windows);
    if (!parser)
        return {};
    const auto bytes = parser->sectionBytes(name, limit);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

}  // namespace waybill
