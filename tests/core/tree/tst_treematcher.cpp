// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/treematcher.h"

#include <QTest>

using namespace waybill;

class TestTreeMatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void globs_data();
    void globs();
    void globsTakeBoundedTime();
    void plain_data();
    void plain();
    void whatIsAsked();
    void expressions_data();
    void expressions();
};

void TestTreeMatcher::globs_data()
{
    QTest::addColumn<QByteArray>("glob");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *glob, const char *text, bool matches) {
        QTest::addRow("%s on %s", glob, text) << QByteArray(glob) << QByteArray(text) << matches;
    };
    row("abc", "ABC", true);
    row("abc", "abcd", false);
    row("", "", true);
    row("*", "", true);
    row("*", "a/b", false);
    row("*.so", "libm.so", true);
    row("*.so", "libm.so.6", false);
    row("*.so*", "libm.so.6", true);
    row("*a*b*c", "xxaxxbxxbxc", true);
    row("*a*b*c", "xxaxxbxxbx", false);
    row("?", "\xc3\xa4", true);
    row("??", "\xc3\xa4", false);
    row("?", "/", false);
    row("[a-c]x", "Bx", true);
    row("[!a-c]x", "bx", false);
    row("[!a-c]x", "dx", true);
    row("[]x", "[]x", true);
    row("[ab", "[ab", true);
    row("/usr/*/blob", "/usr/share/blob", true);
    row("/usr/*/blob", "/usr/share/x/blob", false);
    row("/usr/**", "/usr/share/x/blob", true);
    row("/usr/**/blob", "/usr/blob", true);
    row("/usr/**/blob", "/usr/share/x/blob", true);
    row("/usr/**/blob", "/usr/xblob", false);
    row("/**/x*y/**/z", "/a/xy/b/x1y/c/z", true);
    row("/**/x*y/**/z", "/a/x/y/z", false);
    row("/a**/c", "/ab/b/c", true);
    row("/a**c", "/a/b/c", true);
    row("**", "/any/thing", true);
    row("/**/lib*/**/*.so", "/usr/lib64/x/y/libm.so", true);
    row("/**/lib*/**/*.so", "/usr/share/x/y/m.so", false);
}

void TestTreeMatcher::globs()
{
    QFETCH(QByteArray, glob);
    QFETCH(QByteArray, text);
    QFETCH(bool, matches);
    QCOMPARE(GlobPattern(glob.toStdString()).matches(text.toStdString()), matches);
}

void TestTreeMatcher::globsTakeBoundedTime()
{
    // A matcher that tries every place for every star would not come back from this.
    std::string glob;
    for (int i = 0; i < 30; ++i)
        glob += "*a";
    QVERIFY(!GlobPattern(glob + "b").matches(std::string(20'000, 'a')));
    QVERIFY(GlobPattern(glob).matches(std::string(20'000, 'a')));
}

void TestTreeMatcher::plain_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("case") << QStringLiteral("MakeFile") << QByteArray("GNUmakefile.in") << true;
    QTest::newRow("restart inside") << QStringLiteral("aab") << QByteArray("aaab") << true;
    QTest::newRow("longer than the text") << QStringLiteral("abcd") << QByteArray("abc") << false;
    QTest::newRow("letters beyond ASCII") << QStringLiteral("ÄPFEL") << QByteArray("\xc3\xa4pfel.txt") << true;
    QTest::newRow("dots are dots") << QStringLiteral("a.b") << QByteArray("axb") << false;
    QTest::newRow("not UTF-8") << QStringLiteral("b")
                               << QByteArray("\xff\xfe"
                                             "b")
                               << true;
}

void TestTreeMatcher::plain()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, text);
    QFETCH(bool, matches);
    QCOMPARE(TreeMatcher({TreeFilter::Syntax::Plain, words}).matches(text.toStdString()), matches);
}

void TestTreeMatcher::whatIsAsked()
{
    using Syntax = TreeFilter::Syntax;
    QVERIFY(!TreeMatcher({Syntax::Plain, QStringLiteral("a")}).wantsPath());
    QVERIFY(TreeMatcher({Syntax::Plain, QStringLiteral("a/b")}).wantsPath());
    QVERIFY(!TreeMatcher({Syntax::Glob, QStringLiteral("*")}).wantsPath());
    QVERIFY(TreeMatcher({Syntax::Regex, QStringLiteral("a")}).wantsPath());
    QVERIFY(TreeMatcher({Syntax::Glob, QStringLiteral("Ä*")}).matches("\xc3\xa4x"));
    // Relative globs with a slash are meant from the root.
    QVERIFY(TreeMatcher({Syntax::Glob, QStringLiteral("usr/*")}).matches("/usr/bin"));
    QVERIFY(!TreeMatcher({Syntax::Glob, QStringLiteral("bin/*")}).matches("/usr/bin/x"));
    QVERIFY(TreeMatcher({Syntax::Glob, QStringLiteral("**/bin/*")}).matches("/usr/bin/x"));
    QVERIFY(!TreeMatcher({Syntax::Regex, QStringLiteral("[")}).error().isEmpty());
}

void TestTreeMatcher::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *expression, const char *text, bool matches) {
        QTest::newRow(name) << QString::fromUtf8(expression) << QByteArray(text) << matches;
    };
    row("case", "LIB.*\\.SO$", "/usr/lib/libm.so", true);
    row("end", "lib.*\\.so$", "/usr/lib/libm.so.6", false);
    row("case beyond ASCII", "\xc3\x84PFEL", "/\xc3\xa4pfel", true);
    row("one dot is one character", "^/a.b$",
        "/a\xc3\xa4"
        "b",
        true);
    row("dot takes a line end", "^/a.b$", "/a\nb", true);
    row("behind bytes that are not UTF-8", "b$", "/\xff\xfe/b", true);
    row("a byte that is not UTF-8 is no character", "^/.b$",
        "/\xff"
        "b",
        false);
    row("groups", "(a|b)(c|d)\\1", "/xacax", true);
    row("look behind", "(?<=lib)m", "/libm", true);
    // Trying every way would outlive us: undecided is shown.
    row("too much work", "(a|aa)+$", std::string(400, 'a').append("b").c_str(), true);
}

void TestTreeMatcher::expressions()
{
    QFETCH(QString, expression);
    QFETCH(QByteArray, text);
    QFETCH(bool, matches);
    const TreeMatcher matcher({TreeFilter::Syntax::Regex, expression});
    QCOMPARE(matcher.error(), QString());
    QCOMPARE(matcher.matches(text.toStdString()), matches);
}

QTEST_GUILESS_MAIN(TestTreeMatcher)
#include "tst_treematcher.moc"
