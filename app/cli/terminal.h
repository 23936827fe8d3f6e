// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QFile>
#include <QStringList>
#include <QTextStream>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace waybill {

/// Results go to standard output or a file, everything else to standard error. One thread, save for ProgressLine.
class Terminal
{
public:
    /// Results are collected and written by commit(), so that a failing run leaves no half file.
    void print(const QString &line) { m_result += line + QLatin1Char('\n'); }
    void warn(const QString &line) const;
    /// False when the result could not be written; `problem` says why.
    bool commit(const QString &outputFile, QString &problem);
    /// The verb has written --output itself (bytes, or something large); commit() then leaves it alone.
    void markFileWritten() { m_wroteFile = true; }
    bool wroteFile() const { return m_wroteFile; }
    static bool errorIsTerminal();

private:
    QString m_result;
    bool m_wroteFile = false;
};

/// Cells that a terminal gives to a text: East Asian wide characters take two.
int displayWidth(const QString &text);

/// Columns as text: the first `left` columns are padded on the right, the others on the left; wide characters count twice.
class TextTable
{
public:
    explicit TextTable(QStringList heads, QList<bool> rightAligned = {});
    void add(const QStringList &cells) { m_rows.append(cells); }
    QStringList lines() const;

private:
    QList<QStringList> m_rows;
    QList<bool> m_right;
};

/// Shows a running job on standard error ten times a second, when that is a terminal. Ends with its destructor.
class ProgressLine
{
public:
    ProgressLine(const Progress &progress, bool enabled);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

private:
    void run();
    const Progress &m_progress;
    std::atomic<bool> m_stop {false};
    std::thread m_thread;
};

}  // namespace waybill
