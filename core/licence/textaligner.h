// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceindex.h"
#include "core/licence/textgap.h"

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

/// Finds reference texts: grams of neighbouring words vote for candidates, chains of common stretches are scored.
/// Linear in the number of words for a given index. Immutable, any thread.
class TextAligner
{
public:
    TextAligner(std::shared_ptr<const LicenceIndex> index, const WordTable &words);
    std::vector<TextHit> find(const WordStream &stream) const;

private:
    struct Hit {
        quint32 word;
        quint32 key;
    };
    struct Segment {
        quint32 text;
        quint32 reference;
        quint32 length;
    };
    struct Work;

    void findInRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work, std::vector<TextHit> &found) const;
    Segment extended(const WordStream &stream, quint32 reference, Segment segment) const;
    bool findExact(const WordStream &stream, const Hit *begin, const Hit *end, std::vector<TextHit> &found) const;
    void chooseCandidates(const Hit *begin, const Hit *end, Work &work) const;
    void collectSegments(const Hit *begin, const Hit *end, Work &work) const;
    void chain(const WordStream &stream, quint32 reference, const std::vector<Segment> &segments,
               std::vector<TextHit> &found) const;
    TextHit judge(const WordStream &stream, quint32 reference, const std::vector<Segment> &path) const;
    static bool isAcceptable(const TextHit &hit, double likeness, quint32 bodyWords);
    bool isCutCopy(const WordStream &stream, const TextHit &hit, quint32 matched, quint32 added) const;

    std::shared_ptr<const LicenceIndex> m_index;
    Refusals m_refusals;
    std::unordered_set<quint16> m_grants;  ///< words without which a text permits nothing
    std::vector<Turn> m_turning;           ///< by word number: words that turn a permission into a restriction
};

}  // namespace waybill
