// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"

#include <array>
#include <optional>
#include <unordered_map>

namespace waybill {

/// Reads notices about the GPL, LGPL and AGPL: which family, which version, only that or later ones too.
class GnuNotice
{
public:
    explicit GnuNotice(WordTable &words);
    /// Whether a notice could be read at this word ("general" of the long names, or an abbreviation).
    bool isAnchor(quint16 word) const { return word < m_anchor.size() && m_anchor[word]; }
    /// `lastEnd`: where the notice before ends; it may go on here ("under the MIT or the GPL"). 0: there is none.
    std::optional<Notice> read(const NoticeText &text, const GrantContext &grants, quint32 at, quint32 lastEnd) const;

private:
    enum class Family { Gpl, Lgpl, Agpl, Gfdl };
    struct Name {
        Family family = Family::Gpl;
        quint32 begin = 0;
        quint32 end = 0;
        int version = 0;          ///< times ten; 0 = none in the name
        bool isLesser = false;    ///< the name that the LGPL bears since 2.1
        bool isDoubtful = false;  ///< "General Public License" without "GNU"
    };
    struct Version {
        int number = 0;  ///< times ten
        quint32 begin = 0;
        quint32 end = 0;
    };
    std::optional<Name> nameAt(const NoticeText &text, quint32 at) const;
    Version versionAt(const NoticeText &text, quint32 at) const;
    Version versionAfter(const NoticeText &text, quint32 from) const;
    Version versionBefore(const NoticeText &text, quint32 name) const;
    quint32 laterEnd(const NoticeText &text, quint32 from, quint32 limit) const;
    int alternative(const NoticeText &text, const Version &version, quint32 &end) const;
    bool speaksAlone(const NoticeText &text, const GrantContext &grants, const Name &name, const Notice &notice,
                     bool versioned) const;
    void readInvariants(const NoticeText &text, Notice &notice) const;
    void readVersions(const NoticeText &text, const Name &name, const Version &version, Notice &notice) const;
    static QString expression(Family family, int version, bool later);

    struct Abbreviation {
        Family family;
        int version;
    };
    std::vector<bool> m_anchor;
    std::unordered_map<quint16, Abbreviation> m_abbreviations;
    std::unordered_map<quint16, int> m_digits;        ///< "2", value 2
    std::unordered_map<quint16, int> m_joinedDigits;  ///< "v2", value 2
    std::unordered_set<quint16> m_versionWords;
    std::unordered_set<quint16> m_laterWords;
    std::unordered_set<quint16> m_stopWords;
    quint16 m_general, m_public, m_license, m_gnu, m_lesser, m_library, m_affero, m_or, m_any, m_the, m_of, m_compatible, m_and,
        m_free, m_documentation, m_only, m_invariant, m_sections, m_no, m_without;
};

}  // namespace waybill
