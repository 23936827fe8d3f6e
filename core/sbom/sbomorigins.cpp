// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbomorigins.h"

#include "core/licence/policyyaml.h"

#include <QUrl>

#include <algorithm>

namespace waybill {

namespace {

QString optional(const YAML::Node &node)
{
    return node ? textOf(node) : QString();
}

/// The version without the epoch, as Debian and RPM name their files.
QString withoutEpoch(const QString &version)
{
    const qsizetype colon = version.indexOf(QLatin1Char(':'));
    return colon < 0 ? version : version.mid(colon + 1);
}

QString lastPart(const QString &name)
{
    return name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
}

/// Segments between type and name of a package URL, decoded.
QString nameSpaceOf(const QString &purl)
{
    const QString path = purl.mid(4).section(QLatin1Char('?'), 0, 0).section(QLatin1Char('@'), 0, 0);
    const qsizetype first = path.indexOf(QLatin1Char('/'));
    const qsizetype last = path.lastIndexOf(QLatin1Char('/'));
    return first < 0 || first == last ? QString() : QUrl::fromPercentEncoding(path.mid(first + 1, last - first - 1).toUtf8());
}

/// Fills in a template: {name} {leaf} {version} {plain} (without epoch) {source} {sourceVersion} {group} (slashes) {arch}.
QString filled(QString pattern, const Component &component, bool encode)
{
    const auto spell
        = [encode](const QString &text) { return encode ? QString::fromLatin1(QUrl::toPercentEncoding(text, "/@")) : text; };
    const QString source = component.sourceName.isEmpty() ? component.name : component.sourceName;
    const QString sourceVersion = component.sourceVersion.isEmpty() ? component.version : component.sourceVersion;
    const std::array<std::pair<const char *, QString>, 8> values {
        {{"{name}", component.name},
         {"{leaf}", lastPart(component.name)},
         {"{version}", component.version},
         {"{plain}", withoutEpoch(component.version)},
         {"{source}", source},
         {"{sourceVersion}", sourceVersion},
         {"{group}", nameSpaceOf(component.purl).replace(QLatin1Char('.'), QLatin1Char('/'))},
         {"{arch}", component.architecture}}};
    for (const auto &[mark, value] : values) {
        if (!pattern.contains(QLatin1String(mark)))
            continue;
        if (value.isEmpty())
            return {};
        pattern.replace(QLatin1String(mark), spell(value));
    }
    return pattern;
}

}  // namespace

Result<std::shared_ptr<const PackageOrigins>> PackageOrigins::load()
{
    auto origins = std::make_shared<PackageOrigins>();
    const auto read = readPolicy(QStringLiteral("package-origins.yaml"), [&origins](const YAML::Node &root) {
        for (const YAML::Node &item : required(root, "origins")) {
            Origin origin;
            origin.kind = textOf(required(item, "kind"));
            origin.nameSpace = optional(item["namespace"]);
            origin.registry = optional(item["registry"]);
            origin.download = optional(item["download"]);
            origin.file = optional(item["file"]);
            origins->m_origins.push_back(std::move(origin));
        }
        origins->m_recent = textsOf(required(root, "recent-licences"));
    });
    if (!read)
        return fail(read.error());
    return std::shared_ptr<const PackageOrigins>(std::move(origins));
}

const PackageOrigins::Origin *PackageOrigins::find(const Component &component) const
{
    const QString nameSpace = nameSpaceOf(component.purl);
    const auto found = std::find_if(m_origins.begin(), m_origins.end(), [&](const Origin &origin) {
        return origin.kind == component.kind && (origin.nameSpace.isEmpty() || origin.nameSpace == nameSpace);
    });
    return found == m_origins.end() ? nullptr : &*found;
}

QString PackageOrigins::registry(const Component &component) const
{
    const Origin *origin = find(component);
    if (!origin)
        return {};
    // A Go module is distributed by whoever holds the repository that its path names.
    return origin->registry == QLatin1String("{owner}") ? component.name.section(QLatin1Char('/'), 0, 1) : origin->registry;
}

QString PackageOrigins::downloadUrl(const Component &component) const
{
    const Origin *origin = find(component);
    return origin && !origin->download.isEmpty() ? filled(origin->download, component, true) : QString();
}

QString PackageOrigins::fileName(const Component &component) const
{
    const Origin *origin = find(component);
    return origin && !origin->file.isEmpty() ? filled(origin->file, component, false) : QString();
}

}  // namespace waybill
