// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/holderfilter.h"

namespace waybill {

namespace {

constexpr std::size_t maxHolder = 24;

}  // namespace

/// Keep [at, at + keep), then put `insert`, then go on at `next`. next == 0: nothing to cut.
struct HolderFilter::Cut {
    std::size_t keep = 0;
    std::size_t next = 0;
    bool negate = false;  ///< "neither ... may be used" is written as "... may not be used"
};

HolderFilter::HolderFilter(WordTable &words)
    : m_provided(words.addWord("provided")), m_by(words.addWord("by")), m_as(words.addWord("as")), m_is(words.addWord("is")),
      m_in(words.addWord("in")), m_no(words.addWord("no")), m_event(words.addWord("event")), m_shall(words.addWord("shall")),
      m_will(words.addWord("will")), m_be(words.addWord("be")), m_liable(words.addWord("liable")),
      m_neither(words.addWord("neither")), m_the(words.addWord("the")), m_name(words.addWord("name")),
      m_names(words.addWord("names")), m_of(words.addWord("of")), m_may(words.addWord("may")), m_not(words.addWord("not")),
      m_used(words.addWord("used")), m_software(words.addWord("software")), m_developed(words.addWord("developed")),
      m_includes(words.addWord("includes")), m_to(words.addWord("to")), m_advertising(words.addWord("advertising")),
      m_implied(words.addWord("implied")), m_expressed(words.addWord("expressed")), m_non(words.addWord("non")),
      m_infringement(words.addWord("infringement")), m_noninfringement(words.addWord("noninfringement")),
      m_sub(words.addWord("sub")), m_license(words.addWord("license")), m_sublicense(words.addWord("sublicense")),
      m_university(words.addWord("university")), m_california(words.addWord("california"))
{
}

bool HolderFilter::has(const WordStream &stream, std::size_t at, std::initializer_list<quint16> words) const
{
    if (at + words.size() > stream.size())
        return false;
    for (const quint16 word : words) {
        if (stream.numbers[at++] != word)
            return false;
    }
    return true;
}

std::size_t HolderFilter::findAhead(const WordStream &stream, std::size_t from, std::size_t limit,
                                    std::initializer_list<quint16> words) const
{
    for (std::size_t at = from; at <= from + limit && at < stream.size(); ++at) {
        if (has(stream, at, words))
            return at;
    }
    return 0;
}

HolderFilter::Cut HolderFilter::cutAt(const WordStream &stream, std::size_t at) const
{
    const quint16 word = stream.numbers[at];
    if (word == m_provided && has(stream, at, {m_provided, m_by})) {
        if (const std::size_t end = findAhead(stream, at + 2, maxHolder, {m_as, m_is}))
            return {2, end, false};
    } else if (word == m_in
               && (has(stream, at, {m_in, m_no, m_event, m_shall}) || has(stream, at, {m_in, m_no, m_event, m_will}))) {
        if (const std::size_t end = findAhead(stream, at + 4, maxHolder, {m_be, m_liable}))
            return {4, end, false};
    } else if (word == m_neither && has(stream, at, {m_neither, m_the})) {
        if (const std::size_t end = findAhead(stream, at + 2, 2 * maxHolder, {m_may, m_be}))
            return {0, end, true};
    } else if (word == m_the && (has(stream, at, {m_the, m_name, m_of}) || has(stream, at, {m_the, m_names, m_of}))) {
        if (const std::size_t end = findAhead(stream, at + 3, 2 * maxHolder, {m_may, m_not, m_be, m_used, m_to}))
            return {0, end, false};
        if (const std::size_t end = findAhead(stream, at + 3, maxHolder, {m_not, m_be, m_used, m_in, m_advertising}))
            return {3, end, false};
    } else if (word == m_implied && at >= 3 && has(stream, at, {m_implied, m_of}) && stream.numbers[at - 2] == m_expressed) {
        // "official policies, either expressed or implied, of SOMEBODY": the last words of a text
        if (stream.size() - at <= maxHolder)
            return {2, stream.size(), false};
    } else if (word == m_includes && has(stream, at, {m_includes, m_software, m_developed, m_by})) {
        // The acknowledgement of Berkeley is what tells its licence from others with four clauses.
        if (findAhead(stream, at + 4, 4, {m_university, m_of, m_california}) != 0)
            return {};
        std::size_t end = findAhead(stream, at + 4, maxHolder, {m_neither, m_the});
        if (end == 0)
            end = findAhead(stream, at + 4, maxHolder, {m_the, m_name});
        if (end != 0)
            return {4, end, false};
    }
    return {};
}

/// Words that are written in one or in two: "non-infringement", "sub-license". 0: none here.
quint16 HolderFilter::joinedAt(const WordStream &stream, std::size_t at) const
{
    if (stream.numbers[at] == m_non && has(stream, at, {m_non, m_infringement}))
        return m_noninfringement;
    if (stream.numbers[at] == m_sub && has(stream, at, {m_sub, m_license}))
        return m_sublicense;
    return 0;
}

void HolderFilter::apply(WordStream &stream) const
{
    WordStream out;
    bool changed = false;
    const auto copy = [&](std::size_t i) {
        out.numbers.push_back(stream.numbers[i]);
        out.begins.push_back(stream.begins[i]);
        out.ends.push_back(stream.ends[i]);
    };
    std::size_t at = 0;
    while (at < stream.size()) {
        const Cut cut = cutAt(stream, at);
        const quint16 joined = cut.next == 0 ? joinedAt(stream, at) : 0;
        if (cut.next == 0 && joined == 0) {
            if (changed)
                copy(at);
            ++at;
            continue;
        }
        if (!changed) {
            changed = true;
            out.numbers.assign(stream.numbers.begin(), stream.numbers.begin() + static_cast<std::ptrdiff_t>(at));
            out.begins.assign(stream.begins.begin(), stream.begins.begin() + static_cast<std::ptrdiff_t>(at));
            out.ends.assign(stream.ends.begin(), stream.ends.begin() + static_cast<std::ptrdiff_t>(at));
        }
        if (joined != 0) {
            copy(at);
            out.numbers.back() = joined;
            out.ends.back() = stream.ends[at + 1];
            at += 2;
            continue;
        }
        for (std::size_t i = at; i < at + cut.keep; ++i)
            copy(i);
        at = cut.next;
        if (cut.negate) {
            copy(at);  // may
            copy(at);
            out.numbers.back() = m_not;
            ++at;
        }
    }
    if (changed)
        stream = std::move(out);
}

}  // namespace waybill
