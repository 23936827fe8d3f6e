// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <span>

namespace waybill {

/// Unpacks one zlib or gzip stream (RFC 1950, RFC 1952) that lies in memory. Bytes behind it are ignored. Errors: Truncated,
/// Malformed, LimitExceeded when it unpacks to more than `limit` bytes.
Result<QByteArray> unpackZlib(std::span<const char> packed, qint64 limit);

}  // namespace waybill
