// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/texttokenizer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace waybill {

namespace {

constexpr quint64 fnvOffset = 14695981039346656037ULL;
constexpr quint64 fnvPrime = 1099511628211ULL;
constexpr std::ptrdiff_t maxTagLength = 300;

/// Lower-case byte for what a word may contain, 0 for separators. Bytes above 0x7f are letters of some encoding; the
/// punctuation among UTF-8 sequences is sorted out where they start.
constexpr std::array<unsigned char, 256> makeFold()
{
    std::array<unsigned char, 256> fold {};
    for (int c = 0; c < 256; ++c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
            fold[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c);
        else if (c >= 'A' && c <= 'Z')
            fold[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c - 'A' + 'a');
    }
    return fold;
}
constexpr std::array<unsigned char, 256> fold = makeFold();

unsigned char folded(char c)
{
    return fold[static_cast<unsigned char>(c)];
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Length of a UTF-8 sequence that is punctuation (quotes, dashes, bullets, signs, no-break space, byte order mark), or 0.
int punctuationLength(const char *at, const char *end)
{
    const auto byte = [&](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    if (end - at >= 2 && byte(0) == 0xC2
        && (byte(1) <= 0xA9 || byte(1) == 0xAB || byte(1) == 0xAD || byte(1) == 0xAE || byte(1) == 0xB7 || byte(1) == 0xBB))
        return 2;
    if (end - at < 3)
        return 0;
    if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81 || byte(1) == 0x84 || (byte(1) >= 0x88 && byte(1) <= 0x9F)))
        return 3;
    if ((byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) || (byte(0) == 0xE3 && byte(1) == 0x80))
        return 3;
    return 0;
}

/// Second byte of a capital letter of the Latin-1 block in UTF-8 (À to Þ), whose small letter is 0x20 further.
bool isAccentedCapital(const char *at, const char *wordBegin)
{
    const auto byte = static_cast<unsigned char>(*at);
    return byte >= 0x80 && byte <= 0x9E && byte != 0x97 && at > wordBegin && static_cast<unsigned char>(at[-1]) == 0xC3;
}

bool equalsFolded(const char *begin, const char *end, std::string_view word)
{
    if (static_cast<std::size_t>(end - begin) != word.size())
        return false;
    return std::equal(begin, end, word.begin(), [](char a, char b) { return folded(a) == static_cast<unsigned char>(b); });
}

constexpr std::array<std::string_view, 44> htmlTags {
    "a",    "b",    "i",    "u",    "p",    "br",    "li",    "ul",    "ol",     "dl",     "dt",
    "dd",   "td",   "th",   "tr",   "tt",   "hr",    "em",    "h1",    "h2",     "h3",     "h4",
    "h5",   "h6",   "div",  "pre",  "var",  "sup",   "sub",   "big",   "span",   "code",   "font",
    "html", "head", "body", "link", "meta", "table", "title", "small", "strong", "center", "blockquote"};

}  // namespace

quint64 hashWord(std::string_view word)
{
    quint64 hash = fnvOffset;
    for (const char c : word)
        hash = (hash ^ folded(c)) * fnvPrime;
    return hash;
}

void TextTokenizer::run(std::vector<TextWord> &words)
{
    while (m_at < m_end) {
        if (folded(*m_at) == 0) {
            skipSeparator();
            continue;
        }
        if (const int length = static_cast<unsigned char>(*m_at) >= 0x80 ? punctuationLength(m_at, m_end) : 0; length > 0) {
            m_before = isCopyrightSign(m_at) ? '\x01' : '"';
            m_afterWord = false;
            m_at += length;
            continue;
        }
        const char *begin = m_at;
        quint64 hash = fnvOffset;
        while (m_at < m_end) {
            const unsigned char c = folded(*m_at);
            if (c == 0 || (c >= 0x80 && punctuationLength(m_at, m_end) > 0))
                break;
            hash = (hash ^ (isAccentedCapital(m_at, begin) ? c + 0x20U : c)) * fnvPrime;
            ++m_at;
        }
        if (m_lineStart && startsCopyright(begin, m_at)) {
            skipLine();
            continue;
        }
        if (isListMarker(begin, m_at) || (m_lineStart && isMarkerWord(begin, m_at)))
            continue;
        words.push_back({hash, static_cast<quint32>(begin - m_begin), static_cast<quint32>(m_at - m_begin)});
        m_lineStart = false;
        m_afterWord = true;
    }
}

void TextTokenizer::skipSeparator()
{
    const char c = *m_at;
    if (c == '\n') {
        m_lineStart = true;
        m_afterWord = false;
        m_before = '\n';
        ++m_at;
        return;
    }
    if (isBlank(c)) {
        ++m_at;
        return;
    }
    if ((c == '<' && skipTag()) || (c == '&' && skipEntity()) || (c == '\\' && skipEscape()))
        return;
    m_before = c;
    m_afterWord = false;
    ++m_at;
}

