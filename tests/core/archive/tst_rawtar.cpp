// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/gzipwriter.h"
#include "core/archive/rawtar.h"
#include "core/archive/rawtarheader.h"
#include "tests/support/tarwriter.h"

#include <QTest>

#include <zlib.h>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Pieces of a size that divides no block, so that every seam is crossed.
PieceSource piecesOf(const QByteArray &bytes, qsizetype step = 333)
{
    auto at = std::make_shared<qsizetype>(0);
    return [bytes, step, at]() -> Result<std::span<const char>> {
        const qsizetype size = std::min(step, bytes.size() - *at);
        const std::span<const char> piece(bytes.constData() + *at, static_cast<size_t>(size));
        *at += size;
        return piece;
    };
}

class Editor : public RawTarEditor
{
public:
    RawAction decide(const RawMember &member) override
    {
        const QString path = QString::fromStdString(member.entry.path);
        seen.append(path + QLatin1Char(' ') + QString::number(static_cast<int>(member.entry.kind)));
        if (drop.contains(path))
            return RawAction::Drop;
        return change.contains(path) ? RawAction::Edit : RawAction::Keep;
    }
    QByteArray edit(const RawMember &, const QByteArray &content) override { return content + " and more"; }
    QStringList seen, drop, change;
};

Result<QByteArray> copied(const QByteArray &tar, Editor &editor)
{
    QByteArray out;
    const PieceSink sink = [&out](std::span<const char> piece) -> Result<void> {
        out.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return {};
    };
    auto done = copyTar(piecesOf(tar), sink, editor, QStringLiteral("test"));
    if (!done)
        return fail(done.error());
    return out;
}

QByteArray member(const QByteArray &path, char type, const QByteArray &bytes = {}, const char *target = "")
{
    TarWriter writer;
    writer.add({path, type, target, bytes, 04755, 1000, 2000, 1, 3});
    const QByteArray whole = writer.finish();
    return whole.left(whole.size() - 1024);
}

/// A member with a pax header of its own choice in front.
QByteArray withPax(const std::string &records, const QByteArray &rest)
{
    QByteArray header = member("PaxHeader", 'x', QByteArray::fromStdString(records));
    return header + rest;
}

QByteArray sample()
{
    QByteArray tar = member("usr/", '5') + member("usr/bin/tool", '0', QByteArray(1000, 'x'))
        + member("usr/bin/link", '2', {}, "tool") + member("usr/bin/hard", '1', {}, "usr/bin/tool") + member("dev/null", '3')
        + member("usr/.wh.old", '0') + member("opt/.wh..wh..opq", '0');
    tar += withPax("30 mtime=1700000000.123456789\n35 SCHILY.xattr.security.selinux=a\n", member("pax", '0', "pax content"));
    tar += member(QByteArray(QByteArray("deep/").repeated(60) + "file"), '0', "long name");
    return tar + QByteArray(1024, '\0');
}

}  // namespace

class TestRawTar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryByte();
    void namesMembersAsTheReaderDoes();
    void dropsHeadersAndContent();
    void editsContentAndSize();
    void refusesDamage_data();
    void refusesDamage();
    void lastPaddingMayBeMissing();
    void ownRecordsCanBeRead();
    void paxRecordsRoundTrip();
    void gzipDependsOnInputOnly();
};

void TestRawTar::keepsEveryByte()
{
    Editor editor;
    const auto out = copied(sample(), editor);
    QVERIFY2(out.has_value(), out ? "" : qPrintable(out.error().cause));
    QCOMPARE(*out, sample());
}

void TestRawTar::namesMembersAsTheReaderDoes()
{
    Editor editor;
    QVERIFY(copied(sample(), editor).has_value());
    QStringList expected;
    const auto expect = [&expected](const QString &path, EntryKind kind) {
        expected.append(path + QLatin1Char(' ') + QString::number(static_cast<int>(kind)));
    };
    expect(QStringLiteral("usr"), EntryKind::Folder);
    expect(QStringLiteral("usr/bin/tool"), EntryKind::File);
    expect(QStringLiteral("usr/bin/link"), EntryKind::Symlink);
    expect(QStringLiteral("usr/bin/hard"), EntryKind::Hardlink);
    expect(QStringLiteral("dev/null"), EntryKind::CharDevice);
    expect(QStringLiteral("usr/old"), EntryKind::Whiteout);
    expect(QStringLiteral("opt"), EntryKind::Opaque);
    expect(QStringLiteral("pax"), EntryKind::File);
    expect(QStringLiteral("deep/").repeated(60) + QStringLiteral("file"), EntryKind::File);
    QCOMPARE(editor.seen, expected);
}

void TestRawTar::dropsHeadersAndContent()
{
    Editor editor;
    editor.drop = {QStringLiteral("usr/bin/tool"), QStringLiteral("usr/bin/hard"), QStringLiteral("pax"),
                   QStringLiteral("deep/").repeated(60) + QStringLiteral("file")};
    const auto out = copied(sample(), editor);
    QVERIFY(out.has_value());
    const QByteArray expected = member("usr/", '5') + member("usr/bin/link", '2', {}, "tool") + member("dev/null", '3')
        + member("usr/.wh.old", '0') + member("opt/.wh..wh..opq", '0') + QByteArray(1024, '\0');
    QCOMPARE(*out, expected);
}

