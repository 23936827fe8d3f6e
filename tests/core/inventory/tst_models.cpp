// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/modelheader.h"
#include "core/inventory/ledger.h"
#include "core/inventory/scanner.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray little(quint64 value, int width)
{
    QByteArray bytes;
    for (int i = 0; i < width; ++i)
        bytes.append(static_cast<char>(value >> (8 * i)));
    return bytes;
}

QByteArray safetensors(const QByteArray &json, qint64 tensorBytes = 100)
{
    return little(static_cast<quint64>(json.size()), 8) + json + QByteArray(tensorBytes, '\0');
}

QByteArray text(const QByteArray &words)
{
    return little(static_cast<quint64>(words.size()), 8) + words;
}

QByteArray gguf(const QList<QPair<QByteArray, QByteArray>> &pairs, const QByteArray &more = {}, quint64 moreCount = 0)
{
    QByteArray bytes = "GGUF" + little(3, 4) + little(0, 8) + little(static_cast<quint64>(pairs.size()) + moreCount, 8);
    for (const auto &[key, value] : pairs)
        bytes += text(key) + little(8, 4) + text(value);
    return bytes + more;
}

QByteArray field(int number, const QByteArray &content)
{
    QByteArray length;
    for (auto left = static_cast<quint64>(content.size());; left >>= 7) {
        length.append(static_cast<char>((left & 0x7f) | (left > 0x7f ? 0x80 : 0)));
        if (left <= 0x7f)
            break;
    }
    return QByteArray(1, static_cast<char>(number << 3 | 2)) + length + content;
}

QByteArray onnx(qint64 graphBytes)
{
    return QByteArray("\x08\x08", 2) + field(2, "pytorch") + field(3, "2.7.0") + field(7, QByteArray(graphBytes, '\x07'))
        + field(14, field(1, "license") + field(2, "apache-2.0"));
}

QByteArray torchZip()
{
    return QByteArray("PK\3\4", 4) + QByteArray(22, '\0') + little(16, 2) + little(0, 2) + "archive/data.pkl"
        + QByteArray(200, 'x');
}

ModelHeader headerOf(ModelFormat format, const QByteArray &bytes, qint64 size = -1)
{
    FileWindows windows = modelWindows(format, size < 0 ? bytes.size() : size);
    windows.feed({bytes.constData(), static_cast<size_t>(bytes.size())});
    return readModelHeader(format, windows);
}

}  // namespace

class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formats_data();
    void formats();
    void headerOfSafetensors();
    void headerOfGguf();
    void headerOfOnnxAroundTheGraph();
    void lyingHeaders_data();
    void lyingHeaders();
    void modelsOfAnImage();
};

void TestModels::formats_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("format");
    QTest::newRow("safetensors") << QByteArray("m/model.safetensors") << safetensors("{\"a\":1}  ") << 0;
    QTest::newRow("blob of a cache") << QByteArray("c/models--o--n/blobs/abc") << safetensors("{\"a\":1}  ") << 0;
    QTest::newRow("same bytes elsewhere") << QByteArray("c/blobs/abc") << safetensors("{\"a\":1}  ") << -1;
    QTest::newRow("gguf") << QByteArray("m/any") << gguf({}) << 1;
    QTest::newRow("onnx") << QByteArray("m/a.onnx") << onnx(5) << 2;
    QTest::newRow("pytorch") << QByteArray("m/a.pt") << torchZip() << 3;
    QTest::newRow("other zip") << QByteArray("m/a.bin") << torchZip().replace("data.pkl", "file.txt") << -1;
    QTest::newRow("short") << QByteArray("m/a.safetensors") << QByteArray("abc") << -1;
}

void TestModels::formats()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, content);
    QFETCH(int, format);
    const auto found
        = modelFormatOf(path.toStdString(), content.size(), {content.constData(), static_cast<size_t>(content.size())});
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
}

void TestModels::headerOfSafetensors()
{
    const ModelHeader header = headerOf(ModelFormat::Safetensors,
                                        safetensors(R"({"__metadata__":{"license":"mit","format":"pt"},"w":{"dtype":"F32"}})"));
    QVERIFY(header.complete);
    QCOMPARE(header.fields,
             (QMap<QString, QString> {{QStringLiteral("license"), QStringLiteral("mit")},
                                      {QStringLiteral("format"), QStringLiteral("pt")}}));
}

void TestModels::headerOfGguf()
{
    // An array of numbers, one of texts, and a long vocabulary that reaches beyond what is kept.
    const QByteArray numbers = text("general.sizes") + little(9, 4) + little(4, 4) + little(3, 8) + QByteArray(12, '\1');
    const QByteArray words = text("general.tags") + little(9, 4) + little(8, 4) + little(2, 8) + text("a") + text("b");
    const QByteArray licence = text("general.license") + little(8, 4) + text("apache-2.0");
    const QByteArray vocabulary
        = text("tokenizer.ggml.tokens") + little(9, 4) + little(8, 4) + little(1, 8) + text(QByteArray(2 << 20, 't'));
    const ModelHeader header = headerOf(
        ModelFormat::Gguf, gguf({{"general.name", "Tiny"}, {"other.key", "x"}}, numbers + words + licence + vocabulary, 4));
    QVERIFY(header.complete);
    QCOMPARE(header.fields,
             (QMap<QString, QString> {{QStringLiteral("general.name"), QStringLiteral("Tiny")},
                                      {QStringLiteral("general.license"), QStringLiteral("apache-2.0")}}));
}

