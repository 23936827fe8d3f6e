// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"
#include "core/report/reportlanguage.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace waybill;

/// Sentences and the escaping of text that came from an image.
class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesPaths_data();
    void escapesPaths();
    void escapesText();
    void everyErrorHasASentence();
    void errorsNameTheirPlace();
    void notes();
    void ghosts();
    void sizes();
    void verdicts();
    void clausesInChinese();
};

void TestMessages::escapesPaths_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char *name, const QByteArray &bytes, const QString &shown) { QTest::newRow(name) << bytes << shown; };
    row("plain", "usr/bin/x", QStringLiteral("usr/bin/x"));
    row("utf-8", "a/\xC3\xA9\xE6\x96\x87", QStringLiteral("a/é文"));
    row("four bytes", "\xF0\x9F\x98\x80", QString::fromUtf8("\xF0\x9F\x98\x80"));
    row("lone byte",
        "a\xFF"
        "b",
        QStringLiteral("a\\xFFb"));
    row("cut sequence", "a\xE6\x96", QStringLiteral("a\\xE6\\x96"));
    row("overlong slash", "\xC0\xAF", QStringLiteral("\\xC0\\xAF"));
    row("overlong three", "\xE0\x80\xAF", QStringLiteral("\\xE0\\x80\\xAF"));
    row("surrogate", "\xED\xA0\x80", QStringLiteral("\\xED\\xA0\\x80"));
    row("above the end", "\xF4\x90\x80\x80", QStringLiteral("\\xF4\\x90\\x80\\x80"));
    row("newline", "a\nb", QStringLiteral("a\\u{000A}b"));
    row("escape code", "\x1B[31m", QStringLiteral("\\u{001B}[31m"));
    row("nul", QByteArray("a\0b", 3), QStringLiteral("a\\u{0000}b"));
    row("right-to-left", "\xE2\x80\xAEgpj", QStringLiteral("\\u{202E}gpj"));
    row("isolate", "\xE2\x81\xA6x", QStringLiteral("\\u{2066}x"));
    row("zero width",
        "a\xE2\x80\x8B"
        "b",
        QStringLiteral("a\\u{200B}b"));
    row("byte order mark", "\xEF\xBB\xBFx", QStringLiteral("\\u{FEFF}x"));
    row("line separator", "\xE2\x80\xA8", QStringLiteral("\\u{2028}"));
    row("tag character", "\xF3\xA0\x81\x81", QStringLiteral("\\u{E0041}"));
    row("Hangul filler", "\xE3\x85\xA4", QStringLiteral("\\u{3164}"));
    row("empty", "", QString());
}

void TestMessages::escapesPaths()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(displayPath(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()))), shown);
}

void TestMessages::escapesText()
{
    QCOMPARE(displayText(QStringLiteral("RUN a\tb")), QStringLiteral("RUN a\\u{0009}b"));
    QCOMPARE(displayText(QString(QChar(0xD800)) + QLatin1Char('x')), QStringLiteral("\\u{D800}x"));
    QCOMPARE(displayText(QString::fromUtf8("\xF0\x9F\x98\x80")), QString::fromUtf8("\xF0\x9F\x98\x80"));
    QCOMPARE(displayText(QStringLiteral("\u202Eabc")), QStringLiteral("\\u{202E}abc"));
}

