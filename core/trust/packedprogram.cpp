// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/packedprogram.h"

#include <algorithm>
#include <cmath>

namespace waybill {

namespace {

constexpr qint64 leastBytes = 4096;

/// ELF header (System V ABI, chapter 4): program headers, yet no section headers.
bool lacksSections(const std::array<unsigned char, 64> &head)
{
    if (head[0] != 0x7f || head[1] != 'E' || head[2] != 'L' || head[3] != 'F')
        return false;
    const bool wide = head[4] == 2;
    const bool big = head[5] == 2;
    const auto number = [&head, big](size_t at, size_t size) {
        quint64 value = 0;
        for (size_t i = 0; i < size; ++i)
            value = value << 8 | head[at + (big ? i : size - 1 - i)];
        return value;
    };
    const quint64 type = number(16, 2);
    const quint64 sections = wide ? number(0x28, 8) : number(0x20, 4);
    const quint64 segments = number(wide ? 0x38 : 0x2c, 2);
    return (type == 2 || type == 3) && sections == 0 && segments > 0;
}

}  // namespace

void PackedProgram::feed(std::span<const char> piece)
{
    if (m_answer == Answer::No || m_fed >= counted)
        return;
    for (size_t i = 0; m_headSize < m_head.size() && i < piece.size(); ++i)
        m_head[m_headSize++] = static_cast<unsigned char>(piece[i]);
    if (m_answer == Answer::Open && m_headSize == m_head.size())
        m_answer = lacksSections(m_head) ? Answer::Yes : Answer::No;
    if (m_answer == Answer::No)
        return;
    for (const char c : piece)
        ++m_counts[static_cast<unsigned char>(c)];
    m_fed += static_cast<qint64>(piece.size());
}

std::optional<double> PackedProgram::entropy() const
{
    if (m_answer != Answer::Yes || m_fed < leastBytes)
        return std::nullopt;
    double bits = 0;
    for (const quint64 count : m_counts) {
        if (count > 0) {
            const double share = static_cast<double>(count) / static_cast<double>(m_fed);
            bits -= share * std::log2(share);
        }
    }
    return bits;
}

}  // namespace waybill