void TestModels::headerOfOnnxAroundTheGraph()
{
    for (const qint64 graphBytes : {qint64(5), qint64(5) << 20}) {
        const ModelHeader header = headerOf(ModelFormat::Onnx, onnx(graphBytes));
        QVERIFY(header.complete);
        QCOMPARE(header.fields,
                 (QMap<QString, QString> {{QStringLiteral("producer_name"), QStringLiteral("pytorch")},
                                          {QStringLiteral("producer_version"), QStringLiteral("2.7.0")},
                                          {QStringLiteral("license"), QStringLiteral("apache-2.0")}}));
    }
}

void TestModels::lyingHeaders_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("content");
    const quint64 huge = ~quint64(0);
    QTest::newRow("safetensors longer than the file") << 0 << QByteArray(little(1000, 8) + "{}");
    QTest::newRow("safetensors of 2^64 bytes") << 0 << QByteArray(little(huge, 8) + "{}");
    QTest::newRow("safetensors with broken JSON") << 0 << safetensors("{\"__metadata__\":");
    QTest::newRow("safetensors of 100 000 levels") << 0 << safetensors(QByteArray(R"({"a":)").repeated(100'000));
    QTest::newRow("gguf with 2^64 pairs") << 1 << QByteArray("GGUF" + little(3, 4) + little(0, 8) + little(huge, 8));
    QTest::newRow("gguf with a key of 2^64 bytes") << 1 << QByteArray(gguf({}, little(huge, 8), 1));
    QTest::newRow("gguf with an array of 2^64 numbers")
        << 1 << QByteArray(gguf({}, text("general.a") + little(9, 4) + little(12, 4) + little(huge, 8), 1));
    QTest::newRow("gguf with arrays in arrays")
        << 1 << QByteArray(gguf({}, text("general.a") + little(9, 4) + little(9, 4) + little(1, 8), 1));
    QTest::newRow("gguf with an unknown type") << 1 << QByteArray(gguf({}, text("general.a") + little(77, 4), 1));
    QTest::newRow("gguf of another version") << 1 << QByteArray("GGUF" + little(99, 4) + little(0, 8) + little(0, 8));
    QTest::newRow("onnx with a field beyond the end") << 2 << QByteArray("\x08\x08\x12\xff\xff\xff\xff\x7f", 8);
    QTest::newRow("onnx with an endless number") << 2 << QByteArray(20, '\xff');
    QTest::newRow("onnx with a wire type of groups") << 2 << QByteArray("\x08\x08\x13\x00", 4);
}

void TestModels::lyingHeaders()
{
    QFETCH(int, format);
    QFETCH(QByteArray, content);
    const ModelHeader header = headerOf(static_cast<ModelFormat>(format), content);
    QVERIFY(!header.complete);
    QVERIFY(header.fields.isEmpty());
}

void TestModels::modelsOfAnImage()
{
    TextImage image;
    image.content(QStringLiteral("SHARD"), safetensors(R"({"__metadata__":{"format":"pt"}})"));
    image.content(QStringLiteral("GGUF"), gguf({{"general.name", "Tiny Chat"}, {"general.license", "mit"}}));
    image.content(QStringLiteral("CARD"), "---\nlanguage: en\nlicense: apache-2.0\n---\n# Model\nlicense: no\n");
    image.layer(QStringLiteral("RUN download"), QStringLiteral(R"(
        f srv/m/model-00001-of-00002.safetensors 644 = <SHARD
        f srv/m/model-00002-of-00002.safetensors 644 = <SHARD
        f srv/m/config.json 644 = {}
        f srv/m/README.md 644 = <CARD
        f srv/chat.gguf 644 = <GGUF
        f c/models--own--er/blobs/0123 644 = <SHARD
        f srv/lie.safetensors 644 = \xff\xff\xff\xff\xff\xff\xff\x7f{"a":1,"b":2}
    )"));
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("image.tar"));
    QVERIFY(image.writeFile(file, image.dockerArchive()));
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    const auto source = openImageSource(file);
    QVERIFY(source);
    const auto opened = (*source)->image(0);
    QVERIFY(opened);
    Progress progress;
    const auto inventory = scan(**source, *opened, *knowledge, {}, {}, progress);
    QStringList found;
    for (const Component &c : inventory->components)
        found.append(QStringLiteral("%1 %2 %3 files %4 %5").arg(c.kind, c.purl, c.section).arg(c.files).arg(c.expression));
    found.sort();
    QCOMPARE(found,
             (QStringList {QStringLiteral("model pkg:generic/Tiny%20Chat GGUF files 1 MIT"),
                           QStringLiteral("model pkg:generic/lie safetensors files 1 "),
                           QStringLiteral("model pkg:generic/model safetensors files 4 Apache-2.0"),
                           QStringLiteral("model pkg:huggingface/own/er safetensors files 1 ")}));
    QCOMPARE(explanationOf(*inventory, inventory->tree->findLive("srv/chat.gguf")), Explanation::Product);
    const bool noted = std::any_of(inventory->notes.begin(), inventory->notes.end(),
                                   [](const ImageNote &note) { return note.id == QLatin1String("model-header"); });
    QVERIFY(noted);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
