// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceindex.h"
#include "core/licence/turningwords.h"

#include <memory>

namespace waybill {

/// A reference text found in a stretch of words.
struct TextHit {
    quint32 reference = 0;
    quint32 beginWord = 0;
    quint32 endWord = 0;
    double score = 0;                 ///< share of the reference's body found in order
    double value = 0;                 ///< how well it explains its stretch; decides between references that overlap
    bool exact = false;               ///< nothing missing, nothing added
    bool close = true;                ///< false: too different; it only keeps others away
    quint32 turnsAllowed = 0;         ///< words that turn the meaning and are accepted in a text of this length
    quint32 turnsMissed = 0;          ///< such words that the text lacks
    std::vector<AddedStretch> added;  ///< what the text has and the reference lacks
};

/// A stretch of words that a text and a reference have in common.
struct TextSegment {
    quint32 text;
    quint32 reference;
    quint32 length;
};

/// Judges how much of a reference a chain of common stretches makes, and whether what is left out or put in between changes its
/// meaning. Immutable, any thread; owned by the aligner.
class TextJudge
{
public:
    TextJudge(std::shared_ptr<const LicenceIndex> index, const WordTable &words) : m_index(std::move(index)), m_words(words) { }

    /// `path` is in order of both texts and not empty.
    TextHit judge(const WordStream &stream, quint32 reference, const std::vector<TextSegment> &path) const;

private:
    static bool isAcceptable(const TextHit &hit, double likeness, quint32 bodyWords);
    bool isCutCopy(const WordStream &stream, const TextHit &hit, quint32 matched, quint32 added) const;

    std::shared_ptr<const LicenceIndex> m_index;
    TurningWords m_words;
};

}  // namespace waybill
