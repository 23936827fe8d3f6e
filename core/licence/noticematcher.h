// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/ccnotice.h"
#include "core/licence/gnunotice.h"
#include "core/licence/licencenames.h"
#include "core/licence/policyyaml.h"

#include <QHash>

namespace waybill {

/// Finds standard headers, references, addresses of licences, SPDX tags and exceptions in a word stream: the data of
/// licence-notices.yaml, the names of the catalogue, and the grammars of the GNU and Creative Commons families.
/// Immutable after load, any thread.
class NoticeMatcher
{
public:
    /// Adds the words of its phrases to `words`.
    static Result<std::shared_ptr<const NoticeMatcher>> load(WordTable &words, std::shared_ptr<const LicenceCatalog> catalog,
                                                             ParsedPolicy &specialTerms);
    NoticeMatcher(WordTable &words, std::shared_ptr<const LicenceCatalog> catalog);

    /// In order of position.
    std::vector<Notice> find(const NoticeText &text) const;
    /// The id to give when the text of `id` was found with differences: some texts differ from a general one by a holder only.
    QString closeId(const QString &id) const { return m_closeIds.value(id, id); }
    /// The id when a condition that the text of `id` lacks stands right behind or before its words [begin, end); else `id`.
    QString completedId(const QString &id, const WordStream &words, quint32 begin, quint32 end) const;

private:
    Result<void> readPhrases(WordTable &words);
    Result<void> readTerms(WordTable &words, ParsedPolicy &specialTerms);
    void addPhrases(WordTable &words, const YAML::Node &map, PhraseTable &table);
    std::optional<Notice> noticeAt(const NoticeText &text, quint32 at, quint32 lastEnd) const;
    std::optional<Notice> phraseAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> nameAt(const NoticeText &text, quint32 at, quint32 lastEnd) const;
    std::optional<Notice> ccAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> commonLicenceAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> termsAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> tagAt(const NoticeText &text, quint32 at) const;
    std::optional<Notice> exceptionAt(const NoticeText &text, quint32 at) const;
    bool standsForLicence(const NoticeText &text, quint32 at, const LicenceNames::Found &name, quint32 lastEnd,
                          Notice &notice) const;
    QString tagExpression(QString &written) const;
    int payload(const QString &expression);

    std::shared_ptr<const LicenceCatalog> m_catalog;
    GrantContext m_grants;
    GnuNotice m_gnu;
    CcNotice m_cc;
    LicenceNames m_names;
    struct Completion {
        QString means;
        PhraseTable words;
    };
    QHash<QString, std::shared_ptr<Completion>> m_completions;
    PhraseTable m_headers;
    PhraseTable m_addresses;
    PhraseTable m_commonLicences;
    PhraseTable m_exceptions;
    PhraseTable m_terms;
    PhraseTable m_rests;
    PhraseTable m_silent;  ///< words that name a licence and grant nothing
    QHash<QString, QString> m_closeIds;
    std::vector<bool> m_vague;  ///< by payload
    QStringList m_expressions;  ///< by payload
    quint16 m_common, m_licenses, m_spdx, m_spdxLicense, m_license, m_identifier, m_public, m_domain;
};

}  // namespace waybill
