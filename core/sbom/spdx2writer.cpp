// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SPDX 2.3 as JSON: clause numbers are those of the specification, names those of its JSON schema.

#include "core/component/findertools.h"
#include "core/sbom/sbomwriters.h"

namespace waybill {

namespace {

const QString noAssertion = QStringLiteral("NOASSERTION");
const QString imageId = QStringLiteral("SPDXRef-Image");
const QString documentId = QStringLiteral("SPDXRef-DOCUMENT");

QString element(const QString &id)
{
    return QStringLiteral("SPDXRef-") + id;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? noAssertion : text;
}

QString partyText(const SbomParty &party)
{
    if (party.isEmpty())
        return noAssertion;
    const QString kind = party.isPerson ? QStringLiteral("Person: ") : QStringLiteral("Organization: ");
    return kind + party.name + (party.mail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(party.mail));
}

void checksum(JsonWriter &json, const char *algorithm, const QString &value)
{
    json.beginObject();
    json.raw("algorithm", algorithm);
    json.text("checksumValue", value);
    json.endObject();
}

void checksums(JsonWriter &json, const FileDigest &digest)
{
    json.beginArray("checksums");
    checksum(json, "SHA1", hexOf(digest.sha1));
    checksum(json, "SHA256", hexOf(digest.sha256));
    checksum(json, "SHA512", hexOf(digest.sha512));
    json.endArray();
}

void reference(JsonWriter &json, const char *category, const char *type, const QString &locator)
{
    json.beginObject();
    json.raw("referenceCategory", category);
    json.raw("referenceType", type);
    json.text("referenceLocator", locator);
    json.endObject();
}

void relationship(JsonWriter &json, const QString &from, const char *type, const QString &to, const QString &comment = {})
{
    json.beginObject();
    json.text("spdxElementId", from);
    json.raw("relationshipType", type);
    json.text("relatedSpdxElement", to);
    json.textUnlessEmpty("comment", comment);
    json.endObject();
}

/// The files of a package count as analysed when there are any (clauses 7.8 and 7.9).
void verificationCode(JsonWriter &json, const QString &code)
{
    json.flag("filesAnalyzed", !code.isEmpty());
    if (code.isEmpty())
        return;
    json.beginObject("packageVerificationCode");
    json.text("packageVerificationCodeValue", code);
    json.endObject();
}

void creation(const SbomModel &model, JsonWriter &json)
{
    json.beginObject("creationInfo");
    json.text("created", model.time());
    json.beginArray("creators");
    if (!model.author.isEmpty())
        json.text(nullptr, partyText(model.author));
    json.text(nullptr, QStringLiteral("Tool: Waybill-" WAYBILL_VERSION));
    json.endArray();
    json.text("comment",
              model.inventory->isComplete()
                  ? QStringLiteral("Every layer of the image was read to its end.")
                  : QStringLiteral("Not every layer of the image could be read: the list is not complete."));
    json.endObject();
}

/// Layers as annotations of the image (clause 12): they are neither packages nor files of it.
void layers(const SbomModel &model, JsonWriter &json)
{
    json.beginArray("annotations");
    for (size_t i = 0; i < model.inventory->image.layers.size(); ++i) {
        const LayerInfo &layer = model.inventory->image.layers[i];
        QString words = model.layerWords(static_cast<int>(i));
        if (!layer.diffId.isEmpty())
            words += QStringLiteral(", unpacked ") + layer.diffId;
        if (!layer.createdBy.isEmpty())
            words += QStringLiteral(", made by: ") + layer.createdBy.simplified().left(1000);
        json.beginObject();
        json.text("annotationDate", model.time());
        json.raw("annotationType", "OTHER");
        json.text("annotator", QStringLiteral("Tool: Waybill-" WAYBILL_VERSION));
        json.text("comment", words);
        json.endObject();
    }
    json.endArray();
}

void imagePackage(const SbomModel &model, JsonWriter &json)
{
    json.beginObject();
    json.text("SPDXID", imageId);
    json.text("name", model.name);
    json.textUnlessEmpty("versionInfo", model.version);
    json.text("supplier", partyText(model.supplier));
    json.text("downloadLocation", noAssertion);
    verificationCode(json, model.verificationCode);
    if (model.digest.startsWith(QLatin1String("sha256:"))) {
        json.beginArray("checksums");
        checksum(json, "SHA256", model.digest.mid(7));
        json.endArray();
    }
    json.text("licenseConcluded", orNone(model.concluded));
    json.text("licenseDeclared", noAssertion);
    json.text("copyrightText", noAssertion);
    json.raw("primaryPackagePurpose", "CONTAINER");
    json.textUnlessEmpty("summary", model.inventory->osName);
    json.beginArray("externalRefs");
    reference(json, "PACKAGE-MANAGER", "purl", model.purl);
    json.endArray();
    layers(model, json);
    json.endObject();
}

QString licenceComments(const SbomPackage &package)
{
    QStringList lines;
    for (const DeclaredLicence &statement : package.component->declared)
        lines.append(QStringLiteral("declared in %1: %2").arg(statement.field, statement.asWritten.simplified().left(200)));
    for (const SbomLicenceEvidence &seen : package.evidence)
        lines.append(
            QStringLiteral("%1 seen in %2 line %3 (%4, score %5)")
                .arg(seen.expression, seen.path, QString::number(seen.firstLine), seen.how, QString::number(seen.score, 'f', 2)));
    lines.removeDuplicates();
    return lines.mid(0, 30).join(QLatin1Char('\n'));
}

QString packageComment(const SbomModel &model, const SbomPackage &package)
{
    const Component &component = *package.component;
    QStringList parts {QStringLiteral("found by %1 in %2").arg(component.finder, package.foundIn)};
    if (component.layer >= 0)
        parts.append(model.layerWords(component.layer));
    if (component.isGhost())
        parts.append(QStringLiteral("removed by layer %1 and still shipped").arg(component.hiddenBy + 1));
    if (component.vendored)
        parts.append(QStringLiteral("a copy inside another package"));
    return parts.join(QStringLiteral("; "));
}

void package(const SbomModel &model, const SbomPackage &package, JsonWriter &json)
{
    const Component &component = *package.component;
    json.beginObject();
    json.text("SPDXID", element(package.id));
    json.text("name", component.name);
    json.textUnlessEmpty("versionInfo", package.version);
    json.textUnlessEmpty("packageFileName", package.fileName);
    json.text("supplier", partyText(package.supplier));
    if (const SbomParty maker = SbomParty::parse(component.supplier); !maker.isEmpty())
        json.text("originator", partyText(maker));
    json.text("downloadLocation", orNone(package.download));
    verificationCode(json, package.verificationCode);
    if (package.digest)
        checksums(json, *package.digest);
    if (component.homePage.startsWith(QLatin1String("http")) && !component.homePage.contains(QLatin1Char(' ')))
        json.text("homepage", component.homePage);
    if (!component.sourceName.isEmpty())
        json.text(
            "sourceInfo",
            QStringLiteral("built from the source package %1 %2")
                .arg(component.sourceName, component.sourceVersion.isEmpty() ? component.version : component.sourceVersion));
    json.text("licenseConcluded", orNone(package.concluded));
    json.text("licenseDeclared", orNone(package.declared));
    json.textUnlessEmpty("licenseComments", licenceComments(package));
    json.text("copyrightText", noAssertion);
    json.raw("primaryPackagePurpose",
             component.kind == QLatin1String("deb") || package.executable ? "APPLICATION"
                 : package.archive                                        ? "ARCHIVE"
                                                                          : "LIBRARY");
    json.text("comment", packageComment(model, package));
    if (!component.purl.isEmpty()) {
        json.beginArray("externalRefs");
        reference(json, "PACKAGE-MANAGER", "purl", component.purl);
        json.endArray();
    }
    json.endObject();
}

const char *fileType(const SbomModel &model, const SbomFile &file)
{
    if (model.inventory->binary(file.node))
        return "BINARY";
    return file.executable ? "APPLICATION" : "OTHER";
}

void files(const SbomModel &model, JsonWriter &json)
{
    if (model.files.empty())
        return;
    json.beginArray("files");
    for (const SbomFile &file : model.files) {
        json.beginObject();
        json.text("SPDXID", element(file.id));
        json.text("fileName", QStringLiteral("./") + file.path);
        json.beginArray("fileTypes");
        json.raw(nullptr, fileType(model, file));
        json.endArray();
        checksums(json, *file.digest);
        json.text("licenseConcluded", orNone(file.concluded));
        json.beginArray("licenseInfoInFiles");
        json.text(nullptr, noAssertion);
        json.endArray();
        json.text("copyrightText", noAssertion);
        json.text("comment", model.layerWords(file.layer));
        json.endObject();
    }
    json.endArray();
}

void relationships(const SbomModel &model, JsonWriter &json)
{
    json.beginArray("relationships");
    relationship(json, documentId, "DESCRIBES", imageId);
    for (const SbomPackage &package : model.packages) {
        const ComponentId outer = package.component->partOf;
        relationship(json, imageId, "CONTAINS", element(package.id));
        if (outer.isValid())
            relationship(json, element(model.packages[outer.value].id), "CONTAINS", element(package.id));
        for (const quint32 needed : package.depends)
            relationship(json, element(package.id), "DEPENDS_ON", element(model.packages[needed].id));
    }
    for (const SbomFile &file : model.files) {
        const bool owned = file.owner < model.packages.size();
        relationship(json, owned ? element(model.packages[file.owner].id) : imageId, "CONTAINS", element(file.id));
    }
    json.endArray();
}

}  // namespace

void writeSpdx2(const SbomModel &model, JsonWriter &json)
{
    json.beginObject();
    json.raw("spdxVersion", "SPDX-2.3");
    json.raw("dataLicense", "CC0-1.0");
    json.text("SPDXID", documentId);
    json.text("name", model.name);
    json.text("documentNamespace",
              QStringLiteral("https://spdx.org/spdxdocs/waybill-") + model.uuid.toString(QUuid::WithoutBraces));
    creation(model, json);
    json.beginArray("documentDescribes");
    json.text(nullptr, imageId);
    json.endArray();
    json.beginArray("packages");
    imagePackage(model, json);
    for (const SbomPackage &one : model.packages)
        package(model, one, json);
    json.endArray();
    files(model, json);
    if (!model.licences.empty()) {
        json.beginArray("hasExtractedLicensingInfos");
        for (const CustomLicence &licence : model.licences) {
            json.beginObject();
            json.text("licenseId", licence.id);
            json.text("name", licence.name);
            json.text("extractedText", licence.text);
            json.endObject();
        }
        json.endArray();
    }
    relationships(model, json);
    json.endObject();
}

}  // namespace waybill
