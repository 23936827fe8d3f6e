// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/image/imagesource.h"
#include "tests/support/tarwriter.h"
#include "tests/support/textimage.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace waybill;
using namespace waybill::test;

namespace {

using Files = std::vector<std::pair<QByteArray, QByteArray>>;

QByteArray tarOf(const Files &files, const Files &links = {})
{
    TarWriter tar;
    for (const auto &[name, bytes] : files)
        tar.add({.path = name, .bytes = bytes});
    for (const auto &[name, target] : links)
        tar.add({.path = name, .type = '2', .target = target});
    return tar.finish();
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
QByteArray hex(const QByteArray &bytes)
{
    return digestOf(bytes).mid(7);
}
QJsonArray list(const QByteArrayList &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts)
        array.append(QString::fromUtf8(text));
    return array;
}
QByteArray config(const QByteArrayList &diffIds, const char *architecture = "amd64", const QJsonValue &history = QJsonArray())
{
    return json(
        {{QStringLiteral("os"), QStringLiteral("linux")},
         {QStringLiteral("architecture"), QString::fromLatin1(architecture)},
         {QStringLiteral("history"), history},
         {QStringLiteral("rootfs"),
          QJsonObject {{QStringLiteral("type"), QStringLiteral("layers")}, {QStringLiteral("diff_ids"), list(diffIds)}}}});
}
QJsonObject descriptor(const char *type, const QByteArray &bytes)
{
    return {{QStringLiteral("mediaType"), QString::fromLatin1(type)},
            {QStringLiteral("digest"), QString::fromLatin1(digestOf(bytes))},
            {QStringLiteral("size"), static_cast<qint64>(bytes.size())}};
}

constexpr const char *manifestType = "application/vnd.oci.image.manifest.v1+json";
constexpr const char *indexType = "application/vnd.oci.image.index.v1+json";
constexpr const char *configType = "application/vnd.oci.image.config.v1+json";
constexpr const char *layerType = "application/vnd.oci.image.layer.v1.tar";

QByteArray blob(const QByteArray &bytes)
{
    return "blobs/sha256/" + hex(bytes);
}
QByteArray indexOf(const QJsonArray &manifests)
{
    return json({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), manifests}});
}
QJsonObject with(QJsonObject object, const char *key, const QJsonValue &value)
{
    object.insert(QLatin1String(key), value);
    return object;
}

/// One image of one layer, ready to be put into layouts.
struct Built {
    explicit Built(const QByteArray &tar, const char *architecture = "amd64", const char *type = layerType)
        : layer(tar), conf(config({digestOf(tar)}, architecture)),
          manifest(json({{QStringLiteral("schemaVersion"), 2},
                         {QStringLiteral("config"), descriptor(configType, conf)},
                         {QStringLiteral("layers"), QJsonArray {descriptor(type, layer)}}}))
    {
    }
    Files blobs() const { return {{blob(layer), layer}, {blob(conf), conf}, {blob(manifest), manifest}}; }
    QJsonObject entry() const { return descriptor(manifestType, manifest); }
    QByteArray layer, conf, manifest;
};

QByteArray sampleTar(const char *name = "etc/x")
{
    return tarOf({{name, "content"}});
}
QByteArray layout(const Files &blobs, const QByteArray &index, const Files &more = {})
{
    Files files = blobs;
    files.emplace_back("index.json", index);
    files.emplace_back("oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
    files.insert(files.end(), more.begin(), more.end());
    return tarOf(files);
}

Result<std::shared_ptr<const ImageSource>> open(const QByteArray &bytes)
{
    return openImageArchive(memorySource(bytes, QStringLiteral("image.tar")), QStringLiteral("image.tar"));
}

/// Paths of the entries of a layer.
class Paths final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        m_paths.append(QByteArray::fromStdString(entry.path));
        m_entries.push_back(entry);
        return true;
    }
    QByteArrayList m_paths;
    std::vector<Entry> m_entries;
};

