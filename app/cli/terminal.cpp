// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminal.h"

#include "core/report/messages.h"

#include <QSaveFile>

#include <cstdio>
#include <unistd.h>

namespace waybill {

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toStdU32String()) {
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
        width += wide ? 2 : 1;
    }
    return width;
}

void Terminal::warn(const QString &line) const
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stderr);
}

bool Terminal::errorIsTerminal()
{
    return isatty(STDERR_FILENO) == 1;
}

bool Terminal::commit(const QString &outputFile, QString &problem)
{
    const QByteArray bytes = m_result.toUtf8();
    if (outputFile.isEmpty()) {
        const bool written
            = std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout) == static_cast<size_t>(bytes.size());
        return written && std::fflush(stdout) == 0;
    }
    QSaveFile file(outputFile);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    problem = outputFile + QStringLiteral(": ") + file.errorString();
    return false;
}

TextTable::TextTable(QStringList heads, QList<bool> rightAligned) : m_right(std::move(rightAligned))
{
    m_rows.append(std::move(heads));
}

QStringList TextTable::lines() const
{
    QList<int> widths;
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i >= widths.size())
                widths.append(0);
            widths[i] = qMax(widths[i], displayWidth(row[i]));
        }
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString padding(widths[i] - displayWidth(row[i]), QLatin1Char(' '));
            const bool right = i < m_right.size() && m_right[i];
            if (i > 0)
                line += QStringLiteral("  ");
            line += right ? padding + row[i] : (i + 1 < row.size() ? row[i] + padding : row[i]);
        }
        lines.append(line);
    }
    return lines;
}

ProgressLine::ProgressLine(const Progress &progress, bool enabled) : m_progress(progress)
{
    if (enabled && Terminal::errorIsTerminal())
        m_thread = std::thread([this] { run(); });
}

ProgressLine::~ProgressLine()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ProgressLine::run()
{
    while (!m_stop) {
        const QString line = QStringLiteral("\r%1  %2 / %3  %4/%5\033[K")
                                 .arg(Messages::stage(m_progress.stage), Messages::bytes(m_progress.bytesDone),
                                      Messages::bytes(m_progress.bytesTotal))
                                 .arg(m_progress.layersDone)
                                 .arg(m_progress.layersTotal);
        std::fputs(line.toUtf8().constData(), stderr);
        for (int i = 0; i < 10 && !m_stop; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::fputs("\r\033[K", stderr);
}

}  // namespace waybill
