// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/codeview.h"
#include "ui/viewer/filetext.h"
#include "ui/viewer/hexmodel.h"
#include "ui/viewer/syntax.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace waybill;

class TestFileText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void binaries_data();
    void binaries();
    void decoding_data();
    void decoding();
    void longLinesAreFoldedAndKeepTheirNumber();
    void hexRows();
    void goToLine();
    void instructionColours();
    void definitionByName();
};

void TestFileText::binaries_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("binary");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("#!/bin/sh\n\techo hi\r\n") << false;
    QTest::newRow("elf") << QByteArray("\x7F"
                                       "ELF\0\0\0",
                                       7)
                         << true;
    QTest::newRow("utf-16") << QByteArray("\xFF\xFEh\0i\0", 6) << false;
    QTest::newRow("latin-1") << QByteArray("caf\xE9 au lait") << false;
    QTest::newRow("control bytes") << QByteArray("\x01\x02\x03\x04xx") << true;
}

void TestFileText::binaries()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, binary);
    QCOMPARE(looksBinary(bytes), binary);
}

void TestFileText::decoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("replaced");
    QTest::addColumn<bool>("notUtf8");
    QTest::newRow("utf-8") << QByteArray("\xC3\xA9\n") << QStringLiteral("\u00E9\n") << false << false;
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\nd") << QStringLiteral("a\nb\nc\nd") << false << false;
    QTest::newRow("latin-1") << QByteArray("caf\xE9!") << QStringLiteral("caf\u00E9!") << false << true;
    QTest::newRow("utf-16") << QByteArray("\xFF\xFEh\0i\0", 6) << QStringLiteral("hi") << false << false;
    QTest::newRow("cut inside a character") << QByteArray("ab\xE2\x82") << QStringLiteral("ab") << false << false;
    QTest::newRow("bell") << QByteArray("a\x07") << QStringLiteral("a\u2407") << true << false;
    QTest::newRow("reordering") << QByteArray("x\xE2\x80\xAEy") << QStringLiteral("x\u27EAU+202E\u27EBy") << true << false;
}

void TestFileText::decoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(bool, replaced);
    QFETCH(bool, notUtf8);
    const FileText result = readableText(bytes);
    QCOMPARE(result.text, text);
    QCOMPARE(result.replaced, replaced);
    QCOMPARE(result.notUtf8, notUtf8);
    QCOMPARE(qsizetype(result.lineOfBlock.size()), result.text.count(u'\n') + 1);
}

void TestFileText::longLinesAreFoldedAndKeepTheirNumber()
{
    const FileText result = readableText(QByteArray(9000, 'x') + "\nshort\n");
    QVERIFY(result.foldedLines);
    QCOMPARE(result.lineOfBlock, (std::vector<int> {1, 1, 1, 2, 3}));
    QCOMPARE(result.blockOfLine(1), 0);
    QCOMPARE(result.blockOfLine(2), 3);
    QCOMPARE(result.blockOfLine(4), -1);
}

void TestFileText::hexRows()
{
    HexModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setBytes(QByteArray("0123456789abcdef\x7F"
                              "EL\0",
                              20));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, HexModel::Hex).data().toString(), QStringLiteral("30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66"));
    QCOMPARE(model.index(0, HexModel::Ascii).data().toString(), QStringLiteral("0123456789abcdef"));
    QCOMPARE(model.index(1, HexModel::Offset).data().toString(), QStringLiteral("00000010"));
    QCOMPARE(model.index(1, HexModel::Hex).data().toString(), QStringLiteral("7f 45 4c 00"));
    QCOMPARE(model.index(1, HexModel::Ascii).data().toString(), QStringLiteral(".EL."));
}

void TestFileText::goToLine()
{
    CodeView view;
    view.setFileText(readableText("one\ntwo\nthree"));
    QCOMPARE(view.lastLine(), 3);
    view.goToLine(2);
    QCOMPARE(view.currentLine(), 2);
    view.goToLine(99);
    QCOMPARE(view.currentLine(), 3);
    view.setMarks({{2, 3}});
    QCOMPARE(view.extraSelections().size(), 2);
}

void TestFileText::instructionColours()
{
    QTextDocument document;
    Syntax syntax(&document);
    syntax.setInstruction();
    QVERIFY2(!syntax.definitionName().isEmpty(), "resources/syntax/waybill-dockerfile.xml was not found or is not valid");
    document.setPlainText(QStringLiteral("RUN apt-get install \"x\""));
    syntax.followPalette();
    const auto formats = document.firstBlock().layout()->formats();
    QVERIFY(!formats.isEmpty());
    QCOMPARE(formats.first().start, 0);
    QCOMPARE(formats.first().length, 3);
}

void TestFileText::definitionByName()
{
    QTextDocument document;
    Syntax syntax(&document);
    syntax.setFile(QStringLiteral("usr/lib/python3/thing.py"), {});
    QCOMPARE(syntax.definitionName(), QStringLiteral("Python"));
    syntax.setFile(QStringLiteral("usr/bin/thing"), "#!/usr/bin/env python3\n");
    QCOMPARE(syntax.definitionName(), QStringLiteral("Python"));
    syntax.setFile(QStringLiteral("no-extension-at-all"), "plain words");
    QCOMPARE(syntax.definitionName(), QString());
}

QTEST_MAIN(TestFileText)
#include "tst_filetext.moc"
