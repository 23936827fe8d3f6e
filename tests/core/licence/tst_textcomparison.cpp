// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textcomparison.h"

#include <QTest>

using namespace waybill;

/// The words of a text beside those of its reference.
class TestTextComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWords_data();
    void tellsWords();
    void readsStoredReferences();
    void endsOnHugeDifferences();
};

namespace {

/// "same {+added+} [-missing-] (~varies~)"
QString written(const std::vector<ComparedPart> &parts)
{
    QString text;
    for (const ComparedPart &part : parts) {
        const QString words = part.text.simplified();
        switch (part.difference) {
        case Difference::Same:
            text += words;
            break;
        case Difference::Varies:
            text += QLatin1String("(~") + words + QLatin1String("~)");
            break;
        case Difference::Added:
            text += QLatin1String("{+") + words + QLatin1String("+}");
            break;
        case Difference::Missing:
            text += QLatin1String("[-") + words + QLatin1String("-]");
            break;
        }
        text += QLatin1Char(' ');
    }
    return text.trimmed();
}

}  // namespace

void TestTextComparison::tellsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QString>("expected");
    const QByteArray reference("Permission to use, copy and modify this is granted by <holder> to all.");
    QTest::newRow("the same") << reference << reference << QString::fromUtf8(reference);
    QTest::newRow("marks and case are none") << QByteArray("/* PERMISSION to use copy\n * and modify: this is granted */")
                                             << QByteArray("Permission to use, copy and modify this is granted")
                                             << QStringLiteral("PERMISSION to use copy and modify: this is granted");
    QTest::newRow("another word") << QByteArray("Permission to use, copy or change this")
                                  << QByteArray("Permission to use, copy and modify this")
                                  << QStringLiteral("Permission to use, copy {+or change+} [-and modify-] this");
    QTest::newRow("a name") << QByteArray("granted by Jane Doe Inc to all") << QByteArray("granted by <holder> to all")
                            << QStringLiteral("granted by (~Jane Doe Inc~) to all");
    QTest::newRow("holders for holders") << QByteArray("IN NO EVENT SHALL FOO BE LIABLE")
                                         << QByteArray("IN NO EVENT SHALL THE COPYRIGHT HOLDER BE LIABLE")
                                         << QStringLiteral("IN NO EVENT SHALL (~FOO~) BE LIABLE");
    QTest::newRow("copyright lines") << QByteArray("Copyright (c) 2020 Somebody\nUse it freely.") << QByteArray("Use it freely.")
                                     << QStringLiteral("Use it freely.");
    QTest::newRow("only added") << QByteArray("Use it freely, never on Sundays.") << QByteArray("Use it freely.")
                                << QStringLiteral("Use it freely, {+never on Sundays.+}");
    QTest::newRow("only missing") << QByteArray("Use it freely.") << QByteArray("Use it freely. No warranty.")
                                  << QStringLiteral("Use it freely. [-No warranty.-]");
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << QString();
    QTest::newRow("no text") << QByteArray() << QByteArray("No warranty.") << QStringLiteral("[-No warranty.-]");
    QTest::newRow("no reference") << QByteArray("Free.") << QByteArray() << QStringLiteral("{+Free.+}");
}

void TestTextComparison::tellsWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reference);
    QFETCH(QString, expected);
    QCOMPARE(written(compareWithReference(text, reference)), expected);
}

void TestTextComparison::readsStoredReferences()
{
    const Result<QByteArray> mit = storedReference(QStringLiteral("mit"));
    QVERIFY(mit.has_value());
    QVERIFY(mit->contains("Permission is hereby granted, free of charge"));
    const std::vector<ComparedPart> parts = compareWithReference(*mit, *mit);
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts.front().difference, Difference::Same);
    QVERIFY(parts.front().text.contains(QLatin1String("\n\n")));
    QCOMPARE(storedReference(QStringLiteral("No-Such-Licence")).error().kind, ErrorKind::NotFound);
}

void TestTextComparison::endsOnHugeDifferences()
{
    QByteArray a;
    QByteArray b;
    for (int i = 0; i < 20'000; ++i) {
        a += 'a' + QByteArray::number(i) + ' ';
        b += 'b' + QByteArray::number(i) + ' ';
    }
    const std::vector<ComparedPart> parts = compareWithReference(a, b);
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts.front().difference, Difference::Added);
    QCOMPARE(parts.back().difference, Difference::Missing);
}

QTEST_APPLESS_MAIN(TestTextComparison)
#include "tst_textcomparison.moc"
