// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerfiles.h"
#include "tests/support/packing.h"
#include "tests/support/tarwriter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace waybill;
using waybill::test::packed;
using waybill::test::Packing;
using waybill::test::TarWriter;

namespace {

constexpr qsizetype bigSize = 24 << 20;

/// Compresses, and differs everywhere.
const QByteArray &bigContent()
{
    static const QByteArray content = [] {
        QRandomGenerator random(7);
        QByteArray bytes;
        bytes.reserve(bigSize);
        while (bytes.size() < bigSize)
            bytes += QByteArray::number(random.generate(), 16) + " and some words that repeat\n";
        bytes.truncate(bigSize);
        return bytes;
    }();
    return content;
}

QByteArray tar()
{
    TarWriter writer;
    writer.add({.path = "etc/first", .bytes = "one"});
    writer.add({.path = "twice", .bytes = "old"});
    writer.add({.path = "big", .bytes = bigContent()});
    writer.add({.path = "hard", .type = '1', .target = "big"});
    writer.add({.path = "circle", .type = '1', .target = "circle"});
    writer.add({.path = "soft", .type = '2', .target = "big"});
    writer.add({.path = "folder/", .type = '5'});
    writer.add({.path = "twice", .bytes = "the new one"});
    writer.add({.path = "empty"});
    writer.add({.path = "last", .bytes = "end"});
    return writer.finish();
}

/// Pieces of about 3 MB, each a member or frame of its own.
QByteArray packedInPieces(const QByteArray &bytes, Packing packing)
{
    QByteArray stored;
    for (qsizetype at = 0; at < bytes.size(); at += 3 << 20)
        stored += packed(bytes.mid(at, 3 << 20), packing);
    return stored;
}

std::shared_ptr<const ByteSource> source(const QByteArray &bytes)
{
    return memorySource(bytes, QStringLiteral("layer"));
}

}  // namespace

class TestLayerFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_tar = tar(); }
    void packings_data();
    void packings();
    void secondLookIsCheap_data();
    void secondLookIsCheap();
    void memoryIsBounded();
    void goesBackWithoutRestartPoints();
    void lastOfTwoCounts();
    void firstMatchStopsEarly();
    void refusals();
    void cancelledAndAskedAgain();
    void sparse_data();
    void sparse();
    void cutLayer();

private:
    QByteArray m_tar;
};

void TestLayerFiles::packings_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("plain") << m_tar;
    QTest::newRow("gzip, one member") << packed(m_tar, Packing::Gzip);
    QTest::newRow("gzip, many members") << packedInPieces(m_tar, Packing::Gzip);
    QTest::newRow("zstd, one frame") << packed(m_tar, Packing::Zstd);
    QTest::newRow("zstd, many frames") << packedInPieces(m_tar, Packing::Zstd);
}

void TestLayerFiles::packings()
{
    QFETCH(QByteArray, stored);
    LayerFiles files(source(stored));
    QRandomGenerator random(3);
    for (int i = 0; i < 40; ++i) {
        const qint64 offset = random.bounded(static_cast<qint32>(bigSize));
        const qint64 length = random.bounded(100'000) + 1;
        const auto bytes = files.read(i % 2 == 0 ? "big" : "hard", offset, length);
        QVERIFY2(bytes.has_value(), bytes ? "" : qPrintable(bytes.error().cause));
        QCOMPARE(*bytes, bigContent().mid(offset, length));
    }
    QCOMPARE(files.read("etc/first", 0, 100).value(), QByteArray("one"));
    QCOMPARE(files.read("last", 1, 100).value(), QByteArray("nd"));
    QCOMPARE(files.read("empty", 0, 100).value(), QByteArray());
    QCOMPARE(files.read("big", bigSize, 100).value(), QByteArray());
    QCOMPARE(files.find("hard").value().size, qint64(bigSize));
    QCOMPARE(files.find("hard").value().path, std::string("big"));
    QCOMPARE(files.stream().knownSize(), qint64(m_tar.size()));
}

void TestLayerFiles::secondLookIsCheap_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("gzip, one member") << packed(m_tar, Packing::Gzip);
    QTest::newRow("zstd, many frames") << packedInPieces(m_tar, Packing::Zstd);
}

/// Counted in bytes, not in seconds: going back to the end unpacks no more than one distance between restart points.
void TestLayerFiles::secondLookIsCheap()
{
    QFETCH(QByteArray, stored);
    LayerFiles files(source(stored));
    QCOMPARE(files.read("big", bigSize - 1000, 1000).value(), bigContent().right(1000));
    const qint64 first = files.stream().unpackedSoFar();
    QCOMPARE(files.read("etc/first", 0, 10).value(), QByteArray("one"));
    QCOMPARE(files.read("big", bigSize - 1000, 1000).value(), bigContent().right(1000));
    QVERIFY(first >= m_tar.size());
    const qint64 second = files.stream().unpackedSoFar() - first;
    QVERIFY2(second <= (16 << 20), qPrintable(QString::number(second)));
    QVERIFY(files.stream().checkpointCount() >= 4);
}

