// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"
#include "core/licence/textaligner.h"

namespace waybill {

/// Joins what the aligner and the notice readers found in one text: notices inside texts go, references that only repeat a
/// stronger match near by go, exceptions are bound to the licence before them.
class MatchJoiner
{
public:
    explicit MatchJoiner(const LicenceCatalog &catalog) : m_catalog(catalog) { }
    void addText(const QString &id, const TextHit &hit);
    void addEula(Notice notice);
    void addNotice(Notice notice);
    std::vector<LicenceMatch> join(const WordStream &stream);

private:
    struct Part {
        Notice notice;
        double score = 1;
        bool dropped = false;
    };
    void bindExceptions();
    void dropRepeated();
    bool repeats(const Part &reference, const Part &other) const;

    const LicenceCatalog &m_catalog;
    std::vector<Part> m_texts;
    std::vector<Part> m_parts;
};

/// Fills the line numbers of matches that are in order of position; one pass over the text up to the last match.
void numberLines(QByteArrayView text, std::vector<LicenceMatch> &matches);

}  // namespace waybill