bool TextTokenizer::skipTag()
{
    const char *name = m_at + 1;
    if (name < m_end && *name == '/')
        ++name;
    const char *end = name;
    while (end < m_end && end - name <= 10 && folded(*end) != 0)
        ++end;
    if (std::none_of(htmlTags.begin(), htmlTags.end(), [&](std::string_view tag) { return equalsFolded(name, end, tag); }))
        return false;
    const char *limit = std::min(m_end, m_at + maxTagLength);
    const char *close = std::find(end, limit, '>');
    if (close == limit)
        return false;
    m_at = close + 1;
    return true;
}

/// Escapes of string literals ("\n", "\u201c"), of man pages ("\fB", "\(co") and, in an RTF file, its control words.
bool TextTokenizer::skipEscape()
{
    const std::ptrdiff_t left = m_end - m_at;
    if (left < 2)
        return false;
    const auto isHex
        = [this](std::ptrdiff_t i) { return std::strchr("0123456789abcdefABCDEF", m_at[i]) != nullptr && m_at[i] != '\0'; };
    std::ptrdiff_t length = 0;
    const char kind = m_at[1];
    if (m_isRtf) {
        length = 1;
        if (kind == '\'') {
            length = std::min<std::ptrdiff_t>(left, 4);
        } else {
            while (length < left && length < 32
                   && ((m_at[length] >= 'a' && m_at[length] <= 'z') || (m_at[length] >= 'A' && m_at[length] <= 'Z')))
                ++length;
            while (length < left && length < 40 && (isDigit(m_at[length]) || m_at[length] == '-'))
                ++length;
            m_lineStart
                = m_lineStart || std::string_view(m_at, static_cast<std::size_t>(std::min<std::ptrdiff_t>(length, 4))) == "\\par";
            length = std::max<std::ptrdiff_t>(length, 2);
        }
    } else if (kind == 'n' || kind == 'r' || kind == 't') {
        length = 2;
        m_lineStart = m_lineStart || kind == 'n';
    } else if (kind == 'f' && left >= 3 && std::strchr("BIRPC123", m_at[2]) != nullptr) {
        length = 3;
    } else if (kind == '(' && left >= 4) {
        length = 4;
    } else if (kind == 'u' && left >= 6 && isHex(2) && isHex(3) && isHex(4) && isHex(5)) {
        length = 6;
    }
    if (length == 0)
        return false;
    m_before = std::string_view(m_at, static_cast<std::size_t>(std::min(left, length))) == "\\(co" ? '\x01' : '"';
    m_afterWord = false;
    m_at += length;
    return true;
}

bool TextTokenizer::skipEntity()
{
    const char *at = m_at + 1;
    if (at < m_end && *at == '#')
        ++at;
    const char *begin = at;
    while (at < m_end && at - begin <= 8 && folded(*at) != 0)
        ++at;
    if (at == begin || at >= m_end || *at != ';')
        return false;
    m_before = equalsFolded(begin, at, "copy") ? '\x01' : '"';
    m_afterWord = false;
    m_at = at + 1;
    return true;
}

/// "1.", "12)", "a.", "(iv)", at a line start, after a closing punctuation mark or in brackets.
bool TextTokenizer::isListMarker(const char *begin, const char *end) const
{
    const std::ptrdiff_t length = end - begin;
    if (length > 4 || end >= m_end || (*end != '.' && *end != ')'))
        return false;
    const bool digits = length <= 2 && std::all_of(begin, end, isDigit);
    const bool letter = length == 1;
    const bool roman = std::all_of(begin, end, [](char c) { return std::strchr("ivxIVX", c) != nullptr; });
    if (!digits && !letter && !roman)
        return false;
    if (*end == '.' && length == 1 && (*begin == 'v' || *begin == 'V'))
        return false;  // "v. 2.0", "(v. January 28, 2020)"
    if (*end == ')' && m_before == '(' && !m_afterWord)
        return true;
    if (end + 1 < m_end && !isBlank(end[1]) && end[1] != '\n')
        return false;
    return m_lineStart || (!m_afterWord && isBlank(begin[-1]) && std::strchr(".;:,", m_before) != nullptr);
}

/// Words that only mark a comment or a paragraph: m4, BASIC, roff.
bool TextTokenizer::isMarkerWord(const char *begin, const char *end) const
{
    if (equalsFolded(begin, end, "dnl") || equalsFolded(begin, end, "rem"))
        return true;
    const bool firstColumn = begin == m_begin || begin[-1] == '\n';
    if (firstColumn && end - begin == 1 && (*begin == 'c' || *begin == 'C') && end < m_end && isBlank(*end))
        return true;  // a comment line of Fortran
    if (end - begin == 1 && *begin == 'c' && begin > m_begin && begin[-1] == '@' && (begin - 1 == m_begin || begin[-2] == '\n'))
        return true;  // and of Texinfo
    return end - begin <= 2 && begin > m_begin && begin[-1] == '.' && (begin - 1 == m_begin || begin[-2] == '\n');
}

