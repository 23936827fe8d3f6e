// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waybill::test {

enum class Packing { Plain, Gzip, Zstd };

/// Compresses with fixed settings, so that equal input gives equal bytes. Empty when the library fails.
QByteArray packed(const QByteArray &bytes, Packing packing);
/// "sha256:" and 64 hex digits.
QByteArray digestOf(const QByteArray &bytes);

}  // namespace waybill::test
