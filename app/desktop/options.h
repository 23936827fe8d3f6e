// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/scenario.h"
#include "ui/theme/palette.h"

#include <QString>

#include <optional>

class QApplication;

namespace waybill {

/// What the command line of the window asks for.
struct Options {
    QString image;
    QString screenshot;  ///< file to write, then exit
    QString tour;        ///< folder to write all screenshots to, then exit
    std::optional<Theme::Mode> theme;
    QString language;  ///< "en", "zh_CN" or empty
    std::optional<Scenario> scenario;

    bool isUnattended() const { return !screenshot.isEmpty() || !tour.isEmpty(); }
};

/// Reads the arguments; prints help or what is wrong and exits for options that ask for it.
Options parseOptions(const QApplication &application);

}  // namespace waybill
