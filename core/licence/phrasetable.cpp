// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/phrasetable.h"

#include <algorithm>

namespace waybill {

void PhraseTable::add(WordTable &words, const QString &phrase, int payload)
{
    const QByteArray bytes = phrase.toUtf8();
    std::vector<TextWord> split;
    TextTokenizer(bytes).run(split);
    Phrase entry;
    entry.payload = payload;
    for (const TextWord &word : split)
        entry.words.push_back(words.add(word.hash));
    if (entry.words.empty())
        return;
    const quint16 first = entry.words.front();
    if (m_starts.size() <= first)
        m_starts.resize(std::size_t(first) + 1, false);
    if (m_phrases.size() <= first)
        m_phrases.resize(std::size_t(first) + 1);
    m_starts[first] = true;
    entry.second = entry.words.size() > 1 ? entry.words[1] : 0;
    std::vector<Phrase> &phrases = m_phrases[first];
    // Longest first; of equal ones the first that was added stays in front.
    const auto place = std::upper_bound(phrases.begin(), phrases.end(), entry,
                                        [](const Phrase &a, const Phrase &b) { return a.words.size() > b.words.size(); });
    phrases.insert(place, std::move(entry));
}

PhraseTable::Found PhraseTable::search(const WordStream &stream, std::size_t at) const
{
    const quint16 first = stream.numbers[at];
    const quint16 second = at + 1 < stream.size() ? stream.numbers[at + 1] : 0;
    for (const Phrase &phrase : m_phrases[first]) {
        if (phrase.second != 0 && phrase.second != second)
            continue;
        if (at + phrase.words.size() <= stream.size()
            && std::equal(phrase.words.begin(), phrase.words.end(), stream.numbers.begin() + static_cast<std::ptrdiff_t>(at)))
            return {phrase.payload, static_cast<quint32>(phrase.words.size())};
    }
    return {};
}

}  // namespace waybill
