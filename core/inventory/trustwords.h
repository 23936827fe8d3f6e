// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trust/trustrules.h"

namespace waybill {

/// Titles and reasons of findings that need no data of their own. `rule`: "look-alike", "outdated", ...; empty texts for any
/// other.
struct TrustWords {
    TrustText title;
    TrustText why;
};
TrustWords trustWords(const QString &rule);

}  // namespace waybill
