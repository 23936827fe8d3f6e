// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textaligner.h"

#include <algorithm>
#include <map>

namespace waybill {

using namespace textindex;

namespace {

constexpr quint32 regionGap = 60;      ///< words without a gram that end a region
constexpr double voteShare = 0.42;     ///< share of a body's grams that makes a candidate
constexpr double chainShare = 0.5;     ///< share of the body below which a chain is noise
constexpr quint32 maxTextGap = 120;    ///< words that may be added inside a text
constexpr std::size_t lookback = 64;   ///< segments that are considered as predecessors
constexpr quint32 exactWords = 40;     ///< a body of less words may be a part of another text
constexpr quint32 titleWords = 48;     ///< words around a text that belong to it
constexpr std::size_t strayGrams = 2;  ///< common phrases beside a text

}  // namespace

struct TextAligner::Work {
    std::vector<quint32> stamps;  ///< by gram key: region number in which it was counted last
    quint32 region = 0;
    std::vector<quint32> votes;  ///< by reference
    std::vector<int> candidateOf;
    std::vector<quint32> candidates;
    std::vector<std::vector<Segment>> segments;  ///< by candidate
};

TextAligner::TextAligner(std::shared_ptr<const LicenceIndex> index, const WordTable &words)
    : m_index(std::move(index)), m_judge(m_index, words)
{
}

std::vector<TextHit> TextAligner::find(const WordStream &stream) const
{
    // The stamps are as large as the index; keeping them per thread spares small files the clearing.
    static thread_local Work work;
    if (work.stamps.size() != m_index->postingCount()) {
        work.stamps.assign(m_index->postingCount(), 0);
        work.region = 0;
    }
    work.votes.assign(m_index->references().size(), 0);
    work.candidateOf.assign(m_index->references().size(), -1);

    std::vector<TextHit> found;
    std::vector<Hit> hits;
    quint32 known = 0;
    const auto flush = [&] {
        findInRegion(stream, hits.data(), hits.data() + hits.size(), work, found);
        hits.clear();
    };
    constexpr std::size_t ahead = 12;  // words; the slots lie all over the index
    for (quint32 i = 0; i < stream.size(); ++i) {
        if (i + ahead < stream.size())
            m_index->prefetch(gramHash(stream.numbers.data() + i + ahead - gramWords + 1));
        known = stream.numbers[i] == 0 ? 0 : known + 1;
        if (known < gramWords)
            continue;
        const quint32 first = i + 1 - gramWords;
        quint32 key = 0;
        if (m_index->places(gramHash(stream.numbers.data() + first), key).empty())
            continue;
        if (!hits.empty() && first - hits.back().word > regionGap)
            flush();
        hits.push_back({first, key});
    }
    flush();
    return found;
}

void TextAligner::chooseCandidates(const Hit *begin, const Hit *end, Work &work) const
{
    if (++work.region == 0) {  // the counter went round
        std::fill(work.stamps.begin(), work.stamps.end(), 0);
        work.region = 1;
    }
    std::vector<quint32> touched;
    for (const Hit *hit = begin; hit != end; ++hit) {
        if (work.stamps[hit->key] == work.region)
            continue;
        work.stamps[hit->key] = work.region;
        quint32 last = ~0U;
        for (const quint32 place : m_index->placesOf(hit->key)) {
            const quint32 reference = place >> positionBits;
            if (reference == last)
                continue;
            last = reference;
            if (work.votes[reference]++ == 0)
                touched.push_back(reference);
        }
    }
    work.candidates.clear();
    for (const quint32 reference : touched) {
        if (work.votes[reference] >= voteShare * m_index->references()[reference].bodyGrams)
            work.candidates.push_back(reference);
        work.votes[reference] = 0;
    }
}

void TextAligner::collectSegments(const Hit *begin, const Hit *end, Work &work) const
{
    work.segments.assign(work.candidates.size(), {});
    for (std::size_t i = 0; i < work.candidates.size(); ++i)
        work.candidateOf[work.candidates[i]] = static_cast<int>(i);
    for (const Hit *hit = begin; hit != end; ++hit) {
        for (const quint32 place : m_index->placesOf(hit->key)) {
            const int candidate = work.candidateOf[place >> positionBits];
            if (candidate < 0)
                continue;
            const quint32 position = place & ((1U << positionBits) - 1);
            std::vector<Segment> &segments = work.segments[static_cast<std::size_t>(candidate)];
            const std::size_t oldest = segments.size() > 6 ? segments.size() - 6 : 0;
            bool extended = false;
            for (std::size_t s = segments.size(); s > oldest && !extended; --s) {
                Segment &segment = segments[s - 1];
                extended = segment.text + segment.length == hit->word + gramWords - 1
                    && segment.reference + segment.length == position + gramWords - 1;
                segment.length += extended ? 1 : 0;
            }
            if (!extended)
                segments.push_back({hit->word, position, gramWords});
        }
    }
    for (const quint32 reference : work.candidates)
        work.candidateOf[reference] = -1;
}

/// A body that stands in the text word by word, with what else of the reference stands beside it.
TextAligner::Segment TextAligner::extended(const WordStream &stream, quint32 reference, Segment segment) const
{
    const auto tokens = m_index->tokens(m_index->references()[reference]);
    while (segment.text > 0 && segment.reference > 0 && stream.numbers[segment.text - 1] != 0
           && stream.numbers[segment.text - 1] == tokens[segment.reference - 1]) {
        --segment.text;
        --segment.reference;
        ++segment.length;
    }
    while (segment.text + segment.length < stream.size() && segment.reference + segment.length < tokens.size()
           && stream.numbers[segment.text + segment.length] == tokens[segment.reference + segment.length])
        ++segment.length;
    return segment;
}

/// The longest reference whose body stands word by word at a hit; length 0 when there is none.
std::pair<quint32, TextAligner::Segment> TextAligner::wholeAt(const WordStream &stream, const Hit &hit) const
{
    quint32 best = 0;
    Segment whole {0, 0, 0};
    for (const quint32 place : m_index->placesOf(hit.key)) {
        const quint32 reference = place >> positionBits;
        const Reference &info = m_index->references()[reference];
        const quint32 words = info.bodyEnd - info.bodyBegin;
        if ((place & ((1U << positionBits) - 1)) != info.bodyBegin || words < exactWords || words > stream.size() - hit.word)
            continue;
        const auto tokens = m_index->tokens(info).subspan(info.bodyBegin, words);
        if (!std::equal(tokens.begin(), tokens.end(), stream.numbers.begin() + static_cast<std::ptrdiff_t>(hit.word)))
            continue;
        const Segment segment = extended(stream, reference, {hit.word, info.bodyBegin, words});
        const quint32 size = m_index->references()[best].tokenCount;
        if (segment.length > whole.length || (segment.length == whole.length && info.tokenCount < size)) {
            best = reference;
            whole = segment;
        }
    }
    return {best, whole};
}

/// Texts that stand word by word in the region, in order.
std::vector<TextHit> TextAligner::findExact(const WordStream &stream, const Hit *begin, const Hit *end) const
{
    std::vector<TextHit> exact;
    quint32 reference = 0;
    Segment whole {0, 0, 0};
    const auto close = [&] {
        if (whole.length > 0)
            exact.push_back(m_judge.judge(stream, reference, {whole}));
    };
    for (const Hit *hit = begin; hit != end; ++hit) {
        if (whole.length > 0 && hit->word > whole.text && hit->word < whole.text + whole.length)
            continue;
        const auto [best, segment] = wholeAt(stream, *hit);
        if (segment.length == 0)
            continue;
        if (whole.length > 0 && segment.text < whole.text + whole.length) {
            if (segment.length <= whole.length)
                continue;
        } else {
            close();
        }
        reference = best;
        whole = segment;
    }
    close();
    return exact;
}

void TextAligner::findInRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work,
                               std::vector<TextHit> &found) const
{
    if (begin == end)
        return;
    const std::vector<Hit> rest = takeIsolated(begin, end, findExact(stream, begin, end), found);
    // What was taken out leaves gaps.
    const Hit *last = rest.data() + rest.size();
    for (const Hit *first = rest.data(); first != last;) {
        const Hit *next = first + 1;
        while (next != last && next->word - next[-1].word <= regionGap)
            ++next;
        alignRegion(stream, first, next, work, found);
        first = next;
    }
}

