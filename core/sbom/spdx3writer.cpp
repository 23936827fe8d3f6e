// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SPDX 3.0.1 as JSON-LD: one graph of elements, profiles core, software and simpleLicensing.

#include "core/component/findertools.h"
#include "core/sbom/sbomwriters.h"

#include <map>

namespace waybill {

namespace {

/// Writes one document; keeps what the elements share.
class Spdx3
{
public:
    Spdx3(const SbomModel &model, JsonWriter &json)
        : m_model(model), m_json(json), m_base(QStringLiteral("https://spdx.org/spdxdocs/waybill-")
                                               + model.uuid.toString(QUuid::WithoutBraces) + QLatin1Char('#'))
    {
    }

    void write();

private:
    QString iri(const QString &id) const { return m_base + id; }
    void begin(const char *type, const QString &id);
    void end() { m_json.endObject(); }
    void refs(const char *key, const QStringList &ids);
    void hash(const char *algorithm, const QString &value);
    void hashes(const FileDigest &digest);
    void agent(const SbomParty &party);
    void identifiers(std::initializer_list<std::pair<const char *, QString>> all);
    void distribution(const SbomPackage &package);
    QString agentId(const SbomParty &party) const;
    void relationship(const QString &from, const char *type, const QStringList &to);
    void creation();
    void document();
    void image();
    void layers();
    void package(const SbomPackage &package);
    void files();
    void licences();
    void relations();

