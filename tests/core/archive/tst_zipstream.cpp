// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipstream.h"
#include "tests/support/zipwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Writes down everything it sees: "name=content", "name!" for what ended early, "[name]" for the table of contents.
class Notebook final : public ZipVisitor
{
public:
    bool wants(const ZipMember &member) override
    {
        m_name = QByteArray::fromStdString(member.name);
        m_content.clear();
        if (m_name.startsWith("skip"))
            lines.append(QString::fromUtf8(m_name) + QStringLiteral(" skipped"));
        return !m_name.startsWith("skip");
    }
    bool content(std::span<const char> piece) override
    {
        m_content.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return !m_name.startsWith("stop");
    }
    void memberEnds(bool complete) override
    {
        lines.append(QString::fromUtf8(m_name)
                     + (complete ? QLatin1Char('=') + QString::fromUtf8(m_content) : QStringLiteral("!")));
    }
    void listed(std::string_view name) override
    {
        lines.append(QStringLiteral("[%1]").arg(QString::fromStdString(std::string(name))));
    }
    QStringList lines;

private:
    QByteArray m_name;
    QByteArray m_content;
};

ZipStream::State feedAll(Notebook &notebook, const QByteArray &bytes, qsizetype pieceSize, ZipBudget budget = {})
{
    ZipStream stream(notebook, budget);
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const qsizetype size = std::min(pieceSize, bytes.size() - at);
        if (!stream.feed({bytes.constData() + at, static_cast<size_t>(size)}))
            break;
    }
    return stream.state();
}

}  // namespace

class TestZipStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void archives_data();
    void archives();
    void cutAnywhere();
    void budgets();
};

