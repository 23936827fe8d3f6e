// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace waybill {

/// A set of numbers below size(), a bit each, that also tells in constant time how many of them lie below a number. Small
/// enough to stay in the processor's cache. A plain value; reading is safe from any thread.
class RankedBits
{
public:
    static constexpr size_t wordBits = 64;

    /// Empties the set. Numbers from 0 to `size` - 1 may be put in.
    void reset(size_t size)
    {
        m_size = size;
        m_words.assign(size / wordBits + 1, 0);
        m_ranks.assign(m_words.size(), 0);
    }
    size_t size() const { return m_size; }

    /// The bits of the numbers from word * 64 on. Writers of different words may be on different threads; index() follows.
    size_t wordCount() const { return m_words.size(); }
    uint64_t word(size_t word) const { return m_words[word]; }
    void setWord(size_t word, uint64_t bits) { m_words[word] = bits; }
    void remove(size_t number) { m_words[number / wordBits] &= ~(uint64_t(1) << (number % wordBits)); }
    void insert(size_t number) { m_words[number / wordBits] |= uint64_t(1) << (number % wordBits); }

    /// Counts anew after the last change; rank() and count() are right from here on.
    void index()
    {
        uint32_t before = 0;
        for (size_t word = 0; word < m_words.size(); ++word) {
            m_ranks[word] = before;
            before += static_cast<uint32_t>(std::popcount(m_words[word]));
        }
        m_count = before;
    }

    bool contains(size_t number) const { return number < m_size && (m_words[number / wordBits] >> (number % wordBits) & 1) != 0; }
    uint32_t rank(size_t number) const  ///< members below `number`, which may be size()
    {
        const uint64_t below = m_words[number / wordBits] & ((uint64_t(1) << (number % wordBits)) - 1);
        return m_ranks[number / wordBits] + static_cast<uint32_t>(std::popcount(below));
    }
    uint32_t count() const { return m_count; }

    /// Calls visit(number) for each member of the words [from, to), ascending.
    template <typename Visit>
    void forEach(size_t from, size_t to, const Visit &visit) const
    {
        for (size_t word = from; word < to; ++word) {
            for (uint64_t left = m_words[word]; left != 0; left &= left - 1)
                visit(word * wordBits + static_cast<size_t>(std::countr_zero(left)));
        }
    }

private:
    std::vector<uint64_t> m_words;
    std::vector<uint32_t> m_ranks;  ///< per word: members before it
    size_t m_size = 0;
    uint32_t m_count = 0;
};

}  // namespace waybill
