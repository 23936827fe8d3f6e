// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/elfreader.h"
#include "tests/support/elfwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

using Strings = std::vector<std::string>;

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

ElfReader readerOf(const QByteArray &bytes, qsizetype step = 1000)
{
    ElfReader reader(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += step)
        reader.feed(spanOf(bytes).subspan(static_cast<size_t>(at), static_cast<size_t>(std::min(step, bytes.size() - at))));
    return reader;
}

ElfWriter library()
{
    ElfWriter elf;
    elf.soname = "libthing.so.2";
    elf.needed = {"libc.so.6", "libz.so.1"};
    elf.runPath = "$ORIGIN/../lib";
    elf.neededVersions = {{"libc.so.6", "GLIBC_2.34"}, {"libc.so.6", "GLIBC_2.4"}, {"libc.so.6", "GLIBC_2.34"}};
    elf.definedVersions = {"THING_1.0", "THING_2.0"};
    elf.buildId = QByteArray::fromHex("0123456789abcdef00ff");
    elf.comment = QByteArray("GCC: (Debian) 12.2.0\0GCC: (Debian) 12.2.0\0clang\0", 48);
    elf.sections = {{".dep-v0", "rust parts"}};
    return elf;
}

void set(QByteArray &bytes, qsizetype at, quint64 value, int width)
{
    for (int i = 0; i < width; ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * i));
}

}  // namespace

class TestElfReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allFacts_data();
    void allFacts();
    void linkage_data();
    void linkage();
    void tablesFarApart();
    void dynamicSectionInTheMiddle();
    void everyCutIsBounded();
    void absurdHeaders_data();
    void absurdHeaders();
    void loopingVersionsEnd();
    void windows();
};

void TestElfReader::allFacts_data()
{
    QTest::addColumn<bool>("is64Bit");
    QTest::addColumn<bool>("isBigEndian");
    QTest::addColumn<int>("step");
    QTest::newRow("64 little") << true << false << 1000;
    QTest::newRow("64 big") << true << true << 1000;
    QTest::newRow("32 little") << false << false << 1000;
    QTest::newRow("32 big") << false << true << 1000;
    QTest::newRow("byte by byte") << true << false << 1;
}

void TestElfReader::allFacts()
{
    QFETCH(bool, is64Bit);
    QFETCH(bool, isBigEndian);
    QFETCH(int, step);
    ElfWriter elf = library();
    elf.is64Bit = is64Bit;
    elf.isBigEndian = isBigEndian;
    elf.machine = 183;
    const ElfReader reader = readerOf(elf.bytes(), step);
    const auto facts = reader.facts();
    QVERIFY(facts);
    QVERIFY(facts->complete);
    QCOMPARE(facts->is64Bit, is64Bit);
    QCOMPARE(facts->isBigEndian, isBigEndian);
    QCOMPARE(facts->machine, 183);
    QCOMPARE(facts->linkage, ElfLinkage::SharedLibrary);
    QCOMPARE(facts->soname, "libthing.so.2");
    QCOMPARE(facts->needed, (Strings {"libc.so.6", "libz.so.1"}));
    QCOMPARE(facts->runPath, "$ORIGIN/../lib");
    QCOMPARE(facts->neededVersions, (Strings {"libc.so.6 GLIBC_2.34", "libc.so.6 GLIBC_2.4"}));
    QCOMPARE(facts->definedVersions, (Strings {"THING_1.0", "THING_2.0"}));
    QCOMPARE(facts->buildId, "0123456789abcdef00ff");
    QCOMPARE(facts->comment, "GCC: (Debian) 12.2.0\nclang");
    QCOMPARE(facts->hasSymbolTable, false);
    QCOMPARE(reader.section(".dep-v0", 100), "rust parts");
    QCOMPARE(reader.section(".dep-v0", 4), "rust");
    QCOMPARE(reader.section(".absent", 100), QByteArray());
}

void TestElfReader::linkage_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("interpreter");
    QTest::addColumn<QByteArray>("soname");
    QTest::addColumn<bool>("dynamic");
    QTest::addColumn<quint64>("flags");
    QTest::addColumn<QString>("expected");
    const quint64 pie = 0x08000000;
    QTest::newRow("object") << 1 << QByteArray() << QByteArray() << false << quint64(0) << "object";
    QTest::newRow("static") << 2 << QByteArray() << QByteArray() << false << quint64(0) << "static-executable";
    QTest::newRow("dynamic") << 2 << QByteArray("/lib/ld.so") << QByteArray() << true << quint64(0) << "dynamic-executable";
    QTest::newRow("pie") << 3 << QByteArray("/lib/ld.so") << QByteArray() << true << pie << "dynamic-pie";
    QTest::newRow("old pie") << 3 << QByteArray("/lib/ld.so") << QByteArray() << true << quint64(0) << "dynamic-pie";
    QTest::newRow("static pie") << 3 << QByteArray() << QByteArray() << true << pie << "static-pie";
    QTest::newRow("library") << 3 << QByteArray() << QByteArray("liba.so") << true << quint64(0) << "shared-library";
    QTest::newRow("libc runs too") << 3 << QByteArray("/lib/ld.so") << QByteArray("libc.so.6") << true << quint64(0)
                                   << "shared-library";
    QTest::newRow("core") << 4 << QByteArray() << QByteArray() << false << quint64(0) << "core";
    QTest::newRow("unknown type") << 77 << QByteArray() << QByteArray() << false << quint64(0) << "other";
}

