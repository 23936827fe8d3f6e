// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/rankedbits.h"

#include <QList>
#include <QTest>

using namespace waybill;

class TestRankedBits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranks_data();
    void ranks();
    void changes();
};

void TestRankedBits::ranks_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QList<int>>("members");
    QTest::newRow("nothing") << 0 << QList<int> {};
    QTest::newRow("one") << 1 << QList<int> {0};
    QTest::newRow("both sides of a word") << 130 << QList<int> {0, 62, 63, 64, 65, 127, 128, 129};
    QTest::newRow("a full word at the end") << 128 << QList<int> {126, 127};
    QTest::newRow("none of many") << 1000 << QList<int> {};
}

void TestRankedBits::ranks()
{
    QFETCH(int, size);
    QFETCH(QList<int>, members);
    RankedBits bits;
    bits.reset(static_cast<size_t>(size));
    for (const int member : members)
        bits.insert(static_cast<size_t>(member));
    bits.index();
    QCOMPARE(bits.count(), static_cast<uint32_t>(members.size()));
    uint32_t below = 0;
    for (int number = 0; number <= size; ++number) {
        QCOMPARE(bits.rank(static_cast<size_t>(number)), below);
        QCOMPARE(bits.contains(static_cast<size_t>(number)), members.contains(number));
        below += members.contains(number) ? 1 : 0;
    }
    QList<int> visited;
    bits.forEach(0, bits.wordCount(), [&visited](size_t number) { visited.append(static_cast<int>(number)); });
    QCOMPARE(visited, members);
    QVERIFY(!bits.contains(static_cast<size_t>(-1)));
}

void TestRankedBits::changes()
{
    RankedBits bits;
    bits.reset(70);
    bits.setWord(0, ~uint64_t(0));
    bits.insert(69);
    bits.remove(3);
    bits.index();
    QCOMPARE(bits.count(), 64U);
    QCOMPARE(bits.rank(69), 63U);
    QVERIFY(!bits.contains(3) && bits.contains(69));
    bits.reset(70);
    bits.index();
    QCOMPARE(bits.count(), 0U);
}

QTEST_GUILESS_MAIN(TestRankedBits)
#include "tst_rankedbits.moc"
