// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CycloneDX 1.6 as JSON (ECMA-424). Properties with the prefix "bsi:" are those of BSI TR-03183-2.

#include "core/component/findertools.h"
#include "core/sbom/sbomwriters.h"

namespace waybill {

namespace {

void property(JsonWriter &json, const char *name, const QString &value)
{
    if (value.isEmpty())
        return;
    json.beginObject();
    json.raw("name", name);
    json.text("value", value);
    json.endObject();
}

void party(JsonWriter &json, const char *key, const SbomParty &party)
{
    if (party.isEmpty())
        return;
    json.beginObject(key);
    json.text("name", party.name);
    if (!party.mail.isEmpty()) {
        json.beginArray("contact");
        json.beginObject();
        json.text("name", party.name);
        json.text("email", party.mail);
        json.endObject();
        json.endArray();
    }
    json.endObject();
}

void hash(JsonWriter &json, const char *algorithm, const QString &content)
{
    json.beginObject();
    json.raw("alg", algorithm);
    json.text("content", content);
    json.endObject();
}

void hashes(JsonWriter &json, const FileDigest &digest)
{
    json.beginArray("hashes");
    hash(json, "SHA-1", hexOf(digest.sha1));
    hash(json, "SHA-256", hexOf(digest.sha256));
    hash(json, "SHA-512", hexOf(digest.sha512));
    json.endArray();
}

bool isSimple(const QString &expression)
{
    return !expression.contains(QLatin1Char(' '));
}

/// One licence object; ids of the document's own and of newer SPDX lists go by name.
void licence(JsonWriter &json, const QString &id, const char *acknowledgement)
{
    json.beginObject();
    json.beginObject("license");
    json.text(id.startsWith(QLatin1String("LicenseRef-")) || id.endsWith(QLatin1Char('+')) ? "name" : "id", id);
    json.raw("acknowledgement", acknowledgement);
    json.endObject();
    json.endObject();
}

void expression(JsonWriter &json, const char *key, const QString &words, const char *acknowledgement)
{
    json.beginArray(key);
    json.beginObject();
    json.text("expression", words);
    json.raw("acknowledgement", acknowledgement);
    json.endObject();
    json.endArray();
}

/// A list may hold single licences or one expression, never both: a concluded expression then sends the declared one to the
/// evidence.
void licences(JsonWriter &json, const SbomPackage &package)
{
    const bool bothSimple = isSimple(package.declared) && isSimple(package.concluded);
    if (package.declared.isEmpty() && package.concluded.isEmpty())
        return;
    if (bothSimple) {
        json.beginArray("licenses");
        if (!package.declared.isEmpty())
            licence(json, package.declared, "declared");
        if (!package.concluded.isEmpty())
            licence(json, package.concluded, "concluded");
        json.endArray();
        return;
    }
    if (package.concluded.isEmpty())
        expression(json, "licenses", package.declared, "declared");
    else
        expression(json, "licenses", package.concluded, "concluded");
}

bool declaredInEvidence(const SbomPackage &package)
{
    return !package.declared.isEmpty() && !package.concluded.isEmpty()
        && !(isSimple(package.declared) && isSimple(package.concluded));
}

/// How the package was recognised: its manifest, the program it is compiled into, or the bytes of the file itself.
const char *technique(const Component &component)
{
    if (component.finder == QLatin1String("products"))
        return "binary-analysis";
    if (component.finder == QLatin1String("go") || component.finder == QLatin1String("rust"))
        return "binary-analysis";
    return "manifest-analysis";
}

void evidence(const SbomModel &model, const SbomPackage &package, JsonWriter &json)
{
    constexpr size_t occurrencesMost = 20'000;
    json.beginObject("evidence");
    json.beginArray("identity");
    json.beginObject();
    json.raw("field", package.component->purl.isEmpty() ? "name" : "purl");
    json.number("confidence", package.component->vendored ? 0.9 : 1.0);
    json.beginArray("methods");
    json.beginObject();
    json.raw("technique", technique(*package.component));
    json.number("confidence", package.component->vendored ? 0.9 : 1.0);
    json.text("value", package.foundIn);
    json.endObject();
    json.endArray();
    json.endObject();
    json.endArray();
    if (!package.files.empty()) {
        json.beginArray("occurrences");
        for (size_t i = 0; i < std::min(package.files.size(), occurrencesMost); ++i) {
            const SbomFile &file = model.files[package.files[i]];
            json.beginObject();
            json.text("location", QLatin1Char('/') + file.path);
            json.text("additionalContext",
                      QStringLiteral("%1; SHA-512 %2").arg(model.layerWords(file.layer), hexOf(file.digest->sha512)));
            json.endObject();
        }
        json.endArray();
    }
    if (declaredInEvidence(package))
        expression(json, "licenses", package.declared, "declared");
    json.endObject();
}

void properties(const SbomModel &model, const SbomPackage &package, JsonWriter &json)
{
    const Component &component = *package.component;
    json.beginArray("properties");
    property(json, "bsi:component:filename", package.fileName);
    property(json, "bsi:component:executable",
             package.executable ? QStringLiteral("executable") : QStringLiteral("non-executable"));
    property(json, "bsi:component:archive", package.archive ? QStringLiteral("archive") : QStringLiteral("no archive"));
    property(json, "bsi:component:structured",
             package.archive || package.files.size() > 1 ? QStringLiteral("structured") : QStringLiteral("unstructured"));
    property(json, "bsi:component:effectiveLicence", package.concluded);
    property(json, "waybill:kind", component.kind);
    property(json, "waybill:finder", component.finder);
    if (component.layer >= 0) {
        property(json, "waybill:layer", QString::number(component.layer + 1));
        property(json, "waybill:layer-digest", model.layerDigest(component.layer));
    }
    if (component.isGhost())
        property(json, "waybill:removed-by-layer", QString::number(component.hiddenBy + 1));
    property(json, "waybill:licence-declared", package.declared);
    for (const SbomLicenceEvidence &seen : package.evidence)
        property(
            json, "waybill:licence-evidence",
            QStringLiteral("%1 in %2 line %3 (%4)").arg(seen.expression, seen.path, QString::number(seen.firstLine), seen.how));
    if (!component.sourceName.isEmpty())
        property(json, "waybill:source-package",
                 QString(component.sourceName + QLatin1Char(' ')
                         + (component.sourceVersion.isEmpty() ? component.version : component.sourceVersion)));
    json.endArray();
}

void externalReferences(const SbomPackage &package, JsonWriter &json)
{
    const QString home
        = package.component->homePage.startsWith(QLatin1String("http")) && !package.component->homePage.contains(QLatin1Char(' '))
        ? package.component->homePage
        : QString();
    if (home.isEmpty() && package.download.isEmpty())
        return;
    json.beginArray("externalReferences");
    const auto reference = [&json](const QString &url, const char *type) {
        if (url.isEmpty())
            return;
        json.beginObject();
        json.text("url", url);
        json.raw("type", type);
        json.endObject();
    };
    reference(home, "website");
    const bool isSource = package.component->kind == QLatin1String("deb");
    reference(package.download, isSource ? "source-distribution" : "distribution");
    json.endArray();
}

void component(const SbomModel &model, const SbomPackage &package, JsonWriter &json)
{
    const Component &component = *package.component;
    json.beginObject();
    json.raw("type", component.kind == QLatin1String("deb") || package.executable ? "application" : "library");
    json.text("bom-ref", package.id);
    party(json, "supplier", package.supplier);
    if (const SbomParty maker = SbomParty::parse(component.supplier); !maker.isEmpty()) {
        json.beginArray("authors");
        json.beginObject();
        json.text("name", maker.name);
        json.textUnlessEmpty("email", maker.mail);
        json.endObject();
        json.endArray();
    }
    json.text("name", component.name);
    json.textUnlessEmpty("version", package.version);
    json.raw("scope", component.isGhost() ? "excluded" : "required");
    if (package.digest)
        hashes(json, *package.digest);
    licences(json, package);
    json.textUnlessEmpty("purl", component.purl);
    externalReferences(package, json);
    properties(model, package, json);
    evidence(model, package, json);
    json.endObject();
}

/// Programs and libraries that no package owns are components of their own; other loose files would drown the list.
void looseFile(const SbomModel &model, const SbomFile &file, JsonWriter &json)
{
    json.beginObject();
    json.raw("type", "file");
    json.text("bom-ref", file.id);
    json.text("name", QLatin1Char('/') + file.path);
    hashes(json, *file.digest);
    if (!file.concluded.isEmpty())
        expression(json, "licenses", file.concluded, "concluded");
    json.beginArray("properties");
    property(json, "bsi:component:filename", file.path.section(QLatin1Char('/'), -1));
    property(json, "bsi:component:executable", QStringLiteral("executable"));
    property(json, "waybill:layer", QString::number(file.layer + 1));
    property(json, "waybill:layer-digest", model.layerDigest(file.layer));
    json.endArray();
    json.endObject();
}

bool isLooseProgram(const SbomModel &model, const SbomFile &file)
{
    return file.owner >= model.packages.size() && model.inventory->binary(file.node);
}

void metadata(const SbomModel &model, JsonWriter &json)
{
    const Image &image = model.inventory->image;
    json.beginObject("metadata");
    json.text("timestamp", model.time());
    json.beginArray("lifecycles");
    json.beginObject();
    json.raw("phase", "post-build");
    json.endObject();
    json.endArray();
    json.beginObject("tools");
    json.beginArray("components");
    json.beginObject();
    json.raw("type", "application");
    json.raw("name", "Waybill");
    json.raw("version", WAYBILL_VERSION);
    json.endObject();
    json.endArray();
    json.endObject();
    if (!model.author.isEmpty()) {
        json.beginArray("authors");
        json.beginObject();
        json.text("name", model.author.name);
        json.textUnlessEmpty("email", model.author.mail);
        json.endObject();
        json.endArray();
    }
    json.beginObject("component");
    json.raw("type", "container");
    json.raw("bom-ref", "image");
    party(json, "supplier", model.supplier);
    json.text("name", model.name);
    json.textUnlessEmpty("version", model.version);
    if (model.digest.startsWith(QLatin1String("sha256:"))) {
        json.beginArray("hashes");
        hash(json, "SHA-256", model.digest.mid(7));
        json.endArray();
    }
    if (!model.concluded.isEmpty())
        expression(json, "licenses", model.concluded, "concluded");
    json.textUnlessEmpty("purl", model.purl);
    json.beginArray("properties");
    property(json, "bsi:component:executable", QStringLiteral("executable"));
    property(json, "bsi:component:archive", QStringLiteral("archive"));
    property(json, "bsi:component:structured", QStringLiteral("structured"));
    property(json, "waybill:system", model.inventory->osName);
    property(json, "waybill:config-digest", image.configDigest);
    property(json, "waybill:complete", model.inventory->isComplete() ? QStringLiteral("true") : QStringLiteral("false"));
    for (size_t i = 0; i < image.layers.size(); ++i) {
        property(json, "waybill:layer", model.layerWords(static_cast<int>(i)));
        property(json, "waybill:layer-instruction", image.layers[i].createdBy.simplified().left(1000));
    }
    json.endArray();
    json.endObject();
    party(json, "supplier", model.supplier);
    json.endObject();
}

void dependency(JsonWriter &json, const QString &from, const QStringList &to)
{
    json.beginObject();
    json.text("ref", from);
    json.beginArray("dependsOn");
    for (const QString &ref : to)
        json.text(nullptr, ref);
    json.endArray();
    json.endObject();
}

/// The image depends on everything in it; a package on what it needs and on what it carries inside.
void dependencies(const SbomModel &model, JsonWriter &json)
{
    std::vector<std::vector<quint32>> needs;
    QStringList all;
    for (const SbomPackage &package : model.packages) {
        needs.push_back(package.depends);
        all.append(package.id);
    }
    for (quint32 i = 0; i < static_cast<quint32>(model.packages.size()); ++i) {
        const ComponentId outer = model.packages[i].component->partOf;
        if (outer.isValid() && outer.value != i)
            needs[outer.value].push_back(i);
    }
    for (const SbomFile &file : model.files) {
        if (isLooseProgram(model, file))
            all.append(file.id);
    }
    json.beginArray("dependencies");
    dependency(json, QStringLiteral("image"), all);
    for (size_t i = 0; i < needs.size(); ++i) {
        std::sort(needs[i].begin(), needs[i].end());
        needs[i].erase(std::unique(needs[i].begin(), needs[i].end()), needs[i].end());
        QStringList to;
        for (const quint32 index : needs[i])
            to.append(model.packages[index].id);
        dependency(json, model.packages[i].id, to);
    }
    json.endArray();
    json.beginArray("compositions");
    json.beginObject();
    json.raw("aggregate", model.inventory->isComplete() ? "unknown" : "incomplete");
    json.beginArray("assemblies");
    json.raw(nullptr, "image");
    json.endArray();
    json.endObject();
    json.endArray();
}

}  // namespace

void writeCycloneDx(const SbomModel &model, JsonWriter &json)
{
    json.beginObject();
    json.raw("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    json.raw("bomFormat", "CycloneDX");
    json.raw("specVersion", "1.6");
    json.text("serialNumber", QStringLiteral("urn:uuid:") + model.uuid.toString(QUuid::WithoutBraces));
    json.number("version", qint64(1));
    metadata(model, json);
    json.beginArray("components");
    for (const SbomPackage &package : model.packages)
        component(model, package, json);
    for (const SbomFile &file : model.files) {
        if (isLooseProgram(model, file))
            looseFile(model, file, json);
    }
    json.endArray();
    dependencies(model, json);
    json.endObject();
}

}  // namespace waybill
