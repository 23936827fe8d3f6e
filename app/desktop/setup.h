// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/session/session.h"

class QApplication;

namespace waybill {

struct Options;

/// Sets language and translators for the whole run: the option, else the setting, else the desktop.
void installLanguage(QApplication &application, const QString &wanted);
/// Loads policy and knowledge once. Fails when data files are missing or not valid.
Result<Services> loadServices();

}  // namespace waybill
