// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"
#include "core/licence/textaligner.h"

namespace waybill {

/// Words by which a text offers a choice of licences.
struct ChoiceWords {
    explicit ChoiceWords(WordTable &words);
    quint16 alternatively, orWord, either, dual, later, any, modify, newer;
};

/// Joins what the aligner and the notice readers found in one text: notices inside texts go, references that only repeat a
/// stronger match near by go, exceptions are bound to the licence before them.
class MatchJoiner
{
public:
    MatchJoiner(const LicenceCatalog &catalog, const ChoiceWords &words) : m_catalog(catalog), m_words(words) { }
    /// `closeId` names the text when it was found with differences.
    void addText(const QString &id, const QString &closeId, const TextHit &hit);
    void addEula(Notice notice);
    void addNotice(Notice notice);
    std::vector<LicenceMatch> join(const WordStream &stream);

private:
    struct Part {
        Notice notice;
        double score = 1;
        bool dropped = false;
        bool isAlternative = false;
        QString unbound;  ///< what an exception means when no licence stands before it
    };
    struct Text {
        QString id;
        QString closeId;
        TextHit hit;
    };
    Part partOf(const Text &text) const;
    bool isAltered(const TextHit &hit) const;
    void dropInside();
    void bindExceptions();
    void dropRepeated();
    void dropQuoted();
    void markChoices(const WordStream &stream);
    bool opensChoice(const WordStream &stream, quint32 at) const;
    bool isClauseOr(const WordStream &stream, quint32 at) const;
    bool repeats(const Part &reference, const Part &other) const;

    const LicenceCatalog &m_catalog;
    const ChoiceWords &m_words;
    std::vector<Text> m_texts;
    std::vector<Part> m_parts;
};

/// Fills the line numbers of matches that are in order of position; one pass over the text up to the last match.
void numberLines(QByteArrayView text, std::vector<LicenceMatch> &matches);

}  // namespace waybill
