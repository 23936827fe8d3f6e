// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/writtenconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Sources without a config (a plain root file system) get the least that a config must hold.
QJsonObject originalConfig(const Image &image)
{
    QJsonObject config = QJsonDocument::fromJson(image.rawConfig).object();
    if (config.isEmpty()) {
        config[QLatin1String("os")] = image.platform.os.isEmpty() ? QStringLiteral("linux") : image.platform.os;
        config[QLatin1String("architecture")]
            = image.platform.architecture.isEmpty() ? QStringLiteral("amd64") : image.platform.architecture;
    }
    return config;
}

void addComment(QJsonObject &item, const QString &text)
{
    const QString before = item[QLatin1String("comment")].toString();
    item[QLatin1String("comment")] = before.isEmpty() ? text : QString(before % QLatin1String("; ") % text);
}

QJsonObject newHistory(const Image &image, const QString &createdBy, const QString &comment, bool empty)
{
    QJsonObject item {{QStringLiteral("created_by"), createdBy}, {QStringLiteral("comment"), comment}};
    if (image.created.isValid())
        item[QLatin1String("created")] = image.created.toString(Qt::ISODate);
    if (empty)
        item[QLatin1String("empty_layer")] = true;
    return item;
}

/// Changed layers say so where their instruction stands; a layer that went leaves its instruction as an empty one.
QJsonArray historyOf(const Image &image, QJsonArray history, const WrittenImage &written)
{
    const auto change = [&](int layer, const auto &edit) {
        const int index = layer < 0 ? -1 : image.layers[static_cast<size_t>(layer)].historyIndex;
        if (index < 0 || index >= history.size())
            return;
        QJsonObject item = history[index].toObject();
        edit(item);
        history[index] = item;
    };
    for (const WrittenImage::Layer &layer : written.layers) {
        if (!layer.rewritten || layer.before < 0)
            continue;
        change(layer.before, [&layer](QJsonObject &item) {
            addComment(
                item,
                QStringLiteral("waybill remedy: %1 files removed, %2 edited").arg(layer.droppedFiles).arg(layer.editedFiles));
        });
    }
    for (const int layer : written.droppedLayers) {
        change(layer, [](QJsonObject &item) {
            item[QLatin1String("empty_layer")] = true;
            addComment(item, QStringLiteral("waybill remedy: layer removed"));
        });
    }
    return history;
}

}  // namespace

QByteArray writtenConfig(const Image &image, const WrittenImage &written, const ImageWriteOptions &options, quint32 removedFiles)
{
    QJsonObject config = originalConfig(image);
    QJsonArray diffIds;
    for (const WrittenImage::Layer &layer : written.layers)
        diffIds.append(layer.diffId);
    config[QLatin1String("rootfs")]
        = QJsonObject {{QStringLiteral("type"), QStringLiteral("layers")}, {QStringLiteral("diff_ids"), diffIds}};
    QJsonArray history = historyOf(image, config[QLatin1String("history")].toArray(), written);
    const bool added
        = std::any_of(written.layers.begin(), written.layers.end(), [](const auto &layer) { return layer.before < 0; });
    // A history that did not fit its layers is not made to fit: the entry of an added layer would be taken for another's.
    const bool fits
        = std::all_of(image.layers.begin(), image.layers.end(), [](const auto &layer) { return layer.historyIndex >= 0; });
    if (fits && removedFiles > 0)
        history.append(newHistory(image, options.createdBy, QStringLiteral("%1 files removed").arg(removedFiles), true));
    if (fits && added)
        history.append(newHistory(image, options.createdBy, QStringLiteral("%1 files added").arg(options.added.size()), false));
    if (!history.isEmpty())
        config[QLatin1String("history")] = history;
    return compact(config);
}

QByteArray writtenManifest(const Image &image, const WrittenImage &written, const WrittenBlob &config,
                           const QStringList &mediaTypes)
{
    QJsonArray layers;
    for (size_t i = 0; i < written.layers.size(); ++i) {
        layers.append(QJsonObject {{QStringLiteral("mediaType"), mediaTypes[static_cast<qsizetype>(i)]},
                                   {QStringLiteral("digest"), written.layers[i].digest},
                                   {QStringLiteral("size"), written.layers[i].storedBytes}});
    }
    QJsonObject manifest {{QStringLiteral("schemaVersion"), 2},
                          {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.manifest.v1+json")},
                          {QStringLiteral("config"),
                           QJsonObject {{QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.config.v1+json")},
                                        {QStringLiteral("digest"), config.digest},
                                        {QStringLiteral("size"), config.size}}},
                          {QStringLiteral("layers"), layers}};
    const QString origin = image.manifestDigest.isEmpty() ? image.configDigest : image.manifestDigest;
    if (!origin.isEmpty())
        manifest[QLatin1String("annotations")] = QJsonObject {{QStringLiteral("org.waybill.remedy.of"), origin}};
    return compact(manifest);
}

QByteArray writtenIndex(const Image &image, const WrittenBlob &manifest)
{
    // Tools take the reference name as a tag; "name:tag" of other sources gives its tag.
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$"));
    QString name = image.name.section(QLatin1Char('@'), 0, 0).section(QLatin1Char('/'), -1).section(QLatin1Char(':'), -1);
    if (!image.name.contains(QLatin1Char(':')) && image.name.contains(QLatin1Char('/')))
        name.clear();
    if (!tag.match(name).hasMatch())
        name = QStringLiteral("latest");
    QJsonObject platform {{QStringLiteral("os"), image.platform.os.isEmpty() ? QStringLiteral("linux") : image.platform.os},
                          {QStringLiteral("architecture"),
                           image.platform.architecture.isEmpty() ? QStringLiteral("amd64") : image.platform.architecture}};
    if (!image.platform.variant.isEmpty())
        platform[QLatin1String("variant")] = image.platform.variant;
    const QJsonObject descriptor {
        {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.manifest.v1+json")},
        {QStringLiteral("digest"), manifest.digest},
        {QStringLiteral("size"), manifest.size},
        {QStringLiteral("platform"), platform},
        {QStringLiteral("annotations"), QJsonObject {{QStringLiteral("org.opencontainers.image.ref.name"), name}}}};
    return compact(QJsonObject {{QStringLiteral("schemaVersion"), 2},
                                {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.index.v1+json")},
                                {QStringLiteral("manifests"), QJsonArray {descriptor}}});
}

}  // namespace waybill
