// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zlibbytes.h"
#include "tests/core/component/finderbench.h"

#include <QTest>
#include <QtEndian>

using namespace waybill;
using namespace waybill::test;

namespace {

/// A zlib stream; qCompress puts a length of four bytes in front of it.
QByteArray packed(const QByteArray &bytes)
{
    return qCompress(bytes).mid(4);
}

/// An ELF file of 64 bits with one section of that name, its headers at the end as linkers put them.
QByteArray elfWith(const QByteArray &section, const QByteArray &content)
{
    const QByteArray names = QByteArray(1, '\0') + section + '\0' + ".shstrtab" + '\0';
    QByteArray elf = QByteArray::fromHex("7f454c460201010000000000000000000300").leftJustified(64, '\0');
    const auto put = [&elf](qsizetype at, auto value) { qToLittleEndian(value, elf.data() + at); };
    put(18, quint16(62));
    put(20, quint32(1));
    const auto contentAt = static_cast<quint64>(elf.size());
    elf += content;
    const auto namesAt = static_cast<quint64>(elf.size());
    elf += names;
    elf = elf.leftJustified((elf.size() + 7) / 8 * 8, '\0');
    const auto tableAt = static_cast<quint64>(elf.size());
    elf += QByteArray(3 * 64, '\0');
    put(40, tableAt);
    put(52, quint16(64));
    put(58, quint16(64));
    put(60, quint16(3));
    put(62, quint16(2));
    const auto header = [&](int index, quint32 name, quint32 type, quint64 offset, quint64 size) {
        const auto at = static_cast<qsizetype>(tableAt) + index * 64;
        put(at, name);
        put(at + 4, type);
        put(at + 24, offset);
        put(at + 32, size);
    };
    header(1, 1, 1, contentAt, static_cast<quint64>(content.size()));
    header(2, static_cast<quint32>(2 + section.size()), 3, namesAt, static_cast<quint64>(names.size()));
    return elf;
}

const QByteArray list = R"({"packages":[{"name":"Tool","version":"0.1.0","source":"local","root":true,"dependencies":[1]},
{"name":"serde","version":"1.0.200","source":"crates.io"},{"name":"cc","version":"1.0.0","source":"crates.io","kind":"build"},
{"name":"nameless"},{"version":"1"},7]})";

}  // namespace

class TestRust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void crates();
    void damaged_data();
    void damaged();
    void zlib_data();
    void zlib();
};

void TestRust::crates()
{
    TextImage image;
    image.content(QStringLiteral("E"), elfWith(".dep-v0", packed(list)));
    image.layer(QStringLiteral("COPY"), QStringLiteral("f usr/bin/tool 755 = <E"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w usr/bin/tool"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory, QStringLiteral("cargo")),
             (QStringList {QStringLiteral("pkg:cargo/Tool@0.1.0 0-1"), QStringLiteral("pkg:cargo/serde@1.0.200 0-1+")}));
    const Component &serde = componentNamed(*inventory, QStringLiteral("serde"));
    QVERIFY(serde.partOf.isValid());
    QCOMPARE(inventory->components[serde.partOf.value].name, QStringLiteral("Tool"));
}

void TestRust::damaged_data()
{
    QTest::addColumn<QByteArray>("section");
    const QByteArray good = packed(list);
    QTest::newRow("cut") << good.left(good.size() / 2);
    QTest::newRow("rubbish") << QByteArray(500, 'x');
    QTest::newRow("no JSON") << packed("hello");
    QTest::newRow("a bomb") << packed(QByteArray(100 << 20, ' '));
    QTest::newRow("a hundred thousand levels") << packed(QByteArray(100'000, '['));
}

void TestRust::damaged()
{
    QFETCH(QByteArray, section);
    TextImage image;
    image.content(QStringLiteral("E"), elfWith(".dep-v0", section));
    image.layer(QStringLiteral("COPY"), QStringLiteral("f usr/bin/tool 755 = <E"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory, QStringLiteral("cargo")), QStringList());
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("package-file-damaged 0 usr/bin/tool!/.dep-v0")});
    QVERIFY(inventory->isComplete());
}

void TestRust::zlib_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    const QByteArray good = packed(QByteArray(100'000, 'a'));
    QTest::newRow("good") << good << -1;
    QTest::newRow("more behind it") << good + "tail" << -1;
    QTest::newRow("cut") << good.left(good.size() - 5) << static_cast<int>(ErrorKind::Truncated);
    QTest::newRow("empty") << QByteArray() << static_cast<int>(ErrorKind::Truncated);
    QTest::newRow("rubbish") << QByteArray(100, 'z') << static_cast<int>(ErrorKind::Malformed);
    QTest::newRow("too long") << packed(QByteArray(300'000, 'a')) << static_cast<int>(ErrorKind::LimitExceeded);
}

void TestRust::zlib()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, error);
    const auto result = unpackZlib({bytes.constData(), static_cast<size_t>(bytes.size())}, 200'000);
    QCOMPARE(result ? -1 : static_cast<int>(result.error().kind), error);
    if (result)
        QCOMPARE(*result, QByteArray(100'000, 'a'));
}

QTEST_GUILESS_MAIN(TestRust)
#include "tst_rust.moc"