void TextAligner::alignRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work,
                              std::vector<TextHit> &found) const
{
    chooseCandidates(begin, end, work);
    if (work.candidates.empty())
        return;
    collectSegments(begin, end, work);
    std::vector<TextHit> hits;
    for (std::size_t i = 0; i < work.candidates.size(); ++i) {
        dropScattered(work.candidates[i], work.segments[i]);
        chain(stream, work.candidates[i], work.segments[i], hits);
    }
    choose(hits, found);
}

/// Most licence files hold texts as they are. Where nothing known stands beside such a text, nothing needs to be aligned there;
/// otherwise it may be a part of a longer one. Returns the hits that are left.
std::vector<TextAligner::Hit> TextAligner::takeIsolated(const Hit *begin, const Hit *end, const std::vector<TextHit> &exact,
                                                        std::vector<TextHit> &found) const
{
    std::vector<std::size_t> strays(exact.size(), 0);
    std::vector<int> inside(static_cast<std::size_t>(end - begin), -1);
    std::size_t next = 0;
    for (const Hit *hit = begin; hit != end; ++hit) {
        while (next < exact.size() && exact[next].endWord + maxTextGap <= hit->word)
            ++next;
        int &holder = inside[static_cast<std::size_t>(hit - begin)];
        for (std::size_t e = next; e < exact.size() && exact[e].beginWord <= hit->word; ++e)
            holder = hit->word < exact[e].endWord ? static_cast<int>(e) : holder;
        for (std::size_t e = next; holder < 0 && e < exact.size() && exact[e].beginWord < hit->word + maxTextGap; ++e)
            ++strays[e];
    }
    for (std::size_t e = 0; e < exact.size(); ++e) {
        const bool follows = e > 0 && exact[e - 1].endWord + maxTextGap > exact[e].beginWord;
        const bool goesOn = e + 1 < exact.size() && exact[e].endWord + maxTextGap > exact[e + 1].beginWord;
        if (m_index->references()[exact[e].reference].isPart != 0 && (follows || goesOn))
            strays[e] = strayGrams + 1;
        if (strays[e] <= strayGrams)
            found.push_back(exact[e]);
    }
    std::vector<Hit> rest;
    for (const Hit *hit = begin; hit != end; ++hit) {
        const int holder = inside[static_cast<std::size_t>(hit - begin)];
        if (holder < 0 || strays[static_cast<std::size_t>(holder)] > strayGrams)
            rest.push_back(*hit);
    }
    return rest;
}

