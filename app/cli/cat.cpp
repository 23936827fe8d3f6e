// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/inventory/scanner.h"

#include <QCoreApplication>
#include <QFile>

namespace waybill {

namespace {

struct CatText {
    Q_DECLARE_TR_FUNCTIONS(waybill::CatText)
};

constexpr qint64 catLimit = 1LL << 40;

int runCat(Context &context)
{
    const int layerWanted = context.line.value("layer").toInt() - 1;
    if (context.line.has("layer") && layerWanted < 0)
        return context.usage(CatText::tr("--layer takes a number from 1 on."));
    const auto opened = context.open(context.line.arguments.at(0));
    if (!opened)
        return context.fail(opened.error());
    QByteArray path = context.line.arguments.at(1).toUtf8();
    while (path.startsWith('/'))
        path.remove(0, 1);
    const int last = static_cast<int>(opened->image.layers.size()) - 1;
    const int first = layerWanted >= 0 ? layerWanted : 0;
    // Without --layer the newest layer that has the file answers.
    for (int layer = layerWanted >= 0 ? layerWanted : last; layer >= first; --layer) {
        const auto content = readFileOf(*opened->source, opened->image, layer, path.toStdString(), catLimit, context.cancel);
        if (content) {
            QFile out;
            const bool toFile = !context.line.output.isEmpty();
            if (toFile) {
                out.setFileName(context.line.output);
                context.terminal.markFileWritten();
            }
            const bool open
                = toFile ? out.open(QIODevice::WriteOnly | QIODevice::NewOnly) : out.open(stdout, QIODevice::WriteOnly);
            if (!open || out.write(*content) != content->size())
                return context.fail(Error {ErrorKind::Io, context.line.output, out.errorString(), -1, {}, -1, -1});
            return Ok;
        }
        if (content.error().kind != ErrorKind::NotFound || layer == first)
            return context.fail(content.error());
    }
    return Unreadable;
}

}  // namespace

const Verb &catVerb()
{
    static const Verb verb {
        "cat",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The content of one file."),
        "IMAGE PATH",
        2,
        2,
        {QStringLiteral("raw")},
        {{"layer", "N",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "The layer to read from, counted from 1; else the newest that has it.")}},
        runCat,
    };
    return verb;
}

}  // namespace waybill
