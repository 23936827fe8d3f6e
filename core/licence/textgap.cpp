// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textgap.h"

#include <algorithm>

namespace waybill {

namespace {

/// Larger gaps are not compared word by word: time stays bounded, and nothing in them counts as found.
constexpr quint32 maxGap = 130;
/// Words added in a row that may be a sentence of their own.
constexpr quint32 sentenceWords = 7;

}  // namespace

void TextGap::same(quint32 referenceBegin, quint32 referenceEnd)
{
    if (referenceEnd <= referenceBegin)
        return;
    m_matched += referenceEnd - referenceBegin;
    const quint32 begin = std::max(referenceBegin, m_bodyBegin);
    const quint32 end = std::min(referenceEnd, m_bodyEnd);
    m_bodyMatched += end > begin ? end - begin : 0;
}

void TextGap::countAdded(quint32 textBegin, quint32 textEnd)
{
    if (textEnd <= textBegin)
        return;
    AddedStretch stretch {textBegin, textEnd, 0, 0};
    const bool sentence = textEnd - textBegin >= sentenceWords;
    for (quint32 i = textBegin; i < textEnd; ++i) {
        ++m_added;
        const quint16 word = m_text[i];
        const Turn turn = word < m_turning.size() ? m_turning[word] : Turn::None;
        stretch.turning += turn == Turn::Always || (turn == Turn::InSentence && sentence) ? 1 : 0;
        stretch.doubtful += turn == Turn::Often ? 1 : 0;
    }
    m_stretches.push_back(stretch);
}

/// Words that nobody knows may be the missing ones in another spelling ("notlimited"), so they excuse a gap.
void TextGap::countMissed(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd)
{
    if (std::find(m_text.begin() + textBegin, m_text.begin() + textEnd, quint16(0)) != m_text.begin() + textEnd)
        return;
    for (quint32 i = std::max(referenceBegin, m_bodyBegin); i < std::min(referenceEnd, m_bodyEnd); ++i) {
        const quint16 word = m_reference[i];
        m_turningMissed += word < m_turning.size() && (m_turning[word] == Turn::Always || m_turning[word] == Turn::Often) ? 1 : 0;
    }
}

std::vector<std::pair<quint32, quint32>> TextGap::common(quint32 textBegin, quint32 textEnd, quint32 referenceBegin,
                                                         quint32 referenceEnd) const
{
    const quint32 rows = textEnd - textBegin;
    const quint32 columns = referenceEnd - referenceBegin;
    std::vector<std::pair<quint32, quint32>> pairs;
    if (rows == 0 || columns == 0 || rows > maxGap || columns > maxGap)
        return pairs;
    std::vector<quint16> length((rows + 1) * (columns + 1), 0);
    const auto cell = [&](quint32 row, quint32 column) -> quint16 & { return length[row * (columns + 1) + column]; };
    const auto equal = [&](quint32 row, quint32 column) {
        const quint16 word = m_text[textBegin + row];
        return word != 0 && word == m_reference[referenceBegin + column];
    };
    for (quint32 row = rows; row-- > 0;) {
        for (quint32 column = columns; column-- > 0;) {
            cell(row, column) = equal(row, column) ? static_cast<quint16>(cell(row + 1, column + 1) + 1)
                                                   : std::max(cell(row + 1, column), cell(row, column + 1));
        }
    }
    for (quint32 row = 0, column = 0; row < rows && column < columns;) {
        if (equal(row, column))
            pairs.emplace_back(textBegin + row++, referenceBegin + column++);
        else if (cell(row + 1, column) >= cell(row, column + 1))
            ++row;
        else
            ++column;
    }
    return pairs;
}

void TextGap::between(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd)
{
    quint32 at = textBegin;
    quint32 referenceAt = referenceBegin;
    for (const auto &[text, reference] : common(textBegin, textEnd, referenceBegin, referenceEnd)) {
        countAdded(at, text);
        countMissed(at, text, referenceAt, reference);
        same(reference, reference + 1);
        at = text + 1;
        referenceAt = reference + 1;
    }
    countAdded(at, std::max(at, textEnd));
    countMissed(at, std::max(at, textEnd), referenceAt, referenceEnd);
}

void TextGap::head(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd, quint32 &begin)
{
    const auto pairs = common(textBegin, textEnd, referenceBegin, referenceEnd);
    // A few common words in front of a text are chance; more than half of what is missing is the text itself.
    if (pairs.empty() || pairs.size() * 2 < std::min(referenceEnd - referenceBegin, textEnd - textBegin))
        return;
    begin = pairs.front().first;
    quint32 at = begin;
    for (const auto &[text, reference] : pairs) {
        countAdded(at, text);
        same(reference, reference + 1);
        at = text + 1;
    }
    countAdded(at, textEnd);
}

void TextGap::tail(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd, quint32 &end)
{
    const auto pairs = common(textBegin, textEnd, referenceBegin, referenceEnd);
    if (pairs.empty() || pairs.size() * 2 < std::min(referenceEnd - referenceBegin, textEnd - textBegin))
        return;
    quint32 at = textBegin;
    for (const auto &[text, reference] : pairs) {
        countAdded(at, text);
        same(reference, reference + 1);
        at = text + 1;
    }
    end = at;
}

}  // namespace waybill