/// "listing name | number of layers | paths of the last layer | notes", or the error of the step that failed.
QString told(const Result<std::shared_ptr<const ImageSource>> &source, int listing = 0)
{
    if (!source)
        return errorKindId(source.error().kind);
    const auto image = (*source)->image(listing);
    if (!image)
        return QStringLiteral("image: ") + errorKindId(image.error().kind);
    QStringList parts {image->name, QString::number(image->layers.size())};
    QString paths = QStringLiteral("-");
    if (!image->layers.empty()) {
        const int last = static_cast<int>(image->layers.size()) - 1;
        const auto bytes = (*source)->openLayer(*image, last);
        Paths visitor;
        if (bytes && readLayer(**bytes, visitor, {}, {}, nullptr).complete)
            paths = QString::fromUtf8(visitor.m_paths.join(' '));
        else if (!bytes)
            paths = errorKindId(bytes.error().kind);
    }
    parts << paths;
    QStringList notes;
    for (const ImageNote &note : image->notes)
        notes << note.id;
    parts << notes.join(QLatin1Char(' '));
    return parts.join(QStringLiteral(" | "));
}

}  // namespace

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dockerArchives_data();
    void dockerArchives();
    void layouts_data();
    void layouts();
    void severalImages();
    void attachments();
    void attestations();
    void absentPlatforms();
    void outerPackings_data();
    void outerPackings();
    void rootFolder();
    void dockerStorage();
    void containersStorage();

private:
    bool write(const QString &path, const QByteArray &bytes) { return TextImage().writeFile(m_folder.filePath(path), bytes); }
    QTemporaryDir m_folder;
};

void TestFormats::dockerArchives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromLatin1(expected);
    };
    const QByteArray one = sampleTar("etc/one");
    const QByteArray two = sampleTar("etc/two");
    const QByteArray gzip = packed(two, Packing::Gzip);
    const QByteArray conf = config({digestOf(one), digestOf(two)}, "amd64", QJsonArray {QJsonObject(), QJsonObject()});
    const QByteArray named = hex(conf) + ".json";
    const auto manifest = [](const QByteArray &configName, const QByteArray &layers) {
        return QByteArray(R"([{"Config":")" + configName + R"(","RepoTags":["a:1"],"Layers":[)" + layers + "]}]");
    };
    row("docker 1.10 to 24",
        tarOf({{"aa/VERSION", "1.0"},
               {"aa/json", "{}"},
               {"aa/layer.tar", one},
               {"bb/layer.tar", two},
               {named, conf},
               {"manifest.json", manifest(named, R"("aa/layer.tar","bb/layer.tar")")},
               {"repositories", R"({"a":{"1":"bb"}})"}}),
        "a:1 | 2 | etc/two | ");
    const QByteArray twice = config({digestOf(one), digestOf(one)}, "amd64", QJsonArray {QJsonObject(), QJsonObject()});
    row("repeated layer as a link",
        tarOf({{"aa/layer.tar", one},
               {hex(twice) + ".json", twice},
               {"manifest.json", manifest(hex(twice) + ".json", R"("aa/layer.tar","bb/layer.tar")")}},
              {{"bb/layer.tar", "../aa/layer.tar"}}),
        "a:1 | 2 | etc/one | ");
    row("kaniko and ko",
        tarOf({{"sha256:" + hex(conf), conf},
               {"one.tar.gz", packed(one, Packing::Gzip)},
               {"two.tar.gz", gzip},
               {"manifest.json", manifest("sha256:" + hex(conf), R"("one.tar.gz","two.tar.gz")")}}),
        "a:1 | 2 | etc/two | ");
    row("jib and bazel",
        tarOf({{"config.json", conf},
               {"one.tar.gz", packed(one, Packing::Gzip)},
               {"two.tar", gzip},
               {"manifest.json", manifest("config.json", R"("one.tar.gz","two.tar")")}}),
        "a:1 | 2 | etc/two | ");
    row("keys in lower case",
        tarOf({{"config.json", conf},
               {"1", one},
               {"2", two},
               {"manifest.json", R"([{"config":"config.json","repoTags":["a:1"],"layers":["1","2"]}])"}}),
        "a:1 | 2 | etc/two | ");
    row("keys in both cases",
        tarOf({{"config.json", conf}, {"1", one}, {"manifest.json", R"([{"Config":"config.json","Layers":["1"],"layers":[]}])"}}),
        "malformed");
    row("before 1.10",
        tarOf({{"repositories", R"({"old/name":{"1":"top"}})"},
               {"base/layer.tar", one},
               {"base/json", R"({"id":"base","created":"2015-01-02T03:04:05Z","container_config":{"Cmd":["ADD"]}})"},
               {"top/layer.tar", two},
               {"top/json", R"({"id":"top","parent":"base","os":"linux","architecture":"amd64"})"}}),
        "old/name:1 | 2 | etc/two | ");
    row("before 1.10, in a circle",
        tarOf({{"repositories", R"({"a":{"1":"x"}})"}, {"x/json", R"({"parent":"y"})"}, {"y/json", R"({"parent":"x"})"}}),
        "malformed");
    row("before 1.10, parent missing", tarOf({{"repositories", R"({"a":{"1":"x"}})"}, {"x/json", R"({"parent":"y"})"}}),
        "missing-part");
    row("54 empty manifest", tarOf({{"manifest.json", "[]"}}), "not-an-image");
    row("54 no layers", tarOf({{"c", config({})}, {"manifest.json", R"([{"Config":"c","RepoTags":null,"Layers":null}])"}}),
        " | 0 | - | ");
    row("54 path that climbs", tarOf({{"c", conf}, {"1", one}, {"manifest.json", R"([{"Config":"c","Layers":["1","../x"]}])"}}),
        " | 2 | missing-part | layer-missing");
    row("config with another name's digest",
        tarOf(
            {{hex(one) + ".json", conf}, {"1", one}, {"2", two}, {"manifest.json", manifest(hex(one) + ".json", R"("1","2")")}}),
        "image: digest-mismatch");
    row("53 fewer diff IDs",
        tarOf({{"c", config({digestOf(one)})}, {"1", one}, {"2", two}, {"manifest.json", manifest("c", R"("1","2")")}}),
        "a:1 | 2 | etc/two | diff-id-count history-missing");
    row("53 rootfs null",
        tarOf({{"c", R"({"rootfs":null,"history":null})"}, {"1", one}, {"manifest.json", manifest("c", R"("1")")}}),
        "a:1 | 1 | etc/one | diff-id-count history-missing");
    row("53 surplus history",
        tarOf({{"c", config({digestOf(one)}, "amd64", QJsonArray {QJsonObject(), QJsonObject()})},
               {"1", one},
               {"manifest.json", manifest("c", R"("1")")}}),
        "a:1 | 1 | etc/one | history-surplus");
}

