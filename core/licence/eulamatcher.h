// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"
#include "core/licence/phrasetable.h"
#include "core/licence/policyyaml.h"

#include <initializer_list>

namespace waybill {

/// Recognises vendor agreements by title, body phrases and edition marks (eula-nvidia.yaml, special-terms.yaml). Immutable after
/// load, any thread.
class EulaMatcher
{
public:
    /// Adds the words of its phrases to `words`.
    static Result<std::shared_ptr<const EulaMatcher>> load(WordTable &words, std::initializer_list<ParsedPolicy *> policies);
    std::vector<Notice> find(const NoticeText &text) const;

private:
    enum class Role { Title, Body, Mark };
    struct Phrase {
        Role role;
        int agreement;
        int index;  ///< which body phrase, or which edition
    };
    struct Agreement {
        QString expression;
        int bodies = 0;
        QStringList editions;
    };
    struct Seen {
        qint64 title = -1;
        std::vector<bool> bodies;
        int edition = -1;
        quint32 end = 0;
    };
    Result<void> read(WordTable &words, ParsedPolicy &policy);
    void add(WordTable &words, const QString &phrase, Role role, int agreement, int index);

    std::vector<Agreement> m_agreements;
    std::vector<std::vector<Phrase>> m_phrases;  ///< by payload: several agreements may share a phrase
    QStringList m_phraseTexts;
    PhraseTable m_table;
};

}  // namespace waybill
