// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/textimage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace waybill::test;

namespace {

/// Every entry as one line, read with libarchive. Also decompresses, and ends with "ERROR ..." when the reader complains.
QString listed(const QByteArray &bytes)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_open_memory(reader.get(), bytes.constData(), static_cast<size_t>(bytes.size()));
    QString out;
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
        const char *hard = archive_entry_hardlink(entry);
        const char *soft = archive_entry_symlink(entry);
        QByteArray content(static_cast<qsizetype>(archive_entry_size(entry)), '\0');
        archive_read_data(reader.get(), content.data(), static_cast<size_t>(content.size()));
        out += QStringLiteral("%1 %2 %3:%4 %5 [%6]\n")
                   .arg(QString::fromLatin1(archive_entry_pathname(entry)), QString::number(archive_entry_perm(entry), 8),
                        QString::number(archive_entry_uid(entry)), QString::number(archive_entry_gid(entry)),
                        QString::fromLatin1(hard       ? hard
                                                : soft ? soft
                                                       : "-"),
                        content.size() > 40 ? QString::number(content.size())
                                            : QString::fromLatin1(content.toPercentEncoding(" ")));
    }
    if (status != ARCHIVE_EOF)
        out += QStringLiteral("ERROR ") + QString::fromUtf8(archive_error_string(reader.get()));
    return out;
}

QByteArray memberOf(const QByteArray &tar, const QByteArray &wanted)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(reader.get());
    archive_read_open_memory(reader.get(), tar.constData(), static_cast<size_t>(tar.size()));
    archive_entry *entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        if (wanted != archive_entry_pathname(entry))
            continue;
        QByteArray content(static_cast<qsizetype>(archive_entry_size(entry)), '\0');
        archive_read_data(reader.get(), content.data(), static_cast<size_t>(content.size()));
        return content;
    }
    return {};
}

TextImage twoLayers()
{
    TextImage image;
    image.layer(QStringLiteral("RUN one"), QStringLiteral("f etc/one = 1\nf etc/two = 22"))
        .emptyHistory(QStringLiteral("CMD [\"sh\"]"))
        .layer(QStringLiteral("RUN two"), QStringLiteral("w etc/one"));
    return image;
}

}  // namespace

class TestTextImage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesEveryKindOfEntry();
    void readsEscapesAndComments();
    void writesLongNamesAndLargeIds();
    void leavesOutEndBlocksOnRequest();
    void packsWhatReadersUnpack_data();
    void packsWhatReadersUnpack();
    void namesDockerMembersByDiffId();
    void linksOciBlobsByDigest();
    void spoilsOneLayerOnly();
    void isDeterministic();
};