void TestRawTar::editsContentAndSize()
{
    Editor editor;
    editor.change = {QStringLiteral("a"), QStringLiteral("b")};
    const auto out = copied(member("a", '0', "content") + withPax("10 size=7\n11 mtime=7\n", member("b", '0', "content"))
                                + QByteArray(1024, '\0'),
                            editor);
    QVERIFY(out.has_value());
    QCOMPARE(*out,
             member("a", '0', "content and more") + withPax("11 size=16\n11 mtime=7\n", member("b", '0', "content and more"))
                 + QByteArray(1024, '\0'));
}

void TestRawTar::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("tar");
    QTest::addColumn<int>("kind");
    QByteArray sum = sample();
    sum[10] = '#';
    QTest::newRow("checksum") << sum << static_cast<int>(ErrorKind::Malformed);
    QTest::newRow("content ends early") << member("a", '0', QByteArray(2000, 'x')).left(1200)
                                        << static_cast<int>(ErrorKind::Truncated);
    QTest::newRow("block ends early") << member("a", '0').left(300) << static_cast<int>(ErrorKind::Truncated);
    QTest::newRow("extended header alone") << QByteArray(withPax("11 mtime=7\n", {}) + QByteArray(1024, '\0'))
                                           << static_cast<int>(ErrorKind::Malformed);
    QTest::newRow("extended header of a gigabyte") << [] {
        QByteArray header = member("PaxHeader", 'x', "11 mtime=7\n");
        TarBlock block;
        std::copy_n(header.constData(), block.size(), block.begin());
        tarheader::putSize(block, 1 << 30);
        tarheader::putSum(block);
        return QByteArray(block.data(), static_cast<qsizetype>(block.size()));
    }() << static_cast<int>(ErrorKind::LimitExceeded);
}

void TestRawTar::refusesDamage()
{
    QFETCH(QByteArray, tar);
    QFETCH(int, kind);
    Editor editor;
    const auto out = copied(tar, editor);
    QVERIFY(!out.has_value());
    QCOMPARE(static_cast<int>(out.error().kind), kind);
}

void TestRawTar::lastPaddingMayBeMissing()
{
    Editor editor;
    const QByteArray whole = member("a", '0', "abc");
    const auto out = copied(whole.left(512 + 3), editor);
    QVERIFY2(out.has_value(), out ? "" : qPrintable(out.error().cause));
    QCOMPARE(*out, QByteArray(whole + QByteArray(1024, '\0')));
}

void TestRawTar::ownRecordsCanBeRead()
{
    Entry folder;
    folder.path = "usr/share";
    folder.kind = EntryKind::Folder;
    folder.mode = 0755;
    Entry file;
    file.path = std::string(150, 'n') + "/NOTICE";
    file.mode = 0644;
    const std::string text = "notice";
    QByteArray tar;
    for (const auto &record : {tarRecord(folder, {}), tarRecord(file, text)})
        tar.append(record.data(), static_cast<qsizetype>(record.size()));
    Editor editor;
    const auto out = copied(tar, editor);
    QVERIFY(out.has_value());
    QCOMPARE(*out, QByteArray(tar + QByteArray(1024, '\0')));
    QCOMPARE(editor.seen.size(), 2);
    QVERIFY(editor.seen[1].startsWith(QString::fromStdString(file.path)));
}

void TestRawTar::paxRecordsRoundTrip()
{
    // 98 and 99 characters are where the length gains a digit.
    for (size_t length : {1, 90, 91, 92, 93, 94, 95, 96, 97, 98, 990, 995, 1000}) {
        const PaxRecords records {{"k", std::string(length, 'v')}, {"path", "a=b\nc"}};
        QCOMPARE(readPax(writePax(records)), records);
    }
    QVERIFY(readPax("999 a=b\n").empty());
    QVERIFY(readPax("5 ab\n").empty());
}

void TestRawTar::gzipDependsOnInputOnly()
{
    QByteArray input;
    for (int i = 0; i < 120'000; ++i)
        input += QByteArray::number(i * 2654435761LL);
    QList<QByteArray> packed;
    for (const int jobs : {1, 2, 5}) {
        QByteArray out;
        const PieceSink sink = [&out](std::span<const char> piece) -> Result<void> {
            out.append(piece.data(), static_cast<qsizetype>(piece.size()));
            return {};
        };
        GzipWriter writer(sink, 6, jobs);
        for (qsizetype at = 0; at < input.size(); at += 70'001)
            QVERIFY(writer.add({input.constData() + at, static_cast<size_t>(std::min<qsizetype>(70'001, input.size() - at))})
                        .has_value());
        QVERIFY(writer.finish().has_value());
        packed.append(out);
    }
    QCOMPARE(packed[1], packed[0]);
    QCOMPARE(packed[2], packed[0]);
    QCOMPARE(packed[0].mid(4, 4), QByteArray(4, '\0'));  // no time

    QByteArray unpacked(input.size() + 10, '\0');
    z_stream stream {};
    QCOMPARE(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef *>(packed[0].data());
    stream.avail_in = static_cast<uInt>(packed[0].size());
    stream.next_out = reinterpret_cast<Bytef *>(unpacked.data());
    stream.avail_out = static_cast<uInt>(unpacked.size());
    QCOMPARE(inflate(&stream, Z_FINISH), Z_STREAM_END);
    QCOMPARE(stream.avail_in, 0U);
    unpacked.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    QCOMPARE(unpacked, input);
}

QTEST_GUILESS_MAIN(TestRawTar)
#include "tst_rawtar.moc"