/// Takes the hits that explain most; of what overlaps, the better one.
void TextAligner::choose(std::vector<TextHit> &hits, std::vector<TextHit> &found)
{
    std::sort(hits.begin(), hits.end(), [](const TextHit &a, const TextHit &b) {
        return a.value != b.value ? a.value > b.value : a.reference < b.reference;
    });
    std::map<quint32, std::vector<const TextHit *>> chosen;  // by first word
    quint32 longest = 0;
    for (const TextHit &hit : hits) {
        bool free = true;
        for (auto at = chosen.lower_bound(hit.endWord); at != chosen.begin() && free;) {
            --at;
            if (quint64(at->first) + longest < hit.beginWord)
                break;
            free = std::none_of(at->second.begin(), at->second.end(), [&hit](const TextHit *other) {
                const qint64 common
                    = qint64(std::min(hit.endWord, other->endWord)) - qint64(std::max(hit.beginWord, other->beginWord));
                return common > 0.3 * (hit.endWord - hit.beginWord);
            });
        }
        if (!free)
            continue;
        chosen[hit.beginWord].push_back(&hit);
        longest = std::max(longest, hit.endWord - hit.beginWord);
        if (hit.close)
            found.push_back(hit);
    }
}

/// In a file of many licences every one of them shares phrases with most places. Only where enough of a reference stands close
/// together can a chain begin.
void TextAligner::dropScattered(quint32 reference, std::vector<Segment> &segments) const
{
    const Reference &info = m_index->references()[reference];
    const quint32 body = info.bodyEnd - info.bodyBegin;
    const double least = chainShare * body;
    const quint32 reach = 2 * body + titleWords;
    std::vector<bool> dense(segments.size(), false);
    std::size_t first = 0;
    std::size_t marked = 0;
    quint64 sum = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        sum += segments[i].length;
        while (segments[first].text + reach < segments[i].text)
            sum -= segments[first++].length;
        if (double(sum) < least)
            continue;
        marked = std::max(marked, first);
        for (; marked <= i; ++marked)
            dense[marked] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (dense[i])
            segments[kept++] = segments[i];
    }
    segments.resize(kept);
}

/// Chains segments to the best ways through text and reference, several where a text occurs several times.
void TextAligner::chain(const WordStream &stream, quint32 reference, const std::vector<Segment> &segments,
                        std::vector<TextHit> &found) const
{
    const Reference &info = m_index->references()[reference];
    const quint32 maxReferenceGap = std::max(maxTextGap, info.tokenCount / 4);
    std::vector<double> score(segments.size());
    std::vector<int> before(segments.size(), -1);
    quint32 longest = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment &s = segments[i];
        score[i] = s.length;
        longest = std::max(longest, s.length);
        for (std::size_t j = i; j > (i > lookback ? i - lookback : 0); --j) {
            const Segment &p = segments[j - 1];
            if (p.text + longest + maxTextGap < s.text)
                break;  // segments are in the order of the text
            if (p.text >= s.text || p.reference >= s.reference)
                continue;
            const qint64 textGap = qint64(s.text) - p.text - p.length;
            const qint64 referenceGap = qint64(s.reference) - p.reference - p.length;
            const qint64 overlap = std::max<qint64>({0, -textGap, -referenceGap});
            if (overlap >= s.length || textGap > maxTextGap || referenceGap > maxReferenceGap)
                continue;
            const double joined = score[j - 1] + double(s.length - overlap) - 0.05 * double(std::abs(textGap - referenceGap));
            if (joined > score[i]) {
                score[i] = joined;
                before[i] = static_cast<int>(j - 1);
            }
        }
    }
    const double least = chainShare * (info.bodyEnd - info.bodyBegin);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (score[i] >= least)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&score](std::size_t a, std::size_t b) { return score[a] > score[b]; });
    std::vector<bool> used(segments.size(), false);
    for (const std::size_t end : order) {
        std::vector<Segment> path;
        bool fresh = true;
        for (int i = static_cast<int>(end); i >= 0 && fresh; i = before[static_cast<std::size_t>(i)]) {
            fresh = !used[static_cast<std::size_t>(i)];
            if (fresh)
                path.push_back(segments[static_cast<std::size_t>(i)]);
            used[static_cast<std::size_t>(i)] = true;
        }
        if (!fresh)
            continue;
        std::reverse(path.begin(), path.end());
        const TextHit hit = m_judge.judge(stream, reference, path);
        if (hit.score >= chainShare)
            found.push_back(hit);
    }
}

}  // namespace waybill
