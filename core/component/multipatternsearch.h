// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waybill {

/// Finds many byte strings at once in binary data (S. Wu, U. Manber: "A fast algorithm for multi-pattern searching", 1994,
/// with blocks of two bytes). Most bytes are never looked at. Immutable after construction; share between threads.
class MultiPatternSearch
{
public:
    static constexpr size_t leastLength = 6;

    /// `patterns`: each at least `least` bytes (two or more); shorter ones are never found. The shortest one sets the pace.
    explicit MultiPatternSearch(std::vector<std::string> patterns, size_t least = leastLength);

    /// Calls `found(pattern, position)` for every occurrence that lies completely in `bytes`, in no promised order.
    template <typename Found>
    void search(std::span<const char> bytes, const Found &found) const
    {
        if (m_patterns.empty() || bytes.size() < m_window)
            return;
        const size_t ends = bytes.size() - m_window + 1;  // possible start positions
        const size_t part = ends / lanes;
        const char *block = bytes.data() + m_window - 2;
        const quint8 *steps = m_steps.data();
        size_t a = 0;
        size_t b = part;
        size_t c = 2 * part;
        size_t d = 3 * part;
        // Lanes hide the latency of the table: each step depends on the one before it only within its lane.
        while (a < part && b < 2 * part && c < 3 * part && d < ends) {
            const quint8 stepA = steps[blockAt(block + a)];
            const quint8 stepB = steps[blockAt(block + b)];
            const quint8 stepC = steps[blockAt(block + c)];
            const quint8 stepD = steps[blockAt(block + d)];
            if (((stepA | stepB | stepC | stepD) & candidate) != 0) [[unlikely]] {
                for (const auto &[step, at] : {std::pair {stepA, a}, {stepB, b}, {stepC, c}, {stepD, d}}) {
                    if ((step & candidate) != 0)
                        verify(bytes, at, found);
                }
            }
            a += stepA & stepMask;
            b += stepB & stepMask;
            c += stepC & stepMask;
            d += stepD & stepMask;
        }
        for (const auto &[start, stop] : {std::pair {a, part}, {b, 2 * part}, {c, 3 * part}, {d, ends}}) {
            for (size_t at = start; at < stop; at += steps[blockAt(block + at)] & stepMask) {
                if ((steps[blockAt(block + at)] & candidate) != 0)
                    verify(bytes, at, found);
            }
        }
    }

private:
    static constexpr size_t lanes = 4;
    static constexpr quint8 candidate = 0x80;
    static constexpr quint8 stepMask = 0x7f;
    static size_t blockAt(const char *bytes)
    {
        return static_cast<unsigned char>(bytes[0]) | (static_cast<size_t>(static_cast<unsigned char>(bytes[1])) << 8);
    }
    template <typename Found>
    void verify(std::span<const char> bytes, size_t position, const Found &found) const
    {
        const size_t block = blockAt(bytes.data() + position + m_window - 2);
        for (quint32 i = m_bucketStart[block]; i < m_bucketStart[block + 1]; ++i) {
            const std::string_view pattern = m_patterns[m_bucket[i]];
            if (position + pattern.size() <= bytes.size() && std::string_view(bytes.data() + position, pattern.size()) == pattern)
                found(static_cast<int>(m_bucket[i]), position);
        }
    }

    std::vector<std::string> m_patterns;
    size_t m_window = 0;                 ///< length of the shortest pattern
    std::vector<quint8> m_steps;         ///< by block: how far to go on, 1 to 127, and `candidate` when a pattern may end here
    std::vector<quint32> m_bucketStart;  ///< by block, into m_bucket; one more than blocks
    std::vector<quint32> m_bucket;       ///< patterns whose window ends with the block
};

}  // namespace waybill
