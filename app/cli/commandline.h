// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/scenario.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

namespace waybill {

/// Exit codes of the command, part of its contract.
enum ExitCode { Ok = 0, PolicyFailed = 1, UsageError = 2, Unreadable = 3, Incomplete = 4, Cancelled = 130 };

/// Words of one call after parsing. Plain value.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(waybill::CommandLine)

public:
    QString verb;
    QStringList arguments;  ///< images or files
    QString format = QStringLiteral("table");
    QString output;  ///< file for the results, empty for standard output
    QString platform;
    QString tag;  ///< which image of a source with several
    QString language;
    int jobs = 0;
    bool quiet = false;

    bool layers = false, files = false, ghosts = false, components = false, licences = false;
    int layer = -1;  ///< from 1 on the command line, from 0 here
    std::optional<Scenario> scenario;
    bool allScenarios = false;
    std::optional<RiskLevel> failOn;
    QString answers, saveReview;
    QString pdf, key, passwordFile, reason, trust, image;
    bool draft = false;

    /// Reads the words of the program; on a wrong word `problem` says so. `--help` and `--version` set `verb` to themselves.
    static CommandLine parse(const QStringList &words, QString &problem);
    static QString help();
};

}  // namespace waybill
