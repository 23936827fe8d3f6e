// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"
#include "core/licence/phrasetable.h"

namespace waybill {

/// How sure one may be that a name in running text means the licence.
enum class NameStrength : quint8 {
    Sure,     ///< "Apache License 2.0", "BSD-3-Clause": nothing else is called so
    Short,    ///< "MIT", "Zlib": a licence beside words of licensing
    Ordinary  ///< "Ruby", "Intel", "Plexus": a licence only where a licence is expected
};

/// The names of all licences but the GNU and Creative Commons families, which have grammars of their own: ids and names of
/// the SPDX list, the spellings of the catalogue, those of licence-notices.yaml. Immutable after load, any thread.
class LicenceNames
{
public:
    struct Found {
        const QString *expression = nullptr;  ///< nullptr: no name begins here
        quint32 words = 0;
        NameStrength strength = NameStrength::Sure;
        bool isVague = false;      ///< the name leaves open which version or variant; the common one is meant
        bool saysLicence = false;  ///< "license" is part of the name
        bool isId = false;         ///< it is an id of the SPDX list, and sure where it is written as one ("OGC-1.0")
    };

    /// Adds one name; its words become known to `words`.
    void add(WordTable &words, const QString &name, const QString &expression, bool isVague);
    /// Adds what the catalogue knows.
    void addCatalog(WordTable &words, const LicenceCatalog &catalog);
    /// Names of this list are of strength Short though they are a single word.
    void setShortNames(const QStringList &names) { m_shortNames = names; }
    /// References that stand for words which are no name ("other", "commercial"): their spellings are not looked for.
    void setNameless(const QStringList &expressions) { m_nameless = expressions; }
    /// Words that are no name of a licence beside a number ("python 2").
    void setEverydayNames(const QStringList &words) { m_everyday = words; }
    /// The longest name that begins at a word.
    Found find(const WordStream &stream, std::size_t at) const;

private:
    struct Name {
        QString expression;
        NameStrength strength = NameStrength::Sure;
        bool isVague = false;
        bool saysLicence = false;
        bool isId = false;
    };
    void addForms(WordTable &words, const QString &name, const QString &expression);
    NameStrength strengthOf(const QString &name) const;

    PhraseTable m_table;
    std::vector<Name> m_names;  ///< by payload
    QStringList m_shortNames;
    QStringList m_nameless;
    QStringList m_everyday;
};

}  // namespace waybill
