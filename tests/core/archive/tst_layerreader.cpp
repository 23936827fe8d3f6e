// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/archive/layerreader.h"
#include "core/archive/tarindex.h"
#include "tests/support/packing.h"
#include "tests/support/textimage.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Entries as lines, contents included.
class Listing final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &content) override
    {
        static const QByteArray letters("fdlhcbpswo");
        QByteArray line = letters.mid(static_cast<int>(entry.kind), 1) + ' ' + QByteArray::fromStdString(entry.path) + ' '
            + QByteArray::number(entry.mode, 8) + ' ' + QByteArray::number(entry.uid) + ':' + QByteArray::number(entry.gid) + ' '
            + QByteArray::number(entry.size);
        if (!entry.target.empty())
            line += " -> " + QByteArray::fromStdString(entry.target);
        for (;;) {
            const auto piece = content.next();
            if (!piece || piece->empty())
                break;
            total += static_cast<qint64>(piece->size());
            if (piece->size() < 40)
                line += " [" + QByteArray(piece->data(), static_cast<qsizetype>(piece->size())) + ']';
        }
        lines.append(line);
        return lines.size() < stopAfter;
    }
    QByteArrayList lines;
    qint64 total = 0;
    qsizetype stopAfter = 1'000'000;
};

const char *description = R"(
    d usr 755
    f usr/a 644 7:8 = hello
    l usr/link -> ../etc/x
    h usr/hard -> usr/a
    w usr/gone
    o usr/share
)";

QByteArray tarOf(const char *lines)
{
    TextImage image;
    image.layer(QStringLiteral("RUN x"), QString::fromUtf8(lines));
    return image.layerTar(0);
}

LayerSummary readBytes(const QByteArray &bytes, EntryVisitor &visitor, const LayerLimits &limits = {},
                       const CancelToken &cancel = {})
{
    const auto source = memorySource(bytes, QStringLiteral("layer"));
    return readLayer(*source, visitor, limits, cancel, nullptr);
}

QString idsOf(const LayerSummary &summary)
{
    QStringList ids;
    for (const LayerOddity &oddity : summary.oddities)
        ids.append(oddity.id);
    return ids.join(QLatin1Char(' '));
}

}  // namespace

class TestLayerReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packings_data();
    void packings();
    void damage_data();
    void damage();
    void limits();
    void cancel();
    void stoppedByVisitor();
    void pathForms_data();
    void pathForms();
    void tarIndexReadsInPlace();
    void digestGrammar();
};

void TestLayerReader::packings_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QString>("compression");
    const QByteArray tar = tarOf(description);
    QTest::newRow("plain") << tar << QStringLiteral("none");
    QTest::newRow("gzip") << packed(tar, Packing::Gzip) << QStringLiteral("gzip");
    QTest::newRow("zstd") << packed(tar, Packing::Zstd) << QStringLiteral("zstd");
    QTest::newRow("two gzip members") << QByteArray(packed(tar.left(700), Packing::Gzip) + packed(tar.mid(700), Packing::Gzip))
                                      << QStringLiteral("gzip");
    QTest::newRow("two zstd frames") << QByteArray(packed(tar.left(700), Packing::Zstd) + packed(tar.mid(700), Packing::Zstd))
                                     << QStringLiteral("zstd");
    QTest::newRow("zero padding behind gzip")
        << QByteArray(packed(tar, Packing::Gzip) + QByteArray(100, '\0')) << QStringLiteral("gzip");
}

void TestLayerReader::packings()
{
    QFETCH(QByteArray, stored);
    Listing listing;
    const LayerSummary summary = readBytes(stored, listing);
    const QByteArray tar = tarOf(description);
    QVERIFY2(summary.complete, qPrintable(summary.error.cause));
    QTEST(summary.compression, "compression");
    QCOMPARE(idsOf(summary), QString());
    QCOMPARE(summary.diffId, sha256Digest({tar.constData(), static_cast<size_t>(tar.size())}));
    QCOMPARE(summary.storedDigest, sha256Digest({stored.constData(), static_cast<size_t>(stored.size())}));
    QCOMPARE(summary.unpackedBytes, qint64(tar.size()));
    const QByteArrayList expected {
        "d usr 755 0:0 0",      "f usr/a 644 7:8 5 [hello]", "l usr/link 777 0:0 0 -> ../etc/x", "h usr/hard 644 0:0 0 -> usr/a",
        "w usr/gone 644 0:0 0", "o usr/share 644 0:0 0"};
    QByteArrayList found;
    for (const QByteArray &line : std::as_const(listing.lines)) {
        // Modes of links and whiteouts are the writer's taste.
        found.append(line);
    }
    QCOMPARE(found.size(), expected.size());
    QCOMPARE(found[1], expected[1]);
    QVERIFY(found[2].startsWith("l usr/link ") && found[2].endsWith("-> ../etc/x"));
    QVERIFY(found[3].startsWith("h usr/hard ") && found[3].endsWith("-> usr/a"));
    QVERIFY(found[4].startsWith("w usr/gone "));
    QVERIFY(found[5].startsWith("o usr/share "));
}