void TestFormats::dockerArchives()
{
    QFETCH(QByteArray, bytes);
    QTEST(told(open(bytes)), "expected");
}

void TestFormats::layouts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromLatin1(expected);
    };
    const Built image(sampleTar());
    const QJsonObject tag {{QStringLiteral("org.opencontainers.image.ref.name"), QStringLiteral("t")}};
    const QJsonObject entry = with(image.entry(), "annotations", tag);
    row("tagged", layout(image.blobs(), indexOf({entry})), "t | 1 | etc/x | history-missing");
    const QByteArray nested = indexOf({image.entry()});
    Files blobs = image.blobs();
    blobs.emplace_back(blob(nested), nested);
    row("nested index", layout(blobs, indexOf({with(descriptor(indexType, nested), "annotations", tag)})),
        "t | 1 | etc/x | history-missing");
    QByteArray deep = nested;
    Files deepBlobs = blobs;
    for (int depth = 0; depth < 12; ++depth) {
        deep = indexOf({descriptor(indexType, deep)});
        deepBlobs.emplace_back(blob(deep), deep);
    }
    row("51 nested too deeply", layout(deepBlobs, indexOf({descriptor(indexType, deep)})), "limit-exceeded");
    QJsonArray many;
    for (int i = 0; i < 3000; ++i)
        many.append(image.entry());
    row("51 too many manifests", layout(image.blobs(), indexOf(many)), "limit-exceeded");
    const QByteArray hybrid = json({{QStringLiteral("manifests"), QJsonArray {image.entry()}},
                                    {QStringLiteral("layers"), QJsonArray {descriptor(layerType, image.layer)}}});
    row("51 index and manifest in one", layout(image.blobs(), hybrid), "malformed");
    row("manifest.json beside manifests null",
        layout({{"c", image.conf}, {"1", image.layer}}, R"({"schemaVersion":2,"manifests":null})",
               {{"manifest.json", R"([{"Config":"c","RepoTags":["d"],"Layers":["1"]}])"}}),
        "d | 1 | etc/x | history-missing");
    row("manifest.json that agrees",
        layout(image.blobs(), indexOf({entry}),
               {{"manifest.json",
                 R"([{"Config":")" + blob(image.conf) + R"(","RepoTags":["d"],"Layers":[")" + blob(image.layer) + R"("]}])"}}),
        "t | 1 | etc/x | history-missing");
    const Built other(sampleTar("etc/other"));
    row("manifest.json that names another image",
        layout(image.blobs(), indexOf({entry}),
               {{"c", other.conf}, {"1", other.layer}, {"manifest.json", R"([{"Config":"c","RepoTags":["d"],"Layers":["1"]}])"}}),
        "d | 1 | etc/other | index-manifest-disagree history-missing");
    row("46 wrong size", layout(image.blobs(), indexOf({with(entry, "size", 5)})), "image: size-mismatch");
    row("46 digest that climbs", layout(image.blobs(), indexOf({with(entry, "digest", QStringLiteral("sha256:../../x"))})),
        "malformed");
    row("46 digest in capitals",
        layout(image.blobs(), indexOf({with(entry, "digest", QString::fromLatin1("sha256:" + hex(image.manifest).toUpper()))})),
        "malformed");
    row("48 missing manifest", layout({}, indexOf({entry})), "image: missing-part");
    row("missing manifest list", layout({}, indexOf({})), "not-an-image");
    row("48 missing nested index", layout({}, indexOf({descriptor(indexType, nested)})), "missing-part");
    row("49 keys that differ in case", layout(image.blobs(), R"({"schemaVersion":2,"manifests":[],"Manifests":[]})"),
        "malformed");
    row("50 size as 1e30", layout(image.blobs(), QByteArray(indexOf({entry})).replace("\"size\":", "\"size\":1e30,\"was\":")),
        "malformed");
    row("50 size as text", layout(image.blobs(), indexOf({with(entry, "size", QStringLiteral("5"))})), "malformed");
    row("50 byte order mark", layout(image.blobs(), "\xef\xbb\xbf" + indexOf({entry})), "malformed");
    row("50 half a surrogate pair", layout(image.blobs(), indexOf({entry}).replace("\"t\"", "\"\\ud800\"")), "malformed");
    row("50 NUL", layout(image.blobs(), indexOf({entry}).replace("\"t\"", "\"\\u0000\"")), "malformed");
    row("50 over 4 MiB", layout(image.blobs(), QByteArray(5 << 20, ' ')), "limit-exceeded");
    row("50 deep", layout(image.blobs(), QByteArray(100'000, '[')), "malformed");
    row("52 unknown media type", layout(image.blobs(), indexOf({with(entry, "mediaType", QStringLiteral("text/x"))})),
        "image: not-supported");
    row("52 schema 1",
        layout(image.blobs(),
               indexOf({with(entry, "mediaType", QStringLiteral("application/vnd.docker.distribution.manifest.v1+json"))})),
        "image: not-supported");
    const Built encrypted(sampleTar(), "amd64", "application/vnd.oci.image.layer.v1.tar+gzip+encrypted");
    row("52 encrypted layer", layout(encrypted.blobs(), indexOf({encrypted.entry()})),
        " | 1 | not-supported | layer-type-unknown history-missing");
    const Built foreign(sampleTar(), "amd64", "application/vnd.docker.image.rootfs.foreign.diff.tar");
    Files without = foreign.blobs();
    without.erase(without.begin());
    row("foreign layer elsewhere", layout(without, indexOf({foreign.entry()})),
        " | 1 | missing-part | foreign-layer-missing history-missing");
    row("foreign layer here", layout(foreign.blobs(), indexOf({foreign.entry()})), " | 1 | etc/x | history-missing");
}

void TestFormats::layouts()
{
    QFETCH(QByteArray, bytes);
    QTEST(told(open(bytes)), "expected");
}

void TestFormats::severalImages()
{
    const Built one(sampleTar("etc/one"));
    const Built two(sampleTar("etc/two"), "arm64");
    Files blobs = one.blobs();
    for (const auto &each : two.blobs())
        blobs.push_back(each);
    const auto tagged = [](const Built &image, const char *tag) {
        return with(image.entry(), "annotations",
                    QJsonObject {{QStringLiteral("org.opencontainers.image.ref.name"), QString::fromLatin1(tag)}});
    };
    const auto source = open(layout(blobs, indexOf({tagged(one, "same"), tagged(two, "same"), tagged(two, "other")})));
    QVERIFY(source.has_value());
    QCOMPARE((*source)->listings().size(), size_t(3));
    // No descriptor says so: the platforms are those of the configs.
    QCOMPARE((*source)->listings()[1].platform.toString(), QStringLiteral("linux/arm64"));
    QCOMPARE(selectListing(**source, QStringLiteral("same"), QStringLiteral("linux/arm64")).value(), 1);
    QCOMPARE(selectListing(**source, QStringLiteral("other"), {}).value(), 2);
    QCOMPARE(told(source, 1), QStringLiteral("same | 1 | etc/two | history-missing"));
}

void TestFormats::attachments()
{
    const Built image(sampleTar());
    const QJsonObject attestation
        = with(with(image.entry(), "platform",
                    QJsonObject {{QStringLiteral("os"), QStringLiteral("unknown")},
                                 {QStringLiteral("architecture"), QStringLiteral("unknown")}}),
               "annotations",
               QJsonObject {{QStringLiteral("vnd.docker.reference.type"), QStringLiteral("attestation-manifest")},
                            {QStringLiteral("vnd.docker.reference.digest"), QString::fromLatin1(digestOf(image.manifest))}});
    const QJsonObject artifact = with(image.entry(), "artifactType", QStringLiteral("application/spdx+json"));
    const auto source = open(layout(image.blobs(), indexOf({attestation, artifact, image.entry()})));
    QVERIFY(source.has_value());
    const auto &listings = (*source)->listings();
    QCOMPARE(listings.size(), size_t(3));
    QVERIFY(!listings[0].isImage);
    QCOMPARE(listings[0].attachedTo, QString::fromLatin1(digestOf(image.manifest)));
    QVERIFY(!listings[1].isImage);
    QVERIFY(listings[2].isImage);
    QCOMPARE(selectListing(**source, {}, {}).value(), 2);
}

/// What BuildKit writes beside an image: a manifest whose layers are in-toto statements. Only those about this image, and only
/// bytes that are what their digest says.
void TestFormats::attestations()
{
    const Built image(sampleTar());
    const QByteArray statement = R"({"_type":"https://in-toto.io/Statement/v0.1","predicate":{}})";
    const QByteArray spoilt = R"({"_type":"another"})";
    const QByteArray conf = config({});
    const QByteArray manifest = json(
        {{QStringLiteral("schemaVersion"), 2},
         {QStringLiteral("config"), descriptor(configType, conf)},
         {QStringLiteral("layers"),
          QJsonArray {descriptor("application/vnd.in-toto+json", statement), descriptor("application/vnd.in-toto+json", spoilt),
                      descriptor("application/vnd.in-toto+json", "absent"), descriptor(layerType, image.layer)}}});
    const auto entry = [&](const QByteArray &about) {
        return with(with(descriptor(manifestType, manifest), "platform",
                         QJsonObject {{QStringLiteral("os"), QStringLiteral("unknown")},
                                      {QStringLiteral("architecture"), QStringLiteral("unknown")}}),
                    "annotations",
                    QJsonObject {{QStringLiteral("vnd.docker.reference.type"), QStringLiteral("attestation-manifest")},
                                 {QStringLiteral("vnd.docker.reference.digest"), QString::fromLatin1(about)}});
    };
    Files blobs = image.blobs();
    blobs.insert(blobs.end(),
                 {{blob(conf), conf},
                  {blob(manifest), manifest},
                  {blob(statement), statement},
                  {blob(spoilt), QByteArray(spoilt.size(), 'x')}});
    const auto attached = [&](const QByteArray &about) {
        const auto source = open(layout(blobs, indexOf({image.entry(), entry(about)})));
        const auto facts = source ? (*source)->image(0) : Result<Image>(fail(source.error()));
        return facts ? (*source)->attachments(*facts) : std::vector<AttachedDocument> {{QStringLiteral("unreadable"), {}}};
    };
    const auto found = attached(digestOf(image.manifest));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].digest, QString::fromLatin1(digestOf(statement)));
    QCOMPARE(found[0].content, statement);
    QVERIFY(attached(digestOf("another image")).empty());
}

/// Docker with the containerd store exports an index whose other platforms were never pulled.
void TestFormats::absentPlatforms()
{
    const Built here(sampleTar(), "s390x");
    const Built absent(sampleTar("etc/absent"));
    const QJsonObject platform {{QStringLiteral("os"), QStringLiteral("linux")},
                                {QStringLiteral("architecture"), QStringLiteral("amd64")}};
    const QByteArray nested = indexOf({with(absent.entry(), "platform", platform), here.entry()});
    Files blobs = here.blobs();
    blobs.emplace_back(blob(nested), nested);
    const auto source = open(layout(blobs, indexOf({descriptor(indexType, nested)})));
    QVERIFY(source.has_value());
    QVERIFY(!(*source)->listings()[0].available);
    QVERIFY((*source)->listings()[1].available);
    QCOMPARE(selectListing(**source, {}, {}).value(), 1);
    QCOMPARE(told(source, 0), QStringLiteral("image: missing-part"));
}

void TestFormats::outerPackings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const QByteArray one = sampleTar();
    // The manifest comes last.
    const QByteArray docker
        = tarOf({{"1", one}, {"c", config({digestOf(one)})}, {"manifest.json", R"([{"Config":"c","Layers":["1"]}])"}});
    for (const auto &[name, packing] :
         {std::pair("plain", Packing::Plain), std::pair("gzip", Packing::Gzip), std::pair("zstd", Packing::Zstd)}) {
        QTest::addRow("docker archive, %s", name) << packed(docker, packing) << QStringLiteral("docker-archive");
        QTest::addRow("root file system, %s", name) << packed(one, packing) << QStringLiteral("root-file-system");
    }
    for (const char *name : {"bzip2", "xz"}) {
        QFile file(QFINDTESTDATA(QByteArray("../../fuzz/corpus/layer/").append(name).constData()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::addRow("root file system, %s", name) << file.readAll() << QStringLiteral("root-file-system");
    }
}

void TestFormats::outerPackings()
{
    QFETCH(QByteArray, bytes);
    const auto source = open(bytes);
    QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().cause));
    QTEST(QString(sourceKindId((*source)->kind())), "kind");
    const auto image = (*source)->image(0);
    const auto layer = (*source)->openLayer(*image, 0);
    QVERIFY(layer.has_value());
    Paths paths;
    QVERIFY(readLayer(**layer, paths, {}, {}, nullptr).complete);
    QVERIFY(paths.m_paths.contains("etc/x") || paths.m_paths.contains("usr/a"));
}

