// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace waybill::textindex {

/// Layout of licences.idx: a header, then sections at the named offsets, all numbers in the byte order of the machine that
/// builds and uses it (the index is a build product and never leaves the machine type it was made for).
inline constexpr std::array<char, 8> magic {'W', 'B', 'L', 'I', 'C', 'I', 'D', '3'};

/// Number of neighbouring words that make one gram.
inline constexpr int gramWords = 5;
inline constexpr quint32 positionBits = 16;

struct Section {
    quint32 offset = 0;  ///< bytes from the start of the file
    quint32 count = 0;   ///< elements
};

struct Header {
    std::array<char, 8> magic {};
    quint32 fileSize = 0;
    quint32 gramShift = 0;  ///< slot of a gram = hash >> gramShift
    Section words;          ///< quint64 hash of word number i + 1
    Section references;     ///< Reference
    Section names;          ///< Name, sorted by lower-case id
    Section tokens;         ///< quint16 word numbers of all references
    Section slots;          ///< Slot, a power of two, open addressing
    Section postings;       ///< quint32: a count, then reference << positionBits | position
    Section strings;        ///< bytes
    Section texts;          ///< bytes, each text as qCompress made it
};

/// One text to look for. Words outside [bodyBegin, bodyEnd) may be missing: titles and instructions.
struct Reference {
    quint32 idOffset = 0;  ///< into strings
    quint32 idSize = 0;
    quint32 tokenBegin = 0;  ///< into tokens
    quint32 tokenCount = 0;
    quint32 bodyBegin = 0;  ///< words from the start of the reference
    quint32 bodyEnd = 0;
    quint32 bodyGrams = 0;  ///< distinct grams of the body
    quint32 isPart = 0;     ///< 1: another, longer reference has nearly all of its body in it
};

/// Where the text of an SPDX id lies.
struct Name {
    quint32 idOffset = 0;
    quint32 idSize = 0;
    quint32 textOffset = 0;  ///< into texts
    quint32 textSize = 0;
};

struct Slot {
    quint32 check = 0;    ///< low half of the hash; 0 = empty
    quint32 posting = 0;  ///< index into postings
};

inline quint64 gramHash(const quint16 *words)
{
    quint64 hash = 0x9E3779B97F4A7C15ULL;
    for (int i = 0; i < gramWords; ++i)
        hash = (hash ^ words[i]) * 0xFF51AFD7ED558CCDULL, hash ^= hash >> 29;
    return hash * 0xC4CEB9FE1A85EC53ULL;
}

inline quint32 gramCheck(quint64 hash)
{
    const quint32 low = static_cast<quint32>(hash);
    return low == 0 ? 1 : low;
}

}  // namespace waybill::textindex
