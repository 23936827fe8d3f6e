// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/inspectcomponents.h"
#include "app/cli/verb.h"

#include "core/report/jsonreport.h"
#include "core/report/messages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace waybill {

namespace {

struct InspectText {
    Q_DECLARE_TR_FUNCTIONS(waybill::InspectText)
};

constexpr qsizetype instructionWidth = 90;

QString shortened(const QString &text)
{
    const QString line = displayText(text.simplified());
    return line.size() <= instructionWidth ? line : line.left(instructionWidth - 1) + QChar(0x2026);
}

void printHeader(Terminal &terminal, const Image &image, const QString &osName)
{
    const auto row = [&terminal](const QString &name, const QString &value) {
        if (!value.isEmpty())
            terminal.print(name + QLatin1Char(':') + QString(qMax(1, 16 - displayWidth(name)), QLatin1Char(' ')) + value);
    };
    row(InspectText::tr("Reference"), displayText(image.reference));
    row(InspectText::tr("Name"), displayText(image.name));
    row(InspectText::tr("Source"), Messages::sourceKind(image.sourceKind));
    row(InspectText::tr("Manifest"), image.manifestDigest);
    row(InspectText::tr("Image id"), image.configDigest);
    row(InspectText::tr("Platform"), image.platform.toString());
    row(InspectText::tr("System"), displayText(osName));
    row(InspectText::tr("Built"), image.created.isValid() ? image.created.toString(Qt::ISODate) : QString());
    row(InspectText::tr("Layers"), QString::number(image.layers.size()));
    row(InspectText::tr("Stored"), Messages::bytes(image.storedBytes()));
}

void printLayers(Terminal &terminal, const Image &image, const Inventory *inventory)
{
    QStringList heads {InspectText::tr("#"), InspectText::tr("Stored")};
    QList<bool> right {true, true};
    if (inventory) {
        heads << InspectText::tr("Unpacked") << InspectText::tr("Entries");
        right << true << true;
    }
    const BaseImage base = inventory ? inventory->base : baseImageOf(image, {});
    if (base.layers > 0)
        heads << InspectText::tr("From");
    heads << InspectText::tr("Instruction");
    TextTable table(heads, right);
    for (size_t i = 0; i < image.layers.size(); ++i) {
        const LayerInfo &layer = image.layers[i];
        QStringList cells {QString::number(i + 1), layer.storedBytes < 0 ? QString() : Messages::bytes(layer.storedBytes)};
        if (inventory) {
            const LayerReading &reading = inventory->readings[i];
            cells << Messages::bytes(reading.unpackedBytes) << QString::number(reading.entries);
        }
        if (base.layers > 0)
            cells << (base.isBase(static_cast<int>(i)) ? InspectText::tr("base") : InspectText::tr("build"));
        cells << (layer.createdBy.isEmpty() ? InspectText::tr("(not recorded)") : shortened(layer.createdBy));
        table.add(cells);
    }
    for (const QString &line : table.lines())
        terminal.print(line);
    terminal.print({});
    terminal.print(Messages::baseImage(base));
}

void printFiles(Terminal &terminal, const Inventory &inventory, bool ghostsOnly)
{
    TextTable table({InspectText::tr("Class"), InspectText::tr("Licence"), InspectText::tr("Bytes"), InspectText::tr("Layer"),
                     ghostsOnly ? InspectText::tr("Removed in") : InspectText::tr("State"), InspectText::tr("Path")},
                    {false, false, true, true, false, false});
    const FileTree &tree = *inventory.tree;
    for (size_t i = 1; i < static_cast<size_t>(tree.size()); ++i) {
        const TreeNode &node = tree.node(NodeId(i));
        if (node.kind != EntryKind::File || (ghostsOnly && !node.isGhost()))
            continue;
        const Judgement *judgement = inventory.judgement(NodeId(i));
        const QString code = judgement ? QString(licenceClassCode(judgement->licenceClass)) : QStringLiteral("UN");
        const QString state = ghostsOnly ? QString::number(node.hiddenBy + 1)
                                         : (node.isGhost() ? InspectText::tr("removed in %1").arg(node.hiddenBy + 1) : QString());
        table.add({code, judgement ? judgement->expression.left(40) : QString(), QString::number(node.size),
                   QString::number(node.layer + 1), state, displayPath(tree.path(NodeId(i)))});
    }
    for (const QString &line : table.lines())
        terminal.print(line);
}

void printLicences(Terminal &terminal, const Inventory &inventory)
{
    struct Sum {
        LicenceClass licenceClass = LicenceClass::Unknown;
        quint32 files = 0;
        qint64 bytes = 0;
    };
    std::map<QString, Sum> sums;
    for (const Judgement &judgement : inventory.judgements) {
        Sum &sum = sums[judgement.expression];
        sum.licenceClass = judgement.licenceClass;
        sum.files += judgement.liveFiles + judgement.ghostFiles;
        sum.bytes += judgement.liveBytes + judgement.ghostBytes;
    }
    std::vector<std::pair<QString, Sum>> ordered(sums.begin(), sums.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.second.bytes > b.second.bytes; });
    TextTable table({InspectText::tr("Class"), InspectText::tr("Files"), InspectText::tr("Bytes"), InspectText::tr("Licence")},
                    {false, true, true, false});
    for (const auto &[expression, sum] : ordered)
        table.add({licenceClassCode(sum.licenceClass), QString::number(sum.files), Messages::bytes(sum.bytes),
                   expression.isEmpty() ? InspectText::tr("(none)") : expression});
    for (const QString &line : table.lines())
        terminal.print(line);
}

