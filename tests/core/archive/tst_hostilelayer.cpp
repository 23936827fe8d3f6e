// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "tests/support/packing.h"
#include "tests/support/rawblocks.h"

#include <QTest>

#include <cstring>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Entries as lines: kind, path, size, target.
class Lines final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &content) override
    {
        ++m_count;
        if (m_lines.size() < 12) {
            QByteArray line = QByteArray("fdlhcbpswo").mid(static_cast<int>(entry.kind), 1) + ' '
                + QByteArray::fromStdString(entry.path).left(60) + ' ' + QByteArray::number(entry.size);
            if (!entry.target.empty())
                line += " -> " + QByteArray::fromStdString(entry.target);
            m_lines.append(line);
        }
        m_last = entry;
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next())
            m_bytes += static_cast<qint64>(piece->size());
        return true;
    }
    QByteArrayList m_lines;
    Entry m_last;
    qint64 m_bytes = 0;
    qint64 m_count = 0;
};

/// Bytes that are made when they are read.
class MadeSource final : public ByteSource
{
public:
    MadeSource(qint64 size, std::function<void(qint64, std::span<char>)> fill) : m_size(size), m_fill(std::move(fill)) { }
    qint64 size() const override { return m_size; }
    QString name() const override { return QStringLiteral("made"); }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override
    {
        const qint64 length = qBound<qint64>(0, m_size - offset, static_cast<qint64>(into.size()));
        m_fill(offset, into.first(static_cast<size_t>(length)));
        return length;
    }

private:
    qint64 m_size;
    std::function<void(qint64, std::span<char>)> m_fill;
};

QByteArray link(const QByteArray &name, char type, const QByteArray &target)
{
    return RawHeader {.name = name, .type = type, .target = target}.bytes();
}

QByteArray special(const QByteArray &name, char type, const QByteArray &device = "0")
{
    return RawHeader {.name = name, .type = type, .device = device}.bytes();
}

QByteArray withPax(const QByteArray &records, const QByteArray &member)
{
    return rawExtended('x', records) + member;
}

QString idsOf(const LayerSummary &summary)
{
    QStringList ids;
    for (const LayerOddity &oddity : summary.oddities)
        ids.append(oddity.id + (oddity.incomplete ? QStringLiteral("!") : QString()));
    return ids.join(QLatin1Char(' '));
}

QByteArray numbered(qint64 number)
{
    return RawHeader {.name = "d" + QByteArray::number(number / 1000) + "/f" + QByteArray::number(number)}.bytes();
}

}  // namespace

/// The cases of hostile layers, each with what has to come of it. Numbers are those of the list of hostile input.
class TestHostileLayer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void millionFiles();
    void extremes();
    void bombs_data();
    void bombs();

private:
    void paths();
    void links();
    void headers();
    void numbers();
    void names();
    void whiteouts();
    void streams();
};

namespace {

/// `error` is an error kind id, empty for a layer that was read to its end. An oddity with "!" means that something is unread.
void row(const char *name, const QByteArray &stored, const char *error, const char *oddities, const char *entries)
{
    QTest::newRow(name) << stored << QString::fromLatin1(error) << QString::fromLatin1(oddities) << QByteArray(entries);
}

}  // namespace

void TestHostileLayer::cases_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("oddities");
    QTest::addColumn<QByteArray>("entries");
    paths();
    links();
    headers();
    numbers();
    names();
    whiteouts();
    streams();
}

