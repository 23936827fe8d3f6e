// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policydata.h"

#include <QDate>

namespace waybill {

/// Puts the overlay of a company on top of the shipped policy: levels of classes, rules, duties, exceptions, trusted sources.
/// `docs/policy.md` describes the file. Throws nothing; every complaint names file and line. `problems` is empty when the
/// overlay holds; otherwise `data` must not be used. Exceptions that ended before `today` are left out and named in
/// `data.overlay.ended`.
void applyOverlay(PolicyData &data, const QByteArray &text, const QString &fileName, const QDate &today,
                  std::vector<Error> &problems);

}  // namespace waybill
