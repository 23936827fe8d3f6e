// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/datafiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace waybill {

QString dataFile(const QString &name)
{
    QStringList folders;
    if (const QString chosen = qEnvironmentVariable("WAYBILL_DATA_DIR"); !chosen.isEmpty())
        folders.append(chosen);
    if (QCoreApplication::instance())
        folders.append(QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/waybill")));
    for (const QString &folder : folders) {
        const QString path = folder + QLatin1Char('/') + name;
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

}  // namespace waybill
