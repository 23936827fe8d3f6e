// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tarwriter.h"

#include <QString>

#include <functional>
#include <vector>

namespace waybill::test {

/// Tar members from the lines that TextImage describes. `contentNamed` answers `<NAME`.
std::vector<TarMember> membersFromLines(const QString &lines, const std::function<QByteArray(const QString &)> &contentNamed);

}  // namespace waybill::test
