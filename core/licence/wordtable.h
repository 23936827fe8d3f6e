// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/texttokenizer.h"

#include <QString>

#include <vector>

namespace waybill {

/// Word hashes to small numbers; 0 = not known. Spelling variants ("licence", "license") share a number.
class WordTable
{
public:
    WordTable();
    /// The number of a word; a new one when it is not known yet.
    quint16 add(quint64 hash);
    quint16 addWord(std::string_view word) { return add(hashWord(word)); }
    quint16 find(quint64 hash) const;
    quint16 findWord(std::string_view word) const { return find(hashWord(word)); }
    int size() const { return static_cast<int>(m_hashes.size()); }
    /// Hash of word number i + 1.
    const std::vector<quint64> &hashes() const { return m_hashes; }

private:
    struct Entry {
        quint64 hash = 0;
        quint16 number = 0;
    };
    quint64 canonical(quint64 hash) const;
    void insert(quint64 hash, quint16 number);
    void grow();

    std::vector<Entry> m_entries;
    std::vector<quint64> m_hashes;
    std::vector<std::pair<quint64, quint64>> m_variants;  ///< sorted: variant, canonical spelling
    std::size_t m_used = 0;
};

/// Words of one text as numbers, with their places.
struct WordStream {
    std::vector<quint16> numbers;
    std::vector<quint32> begins;
    std::vector<quint32> ends;
    void clear();
    std::size_t size() const { return numbers.size(); }
};

}  // namespace waybill
