// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include "ui/workbench/settingsdialog.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace waybill {

namespace {

[[noreturn]] void refuse(const QString &text)
{
    std::fputs(qPrintable(QString(text % QLatin1Char('\n'))), stderr);
    std::exit(2);
}

std::optional<Theme::Mode> themeFromId(const QString &id)
{
    for (const Theme::Mode mode : {Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark}) {
        if (SettingsDialog::themeId(mode) == id)
            return mode;
    }
    return {};
}

}  // namespace

Options parseOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("Options", "Judges whether a container image may be shipped."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("IMAGE"),
        QApplication::translate("Options", "Image archive, OCI folder, review (.waybill) or signed PDF."),
        QStringLiteral("[IMAGE]"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QApplication::translate("Options", "Open IMAGE, save a picture of the window as FILE, exit."), QStringLiteral("FILE"));
    const QCommandLineOption tour(QStringLiteral("screenshot-tour"),
                                  QApplication::translate("Options", "Open IMAGE, save pictures of all pages to DIR, exit."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), QApplication::translate("Options", "light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption language(QStringLiteral("lang"), QApplication::translate("Options", "en or zh_CN."),
                                      QStringLiteral("LANGUAGE"));
    const QCommandLineOption scenario(QStringLiteral("scenario"),
                                      QApplication::translate("Options", "internal, saas, on-premises, embedded or sdk."),
                                      QStringLiteral("SCENARIO"));
    parser.addOptions({screenshot, tour, theme, language, scenario});
    parser.process(application);

    Options options;
    const QStringList images = parser.positionalArguments();
    if (images.size() > 1)
        refuse(QApplication::translate("Options", "Only one image can be opened at a time."));
    options.image = images.value(0);
    options.screenshot = parser.value(screenshot);
    options.tour = parser.value(tour);
    options.language = parser.value(language);
    if (!options.language.isEmpty() && options.language != QLatin1String("en") && options.language != QLatin1String("zh_CN"))
        refuse(QApplication::translate("Options", "Unknown language: %1").arg(options.language));
    if (parser.isSet(theme) && !(options.theme = themeFromId(parser.value(theme))))
        refuse(QApplication::translate("Options", "Unknown theme: %1").arg(parser.value(theme)));
    if (parser.isSet(scenario) && !(options.scenario = scenarioFromId(parser.value(scenario))))
        refuse(QApplication::translate("Options", "Unknown scenario: %1").arg(parser.value(scenario)));
    if (options.isUnattended() && options.image.isEmpty())
        refuse(QApplication::translate("Options", "A screenshot needs an image."));
    return options;
}

}  // namespace waybill
