// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textaligner.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace waybill {

using namespace textindex;

namespace {

constexpr quint32 regionGap = 60;         ///< words without a gram that end a region
constexpr double voteShare = 0.42;        ///< share of a body's grams that makes a candidate
constexpr double chainShare = 0.5;        ///< share of the body below which a chain is noise
constexpr quint32 maxTextGap = 120;       ///< words that may be added inside a text
constexpr std::size_t lookback = 64;      ///< segments that are considered as predecessors
constexpr quint32 refusalReach = 6;       ///< words before a text whose first words are missing
constexpr quint32 exactWords = 40;        ///< a body of less words may be a part of another text
constexpr std::ptrdiff_t strayGrams = 2;  ///< common phrases beside a text
constexpr double cutShare = 0.8;          ///< share of the body that a cut copy keeps at least
constexpr quint32 cutWords = 30;          ///< words that it keeps at least
constexpr quint32 cutHead = 12;           ///< words that it may lack at its beginning
constexpr double cutSlips = 0.04;         ///< added words per kept word
constexpr quint32 edgeWindow = 24;        ///< words at both ends that are compared one by one

/// Words that change what a licence allows when they are put into it.
constexpr std::array<std::string_view, 20> turningWords {
    "decompilation", "disassembly", "disassemble", "restricted", "restricts",     "prohibited", "forbidden",
    "denied",        "revoked",     "refused",     "withheld",   "noncommercial", "commercial", "commercially",
    "evil",          "nonprofit",   "disallowed",  "never",      "cannot",        "payment"};

/// Words that narrow what a licence allows where they say what the work may be used for.
constexpr std::array<std::string_view, 8> purposeWords {"academic", "educational", "evaluation", "research",
                                                        "internal", "personal",    "military",   "nuclear"};
constexpr std::array<std::string_view, 10> nearPurpose {"for",  "use", "used",     "using",  "purpose",
                                                        "only", "non", "purposes", "solely", "exclusively"};
constexpr std::array<std::string_view, 8> modalWords {"may", "can", "shall", "must", "do", "does", "will", "should"};

/// Small words of logic: one of them in place of another word is a change of meaning in a clean copy only.
constexpr std::array<std::string_view, 6> logicWords {"not", "no", "harm", "only", "except", "unless"};

/// "not" before one of these takes away what the licence gives.
constexpr std::array<std::string_view, 4> refusedWords {"granted", "permitted", "allowed", "authorized"};

/// Words of a condition: a sentence with one of them, put into a licence, makes another licence of it.
constexpr std::array<std::string_view, 19> conditionWords {"must",       "shall",     "required",    "requires",     "require",
                                                           "consent",    "agree",     "mandatory",   "obligated",    "obliged",
                                                           "prohibits",  "decompile", "restriction", "restrictions", "terminate",
                                                           "terminates", "indemnify", "notify",      "advertising"};

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
    : m_index(std::move(index)), m_turning(static_cast<std::size_t>(words.size()) + 1, Turn::None)
{
    for (const std::string_view word : turningWords) {
        if (const quint16 number = words.findWord(word))
            m_turning[number] = Turn::Always;
    }
    for (const std::string_view word : purposeWords) {
        if (const quint16 number = words.findWord(word))
            m_turning[number] = Turn::OfPurpose;
    }
    for (const std::string_view word : nearPurpose)
        m_refusals.purposes.insert(words.findWord(word));
    for (const std::string_view word : modalWords)
        m_refusals.modals.insert(words.findWord(word));
    for (const std::string_view word : {"permission", "permitted", "granted", "grant", "grants", "redistribution", "retain"})
        m_grants.insert(words.findWord(word));
    m_grants.erase(0);
    m_refusals.purposes.erase(0);
    m_refusals.modals.erase(0);
    for (const std::string_view word : logicWords) {
        if (const quint16 number = words.findWord(word))
            m_turning[number] = Turn::Often;
    }
    for (const std::string_view word : refusedWords) {
        if (const quint16 number = words.findWord(word))
            m_refusals.refused.insert(number);
    }
    m_refusals.notWord = words.findWord("not");
    m_refusals.advised = words.findWord("advised");
    m_refusals.with = words.findWord("with");
    m_refusals.orWord = words.findWord("or");
    m_refusals.without = words.findWord("without");
    for (const std::string_view word : conditionWords) {
        if (const quint16 number = words.findWord(word))
            m_turning[number] = Turn::InSentence;
    }
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
    for (quint32 i = 0; i < stream.size(); ++i) {
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

/// Most licence files hold a text as it is. Where the longest reference that stands word by word in the region is all of it,
/// nothing needs to be aligned there.
bool TextAligner::findExact(const WordStream &stream, const Hit *begin, const Hit *end, std::vector<TextHit> &found) const
{
    quint32 best = 0;
    Segment whole {0, 0, 0};
    for (const Hit *hit = begin; hit != end; ++hit) {
        if (whole.length > 0 && hit->word > whole.text && hit->word < whole.text + whole.length)
            continue;
        for (const quint32 place : m_index->placesOf(hit->key)) {
            const quint32 reference = place >> positionBits;
            const Reference &info = m_index->references()[reference];
            const quint32 words = info.bodyEnd - info.bodyBegin;
            if ((place & ((1U << positionBits) - 1)) != info.bodyBegin || words < exactWords || words > stream.size() - hit->word)
                continue;
            const auto tokens = m_index->tokens(info).subspan(info.bodyBegin, words);
            if (!std::equal(tokens.begin(), tokens.end(), stream.numbers.begin() + static_cast<std::ptrdiff_t>(hit->word)))
                continue;
            const Segment segment = extended(stream, reference, {hit->word, info.bodyBegin, words});
            const quint32 size = m_index->references()[best].tokenCount;
            if (segment.length > whole.length || (segment.length == whole.length && info.tokenCount < size)) {
                best = reference;
                whole = segment;
            }
        }
    }
    if (whole.length == 0)
        return false;
    const TextHit text = judge(stream, best, {whole});
    const auto before = [](const Hit &hit, quint32 word) { return hit.word < word; };
    const Hit *first = std::lower_bound(begin, end, text.beginWord, before);
    const Hit *last = std::lower_bound(first, end, text.endWord, before);
    const auto outside = (first - begin) + (end - last);
    if (outside > strayGrams)
        return false;
    found.push_back(text);
    return true;
}

void TextAligner::findInRegion(const WordStream &stream, const Hit *begin, const Hit *end, Work &work,
                               std::vector<TextHit> &found) const
{
    if (begin == end || findExact(stream, begin, end, found))
        return;
    chooseCandidates(begin, end, work);
    if (work.candidates.empty())
        return;
    collectSegments(begin, end, work);
    std::vector<TextHit> hits;
    for (std::size_t i = 0; i < work.candidates.size(); ++i)
        chain(stream, work.candidates[i], work.segments[i], hits);
    std::sort(hits.begin(), hits.end(), [](const TextHit &a, const TextHit &b) {
        return a.value != b.value ? a.value > b.value : a.reference < b.reference;
    });
    std::vector<TextHit> chosen;
    for (const TextHit &hit : hits) {
        const bool free = std::none_of(chosen.begin(), chosen.end(), [&hit](const TextHit &other) {
            const qint64 common = qint64(std::min(hit.endWord, other.endWord)) - qint64(std::max(hit.beginWord, other.beginWord));
            return common > 0.3 * (hit.endWord - hit.beginWord);
        });
        if (free)
            chosen.push_back(hit);
    }
    std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(found), [](const TextHit &hit) { return hit.close; });
}

/// Chains segments to the best ways through text and reference, several where a text occurs several times.
void TextAligner::chain(const WordStream &stream, quint32 reference, const std::vector<Segment> &segments,
                        std::vector<TextHit> &found) const
{
    const Reference &info = m_index->references()[reference];
    const quint32 maxReferenceGap = std::max(maxTextGap, info.tokenCount / 4);
    std::vector<double> score(segments.size());
    std::vector<int> before(segments.size(), -1);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment &s = segments[i];
        score[i] = s.length;
        for (std::size_t j = i; j > (i > lookback ? i - lookback : 0); --j) {
            const Segment &p = segments[j - 1];
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
        const TextHit hit = judge(stream, reference, path);
        if (hit.score >= chainShare)
            found.push_back(hit);
    }
}

TextHit TextAligner::judge(const WordStream &stream, quint32 reference, const std::vector<Segment> &path) const
{
    const Reference &info = m_index->references()[reference];
    TextGap gap(stream.numbers, m_index->tokens(info), info.bodyBegin, info.bodyEnd, m_turning, m_refusals);
    const Segment &first = path.front();
    const quint32 headText = std::min(first.text, std::min(first.reference, edgeWindow) + 4);
    quint32 begin = first.text;
    quint32 end = first.text;
    gap.head(first.text - headText, first.text, first.reference - std::min(first.reference, edgeWindow), first.reference, begin);
    if (begin == first.text)
        gap.refusal(begin > refusalReach ? begin - refusalReach : 0, begin);
    quint32 referenceEnd = first.reference;
    for (const Segment &segment : path) {
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
bool TextAligner::isCutCopy(const WordStream &stream, const TextHit &hit, quint32 matched, quint32 added) const
{
    const auto begin = stream.numbers.begin();
    return hit.score >= cutShare && matched >= cutWords && added <= cutSlips * matched && hit.turnsMissed == 0
        && std::none_of(hit.added.begin(), hit.added.end(), [](const AddedStretch &s) { return s.turning + s.doubtful > 0; })
        && std::any_of(begin + static_cast<std::ptrdiff_t>(hit.beginWord), begin + static_cast<std::ptrdiff_t>(hit.endWord),
                       [this](quint16 word) { return m_grants.contains(word); });
}

bool TextAligner::isAcceptable(const TextHit &hit, double likeness, quint32 bodyWords)
{
    if (hit.exact)
        return true;
    // A short text has no room for differences; in a long one a few words do not make another licence.
    const double least = bodyWords < 30 ? 0.86 : bodyWords < 100 ? 0.9 : 0.87;
    return hit.score >= least && likeness >= 0.75;
}

}  // namespace waybill
