// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "core/inventory/scanner.h"
#include "core/licence/licenceexpression.h"
#include "core/sbom/jsonwriter.h"
#include "core/sbom/sbom.h"
#include "core/sbom/sbomlicences.h"
#include "core/sbom/sbommodel.h"
#include "tests/support/textimage.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Two Debian packages of which one needs the other, a wheel, and a file of nobody.
TextImage sample()
{
    TextImage image;
    image.content(
        QStringLiteral("STATUS"),
        "Package: bash\nStatus: install ok installed\nMaintainer: Matthias Klose <doko@debian.org>\nArchitecture: amd64\n"
        "Depends: libc6 (>= 2.36)\nVersion: 1:5.2-1\n\n"
        "Package: libc6\nStatus: install ok installed\nMaintainer: GNU Libc Maintainers <libc@lists.example.org>\n"
        "Architecture: amd64\nSource: glibc\nVersion: 2.36-9\n");
    image.content(QStringLiteral("METADATA"),
                  "Metadata-Version: 2.1\nName: thing\nVersion: 1.0\nLicense: Our own words, \"quoted\"\n\n");
    image.content(QStringLiteral("RECORD"), "thing/__init__.py,,\nthing-1.0.dist-info/METADATA,,\n");
    image.content(QStringLiteral("DEP5"),
                  "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 1999 "
                  "A\nLicense: GPL-3+\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/bash 755 = #!not really\n
        f usr/lib/libc.so.6 644 = @700
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/bash.list 644 = /.\n/usr/bin/bash\n/usr/share/doc/bash/copyright\n
        f var/lib/dpkg/info/libc6:amd64.list 644 = /usr/lib/libc.so.6\n
        f usr/share/doc/bash/copyright 644 = <DEP5
        f usr/lib/os-release 644 = ID=debian\nVERSION_ID=12\nPRETTY_NAME="Debian 12"\n
    )"));
    image.layer(QStringLiteral("RUN pip install thing"), QStringLiteral(R"(
        f opt/site-packages/thing/__init__.py 644 = x = 1
        f opt/site-packages/thing-1.0.dist-info/METADATA 644 = <METADATA
        f opt/site-packages/thing-1.0.dist-info/RECORD 644 = <RECORD
        f srv/data.txt 644 = abc
    )"));
    image.label(QStringLiteral("org.opencontainers.image.vendor"), QStringLiteral("Example Works Ltd <ship@example.org>"));
    image.label(QStringLiteral("org.opencontainers.image.title"), QStringLiteral("sample"));
    return image;
}

struct Scanned {
    QTemporaryDir folder;
    std::shared_ptr<const ImageSource> source;
    std::shared_ptr<const Inventory> inventory;
    FileDigests digests;
};

bool scanInto(Scanned &scanned, const ScanKnowledge &knowledge, const TextImage &image, int jobs = 0)
{
    const QString path = scanned.folder.filePath(QStringLiteral("oci"));
    if (!image.writeOciLayout(path))
        return false;
    const auto source = openImageSource(path);
    if (!source)
        return false;
    const auto opened = (*source)->image(0);
    if (!opened)
        return false;
    ScanOptions options;
    options.jobs = jobs;
    Progress progress;
    scanned.source = *source;
    scanned.inventory = scan(**source, *opened, knowledge, options, {}, progress);
    const auto digests = digestFiles(**source, *scanned.inventory, jobs, {}, progress);
    if (!digests)
        return false;
    scanned.digests = *digests;
    return true;
}

QByteArray written(const Scanned &scanned, const LicenceCatalog &catalog, SbomFormat format, bool files = true)
{
    SbomOptions options;
    options.format = format;
    options.author = QStringLiteral("A Person <a@example.org>");
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto result = writeSbom(*scanned.inventory, catalog, files ? &scanned.digests : nullptr, options, out);
    return result ? out.data() : QByteArray();
}

QJsonObject parsed(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QJsonObject named(const QJsonArray &list, const QString &name)
{
    for (const QJsonValue &value : list) {
        if (value.toObject().value(QLatin1String("name")).toString() == name)
            return value.toObject();
    }
    return {};
}

QString hexHash(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
}

}  // namespace

class TestSbom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void spdx2();
    void spdx2FilesAndHashes();
    void spdx3();
    void cycloneDx();
    void versionsOfUnversioned();
    void wholeImage();
    void agentsAndArtifacts();
    void sameBytes_data();
    void sameBytes();
    void withoutFiles();
    void identifiersAreUnique_data();
    void identifiersAreUnique();
    void parties_data();
    void parties();
    void licences_data();
    void licences();
    void jsonText();

private:
    ScanKnowledge m_knowledge;
    Scanned m_scanned;
};

