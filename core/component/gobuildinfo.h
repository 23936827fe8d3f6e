// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

#include <optional>

namespace waybill {

/// One module of a Go program.
struct GoModule {
    QString path;
    QString version;       ///< "(devel)" for a main module that was built from a folder
    QString replacedPath;  ///< what the program asked for, when something else was built in
    QString replacedVersion;
};

/// What the Go linker wrote into a program (package runtime/debug, "BuildInfo"; go version -m prints it).
struct GoBuildInfo {
    QString goVersion;  ///< "go1.22.5"; empty when only the module list was found
    QString package;    ///< import path of the main package
    std::optional<GoModule> main;
    std::vector<GoModule> modules;
};

/// Parses the text between the linker's marks: lines of path, mod, dep, => and build, fields separated by tabs.
GoBuildInfo readGoModules(const QByteArray &text);

/// A probe for ELF files: finds the module list and the toolchain's version wherever they lie, in constant memory. Gives up
/// after the beginning of a file that is no Go program. Its record holds the version, a newline and the module text.
std::unique_ptr<ContentProbe> makeGoProbe();

}  // namespace waybill
