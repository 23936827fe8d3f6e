// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/baseimage.h"

#include <QTest>

using namespace waybill;

namespace {

QString digest(char c)
{
    return QStringLiteral("sha256:") + QString(64, QLatin1Char(c));
}

/// Debian as base with a start command, then two layers of a build with one of their own.
Image builtImage()
{
    Image image;
    image.manifestDigest = digest('f');
    image.configDigest = digest('e');
    for (const char c : {'1', '2', '3'}) {
        LayerInfo layer;
        layer.digest = digest(c);
        layer.diffId = digest(static_cast<char>(c - '1' + 'a'));
        image.layers.push_back(layer);
    }
    const auto history = [&image](const char *createdBy, bool empty) {
        image.history.push_back({QString::fromLatin1(createdBy), {}, {}, {}, empty});
    };
    history("/bin/sh -c #(nop) ADD file:abc in / ", false);
    history("/bin/sh -c #(nop)  CMD [\"bash\"]", true);
    history("RUN /bin/sh -c apt-get install curl # buildkit", false);
    history("ENV A=b", true);
    history("COPY app /app # buildkit", false);
    history("CMD [\"/app\"]", true);
    image.layers.front().createdBy = image.history.front().createdBy;
    return image;
}

}  // namespace

class TestBaseImage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byHistory();
    void givenDigestWins_data();
    void givenDigestWins();
    void byLabel();
    void onlyTheFirstLayer();
    void nothingTells();
    void historyThatDoesNotFit();
    void listOfBases();
    void badLists_data();
    void badLists();
};

void TestBaseImage::byHistory()
{
    const BaseImage base = baseImageOf(builtImage(), {});
    QCOMPARE(base.layers, 1);
    QCOMPARE(base.evidence, BaseEvidence::History);
    QCOMPARE(base.detail, QStringLiteral("/bin/sh -c #(nop)  CMD [\"bash\"]"));
    QVERIFY(base.isBase(0));
    QVERIFY(!base.isBase(1));
}

void TestBaseImage::givenDigestWins_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("layers");
    QTest::newRow("layer digest") << digest('2') << 2;
    QTest::newRow("diff ID") << digest('b') << 2;
    QTest::newRow("this very image") << digest('f') << 3;
    QTest::newRow("its id") << digest('e') << 3;
}

void TestBaseImage::givenDigestWins()
{
    QFETCH(QString, given);
    QFETCH(int, layers);
    const BaseImage base = baseImageOf(builtImage(), {{digest('9'), QStringLiteral("other")}, {given, QStringLiteral("ours")}});
    QCOMPARE(base.layers, layers);
    QCOMPARE(base.evidence, BaseEvidence::Given);
    QCOMPARE(base.detail, given);
    QCOMPARE(base.name, QStringLiteral("ours"));
    // A digest that is not in the image changes nothing.
    QCOMPARE(baseImageOf(builtImage(), {{digest('9'), {}}}).evidence, BaseEvidence::History);
}

void TestBaseImage::byLabel()
{
    Image image = builtImage();
    image.labels.insert(QStringLiteral("io.buildpacks.lifecycle.metadata"),
                        QStringLiteral("{\"runImage\":{\"topLayer\":\"%1\",\"reference\":\"run@x\"}}").arg(digest('b')));
    image.labels.insert(QStringLiteral("org.opencontainers.image.base.digest"), digest('7'));
    const BaseImage base = baseImageOf(image, {});
    QCOMPARE(base.layers, 2);
    QCOMPARE(base.evidence, BaseEvidence::Label);
    QCOMPARE(base.name, QStringLiteral("run@x"));
    QCOMPARE(base.digest, digest('7'));
    image.labels.insert(QStringLiteral("io.buildpacks.lifecycle.metadata"), QStringLiteral("{\"runImage\":7"));
    QCOMPARE(baseImageOf(image, {}).evidence, BaseEvidence::History);
}

void TestBaseImage::onlyTheFirstLayer()
{
    Image image = builtImage();
    image.history.clear();
    const BaseImage base = baseImageOf(image, {});
    QCOMPARE(base.layers, 1);
    QCOMPARE(base.evidence, BaseEvidence::FirstLayer);
}

void TestBaseImage::nothingTells()
{
    Image image = builtImage();
    image.history.clear();
    image.layers.front().createdBy.clear();
    image.labels.insert(QStringLiteral("org.opencontainers.image.base.name"), QStringLiteral("docker.io/library/debian:12"));
    const BaseImage base = baseImageOf(image, {});
    QCOMPARE(base.layers, 0);
    QCOMPARE(base.evidence, BaseEvidence::None);
    QCOMPARE(base.name, QStringLiteral("docker.io/library/debian:12"));
    QCOMPARE(baseImageOf(Image(), {}).layers, 0);
}

/// A history with more or fewer layers than the image proves nothing about where one ends.
void TestBaseImage::historyThatDoesNotFit()
{
    Image image = builtImage();
    image.history.push_back({QStringLiteral("COPY more /"), {}, {}, {}, false});
    QCOMPARE(baseImageOf(image, {}).evidence, BaseEvidence::FirstLayer);
}

void TestBaseImage::listOfBases()
{
    const QByteArray text = "# ours\n\n" + digest('a').toUtf8() + "  Debian 12  slim # checked\n" + digest('b').toUtf8() + '\n';
    const auto bases = parseKnownBases(text);
    QVERIFY(bases);
    QCOMPARE(bases->size(), size_t(2));
    QCOMPARE(bases->at(0).digest, digest('a'));
    QCOMPARE(bases->at(0).name, QStringLiteral("Debian 12 slim"));
    QCOMPARE(bases->at(1).name, QString());
}

void TestBaseImage::badLists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no digest") << QByteArray("\ndebian:12\n");
    QTest::newRow("short") << QByteArray("\nsha256:abc debian\n");
    QTest::newRow("capitals") << QByteArray("\n") + digest('A').toUtf8();
}

void TestBaseImage::badLists()
{
    QFETCH(QByteArray, text);
    const auto bases = parseKnownBases(text);
    QVERIFY(!bases);
    QCOMPARE(bases.error().kind, ErrorKind::Malformed);
    QCOMPARE(bases.error().line, 2);
}

QTEST_APPLESS_MAIN(TestBaseImage)
#include "tst_baseimage.moc"
