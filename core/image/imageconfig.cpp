// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/manifest.h"

#include "core/archive/digest.h"
#include "core/image/strictjson.h"

#include <QJsonArray>

namespace waybill {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list.append(item.toString());
    return list;
}

QDateTime timeOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    // Year 1 is what Go writes for "not set".
    return time.isValid() && time.date().year() > 1 ? time.toUTC() : QDateTime();
}

void readHistory(const QJsonArray &array, Image &image)
{
    for (const QJsonValue &value : array) {
        const QJsonObject item = value.toObject();
        image.history.push_back({item[QLatin1String("created_by")].toString(), item[QLatin1String("comment")].toString(),
                                 item[QLatin1String("author")].toString(), timeOf(item[QLatin1String("created")]),
                                 item[QLatin1String("empty_layer")].toBool()});
    }
}

/// Each history entry that is not empty stands for the next layer; nothing is guessed when the counts differ.
void pairHistory(Image &image)
{
    size_t layer = 0;
    int surplus = 0;
    for (size_t i = 0; i < image.history.size(); ++i) {
        const HistoryItem &item = image.history[i];
        if (item.emptyLayer)
            continue;
        if (layer >= image.layers.size()) {
            ++surplus;
            continue;
        }
        image.layers[layer].historyIndex = static_cast<int>(i);
        image.layers[layer].createdBy = item.createdBy;
        image.layers[layer].created = item.created;
        ++layer;
    }
    if (surplus > 0)
        image.notes.push_back({QStringLiteral("history-surplus"), -1, QString::number(surplus), false});
    if (layer < image.layers.size())
        image.notes.push_back(
            {QStringLiteral("history-missing"), static_cast<int>(layer), QString::number(image.layers.size() - layer), false});
}

}  // namespace

Result<void> applyConfig(const QByteArray &bytes, const QString &subject, Image &image)
{
    const auto document = parseStrictJson(bytes, subject);
    if (!document)
        return fail(document.error());
    if (!document->isObject())
        return fail(ErrorKind::Malformed, subject, QStringLiteral("image config: JSON object expected"));
    image.rawConfig = bytes;
    const QJsonObject object = document->object();
    image.platform = {object[QLatin1String("os")].toString(), object[QLatin1String("architecture")].toString(),
                      object[QLatin1String("variant")].toString()};
    image.created = timeOf(object[QLatin1String("created")]);
    image.author = object[QLatin1String("author")].toString();
    const QJsonObject config = object[QLatin1String("config")].toObject();
    image.env = strings(config[QLatin1String("Env")]);
    image.entrypoint = strings(config[QLatin1String("Entrypoint")]);
    image.cmd = strings(config[QLatin1String("Cmd")]);
    image.exposedPorts = config[QLatin1String("ExposedPorts")].toObject().keys();
    image.user = config[QLatin1String("User")].toString();
    image.workingDir = config[QLatin1String("WorkingDir")].toString();
    const QJsonObject labels = config[QLatin1String("Labels")].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        image.labels.insert(it.key(), it.value().toString());

    const QStringList diffIds = strings(object[QLatin1String("rootfs")].toObject()[QLatin1String("diff_ids")]);
    if (diffIds.size() != static_cast<qsizetype>(image.layers.size()))
        image.notes.push_back({QStringLiteral("diff-id-count"), -1,
                               QStringLiteral("%1 diff IDs for %2 layers").arg(diffIds.size()).arg(image.layers.size()), false});
    for (qsizetype i = 0; i < diffIds.size() && i < static_cast<qsizetype>(image.layers.size()); ++i) {
        if (isValidDigest(diffIds[i]))
            image.layers[static_cast<size_t>(i)].diffId = diffIds[i];
        else
            image.notes.push_back({QStringLiteral("diff-id-invalid"), static_cast<int>(i), diffIds[i].left(100), false});
    }
    readHistory(object[QLatin1String("history")].toArray(), image);
    pairHistory(image);
    return {};
}

}  // namespace waybill