void TestFormats::rootFolder()
{
    QVERIFY(write(QStringLiteral("root/etc/os-release"), "ID=x\n"));
    QVERIFY(write(QStringLiteral("root/usr/bin/tool"), QByteArray(5000, 't')));
    const QDir root(m_folder.filePath(QStringLiteral("root")));
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), root.filePath(QStringLiteral("etc/out"))));
    QVERIFY(
        ::link(qPrintable(root.filePath(QStringLiteral("usr/bin/tool"))), qPrintable(root.filePath(QStringLiteral("usr/hard"))))
        == 0);
    QVERIFY(write(QStringLiteral("root/usr/") + QString(200, QLatin1Char('n')), "long"));
    const auto source = openImageSource(root.path());
    QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().cause));
    QCOMPARE((*source)->kind(), SourceKind::RootFileSystem);
    const auto image = (*source)->image(0);
    const auto layer = (*source)->openLayer(*image, 0);
    Paths paths;
    const LayerSummary summary = readLayer(**layer, paths, {}, {}, nullptr);
    QVERIFY(summary.complete);
    QVERIFY(summary.oddities.empty());
    QByteArrayList lines;
    for (const Entry &entry : paths.m_entries)
        lines.append(QByteArray::fromStdString(entry.path).left(20) + ' ' + QByteArray::number(entry.size) + ' '
                     + QByteArray::fromStdString(entry.target));
    const QByteArrayList expected {"etc 0 ",
                                   "usr 0 ",
                                   "usr/bin 0 ",
                                   "usr/hard 5000 ",
                                   "usr/" + QByteArray(16, 'n') + " 4 ",
                                   "usr/bin/tool 0 usr/hard",
                                   "etc/os-release 5 ",
                                   "etc/out 0 /etc/passwd"};
    QByteArrayList sorted = lines;
    std::sort(sorted.begin(), sorted.end());
    QByteArrayList wanted = expected;
    std::sort(wanted.begin(), wanted.end());
    QCOMPARE(sorted, wanted);
}

