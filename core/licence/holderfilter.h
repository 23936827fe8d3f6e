// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/wordtable.h"

namespace waybill {

/// Takes names of holders out of a text, where the SPDX templates mark them as replaceable: "provided by ... as is",
/// "in no event shall ... be liable", "neither the name of ... may be used", "software developed by ...".
/// What is left reads the same for every holder. Applied alike to references and to texts.
class HolderFilter
{
public:
    explicit HolderFilter(WordTable &words);
    void apply(WordStream &stream) const;

private:
    struct Cut;
    Cut cutAt(const WordStream &stream, std::size_t at) const;
    quint16 joinedAt(const WordStream &stream, std::size_t at) const;
    bool has(const WordStream &stream, std::size_t at, std::initializer_list<quint16> words) const;
    /// First place in (from, from + limit] where `words` stand, or 0.
    std::size_t findAhead(const WordStream &stream, std::size_t from, std::size_t limit,
                          std::initializer_list<quint16> words) const;

    quint16 m_provided, m_by, m_as, m_is, m_in, m_no, m_event, m_shall, m_will, m_be, m_liable, m_neither, m_the, m_name, m_names;
    quint16 m_of, m_may, m_not, m_used, m_software, m_developed, m_includes, m_to, m_advertising, m_implied, m_expressed;
    quint16 m_non, m_infringement, m_noninfringement, m_sub, m_license, m_sublicense, m_university, m_california;
};

}  // namespace waybill
