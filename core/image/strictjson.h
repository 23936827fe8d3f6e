// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonDocument>

namespace waybill {

/// JSON of manifests and configs. QJsonDocument keeps the last of two equal keys, other readers the first: two programs would
/// see two images. So duplicates are refused, also those that differ in case only where Go's decoder would take one for the
/// other (not in maps such as labels), as are byte order marks, NUL characters, lone surrogates, depth over 64 and more than
/// `limit` bytes.
/// Errors: Malformed with the offset, LimitExceeded.
Result<QJsonDocument> parseStrictJson(const QByteArray &bytes, const QString &subject, qint64 limit = 4 << 20);

}  // namespace waybill
