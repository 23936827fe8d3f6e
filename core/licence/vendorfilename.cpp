// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/vendorfilename.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr std::size_t hashLength = 8;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// ".so" or ".so.1.2" at the end: position of the dot, or npos. Other words after ".so" are part of the name.
std::size_t soPosition(std::string_view base)
{
    std::size_t end = base.size();
    for (;;) {
        const std::size_t dot = base.substr(0, end).rfind('.');
        if (dot == std::string_view::npos || dot + 1 == end)
            return std::string_view::npos;
        const std::string_view part = base.substr(dot + 1, end - dot - 1);
        if (part == "so")
            return dot;
        if (!std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::string_view::npos;
        end = dot;
    }
}

}  // namespace

VendorFileName::VendorFileName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    base = std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
    stem = base;
    inStubs = path.find("/stubs/") != std::string_view::npos || path.starts_with("stubs/");
    isStatic = base.ends_with(".a");
    if (const std::size_t so = soPosition(base); so != std::string_view::npos) {
        isShared = true;
        std::string name = base.substr(0, so);
        // auditwheel inserts eight hex digits; "-builtins" is not one of those
        const std::size_t dash = name.rfind('-');
        if (dash != std::string::npos && name.size() - dash - 1 == hashLength && name.starts_with("lib")
            && std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1, name.end(), isHexDigit)) {
            name.resize(dash);
            hadHash = true;
        }
        stem = name + ".so";
    }
    static constexpr std::string_view include = "include/";
    const std::size_t at = path.rfind(include);
    if (at != std::string_view::npos && (at == 0 || path[at - 1] == '/'))
        belowInclude = std::string(path.substr(at + include.size()));
}

}  // namespace waybill