void TestZipStream::archives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ZipStream::State>("state");
    QTest::addColumn<QStringList>("lines");
    using State = ZipStream::State;
    const auto list = [](std::initializer_list<const char *> texts) {
        QStringList lines;
        for (const char *text : texts)
            lines.append(QString::fromLatin1(text));
        return lines;
    };
    QTest::newRow("deflated and stored") << ZipWriter().add("a", "hello").add({"b", "world", false}).finish() << State::Complete
                                         << list({"a=hello", "b=world", "[a]", "[b]"});
    QTest::newRow("empty members and folders")
        << ZipWriter().add({"d/", "", false}).add({"e", "", true}).add({"f", "", true, true}).finish() << State::Complete
        << list({"d/=", "e=", "f=", "[d/]", "[e]", "[f]"});
    QTest::newRow("sizes behind the content")
        << ZipWriter().add({"a", "hello", true, true}).add({"b", "x", true, true, false}).finish() << State::Complete
        << list({"a=hello", "b=x", "[a]", "[b]"});
    QTest::newRow("skipped with its size behind") << ZipWriter().add({"skip", "hello", true, true}).add("b", "x").finish()
                                                  << State::Complete << list({"skip skipped", "b=x", "[skip]", "[b]"});
    // What cannot be packed stands in the archive as it is, words of the format included.
    QByteArray noise;
    for (quint32 i = 0, value = 1; i < 3000; ++i, value = value * 1664525 + 1013904223)
        noise.append(static_cast<char>(value >> 24));
    noise.insert(1000, QByteArray("PK\x07\x08PK\x03\x04PK\x01\x02", 12).repeated(3));
    QVERIFY(deflated(noise).contains("PK\x03\x04PK"));
    QTest::newRow("skipped with its size behind, words of the format inside")
        << ZipWriter().add({"skip", noise, true, true}).add({"skip", "", true, true}).add("b", "x").finish() << State::Complete
        << list({"skip skipped", "skip skipped", "b=x", "[skip]", "[skip]", "[b]"});
    QTest::newRow("skipped with its size in front") << ZipWriter().add("skip", "hello").add("b", "x").finish() << State::Complete
                                                    << list({"skip skipped", "b=x", "[skip]", "[b]"});
    QTest::newRow("start script in front") << "#!/bin/sh\nPK exec java\n" + ZipWriter().add("a", "hello").finish()
                                           << State::Complete << list({"a=hello", "[a]"});
    QTest::newRow("not in the table") << ZipWriter().add({"ghost", "boo", true, false, true, false}).add("a", "b").finish()
                                      << State::Complete << list({"ghost=boo", "a=b", "[a]"});
    QTest::newRow("encrypted is skipped")
        << ZipWriter().add({"x", "secret", false, false, true, true, true}).add("a", "b").finish() << State::Complete
        << list({"a=b", "[x]", "[a]"});
    QTest::newRow("content stopped by the reader") << ZipWriter().add("stop", QByteArray(200'000, 'x')).add("a", "b").finish()
                                                   << State::Complete << list({"stop!", "a=b", "[stop]", "[a]"});
    QTest::newRow("no members") << ZipWriter().finish() << State::Complete << QStringList();
    QTest::newRow("no zip at all") << QByteArray(5000, 'x') << State::Reading << QStringList();
    QTest::newRow("stored, and nobody says how long")
        << ZipWriter().add({"a", "hello", false, true}).finish() << State::Damaged << list({"a!"});
    // Whether it unpacks to something else or not at all: the next member is found.
    for (const int at : {32, 35, 40}) {
        QByteArray broken = ZipWriter().add("a", QByteArray(1000, 'x') + QByteArray::number(12345)).add("b", "x").finish();
        broken[at] = static_cast<char>(~broken[at]);
        QTest::addRow("damaged content %d", at) << broken << State::Complete << list({"a!", "b=x", "[a]", "[b]"});
    }
    QByteArray wrongSum = ZipWriter().add({"a", "hello", true, true}).add("b", "x").finish();
    wrongSum[31 + 7 + 4] = static_cast<char>(~wrongSum[31 + 7 + 4]);
    QTest::newRow("wrong checksum behind the content") << wrongSum << State::Complete << list({"a!", "b=x", "[a]", "[b]"});
    QTest::newRow("rubbish between members")
        << ZipWriter().add("a", "b").finish().insert(34, "rubbish") << State::Damaged << list({"a=b"});
}

void TestZipStream::archives()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ZipStream::State, state);
    QFETCH(QStringList, lines);
    // Pieces end wherever they like.
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(7), qsizetype(1) << 20}) {
        Notebook notebook;
        const ZipStream::State reached = feedAll(notebook, bytes, pieceSize);
        QCOMPARE(static_cast<int>(reached), static_cast<int>(state));
        QCOMPARE(notebook.lines, lines);
    }
}

/// However short, an archive is never complete before its end record, and what was read stays read.
void TestZipStream::cutAnywhere()
{
    const QByteArray whole = ZipWriter().add("a", "hello").add({"b", "world", true, true}).finish();
    for (qsizetype size = 0; size < whole.size() - 22; ++size) {
        Notebook notebook;
        const auto state = feedAll(notebook, whole.left(size), 1000);
        QVERIFY2(state == ZipStream::State::Reading, qPrintable(QString::number(size)));
        if (size > 60)
            QCOMPARE(notebook.lines.value(0), QStringLiteral("a=hello"));
    }
}

void TestZipStream::budgets()
{
    const QByteArray bomb = ZipWriter().add("bomb", QByteArray(50 << 20, '\0')).add("b", "x").finish();
    QVERIFY(bomb.size() < 100'000);
    Notebook notebook;
    QCOMPARE(static_cast<int>(feedAll(notebook, bomb, 4096, {10 << 20, 100})), static_cast<int>(ZipStream::State::Limit));
    QCOMPARE(notebook.lines.size(), 1);
    QVERIFY(notebook.lines[0].startsWith(QLatin1String("bomb!")));
    ZipWriter many;
    for (int i = 0; i < 200; ++i)
        many.add({QByteArray::number(i), "", false});
    Notebook crowd;
    QCOMPARE(static_cast<int>(feedAll(crowd, many.finish(), 4096, {10 << 20, 100})), static_cast<int>(ZipStream::State::Limit));
    QCOMPARE(crowd.lines.size(), 100);
}

QTEST_APPLESS_MAIN(TestZipStream)
#include "tst_zipstream.moc"
