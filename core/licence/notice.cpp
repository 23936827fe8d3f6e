// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/notice.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr quint32 maxFillers = 8;
constexpr quint32 verbWindow = 12;
constexpr quint32 longName = 14;  ///< words of a name that is spelled out, and of the words before it

/// A blank inside a line too: words go on behind it.
bool isWordByte(char c)
{
    return c == ' ' || c == '\t' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isLineBlank(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || static_cast<unsigned char>(c) >= 0x80;
    });
}

}  // namespace

bool NoticeText::beginsLine(std::size_t word) const
{
    const qsizetype begin = words.begins[word];
    const qsizetype limit = std::max<qsizetype>(0, begin - 200);
    qsizetype at = begin;
    while (at > limit && bytes[at - 1] != '\n')
        --at;
    return (at == 0 || bytes[at - 1] == '\n') && isLineBlank(bytes.sliced(at, begin - at));
}

bool NoticeText::breaksAfter(std::size_t word) const
{
    constexpr qsizetype statement = 48;  // so much between two words is a line that was left out
    const QByteArrayView gap = between(word);
    if (gap.size() <= 1)
        return false;
    if (gap.size() > statement)
        return true;
    const qsizetype stop = gap.indexOf('.');
    const bool sentence = stop >= 0 && stop + 1 < gap.size() && (gap[stop + 1] == ' ' || gap[stop + 1] == '\n');
    // "v. 2.0", "ver. 3"
    const bool abbreviation = sentence && words.ends[word] - words.begins[word] <= 3;
    return (sentence && !abbreviation) || std::count(gap.begin(), gap.end(), '\n') > 1;
}

bool NoticeText::isTogether(std::size_t begin, std::size_t end, const char *signs) const
{
    constexpr std::ptrdiff_t mostMarks = 2;  // the end of a value, a comma and the beginning of the next one are more
    for (std::size_t word = begin; word + 1 < end; ++word) {
        const QByteArrayView gap = between(word);
        const std::ptrdiff_t lines = std::count(gap.begin(), gap.end(), '\n');
        if (lines > 1)
            return false;
        if (lines == 1)
            continue;
        if (std::any_of(gap.begin(), gap.end(), [signs](char c) { return c != '\0' && std::strchr(signs, c) != nullptr; }))
            return false;
        const auto marks = std::count_if(gap.begin(), gap.end(), [](char c) { return c == '"' || c == '\'' || c == ','; });
        if (marks > mostMarks)
            return false;
    }
    return true;
}

bool NoticeText::isKeyAndValue(std::size_t begin, std::size_t end) const
{
    for (std::size_t word = begin; word + 1 < end; ++word) {
        const QByteArrayView gap = between(word);
        if (std::count(gap.begin(), gap.end(), ':') == 1)
            return true;
    }
    return false;
}

bool NoticeText::isQuoted(std::size_t begin, std::size_t end) const
{
    const qsizetype first = words.begins[begin];
    const char quote = first > 0 ? bytes[first - 1] : '\0';
    return (quote == '"' || quote == '\'') && after(end - 1) == quote;
}

bool NoticeText::namesException(std::size_t end) const
{
    constexpr std::size_t reach = 5;
    for (std::size_t word = end; word < std::min(words.size(), end + reach) && between(word - 1) == "-"; ++word) {
        const QByteArrayView text = bytes.sliced(words.begins[word], words.ends[word] - words.begins[word]);
        if (text == "with" || text == "WITH")
            return false;
        if (text.startsWith("exception"))
            return true;
    }
    return false;
}

bool NoticeText::isJoined(std::size_t begin, std::size_t end) const
{
    for (std::size_t word = begin; word + 1 < end; ++word) {
        const QByteArrayView gap = between(word);
        if (gap != "-" && gap != ".")
            return false;
    }
    return true;
}

bool NoticeText::isPartOfIdentifier(std::size_t begin, std::size_t end) const
{
    const auto isLetter = [this](qsizetype at) {
        return at >= 0 && at < bytes.size()
            && ((bytes[at] >= 'a' && bytes[at] <= 'z') || (bytes[at] >= 'A' && bytes[at] <= 'Z')
                || (bytes[at] >= '0' && bytes[at] <= '9'));
    };
    const qsizetype first = words.begins[begin];
    const qsizetype last = words.ends[end - 1];
    // "GPL2_ONLY", "LGPLv3+_or_GPLv2+" name a licence.
    const auto isWord = [this](std::size_t word, std::initializer_list<QByteArrayView> list) {
        return word < words.size() && std::any_of(list.begin(), list.end(), [&](QByteArrayView each) {
                   return bytes.sliced(words.begins[word], words.ends[word] - words.begins[word])
                              .compare(each, Qt::CaseInsensitive)
                       == 0;
               });
    };
    const bool fileName = first > 1 && bytes[first - 1] == '.' && isLetter(first - 2);  // COPYING.GPL
    const bool before = fileName
        || (first > 1 && bytes[first - 1] == '_' && isLetter(first - 2) && !(begin > 0 && isWord(begin - 1, {"or", "and"})));
    const bool behind
        = last + 1 < bytes.size() && bytes[last] == '_' && isLetter(last + 1) && !isWord(end, {"only", "or", "and", "plus"});
    return before || behind;
}