    const SbomModel &m_model;
    JsonWriter &m_json;
    QString m_base;
    std::map<QString, QString> m_expressions;  ///< expression -> element id
    int m_relations = 0;
};

void Spdx3::begin(const char *type, const QString &id)
{
    m_json.beginObject();
    m_json.raw("type", type);
    m_json.text("spdxId", iri(id));
    m_json.raw("creationInfo", "_:creation");
}

void Spdx3::refs(const char *key, const QStringList &ids)
{
    m_json.beginArray(key);
    for (const QString &id : ids)
        m_json.text(nullptr, iri(id));
    m_json.endArray();
}

void Spdx3::hash(const char *algorithm, const QString &value)
{
    m_json.beginObject();
    m_json.raw("type", "Hash");
    m_json.raw("algorithm", algorithm);
    m_json.text("hashValue", value);
    m_json.endObject();
}

void Spdx3::hashes(const FileDigest &digest)
{
    m_json.beginArray("verifiedUsing");
    hash("sha1", hexOf(digest.sha1));
    hash("sha256", hexOf(digest.sha256));
    hash("sha512", hexOf(digest.sha512));
    m_json.endArray();
}

QString Spdx3::agentId(const SbomParty &party) const
{
    const QUuid id = QUuid::createUuidV5(m_model.uuid, QString(party.name + QLatin1Char('\n') + party.mail + party.url));
    return QStringLiteral("Agent-") + id.toString(QUuid::WithoutBraces);
}

void Spdx3::agent(const SbomParty &party)
{
    begin(party.isPerson ? "Person" : "Organization", agentId(party));
    m_json.text("name", party.name);
    if (!party.mail.isEmpty())
        identifiers({{"email", party.mail}});
    else if (!party.url.isEmpty())
        identifiers({{"urlScheme", party.url}});
    end();
}

void Spdx3::identifiers(std::initializer_list<std::pair<const char *, QString>> all)
{
    m_json.beginArray("externalIdentifier");
    for (const auto &[type, value] : all) {
        m_json.beginObject();
        m_json.raw("type", "ExternalIdentifier");
        m_json.raw("externalIdentifierType", type);
        m_json.text("identifier", value);
        m_json.endObject();
    }
    m_json.endArray();
}

void Spdx3::relationship(const QString &from, const char *type, const QStringList &to)
{
    if (to.isEmpty())
        return;
    begin("Relationship", QStringLiteral("Relation-%1").arg(++m_relations));
    m_json.text("from", iri(from));
    m_json.raw("relationshipType", type);
    refs("to", to);
    end();
}

void Spdx3::creation()
{
    m_json.beginObject();
    m_json.raw("type", "CreationInfo");
    m_json.raw("@id", "_:creation");
    m_json.raw("specVersion", "3.0.1");
    m_json.text("created", m_model.time());
    refs("createdBy", {m_model.author.isEmpty() ? QStringLiteral("Agent-Waybill") : agentId(m_model.author)});
    refs("createdUsing", {QStringLiteral("Tool-Waybill")});
    m_json.endObject();
    begin("Tool", QStringLiteral("Tool-Waybill"));
    m_json.raw("name", "Waybill-" WAYBILL_VERSION);
    end();
    if (m_model.author.isEmpty()) {
        begin("SoftwareAgent", QStringLiteral("Agent-Waybill"));
        m_json.raw("name", "Waybill-" WAYBILL_VERSION);
        end();
    }
    std::map<QString, SbomParty> parties;
    const auto note = [&](const SbomParty &party) {
        if (!party.isEmpty())
            parties.try_emplace(agentId(party), party);
    };
    note(m_model.author);
    note(m_model.supplier);
    for (const SbomPackage &package : m_model.packages) {
        note(package.supplier);
        note(package.maker);
    }
    for (const auto &[id, party] : parties)
        agent(party);
}

void Spdx3::document()
{
    begin("SpdxDocument", QStringLiteral("Document"));
    m_json.text("name", m_model.name);
    m_json.beginArray("profileConformance");
    for (const char *profile : {"core", "software", "simpleLicensing"})
        m_json.raw(nullptr, profile);
    m_json.endArray();
    refs("rootElement", {QStringLiteral("Sbom")});
    end();
    begin("software_Sbom", QStringLiteral("Sbom"));
    m_json.text("name", m_model.name);
    m_json.beginArray("profileConformance");
    for (const char *profile : {"core", "software", "simpleLicensing"})
        m_json.raw(nullptr, profile);
    m_json.endArray();
    m_json.beginArray("software_sbomType");
    m_json.raw(nullptr, "analyzed");
    m_json.endArray();
    refs("rootElement", {QStringLiteral("Image")});
    m_json.text("comment",
                m_model.inventory->isComplete()
                    ? QStringLiteral("Every layer of the image was read to its end.")
                    : QStringLiteral("Not every layer of the image could be read: the list is not complete."));
    end();
}

void Spdx3::image()
{
    begin("software_Package", QStringLiteral("Image"));
    m_json.text("name", m_model.name);
    m_json.textUnlessEmpty("software_packageVersion", m_model.version);
    m_json.textUnlessEmpty("software_packageUrl", m_model.purl);
    if (!m_model.purl.isEmpty())
        identifiers({{"packageUrl", m_model.purl}});
    if (!m_model.supplier.isEmpty())
        refs("originatedBy", {agentId(m_model.supplier)});
    m_json.raw("software_primaryPurpose", "container");
    m_json.textUnlessEmpty("summary", m_model.inventory->osName);
    if (!m_model.supplier.isEmpty())
        m_json.text("suppliedBy", iri(agentId(m_model.supplier)));
    if (m_model.digest.startsWith(QLatin1String("sha256:"))) {
        m_json.beginArray("verifiedUsing");
        hash("sha256", m_model.digest.mid(7));
        m_json.endArray();
    }
    end();
}

/// Layers are archives of the image's own.
void Spdx3::layers()
{
    QStringList ids;
    for (size_t i = 0; i < m_model.inventory->image.layers.size(); ++i) {
        const LayerInfo &layer = m_model.inventory->image.layers[i];
        const QString digest = m_model.layerDigest(static_cast<int>(i));
        ids.append(QStringLiteral("Layer-%1").arg(i + 1));
        begin("software_File", ids.last());
        m_json.text("name", digest.isEmpty() ? QStringLiteral("layer %1").arg(i + 1) : digest);
        m_json.raw("software_primaryPurpose", "archive");
        if (layer.mediaType.contains(QLatin1Char('/')))
            m_json.text("contentType", layer.mediaType);
        if (digest.startsWith(QLatin1String("sha256:"))) {
            m_json.beginArray("verifiedUsing");
            hash("sha256", digest.mid(7));
            m_json.endArray();
        }
        m_json.textUnlessEmpty("comment", layer.createdBy.simplified().left(1000));
        end();
    }
    relationship(QStringLiteral("Image"), "contains", ids);
}

void Spdx3::package(const SbomPackage &package)
{
    const Component &component = *package.component;
    begin("software_Package", package.id);
    m_json.text("name", component.name);
    m_json.textUnlessEmpty("software_packageVersion", package.version);
    m_json.textUnlessEmpty("software_packageUrl", component.purl);
    m_json.textUnlessEmpty("software_downloadLocation", package.download);
    if (component.homePage.startsWith(QLatin1String("http")) && !component.homePage.contains(QLatin1Char(' ')))
        m_json.text("software_homePage", component.homePage);
    m_json.raw("software_primaryPurpose",
               component.kind == QLatin1String("deb") || package.executable ? "application" : "library");
    if (!component.sourceName.isEmpty())
        m_json.text(
            "software_sourceInfo",
            QStringLiteral("built from the source package %1 %2")
                .arg(component.sourceName, component.sourceVersion.isEmpty() ? component.version : component.sourceVersion));
    if (!package.supplier.isEmpty())
        m_json.text("suppliedBy", iri(agentId(package.supplier)));
    if (!package.maker.isEmpty())
        refs("originatedBy", {agentId(package.maker)});
    if (!component.purl.isEmpty())
        identifiers({{"packageUrl", component.purl}});
    if (package.digest)
        hashes(*package.digest);
    QString comment = QStringLiteral("found by %1 in %2").arg(component.finder, package.foundIn);
    if (component.layer >= 0)
        comment += QStringLiteral("; ") + m_model.layerWords(component.layer);
    if (component.isGhost())
        comment += QStringLiteral("; removed by layer %1 and still shipped").arg(component.hiddenBy + 1);
    for (const SbomLicenceEvidence &seen : package.evidence)
        comment += QStringLiteral("; %1 seen in %2 line %3 (%4)")
                       .arg(seen.expression, seen.path, QString::number(seen.firstLine), seen.how);
    m_json.text("comment", comment);
    end();
}

void Spdx3::files()
{
    for (const SbomFile &file : m_model.files) {
        begin("software_File", file.id);
        m_json.text("name", QLatin1Char('/') + file.path);
        m_json.raw("software_primaryPurpose", file.executable ? "executable" : "file");
        if (file.owner < m_model.packages.size()) {
            // BSI TR-03183-2 tells structured components from others by these two words.
            m_json.beginArray("software_additionalPurpose");
            m_json.raw(nullptr, file.archive ? "container" : "firmware");
            m_json.endArray();
        }
        hashes(*file.digest);
        m_json.text("comment", m_model.layerWords(file.layer));
        end();
    }
}

void Spdx3::licences()
{
    const auto note = [this](const QString &expression) {
        if (!expression.isEmpty())
            m_expressions.try_emplace(expression, QString());
    };
    for (const SbomPackage &package : m_model.packages) {
        note(package.declared);
        note(package.concluded);
    }
    note(m_model.concluded);
    for (const SbomFile &file : m_model.files)
        note(file.concluded);
    for (const CustomLicence &licence : m_model.licences) {
        begin("simplelicensing_SimpleLicensingText", QStringLiteral("Text-") + licence.id);
        m_json.text("name", licence.name);
        m_json.text("simplelicensing_licenseText", licence.text);
        end();
    }
    int number = 0;
    for (auto &[expression, id] : m_expressions) {
        id = QStringLiteral("Licence-%1").arg(++number);
        begin("simplelicensing_LicenseExpression", id);
        m_json.text("simplelicensing_licenseExpression", expression);
        QStringList custom;
        for (const CustomLicence &licence : m_model.licences) {
            if (expression.contains(licence.id))
                custom.append(licence.id);
        }
        if (!custom.isEmpty()) {
            m_json.beginArray("simplelicensing_customIdToUri");
            for (const QString &own : custom) {
                m_json.beginObject();
                m_json.raw("type", "DictionaryEntry");
                m_json.text("key", own);
                m_json.text("value", iri(QStringLiteral("Text-") + own));
                m_json.endObject();
            }
            m_json.endArray();
        }
        end();
    }
}

/// A package inside an image is distributed as the files that it put there: its programs, else its archive, else what it has.
void Spdx3::distribution(const SbomPackage &package)
{
    QStringList programs, all;
    for (const quint32 index : package.files) {
        const SbomFile &file = m_model.files[index];
        all.append(file.id);
        if (file.executable || file.digest == package.digest)
            programs.append(file.id);
    }
    relationship(package.id, "hasDistributionArtifact", programs.isEmpty() ? all : programs);
}

void Spdx3::relations()
{
    QStringList inside;
    std::vector<QStringList> carried(m_model.packages.size());
    for (const SbomPackage &package : m_model.packages) {
        inside.append(package.id);
        const ComponentId outer = package.component->partOf;
        if (outer.isValid())
            carried[outer.value].append(package.id);
    }
    std::map<QString, QStringList> byLicence;
    for (const SbomFile &file : m_model.files) {
        if (file.owner < m_model.packages.size())
            carried[file.owner].append(file.id);
        else
            inside.append(file.id);
        if (!file.concluded.isEmpty())
            byLicence[m_expressions[file.concluded]].append(file.id);
    }
    relationship(QStringLiteral("Image"), "contains", inside);
    for (size_t i = 0; i < m_model.packages.size(); ++i) {
        const SbomPackage &package = m_model.packages[i];
        relationship(package.id, "contains", carried[i]);
        QStringList needs;
        for (const quint32 needed : package.depends)
            needs.append(m_model.packages[needed].id);
        relationship(package.id, "dependsOn", needs);
        if (!package.declared.isEmpty())
            relationship(package.id, "hasDeclaredLicense", {m_expressions[package.declared]});
        if (!package.concluded.isEmpty())
            relationship(package.id, "hasConcludedLicense", {m_expressions[package.concluded]});
        distribution(package);
    }
    if (!m_model.concluded.isEmpty())
        relationship(QStringLiteral("Image"), "hasConcludedLicense", {m_expressions[m_model.concluded]});
    for (const auto &[licence, ids] : byLicence) {
        for (const QString &id : ids)
            relationship(id, "hasConcludedLicense", {licence});
    }
}

void Spdx3::write()
{
    m_json.beginObject();
    m_json.raw("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld");
    m_json.beginArray("@graph");
    creation();
    document();
    image();
    layers();
    for (const SbomPackage &one : m_model.packages)
        package(one);
    files();
    licences();
    relations();
    m_json.endArray();
    m_json.endObject();
}

}  // namespace

void writeSpdx3(const SbomModel &model, JsonWriter &json)
{
    Spdx3(model, json).write();
}

}  // namespace waybill