namespace {

/// The record that tar-split writes for a tar of one file.
QByteArray splitOf(const QByteArray &tar, const QByteArray &name, qsizetype contentAt, qsizetype size)
{
    const auto raw = [](const QByteArray &bytes) -> QByteArray {
        return json({{QStringLiteral("type"), 2}, {QStringLiteral("payload"), QString::fromLatin1(bytes.toBase64())}}) + '\n';
    };
    const QByteArray file = json({{QStringLiteral("type"), 1},
                                  {QStringLiteral("name"), QString::fromUtf8(name)},
                                  {QStringLiteral("size"), qint64(size)}})
        + '\n';
    return packed(raw(tar.left(contentAt)) + file + raw(tar.mid(contentAt + size)), Packing::Gzip);
}

}  // namespace

void TestFormats::dockerStorage()
{
    const QByteArray tar = sampleTar();
    const QByteArray conf = config({digestOf(tar)});
    const QString base = QStringLiteral("docker/image/overlay2/");
    QVERIFY(write(base + QStringLiteral("repositories.json"), R"({"Repositories":{"a":{"a:1":"sha256:)" + hex(conf) + R"("}}})"));
    QVERIFY(write(base + QStringLiteral("imagedb/content/sha256/") + QString::fromLatin1(hex(conf)), conf));
    const QString layer = base + QStringLiteral("layerdb/sha256/") + QString::fromLatin1(hex(tar));
    QVERIFY(write(layer + QStringLiteral("/cache-id"), "cache1"));
    QVERIFY(write(layer + QStringLiteral("/tar-split.json.gz"), splitOf(tar, "etc/x", 512, 7)));
    QVERIFY(write(QStringLiteral("docker/overlay2/cache1/diff/etc/x"), "content"));
    const auto source = openImageSource(m_folder.filePath(QStringLiteral("docker")));
    QCOMPARE(told(source), QStringLiteral("a:1 | 1 | etc/x | history-missing"));
    const auto image = (*source)->image(0);
    Paths paths;
    const LayerSummary summary = readLayer(**(*source)->openLayer(*image, 0), paths, {}, {}, nullptr);
    QCOMPARE(summary.diffId, QString::fromLatin1(digestOf(tar)));
    QCOMPARE(image->layers[0].diffId, summary.diffId);
    // Without the record the folder itself is read.
    QVERIFY(QFile::remove(m_folder.filePath(layer + QStringLiteral("/tar-split.json.gz"))));
    QCOMPARE(told(source), QStringLiteral("a:1 | 1 | etc etc/x | history-missing"));
}

