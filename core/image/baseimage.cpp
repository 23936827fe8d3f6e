// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/baseimage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace waybill {

namespace {

constexpr qsizetype labelLimit = 1 << 20;
constexpr int nameLimit = 200;

bool isDigest(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\Asha256:[0-9a-f]{64}\\z"));
    return form.match(text).hasMatch();
}

/// Number of layers up to the one that carries the digest, or 0.
int layersUpTo(const Image &image, const QString &digest)
{
    for (size_t i = 0; i < image.layers.size(); ++i) {
        if (!digest.isEmpty() && (image.layers[i].digest == digest || image.layers[i].diffId == digest))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

std::optional<BaseImage> byGivenDigest(const Image &image, const std::vector<KnownBase> &known)
{
    BaseImage best;
    for (const KnownBase &base : known) {
        const int layers = layersUpTo(image, base.digest);
        const bool isThis = base.digest == image.manifestDigest || base.digest == image.configDigest;
        const int count = isThis ? static_cast<int>(image.layers.size()) : layers;
        if (count > best.layers)
            best = {count, BaseEvidence::Given, base.digest, base.name, {}};
    }
    return best.layers > 0 ? std::optional(best) : std::nullopt;
}

/// Buildpacks write the diff ID of the run image's last layer (Platform Specification, "io.buildpacks.lifecycle.metadata").
std::optional<BaseImage> byLabel(const Image &image)
{
    const QString label = QStringLiteral("io.buildpacks.lifecycle.metadata");
    const QString text = image.labels.value(label);
    if (text.isEmpty() || text.size() > labelLimit)
        return std::nullopt;
    const QJsonObject run = QJsonDocument::fromJson(text.toUtf8()).object().value(QLatin1String("runImage")).toObject();
    const int layers = layersUpTo(image, run.value(QLatin1String("topLayer")).toString());
    if (layers == 0)
        return std::nullopt;
    return BaseImage {layers, BaseEvidence::Label, label, run.value(QLatin1String("reference")).toString().left(nameLimit), {}};
}

bool setsStartCommand(const QString &instruction)
{
    static const QRegularExpression form(QStringLiteral("\\A(/bin/sh -c #\\(nop\\) +)?(CMD|ENTRYPOINT)\\b"));
    return form.match(instruction).hasMatch();
}

/// Nobody sets a start command in the middle of a build; where one stands before further layers, a finished image was taken
/// as base. The last such place counts: bases stand on bases.
std::optional<BaseImage> byHistory(const Image &image)
{
    BaseImage found;
    int layers = 0;
    for (const HistoryItem &item : image.history) {
        if (!item.emptyLayer)
            ++layers;
        else if (setsStartCommand(item.createdBy) && layers > 0 && layers < static_cast<int>(image.layers.size()))
            found = {layers, BaseEvidence::History, item.createdBy.left(nameLimit), {}, {}};
    }
    return layers == static_cast<int>(image.layers.size()) && found.layers > 0 ? std::optional(found) : std::nullopt;
}

std::optional<BaseImage> byFirstLayer(const Image &image)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(# debian\\.sh |(/bin/sh -c #\\(nop\\) +)?ADD (file:|rootfs|.*\\.tar)|bazel build|apko|"
                       "(/bin/sh -c #\\(nop\\) +)?COPY (dir:|/rootfs))"));
    if (image.layers.size() < 2 || !form.match(image.layers.front().createdBy).hasMatch())
        return std::nullopt;
    return BaseImage {1, BaseEvidence::FirstLayer, image.layers.front().createdBy.left(nameLimit), {}, {}};
}

}  // namespace

QLatin1String baseEvidenceId(BaseEvidence evidence)
{
    static constexpr std::array names {"none", "given", "label", "history", "first-layer"};
    return QLatin1String(names.at(static_cast<size_t>(evidence)));
}

Result<std::vector<KnownBase>> parseKnownBases(const QByteArray &text)
{
    std::vector<KnownBase> bases;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).section(QLatin1Char('#'), 0, 0).simplified();
        if (line.isEmpty())
            continue;
        const QString digest = line.section(QLatin1Char(' '), 0, 0);
        if (!isDigest(digest))
            return fail(
                Error {ErrorKind::Malformed, {}, QStringLiteral("\"sha256:\" and 64 hex digits expected"), -1, {}, -1, number});
        bases.push_back({digest, line.section(QLatin1Char(' '), 1).left(nameLimit)});
    }
    return bases;
}

BaseImage baseImageOf(const Image &image, const std::vector<KnownBase> &known)
{
    BaseImage base;
    if (const auto given = byGivenDigest(image, known))
        base = *given;
    else if (const auto label = byLabel(image))
        base = *label;
    else if (const auto history = byHistory(image))
        base = *history;
    else if (const auto first = byFirstLayer(image))
        base = *first;
    if (base.name.isEmpty())
        base.name = image.labels.value(QStringLiteral("org.opencontainers.image.base.name")).left(nameLimit);
    const QString digest = image.labels.value(QStringLiteral("org.opencontainers.image.base.digest"));
    if (isDigest(digest))
        base.digest = digest;
    return base;
}

}  // namespace waybill
