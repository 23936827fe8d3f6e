// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/glob.h"

namespace waybill {

namespace {

constexpr size_t alternativeLimit = 256;
constexpr int stepLimit = 200'000;

bool matches(std::string_view pattern, std::string_view path, int &steps)
{
    while (!pattern.empty()) {
        if (++steps > stepLimit)
            return false;
        if (pattern.starts_with("**")) {
            pattern.remove_prefix(2);
            const bool folders = pattern.starts_with('/');
            if (folders)
                pattern.remove_prefix(1);
            if (pattern.empty())
                return true;
            for (size_t i = 0; i <= path.size(); ++i) {
                if ((!folders || i == 0 || path[i - 1] == '/') && matches(pattern, path.substr(i), steps))
                    return true;
            }
            return false;
        }
        if (pattern.front() == '*') {
            pattern.remove_prefix(1);
            for (size_t i = 0;; ++i) {
                if (matches(pattern, path.substr(i), steps))
                    return true;
                if (i == path.size() || path[i] == '/')
                    return false;
            }
        }
        if (path.empty() || (pattern.front() == '?' ? path.front() == '/' : pattern.front() != path.front()))
            return false;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
    }
    return path.empty();
}

}  // namespace

bool globMatches(std::string_view pattern, std::string_view path)
{
    // What stands behind the last wildcard must end the path. Most paths fail here, and fast. A "**/" may stand for nothing.
    size_t left = path.size();
    for (size_t i = pattern.size(); i > 0 && pattern[i - 1] != '*' && pattern[i - 1] != '?'; --i) {
        if (pattern[i - 1] == '/' && pattern.substr(0, i - 1).ends_with("**"))
            break;
        if (left == 0 || path[--left] != pattern[i - 1])
            return false;
    }
    int steps = 0;
    return matches(pattern, path, steps);
}

std::vector<std::string> expandBraces(std::string_view pattern)
{
    std::vector<std::string> done;
    std::vector<std::string> todo {std::string(pattern)};
    while (!todo.empty() && done.size() + todo.size() <= alternativeLimit) {
        const std::string text = std::move(todo.back());
        todo.pop_back();
        const size_t open = text.find('{');
        const size_t close = text.find('}', open == std::string::npos ? 0 : open);
        if (open == std::string::npos || close == std::string::npos) {
            done.push_back(text);
            continue;
        }
        size_t begin = open + 1;
        for (size_t i = begin; i <= close; ++i) {
            if (i == close || text[i] == ',') {
                todo.push_back(text.substr(0, open) + text.substr(begin, i - begin) + text.substr(close + 1));
                begin = i + 1;
            }
        }
    }
    return done;
}

}  // namespace waybill
