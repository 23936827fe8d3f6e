// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textcomparison.h"
#include "tests/support/textimage.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/viewer/codeview.h"
#include "ui/viewer/comparisonview.h"
#include "ui/viewer/filetext.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/hexmodel.h"
#include "ui/viewer/markscrollbar.h"
#include "ui/viewer/viewerpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr int limitMs = 60'000;

}  // namespace

/// The viewer on a file of 24 MB: what it holds, and how it gets from part to part.
class TestViewerPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void textGrowsAndThenMoves();
    void bytesComeInParts();
    void bytesAreFoundInLaterParts();
    void marksInTheScrollBar();
    void comparesWithTheReference();
    void bytesOfWords_data();
    void bytesOfWords();
    void linesAcrossParts();

private:
    void openFile(const char *path);
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : m_panel->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    CodeView *code() const { return m_panel->findChild<CodeView *>(); }
    HexModel *hex() const { return m_panel->findChild<HexModel *>(); }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ViewerPanel> m_panel;
};

void TestViewerPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("waybill-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_viewerpanel"));
    QByteArray text;
    for (int line = 1; text.size() < 24'000'000; ++line)
        text += "line " + QByteArray::number(line).rightJustified(10, '0') + " of a long text in many lines\n";
    QByteArray binary(9'000'000, '\0');
    binary.replace(8'500'000, 6, "needle");
    TextImage image;
    image.content(QStringLiteral("TEXT"), text);
    image.content(QStringLiteral("BINARY"), binary);
    const Result<QByteArray> mit = storedReference(QStringLiteral("MIT"));
    QVERIFY(mit.has_value());
    image.content(QStringLiteral("LICENCE"), "Terms of use\n\n" + QByteArray(*mit).replace("to deal", "to deal lovingly"));
    image.layer(QStringLiteral("COPY"), QStringLiteral("f big.txt = <TEXT\nf big.bin = <BINARY\nf LICENSE = <LICENCE"));
    QVERIFY(image.writeFile(m_dir.filePath(QStringLiteral("image.tar")), image.dockerArchive()));
    auto knowledge = ScanKnowledge::load();
    auto policy = Policy::load();
    QVERIFY(knowledge.has_value() && policy.has_value());
    m_session = std::make_unique<Session>(Services {*knowledge, *policy});
    QSignalSpy finished(m_session.get(), &Session::scanFinished);
    m_session->open(m_dir.filePath(QStringLiteral("image.tar")));
    QVERIFY(finished.wait(limitMs));
    m_selection = std::make_unique<Selection>();
}

void TestViewerPanel::init()
{
    m_panel = std::make_unique<ViewerPanel>(m_session.get(), m_selection.get());
    m_panel->resize(700, 500);
    m_panel->show();
}

void TestViewerPanel::cleanup()
{
    m_panel.reset();
}

void TestViewerPanel::openFile(const char *path)
{
    m_panel->openFile(m_session->inventory()->tree->findLive(path));
}

void TestViewerPanel::textGrowsAndThenMoves()
{
    constexpr int bytesPerLine = 45;
    openFile("big.txt");
    QTRY_COMPARE_WITH_TIMEOUT(code()->lastLine(), int(ViewerPanel::firstBytes / bytesPerLine) + 1, limitMs);
    QCOMPARE(code()->firstLine(), 1);
    QPushButton *more = button(QStringLiteral("Load &More"));
    QVERIFY(more && more->isVisible());
    for (int part = 2; part <= 4; ++part) {
        more->click();
        QTRY_COMPARE_WITH_TIMEOUT(code()->lastLine(), int(part * ViewerPanel::firstBytes / bytesPerLine) + 1, limitMs);
        QCOMPARE(code()->firstLine(), 1);
    }
    more->click();
    QTRY_COMPARE_WITH_TIMEOUT(code()->lastLine(), int(5 * ViewerPanel::firstBytes / bytesPerLine) + 1, limitMs);
    // The beginning made room; lines keep the numbers that they have in the file.
    const int first = int(ViewerPanel::firstBytes / bytesPerLine) + 1;
    QCOMPARE(code()->firstLine(), first);
    QCOMPARE(code()->document()->findBlockByNumber(1).text(),
             QStringLiteral("line %1 of a long text in many lines").arg(first + 1, 10, 10, QLatin1Char('0')));
    QVERIFY(code()->document()->characterCount() <= ViewerPanel::mostBytes + 1);
    QPushButton *earlier = button(QStringLiteral("&Earlier Part"));
    QVERIFY(earlier && earlier->isVisible());
    earlier->click();
    QTRY_COMPARE_WITH_TIMEOUT(code()->firstLine(), 1, limitMs);
}