bool TextTokenizer::isCopyrightSign(const char *at) const
{
    if (m_end - at >= 3 && at[0] == '(' && (at[1] == 'c' || at[1] == 'C') && at[2] == ')')
        return true;
    return m_end - at >= 2 && static_cast<unsigned char>(at[0]) == 0xC2 && static_cast<unsigned char>(at[1]) == 0xA9;
}

/// Whether this line is a copyright statement and not a sentence that speaks about one.
bool TextTokenizer::startsCopyright(const char *begin, const char *end) const
{
    if (isDigit(*begin) && end - begin == 4 && m_before == '\x01')
        return true;  // © 2020 Somebody
    const bool bracketedC = end - begin == 1 && (*begin == 'c' || *begin == 'C') && m_before == '(' && end < m_end && *end == ')';
    if (bracketedC) {
        const char *at = end + 1;
        while (at < m_end && isBlank(*at))
            ++at;
        return m_end - at >= 4 && std::all_of(at, at + 4, isDigit);
    }
    if (!equalsFolded(begin, end, "copyright") && !equalsFolded(begin, end, "copyrights")
        && !equalsFolded(begin, end, "portions"))
        return false;
    const char *at = end;
    if (equalsFolded(begin, end, "portions")) {
        while (at < m_end && isBlank(*at))
            ++at;
        if (m_end - at < 9 || !equalsFolded(at, at + 9, "copyright"))
            return false;
        at += 9;
    }
    while (at < m_end && (isBlank(*at) || *at == ':' || *at == ','))
        ++at;
    if (at >= m_end || *at == '\n')
        return false;
    if (isCopyrightSign(at) || isDigit(*at) || *at == '<' || *at == '[' || *at == '{' || *at == '$' || *at == '(' || *at == '&')
        return true;
    // "Copyright The Authors 2019": a capitalised name and a year on the same line
    if (*at < 'A' || *at > 'Z' || at + 1 >= m_end || at[1] < 'a' || at[1] > 'z' || *begin != 'C')
        return m_end - at >= 3 && equalsFolded(at, at + 3, "by ");
    const char *lineEnd = std::find(at, std::min(m_end, at + 200), '\n');
    for (const char *digit = at; lineEnd - digit >= 4; ++digit) {
        if (std::all_of(digit, digit + 4, isDigit))
            return true;
    }
    return false;
}

/// To the end of the line, or to where a notice begins behind the statement: "(c) 2019 Somebody. Licensed under the MIT".
void TextTokenizer::skipLine()
{
    ++m_copyrightLines;
    const char *lineEnd = std::find(m_at, m_end, '\n');
    bool boundary = false;
    for (const char *at = m_at; at < lineEnd;) {
        if (folded(*at) == 0) {
            boundary = boundary || std::strchr(".|*;:,)-/", *at) != nullptr;
            if (*at == '\\' && lineEnd - at >= 2 && at[1] == 'n') {  // a line inside a string literal
                m_at = at;
                return;
            }
            ++at;
            continue;
        }
        const char *begin = at;
        while (at < lineEnd && folded(*at) != 0)
            ++at;
        if (startsNotice(begin, at, lineEnd, boundary)) {
            m_at = begin;
            return;
        }
        boundary = false;
    }
    m_at = lineEnd;
}

/// Whether a notice begins with this word of a line that states a copyright; `boundary`: behind a mark.
bool TextTokenizer::startsNotice(const char *begin, const char *end, const char *lineEnd, bool boundary)
{
    static constexpr std::array<std::string_view, 11> always {"licensed",       "released",    "distributed", "permission",
                                                              "redistribution", "spdx",        "dual",        "grants",
                                                              "confidential",   "proprietary", "unpublished"};
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 11> sentences {{{"you", "may"},
                                                      {"you", "can"},
                                                      {"everyone", "is"},
                                                      {"any", "use"},
                                                      {"this", "software"},
                                                      {"this", "program"},
                                                      {"this", "package"},
                                                      {"this", "library"},
                                                      {"this", "file"},
                                                      {"this", "work"},
                                                      {"this", "code"}}};
    static constexpr std::array<std::string_view, 13> behindMark {"this", "license", "licence", "see", "under", "use",      "mit",
                                                                  "bsd",  "gpl",     "lgpl",    "gnu", "isc",   "available"};
    const auto is = [begin, end](std::string_view word) { return equalsFolded(begin, end, word); };
    const auto opens = [begin, end, lineEnd](const Pair &words) {
        const char *next = end;
        while (next < lineEnd && isBlank(*next))
            ++next;
        const char *nextEnd = next;
        while (nextEnd < lineEnd && folded(*nextEnd) != 0)
            ++nextEnd;
        return equalsFolded(begin, end, words.first) && equalsFolded(next, nextEnd, words.second);
    };
    if (std::any_of(sentences.begin(), sentences.end(), opens))
        return true;
    return std::any_of(always.begin(), always.end(), is) || (boundary && std::any_of(behindMark.begin(), behindMark.end(), is));
}

}  // namespace waybill
