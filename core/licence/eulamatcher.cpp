// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/eulamatcher.h"

#include <algorithm>

namespace waybill {

Result<std::shared_ptr<const EulaMatcher>> EulaMatcher::load(WordTable &words, std::initializer_list<ParsedPolicy *> policies)
{
    auto matcher = std::make_shared<EulaMatcher>();
    for (ParsedPolicy *policy : policies) {
        if (const Result<void> read = matcher->read(words, *policy); !read)
            return fail(read.error());
    }
    return matcher;
}

Result<void> EulaMatcher::read(WordTable &words, ParsedPolicy &policy)
{
    return policy.read([this, &words](const YAML::Node &root) {
        for (const auto &entry : required(root, "agreements")) {
            const int number = static_cast<int>(m_agreements.size());
            const YAML::Node &node = entry.second;
            Agreement agreement;
            agreement.expression = textOf(required(node, "expression"));
            for (const QString &title : textsOf(required(node, "titles")))
                add(words, title, Role::Title, number, 0);
            for (const QString &body : textsOf(required(node, "body")))
                add(words, body, Role::Body, number, agreement.bodies++);
            for (const YAML::Node &edition : required(node, "editions")) {
                for (const QString &mark : textsOf(edition["marks"]))
                    add(words, mark, Role::Mark, number, static_cast<int>(agreement.editions.size()));
                agreement.editions.append(textOf(required(edition, "id")));
            }
            m_agreements.push_back(std::move(agreement));
        }
    });
}

void EulaMatcher::add(WordTable &words, const QString &phrase, Role role, int agreement, int index)
{
    qsizetype payload = m_phraseTexts.indexOf(phrase);
    if (payload < 0) {
        payload = m_phraseTexts.size();
        m_phraseTexts.append(phrase);
        m_phrases.emplace_back();
        m_table.add(words, phrase, static_cast<int>(payload));
    }
    m_phrases[static_cast<std::size_t>(payload)].push_back({role, agreement, index});
}

std::vector<Notice> EulaMatcher::find(const NoticeText &text) const
{
    std::vector<Seen> seen(m_agreements.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
        seen[i].bodies.assign(static_cast<std::size_t>(m_agreements[i].bodies), false);
    for (quint32 at = 0; at < text.words.size(); ++at) {
        const PhraseTable::Found found = m_table.find(text.words, at);
        if (found.payload < 0)
            continue;
        for (const Phrase &phrase : m_phrases[static_cast<std::size_t>(found.payload)]) {
            Seen &agreement = seen[static_cast<std::size_t>(phrase.agreement)];
            if (phrase.role == Role::Title) {
                // a title stands on a line of its own or opens one; a mention inside a sentence is no agreement
                if (agreement.title < 0 && text.beginsLine(at))
                    agreement.title = at;
            } else if (agreement.title >= 0) {
                if (phrase.role == Role::Body)
                    agreement.bodies[static_cast<std::size_t>(phrase.index)] = true;
                else
                    agreement.edition = phrase.index;
                agreement.end = at + found.words;
            }
        }
    }
    std::vector<Notice> notices;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const Seen &agreement = seen[i];
        const bool whole = std::all_of(agreement.bodies.begin(), agreement.bodies.end(), [](bool found) { return found; });
        if (agreement.title < 0 || !whole)
            continue;
        const QString edition = agreement.edition < 0 ? QString() : m_agreements[i].editions.at(agreement.edition);
        notices.push_back(
            {m_agreements[i].expression, MatchKind::Eula, static_cast<quint32>(agreement.title), agreement.end, edition, false});
    }
    std::sort(notices.begin(), notices.end(), [](const Notice &a, const Notice &b) { return a.begin < b.begin; });
    return notices;
}

}  // namespace waybill
