// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What every fuzz target defines: must return 0 for any bytes, without a finding of a sanitizer and within bounds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace waybill::test {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Ends the program when a promise of the parser is broken; unlike an assertion also in release builds.
inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

}  // namespace waybill::test
