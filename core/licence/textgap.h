// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <unordered_set>
#include <vector>

namespace waybill {

/// Whether a word changes the meaning of a licence when it is put in: by itself, by itself unless the text is full of small
/// differences (a bad copy), as a part of an added sentence, or as what the use is for ("for research", not "Research Agency").
enum class Turn : quint8 { None, Always, Often, InSentence, OfPurpose };

/// Words that turn a grant round by their neighbours: "is not granted", "with restriction" for "without restriction".
struct Refusals {
    std::unordered_set<quint16> refused;  ///< behind "not"
    quint16 notWord = 0;
    quint16 with = 0;
    quint16 without = 0;
    quint16 orWord = 0;
    quint16 advised = 0;
    std::unordered_set<quint16> modals;    ///< before "not": "may not", "shall not"
    std::unordered_set<quint16> purposes;  ///< near a word that says what a use is for
};

/// Words of a text that its reference lacks.
struct AddedStretch {
    quint32 begin = 0;
    quint32 end = 0;
    quint32 turning = 0;   ///< words in it that change the meaning
    quint32 doubtful = 0;  ///< words in it that change the meaning unless the text is a bad copy
};

/// Counts what two texts share while one walks along a chain of common stretches. The gaps between stretches are compared
/// word by word.
class TextGap
{
public:
    TextGap(std::span<const quint16> text, std::span<const quint16> reference, quint32 bodyBegin, quint32 bodyEnd,
            const std::vector<Turn> &turning, const Refusals &refusals)
        : m_text(text), m_reference(reference), m_bodyBegin(bodyBegin), m_bodyEnd(bodyEnd), m_turning(turning),
          m_refusals(refusals)
    {
    }

    /// A stretch of the reference that stands in the text as it is.
    void same(quint32 referenceBegin, quint32 referenceEnd);
    /// Two stretches that stand at the same place and differ.
    void between(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd);
    /// What stands before the first and behind the last common stretch; words of the text alone there are not additions.
    void head(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd, quint32 &begin);
    void tail(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd, quint32 &end);

    /// "not granted" and its like among the words [begin, end): what stands there belongs to the text whether it is alike or not.
    void refusal(quint32 begin, quint32 end);

    quint32 matched() const { return m_matched; }          ///< words of the reference found
    quint32 bodyMatched() const { return m_bodyMatched; }  ///< those of its body
    quint32 added() const { return m_added; }              ///< words of the text inside that the reference lacks
    /// Places where nothing but a word of logic is missing ("may be used" for "may not be used").
    quint32 turningMissed() const { return m_turningMissed; }
    const std::vector<AddedStretch> &stretches() const { return m_stretches; }

private:
    /// Longest common subsequence; returns pairs of offsets in order.
    std::vector<std::pair<quint32, quint32>> common(quint32 textBegin, quint32 textEnd, quint32 referenceBegin,
                                                    quint32 referenceEnd) const;
    void countAdded(quint32 textBegin, quint32 textEnd, bool isSubstitute = false);
    bool isOfReference(quint16 word) const;
    bool isTurning(quint32 at, const AddedStretch &stretch, Turn turn) const;
    void countMissed(quint32 textBegin, quint32 textEnd, quint32 referenceBegin, quint32 referenceEnd);

    std::span<const quint16> m_text;
    std::span<const quint16> m_reference;
    quint32 m_bodyBegin;
    quint32 m_bodyEnd;
    const std::vector<Turn> &m_turning;
    const Refusals &m_refusals;
    quint32 m_matched = 0;
    quint32 m_bodyMatched = 0;
    quint32 m_added = 0;
    quint32 m_turningMissed = 0;
    std::vector<AddedStretch> m_stretches;
};

}  // namespace waybill