void TestTextImage::writesEveryKindOfEntry()
{
    TextImage image;
    image.content(QStringLiteral("TEXT"), QByteArrayLiteral("registered"));
    image.layer(QStringLiteral("RUN all"), QStringLiteral(R"(
        d usr/bin 750 1:2
        f usr/bin/tool 4755 10:20 = run
        f usr/big = @1000
        f usr/text = <TEXT
        f usr/empty
        l usr/bin/link -> ../tool
        h usr/bin/hard -> usr/bin/tool
        w usr/bin/old
        w top
        o usr/doc
        c dev/null 666 1:3
        p run/pipe
    )"));
    QCOMPARE(listed(image.layerTar(0)),
             QStringLiteral("usr/bin 750 1:2 - []\n"
                            "usr/bin/tool 4755 10:20 - [run]\n"
                            "usr/big 644 0:0 - [1000]\n"
                            "usr/text 644 0:0 - [registered]\n"
                            "usr/empty 644 0:0 - []\n"
                            "usr/bin/link 777 0:0 ../tool []\n"
                            "usr/bin/hard 644 0:0 usr/bin/tool []\n"
                            "usr/bin/.wh.old 644 0:0 - []\n"
                            ".wh.top 644 0:0 - []\n"
                            "usr/doc/.wh..wh..opq 644 0:0 - []\n"
                            "dev/null 666 0:0 - []\n"
                            "run/pipe 644 0:0 - []\n"));
}

void TestTextImage::readsEscapesAndComments()
{
    TextImage image;
    image.layer(QStringLiteral("RUN x"), QStringLiteral(R"(
        # a comment line
        f a\x20b = #!/bin/sh\n\\t\t\x01 # kept  # dropped
        f raw\xff
    )"));
    QCOMPARE(listed(image.layerTar(0)),
             QStringLiteral("a b 644 0:0 - [%23%21%2Fbin%2Fsh%0A%5Ct%09%01 %23 kept]\nraw\u00ff 644 0:0 - []\n"));
}

void TestTextImage::writesLongNamesAndLargeIds()
{
    const QString longName = QString(300, QLatin1Char('n'));
    TextImage image;
    image.layer(QStringLiteral("RUN x"), QStringLiteral("f %1 600 3000000:4000000 = v\nl s -> %1").arg(longName));
    QCOMPARE(listed(image.layerTar(0)), QStringLiteral("%1 600 3000000:4000000 - [v]\ns 777 0:0 %1 []\n").arg(longName));
}

void TestTextImage::leavesOutEndBlocksOnRequest()
{
    TextImage image = twoLayers();
    const QByteArray proper = image.layerTar(0);
    image.damage({.dropEndBlocks = true});
    QCOMPARE(image.layerTar(0).size(), 512 + 512 + 512 + 2);
    QCOMPARE(proper.size(), 4 * 512 + 1024);
    QVERIFY(proper.startsWith(image.layerTar(0)));
}

void TestTextImage::packsWhatReadersUnpack_data()
{
    QTest::addColumn<Packing>("packing");
    QTest::addColumn<QByteArray>("magic");
    QTest::newRow("plain") << Packing::Plain << QByteArrayLiteral("some");
    QTest::newRow("gzip") << Packing::Gzip << QByteArrayLiteral("\x1f\x8b");
    QTest::newRow("zstd") << Packing::Zstd << QByteArrayLiteral("\x28\xb5\x2f\xfd");
}

void TestTextImage::packsWhatReadersUnpack()
{
    QFETCH(Packing, packing);
    QFETCH(QByteArray, magic);
    TextImage image;
    const QByteArray tar = image.layer(QStringLiteral("RUN"), QStringLiteral("f some = thing")).layerTar(0);
    const QByteArray stored = packed(tar, packing);
    QVERIFY(stored.startsWith(magic));
    QCOMPARE(listed(stored), QStringLiteral("some 644 0:0 - [thing]\n"));
}

void TestTextImage::namesDockerMembersByDiffId()
{
    TextImage image = twoLayers();
    image.packing(Packing::Gzip).tag(QStringLiteral("a/b:1")).label(QStringLiteral("k"), QStringLiteral("v"));
    image.entrypoint({QStringLiteral("run")}).platform(QStringLiteral("linux"), QStringLiteral("arm64"));
    const QByteArray archive = image.dockerArchive();
    const QJsonObject manifest = QJsonDocument::fromJson(memberOf(archive, "manifest.json")).array().at(0).toObject();
    QCOMPARE(manifest[QLatin1String("RepoTags")].toArray(), QJsonArray {QStringLiteral("a/b:1")});
    const QJsonArray layers = manifest[QLatin1String("Layers")].toArray();
    QCOMPARE(layers.size(), 2);
    const QByteArray first = digestOf(image.layerTar(0));
    QCOMPARE(layers.at(0).toString(), QString::fromLatin1(first.mid(7)) + QStringLiteral(".tar.gz"));
    const QByteArray config = memberOf(archive, manifest[QLatin1String("Config")].toString().toUtf8());
    QCOMPARE(manifest[QLatin1String("Config")].toString(),
             QString::fromLatin1(digestOf(config).mid(7)) + QStringLiteral(".json"));
    const QJsonObject facts = QJsonDocument::fromJson(config).object();
    QCOMPARE(facts[QLatin1String("architecture")].toString(), QStringLiteral("arm64"));
    QCOMPARE(facts[QLatin1String("rootfs")][QLatin1String("diff_ids")][0].toString(), QString::fromLatin1(first));
    QCOMPARE(facts[QLatin1String("config")][QLatin1String("Labels")][QLatin1String("k")].toString(), QStringLiteral("v"));
    const QJsonArray history = facts[QLatin1String("history")].toArray();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history.at(1)[QLatin1String("empty_layer")].toBool(), true);
    QCOMPARE(history.at(2)[QLatin1String("created_by")].toString(), QStringLiteral("RUN two"));
}

void TestTextImage::linksOciBlobsByDigest()
{
    TextImage image = twoLayers();
    image.packing(Packing::Zstd);
    QTemporaryDir folder;
    QVERIFY(image.writeOciLayout(folder.path()));
    const auto blob = [&](const QString &digest) {
        QFile file(folder.filePath(QStringLiteral("blobs/sha256/") + digest.mid(7)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile index(folder.filePath(QStringLiteral("index.json")));
    QVERIFY(index.open(QIODevice::ReadOnly));
    const QByteArray indexBytes = index.readAll();
    QCOMPARE(memberOf(image.ociArchive(), "index.json"), indexBytes);
    const QJsonValue entry = QJsonDocument::fromJson(indexBytes)[QLatin1String("manifests")][0];
    const QJsonObject manifest = QJsonDocument::fromJson(blob(entry[QLatin1String("digest")].toString())).object();
    const QJsonValue layer = manifest[QLatin1String("layers")][1];
    QCOMPARE(layer[QLatin1String("mediaType")].toString(), QStringLiteral("application/vnd.oci.image.layer.v1.tar+zstd"));
    QCOMPARE(layer[QLatin1String("size")].toInteger(), qint64(blob(layer[QLatin1String("digest")].toString()).size()));
    QCOMPARE(listed(blob(layer[QLatin1String("digest")].toString())), QStringLiteral("etc/.wh.one 644 0:0 - []\n"));
}

void TestTextImage::spoilsOneLayerOnly()
{
    TextImage image = twoLayers();
    const QByteArray first = image.layerTar(0);
    const QByteArray firstName = digestOf(first).mid(7) + ".tar";
    const QByteArray secondName = digestOf(image.layerTar(1)).mid(7) + ".tar";
    image.damage({.truncateLayer = 0});
    QCOMPARE(memberOf(image.dockerArchive(), firstName), first.left(first.size() / 2));
    QCOMPARE(memberOf(image.dockerArchive(), secondName), image.layerTar(1));
    image.damage({.flipLayer = 0});
    QByteArray flipped = first;
    flipped[first.size() / 2] = static_cast<char>(first.at(first.size() / 2) ^ 1);
    QCOMPARE(memberOf(image.dockerArchive(), firstName), flipped);
    image.damage({.missingLayer = 0});
    QVERIFY(!listed(image.dockerArchive()).contains(QString::fromLatin1(firstName) + QLatin1Char(' ')));
    QVERIFY(listed(image.dockerArchive()).contains(QString::fromLatin1(secondName) + QLatin1Char(' ')));
    image.damage({.wrongDiffIds = true});
    QVERIFY(memberOf(image.dockerArchive(), firstName).isEmpty());
}

void TestTextImage::isDeterministic()
{
    QCOMPARE(digestOf(twoLayers().dockerArchive()), digestOf(twoLayers().dockerArchive()));
    QCOMPARE(digestOf(twoLayers().packing(Packing::Gzip).ociArchive()),
             digestOf(twoLayers().packing(Packing::Gzip).ociArchive()));
}

QTEST_APPLESS_MAIN(TestTextImage)
#include "tst_textimage.moc"
