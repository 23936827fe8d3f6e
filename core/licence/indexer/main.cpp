// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/indexer/indexbuilder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cstdio>

namespace {

int complain(const QString &what)
{
    std::fprintf(stderr, "licenceindexer: %s\n", qPrintable(what));
    return 1;
}

}  // namespace

/// licenceindexer spdx-full.json licences.idx
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return complain(QStringLiteral("usage: licenceindexer SPDX-FULL.JSON OUTPUT"));
    QFile input(arguments.at(1));
    if (!input.open(QIODevice::ReadOnly))
        return complain(QString(input.fileName() + QLatin1String(": ") + input.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(input.readAll(), &error);
    if (!document.isObject() || document.object().isEmpty())
        return complain(QString(input.fileName() + QLatin1String(": ") + error.errorString()));
    const QByteArray index = waybill::IndexBuilder().build(document.object());
    QSaveFile output(arguments.at(2));
    if (!output.open(QIODevice::WriteOnly) || output.write(index) != index.size() || !output.commit())
        return complain(QString(output.fileName() + QLatin1String(": ") + output.errorString()));
    return 0;
}
