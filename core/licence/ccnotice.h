// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"

#include <optional>

namespace waybill {

/// Reads the names and addresses of Creative Commons licences: "CC BY-SA 4.0", "Creative Commons Attribution-NonCommercial
/// 3.0 Unported", "creativecommons.org/licenses/by-nd/2.5", CC0. Immutable, any thread.
class CcNotice
{
public:
    explicit CcNotice(WordTable &words);
    bool isAnchor(quint16 word) const
    {
        return word != 0
            && (word == m_cc || word == m_creative || word == m_site || word == m_attribution || word == m_cc0
                || word == m_ccZero);
    }
    /// A name with its version, whatever stands around it; nullopt when the version is missing.
    std::optional<Notice> read(const NoticeText &text, quint32 at) const;

private:
    enum Part : unsigned { By = 1, Nc = 2, Nd = 4, Sa = 8 };
    std::optional<Notice> readZero(const NoticeText &text, quint32 at) const;
    /// Reads parts from `at` on, moves it behind them.
    unsigned readParts(const NoticeText &text, quint32 &at) const;
    QString readVersion(const NoticeText &text, quint32 &at) const;
    quint16 word(const NoticeText &text, quint32 at) const { return at < text.words.size() ? text.words.numbers[at] : 0; }

    quint16 m_cc, m_creative, m_commons, m_site, m_org, m_attribution, m_by, m_nc, m_nd, m_sa, m_non, m_commercial;
    quint16 m_nonCommercial, m_share, m_alike, m_shareAlike, m_no, m_derivatives, m_derivs, m_derivative, m_works,
        m_noDerivatives;
    quint16 m_noDerivs, m_cc0, m_ccZero, m_zero, m_universal, m_public, m_domain, m_publicDomain, m_mark, m_dedication, m_license,
        m_licenses, m_version, m_v;
    quint16 m_international, m_unported, m_generic, m_igo, m_the, m_waiver;
    std::unordered_map<quint16, int> m_digits;        ///< "4"
    std::unordered_map<quint16, int> m_joinedDigits;  ///< "v4"
};

}  // namespace waybill
