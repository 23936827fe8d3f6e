// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/turningwords.h"

#include <array>
#include <string_view>

namespace waybill {

namespace {

/// Words that change what a licence allows when they are put into it.
constexpr std::array<std::string_view, 20> turningWords {
    "decompilation", "disassembly", "disassemble", "restricted", "restricts",     "prohibited", "forbidden",
    "denied",        "revoked",     "refused",     "withheld",   "noncommercial", "commercial", "commercially",
    "evil",          "nonprofit",   "disallowed",  "never",      "cannot",        "payment"};

/// Words that narrow what a licence allows where they say what the work may be used for.
constexpr std::array<std::string_view, 8> purposeWords {"academic", "educational", "evaluation", "research",
                                                        "internal", "personal",    "military",   "nuclear"};
constexpr std::array<std::string_view, 10> nearPurpose {"for",  "use", "used",     "using",  "purpose",
                                                        "only", "non", "purposes", "solely", "exclusively"};
constexpr std::array<std::string_view, 8> modalWords {"may", "can", "shall", "must", "do", "does", "will", "should"};

/// Small words of logic: one of them in place of another word is a change of meaning in a clean copy only.
constexpr std::array<std::string_view, 6> logicWords {"not", "no", "harm", "only", "except", "unless"};

/// Without one of these words a text permits nothing.
constexpr std::array<std::string_view, 7> grantWords {"permission", "permitted",      "granted", "grant",
                                                      "grants",     "redistribution", "retain"};

/// "not" before one of these takes away what the licence gives.
constexpr std::array<std::string_view, 4> refusedWords {"granted", "permitted", "allowed", "authorized"};

/// Words of a condition: a sentence with one of them, put into a licence, makes another licence of it.
constexpr std::array<std::string_view, 19> conditionWords {"must",       "shall",     "required",    "requires",     "require",
                                                           "consent",    "agree",     "mandatory",   "obligated",    "obliged",
                                                           "prohibits",  "decompile", "restriction", "restrictions", "terminate",
                                                           "terminates", "indemnify", "notify",      "advertising"};

}  // namespace

TurningWords::TurningWords(const WordTable &words) : m_turns(static_cast<std::size_t>(words.size()) + 1, Turn::None)
{
    const auto mark = [this, &words](const auto &list, Turn turn) {
        for (const std::string_view word : list) {
            if (const quint16 number = words.findWord(word))
                m_turns[number] = turn;
        }
    };
    const auto collect = [&words](const auto &list, std::unordered_set<quint16> &set) {
        for (const std::string_view word : list) {
            if (const quint16 number = words.findWord(word))
                set.insert(number);
        }
    };
    mark(turningWords, Turn::Always);
    mark(purposeWords, Turn::OfPurpose);
    mark(logicWords, Turn::Often);
    mark(conditionWords, Turn::InSentence);
    collect(nearPurpose, m_refusals.purposes);
    collect(modalWords, m_refusals.modals);
    collect(refusedWords, m_refusals.refused);
    collect(grantWords, m_grants);
    m_refusals.notWord = words.findWord("not");
    m_refusals.advised = words.findWord("advised");
    m_refusals.with = words.findWord("with");
    m_refusals.orWord = words.findWord("or");
    m_refusals.without = words.findWord("without");
}

}  // namespace waybill
