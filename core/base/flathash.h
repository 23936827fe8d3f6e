// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace waybill {

/// A set of 32-bit table indices found by a key that lives in that table: open addressing, 16 to 32 bytes per element. Half of
/// the hash lies beside the index, so that neither a miss nor growing touches the table itself. One thread.
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
        const quint32 mixed = half(mix(hash));
        for (size_t i = mixed & mask();; i = (i + 1) & mask()) {
            const Slot &slot = m_slots[i];
            if (slot.index == none || (slot.hash == mixed && equals(slot.index)))
                return slot.index;
        }
    }
    /// Adds an index that is not in the set; `hashOf` gives the hash of any index in it.
    template <typename HashOf>
    void insert(quint32 index, const HashOf &hashOf)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        const quint32 mixed = half(mix(hashOf(index)));
        place({index, mixed}, mixed);
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
    struct Slot {
        quint32 index = none;
        quint32 hash = 0;
    };
    static quint32 half(size_t mixed) { return static_cast<quint32>(mixed); }
    size_t mask() const { return m_slots.size() - 1; }
    void place(Slot slot, size_t mixed)
    {
        size_t i = mixed & mask();
        while (m_slots[i].index != none)
            i = (i + 1) & mask();
        m_slots[i] = slot;
    }
    void grow()
    {
        // The place of an element is made of the lower half of its hash alone, so it can be found again without the table.
        std::vector<Slot> old(m_slots.empty() ? 1024 : m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.index != none)
                place(slot, slot.hash);
        }
    }

    std::vector<Slot> m_slots;
    size_t m_count = 0;
};

}  // namespace waybill