void TestSbom::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    m_knowledge = *knowledge;
    QVERIFY(scanInto(m_scanned, m_knowledge, sample()));
    QCOMPARE(m_scanned.inventory->components.size(), size_t(3));
}

void TestSbom::spdx2()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx23));
    QCOMPARE(root.value(QLatin1String("spdxVersion")).toString(), QStringLiteral("SPDX-2.3"));
    const QJsonObject creation = root.value(QLatin1String("creationInfo")).toObject();
    QCOMPARE(creation.value(QLatin1String("created")).toString(), QStringLiteral("1970-01-01T00:00:00Z"));
    QCOMPARE(creation.value(QLatin1String("creators")).toArray().first().toString(),
             QStringLiteral("Person: A Person (a@example.org)"));
    const QJsonArray packages = root.value(QLatin1String("packages")).toArray();
    QCOMPARE(packages.size(), 4);
    const QJsonObject image = named(packages, QStringLiteral("sample"));
    QCOMPARE(image.value(QLatin1String("supplier")).toString(),
             QStringLiteral("Organization: Example Works Ltd (ship@example.org)"));
    QCOMPARE(image.value(QLatin1String("annotations")).toArray().size(), 2);
    const QJsonObject bash = named(packages, QStringLiteral("bash"));
    QCOMPARE(bash.value(QLatin1String("versionInfo")).toString(), QStringLiteral("1:5.2-1"));
    QCOMPARE(bash.value(QLatin1String("packageFileName")).toString(), QStringLiteral("bash_5.2-1_amd64.deb"));
    QCOMPARE(bash.value(QLatin1String("supplier")).toString(), QStringLiteral("Person: Matthias Klose (doko@debian.org)"));
    QCOMPARE(bash.value(QLatin1String("licenseDeclared")).toString(), QStringLiteral("GPL-3.0-or-later"));
    const QJsonObject thing = named(packages, QStringLiteral("thing"));
    QCOMPARE(thing.value(QLatin1String("supplier")).toString(), QStringLiteral("Organization: Python Package Index"));
    const QString declared = thing.value(QLatin1String("licenseDeclared")).toString();
    QVERIFY2(declared.startsWith(QLatin1String("LicenseRef-stated-Our-own-words-quoted-")), qPrintable(declared));
    const QJsonObject explained = root.value(QLatin1String("hasExtractedLicensingInfos")).toArray().first().toObject();
    QCOMPARE(explained.value(QLatin1String("licenseId")).toString(), declared);
    QVERIFY(explained.value(QLatin1String("extractedText")).toString().contains(QLatin1String("Our own words, \"quoted\"")));
    int depends = 0;
    for (const QJsonValue &value : root.value(QLatin1String("relationships")).toArray()) {
        const QJsonObject relation = value.toObject();
        if (relation.value(QLatin1String("relationshipType")).toString() != QLatin1String("DEPENDS_ON"))
            continue;
        ++depends;
        QVERIFY(relation.value(QLatin1String("spdxElementId")).toString().startsWith(QLatin1String("SPDXRef-deb-bash-")));
        QVERIFY(relation.value(QLatin1String("relatedSpdxElement")).toString().startsWith(QLatin1String("SPDXRef-deb-libc6-")));
    }
    QCOMPARE(depends, 1);
}

