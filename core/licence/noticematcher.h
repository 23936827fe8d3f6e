// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/gnunotice.h"
#include "core/licence/phrasetable.h"

#include <QHash>

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
    /// The id to give when the text of `id` was found with differences: some texts differ from a general one by a holder only.
    QString closeId(const QString &id) const { return m_closeIds.value(id, id); }

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
    QHash<QString, QString> m_closeIds;
    QStringList m_expressions;  ///< by payload
    quint16 m_common, m_licenses, m_spdx, m_license, m_identifier;
};

}  // namespace waybill
