// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/textimage.h"

#include "tests/support/tarwriter.h"
#include "tests/support/textlines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waybill::test {
namespace {

constexpr QLatin1String epoch("1970-01-01T00:00:00Z");

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QString hexOf(const QByteArray &digest)
{
    return text(digest.mid(digest.indexOf(':') + 1));
}

QString blobName(const QByteArray &digest)
{
    return QStringLiteral("blobs/sha256/") + hexOf(digest);
}

QLatin1String suffixOf(Packing packing)
{
    if (packing == Packing::Plain)
        return QLatin1String(".tar");
    return packing == Packing::Gzip ? QLatin1String(".tar.gz") : QLatin1String(".tar.zst");
}

QLatin1String layerType(Packing packing)
{
    if (packing == Packing::Plain)
        return QLatin1String("application/vnd.oci.image.layer.v1.tar");
    return packing == Packing::Gzip ? QLatin1String("application/vnd.oci.image.layer.v1.tar+gzip")
                                    : QLatin1String("application/vnd.oci.image.layer.v1.tar+zstd");
}

QJsonObject descriptor(const QString &type, const QByteArray &digest, qsizetype size)
{
    return {{QStringLiteral("mediaType"), type},
            {QStringLiteral("digest"), text(digest)},
            {QStringLiteral("size"), static_cast<qint64>(size)}};
}

QByteArray tarFrom(const std::vector<std::pair<QString, QByteArray>> &files)
{
    TarWriter tar;
    QStringList seen;
    for (const auto &[name, bytes] : files) {
        if (seen.contains(name))
            continue;
        seen << name;
        tar.add({.path = name.toUtf8(), .bytes = bytes});
    }
    return tar.finish();
}

}  // namespace

/// Digests are those of the undamaged bytes, as in a real file that was spoilt on its way.
struct TextImage::BuiltLayer {
    QByteArray diffId;
    QByteArray digest;
    qsizetype size = 0;
    QByteArray stored;
    bool missing = false;
};

struct TextImage::Built {
    std::vector<BuiltLayer> layers;
    QByteArray config;
};

TextImage &TextImage::layer(const QString &createdBy, const QString &lines)
{
    m_layers.push_back({createdBy, lines, false});
    return *this;
}

TextImage &TextImage::emptyHistory(const QString &createdBy)
{
    m_layers.push_back({createdBy, {}, true});
    return *this;
}

TextImage &TextImage::content(const QString &name, const QByteArray &bytes)
{
    m_contents.emplace_back(name, bytes);
    return *this;
}

TextImage &TextImage::label(const QString &key, const QString &value)
{
    m_labels.emplace_back(key, value);
    return *this;
}

TextImage &TextImage::entrypoint(const QStringList &words)
{
    m_entrypoint = words;
    return *this;
}

TextImage &TextImage::tag(const QString &name)
{
    m_tag = name;
    return *this;
}

TextImage &TextImage::platform(const QString &os, const QString &architecture)
{
    m_os = os;
    m_architecture = architecture;
    return *this;
}

TextImage &TextImage::packing(Packing packing)
{
    m_packing = packing;
    return *this;
}

TextImage &TextImage::damage(const Damage &damage)
{
    m_damage = damage;
    return *this;
}

QByteArray TextImage::tarOf(const Layer &layer) const
{
    TarWriter tar;
    const std::vector<TarMember> members = membersFromLines(layer.lines, [this](const QString &name) {
        const auto found
            = std::find_if(m_contents.begin(), m_contents.end(), [&](const auto &each) { return each.first == name; });
        if (found == m_contents.end())
            qFatal("TextImage: no content is registered as \"%s\"", qPrintable(name));
        return found->second;
    });
    for (const TarMember &member : members)
        tar.add(member);
    return tar.finish(!m_damage.dropEndBlocks);
}

QByteArray TextImage::layerTar(int layer) const
{
    for (const Layer &each : m_layers) {
        if (!each.empty && layer-- == 0)
            return tarOf(each);
    }
    return {};
}

QByteArray TextImage::rootfsTar() const
{
    return layerTar(0);
}

TextImage::BuiltLayer TextImage::builtLayer(const Layer &layer, int number) const
{
    const QByteArray tar = tarOf(layer);
    BuiltLayer built;
    built.stored = packed(tar, m_packing);
    built.diffId = digestOf(m_damage.wrongDiffIds ? tar + QByteArrayLiteral("wrong") : tar);
    built.digest = digestOf(built.stored);
    built.size = built.stored.size();
    built.missing = m_damage.missingLayer == number;
    if (m_damage.truncateLayer == number)
        built.stored.truncate(built.size / 2);
    if (m_damage.flipLayer == number)
        built.stored[built.size / 2] = static_cast<char>(built.stored.at(built.size / 2) ^ 1);
    return built;
}