void TestSbom::spdx2FilesAndHashes()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx23));
    const QJsonArray files = root.value(QLatin1String("files")).toArray();
    QCOMPARE(files.size(), 11);
    QJsonObject data;
    for (const QJsonValue &value : files) {
        if (value.toObject().value(QLatin1String("fileName")).toString() == QLatin1String("./srv/data.txt"))
            data = value.toObject();
    }
    const QJsonArray sums = data.value(QLatin1String("checksums")).toArray();
    QCOMPARE(sums.size(), 3);
    const std::array algorithms {QCryptographicHash::Sha1, QCryptographicHash::Sha256, QCryptographicHash::Sha512};
    for (int i = 0; i < 3; ++i)
        QCOMPARE(sums.at(i).toObject().value(QLatin1String("checksumValue")).toString(),
                 hexHash("abc", algorithms[static_cast<size_t>(i)]));
    // SPDX 2.3 clause 7.9: the hash of the sorted hashes.
    const QJsonObject libc = named(root.value(QLatin1String("packages")).toArray(), QStringLiteral("libc6"));
    QCOMPARE(libc.value(QLatin1String("packageVerificationCode"))
                 .toObject()
                 .value(QLatin1String("packageVerificationCodeValue"))
                 .toString(),
             hexHash(QCryptographicHash::hash(QByteArray(700, 'x'), QCryptographicHash::Sha1).toHex(), QCryptographicHash::Sha1));
}

void TestSbom::spdx3()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx30));
    QHash<QString, int> types;
    QSet<QString> ids;
    for (const QJsonValue &value : root.value(QLatin1String("@graph")).toArray()) {
        ++types[value.toObject().value(QLatin1String("type")).toString()];
        ids.insert(value.toObject().value(QLatin1String("spdxId")).toString());
    }
    QCOMPARE(types.value(QStringLiteral("software_Package")), 4);
    QCOMPARE(types.value(QStringLiteral("software_File")), 13);  // eleven files and two layers
    QCOMPARE(types.value(QStringLiteral("SpdxDocument")), 1);
    QCOMPARE(types.value(QStringLiteral("CreationInfo")), 1);
    for (const QJsonValue &value : root.value(QLatin1String("@graph")).toArray()) {
        for (const QJsonValue &to : value.toObject().value(QLatin1String("to")).toArray())
            QVERIFY2(ids.contains(to.toString()), qPrintable(to.toString()));
    }
}

void TestSbom::cycloneDx()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::CycloneDx16));
    QCOMPARE(root.value(QLatin1String("specVersion")).toString(), QStringLiteral("1.6"));
    const QJsonArray components = root.value(QLatin1String("components")).toArray();
    QCOMPARE(components.size(), 3);
    const QJsonObject bash = named(components, QStringLiteral("bash"));
    const QJsonArray licences = bash.value(QLatin1String("licenses")).toArray();
    QCOMPARE(licences.size(), 2);
    QCOMPARE(
        licences.at(0).toObject().value(QLatin1String("license")).toObject().value(QLatin1String("acknowledgement")).toString(),
        QStringLiteral("declared"));
    QCOMPARE(licences.at(1).toObject().value(QLatin1String("license")).toObject().value(QLatin1String("id")).toString(),
             QStringLiteral("GPL-3.0-or-later"));
    const QJsonArray places = bash.value(QLatin1String("evidence")).toObject().value(QLatin1String("occurrences")).toArray();
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.at(0).toObject().value(QLatin1String("location")).toString(), QStringLiteral("/usr/bin/bash"));
    const QJsonArray dependencies = root.value(QLatin1String("dependencies")).toArray();
    QCOMPARE(dependencies.size(), 4);
    QCOMPARE(dependencies.at(0).toObject().value(QLatin1String("dependsOn")).toArray().size(), 3);
}

/// A part without a version of its own has the date of its file, in every format.
void TestSbom::versionsOfUnversioned()
{
    auto changed = std::make_shared<Inventory>(*m_scanned.inventory);
    for (Component &component : changed->components) {
        if (component.name == QLatin1String("thing"))
            component.version.clear();
    }
    Scanned scanned;
    scanned.inventory = changed;
    scanned.digests = m_scanned.digests;
    const auto version = [&](SbomFormat format, const char *list, const char *key) {
        return named(parsed(written(scanned, *m_knowledge.catalog, format)).value(QLatin1String(list)).toArray(),
                     QStringLiteral("thing"))
            .value(QLatin1String(key))
            .toString();
    };
    const QString epoch = QStringLiteral("1970-01-01T00:00:00Z");
    QCOMPARE(version(SbomFormat::Spdx23, "packages", "versionInfo"), epoch);
    QCOMPARE(version(SbomFormat::CycloneDx16, "components", "version"), epoch);
    QCOMPARE(version(SbomFormat::Spdx30, "@graph", "software_packageVersion"), epoch);
}

