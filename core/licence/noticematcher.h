// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/gnunotice.h"
#include "core/licence/phrasetable.h"

namespace waybill {

/// Finds standard headers, references, SPDX tags and exceptions in a word stream (licence-notices.yaml and the GNU grammar).
/// Immutable after load, any thread.
class NoticeMatcher
{
public:
    /// Adds the words of its phrases to `words`.
    static Result<std::shared_ptr<const NoticeMatcher>> load(WordTable &words);
    explicit NoticeMatcher(WordTable &words);

    /// In order of position. Tags are checked for syntax only.
    std::vector<Notice> find(const NoticeText &text) const;

private:
    Result<void> readPhrases(WordTable &words);
    std::optional<Notice> nameAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> commonLicenceAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> tagAt(const NoticeText &text, quint32 at) const;
    int payload(const QString &expression);

    GrantContext m_grants;
    GnuNotice m_gnu;
    PhraseTable m_names;
    PhraseTable m_headers;
    PhraseTable m_commonLicences;
    PhraseTable m_exceptions;
    QStringList m_expressions;  ///< by payload
    quint16 m_common, m_licenses, m_spdx, m_license, m_identifier;
};

}  // namespace waybill
