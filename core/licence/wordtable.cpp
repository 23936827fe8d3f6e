// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/wordtable.h"

#include <algorithm>
#include <array>
#include <limits>

namespace waybill {

namespace {

/// Equal words of the SPDX matching guidelines, and common British spellings: variant, canonical.
constexpr std::array<std::pair<std::string_view, std::string_view>, 58> variants {{
    {"acknowledgment", "acknowledgement"},
    {"acknowledgments", "acknowledgements"},
    {"analogue", "analog"},
    {"analyse", "analyze"},
    {"artefact", "artifact"},
    {"authorisation", "authorization"},
    {"authorised", "authorized"},
    {"calibre", "caliber"},
    {"cancelled", "canceled"},
    {"apitalisations", "apitalizations"},
    {"catalogue", "catalog"},
    {"categorise", "categorize"},
    {"centre", "center"},
    {"emphasised", "emphasized"},
    {"favour", "favor"},
    {"favourite", "favorite"},
    {"fulfil", "fulfill"},
    {"fulfilment", "fulfillment"},
    {"initialise", "initialize"},
    {"judgment", "judgement"},
    {"labelling", "labeling"},
    {"labour", "labor"},
    {"licence", "license"},
    {"licences", "licenses"},
    {"licenced", "licensed"},
    {"licencing", "licensing"},
    {"sublicence", "sublicense"},
    {"maximise", "maximize"},
    {"modelled", "modeled"},
    {"modelling", "modeling"},
    {"offence", "offense"},
    {"optimise", "optimize"},
    {"organisation", "organization"},
    {"organisations", "organizations"},
    {"organise", "organize"},
    {"practise", "practice"},
    {"programme", "program"},
    {"realise", "realize"},
    {"recognise", "recognize"},
    {"signalling", "signaling"},
    {"utilisation", "utilization"},
    {"utilise", "utilize"},
    {"utilised", "utilized"},
    {"whilst", "while"},
    {"wilful", "willful"},
    {"behaviour", "behavior"},
    {"colour", "color"},
    {"defence", "defense"},
    {"endeavour", "endeavor"},
    {"honour", "honor"},
    {"unauthorised", "unauthorized"},
    {"recognised", "recognized"},
    {"specialised", "specialized"},
    {"customise", "customize"},
    {"authorise", "authorize"},
    {"owner", "holder"},
    {"owners", "holders"},
    {"https", "http"},
}};

}  // namespace

WordTable::WordTable() : m_entries(1U << 12)
{
    for (const auto &[variant, spelling] : variants)
        m_variants.emplace_back(hashWord(variant), hashWord(spelling));
    std::sort(m_variants.begin(), m_variants.end());
}

quint64 WordTable::canonical(quint64 hash) const
{
    const auto it = std::lower_bound(m_variants.begin(), m_variants.end(), std::pair<quint64, quint64>(hash, 0));
    return it != m_variants.end() && it->first == hash ? it->second : hash;
}

quint16 WordTable::find(quint64 hash) const
{
    const std::size_t mask = m_entries.size() - 1;
    for (std::size_t i = (hash ^ (hash >> 32)) & mask;; i = (i + 1) & mask) {
        if (m_entries[i].number == 0)
            return 0;
        if (m_entries[i].hash == hash)
            return m_entries[i].number;
    }
}

quint16 WordTable::add(quint64 hash)
{
    const quint64 spelling = canonical(hash);
    if (const quint16 known = find(spelling))
        return known;
    if (m_hashes.size() + 1 >= std::numeric_limits<quint16>::max())
        return 0;
    m_hashes.push_back(spelling);
    const auto number = static_cast<quint16>(m_hashes.size());
    insert(spelling, number);
    for (const auto &[variant, target] : m_variants) {
        if (target == spelling)
            insert(variant, number);
    }
    return number;
}

void WordTable::insert(quint64 hash, quint16 number)
{
    if ((m_used + 1) * 2 > m_entries.size())
        grow();
    const std::size_t mask = m_entries.size() - 1;
    std::size_t i = (hash ^ (hash >> 32)) & mask;
    while (m_entries[i].number != 0)
        i = (i + 1) & mask;
    m_entries[i] = {hash, number};
    ++m_used;
}

void WordTable::grow()
{
    std::vector<Entry> old(m_entries.size() * 2);
    old.swap(m_entries);
    m_used = 0;
    for (const Entry &entry : old) {
        if (entry.number != 0)
            insert(entry.hash, entry.number);
    }
}

void WordStream::clear()
{
    numbers.clear();
    begins.clear();
    ends.clear();
}

}  // namespace waybill
