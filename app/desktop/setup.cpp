// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/setup.h"

#include "core/base/datafiles.h"
#include "ui/workbench/settingsdialog.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace waybill {

namespace {

/// Every language that is not Chinese is spoken to in English, whose file brings the plural forms.
QString languageFile(const QLocale &locale)
{
    return locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

}  // namespace

void installLanguage(QApplication &application, const QString &wanted)
{
    const QString language = wanted.isEmpty() ? QSettings().value(QStringLiteral("language")).toString() : wanted;
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    auto *ours = new QTranslator(&application);
    const QString file = dataFile(QStringLiteral("i18n/waybill_%1.qm").arg(languageFile(locale)));
    if (!file.isEmpty() && ours->load(file))
        QCoreApplication::installTranslator(ours);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

Result<Services> loadServices()
{
    Services services;
    auto knowledge = ScanKnowledge::load();
    if (!knowledge)
        return fail(knowledge.error());
    auto policy = Policy::load();
    if (!policy)
        return fail(policy.error());
    services.knowledge = std::move(*knowledge);
    services.policy = std::move(*policy);
    if (auto overlaid = SettingsDialog::withStoredOverlay(*services.policy); !overlaid)
        services.overlayFault = overlaid.error();
    else if (*overlaid)
        services.policy = std::move(*overlaid);
    return services;
}

}  // namespace waybill
