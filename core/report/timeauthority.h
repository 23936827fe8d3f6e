// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <QUrl>

namespace waybill {

/// Asks a time authority over HTTP (RFC 3161 section 3.4). The calling thread needs no event loop of its own; it waits at most
/// `timeoutMs`. Only http and https, at most three redirects that do not leave https, answers up to 1 MiB. Errors of the
/// returned function: Usage (no such address), Io (with what the network said).
TimestampSource httpTimestampSource(const QUrl &address, int timeoutMs = 20'000);

}  // namespace waybill
