// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/trivyrun.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>

namespace waybill {

namespace {

constexpr int sliceMs = 200;
constexpr qsizetype lastWords = 500;

void stop(QProcess &process)
{
    process.kill();
    process.waitForFinished(sliceMs * 10);
}

/// The last line in which the program says when its data was made: "UpdatedAt: 2026-11-20 06:12:45 UTC".
QDateTime dataDate(const QString &program)
{
    QProcess process;
    process.start(program, {QStringLiteral("version"), QStringLiteral("--format"), QStringLiteral("json")});
    if (!process.waitForFinished(sliceMs * 50)) {
        stop(process);
        return {};
    }
    const QByteArray output = process.readAllStandardOutput().left(64 << 10);
    const qsizetype at = output.indexOf("\"UpdatedAt\"");
    const QString value = QString::fromUtf8(output.mid(at < 0 ? output.size() : at + 11)).section(QLatin1Char('"'), 1, 1);
    return QDateTime::fromString(value, Qt::ISODateWithMs);
}

}  // namespace

Result<ScannerReport> runTrivy(const QString &imagePath, const TrivyOptions &options, const CancelToken &cancel)
{
    const QString program = QStandardPaths::findExecutable(options.program);
    if (program.isEmpty())
        return fail(ErrorKind::NotFound, options.program, QStringLiteral("not installed"));
    QStringList words {
        QStringLiteral("image"),    QStringLiteral("--quiet"), QStringLiteral("--scanners"), QStringLiteral("vuln"),
        QStringLiteral("--format"), QStringLiteral("json"),    QStringLiteral("--input"),    imagePath};
    if (options.offline)
        words << QStringLiteral("--offline-scan") << QStringLiteral("--skip-db-update")
              << QStringLiteral("--skip-java-db-update");
    QProcess process;
    process.start(program, words);
    QByteArray output;
    QByteArray problem;
    const QDeadlineTimer deadline(qint64(options.secondsMost) * 1000);
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(sliceMs);
        output += process.readAllStandardOutput();
        problem = QByteArray(problem + process.readAllStandardError()).right(lastWords);
        const bool tooMuch = output.size() > maximalReportBytes;
        if (!cancel.isCancelled() && !deadline.hasExpired() && !tooMuch)
            continue;
        stop(process);
        if (cancel.isCancelled())
            return fail(ErrorKind::Io, options.program, QStringLiteral("cancelled"));
        return fail(ErrorKind::LimitExceeded, options.program,
                    tooMuch ? QStringLiteral("output") : QStringLiteral("%1 seconds").arg(options.secondsMost));
    }
    output += process.readAllStandardOutput();
    problem = QByteArray(problem + process.readAllStandardError()).right(lastWords);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(ErrorKind::Io, options.program, QString::fromUtf8(problem).simplified());
    auto report = readScannerReport(output);
    if (report && !report->dataDate.isValid())
        report->dataDate = dataDate(program);
    return report;
}

}  // namespace waybill
