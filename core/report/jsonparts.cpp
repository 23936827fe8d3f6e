// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonparts.h"

#include "core/report/messages.h"
#include "core/report/reportmodel.h"

namespace waybill::json {

QJsonObject document(const QString &kind)
{
    return {{QStringLiteral("document"), kind},
            {QStringLiteral("schemaVersion"), schemaVersion},
            {QStringLiteral("generator"), QStringLiteral("Waybill " WAYBILL_VERSION)}};
}

QJsonValue time(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

void putPath(QJsonObject &object, const std::string &path)
{
    const QString shown = displayPath(path);
    object[QStringLiteral("path")] = shown;
    const QByteArray bytes = QByteArray::fromStdString(path);
    if (shown.toUtf8() != bytes)
        object[QStringLiteral("pathBytes")] = QString::fromLatin1(bytes.toBase64());
}

QJsonObject image(const Inventory &inventory)
{
    const Image &image = inventory.image;
    return {{QStringLiteral("reference"), image.reference},
            {QStringLiteral("name"), image.name},
            {QStringLiteral("source"), sourceKindId(image.sourceKind)},
            {QStringLiteral("digest"), imageDigest(image)},
            {QStringLiteral("manifestDigest"), image.manifestDigest},
            {QStringLiteral("configDigest"), image.configDigest},
            {QStringLiteral("platform"), image.platform.toString()},
            {QStringLiteral("created"), time(image.created)},
            {QStringLiteral("system"), inventory.osName},
            {QStringLiteral("storedBytes"), image.storedBytes()},
            {QStringLiteral("layers"), static_cast<int>(image.layers.size())},
            {QStringLiteral("complete"), inventory.isComplete()}};
}

QJsonArray layers(const Inventory &inventory)
{
    QJsonArray out;
    for (size_t i = 0; i < inventory.image.layers.size(); ++i) {
        const LayerInfo &info = inventory.image.layers[i];
        QJsonObject layer {{QStringLiteral("number"), static_cast<int>(i) + 1},
                           {QStringLiteral("digest"), info.digest},
                           {QStringLiteral("diffId"), info.diffId},
                           {QStringLiteral("mediaType"), info.mediaType},
                           {QStringLiteral("createdBy"), info.createdBy},
                           {QStringLiteral("created"), time(info.created)}};
        layer[QStringLiteral("storedBytes")] = info.storedBytes < 0 ? QJsonValue() : QJsonValue(info.storedBytes);
        if (i < inventory.readings.size()) {
            const LayerReading &reading = inventory.readings[i];
            layer[QStringLiteral("unpackedBytes")] = reading.unpackedBytes;
            layer[QStringLiteral("entries")] = static_cast<qint64>(reading.entries);
            layer[QStringLiteral("complete")] = reading.complete;
            if (!reading.complete)
                layer[QStringLiteral("error")] = errorJson(reading.error).value(QLatin1String("error"));
        }
        out.append(layer);
    }
    return out;
}

QJsonArray components(const Inventory &inventory)
{
    QJsonArray out;
    for (const Component &component : inventory.components) {
        QJsonArray declared;
        for (const DeclaredLicence &licence : component.declared)
            declared.append(QJsonObject {{QStringLiteral("field"), licence.field},
                                         {QStringLiteral("asWritten"), licence.asWritten},
                                         {QStringLiteral("expression"), licence.expression}});
        QJsonObject object {
            {QStringLiteral("name"), component.name},         {QStringLiteral("version"), component.version},
            {QStringLiteral("kind"), component.kind},         {QStringLiteral("purl"), component.purl},
            {QStringLiteral("supplier"), component.supplier}, {QStringLiteral("expression"), component.expression},
            {QStringLiteral("declared"), declared},           {QStringLiteral("files"), component.files},
            {QStringLiteral("bytes"), component.bytes}};
        object[QStringLiteral("layer")] = component.layer < 0 ? QJsonValue() : QJsonValue(component.layer + 1);
        if (component.isGhost())
            object[QStringLiteral("hiddenBy")] = component.hiddenBy + 1;
        out.append(object);
    }
    return out;
}

QJsonArray notes(const Inventory &inventory)
{
    QJsonArray out;
    for (const ImageNote &note : allNotes(inventory)) {
        QJsonObject object {{QStringLiteral("id"), note.id},
                            {QStringLiteral("detail"), note.detail},
                            {QStringLiteral("incomplete"), note.incomplete}};
        if (note.layer >= 0)
            object[QStringLiteral("layer")] = note.layer + 1;
        out.append(object);
    }
    return out;
}

QJsonObject file(const TreeNode &node, const std::string &path)
{
    QJsonObject object {{QStringLiteral("layer"), node.layer + 1}, {QStringLiteral("size"), node.size}};
    putPath(object, path);
    if (node.isGhost()) {
        object[QStringLiteral("hiddenBy")] = node.hiddenBy + 1;
        object[QStringLiteral("replaced")] = (node.flags & ReplacedNotDeleted) != 0;
    }
    return object;
}

}  // namespace waybill::json
