// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// A path pattern: '*' stands for any characters but '/', '**' for any characters, '?' for one. With `crossing`, a single
/// '*' crosses folders too (DEP-5). Compared byte by byte and case-sensitively. Immutable, any thread.
class PathGlob
{
public:
    explicit PathGlob(std::string pattern, bool crossing = false);
    bool matches(std::string_view path) const;
    const std::string &pattern() const { return m_pattern; }

private:
    struct Token {
        enum class Kind : unsigned char { Literal, AnyOne, AnySegment, AnyPath };
        Kind kind;
        char byte;
    };
    std::string m_pattern;
    std::vector<Token> m_tokens;
    std::string m_literal;  ///< longest literal part: whatever lacks it cannot match
};

bool matchesAny(const std::vector<PathGlob> &globs, std::string_view path);

}  // namespace waybill
