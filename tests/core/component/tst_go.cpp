// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/gobuildinfo.h"
#include "tests/core/component/finderbench.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

const QByteArray modules = "path\texample.org/tool\nmod\texample.org/tool\t(devel)\t\n"
                           "dep\tgithub.com/Masterminds/semver\tv3.2.0+incompatible\th1:x\n"
                           "dep\tgolang.org/x/sys\tv0.1.0\n=>\tgithub.com/fork/sys\tv0.1.1\th1:y\n"
                           "build\t-compiler=gc\nbuild\tCGO_ENABLED=0\n";
const QByteArray listStart = QByteArray::fromHex("3077af0c9274080241e1c107e6d618e6");
const QByteArray listEnd = QByteArray::fromHex("f932433186182072008242104116d8f2");

/// Something that looks enough like a Go program: ELF magic, the linker's note, its marks in between other bytes.
QByteArray program(const QByteArray &list, bool inlineVersion = true, int filling = 300'000)
{
    QByteArray bytes = QByteArray::fromHex("7f454c4602010100") + QByteArray(200, 'e');
    bytes += QByteArray("\x04\0\0\0\x10\0\0\0\x04\0\0\0Go\0\0", 16) + QByteArray(filling, 'f');
    QByteArray info = QByteArray("\xff Go buildinf:", 14) + char(8) + char(inlineVersion ? 2 : 0) + QByteArray(16, '\0');
    if (inlineVersion)
        info += QByteArray("\x08go1.22.5", 9);
    bytes += list.isEmpty() ? info : info + listStart + list + listEnd;
    return bytes + QByteArray(filling, 'g');
}

}  // namespace

class TestGo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modulesOfAProgram();
    void marksAcrossPieces();
    void withoutBuildId_data();
    void withoutBuildId();
    void others_data();
    void others();
};

void TestGo::modulesOfAProgram()
{
    TextImage image;
    image.content(QStringLiteral("P"), program(modules));
    image.layer(QStringLiteral("COPY"), QStringLiteral("f usr/bin/tool 755 = <P"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w usr/bin/tool"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:golang/example.org/tool 0-1"),
                           QStringLiteral("pkg:golang/github.com/fork/sys@v0.1.1 0-1+"),
                           QStringLiteral("pkg:golang/github.com/masterminds/semver@v3.2.0%2Bincompatible 0-1+"),
                           QStringLiteral("pkg:golang/stdlib@1.22.5 0-1+")}));
    const Component &fork = componentNamed(*inventory, QStringLiteral("github.com/fork/sys"));
    QCOMPARE(fork.sightings.size(), size_t(1));
    QCOMPARE(fork.sightings.front().purl, QStringLiteral("replaces golang.org/x/sys v0.1.0"));
    QCOMPARE(inventory->components[fork.partOf.value].name, QStringLiteral("example.org/tool"));
    QCOMPARE(componentNamed(*inventory, QStringLiteral("example.org/tool")).version, QStringLiteral("(devel)"));
}

void TestGo::marksAcrossPieces()
{
    const QByteArray bytes = program(modules, true, 70'000);
    for (const int pieceSize : {13, 511, 4096, 65'536}) {
        const auto probe = makeGoProbe();
        for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
            const qsizetype size = std::min<qsizetype>(pieceSize, bytes.size() - at);
            if (!probe->feed({bytes.constData() + at, static_cast<size_t>(size)}))
                break;
        }
        const auto records = probe->finish(true);
        QCOMPARE(records.size(), size_t(1));
        QCOMPARE(records[0].content, "go1.22.5\n" + modules);
        QVERIFY(!records[0].cut);
    }
}

void TestGo::withoutBuildId_data()
{
    QTest::addColumn<int>("offset");
    QTest::newRow("near the beginning") << 4096;
    QTest::newRow("far behind") << 300'000;
}

/// -ldflags=-buildid= leaves the note out; then the mark in the first writable segment tells.
void TestGo::withoutBuildId()
{
    QFETCH(int, offset);
    QByteArray bytes = QByteArray::fromHex("7f454c4602010100").leftJustified(64 + 2 * 56, '\0');
    const auto put = [&bytes](qsizetype at, quint64 value, qsizetype size) {
        for (qsizetype i = 0; i < size; ++i)
            bytes[at + i] = static_cast<char>(value >> (8 * i));
    };
    put(32, 64, 8);  // program headers: a read-only segment, then a writable one
    put(54, 56, 2);
    put(56, 2, 2);
    put(64, 1, 4);
    put(64 + 4, 5, 4);
    put(120, 1, 4);
    put(120 + 4, 6, 4);
    put(120 + 8, static_cast<quint64>(offset), 8);
    put(120 + 32, 400'000, 8);
    bytes = bytes.leftJustified(offset, 'r') + QByteArray(5000, 'd');
    bytes += QByteArray("\xff Go buildinf:", 14) + char(8) + char(2) + QByteArray(16, '\0') + QByteArray("\x08go1.22.5", 9);
    bytes += listStart + modules + listEnd + QByteArray(100'000, 'e');
    for (const int pieceSize : {517, 65'536}) {
        const auto probe = makeGoProbe();
        for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
            const qsizetype size = std::min<qsizetype>(pieceSize, bytes.size() - at);
            if (!probe->feed({bytes.constData() + at, static_cast<size_t>(size)}))
                break;
        }
        const auto records = probe->finish(true);
        QCOMPARE(records.size(), size_t(1));
        QCOMPARE(records[0].content, "go1.22.5\n" + modules);
    }
}

void TestGo::others_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("components");
    QTest::addColumn<int>("notes");
    const QStringList all {QStringLiteral("pkg:golang/example.org/tool 0"),
                           QStringLiteral("pkg:golang/github.com/fork/sys@v0.1.1 0+"),
                           QStringLiteral("pkg:golang/github.com/masterminds/semver@v3.2.0%2Bincompatible 0+")};
    QTest::newRow("before Go 1.18: no version inside") << program(modules, false) << all << 0;
    QTest::newRow("a command of Go itself") << program("path\tcmd/gofmt\nbuild\tx=y\n")
                                            << QStringList {QStringLiteral("pkg:golang/stdlib@1.22.5 0")} << 0;
    QTest::newRow("no modules") << program({}) << QStringList {QStringLiteral("pkg:golang/stdlib@1.22.5 0+")} << 0;
    QTest::newRow("short program") << program(modules, false, 10) << all << 0;
    QTest::newRow("no Go") << QByteArray::fromHex("7f454c4602010100") + QByteArray(300'000, 'x') + listStart + modules + listEnd
                           << QStringList() << 0;
    const QByteArray endless = program({}, false, 10) + listStart + QByteArray("dep\tx\tv1\n").repeated(1'000'000);
    QTest::newRow("list without end") << endless << QStringList() << 0;
    QTest::newRow("cut inside the list") << program({}, false, 10) + listStart + modules << QStringList() << 0;
    QTest::newRow("rubbish in the list") << program("mod\n\n\tdep\t\n=>\n\xff\xfe\n=>\ta\tb\n", false) << QStringList() << 0;
}

void TestGo::others()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, notes);
    TextImage image;
    image.content(QStringLiteral("P"), bytes);
    image.layer(QStringLiteral("COPY"), QStringLiteral("f usr/bin/tool 755 = <P"));
    const auto inventory = scanned(image);
    QTEST(componentLines(*inventory), "components");
    QCOMPARE(static_cast<int>(inventory->notes.size()), notes);
}

QTEST_GUILESS_MAIN(TestGo)
#include "tst_go.moc"
