// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencematcher.h"
#include "core/licence/wordtable.h"

#include <initializer_list>
#include <unordered_set>

namespace waybill {

/// A notice found in a word stream: words [begin, end).
struct Notice {
    QString expression;
    MatchKind kind = MatchKind::Reference;
    quint32 begin = 0;
    quint32 end = 0;
    QString edition;
    bool isException = false;  ///< `expression` is an exception to join to what stands before
    bool isVague = false;      ///< it names a family, and the usual member is meant
    bool isBare = false;       ///< a name without any word of licensing beside it
    bool isPointer = false;    ///< it says where a text lies that another notice names
    bool isQuoted = false;     ///< a value between quotes: in a file with a notice of its own it is data
};

/// A text as words together with its bytes.
struct NoticeText {
    const WordStream &words;
    QByteArrayView bytes;

    /// Byte right behind a word, or 0.
    char after(std::size_t word) const
    {
        const quint32 at = words.ends[word];
        return at < bytes.size() ? bytes[at] : '\0';
    }
    /// Bytes between a word and the next; none where the holder filter wrote a word in another's place.
    QByteArrayView between(std::size_t word) const
    {
        const quint32 begin = words.ends[word];
        return word + 1 < words.size() && words.begins[word + 1] > begin ? bytes.sliced(begin, words.begins[word + 1] - begin)
                                                                         : QByteArrayView();
    }
    bool beginsLine(std::size_t word) const;
    bool endsLine(std::size_t word) const;
    /// Whether a sentence, a paragraph or a copyright statement ends between a word and the next.
    bool breaksAfter(std::size_t word) const;
    /// Whether the words [begin, end) are written together as prose or a name is: no blank line and no sign of code between.
    bool isTogether(std::size_t begin, std::size_t end, const char *signs = "$;{}=") const;
    /// Whether a single colon stands between two of the words [begin, end): `json:"license"`.
    bool isKeyAndValue(std::size_t begin, std::size_t end) const;
    /// Whether the words [begin, end) are all that stands between two quotes.
    bool isQuoted(std::size_t begin, std::size_t end) const;
    /// Whether the id [begin, end) goes on to be the id of an exception: "LGPL-3.0-linking-exception".
    bool namesException(std::size_t end) const;
    /// Whether nothing but a hyphen or a point stands between the words [begin, end), as in an id.
    bool isJoined(std::size_t begin, std::size_t end) const;
    /// Whether the words [begin, end) are a part of a longer identifier or file name such as MY_GPL_CHECK, COPYING.GPL.
    bool isPartOfIdentifier(std::size_t begin, std::size_t end) const;
};

/// Says whether the words before a licence's name grant something under it. Immutable, any thread.
class GrantContext
{
public:
    enum class Strength { None, Reference, Header };
    struct Found {
        Strength strength = Strength::None;
        quint32 begin = 0;  ///< first word of the grant
    };

    explicit GrantContext(WordTable &words);
    Found before(const NoticeText &text, quint32 name) const;
    /// "License: NAME", "license = NAME", a heading "License" above it, for the words [name, nameEnd): nothing but marks
    /// between the word and the name.
    bool isDeclared(const NoticeText &text, quint32 name, quint32 nameEnd) const;
    /// "NAME license", "NAME-licensed".
    bool isCalledLicence(const NoticeText &text, quint32 end) const;
    /// The words before say that the licence is another's, or not granted: "unlike the", "compatible with", "not under".
    bool isDenied(const NoticeText &text, quint32 name, quint32 reach = 5) const;
    /// From the end of a notice to the next name there are only words that go on with the list: "or", "and the", ", either".
    bool continues(const NoticeText &text, quint32 end, quint32 name) const;

private:
    using Set = std::unordered_set<quint16>;
    static Set setOf(WordTable &words, std::initializer_list<const char *> list);

    Set m_fillers;
    Set m_verbs;
    Set m_negations;
    Set m_mentions;  ///< of the licence of something else
    Set m_license;
    Set m_keywords;
    Set m_denials;
    Set m_links;
    quint16 m_under, m_is, m_by, m_to, m_subject, m_covered, m_governed, m_redistribute, m_modify, m_name, m_id, m_type,
        m_licensed, m_org, m_badge, m_terms, m_free, m_software, m_e, m_g;
};

}  // namespace waybill
