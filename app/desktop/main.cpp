// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/setup.h"
#include "core/report/messages.h"
#include "ui/session/session.h"
#include "ui/workbench/mainwindow.h"
#include "ui/workbench/settingsdialog.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace waybill;

namespace {

int refuseToStart(const Error &error, bool unattended)
{
    const QString text = Messages::error(error);
    std::fputs(qPrintable(QString(text % QLatin1Char('\n'))), stderr);
    if (!unattended)
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), text, QMessageBox::Close);
    return 3;
}

}  // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("waybill"));
    QApplication::setApplicationName(QStringLiteral("waybill"));
    QApplication::setApplicationDisplayName(QStringLiteral("Waybill"));
    QApplication::setApplicationVersion(QStringLiteral(WAYBILL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("waybill-desktop"));
    const Options options = parseOptions(application);

    // Pictures must not depend on, nor change, what the user has set.
    QTemporaryDir unattendedSettings;
    if (options.isUnattended())
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, unattendedSettings.path());
    installLanguage(application, options.language);
    Theme::apply(options.theme.value_or(SettingsDialog::storedTheme()));

    auto services = loadServices();
    if (!services)
        return refuseToStart(services.error(), options.isUnattended());
    MainWindow window(std::move(*services));
    if (options.scenario) {
        window.setScenario(*options.scenario);
        // A review brings the scenario that it was saved with; what was asked for on the command line comes after it.
        QObject::connect(
            window.session(), &Session::inventoryChanged, &window,
            [&window, scenario = *options.scenario] { window.setScenario(scenario); }, Qt::SingleShotConnection);
    }
    if (options.isUnattended())
        return Screenshots(&window, options).run();
    window.show();
    if (!options.image.isEmpty())
        window.openPath(options.image);
    return QApplication::exec();
}
