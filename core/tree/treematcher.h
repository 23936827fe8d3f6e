// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/treeview.h"

#include <bitset>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace waybill {

/// A glob made ready for bytes: "**" crosses folders, "*" and "?" do not, [..] and [!..] are sets of ASCII characters,
/// "?" is one character of UTF-8. ASCII letters match in either case. Immutable; any thread. Time grows with the product
/// of the lengths at worst, never beyond.
class GlobPattern
{
public:
    explicit GlobPattern(std::string_view glob);
    bool matches(std::string_view text) const;

private:
    enum class Kind : quint8 { Byte, Any, Set, Star, Folders, Everything };
    struct Token {
        Kind kind;
        char byte;    ///< of Byte, folded
        quint16 set;  ///< of Set, into m_sets
    };
    size_t addSet(std::string_view glob, size_t at);
    size_t step(const Token &token, std::string_view text, size_t at) const;
    std::vector<Token> m_tokens;
    std::vector<std::bitset<256>> m_sets;
};

/// A regular expression that is asked with bytes: Perl syntax (PCRE2), letters of any script in either case, "." is any
/// character. Bytes that are not UTF-8 match nothing but do not stop the rest from matching. Compiled once; any thread.
class BytesExpression
{
public:
    explicit BytesExpression(const QString &pattern);
    QString error() const { return m_error; }  ///< what is wrong with the pattern, or empty
    /// Also true when the answer would take too long or too much memory: what cannot be told is not hidden.
    bool matches(std::string_view text) const;

private:
    std::shared_ptr<void> m_code;
    QString m_error;
};

/// A filter made ready to be asked a million times. Immutable; any thread.
class TreeMatcher
{
public:
    explicit TreeMatcher(const TreeFilter &filter);

    QString error() const;  ///< what is wrong with the expression, or empty
    /// True: ask with the whole path (leading slash); false: with the name alone.
    bool wantsPath() const { return m_wantsPath; }
    bool matches(std::string_view text) const;

private:
    std::optional<BytesExpression> m_expression;  ///< for regular expressions and letters beyond ASCII
    std::optional<GlobPattern> m_glob;
    std::string m_plain;  ///< lower-case ASCII bytes; empty when something else is used
    bool m_wantsPath = false;
};

}  // namespace waybill