void TestMessages::everyErrorHasASentence()
{
    QSet<QString> seen;
    for (int kind = 0; kind <= int(ErrorKind::Usage); ++kind) {
        const Error error {ErrorKind(kind), QStringLiteral("app.tar"), QString(), -1, {}, -1, -1};
        const QString text = Messages::error(error);
        QVERIFY2(text.contains(QStringLiteral("app.tar")) && text.endsWith(QLatin1Char('.')), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        QVERIFY(!Messages::advice(error).isEmpty());
        seen.insert(text);
    }
}

void TestMessages::errorsNameTheirPlace()
{
    Error error {ErrorKind::Truncated, QStringLiteral("app.tar"), QStringLiteral("expected 512 bytes"), 5, "usr/lib/x", 4096, -1};
    QCOMPARE(
        Messages::error(error),
        QStringLiteral(
            "app.tar ends too early; the rest is missing. Where: layer 6, file usr/lib/x, byte 4,096 (expected 512 bytes)."));
    error = {ErrorKind::Policy, QStringLiteral("rules.yaml"), QStringLiteral("no id"), -1, {}, -1, 12};
    QCOMPARE(Messages::error(error), QStringLiteral("The policy file rules.yaml is not valid. Where: line 12 (no id)."));
    error = {ErrorKind::NotFound, QString(), QStringLiteral("\u202Ex"), -1, {}, -1, -1};
    QCOMPARE(Messages::error(error), QStringLiteral("The file was not found. Cause: \\u{202E}x."));
}

void TestMessages::notes()
{
    QCOMPARE(Messages::note({QStringLiteral("unterminated-tar"), 2, QString(), false}),
             QStringLiteral("The tar stream of layer 3 stops without its closing blocks; everything up to there was read."));
    QCOMPARE(Messages::note({QStringLiteral("history-missing"), -1, QString(), false}),
             QStringLiteral("The image does not record which instruction made which layer."));
    QCOMPARE(Messages::note({QStringLiteral("never-heard"), 0, QStringLiteral("a b"), false}),
             QStringLiteral("never-heard (layer 1): a b"));
    QVERIFY(Messages::note({QStringLiteral("media-type-mismatch"), 1, QStringLiteral("gzip"), false})
                .startsWith(QStringLiteral("Layer 2: packed")));
    for (const char *id : {"history-surplus",     "history-missing",   "diff-id-mismatch",
                           "diff-id-count",       "diff-id-invalid",   "size-mismatch",
                           "unterminated-tar",    "trailing-data",     "undecoded-data",
                           "media-type-mismatch", "duplicate-path",    "rejected-path",
                           "rejected-link",       "absolute-path",     "empty-whiteout",
                           "odd-header",          "damaged-header",    "unreadable-path",
                           "layer-missing",       "layer-failed",      "index-manifest-disagree",
                           "unresolved-link",     "file-as-folder",    "lookalike-names",
                           "deceptive-name",      "repeated-header",   "two-names",
                           "zero-in-name",        "global-header",     "size-override",
                           "sparse-size",         "overlay-whiteout",  "toc-mismatch",
                           "toc-unreadable",      "unreadable-files",  "foreign-layer-missing",
                           "layer-type-unknown",  "other-file-systems"})
        QVERIFY2(!Messages::note({QString::fromLatin1(id), 0, QString(), false}).contains(QString::fromLatin1(id)), id);
}

void TestMessages::ghosts()
{
    TreeNode node;
    node.layer = 4;
    QCOMPARE(Messages::ghost(node), QString());
    node.hiddenBy = 8;
    QCOMPARE(Messages::ghost(node), QStringLiteral("removed in layer 9, still ships in layer 5"));
    node.flags = ReplacedNotDeleted;
    QCOMPARE(Messages::ghost(node), QStringLiteral("replaced in layer 9, the old version still ships in layer 5"));
}

void TestMessages::sizes()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(Messages::bytes(0), QStringLiteral("0 B"));
    QCOMPARE(Messages::bytes(999), QStringLiteral("999 B"));
    QCOMPARE(Messages::bytes(1000), QStringLiteral("1.0 kB"));
    QCOMPARE(Messages::bytes(1'400'000'000), QStringLiteral("1.4 GB"));
    QCOMPARE(Messages::bytes(-1), QStringLiteral("size not known"));
}

void TestMessages::verdicts()
{
    ScenarioVerdict verdict;
    verdict.verdict = Verdict::CannotShip;
    verdict.holding = {0, 1};
    QVERIFY(Messages::verdictSentence(verdict).contains(QStringLiteral("2 finding")));
    QSet<QString> words;
    for (Verdict one : {Verdict::CanShip, Verdict::CanShipWithDuties, Verdict::CannotTell, Verdict::CannotShip})
        words.insert(Messages::verdict(one));
    QCOMPARE(words.size(), 4);
    for (LicenceClass cls : allLicenceClasses)
        words.insert(Messages::licenceClass(cls));
    QCOMPARE(words.size(), 14);
}

/// Every clause of the policy: words are translated, and what stays are names and numbers.
void TestMessages::clausesInChinese()
{
    QCOMPARE(Messages::clause(QStringLiteral("GPL-3.0 s.6(a)-(d); MIT notice sentence")),
             QStringLiteral("GPL-3.0 s.6(a)-(d); MIT notice sentence"));
    const ReportLanguage translator;
    const ReportLanguage::Use chinese(QStringLiteral("zh_CN"));
    QCOMPARE(Messages::clause(QStringLiteral("GPL-3.0 s.6(a)-(d); OpenSSL cond. 3, 6; EUPL-1.2 Art.1")),
             QString::fromUtf8("GPL-3.0 第 6(a)-(d) 条; OpenSSL 第 3 项条件, 6; EUPL-1.2 第 1 条"));
    // Titles of licences and agreements are not translated: by them people find the text.
    static const QRegularExpression names(QStringLiteral(
        "FFmpeg|nonfree|Intel Simplified Software License|Oracle Technology Network License Agreement( for Java SE)?|"
        "CreativeML Open RAIL-M|Canonical IPRights Policy|Visual Studio REDIST|Anaconda|Confluent|Gemma|Llama|cuDNN|cuSPARSELt"));
    static const QRegularExpression word(QStringLiteral("(?<![\\w.-])[A-Za-z]*[a-z]{3,}[a-z]*(?![\\w-])"));
    QStringList left;
    const auto look = [&](const QString &clause) {
        QString text = Messages::clause(clause);
        text.remove(names);
        for (auto match = word.globalMatch(text); match.hasNext();)
            left.append(match.next().captured() + QStringLiteral(" in ") + clause);
    };
    for (const char *file : {"rules", "classes", "duties"}) {
        QFile yaml(QStringLiteral(":/policy/%1.yaml").arg(QLatin1String(file)));
        QVERIFY(yaml.open(QIODevice::ReadOnly));
        static const QRegularExpression line(QStringLiteral("^ *clause: *([^\\n]+)$"), QRegularExpression::MultilineOption);
        const QString text = QString::fromUtf8(yaml.readAll());
        for (auto match = line.globalMatch(text); match.hasNext();)
            look(match.next().captured(1).remove(QLatin1Char('"')));
    }
    left.removeDuplicates();
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
