// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace waybill {

/// A file's name prepared for comparison with the lists of vendor agreements: exact stems, never prefixes.
struct VendorFileName {
    explicit VendorFileName(std::string_view path);

    std::string base;          ///< last part of the path
    std::string stem;          ///< without wheel-repair hash and without version: "libcudart.so"
    std::string belowInclude;  ///< path below the last include folder, or empty
    bool hadHash = false;      ///< the name carried the hash of a wheel-repair tool
    bool isShared = false;
    bool isStatic = false;
    bool inStubs = false;  ///< a link-time stub, never the library itself
};

}  // namespace waybill
