// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/scenario.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace waybill {

struct Verb;

/// Exit codes of the command, part of its contract.
enum ExitCode { Ok = 0, PolicyFailed = 1, UsageError = 2, Unreadable = 3, Incomplete = 4, Cancelled = 130 };

/// Words of one call after parsing. Plain value.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(waybill::CommandLine)

public:
    enum class Wish { Run, Help, Version };

    Wish wish = Wish::Run;
    const Verb *verb = nullptr;  ///< nullptr: none was named (help and version only)
    QStringList arguments;       ///< images or files
    QString format;              ///< one of the verb's formats
    QString output;              ///< file for the results, empty for standard output
    QString platform;
    QString tag;  ///< which image of a source with several
    QString language;
    int jobs = 0;
    bool quiet = false;
    bool offline = false;
    bool plainHttp = false;
    QString cacheFolder;
    std::optional<Scenario> scenario;
    QHash<QString, QStringList> options;  ///< what was given of the verb's own options; a flag has an empty list

    bool has(const char *name) const { return options.contains(QString::fromLatin1(name)); }
    /// The last value given, or empty.
    QString value(const char *name) const;
    /// Every value given, in order.
    QStringList values(const char *name) const { return options.value(QString::fromLatin1(name)); }
    bool isJson() const { return format == QLatin1String("json"); }

    /// Reads the words of the program, options before or behind the verb; on a wrong word `problem` says so.
    static CommandLine parse(const QStringList &words, QString &problem);
    /// Of one verb, or of the whole command for nullptr.
    static QString help(const Verb *verb);
};

}  // namespace waybill
