// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/findingfilter.h"

#include <QTest>

using namespace waybill;

class TestFindingFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void badWords_data();
    void badWords();
};

void TestFindingFilter::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("", true);
    row("bash", true);
    row("BASH", true);
    row("zsh", false);
    row("gpl-3", true);
    row("\"bash 5.2\"", true);
    row("risk:high", true);
    row("risk:>=high", true);
    row("risk:>high", false);
    row("risk:<=medium", false);
    row("risk:low,high", true);
    row("-risk:high", false);
    row("class:SC", true);
    row("class:strong-copyleft,NC", true);
    row("class:PE", false);
    row("status:undecided", true);
    row("status:accept", false);
    row("layer:2", true);
    row("layer:3", false);
    row("path:/usr/bin/**", true);
    row("path:/usr/*", false);
    row("path:/usr/*/bash", true);
    row("-path:/usr/share/doc", false);
    row("-path:/opt", true);
    row("pkg:bash", true);
    row("pkg:bash*", true);
    row("rule:EMB-*", true);
    row("rule:CUDA-*", false);
    row("re:\"^bash [0-9]\"", true);
    row("risk:high class:PE", false);
    row("unknown:key", false);
}

void TestFindingFilter::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    FilterFacts facts;
    facts.risk = RiskLevel::High;
    facts.licenceClass = LicenceClass::StrongCopyleft;
    facts.undecided = true;
    facts.layers = {1};
    facts.subject = QStringLiteral("bash 5.2");
    facts.expression = QStringLiteral("GPL-3.0-only");
    facts.rule = QStringLiteral("EMB-012");
    facts.anyFile = [](const std::function<bool(const QString &)> &test) {
        return test(QStringLiteral("/usr/bin/bash")) || test(QStringLiteral("/usr/share/doc/bash/copyright"));
    };
    const FindingFilter filter = FindingFilter::parse(text);
    QCOMPARE(filter.badWord(), QString());
    QCOMPARE(filter.matches(facts), expected);
}

void TestFindingFilter::badWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bad");
    QTest::newRow("level") << QStringLiteral("risk:huge bash") << QStringLiteral("risk:huge");
    QTest::newRow("class") << QStringLiteral("class:XX") << QStringLiteral("class:XX");
    QTest::newRow("empty value") << QStringLiteral("layer:") << QStringLiteral("layer:");
    QTest::newRow("expression") << QStringLiteral("re:[") << QStringLiteral("re:[");
    QTest::newRow("status") << QStringLiteral("status:maybe") << QStringLiteral("status:maybe");
}

void TestFindingFilter::badWords()
{
    QFETCH(QString, text);
    QFETCH(QString, bad);
    const FindingFilter filter = FindingFilter::parse(text);
    QCOMPARE(filter.badWord(), bad);
    // What is not understood hides nothing.
    FilterFacts facts;
    facts.subject = QStringLiteral("bash");
    QVERIFY(filter.matches(facts));
}

QTEST_GUILESS_MAIN(TestFindingFilter)
#include "tst_findingfilter.moc"
