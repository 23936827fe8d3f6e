// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/base/datafiles.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>

using namespace waybill;

namespace {

std::atomic<bool> interrupted {false};

void onSignal(int)
{
    interrupted = true;
    std::signal(SIGINT, SIG_DFL);  // a second interrupt ends the program at once
}

/// Turns the signal into the token; the handler itself may do nothing else.
class Interrupter
{
public:
    explicit Interrupter(CancelToken token)
        : m_thread([this, token] {
              while (!m_stop) {
                  if (interrupted)
                      token.cancel();
                  std::this_thread::sleep_for(std::chrono::milliseconds(50));
              }
          })
    {
    }
    ~Interrupter()
    {
        m_stop = true;
        m_thread.join();
    }

private:
    std::atomic<bool> m_stop {false};
    std::thread m_thread;
};

/// Every language that is not Chinese is spoken to in English, whose file brings the plural forms.
void installLanguage(const QString &language, QTranslator &ours, QTranslator &qt)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const bool chinese = locale.language() == QLocale::Chinese;
    const QString file = dataFile(chinese ? QStringLiteral("i18n/waybill_zh_CN.qm") : QStringLiteral("i18n/waybill_en.qm"));
    if (!file.isEmpty() && ours.load(file))
        QCoreApplication::installTranslator(&ours);
    // The words of the help page around our own texts.
    if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

int run(CommandLine line)
{
    const CancelToken cancel;
    const Interrupter interrupter(cancel);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    Context context(line, cancel);
    const int code = line.verb->run(context);
    QString problem;
    if (!context.terminal.commit(context.terminal.wroteFile() ? QString() : line.output, problem)) {
        context.terminal.warn(QStringLiteral("waybill: ") + problem);
        return Unreadable;
    }
    return cancel.isCancelled() ? static_cast<int>(Cancelled) : code;
}

}  // namespace

int main(int argc, char **argv)
{
    // Only the report draws, and never on a screen. Options may stand before the verb.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool draws = std::any_of(argv, argv + argc, [](const char *word) {
        const Verb *verb = findVerb(QString::fromLocal8Bit(word));
        return verb && verb->draws;
    });
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv)
                                                              : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("waybill"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYBILL_VERSION));
    std::setlocale(LC_NUMERIC, "C");

    QString problem;
    CommandLine line = CommandLine::parse(QCoreApplication::arguments(), problem);
    QTranslator ours;
    QTranslator qt;
    installLanguage(line.language, ours, qt);
    if (line.wish == CommandLine::Wish::Help) {
        std::fputs(CommandLine::help(line.verb).toUtf8().constData(), stdout);
        return Ok;
    }
    if (line.wish == CommandLine::Wish::Version) {
        std::fputs("waybill " WAYBILL_VERSION "\n", stdout);
        return Ok;
    }
    if (!problem.isEmpty()) {
        problem.clear();
        CommandLine::parse(QCoreApplication::arguments(), problem);  // once more, now in the chosen language
        std::fprintf(stderr, "waybill: %s\n", problem.toUtf8().constData());
        return UsageError;
    }
    return run(std::move(line));
}