void TestLayerReader::damage_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("oddities");
    const QByteArray tar = tarOf("f a 644 = @3000\nf b 644 = @3000");
    const QByteArray gzip = packed(tar, Packing::Gzip);
    QByteArray flipped = gzip;
    flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 0x10);  // inside the CRC
    const auto row = [](const char *name, const QByteArray &bytes, bool complete, ErrorKind kind, const char *oddities) {
        QTest::newRow(name) << bytes << complete << static_cast<int>(kind) << QString::fromLatin1(oddities);
    };
    row("gzip cut in the body", gzip.left(gzip.size() / 2), false, ErrorKind::Truncated, "");
    row("gzip cut in the trailer", gzip.chopped(3), false, ErrorKind::Truncated, "");
    row("gzip wrong checksum", flipped, false, ErrorKind::Malformed, "");
    row("zstd cut", packed(tar, Packing::Zstd).chopped(5), false, ErrorKind::Truncated, "");
    row("tar cut in content", tar.left(512 + 2000), false, ErrorKind::Truncated, "");
    row("tar without end blocks", tar.left(2 * (512 + 3072)), true, ErrorKind::Io, "unterminated-tar");
    row("tar without last padding", tar.left(2 * 512 + 3072 + 3000), true, ErrorKind::Io, "unterminated-tar");
    row("data behind the end", tar + QByteArray(512, 'x'), true, ErrorKind::Io, "unterminated-tar trailing-data");
    row("garbage behind gzip", gzip + "garbage", true, ErrorKind::Io, "undecoded-data");
    row("not a tar", QByteArray(4000, 'q'), false, ErrorKind::NotAnImage, "");
    row("bzip2 of garbage", QByteArray("BZh91AY&SY") + QByteArray(100, 'x'), false, ErrorKind::Malformed, "");
    row("empty", QByteArray(), true, ErrorKind::Io, "");
}

void TestLayerReader::damage()
{
    QFETCH(QByteArray, stored);
    QFETCH(bool, complete);
    QFETCH(int, kind);
    Listing listing;
    const LayerSummary summary = readBytes(stored, listing);
    QCOMPARE(summary.complete, complete);
    QTEST(idsOf(summary), "oddities");
    if (!complete)
        QCOMPARE(errorKindId(summary.error.kind), errorKindId(static_cast<ErrorKind>(kind)));
}

void TestLayerReader::limits()
{
    Listing listing;
    const QByteArray tar = tarOf("f a 644 = x\nf b 644 = x\nf c 644 = x");
    LayerLimits few;
    few.entries = 2;
    LayerSummary summary = readBytes(tar, listing, few);
    QVERIFY(!summary.complete);
    QCOMPARE(summary.error.kind, ErrorKind::LimitExceeded);
    QCOMPARE(listing.lines.size(), 2);
    LayerLimits small;
    small.unpackedBytes = 1000;
    summary = readBytes(tar, listing, small);
    QCOMPARE(summary.error.kind, ErrorKind::LimitExceeded);
}

void TestLayerReader::cancel()
{
    Listing listing;
    const CancelToken token;
    token.cancel();
    const LayerSummary summary = readBytes(tarOf("f a 644 = x"), listing, {}, token);
    QVERIFY(summary.cancelled);
    QVERIFY(!summary.complete);
    QCOMPARE(listing.lines.size(), 0);
}

void TestLayerReader::stoppedByVisitor()
{
    Listing listing;
    listing.stopAfter = 1;
    const LayerSummary summary = readBytes(tarOf("f a 644 = x\nf b 644 = y"), listing);
    QVERIFY(summary.cancelled);
    QCOMPARE(listing.lines.size(), 1);
}

void TestLayerReader::pathForms_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << QByteArray("a/b") << QByteArray("a/b") << true;
    QTest::newRow("dot slash") << QByteArray("./a//b/./c/") << QByteArray("a/b/c") << true;
    QTest::newRow("absolute") << QByteArray("/etc/passwd") << QByteArray("etc/passwd") << true;
    QTest::newRow("root") << QByteArray("./") << QByteArray("") << true;
    QTest::newRow("climbs") << QByteArray("a/../../b") << QByteArray() << false;
    QTest::newRow("only dots") << QByteArray("..") << QByteArray() << false;
    QTest::newRow("dots in a name") << QByteArray("a/..b") << QByteArray("a/..b") << true;
    QTest::newRow("leading space kept") << QByteArray(" a") << QByteArray(" a") << true;
}

void TestLayerReader::pathForms()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, path);
    QFETCH(bool, accepted);
    const auto normalised = normalisePath(stored.toStdString());
    QCOMPARE(normalised.has_value(), accepted);
    if (accepted)
        QCOMPARE(QByteArray::fromStdString(*normalised), path);
}

void TestLayerReader::tarIndexReadsInPlace()
{
    const QByteArray tar = tarOf("f x/one 644 = first\nf y/two 644 = second\nl z/layer.tar -> ../x/one");
    const auto index = TarIndex::build(memorySource(tar, QStringLiteral("outer")));
    QVERIFY(index.has_value());
    const auto two = index->open("y/two");
    QVERIFY(two.has_value());
    QCOMPARE(readAll(**two, 100).value(), QByteArray("second"));
    QCOMPARE(readAll(**index->open("z/layer.tar"), 100).value(), QByteArray("first"));
    QCOMPARE(index->open("nothing").error().kind, ErrorKind::MissingPart);
    QVERIFY(!index->truncated());
    const auto cut = TarIndex::build(memorySource(tar.left(512 + 3), QStringLiteral("outer")));
    QVERIFY(cut.has_value());
    QVERIFY(cut->truncated());
}

void TestLayerReader::digestGrammar()
{
    QVERIFY(isValidDigest(QStringLiteral("sha256:") + QString(64, QLatin1Char('a'))));
    QVERIFY(!isValidDigest(QStringLiteral("sha256:") + QString(64, QLatin1Char('A'))));
    QVERIFY(!isValidDigest(QStringLiteral("sha256:../../etc/passwd")));
    QVERIFY(!isValidDigest(QStringLiteral("md5:") + QString(64, QLatin1Char('a'))));
    QVERIFY(!isValidDigest(QString(64, QLatin1Char('a'))));
}

QTEST_GUILESS_MAIN(TestLayerReader)
#include "tst_layerreader.moc"
