// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <span>

namespace waybill {

/// Tells how random the bytes of an ELF program without a section table are. Linkers write the table and distributions keep it;
/// packers drop it, and what they pack looks random. Programs with a table cost nothing. One file, one thread.
class PackedProgram
{
public:
    /// The next piece, front to back.
    void feed(std::span<const char> piece);
    /// Shannon entropy in bits per byte (0 to 8) of what was fed; nothing when this is no such program or too short to tell.
    std::optional<double> entropy() const;
    /// More is not looked at, in bytes.
    static constexpr qint64 counted = 16 << 20;

private:
    enum class Answer : quint8 { Open, Yes, No };
    Answer m_answer = Answer::Open;
    size_t m_headSize = 0;
    std::array<unsigned char, 64> m_head {};
    std::array<quint64, 256> m_counts {};
    qint64 m_fed = 0;
};

}  // namespace waybill