void TestHostileLayer::paths()
{
    row("01 climbs out", rawFile("../../etc/passwd", "x") + endBlocks(), "", "rejected-path",
        "f (rejected path)/(up)/(up)/etc/passwd 1");
    row("01 climbs out from below", rawFile("a/../../b", "x") + endBlocks(), "", "rejected-path",
        "f (rejected path)/a/(up)/(up)/b 1");
    row("02 absolute", rawFile("/etc/passwd", "x") + endBlocks(), "", "absolute-path", "f etc/passwd 1");
    row("03 file below a link", link("d", '2', "/etc") + rawFile("d/x", "y") + endBlocks(), "", "file-as-folder",
        "l d 0 -> /etc\nf d/x 1");
    row("19 same path twice", rawFile("a", "1") + rawFile("a", "22") + endBlocks(), "", "duplicate-path", "f a 1\nf a 2");
    row("19 file, then folder", rawFile("a", "1") + special("a/", '5') + endBlocks(), "", "duplicate-path", "f a 1\nd a 0");
    row("19 file as folder", rawFile("a", "1") + rawFile("a/b/c", "2") + endBlocks(), "", "file-as-folder", "f a 1\nf a/b/c 1");
    row("20 odd forms", special("./", '5') + rawFile("a//b///c", "1") + rawFile("./x/./y") + endBlocks(), "", "",
        "d  0\nf a/b/c 1\nf x/y 0");
    row("20 only a dot", special(".", '5') + endBlocks(), "", "", "d  0");
}

void TestHostileLayer::links()
{
    row("04 hard link out", link("h", '1', "../../etc/shadow") + endBlocks(), "", "rejected-link unresolved-link", "h h 0");
    row("04 hard link to itself", link("h", '1', "h") + endBlocks(), "", "unresolved-link", "h h 0 -> h");
    row("04 hard link to nothing", link("h", '1', "gone") + endBlocks(), "", "unresolved-link", "h h 0 -> gone");
    row("04 hard links in a circle", link("a", '1', "b") + link("b", '1', "a") + endBlocks(), "", "unresolved-link",
        "h a 0 -> b\nh b 0 -> a");
    row("04 chain", rawFile("a", "1") + link("b", '1', "a") + link("c", '1', "b") + endBlocks(), "", "",
        "f a 1\nh b 0 -> a\nh c 0 -> b");
    row("05 hard link with content",
        rawFile("a", "1") + RawHeader {.name = "h", .type = '1', .size = "5", .target = "a"}.bytes() + paddedBlock("bytes")
            + rawFile("z", "2") + endBlocks(),
        "", "damaged-header!", "f a 1\nh h 0 -> a\nf z 1");
    row("06 devices and unknown types",
        special("c", '3', "1") + special("b", '4', "1") + special("p", '6') + special("seven", '7') + special("q", 'Q')
            + endBlocks(),
        "", "", "c c 0\nb b 0\np p 0\nf seven 0\nf q 0");
    row("07 links in a circle", link("a", '2', "b") + link("b", '2', "a") + link("abs", '2', "/../../x") + endBlocks(), "", "",
        "l a 0 -> b\nl b 0 -> a\nl abs 0 -> /../../x");
}

void TestHostileLayer::headers()
{
    row("08 pax header over 1 MiB", withPax(paxRecord("comment", QByteArray(2 << 20, 'c')), rawFile("a")) + endBlocks(),
        "malformed", "", "");
    row("08 pax header that claims 1 TiB",
        RawHeader {.name = "x", .type = 'x', .size = QByteArray("\x80\0\0\0\0\0\1\0\0\0\0\0", 12)}.bytes() + endBlocks(),
        "malformed", "", "");
    row("08 long name of 2 MiB", rawExtended('L', QByteArray(2 << 20, 'n')) + rawFile("a") + endBlocks(), "malformed", "", "");
    row("09 malformed pax record", withPax("7 nonsense\n", rawFile("a", "1")) + endBlocks(), "", "odd-header", "f a 1");
    row("09 two pax headers",
        rawExtended('x', paxRecord("path", "first")) + withPax(paxRecord("path", "second"), rawFile("a")) + endBlocks(), "",
        "repeated-header odd-header", "f second 0");
    row("10 pax size overrides",
        withPax(paxRecord("size", "512"), RawHeader {.name = "a", .size = "2000"}.bytes() + QByteArray(512, 'x')) + rawFile("b")
            + endBlocks(),
        "", "size-override", "f a 512\nf b 0");
    row("11 pax name and long name",
        rawExtended('x', paxRecord("path", "pax")) + rawExtended('L', QByteArray("gnu\0", 4)) + rawFile("a") + endBlocks(), "",
        "two-names", "f pax 0");
    row("12 global header with a path",
        rawExtended('g', paxRecord("path", "all") + paxRecord("size", "9")) + rawFile("a", "1") + rawFile("b") + endBlocks(), "",
        "global-header", "f a 1\nf b 0");
    QByteArray broken = rawFile("b", "2");
    broken[150] = static_cast<char>(broken[150] ^ 1);
    row("14 bad checksum in the middle", rawFile("a", "1") + broken + rawFile("c", "3") + endBlocks(), "", "damaged-header!",
        "f a 1\nf c 1");
    row("15 lone zero block", rawFile("a") + QByteArray(512, '\0') + rawFile("b") + endBlocks(), "", "trailing-data", "f a 0");
    row("15 behind the end", rawFile("a") + endBlocks() + rawFile("hidden", "x") + endBlocks(), "", "trailing-data", "f a 0");
    row("17 cut in a header", rawFile("a", "1") + rawFile("b").left(200), "", "damaged-header! unterminated-tar", "f a 1");
    row("17 cut in content", rawFile("a", "1") + rawFile("b", QByteArray(2000, 'b')).left(1000), "truncated", "",
        "f a 1\nf b 2000");
    row("18 pax header at the end", rawFile("a", "1") + rawExtended('x', paxRecord("path", "p")), "malformed", "", "f a 1");
    row("32 sparse map without end",
        withPax(paxRecord("GNU.sparse.major", "1") + paxRecord("GNU.sparse.minor", "0") + paxRecord("GNU.sparse.name", "s")
                    + paxRecord("GNU.sparse.realsize", "10"),
                RawHeader {.name = "s", .size = "4000000"}.bytes() + QByteArray(1 << 20, '9'))
            + endBlocks(),
        "malformed", "", "");
}

