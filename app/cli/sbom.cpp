// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/sbom/sbom.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace waybill {

namespace {

struct SbomText {
    Q_DECLARE_TR_FUNCTIONS(waybill::SbomText)
};

/// The time that a reproducible build asks for (reproducible-builds.org, SOURCE_DATE_EPOCH), seconds since 1970.
std::optional<QDateTime> askedTime()
{
    bool isNumber = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)) : std::nullopt;
}

/// Straight to the file or to standard output: a bill may be larger than memory should hold twice.
Result<void> writeTo(Context &context, const Inventory &inventory, const LicenceCatalog &catalog, const FileDigests *digests,
                     const SbomOptions &options)
{
    if (context.line.output.isEmpty()) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return fail(ErrorKind::Io, QStringLiteral("standard output"), out.errorString());
        return writeSbom(inventory, catalog, digests, options, out);
    }
    QSaveFile out(context.line.output);
    context.terminal.markFileWritten();
    if (!out.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Io, context.line.output, out.errorString());
    if (const auto written = writeSbom(inventory, catalog, digests, options, out); !written)
        return written;
    return out.commit() ? Result<void>() : fail(ErrorKind::Io, context.line.output, out.errorString());
}

int runSbom(Context &context)
{
    SbomOptions options;
    options.format = *sbomFormatFromId(context.line.format);
    options.author = context.line.value("author");
    options.supplier = context.line.value("supplier");
    options.name = context.line.value("name");
    options.time = askedTime();
    const QString reference = context.line.arguments.first();
    const auto catalog = LicenceCatalog::load();
    if (!catalog)
        return context.fail(catalog.error());
    const auto inventory = context.inventory(reference);
    if (!inventory)
        return context.fail(inventory.error());
    FileDigests digests;
    const bool withFiles = !context.line.has("no-files");
    if (withFiles && !context.cancel.isCancelled()) {
        const auto opened = context.open(reference);
        if (!opened)
            return context.fail(opened.error());
        Progress progress;
        progress.bytesTotal = opened->image.storedBytes();
        progress.layersTotal = static_cast<int>(opened->image.layers.size());
        const ProgressLine shown(progress, !context.line.quiet);
        auto made = digestFiles(*opened->source, **inventory, context.line.jobs, context.cancel, progress);
        if (!made && !context.cancel.isCancelled())
            return context.fail(made.error());
        if (made)
            digests = std::move(*made);
    }
    // Half a bill would be taken for a whole one.
    if (context.cancel.isCancelled())
        return Cancelled;
    if (const auto written = writeTo(context, **inventory, **catalog, withFiles ? &digests : nullptr, options); !written)
        return context.fail(written.error());
    return Context::completeness(**inventory);
}

}  // namespace

const Verb &sbomVerb()
{
    static const Verb verb {
        "sbom",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The bill of materials, for other programs."),
        "IMAGE",
        1,
        1,
        {QString(sbomFormatId(SbomFormat::Spdx23)), QString(sbomFormatId(SbomFormat::Spdx30)),
         QString(sbomFormatId(SbomFormat::CycloneDx16))},
        {{"author", "NAME", QT_TRANSLATE_NOOP("waybill::CommandLine", "Who answers for the bill: \"Name <mail>\".")},
         {"supplier", "NAME",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Who supplies the image, when its labels do not say: \"Name <mail>\".")},
         {"name", "NAME", QT_TRANSLATE_NOOP("waybill::CommandLine", "Name of the image in the bill.")},
         {"no-files", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Packages only: no files and no hashes of files.")}},
        runSbom,
    };
    return verb;
}

}  // namespace waybill
