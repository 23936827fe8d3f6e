// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/cli/verb.h"

#include <QSet>
#include <QTest>

using namespace waybill;

namespace {

/// "a b c" as a list; nothing for an empty text.
QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void helpsEverywhere();
    void verbsAreSound();
};

void TestCommandLine::understands_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("options");
    const QStringList none;
    QTest::newRow("plain") << words("inspect a.tar") << QStringLiteral("inspect") << words("a.tar") << QStringLiteral("table")
                           << none;
    QTest::newRow("flags") << words("inspect --ghosts a.tar --components") << QStringLiteral("inspect") << words("a.tar")
                           << QStringLiteral("table") << words("components ghosts");
    QTest::newRow("options first") << words("--format json --scenario saas check a.tar") << QStringLiteral("check")
                                   << words("a.tar") << QStringLiteral("json") << words("scenario=saas");
    QTest::newRow("equals sign") << words("report a.tar --pdf=x.pdf --draft") << QStringLiteral("report") << words("a.tar")
                                 << QStringLiteral("table") << words("draft pdf=x.pdf");
    QTest::newRow("dashes end") << words("inspect -- --layers") << QStringLiteral("inspect") << words("--layers")
                                << QStringLiteral("table") << none;
}

void TestCommandLine::understands()
{
    QFETCH(const QStringList, call);
    QString problem;
    const CommandLine line = CommandLine::parse(QStringList {QStringLiteral("waybill")} + call, problem);
    QCOMPARE(problem, QString());
    QVERIFY(line.verb);
    QTEST(QString::fromLatin1(line.verb->name), "verb");
    QTEST(line.arguments, "arguments");
    QTEST(line.format, "format");
    QStringList options;
    for (auto it = line.options.cbegin(); it != line.options.cend(); ++it)
        options.append(it->isEmpty() ? it.key() : it.key() + QLatin1Char('=') + it->join(QLatin1Char('|')));
    options.sort();
    QTEST(options, "options");
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::addColumn<QString>("part");  // of the sentence
    QTest::newRow("nothing") << words("") << QStringLiteral("Say what to do: inspect, list");
    QTest::newRow("unknown verb") << words("ship a.tar") << QStringLiteral("Unknown verb \"ship\"");
    QTest::newRow("unknown option") << words("inspect a.tar --colour") << QStringLiteral("colour");
    QTest::newRow("another verb's option") << words("inspect a.tar --pdf x") << QStringLiteral("inspect has no option --pdf");
    QTest::newRow("format") << words("inspect a.tar --format xml") << QStringLiteral("Unknown format \"xml\"; there are: table");
    QTest::newRow("scenario") << words("check a.tar --scenario moon") << QStringLiteral("Unknown scenario \"moon\"");
    QTest::newRow("no image") << words("check") << QStringLiteral("Usage: waybill check IMAGE");
    QTest::newRow("two images") << words("check a b") << QStringLiteral("Usage: waybill check IMAGE");
    QTest::newRow("jobs") << words("check a --jobs 0") << QStringLiteral("--jobs takes a number");
}

void TestCommandLine::refuses()
{
    QFETCH(const QStringList, call);
    QFETCH(const QString, part);
    QString problem;
    CommandLine::parse(QStringList {QStringLiteral("waybill")} + call, problem);
    QVERIFY2(problem.contains(part), qPrintable(problem));
}

void TestCommandLine::helpsEverywhere()
{
    QString problem;
    CommandLine line = CommandLine::parse({QStringLiteral("waybill"), QStringLiteral("--help")}, problem);
    QCOMPARE(int(line.wish), int(CommandLine::Wish::Help));
    QVERIFY(!line.verb);
    const QString all = CommandLine::help(nullptr);
    for (const Verb *verb : allVerbs()) {
        QVERIFY(all.contains(QString::fromLatin1(verb->name)));
        const QString own = CommandLine::help(verb);
        for (const OptionText &option : verb->options)
            QVERIFY2(own.contains(QStringLiteral("--") + QString::fromLatin1(option.name)), qPrintable(own));
        QVERIFY(own.contains(QStringLiteral("--output")));
    }
    line = CommandLine::parse({QStringLiteral("waybill"), QStringLiteral("check"), QStringLiteral("--help")}, problem);
    QCOMPARE(line.verb, &checkVerb());
    QVERIFY(problem.isEmpty());
}

void TestCommandLine::verbsAreSound()
{
    QSet<QString> names;
    for (const Verb *verb : allVerbs()) {
        names.insert(QString::fromLatin1(verb->name));
        QVERIFY(verb->run);
        QVERIFY(!verb->formats.isEmpty());
        QCOMPARE(findVerb(QString::fromLatin1(verb->name)), verb);
    }
    QCOMPARE(names.size(), qsizetype(allVerbs().size()));
    QVERIFY(!findVerb(QStringLiteral("nothing")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
