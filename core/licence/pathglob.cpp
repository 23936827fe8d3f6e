// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/pathglob.h"

#include <algorithm>

namespace waybill {

PathGlob::PathGlob(std::string pattern, bool crossing) : m_pattern(std::move(pattern))
{
    using Kind = Token::Kind;
    std::string literal;
    const auto endLiteral = [&] {
        if (literal.size() > m_literal.size())
            m_literal = literal;
        literal.clear();
    };
    for (std::size_t i = 0; i < m_pattern.size(); ++i) {
        const char c = m_pattern[i];
        if (c == '*') {
            endLiteral();
            const bool twice = i + 1 < m_pattern.size() && m_pattern[i + 1] == '*';
            while (i + 1 < m_pattern.size() && m_pattern[i + 1] == '*')
                ++i;
            m_tokens.push_back({crossing || twice ? Kind::AnyPath : Kind::AnySegment, 0});
            // "**/x" also means x at the top
            if (twice && !crossing && i + 1 < m_pattern.size() && m_pattern[i + 1] == '/' && m_tokens.size() == 1)
                ++i;
        } else if (c == '?') {
            endLiteral();
            m_tokens.push_back({Kind::AnyOne, 0});
        } else {
            const bool escaped = c == '\\' && i + 1 < m_pattern.size();
            const char byte = escaped ? m_pattern[++i] : c;
            literal.push_back(byte);
            m_tokens.push_back({Kind::Literal, byte});
        }
    }
    endLiteral();
}

bool PathGlob::matches(std::string_view path) const
{
    if (!m_literal.empty() && path.find(m_literal) == std::string_view::npos)
        return false;
    using Kind = Token::Kind;
    // Greedy with one point of return per kind of star: enough, because AnyPath can take over what AnySegment could not.
    struct Return {
        std::size_t token = std::string_view::npos;
        std::size_t position = 0;
    };
    Return segment;
    Return any;
    std::size_t t = 0;
    std::size_t p = 0;
    for (;;) {
        if (t < m_tokens.size() && m_tokens[t].kind == Kind::AnyPath) {
            any = {t++, p};
            segment = {};
            continue;
        }
        if (t < m_tokens.size() && m_tokens[t].kind == Kind::AnySegment) {
            segment = {t++, p};
            continue;
        }
        if (p == path.size() && t == m_tokens.size())
            return true;
        const bool fits = p < path.size() && t < m_tokens.size()
            && (m_tokens[t].kind == Kind::AnyOne ? path[p] != '/' : m_tokens[t].byte == path[p]);
        if (fits) {
            ++t;
            ++p;
        } else if (segment.token != std::string_view::npos && segment.position < path.size() && path[segment.position] != '/') {
            p = ++segment.position;
            t = segment.token + 1;
        } else if (any.token != std::string_view::npos && any.position < path.size()) {
            p = ++any.position;
            t = any.token + 1;
            segment = {};
        } else {
            return false;
        }
    }
}

bool matchesAny(const std::vector<PathGlob> &globs, std::string_view path)
{
    return std::any_of(globs.begin(), globs.end(), [path](const PathGlob &glob) { return glob.matches(path); });
}

}  // namespace waybill
