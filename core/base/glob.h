// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// Matches a path against a pattern: `*` and `?` stay inside one path part, `**` spans parts ("**/" also matches nothing),
/// `{a,b}` are alternatives (expanded by expandBraces). Case-sensitive, on bytes. Runs in bounded time: the number of
/// backtracking steps is limited, and a pattern that exceeds it does not match.
bool globMatches(std::string_view pattern, std::string_view path);

/// All alternatives of a pattern with `{a,b}`; at most 256.
std::vector<std::string> expandBraces(std::string_view pattern);

}  // namespace waybill
