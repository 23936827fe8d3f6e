// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagesource.h"
#include "core/image/strictjson.h"
#include "tests/support/packing.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

TextImage sample()
{
    TextImage image;
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral("f etc/os-release 644 = ID=debian"));
    image.emptyHistory(QStringLiteral("ENV A=b"));
    image.layer(QStringLiteral("RUN touch /x"), QStringLiteral("f x 644 = y"));
    image.tag(QStringLiteral("example.org/app:1"));
    return image;
}

}  // namespace

class TestImageSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void formats_data();
    void formats();
    void refused_data();
    void refused();
    void missingLayerIsNoted();
    void changedConfigIsRefused();
    void selecting();
    void json_data();
    void json();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

void TestImageSource::formats_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    const auto row = [this](const char *name, const QByteArray &bytes, const char *kind) {
        sample().writeFile(path(name), bytes);
        QTest::newRow(name) << path(name) << QString::fromLatin1(kind);
    };
    row("docker.tar", sample().dockerArchive(), "docker-archive");
    row("docker-gzip-layers.tar", sample().packing(Packing::Gzip).dockerArchive(), "docker-archive");
    row("oci.tar", sample().ociArchive(), "oci-archive");
    row("oci-zstd.tar", sample().packing(Packing::Zstd).ociArchive(), "oci-archive");
    row("docker.tar.gz", packed(sample().dockerArchive(), Packing::Gzip), "docker-archive");
    row("docker.tar.zst", packed(sample().dockerArchive(), Packing::Zstd), "docker-archive");
    QVERIFY(sample().packing(Packing::Gzip).writeOciLayout(path("layout")));
    QTest::newRow("layout folder") << path("layout") << QStringLiteral("oci-layout");
}

void TestImageSource::formats()
{
    QFETCH(QString, file);
    const auto source = openImageSource(file);
    QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().cause));
    QTEST(QString(sourceKindId((*source)->kind())), "kind");
    const auto listing = selectListing(**source, {}, {});
    QVERIFY(listing.has_value());
    const auto image = (*source)->image(*listing);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(image.error().cause));
    QCOMPARE(image->layers.size(), size_t(2));
    QCOMPARE(image->layers[0].createdBy, QStringLiteral("ADD rootfs.tar /"));
    QCOMPARE(image->layers[1].createdBy, QStringLiteral("RUN touch /x"));
    QCOMPARE(image->history.size(), size_t(3));
    QCOMPARE(image->platform.toString(), QStringLiteral("linux/amd64"));
    QVERIFY(image->notes.empty());
    QVERIFY(image->layers[0].diffId.startsWith(QLatin1String("sha256:")));
    QVERIFY((*source)->openLayer(*image, 1).has_value());
}

void TestImageSource::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const QByteArray docker = sample().dockerArchive();
    QTest::newRow("text") << QByteArray("hello, this is no image at all\n") << QStringLiteral("not-an-image");
    QTest::newRow("empty file") << QByteArray() << QStringLiteral("not-an-image");
    QTest::newRow("tar of something else") << [] {
        TextImage other;
        other.layer(QStringLiteral("x"), QStringLiteral("f notes.txt 644 = hello"));
        return other.layerTar(0);
    }() << QStringLiteral("not-an-image");
    QTest::newRow("gzip cut") << packed(docker, Packing::Gzip).chopped(40) << QStringLiteral("truncated");
    QTest::newRow("archive cut before its manifest") << docker.left(900) << QStringLiteral("truncated");
}

void TestImageSource::refused()
{
    QFETCH(QByteArray, bytes);
    const QString file = path("refused.tar");
    QVERIFY(sample().writeFile(file, bytes));
    const auto source = openImageSource(file);
    QVERIFY(!source.has_value());
    QTEST(errorKindId(source.error().kind), "kind");
    QVERIFY(source.error().subject.contains(QLatin1String("refused.tar")));
    QCOMPARE(openImageSource(path("does-not-exist")).error().kind, ErrorKind::NotFound);
}

void TestImageSource::missingLayerIsNoted()
{
    Damage damage;
    damage.missingLayer = 1;
    QVERIFY(sample().damage(damage).writeOciLayout(path("missing")));
    const auto source = openImageSource(path("missing"));
    QVERIFY(source.has_value());
    const auto image = (*source)->image(0);
    QVERIFY(image.has_value());
    QCOMPARE(image->notes.size(), size_t(1));
    QCOMPARE(image->notes[0].id, QStringLiteral("layer-missing"));
    QCOMPARE(image->notes[0].layer, 1);
    QVERIFY(image->notes[0].incomplete);
    QVERIFY(!image->layers[1].available);
    QCOMPARE((*source)->openLayer(*image, 1).error().kind, ErrorKind::MissingPart);
}

void TestImageSource::changedConfigIsRefused()
{
    QVERIFY(sample().writeOciLayout(path("changed")));
    const auto before = openImageSource(path("changed"));
    const QString digest = (*before)->image(0)->configDigest;
    QFile blob(path("changed") + QStringLiteral("/blobs/sha256/") + digest.mid(7));
    QVERIFY(blob.open(QIODevice::ReadWrite));
    QByteArray bytes = blob.readAll();
    bytes.replace("RUN touch", "RUN xouch");
    blob.seek(0);
    blob.write(bytes);
    blob.close();
    const auto after = openImageSource(path("changed"));
    QVERIFY(after.has_value());
    QCOMPARE((*after)->image(0).error().kind, ErrorKind::DigestMismatch);
}

void TestImageSource::selecting()
{
    QVERIFY(sample().writeFile(path("select.tar"), sample().ociArchive()));
    const auto source = openImageSource(path("select.tar"));
    QCOMPARE(selectListing(**source, {}, QStringLiteral("linux/amd64")).value(), 0);
    QCOMPARE(selectListing(**source, {}, QStringLiteral("linux/arm64")).error().kind, ErrorKind::NotFound);
    QCOMPARE(selectListing(**source, QStringLiteral("nobody"), {}).error().kind, ErrorKind::NotFound);
}

void TestImageSource::json_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << QByteArray(R"({"a":1,"b":{"a":2},"c":[{"a":1},{"a":1}]})") << true;
    QTest::newRow("same key twice") << QByteArray(R"({"a":1,"b":2,"a":3})") << false;
    QTest::newRow("same key, escaped") << QByteArray(R"({"layers":1,"l\u0061yers":2})") << false;
    QTest::newRow("key as value") << QByteArray(R"({"a":"b","b":"a"})") << true;
    QTest::newRow("garbage") << QByteArray("{}x") << false;
    QTest::newRow("deep") << QByteArray(QByteArray(100, '[') + QByteArray(100, ']')) << false;
}

void TestImageSource::json()
{
    QFETCH(QByteArray, bytes);
    QTEST(parseStrictJson(bytes, QStringLiteral("test")).has_value(), "accepted");
}

QTEST_GUILESS_MAIN(TestImageSource)
#include "tst_imagesource.moc"
