// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include <array>

namespace waybill {

QString errorKindId(ErrorKind kind)
{
    static constexpr std::array names {
        "not-found",       "access-denied", "not-an-image",   "not-supported",   "malformed", "truncated",
        "digest-mismatch", "size-mismatch", "limit-exceeded", "missing-part",    "io",        "no-space",
        "database",        "policy",        "wrong-password", "bad-certificate", "signature", "usage",
        "unreachable",     "unauthorized",  "untrusted-host",
    };
    return QString::fromLatin1(names.at(static_cast<size_t>(kind)));
}

}  // namespace waybill