void TestLayerFiles::memoryIsBounded()
{
    // 2 GiB of zeros are 2 MB of gzip: as many members as it takes.
    const QByteArray member = packed(QByteArray(64 << 20, '\0'), Packing::Gzip);
    QByteArray stored;
    for (int i = 0; i < 32; ++i)
        stored += member;
    SeekableStream stream(source(stored));
    char byte = 'x';
    QCOMPARE(stream.readAt((2LL << 30) - 1, {&byte, 1}).value(), qint64(1));
    QCOMPARE(byte, '\0');
    QVERIFY(stream.checkpointCount() <= SeekableStream::checkpointLimit);
    QVERIFY(stream.checkpointCount() >= SeekableStream::checkpointLimit / 2);
    const qint64 before = stream.unpackedSoFar();
    QCOMPARE(stream.readAt(1LL << 30, {&byte, 1}).value(), qint64(1));
    QVERIFY(stream.unpackedSoFar() - before <= (32 << 20));
}

void TestLayerFiles::goesBackWithoutRestartPoints()
{
    constexpr qint64 size = SeekableStream::spillFrom + (8 << 20);
    const QByteArray plain = QByteArray(bigContent() + bigContent()).left(size);
    SeekableStream stream(source(packed(plain, Packing::Zstd)));  // one frame
    const auto bytesAt = [&](qint64 offset, qint64 length) {
        QByteArray bytes(length, 0);
        const auto got = stream.readAt(offset, {bytes.data(), static_cast<size_t>(length)});
        return got ? bytes.left(*got) : QByteArray();
    };
    QCOMPARE(bytesAt(size - 4096, 8192), plain.right(4096));
    QVERIFY(stream.checkpointCount() <= 1);  // behind the only frame
    const qint64 first = stream.unpackedSoFar();
    QCOMPARE(first, size);
    // What lies far from the start was kept; what lies near to it costs little to unpack once more.
    QCOMPARE(bytesAt(SeekableStream::spillFrom + (1 << 20), 5000), plain.mid(SeekableStream::spillFrom + (1 << 20), 5000));
    QCOMPARE(stream.unpackedSoFar(), first);
    QCOMPARE(bytesAt(4096, 10), plain.mid(4096, 10));
    QVERIFY(stream.unpackedSoFar() - first <= SeekableStream::spillFrom);
    // Across the border of both.
    const qint64 border = SeekableStream::spillFrom - 70'000;
    QCOMPARE(bytesAt(border, 140'000), plain.mid(border, 140'000));
    QCOMPARE(bytesAt(size - 10, 100), plain.right(10));
}

void TestLayerFiles::lastOfTwoCounts()
{
    LayerFiles files(source(packed(m_tar, Packing::Gzip)));
    QCOMPARE(files.read("twice", 0, 100).value(), QByteArray("the new one"));
}

void TestLayerFiles::firstMatchStopsEarly()
{
    LayerFiles files(source(packed(m_tar, Packing::Gzip)), LayerFiles::Duplicates::FirstMatch);
    QCOMPARE(files.read("etc/first", 0, 100).value(), QByteArray("one"));
    QCOMPARE(files.stream().knownSize(), qint64(-1));
    QCOMPARE(files.read("last", 0, 100).value(), QByteArray("end"));
    QCOMPARE(files.read("etc/first", 0, 100).value(), QByteArray("one"));
}

void TestLayerFiles::refusals()
{
    LayerFiles files(source(m_tar));
    QCOMPARE(files.find("nothing").error().kind, ErrorKind::NotFound);
    QCOMPARE(files.find("folder").error().kind, ErrorKind::NotFound);
    QCOMPARE(files.find("soft").error().kind, ErrorKind::NotFound);
    QCOMPARE(files.find("circle").error().kind, ErrorKind::Malformed);
    QCOMPARE(files.read("nothing", 0, 1).error().kind, ErrorKind::NotFound);
    QCOMPARE(files.read("last", -1, 1).value(), QByteArray());
    LayerFiles damaged(source(packed(m_tar, Packing::Gzip).left(100'000)));
    QCOMPARE(damaged.read("last", 0, 1).error().kind, ErrorKind::Truncated);
}

void TestLayerFiles::cancelledAndAskedAgain()
{
    LayerFiles files(source(packed(m_tar, Packing::Gzip)));
    const CancelToken token;
    token.cancel();
    QCOMPARE(files.read("last", 0, 10, token).error().cause, QStringLiteral("cancelled"));
    QCOMPARE(files.read("last", 0, 10).value(), QByteArray("end"));
    QCOMPARE(files.read("etc/first", 0, 10).value(), QByteArray("one"));
}

void TestLayerFiles::sparse_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"sparse-old", "sparse-0.1", "sparse-1.0"})
        QTest::newRow(name) << QFINDTESTDATA(QByteArray("../../fuzz/corpus/layer/").append(name).constData());
}

/// 1 MiB with four letters in the middle, written by GNU tar.
void TestLayerFiles::sparse()
{
    QFETCH(QString, file);
    const auto stored = openFile(file);
    QVERIFY(stored.has_value());
    LayerFiles files(*stored);
    QCOMPARE(files.find("s").value().size, qint64(1 << 20));
    QByteArray whole(1 << 20, '\0');
    whole.replace(500'000, 4, "data");
    QCOMPARE(files.read("s", 0, 2 << 20).value(), whole);
    QCOMPARE(files.read("s", 499'998, 4).value(), QByteArray("\0\0da", 4));
}

void TestLayerFiles::cutLayer()
{
    TarWriter writer;
    writer.add({.path = "a", .bytes = QByteArray(5000, 'a')});
    LayerFiles files(source(writer.finish().left(3000)));
    const auto bytes = files.read("a", 0, 5000);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().kind, ErrorKind::Truncated);
}

QTEST_GUILESS_MAIN(TestLayerFiles)
#include "tst_layerfiles.moc"
