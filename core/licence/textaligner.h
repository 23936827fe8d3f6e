// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceindex.h"
#include "core/licence/textjudge.h"

namespace waybill {

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
    using Segment = TextSegment;
    struct Work;

    void findInRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work, std::vector<TextHit> &found) const;
    Segment extended(const WordStream &stream, quint32 reference, Segment segment) const;
    void alignRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work, std::vector<TextHit> &found) const;
    std::pair<quint32, Segment> wholeAt(const WordStream &stream, const Hit &hit) const;
    std::vector<TextHit> findExact(const WordStream &stream, const Hit *begin, const Hit *end) const;
    static void choose(std::vector<TextHit> &hits, std::vector<TextHit> &found);
    std::vector<Hit> takeIsolated(const Hit *begin, const Hit *end, const std::vector<TextHit> &exact,
                                  std::vector<TextHit> &found) const;
    void chooseCandidates(const Hit *begin, const Hit *end, Work &work) const;
    void collectSegments(const Hit *begin, const Hit *end, Work &work) const;
    void dropScattered(quint32 reference, std::vector<Segment> &segments) const;
    void chain(const WordStream &stream, quint32 reference, const std::vector<Segment> &segments,
               std::vector<TextHit> &found) const;

    std::shared_ptr<const LicenceIndex> m_index;
    TextJudge m_judge;
};

}  // namespace waybill