void TestViewerPanel::bytesComeInParts()
{
    openFile("big.bin");
    QTRY_COMPARE_WITH_TIMEOUT(hex()->rowCount(), int(ViewerPanel::firstBytes / HexModel::rowBytes), limitMs);
    QPushButton *next = button(QStringLiteral("&Next Part"));
    QVERIFY(next && next->isVisible());
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(hex()->offset(), ViewerPanel::firstBytes, limitMs);
    QCOMPARE(hex()->rowCount(), int(ViewerPanel::firstBytes / HexModel::rowBytes));
    QCOMPARE(hex()->index(0, HexModel::Offset).data().toString(), QStringLiteral("003d0900"));
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(hex()->offset(), 2 * ViewerPanel::firstBytes, limitMs);
    QCOMPARE(hex()->rowCount(), 1'000'000 / HexModel::rowBytes);
    QVERIFY(!next->isVisible());
    Q_EMIT m_panel->findChild<FindBar *>()->offsetWanted(5);
    QTRY_COMPARE_WITH_TIMEOUT(hex()->offset(), 0, limitMs);
}

void TestViewerPanel::bytesAreFoundInLaterParts()
{
    openFile("big.bin");
    QTRY_VERIFY_WITH_TIMEOUT(hex()->rowCount() > 0, limitMs);
    Q_EMIT m_panel->findChild<FindBar *>()->bytesWanted("needle", true);
    auto *table = m_panel->findChild<QTableView *>();
    QTRY_VERIFY_WITH_TIMEOUT(hex()->rowOf(8'500'000) >= 0, limitMs);
    QCOMPARE(table->currentIndex().row(), hex()->rowOf(8'500'000));
    QVERIFY(hex()->index(table->currentIndex().row(), HexModel::Ascii).data().toString().contains(QStringLiteral("needle")));
    Q_EMIT m_panel->findChild<FindBar *>()->bytesWanted("needle", true);
    bool told = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        told = told || label->text() == QStringLiteral("Not found up to the end");
    QVERIFY(told);
}

void TestViewerPanel::marksInTheScrollBar()
{
    CodeView view;
    view.setFileText(readableText("1\n2\n3\n4\n5\n6\n7\n8\n9\n10"));
    view.setMarks({{3, 4}, {10, 10}, {99, 100}});
    QCOMPARE(view.marksBar()->marks(), (std::vector<std::pair<double, double>> {{0.2, 0.4}, {0.9, 1.0}}));
}

void TestViewerPanel::comparesWithTheReference()
{
    openFile("LICENSE");
    QTRY_VERIFY_WITH_TIMEOUT(code()->lastLine() > 5, limitMs);
    QToolButton *compare = nullptr;
    for (QToolButton *each : m_panel->findChildren<QToolButton *>())
        compare = each->text() == QLatin1String("&Compare") ? each : compare;
    QVERIFY(compare && compare->isEnabled() && compare->isVisible());
    auto *view = m_panel->findChild<ComparisonView *>();
    QVERIFY(view && !view->isVisible());
    compare->click();
    QVERIFY(view->isVisible());
    QCOMPARE(view->differences(), 1);
    QVERIFY(view->toPlainText().contains(QStringLiteral("to deal {+lovingly+} in the Software")));
    QTest::keyClick(view, Qt::Key_F7);
    QCOMPARE(view->current(), 0);
    QCOMPARE(view->textCursor().selectedText(), QStringLiteral("{+lovingly+}"));
    QTest::keyClick(view, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!view->isVisible() && code()->isVisible());
    // Another file has no comparison of this one.
    compare->click();
    openFile("big.txt");
    QTRY_VERIFY_WITH_TIMEOUT(!compare->isChecked(), limitMs);
    QVERIFY(!view->isVisible());
}

void TestViewerPanel::bytesOfWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("letters") << QStringLiteral("ELF") << QByteArray("ELF");
    QTest::newRow("hexadecimal") << QStringLiteral("0x7f 45 4C46")
                                 << QByteArray("\x7f"
                                               "ELF");
    QTest::newRow("half a byte") << QStringLiteral("0x7f4") << QByteArray();
    QTest::newRow("no digits") << QStringLiteral("0xzz") << QByteArray();
}

void TestViewerPanel::bytesOfWords()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, bytes);
    QCOMPARE(FindBar::bytesOf(words), bytes);
}

void TestViewerPanel::linesAcrossParts()
{
    // However a text is cut, the second part begins with the number that the whole gives to its first line.
    const QByteArray text("a\nb\r\nc\rd\n\r\ne\xC3\xA9\n");
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        const QByteArray left = text.left(cut), right = text.mid(cut);
        const int first = 1 + endedLines(left, right);
        const FileText part = readableText(right, first);
        QCOMPARE(part.lineOfBlock.back(), readableText(text).lineOfBlock.back());
        QCOMPARE(part.lineOfBlock.front(), first);
    }
    QCOMPARE(cutCharacter("\xA9\n"), 1);
    QCOMPARE(cutCharacter("a"), 0);
}

QTEST_MAIN(TestViewerPanel)
#include "tst_viewerpanel.moc"
