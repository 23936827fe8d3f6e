// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <string>
#include <string_view>
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
        // Lanes hide the latency of the table: each step depends on the one before it only within its lane.
        const size_t ends = bytes.size() - m_window + 1;  // possible start positions
        const size_t part = (ends + lanes - 1) / lanes;
        std::array<size_t, lanes> at {};
        std::array<size_t, lanes> stop {};
        for (size_t i = 0; i < lanes; ++i) {
            at[i] = std::min(ends, i * part);
            stop[i] = std::min(ends, (i + 1) * part);
        }
        const char *data = bytes.data();
        const size_t last = m_window - 2;
        bool running = true;
        while (running) {
            running = false;
            for (size_t i = 0; i < lanes; ++i) {
                if (at[i] >= stop[i])
                    continue;
                running = true;
                const quint8 shift = m_shift[blockAt(data + at[i] + last)];
                if (shift == 0)
                    verify(bytes, at[i], found);
                at[i] += std::max<quint8>(1, shift);
            }
        }
    }

private:
    static constexpr size_t lanes = 4;
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
    std::vector<quint8> m_shift;         ///< by block
    std::vector<quint32> m_bucketStart;  ///< by block, into m_bucket; one more than blocks
    std::vector<quint32> m_bucket;       ///< patterns whose window ends with the block
};

}  // namespace waybill
