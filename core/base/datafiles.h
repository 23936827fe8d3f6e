// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waybill {

/// Absolute path of a read-only data file that is installed with the program (for example the licence index),
/// or an empty string. Looked for in $WAYBILL_DATA_DIR, then in ../share/waybill beside the running program.
QString dataFile(const QString &name);

}  // namespace waybill
