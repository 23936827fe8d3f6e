// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/sbomclaims.h"

#include "core/component/findertools.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr qint64 claimLimit = 32 << 20;
constexpr size_t partLimit = 200'000;
constexpr int nestingLimit = 64;  // CycloneDX components inside components
constexpr qsizetype textLimit = 1000;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().left(textLimit);
}

void add(SbomClaim &claim, ClaimedPart part)
{
    if (part.name.isEmpty())
        return;
    if (claim.parts.size() >= partLimit)
        claim.complete = false;
    else
        claim.parts.push_back(std::move(part));
}

/// SPDX 2.x, "Package information"; SPDX 3 writes its elements into "@graph".
std::optional<SbomClaim> spdx(const QJsonObject &root)
{
    const QString version = text(root, "spdxVersion");
    if (!version.startsWith(QLatin1String("SPDX-")))
        return std::nullopt;
    SbomClaim claim;
    claim.format = QStringLiteral("SPDX %1 JSON").arg(version.mid(5));
    claim.subject = text(root, "name");
    for (const QJsonValue &creator :
         root.value(QLatin1String("creationInfo")).toObject().value(QLatin1String("creators")).toArray()) {
        if (creator.toString().startsWith(QLatin1String("Tool:")))
            claim.tool = creator.toString().mid(5).trimmed().left(textLimit);
    }
    for (const QJsonValue &value : root.value(QLatin1String("packages")).toArray()) {
        const QJsonObject package = value.toObject();
        ClaimedPart part {text(package, "name"), text(package, "versionInfo"), {}, text(package, "licenseDeclared")};
        for (const QJsonValue &reference : package.value(QLatin1String("externalRefs")).toArray()) {
            if (text(reference.toObject(), "referenceType") == QLatin1String("purl"))
                part.purl = text(reference.toObject(), "referenceLocator");
        }
        add(claim, std::move(part));
    }
    return claim;
}

std::optional<SbomClaim> spdx3(const QJsonObject &root)
{
    const QString context = text(root, "@context");
    if (!context.contains(QLatin1String("spdx.org/rdf/3")))
        return std::nullopt;
    SbomClaim claim;
    claim.format = QStringLiteral("SPDX 3 JSON");
    for (const QJsonValue &value : root.value(QLatin1String("@graph")).toArray()) {
        const QJsonObject element = value.toObject();
        const QString type = text(element, "type");
        if (type == QLatin1String("SpdxDocument"))
            claim.subject = text(element, "name");
        else if (type == QLatin1String("Tool"))
            claim.tool = text(element, "name");
        if (type.endsWith(QLatin1String("_Package")) || type == QLatin1String("Package"))
            add(claim,
                {text(element, "name"), text(element, "software_packageVersion"), text(element, "software_packageUrl"), {}});
    }
    return claim;
}

QString cycloneLicence(const QJsonObject &component)
{
    QStringList words;
    for (const QJsonValue &value : component.value(QLatin1String("licenses")).toArray()) {
        const QJsonObject licence = value.toObject().value(QLatin1String("license")).toObject();
        const QString id = text(licence, "id");
        words.append(!text(value.toObject(), "expression").isEmpty() ? text(value.toObject(), "expression")
                         : id.isEmpty()                              ? text(licence, "name")
                                                                     : id);
    }
    return words.join(QStringLiteral(" AND ")).left(textLimit);
}

void cycloneComponents(const QJsonArray &components, int depth, SbomClaim &claim)
{
    for (const QJsonValue &value : components) {
        const QJsonObject component = value.toObject();
        const QString group = text(component, "group");
        const QString name = text(component, "name");
        if (text(component, "type") != QLatin1String("file"))
            add(claim,
                {group.isEmpty() ? name : QString(group + QLatin1Char('/') + name), text(component, "version"),
                 text(component, "purl"), cycloneLicence(component)});
        const QJsonArray inner = component.value(QLatin1String("components")).toArray();
        if (depth < nestingLimit)
            cycloneComponents(inner, depth + 1, claim);
        else
            claim.complete = claim.complete && inner.isEmpty();
    }
}

/// CycloneDX 1.x (ECMA-424).
std::optional<SbomClaim> cyclone(const QJsonObject &root)
{
    if (text(root, "bomFormat") != QLatin1String("CycloneDX"))
        return std::nullopt;
    SbomClaim claim;
    claim.format = QStringLiteral("CycloneDX %1 JSON").arg(text(root, "specVersion"));
    const QJsonObject metadata = root.value(QLatin1String("metadata")).toObject();
    claim.subject = text(metadata.value(QLatin1String("component")).toObject(), "name");
    const QJsonValue tools = metadata.value(QLatin1String("tools"));
    const QJsonArray list = tools.isArray() ? tools.toArray() : tools.toObject().value(QLatin1String("components")).toArray();
    claim.tool = list.isEmpty() ? QString() : text(list.first().toObject(), "name");
    cycloneComponents(root.value(QLatin1String("components")).toArray(), 0, claim);
    return claim;
}