QByteArray TextImage::config(const std::vector<BuiltLayer> &layers) const
{
    QJsonArray diffIds;
    for (const BuiltLayer &layer : layers)
        diffIds << text(layer.diffId);
    QJsonArray history;
    for (const Layer &layer : m_layers) {
        QJsonObject entry {{QStringLiteral("created"), epoch}, {QStringLiteral("created_by"), layer.createdBy}};
        if (layer.empty)
            entry.insert(QStringLiteral("empty_layer"), true);
        history << entry;
    }
    QJsonObject labels;
    for (const auto &[key, value] : m_labels)
        labels.insert(key, value);
    return json({
        {QStringLiteral("architecture"), m_architecture},
        {QStringLiteral("os"), m_os},
        {QStringLiteral("created"), epoch},
        {QStringLiteral("config"),
         QJsonObject {{QStringLiteral("Labels"), labels},
                      {QStringLiteral("Entrypoint"), QJsonArray::fromStringList(m_entrypoint)}}},
        {QStringLiteral("history"), history},
        {QStringLiteral("rootfs"),
         QJsonObject {{QStringLiteral("type"), QStringLiteral("layers")}, {QStringLiteral("diff_ids"), diffIds}}},
    });
}

TextImage::Built TextImage::build() const
{
    Built built;
    for (const Layer &layer : m_layers) {
        if (!layer.empty)
            built.layers.push_back(builtLayer(layer, static_cast<int>(built.layers.size())));
    }
    built.config = config(built.layers);
    return built;
}

QByteArray TextImage::dockerArchive() const
{
    const Built built = build();
    const QString configName = hexOf(digestOf(built.config)) + QStringLiteral(".json");
    std::vector<std::pair<QString, QByteArray>> files;
    QJsonArray names;
    for (const BuiltLayer &layer : built.layers) {
        const QString name = hexOf(layer.diffId) + suffixOf(m_packing);
        names << name;
        if (!layer.missing)
            files.emplace_back(name, layer.stored);
    }
    files.emplace_back(configName, built.config);
    const QJsonObject manifest {{QStringLiteral("Config"), configName},
                                {QStringLiteral("RepoTags"), QJsonArray {m_tag}},
                                {QStringLiteral("Layers"), names}};
    files.emplace_back(QStringLiteral("manifest.json"), QJsonDocument(QJsonArray {manifest}).toJson(QJsonDocument::Compact));
    return tarFrom(files);
}

std::vector<std::pair<QString, QByteArray>> TextImage::ociFiles() const
{
    const Built built = build();
    std::vector<std::pair<QString, QByteArray>> files;
    QJsonArray layers;
    for (const BuiltLayer &layer : built.layers) {
        layers << descriptor(layerType(m_packing), layer.digest, layer.size);
        if (!layer.missing)
            files.emplace_back(blobName(layer.digest), layer.stored);
    }
    const QByteArray configDigest = digestOf(built.config);
    files.emplace_back(blobName(configDigest), built.config);
    const QString manifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
    const QString configType = QStringLiteral("application/vnd.oci.image.config.v1+json");
    const QByteArray manifest = json({{QStringLiteral("schemaVersion"), 2},
                                      {QStringLiteral("mediaType"), manifestType},
                                      {QStringLiteral("config"), descriptor(configType, configDigest, built.config.size())},
                                      {QStringLiteral("layers"), layers}});
    const QByteArray manifestDigest = digestOf(manifest);
    files.emplace_back(blobName(manifestDigest), manifest);
    QJsonObject entry = descriptor(manifestType, manifestDigest, manifest.size());
    entry.insert(QStringLiteral("annotations"), QJsonObject {{QStringLiteral("org.opencontainers.image.ref.name"), m_tag}});
    entry.insert(QStringLiteral("platform"),
                 QJsonObject {{QStringLiteral("os"), m_os}, {QStringLiteral("architecture"), m_architecture}});
    files.emplace_back(QStringLiteral("index.json"),
                       json({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), QJsonArray {entry}}}));
    files.emplace_back(QStringLiteral("oci-layout"), json({{QStringLiteral("imageLayoutVersion"), QStringLiteral("1.0.0")}}));
    return files;
}

QByteArray TextImage::ociArchive() const
{
    return tarFrom(ociFiles());
}

bool TextImage::writeOciLayout(const QString &folder) const
{
    const auto files = ociFiles();
    return std::all_of(files.begin(), files.end(),
                       [&](const auto &file) { return writeFile(folder + QLatin1Char('/') + file.first, file.second); });
}

bool TextImage::writeFile(const QString &path, const QByteArray &bytes) const
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return false;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

}  // namespace waybill::test