/// The image asks for what its parts ask for together.
void TestSbom::wholeImage()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx23));
    const QString whole = named(root.value(QLatin1String("packages")).toArray(), QStringLiteral("sample"))
                              .value(QLatin1String("licenseConcluded"))
                              .toString();
    QVERIFY2(whole.contains(QLatin1String("GPL-3.0-or-later")), qPrintable(whole));
    QVERIFY(LicenceExpression::parse(whole).has_value());
    const QJsonObject bill = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::CycloneDx16));
    const QJsonObject container = bill.value(QLatin1String("metadata")).toObject().value(QLatin1String("component")).toObject();
    QCOMPARE(container.value(QLatin1String("licenses")).toArray().at(0).toObject().value(QLatin1String("expression")).toString(),
             whole);
}

/// Every package names who made it, with a way to reach them, and the files it came as.
void TestSbom::agentsAndArtifacts()
{
    const QJsonArray graph
        = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx30)).value(QLatin1String("@graph")).toArray();
    QHash<QString, QJsonObject> byId;
    QSet<QString> distributed;
    for (const QJsonValue &value : graph) {
        const QJsonObject object = value.toObject();
        byId.insert(object.value(QLatin1String("spdxId")).toString(), object);
        if (object.value(QLatin1String("relationshipType")) == QLatin1String("hasDistributionArtifact"))
            distributed.insert(object.value(QLatin1String("from")).toString());
    }
    int packages = 0;
    for (const QJsonObject &object : byId) {
        if (object.value(QLatin1String("type")) != QLatin1String("software_Package"))
            continue;
        ++packages;
        const QJsonArray makers = object.value(QLatin1String("originatedBy")).toArray();
        QCOMPARE(makers.size(), 1);
        const QJsonArray reach = byId.value(makers.at(0).toString()).value(QLatin1String("externalIdentifier")).toArray();
        QCOMPARE(reach.size(), 1);
        const bool isImage = object.value(QLatin1String("name")) == QLatin1String("sample");
        QCOMPARE(distributed.contains(object.value(QLatin1String("spdxId")).toString()), !isImage);
    }
    QCOMPARE(packages, 4);
}

void TestSbom::sameBytes_data()
{
    QTest::addColumn<int>("format");
    for (const SbomFormat format : allSbomFormats)
        QTest::addRow("%s", sbomFormatId(format).data()) << static_cast<int>(format);
}

void TestSbom::sameBytes()
{
    QFETCH(int, format);
    Scanned again;
    QVERIFY(scanInto(again, m_knowledge, sample(), 1));
    const QByteArray first = written(m_scanned, *m_knowledge.catalog, static_cast<SbomFormat>(format));
    QVERIFY(!first.isEmpty());
    QCOMPARE(written(again, *m_knowledge.catalog, static_cast<SbomFormat>(format)), first);
    QCOMPARE(sbomFormatFromId(sbomFormatId(static_cast<SbomFormat>(format))), std::optional(static_cast<SbomFormat>(format)));
}

void TestSbom::withoutFiles()
{
    const QJsonObject root = parsed(written(m_scanned, *m_knowledge.catalog, SbomFormat::Spdx23, false));
    QVERIFY(!root.contains(QLatin1String("files")));
    QCOMPARE(named(root.value(QLatin1String("packages")).toArray(), QStringLiteral("bash"))
                 .value(QLatin1String("filesAnalyzed"))
                 .toBool(true),
             false);
}

void TestSbom::identifiersAreUnique_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("key");
    QTest::newRow("spdx 2.3") << static_cast<int>(SbomFormat::Spdx23) << QStringLiteral("SPDXID");
    QTest::newRow("spdx 3.0") << static_cast<int>(SbomFormat::Spdx30) << QStringLiteral("spdxId");
    QTest::newRow("cyclonedx") << static_cast<int>(SbomFormat::CycloneDx16) << QStringLiteral("bom-ref");
}