std::optional<SbomClaim> syft(const QJsonObject &root)
{
    const QJsonObject descriptor = root.value(QLatin1String("descriptor")).toObject();
    if (!root.value(QLatin1String("artifacts")).isArray() || text(descriptor, "name").isEmpty())
        return std::nullopt;
    SbomClaim claim;
    claim.format = QStringLiteral("Syft JSON");
    claim.tool = QString(text(descriptor, "name") + QLatin1Char(' ') + text(descriptor, "version")).trimmed();
    claim.subject = text(root.value(QLatin1String("source")).toObject(), "name");
    for (const QJsonValue &value : root.value(QLatin1String("artifacts")).toArray()) {
        const QJsonObject artifact = value.toObject();
        add(claim, {text(artifact, "name"), text(artifact, "version"), text(artifact, "purl"), {}});
    }
    return claim;
}

std::optional<SbomClaim> fromJson(const QJsonObject &root, bool mayWrap)
{
    for (const auto reader : {spdx, spdx3, cyclone, syft}) {
        if (auto claim = reader(root))
            return claim;
    }
    // in-toto Statement: the bill is its predicate.
    if (mayWrap && text(root, "_type").startsWith(QLatin1String("https://in-toto.io/Statement/"))) {
        auto claim = fromJson(root.value(QLatin1String("predicate")).toObject(), false);
        if (claim)
            claim->format += QStringLiteral(" (in-toto)");
        return claim;
    }
    return std::nullopt;
}

/// SPDX tag-value: "Tag: value" lines; texts in <text> tags are passed over.
std::optional<SbomClaim> tagValue(const QByteArray &content)
{
    SbomClaim claim;
    ClaimedPart part;
    bool inText = false;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        if (inText) {
            inText = line.find("</text>") == std::string_view::npos;
            continue;
        }
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.starts_with('#'))
            continue;
        const std::string_view tag = trimmedView(line.substr(0, colon));
        const std::string_view value = trimmedView(line.substr(colon + 1));
        inText = value.starts_with("<text>") && value.find("</text>") == std::string_view::npos;
        const QString words = textOf(value).left(textLimit);
        if (tag == "SPDXVersion" && value.starts_with("SPDX-")) {
            claim.format = QStringLiteral("SPDX %1 tag-value").arg(words.mid(5));
        } else if (tag == "DocumentName") {
            claim.subject = words;
        } else if (tag == "Creator" && value.starts_with("Tool:")) {
            claim.tool = words.mid(5).trimmed();
        } else if (tag == "PackageName") {
            add(claim, std::exchange(part, {words, {}, {}, {}}));
        } else if (tag == "PackageVersion") {
            part.version = words;
        } else if (tag == "PackageLicenseDeclared") {
            part.licence = words;
        } else if (tag == "ExternalRef" && words.contains(QLatin1String(" purl "))) {
            part.purl = words.section(QLatin1String(" purl "), 1).trimmed();
        }
    }
    add(claim, std::move(part));
    return claim.format.isEmpty() ? std::nullopt : std::optional(claim);
}

bool containsAny(std::string_view text, std::span<const std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace

qint64 sbomClaimLimit(std::string_view path)
{
    static constexpr std::array<std::string_view, 6> places {"var/lib/db/sbom/",  "usr/share/sbom/",  "usr/local/share/sbom/",
                                                             ".dist-info/sboms/", "opt/docker/sbom/", "/.spdx-"};
    static constexpr std::array<std::string_view, 9> endings {".spdx.json",      ".spdx",      ".cdx.json",
                                                              ".cyclonedx.json", ".bom.json",  "/bom.json",
                                                              "/sbom.json",      ".sbom.json", ".syft.json"};
    const bool byPlace
        = (path.ends_with(".json") || path.ends_with(".spdx") || path.ends_with(".cdx")) && containsAny(path, places);
    const bool byName = std::any_of(endings.begin(), endings.end(), [path](std::string_view ending) {
        return path.ends_with(ending) || (ending.front() == '/' && path == ending.substr(1));
    });
    return byPlace || byName ? claimLimit : 0;
}

std::optional<SbomClaim> readSbomClaim(const QByteArray &content)
{
    const QByteArray start = content.left(4096).trimmed();
    if (!start.startsWith('{'))
        return start.contains("SPDXVersion:") ? tagValue(content) : std::nullopt;
    const auto root = jsonObject(content);
    return root ? fromJson(*root, true) : std::nullopt;
}

}  // namespace waybill
