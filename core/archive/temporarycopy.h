// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/inflater.h"
#include "core/base/canceltoken.h"

namespace waybill {

/// Unpacks a compressed file into a nameless temporary file, which disappears with the returned source, whatever happens.
/// `limit` bounds its size. Errors: those of the inflater, LimitExceeded, NoSpace, Io.
Result<std::shared_ptr<const ByteSource>> unpackToTemporary(const ByteSource &source, Compression compression, qint64 limit,
                                                            const CancelToken &cancel);

}  // namespace waybill