/// The same wheel twice, in two folders: two components, two names.
void TestSbom::identifiersAreUnique()
{
    QFETCH(int, format);
    QFETCH(QString, key);
    TextImage image;
    for (const char *folder : {"a", "b"})
        image.layer(
            QStringLiteral("RUN"),
            QStringLiteral("f %1/site-packages/t-1.dist-info/METADATA 644 = Metadata-Version: 2.1\\nName: t\\nVersion: 1\\n\\n")
                .arg(QLatin1String(folder)));
    Scanned scanned;
    QVERIFY(scanInto(scanned, m_knowledge, image));
    QCOMPARE(scanned.inventory->components.size(), size_t(2));
    const QByteArray bytes = written(scanned, *m_knowledge.catalog, static_cast<SbomFormat>(format));
    QSet<QString> ids;
    int count = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.trimmed().startsWith(QByteArray("\"" + key.toLatin1() + "\":")))
            continue;
        ++count;
        ids.insert(QString::fromUtf8(line.trimmed()));
    }
    QVERIFY(count >= 3);
    QCOMPARE(ids.size(), count);
}

void TestSbom::parties_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mail");
    QTest::addColumn<bool>("person");
    QTest::newRow("person") << "Matthias Klose <doko@debian.org>"
                            << "Matthias Klose"
                            << "doko@debian.org" << true;
    QTest::newRow("team") << "GNU Libc Maintainers <libc@lists.debian.org>"
                          << "GNU Libc Maintainers"
                          << "libc@lists.debian.org" << false;
    QTest::newRow("npm") << "Roman D <r@gmail.com> (https://github.com/x)"
                         << "Roman D"
                         << "r@gmail.com" << true;
    QTest::newRow("mail only") << "someone@example.org"
                               << "someone"
                               << "someone@example.org" << false;
    QTest::newRow("brackets") << "Red Hat, Inc. (build)"
                              << "Red Hat, Inc."
                              << "" << false;
    QTest::newRow("empty") << "  "
                           << ""
                           << "" << false;
}

void TestSbom::parties()
{
    QFETCH(QString, words);
    const SbomParty party = SbomParty::parse(words);
    QTEST(party.name, "name");
    QTEST(party.mail, "mail");
    QTEST(party.isPerson, "person");
}

void TestSbom::licences_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("oldReader");
    QTest::addColumn<QString>("expression");
    QTest::newRow("listed") << "MIT or apache-2.0" << true << "MIT OR Apache-2.0";
    QTest::newRow("deprecated") << "GPL-2.0+" << true << "GPL-2.0-or-later";
    QTest::newRow("recent, old reader") << "MIT AND HPND-SMC" << true << "MIT AND LicenseRef-HPND-SMC";
    QTest::newRow("recent, new reader") << "MIT AND HPND-SMC" << false << "MIT AND HPND-SMC";
    QTest::newRow("nobody's id") << "MIT AND nonesuch" << false << "MIT AND LicenseRef-nonesuch";
    QTest::newRow("of the document") << "LicenseRef-NVIDIA-cuDNN" << false << "LicenseRef-NVIDIA-cuDNN";
}

void TestSbom::licences()
{
    QFETCH(QString, words);
    QFETCH(bool, oldReader);
    const auto origins = PackageOrigins::load();
    QVERIFY(origins);
    SbomLicences licences(*m_knowledge.catalog, oldReader ? (*origins)->recentLicences() : QStringList());
    const QString expression = licences.expression(words, QStringLiteral("a/file"));
    QTEST(expression, "expression");
    QCOMPARE(licences.custom().size(), static_cast<size_t>(expression.count(QLatin1String("LicenseRef-"))));
}

void TestSbom::jsonText()
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    JsonWriter json(out);
    json.beginObject();
    json.text("a", QStringLiteral("q\"b\\s\n\x01é"));
    json.beginArray("empty");
    json.endArray();
    json.number("n", 0.5);
    json.flag("f", false);
    json.endObject();
    QVERIFY(json.finish());
    QCOMPARE(out.data(),
             QByteArray("{\n \"a\": \"q\\\"b\\\\s\\n\\u0001\xc3\xa9\",\n \"empty\": [],\n \"n\": 0.500,\n \"f\": false\n}\n"));
}

QTEST_GUILESS_MAIN(TestSbom)
#include "tst_sbom.moc"