void TestFormats::containersStorage()
{
    const QByteArray tar = sampleTar();
    const QByteArray conf = config({digestOf(tar)});
    const QByteArray id = hex(conf);
    const QByteArray layer = hex(tar);
    QVERIFY(write(QStringLiteral("cs/vfs-images/images.json"),
                  R"([{"id":")" + id + R"(","names":["b:2"],"layer":")" + layer + R"("}])"));
    QVERIFY(write(QStringLiteral("cs/vfs-images/") + QString::fromLatin1(id) + QStringLiteral("/=")
                      + QString::fromLatin1(QByteArray("sha256:" + id).toBase64()),
                  conf));
    QVERIFY(write(QStringLiteral("cs/vfs-layers/layers.json"), R"([{"id":")" + layer + R"("}])"));
    QVERIFY(write(QStringLiteral("cs/vfs-layers/") + QString::fromLatin1(layer) + QStringLiteral(".tar-split.gz"),
                  splitOf(tar, "./etc/x", 512, 7)));
    QVERIFY(write(QStringLiteral("cs/vfs/dir/") + QString::fromLatin1(layer) + QStringLiteral("/etc/x"), "content"));
    const auto source = openImageSource(m_folder.filePath(QStringLiteral("cs")));
    QCOMPARE(told(source), QStringLiteral("b:2 | 1 | etc/x | history-missing"));
    const auto image = (*source)->image(0);
    Paths paths;
    QCOMPARE(readLayer(**(*source)->openLayer(*image, 0), paths, {}, {}, nullptr).diffId, image->layers[0].diffId);
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
