// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/finderbench.h"

#include "core/inventory/scanner.h"

#include <QTemporaryDir>

#include <algorithm>

namespace waybill::test {

namespace {

const ScanKnowledge &knowledge()
{
    static const ScanKnowledge loaded = [] {
        const auto result = ScanKnowledge::load();
        if (!result)
            qFatal("knowledge: %s", qPrintable(result.error().cause));
        return *result;
    }();
    return loaded;
}

}  // namespace

std::shared_ptr<const Inventory> scanned(const TextImage &image)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("image.tar"));
    if (!image.writeFile(file, image.dockerArchive()))
        qFatal("cannot write the test image");
    const auto source = openImageSource(file);
    const auto opened = source ? (*source)->image(0) : Result<Image>(fail(source.error()));
    if (!opened)
        qFatal("cannot open the test image: %s", qPrintable(opened.error().cause));
    Progress progress;
    return scan(**source, *opened, knowledge(), {}, {}, progress);
}

QStringList componentLines(const Inventory &inventory, const QString &kind)
{
    QStringList lines;
    for (const Component &component : inventory.components) {
        if (!kind.isEmpty() && component.kind != kind)
            continue;
        QString line = component.purl + QLatin1Char(' ') + QString::number(component.layer);
        if (component.isGhost())
            line += QLatin1Char('-') + QString::number(component.hiddenBy);
        if (component.vendored)
            line += QLatin1Char('+');
        lines.append(line);
    }
    lines.sort();
    return lines;
}

QString ownerOf(const Inventory &inventory, const std::string &path)
{
    const NodeId node = inventory.tree->findLive(path);
    if (!node.isValid())
        return QStringLiteral("?");
    const Judgement *judgement = inventory.judgement(node);
    const Component *component = judgement ? inventory.component(*judgement) : nullptr;
    return component ? component->purl : QStringLiteral("-");
}

QStringList noteLines(const Inventory &inventory)
{
    QStringList lines;
    for (const ImageNote &note : inventory.notes)
        lines.append(note.id + QLatin1Char(' ') + QString::number(note.layer) + QLatin1Char(' ') + note.detail);
    return lines;
}

const Component &componentNamed(const Inventory &inventory, const QString &name)
{
    const auto found = std::find_if(inventory.components.begin(), inventory.components.end(),
                                    [&name](const Component &component) { return component.name == name; });
    if (found == inventory.components.end())
        qFatal("no component %s", qPrintable(name));
    return *found;
}

QStringList declaredLines(const Component &component)
{
    QStringList lines;
    for (const DeclaredLicence &declared : component.declared)
        lines.append(declared.field + QLatin1Char('=') + declared.asWritten);
    return lines;
}

}  // namespace waybill::test
