// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/inventory/filecontents.h"

#include <QCoreApplication>
#include <QFile>

namespace waybill {

namespace {

struct CatText {
    Q_DECLARE_TR_FUNCTIONS(waybill::CatText)
};

constexpr qint64 windowSize = 8LL << 20;

/// Passes a file on window by window, so that its size costs no memory.
int stream(Context &context, FileContents &contents, int layer, const std::string &path, qint64 size)
{
    QFile out;
    const bool toFile = !context.line.output.isEmpty();
    if (toFile) {
        out.setFileName(context.line.output);
        context.terminal.markFileWritten();
    }
    const bool open = toFile ? out.open(QIODevice::WriteOnly | QIODevice::NewOnly) : out.open(stdout, QIODevice::WriteOnly);
    const auto refused = [&] {
        return context.fail(Error {ErrorKind::Io, context.line.output, out.errorString(), -1, {}, -1, -1});
    };
    if (!open)
        return refused();
    for (qint64 done = 0; done < size;) {
        const auto piece = contents.read(layer, path, done, windowSize, context.cancel);
        if (!piece)
            return context.fail(piece.error());
        if (piece->isEmpty())
            break;
        if (out.write(*piece) != piece->size())
            return refused();
        done += piece->size();
    }
    return out.flush() ? Ok : refused();
}

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
    FileContents contents(opened->source, opened->image);
    // Without --layer the newest layer that has the file answers.
    for (int layer = layerWanted >= 0 ? layerWanted : last; layer >= first; --layer) {
        const auto file = contents.find(layer, path.toStdString(), context.cancel);
        if (file)
            return stream(context, contents, layer, path.toStdString(), file->size);
        if (file.error().kind != ErrorKind::NotFound || layer == first)
            return context.fail(file.error());
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
