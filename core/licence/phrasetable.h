// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/wordtable.h"

#include <vector>

namespace waybill {

/// Phrases to look for in a word stream, each with a number of the owner's.
class PhraseTable
{
public:
    struct Found {
        int payload = -1;  ///< -1: nothing
        quint32 words = 0;
    };

    /// Tokenizes the phrase like a text; its words become known to `words`.
    void add(WordTable &words, const QString &phrase, int payload);
    /// The longest phrase that begins at a word.
    Found find(const WordStream &stream, std::size_t at) const
    {
        return mayStart(stream.numbers[at]) ? search(stream, at) : Found {};
    }
    bool mayStart(quint16 word) const { return word < m_starts.size() && m_starts[word]; }

private:
    Found search(const WordStream &stream, std::size_t at) const;

    struct Phrase {
        quint16 second = 0;  ///< 0: a phrase of one word
        int payload = 0;
        std::vector<quint16> words;
    };
    std::vector<bool> m_starts;                  ///< by word number
    std::vector<std::vector<Phrase>> m_phrases;  ///< by number of the first word, longest first
};

}  // namespace waybill