bool NoticeText::endsLine(std::size_t word) const
{
    const qsizetype end = words.ends[word];
    const qsizetype limit = std::min<qsizetype>(bytes.size(), end + 200);
    qsizetype at = end;
    while (at < limit && bytes[at] != '\n')
        ++at;
    return (at == bytes.size() || bytes[at] == '\n') && isLineBlank(bytes.sliced(end, at - end));
}

GrantContext::Set GrantContext::setOf(WordTable &words, std::initializer_list<const char *> list)
{
    Set set;
    for (const char *word : list)
        set.insert(words.addWord(word));
    return set;
}

GrantContext::GrantContext(WordTable &words)
    : m_fillers(
        setOf(words, {"the",    "a",      "an",       "terms", "term", "and",      "or",         "conditions", "condition",
                      "of",     "either", "both",     "this",  "same", "standard", "permissive", "liberal",    "open",
                      "source", "free",   "software", "gnu",   "s",    "any",      "following"})),
      m_verbs(setOf(words, {"redistribute",  "redistributed",
                            "distribute",    "distributed",
                            "modify",        "modified",
                            "licensed",      "license",
                            "licensing",     "relicensed",
                            "released",      "available",
                            "provided",      "covered",
                            "published",     "copied",
                            "used",          "use",
                            "offered",       "dual",
                            "placed",        "made",
                            "issued",        "is",
                            "are",           "falls",
                            "fall",          "permitted",
                            "put",           "it",
                            "distributable", "redistributable",
                            "governed",      "shared",
                            "contributed",   "sublicensed"})),
      m_negations(
          setOf(words, {"not",          "never",      "cannot", "previously", "formerly", "unless",   "if",      "longer",
                        "incompatible", "compatible", "could",  "would",      "question", "than",     "neither", "whether",
                        "was",          "were",       "should", "must",       "suggest",  "recommend"})),
      m_mentions(
          setOf(words, {"combine", "combined", "combining", "doesn", "link", "linked", "linking", "unlike", "old", "older"})),
      m_license(setOf(words, {"license", "licenses", "licensing"})),
      m_keywords(setOf(words,
                       {"license", "licenses", "licensed", "licensing", "licenseid", "licensename", "spdxlicense", "relicensed",
                        "licensetype", "licencia", "lizenz", "licenza", "licensedeclared", "licensetext"})),
      m_denials(setOf(words, {"not",     "non",     "unlike",     "compatible", "incompatible", "similar", "than",
                              "without", "never",   "instead",    "such",       "isn",          "cannot",  "no",
                              "neither", "nor",     "previously", "formerly",   "was",          "were",    "resembles",
                              "versus",  "compare", "compares",   "compared",   "between",      "example", "examples",
                              "vs"})),
      m_links(setOf(
          words,
          {"or",   "and",       "the",     "either", "both",          "terms",      "of",       "under", "a",           "an",
           "at",   "your",      "option",  "also",   "licenses",      "license",    "licensed", "only",  "lgpl",        "gpl",
           "gnu",  "s",         "dual",    "with",   "alternatively", "any",        "one",      "http",  "www",         "see",
           "html", "txt",       "md",      "org",    "php",           "conditions", "version",  "later", "as",          "well",
           "file", "in",        "copying", "this",   "software",      "may",        "be",       "used",  "distributed", "found",
           "root", "directory", "source",  "tree"})),
      m_under(words.addWord("under")), m_is(words.addWord("is")), m_by(words.addWord("by")), m_to(words.addWord("to")),
      m_subject(words.addWord("subject")), m_covered(words.addWord("covered")), m_governed(words.addWord("governed")),
      m_redistribute(words.addWord("redistribute")), m_modify(words.addWord("modify")), m_name(words.addWord("name")),
      m_id(words.addWord("id")), m_type(words.addWord("type")), m_licensed(words.addWord("licensed")),
      m_org(words.addWord("org")), m_badge(words.addWord("badge")), m_terms(words.addWord("terms")),
      m_free(words.addWord("free")), m_software(words.addWord("software")), m_e(words.addWord("e")), m_g(words.addWord("g"))
{
}

