// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/subjectnames.h"

#include <vector>

namespace waybill {

class LicenceCatalog;

/// How one file is tied to a library, from the tables of ELF files. Plain value.
struct LinkFact {
    enum class Kind : quint8 {
        Needs,     ///< loads it when it starts (DT_NEEDED)
        Contains,  ///< was linked with it statically
    };
    Kind kind = Kind::Needs;
    JudgementId from;  ///< terms of the file that uses the library
    std::string path;  ///< that file, image bytes without leading slash
    JudgementId to;    ///< terms of the library's own file; invalid when the library lies in no file of the image
    QString library;   ///< "libreadline.so.8"
    QString expression;
    LicenceClass licenceClass = LicenceClass::Unknown;
};

/// Something that the terms of no single file tell: what the image grew from, how files are linked, which texts are missing.
/// Rules with `when: {circumstance: ID}` speak about it; each gives one finding of its own.
struct Circumstance {
    QString id;                           ///< "ubuntu-modified", "gpl-linked-by-own", ...
    SubjectName subject;                  ///< what it is about
    std::vector<JudgementId> judgements;  ///< files behind it, ascending
    QString detail;                       ///< the fact in a few words, takes the place of {detail} in reasons
};

/// Ties between files that the inventory tells, in a fixed order. The catalogue knows the classes of libraries that were linked
/// into a file; without one they are unknown.
std::vector<LinkFact> linkFactsOf(const Inventory &inventory, const LicenceCatalog *catalog);

/// All circumstances of an inventory, sorted by id and subject. Follows from content only.
std::vector<Circumstance> circumstancesOf(const Inventory &inventory, const std::vector<LinkFact> &links);

}  // namespace waybill
