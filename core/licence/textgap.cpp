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

bool TextGap::isOfReference(quint16 word) const
{
    return std::find(m_reference.begin() + m_bodyBegin, m_reference.begin() + m_bodyEnd, word) != m_reference.begin() + m_bodyEnd;
}

/// Whether the word at `at` of an added stretch turns the meaning by what stands beside it.
bool TextGap::isTurning(quint32 at, const AddedStretch &stretch, Turn turn) const
{
    const bool sentence = stretch.end - stretch.begin >= sentenceWords;
    const auto near = [&](quint32 before, quint32 after) {
        for (quint32 i = at - std::min(before, at - stretch.begin); i < std::min(stretch.end, at + after + 1); ++i) {
            if (m_refusals.purposes.contains(m_text[i]))
                return true;
        }
        return false;
    };
    switch (turn) {
    case Turn::Always:
        return true;
    case Turn::InSentence:
        return sentence;
    case Turn::OfPurpose:
        return !sentence || near(4, 3);
    case Turn::None:
    case Turn::Often:
        break;
    }
    return false;
}

/// A word of the licence itself in place of another of its words is a slip in a bad copy, and doubtful in a good one.
void TextGap::countAdded(quint32 textBegin, quint32 textEnd, bool isSubstitute)
{
    if (textEnd <= textBegin)
        return;
    AddedStretch stretch {textBegin, textEnd, 0, 0};
    const bool sentence = textEnd - textBegin >= sentenceWords;
    for (quint32 i = textBegin; i < textEnd; ++i) {
        ++m_added;
        const quint16 word = m_text[i];
        const Turn turn = word < m_turning.size() ? m_turning[word] : Turn::None;
        const bool refused
            = word == m_refusals.notWord && word != 0 && i + 1 < m_text.size() && m_refusals.refused.contains(m_text[i + 1]);
        stretch.turning += refused ? 1 : 0;
        const bool turns = isTurning(i, stretch, turn);
        // In a sentence of its own "not" forbids behind "may"; "this paragraph not being relevant" forbids nothing.
        const bool plainNot
            = sentence && word == m_refusals.notWord && (i == textBegin || !m_refusals.modals.contains(m_text[i - 1]));
        const bool slip = turns && isSubstitute && isOfReference(word);
        stretch.turning += turns && !slip ? 1 : 0;
        stretch.doubtful += (turn == Turn::Often && !plainNot) || slip ? 1 : 0;
    }
    m_stretches.push_back(stretch);
}

/// Where more is missing than the word, or another word stands for it, the sentence was written anew: that is told by what it
/// adds.
void TextGap::countMissed(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd)
{
    const quint32 first = std::max(referenceBegin, m_bodyBegin);
    const quint32 last = std::min(referenceEnd, m_bodyEnd);
    for (quint32 i = first; i < last; ++i) {
        const quint16 word = m_reference[i];
        // A restriction that the reference is known by; "with or without modification", which lets one change the work.
        const bool restriction
            = word < m_turning.size() && (m_turning[word] == Turn::Always || m_turning[word] == Turn::OfPurpose);
        const bool leave = word == m_refusals.with && word != 0 && i + 2 < m_bodyEnd && m_reference[i + 1] == m_refusals.orWord
            && m_reference[i + 2] == m_refusals.without;
        m_turningMissed += restriction || leave ? 1 : 0;
    }
    if (last != first + 1 || referenceEnd != referenceBegin + 1)
        return;
    const quint16 word = m_reference[referenceBegin];
    if (textEnd == textBegin + 1 && word == m_refusals.without && m_text[textBegin] == m_refusals.with && word != 0)
        m_stretches.back().turning += 1;
    if (textEnd > textBegin)
        return;
    // "even if advised" and "even if not advised of the possibility" both exclude liability.
    const bool advised
        = referenceEnd < m_reference.size() && m_reference[referenceEnd] == m_refusals.advised && m_refusals.advised != 0;
    m_turningMissed += word < m_turning.size() && m_turning[word] == Turn::Often && !advised ? 1 : 0;
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
        countAdded(at, text, text == at + 1 && reference == referenceAt + 1);
        countMissed(at, text, referenceAt, reference);
        same(reference, reference + 1);
        at = text + 1;
        referenceAt = reference + 1;
    }
    countAdded(at, std::max(at, textEnd), textEnd == at + 1 && referenceEnd == referenceAt + 1);
    countMissed(at, std::max(at, textEnd), referenceAt, referenceEnd);
}

void TextGap::refusal(quint32 begin, quint32 end)
{
    for (quint32 i = begin; i + 1 < end; ++i) {
        if (m_refusals.notWord != 0 && m_text[i] == m_refusals.notWord && m_refusals.refused.contains(m_text[i + 1]))
            m_stretches.push_back({i, i + 1, 1, 0});
    }
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