GrantContext::Found GrantContext::before(const NoticeText &text, quint32 name) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    quint32 at = name;
    bool sawTerms = false;
    for (quint32 step = 0; at > 0 && step < maxFillers; ++step, --at) {
        const quint16 word = numbers[at - 1];
        if (m_license.contains(word) && text.after(at - 1) == ':')
            return {Strength::Reference, at - 1};
        const bool link = word == m_under
            || (at > 1
                && ((word == m_to && numbers[at - 2] == m_subject)
                    || (word == m_by && (numbers[at - 2] == m_covered || numbers[at - 2] == m_governed))));
        if (link)
            break;
        if (word == m_is) {  // "the licence of this program is the ..."
            const quint32 first = at > verbWindow / 2 ? at - verbWindow / 2 : 0;
            for (quint32 i = at - 1; i > first; --i) {
                if (m_license.contains(numbers[i - 1]))
                    return {Strength::Reference, i - 1};
            }
        }
        if (!m_fillers.contains(word))
            return {};
        sawTerms = sawTerms || word == m_terms;
    }
    if (at == 0 || at + maxFillers == name)
        return {};
    const quint32 link = at - 1;
    // "under the terms of the ..." that opens a line needs no verb before it.
    if (numbers[link] == m_under && sawTerms && text.beginsLine(link))
        return {Strength::Reference, link};
    const quint32 first = link > verbWindow ? link - verbWindow : 0;
    bool verb = numbers[link] != m_under;
    bool redistribute = false;
    bool modify = false;
    quint32 begin = link;
    for (quint32 i = link; i > first; --i) {
        const quint16 word = numbers[i - 1];
        if (text.breaksAfter(i - 1))
            break;
        const bool close = link - i < 6;
        if ((close && m_negations.contains(word)) || m_mentions.contains(word))
            return {};
        redistribute = redistribute || word == m_redistribute;
        modify = modify || word == m_modify;
        if ((close && m_verbs.contains(word)) || word == m_redistribute) {
            verb = true;
            begin = i - 1;
        }
    }
    if (!verb)
        return {};
    return {redistribute && modify ? Strength::Header : Strength::Reference, begin};
}

bool GrantContext::isDeclared(const NoticeText &text, quint32 name, quint32 nameEnd) const
{
    quint32 at = name;
    for (int step = 0; step < 4 && at > 0; ++step, --at) {
        const quint16 word = text.words.numbers[at - 1];
        if (m_keywords.contains(word)) {
            const QByteArrayView gap
                = text.words.begins[at] - text.words.ends[at - 1] < 80 ? text.between(at - 1) : QByteArrayView();
            // "... under this license. MIT is a university": a sentence that ends is no heading.
            // Nor are parts of a file name: LICENSE.MIT, /licenses/mit, LICENSE_GPL.
            // spdx.org/licenses/MIT is one, and so is the badge "license-MIT-blue".
            const quint16 source = at > 1 ? text.words.numbers[at - 2] : 0;
            const bool telling = source != 0 && (source == m_org || source == m_badge);
            const bool joined = !telling && gap.size() == 1 && std::strchr("./-_", gap.front()) != nullptr;
            // Without a mark between them they must be all that a line says: "license MIT".
            const bool marked
                = !isLineBlank(gap) || std::any_of(gap.begin(), gap.end(), [](char c) { return c != ' ' && c != '\t'; });
            const bool id = nameEnd > name + 1 && text.isJoined(name, nameEnd);
            const bool wholeLine = text.beginsLine(at - 1) && (id || !isWordByte(text.after(nameEnd - 1)));
            // "not subject to the GNU Lesser General Public License (LGPL)": the brackets hold the name before them once more.
            const bool shortForm = gap == " (" && text.after(nameEnd - 1) == ')' && !text.beginsLine(at - 1);
            return !gap.empty() && !gap.startsWith(". ") && !joined && !(shortForm && isDenied(text, at - 1, longName))
                && (marked || wholeLine || telling);
        }
        // "* Free software: BSD license"
        if (step == 0 && word == m_software && at > 1 && text.words.numbers[at - 2] == m_free && text.after(at - 1) == ':')
            return true;
        // "License name: X", "license (id) = X", "License: the X", "LICENSE is X"
        if (!m_fillers.contains(word) && word != m_is && word != m_name && word != m_id && word != m_type)
            return false;
    }
    return false;
}

bool GrantContext::isCalledLicence(const NoticeText &text, quint32 end) const
{
    if (end >= text.words.size() || text.words.begins[end] - text.words.ends[end - 1] > 8)
        return false;
    const quint16 word = text.words.numbers[end];
    const QByteArrayView gap = text.between(end - 1);
    const bool another = std::any_of(gap.begin(), gap.end(), [](char c) { return std::strchr(".:=;,{|/", c) != nullptr; });
    return (m_license.contains(word) || word == m_licensed) && !another;
}

bool GrantContext::isDenied(const NoticeText &text, quint32 name, quint32 reach) const
{
    const quint32 first = name > reach ? name - reach : 0;
    for (quint32 i = name; i > first; --i) {
        if (text.breaksAfter(i - 1))
            return false;
        if (i > 1 && text.words.numbers[i - 1] == m_g && text.words.numbers[i - 2] == m_e)
            return true;  // e.g.
        if (m_denials.contains(text.words.numbers[i - 1]) || m_mentions.contains(text.words.numbers[i - 1]))
            return true;
    }
    return false;
}

bool GrantContext::continues(const NoticeText &text, quint32 end, quint32 name) const
{
    constexpr quint32 longest = 18;
    if (name < end || name - end > longest)
        return false;
    // "(Icons: CC BY 4.0, Fonts: OFL 1.1, Code: MIT)"
    if (name == end + 1 && text.after(end) == ':' && text.between(end - 1).startsWith(','))
        return true;
    for (quint32 i = end; i < name; ++i) {
        if (!m_links.contains(text.words.numbers[i]))
            return false;
    }
    return true;
}

}  // namespace waybill
