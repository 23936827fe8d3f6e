// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/textgap.h"
#include "core/licence/wordtable.h"

namespace waybill {

/// The words that turn what a licence allows when they are put into it or left out, as numbers of one word table.
/// Owned by the aligner; immutable, any thread.
class TurningWords
{
public:
    explicit TurningWords(const WordTable &words);
    const std::vector<Turn> &turns() const { return m_turns; }  ///< by word number
    const Refusals &refusals() const { return m_refusals; }
    bool isGrant(quint16 word) const { return m_grants.contains(word); }  ///< a word that permits something

private:
    std::vector<Turn> m_turns;
    Refusals m_refusals;
    std::unordered_set<quint16> m_grants;
};

}  // namespace waybill