void TestElfReader::linkage()
{
    QFETCH(int, type);
    QFETCH(QByteArray, interpreter);
    QFETCH(QByteArray, soname);
    QFETCH(bool, dynamic);
    QFETCH(quint64, flags);
    QFETCH(QString, expected);
    ElfWriter elf;
    elf.type = static_cast<quint16>(type);
    elf.interpreter = interpreter.toStdString();
    elf.soname = soname.toStdString();
    elf.dynamic = dynamic;
    elf.flags1 = flags;
    const auto facts = readerOf(elf.bytes()).facts();
    QVERIFY(facts);
    QCOMPARE(QString(elfLinkageId(facts->linkage)), expected);
    QCOMPARE(facts->interpreter, interpreter.toStdString());
}

/// As in a library of hundreds of megabytes: tables in front, section headers behind, and what lies between is never kept.
void TestElfReader::tablesFarApart()
{
    ElfWriter elf = library();
    elf.padding = QByteArray(40 << 20, 'x');
    const ElfReader reader = readerOf(elf.bytes(), 1 << 16);
    const auto facts = reader.facts();
    QVERIFY(facts);
    QVERIFY(facts->complete);
    QCOMPARE(facts->needed, (Strings {"libc.so.6", "libz.so.1"}));
    QCOMPARE(facts->comment, "GCC: (Debian) 12.2.0\nclang");
    QCOMPARE(reader.section(".dep-v0", 100), "rust parts");
    QVERIFY(reader.windows().head().size() + reader.windows().tail().size() < (41 << 20));
}

/// As patchelf and large data leave it: the dynamic section in the middle, far from both ends, and its names behind it.
void TestElfReader::dynamicSectionInTheMiddle()
{
    ElfWriter elf = library();
    elf.neededVersions.clear();
    elf.definedVersions.clear();
    elf.paddingBefore = QByteArray(40 << 20, 'x');
    elf.padding = QByteArray(9 << 20, 'y');
    for (const qsizetype step : {qsizetype(1 << 16), qsizetype(64 << 20)}) {
        const auto facts = readerOf(elf.bytes(), step).facts();
        QVERIFY(facts);
        QVERIFY(facts->complete);
        QCOMPARE(facts->soname, "libthing.so.2");
        QCOMPARE(facts->needed, (Strings {"libc.so.6", "libz.so.1"}));
        QCOMPARE(facts->buildId, "0123456789abcdef00ff");
    }
}

/// A file may end anywhere: either it is no ELF, or its facts are marked as incomplete.
void TestElfReader::everyCutIsBounded()
{
    const QByteArray whole = library().bytes();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        ElfReader reader(whole.size());
        reader.feed(spanOf(whole).first(static_cast<size_t>(size)));
        const auto facts = reader.facts();
        QCOMPARE(facts.has_value(), size >= 64);
        if (facts)
            QVERIFY(!facts->complete);
    }
}

void TestElfReader::absurdHeaders_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<int>("width");
    QTest::newRow("program headers beyond the end") << 32 << ~quint64(0) << 8;
    QTest::newRow("section headers beyond the end") << 40 << ~quint64(0) - 8 << 8;
    QTest::newRow("program header size 0") << 54 << quint64(0) << 2;
    QTest::newRow("65535 program headers, count in section 0") << 56 << quint64(0xffff) << 2;
    QTest::newRow("60000 program headers") << 56 << quint64(60000) << 2;
    QTest::newRow("section header size 1") << 58 << quint64(1) << 2;
    QTest::newRow("60000 sections") << 60 << quint64(60000) << 2;
}

void TestElfReader::absurdHeaders()
{
    QFETCH(int, at);
    QFETCH(quint64, value);
    QFETCH(int, width);
    QByteArray bytes = library().bytes();
    set(bytes, at, value, width);
    const auto facts = readerOf(bytes).facts();
    QVERIFY(facts);
    QVERIFY(!facts->complete);
    QVERIFY(facts->needed.size() <= 2);
}

/// Version records that point at each other again and again, with the greatest counts.
void TestElfReader::loopingVersionsEnd()
{
    ElfWriter elf = library();
    elf.neededVersions.assign(300, {"libc.so.6", "GLIBC_2.34"});
    QByteArray bytes = elf.bytes();
    const QByteArray record = QByteArray::fromHex("01000100");  // vn_version 1, vn_cnt 1
    int changed = 0;
    for (qsizetype at = bytes.indexOf(record); at >= 0; at = bytes.indexOf(record, at + 4)) {
        set(bytes, at + 2, 0xffff, 2);
        ++changed;
    }
    QVERIFY(changed >= 300);
    const auto facts = readerOf(bytes).facts();
    QVERIFY(facts);
    QCOMPARE(facts->neededVersions, (Strings {"libc.so.6 GLIBC_2.34"}));
}

void TestElfReader::windows()
{
    FileWindows windows(100, 10, 10);
    QByteArray bytes;
    for (int i = 0; i < 120; ++i)
        bytes.append(static_cast<char>(i));
    for (size_t at = 0; at < 120; at += 3)
        windows.feed(spanOf(bytes).subspan(at, 3));
    QVERIFY(windows.seenCompletely());
    QCOMPARE(windows.range(0, 10)->size(), size_t(10));
    QVERIFY(!windows.range(5, 10));
    QVERIFY(!windows.range(50, 1));
    QCOMPARE((*windows.range(95, 5))[4], char(99));
    QVERIFY(!windows.range(95, 6));
    QCOMPARE(windows.upTo(95, 100).size(), size_t(5));
    QVERIFY(windows.upTo(~quint64(0), 5).empty());
}

QTEST_APPLESS_MAIN(TestElfReader)
#include "tst_elfreader.moc"
