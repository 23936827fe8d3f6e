// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace waybill {

/// A set of 32-bit table indices found by a key that lives in that table: open addressing, 4 to 8 bytes per element.
/// One thread.
class FlatIndexSet
{
public:
    static constexpr quint32 none = 0xffffffffU;

    /// The index whose element equals the key, or none.
    template <typename Equals>
    quint32 find(size_t hash, const Equals &equals) const
    {
        if (m_slots.empty())
            return none;
        for (size_t i = mix(hash) & mask();; i = (i + 1) & mask()) {
            if (m_slots[i] == none || equals(m_slots[i]))
                return m_slots[i];
        }
    }
    /// Adds an index that is not in the set; `hashOf` gives the hash of any index in it.
    template <typename HashOf>
    void insert(quint32 index, const HashOf &hashOf)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow(hashOf);
        place(index, hashOf(index));
        ++m_count;
    }
    void clear()
    {
        m_slots = {};
        m_count = 0;
    }

private:
    static size_t mix(size_t hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9e3779b97f4a7c15ULL;
        return hash ^ (hash >> 29);
    }
    size_t mask() const { return m_slots.size() - 1; }
    void place(quint32 index, size_t hash)
    {
        size_t i = mix(hash) & mask();
        while (m_slots[i] != none)
            i = (i + 1) & mask();
        m_slots[i] = index;
    }
    template <typename HashOf>
    void grow(const HashOf &hashOf)
    {
        std::vector<quint32> old(m_slots.empty() ? 1024 : m_slots.size() * 2, none);
        old.swap(m_slots);
        for (const quint32 index : old) {
            if (index != none)
                place(index, hashOf(index));
        }
    }

    std::vector<quint32> m_slots;
    size_t m_count = 0;
};

}  // namespace waybill
