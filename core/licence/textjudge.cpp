// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textjudge.h"

#include <algorithm>
#include <cmath>

namespace waybill {

using namespace textindex;

namespace {

constexpr quint32 refusalReach = 6;  ///< words before a text whose first words are missing
constexpr quint32 edgeWindow = 24;   ///< words at both ends that are compared one by one
constexpr double cutShare = 0.8;     ///< share of the body that a cut copy keeps at least
constexpr quint32 cutWords = 30;     ///< words that it keeps at least
constexpr quint32 cutHead = 12;      ///< words that it may lack at its beginning
constexpr double cutSlips = 0.04;    ///< added words per kept word

}  // namespace

TextHit TextJudge::judge(const WordStream &stream, quint32 reference, const std::vector<TextSegment> &path) const
{
    const Reference &info = m_index->references()[reference];
    TextGap gap(stream.numbers, m_index->tokens(info), info.bodyBegin, info.bodyEnd, m_words.turns(), m_words.refusals());
    const TextSegment &first = path.front();
    const quint32 headText = std::min(first.text, std::min(first.reference, edgeWindow) + 4);
    quint32 begin = first.text;
    quint32 end = first.text;
    gap.head(first.text - headText, first.text, first.reference - std::min(first.reference, edgeWindow), first.reference, begin);
    if (begin == first.text)
        gap.refusal(begin > refusalReach ? begin - refusalReach : 0, begin);
    quint32 referenceEnd = first.reference;
    for (const TextSegment &segment : path) {
        const quint32 skip = std::max(end > segment.text ? end - segment.text : 0,
                                      referenceEnd > segment.reference ? referenceEnd - segment.reference : 0);
        gap.between(end, segment.text + skip, referenceEnd, segment.reference + skip);
        gap.same(segment.reference + skip, segment.reference + segment.length);
        end = segment.text + segment.length;
        referenceEnd = segment.reference + segment.length;
    }
    const quint32 tailReference = std::min(info.tokenCount, referenceEnd + edgeWindow);
    const quint32 tailText = std::min(static_cast<quint32>(stream.size()), end + (tailReference - referenceEnd) + 4);
    gap.tail(end, tailText, referenceEnd, tailReference, end);

    const quint32 bodyWords = info.bodyEnd - info.bodyBegin;
    TextHit hit;
    hit.reference = reference;
    hit.beginWord = begin;
    hit.endWord = end;
    hit.score = double(gap.bodyMatched()) / bodyWords;
    const double likeness = 2.0 * gap.matched() / double(bodyWords + (gap.matched() - gap.bodyMatched()) + (end - begin));
    hit.value = gap.matched() * std::pow(likeness, 4);
    hit.exact = gap.bodyMatched() == bodyWords && gap.added() == 0;
    hit.turnsAllowed = bodyWords >= 800 ? static_cast<quint32>(bodyWords * 0.003) : 0;
    hit.turnsMissed = gap.turningMissed();
    hit.added = gap.stretches();
    hit.close = isAcceptable(hit, likeness, bodyWords)
        || (first.reference <= info.bodyBegin + cutHead && isCutCopy(stream, hit, gap.matched(), gap.added()));
    // Of two texts that fit, the one of which nothing was turned is meant.
    const bool turned = hit.turnsMissed > 0
        || std::any_of(hit.added.begin(), hit.added.end(), [](const AddedStretch &s) { return s.turning + s.doubtful > 0; });
    if (turned && hit.turnsAllowed == 0)
        hit.value *= 0.85;
    return hit;
}

/// A copy that breaks off (the disclaimer is missing, or a line) and to which nothing was added is that licence as far as it
/// goes; its score tells how far. A disclaimer alone is none: many licences share it.
bool TextJudge::isCutCopy(const WordStream &stream, const TextHit &hit, quint32 matched, quint32 added) const
{
    const auto begin = stream.numbers.begin();
    return hit.score >= cutShare && matched >= cutWords && added <= cutSlips * matched && hit.turnsMissed == 0
        && std::none_of(hit.added.begin(), hit.added.end(), [](const AddedStretch &s) { return s.turning + s.doubtful > 0; })
        && std::any_of(begin + static_cast<std::ptrdiff_t>(hit.beginWord), begin + static_cast<std::ptrdiff_t>(hit.endWord),
                       [this](quint16 word) { return m_words.isGrant(word); });
}

bool TextJudge::isAcceptable(const TextHit &hit, double likeness, quint32 bodyWords)
{
    if (hit.exact)
        return true;
    // A short text has no room for differences; in a long one a few words do not make another licence.
    const double least = bodyWords < 30 ? 0.86 : bodyWords < 100 ? 0.9 : 0.87;
    return hit.score >= least && likeness >= 0.75;
}

}  // namespace waybill