void TestHostileLayer::numbers()
{
    row("13 size that is no number", rawFile("first") + RawHeader {.name = "a", .size = "-1"}.bytes() + endBlocks(), "malformed",
        "", "f first 0");
    row("13 negative size in base 256", RawHeader {.name = "a", .size = QByteArray(12, '\xff')}.bytes() + endBlocks(),
        "malformed", "", "");
    row("13 pax size -1", withPax(paxRecord("size", "-1"), rawFile("a")) + endBlocks(), "malformed", "", "");
    row("28 time before 1970", withPax(paxRecord("mtime", "-5"), rawFile("a")) + endBlocks(), "", "", "f a 0");
    row("28 time beyond numbers", withPax(paxRecord("mtime", "1e30"), rawFile("a")) + endBlocks(), "", "", "f a 0");
    row("29 owner over 2^31", withPax(paxRecord("uid", "4294967295"), rawFile("a")) + endBlocks(), "", "", "f a 0");
    row("30 attribute of 900 kB",
        withPax(paxRecord("SCHILY.xattr.user.big", QByteArray(900'000, 'v')), rawFile("a")) + endBlocks(), "", "", "f a 0");
    const QByteArray map = paddedBlock("1\n0\n5\n");
    row("31 sparse file of 1 EiB",
        withPax(paxRecord("GNU.sparse.major", "1") + paxRecord("GNU.sparse.minor", "0") + paxRecord("GNU.sparse.name", "s")
                    + paxRecord("GNU.sparse.realsize", "1152921504606846976"),
                RawHeader {.name = "s", .size = QByteArray::number(map.size() + 5, 8)}.bytes() + map + paddedBlock("bytes"))
            + endBlocks(),
        "", "sparse-size", "f s 107374182400");
    row("34 file over 8 GiB that is not there",
        RawHeader {.name = "a", .size = QByteArray("\x80\0\0\0\0\0\0\4\0\0\0\0", 12)}.bytes(), "truncated", "",
        "f a 17179869184");
}

void TestHostileLayer::names()
{
    row("21 Latin-1", rawFile("caf\xe9") + endBlocks(), "", "", "f caf\xe9 0");
    row("22 zero byte in a pax path", withPax(paxRecord("path", QByteArray("a\0b", 3)), rawFile("x")) + endBlocks(), "",
        "zero-in-name", "f a 0");
    // Distinct files; that their names look alike is told by core/tree/lookalikes.h, over all layers.
    row("23 composed and decomposed", rawFile("caf\xc3\xa9") + rawFile("cafe\xcc\x81") + endBlocks(), "", "",
        "f caf\xc3\xa9 0\nf cafe\xcc\x81 0");
    row("23 case only", rawFile("d/README") + rawFile("d/Readme") + rawFile("e/readme") + endBlocks(), "", "",
        "f d/README 0\nf d/Readme 0\nf e/readme 0");
    row("24 escape sequence", rawFile("a\x1b[31m") + endBlocks(), "", "deceptive-name", "f a\x1b[31m 0");
    row("24 line break", rawFile("a\nb") + endBlocks(), "", "deceptive-name", "f a\nb 0");
    row("25 right-to-left override", rawFile("exe\xe2\x80\xaegpj") + endBlocks(), "", "deceptive-name", "f exe\xe2\x80\xaegpj 0");
    row("25 isolate", rawFile("a\xe2\x81\xa6z") + endBlocks(), "", "deceptive-name", "f a\xe2\x81\xa6z 0");
    const QByteArray deep = QByteArray("d/").repeated(16'000) + 'f';
    row("27 path of 32 kB, 16 000 deep", withPax(paxRecord("path", deep), rawFile("x", "1")) + endBlocks(), "", "",
        "f "
        "d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/"
        " 1");
    row("27 part of 255 bytes", withPax(paxRecord("path", QByteArray(255, 'n')), rawFile("x")) + endBlocks(), "", "",
        "f nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn 0");
}

void TestHostileLayer::whiteouts()
{
    row("45 whiteout of a whiteout", rawFile("a/.wh..wh.x") + rawFile(".wh..wh.plnk") + endBlocks(), "", "", "");
    row("45 bare whiteout", rawFile("a/.wh.") + endBlocks(), "", "empty-whiteout", "");
    row("45 whiteout with content", rawFile("a/.wh.b", "secret") + endBlocks(), "", "", "w a/b 0");
    row("45 opaque with content", rawFile("a/.wh..wh..opq", "secret") + endBlocks(), "", "", "o a 0");
    row("45 whiteout as a folder", special("a/.wh.b/", '5') + endBlocks(), "", "", "w a/b 0");
    row("45 whiteout and file in one layer", rawFile(".wh.a") + rawFile("a", "1") + endBlocks(), "", "", "w a 0\nf a 1");
    row("45 whiteout of nothing", rawFile(".wh.never") + endBlocks(), "", "", "w never 0");
    row("overlay: device 0:0", special("gone", '3') + endBlocks(), "", "overlay-whiteout", "w gone 0");
    row("overlay: opaque attribute",
        withPax(paxRecord("SCHILY.xattr.trusted.overlay.opaque", "y"), special("d/", '5')) + endBlocks(), "", "overlay-whiteout",
        "d d 0\no d 0");
}

void TestHostileLayer::streams()
{
    const QByteArray tar = rawFile("a", QByteArray(3000, 'a')) + endBlocks();
    const QByteArray gzip = packed(tar, Packing::Gzip);
    row("37 zstd window over 128 MiB", QByteArray("\x28\xb5\x2f\xfd\x00\x90\x01\x00\x00", 9), "not-supported", "", "");
    row("38 zstd with a dictionary", QByteArray("\x28\xb5\x2f\xfd\x01\x58\x05\x01\x00\x00", 10), "not-supported", "", "");
    row("38 skippable frames around",
        QByteArray("\x50\x2a\x4d\x18\x04\0\0\0abcd", 12) + packed(tar, Packing::Zstd)
            + QByteArray("\x5f\x2a\x4d\x18\x01\0\0\0z", 9),
        "", "", "f a 3000");
    row("39 ten thousand empty members", packed({}, Packing::Gzip).repeated(10'000) + gzip, "", "", "f a 3000");
    row("41 zeros behind the last member", gzip + QByteArray(1000, '\0'), "", "", "f a 3000");
    row("41 garbage behind the last member", gzip + "garbage", "", "undecoded-data", "f a 3000");
    for (const auto &[name, at] :
         {std::pair("42 wrong checksum", gzip.size() - 7), std::pair("42 wrong length", gzip.size() - 3)}) {
        QByteArray flipped = gzip;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        row(name, flipped, "malformed", "", "");
    }
    row("43 cut in the trailer", gzip.chopped(4), "truncated", "", "f a 3000");
    row("44 gzip inside gzip", packed(gzip, Packing::Gzip), "not-an-image", "", "");
    row("44 a zip", QByteArray("PK\3\4") + QByteArray(2000, 'z'), "not-an-image", "", "");
    row("44 a program",
        QByteArray("\x7f"
                   "ELF")
            + QByteArray(2000, '\1'),
        "not-an-image", "", "");
}

void TestHostileLayer::cases()
{
    QFETCH(QByteArray, stored);
    QFETCH(QString, error);
    Lines lines;
    const auto source = memorySource(stored, QStringLiteral("layer"));
    const LayerSummary summary = readLayer(*source, lines, {}, {}, nullptr);
    QTEST(lines.m_lines.join('\n'), "entries");
    QTEST(idsOf(summary), "oddities");
    QCOMPARE(summary.complete ? QString() : errorKindId(summary.error.kind), error);
}

/// 33: one million files of nothing, made while they are read.
void TestHostileLayer::millionFiles()
{
    constexpr qint64 count = 1'000'000;
    const MadeSource source(count * 512 + 1024, [](qint64 offset, std::span<char> into) {
        for (size_t done = 0; done < into.size();) {
            const qint64 at = offset + static_cast<qint64>(done);
            const QByteArray block = at / 512 < count ? numbered(at / 512) : QByteArray(512, '\0');
            const auto length = std::min(into.size() - done, static_cast<size_t>(512 - at % 512));
            std::memcpy(into.data() + done, block.constData() + at % 512, length);
            done += length;
        }
    });
    Lines lines;
    LayerSummary summary = readLayer(source, lines, {}, {}, nullptr);
    QVERIFY(summary.complete);
    QCOMPARE(lines.m_count, count);
    QCOMPARE(idsOf(summary), QString());
    Lines few;
    LayerLimits limits;
    limits.entries = 1000;
    summary = readLayer(source, few, limits, {}, nullptr);
    QCOMPARE(summary.error.kind, ErrorKind::LimitExceeded);
    QCOMPARE(few.m_count, qint64(1000));
}

void TestHostileLayer::extremes()
{
    Lines lines;
    const QByteArray tar
        = withPax(paxRecord("mtime", "4611686018427387904") + paxRecord("uid", "4294967295"), rawFile("a")) + endBlocks();
    const auto source = memorySource(tar, QStringLiteral("layer"));
    QVERIFY(readLayer(*source, lines, {}, {}, nullptr).complete);
    QCOMPARE(lines.m_last.mtime, qint64(4611686018427387904));
    QCOMPARE(lines.m_last.uid, quint64(4294967295));
}

void TestHostileLayer::bombs_data()
{
    QTest::addColumn<int>("packing");
    QTest::newRow("35 gzip") << static_cast<int>(Packing::Gzip);
    QTest::newRow("36 zstd") << static_cast<int>(Packing::Zstd);
}

/// A file of 128 MiB of zeros behind a ceiling of 16 MiB: partial, with the place, and no more unpacked than the ceiling.
void TestHostileLayer::bombs()
{
    QFETCH(int, packing);
    const QByteArray tar = RawHeader {.name = "zeros", .size = "1000000000"}.bytes() + QByteArray(128 << 20, '\0') + endBlocks();
    const QByteArray stored = packed(tar, static_cast<Packing>(packing));
    QVERIFY(stored.size() < (1 << 20));
    const auto source = memorySource(stored, QStringLiteral("bomb"));
    Lines lines;
    LayerLimits limits;
    limits.unpackedBytes = 16 << 20;
    const LayerSummary summary = readLayer(*source, lines, limits, {}, nullptr);
    QCOMPARE(summary.error.kind, ErrorKind::LimitExceeded);
    QVERIFY(summary.error.offset > 0);
    QVERIFY(summary.unpackedBytes <= limits.unpackedBytes + (1 << 20));
    QVERIFY(lines.m_bytes <= limits.unpackedBytes);
}

QTEST_GUILESS_MAIN(TestHostileLayer)
#include "tst_hostilelayer.moc"