int runInspect(Context &context)
{
    const CommandLine &line = context.line;
    const QString path = line.arguments.first();
    const bool chosen
        = line.has("files") || line.has("ghosts") || line.has("components") || line.has("licences") || line.has("unexplained");
    if (!chosen && line.has("layers") && !line.isJson()) {
        const auto opened = context.open(path);
        if (!opened)
            return context.fail(opened.error());
        printHeader(context.terminal, opened->image, {});
        context.terminal.print({});
        printLayers(context.terminal, opened->image, nullptr);
        return Ok;
    }
    const auto inventory = context.inventory(path);
    if (!inventory)
        return context.fail(inventory.error());
    if (line.isJson()) {
        context.terminal.print(QString::fromUtf8(QJsonDocument(inspectJson(**inventory)).toJson()).trimmed());
    } else {
        if (!chosen || line.has("layers")) {
            printHeader(context.terminal, (*inventory)->image, (*inventory)->osName);
            context.terminal.print({});
            printLayers(context.terminal, (*inventory)->image, inventory->get());
        }
        if (line.has("components"))
            printComponents(context.terminal, **inventory);
        if (line.has("unexplained"))
            printUnexplained(context.terminal, **inventory);
        if (line.has("licences"))
            printLicences(context.terminal, **inventory);
        if (line.has("files") || line.has("ghosts"))
            printFiles(context.terminal, **inventory, line.has("ghosts") && !line.has("files"));
    }
    return Context::completeness(**inventory);
}

int runList(Context &context)
{
    const auto source = context.openSource(context.line.arguments.first());
    if (!source)
        return context.fail(source.error());
    if (context.line.isJson()) {
        QJsonArray images;
        for (const ImageListing &listing : (*source)->listings()) {
            images.append(QJsonObject {{QStringLiteral("name"), listing.name},
                                       {QStringLiteral("platform"), listing.platform.toString()},
                                       {QStringLiteral("digest"), listing.digest},
                                       {QStringLiteral("mediaType"), listing.mediaType},
                                       {QStringLiteral("isImage"), listing.isImage}});
        }
        const QJsonObject root {{QStringLiteral("schemaVersion"), 1},
                                {QStringLiteral("source"), QString(sourceKindId((*source)->kind()))},
                                {QStringLiteral("images"), images}};
        context.terminal.print(QString::fromUtf8(QJsonDocument(root).toJson()).trimmed());
        return Ok;
    }
    TextTable table({InspectText::tr("Name"), InspectText::tr("Platform"), InspectText::tr("Digest"), InspectText::tr("Kind")});
    for (const ImageListing &listing : (*source)->listings())
        table.add({displayText(listing.name), listing.platform.toString(), listing.digest,
                   listing.isImage ? InspectText::tr("image") : InspectText::tr("attachment")});
    for (const QString &line : table.lines())
        context.terminal.print(line);
    return Ok;
}

}  // namespace

const Verb &inspectVerb()
{
    static const Verb verb {
        "inspect",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "What is in it, layer by layer."),
        "IMAGE",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {{"layers", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "The layers only, without reading their content.")},
         {"files", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Every file with layer, class and licence.")},
         {"ghosts", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Files that are gone at run time and still shipped.")},
         {"components", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Packages and products.")},
         {"unexplained", nullptr,
          QT_TRANSLATE_NOOP("waybill::CommandLine", "What accounts for every byte, and the files that nothing accounts for.")},
         {"base", "DIGEST|FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "A digest of the base image, or a file with one per line and a name behind it.")},
         {"licences", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Licences with files and bytes.")}},
        runInspect,
    };
    return verb;
}

const Verb &listVerb()
{
    static const Verb verb {
        "list",   QT_TRANSLATE_NOOP("waybill::CommandLine", "Which images and platforms a source holds."),
        "SOURCE", 1,
        1,        {QStringLiteral("table"), QStringLiteral("json")},
        {},       runList,
    };
    return verb;
}

}  // namespace waybill
