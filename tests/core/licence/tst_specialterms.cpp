// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/fileterms.h"

#include <QTest>

using namespace waybill;

/// Agreements of special-terms.yaml, terms that nobody knows, and words that look like a licence and are none.
class TestSpecialTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesAgreements_data();
    void namesAgreements();
    void neverShowsAsPermissive_data();
    void neverShowsAsPermissive();
    void ignoresTalk_data();
    void ignoresTalk();
    void staysLinear_data();
    void staysLinear();

    void keepsOwnNotice();

private:
    FileTerms read(const QByteArray &text) const { return readFileTerms(QStringLiteral("a.txt"), text, *m_catalog, *m_matcher); }

    std::shared_ptr<const LicenceCatalog> m_catalog;
    std::shared_ptr<const LicenceMatcher> m_matcher;
};

void TestSpecialTerms::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY(catalog);
    m_catalog = *catalog;
    const auto matcher = LicenceMatcher::load(m_catalog);
    QVERIFY(matcher);
    m_matcher = *matcher;
}

void TestSpecialTerms::namesAgreements_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("edition");
    QTest::addColumn<LicenceClass>("cls");
    const auto row = [](const char *name, const char *text, const char *expression, const char *edition, LicenceClass cls) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(expression) << QString::fromLatin1(edition) << cls;
    };
    row("Llama 2",
        "LLAMA 2 COMMUNITY LICENSE AGREEMENT\nLlama 2 Version Release Date: July 18, 2023\n\"Llama Materials\" means all\n",
        "LicenseRef-Llama-2", "llama-2-2023-07-18", LicenceClass::RestrictedUse);
    row("Llama 3.1", "LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\nRelease Date: July 23, 2024\nThe Llama Materials are ...\n",
        "LicenseRef-Llama-3.1", "llama-3.1-2024-07-23", LicenceClass::RestrictedUse);
    row("Gemma", "Gemma Terms of Use\nLast modified: April 1, 2024\nBy using Gemma you ...\n", "LicenseRef-Gemma",
        "gemma-2024-04-01", LicenceClass::RestrictedUse);
    row("RAIL", "CreativeML Open RAIL-M\ndated August 22, 2022\n\nAttachment A\nUse Restrictions\n", "LicenseRef-OpenRAIL-M",
        "creativeml-openrail-m-2022-08-22", LicenceClass::RestrictedUse);
    row("Qwen", "Tongyi Qianwen LICENSE AGREEMENT\nRelease Date: August 3, 2023\n\"We\" means Alibaba Cloud.\n",
        "LicenseRef-Qwen", "qwen-2023-08-03", LicenceClass::RestrictedUse);
    row("Intel", "Intel Simplified Software License (Version October 2022)\nReverse engineering is not allowed.\n",
        "LicenseRef-intel-issl", "intel-issl-2022-10", LicenceClass::VendorRedistributable);
    row("Oracle", "Oracle No-Fee Terms and Conditions\nLicense Rights and Restrictions\n", "LicenseRef-Oracle-NFTC", "",
        LicenceClass::VendorRedistributable);
    row("Anaconda", "Anaconda Terms of Service\nEffective March 31, 2024\nAnaconda grants ...\n", "LicenseRef-Anaconda-ToS",
        "anaconda-tos-2024-03-31", LicenceClass::VendorInternal);
    row("Commons Clause beside MIT",
        "\"Commons Clause\" License Condition v1.0\nThe License does not grant to you the right to Sell the Software.\n"
        "License: MIT\n",
        "LicenseRef-Commons-Clause AND MIT", "commons-clause-1.0", LicenceClass::SourceAvailable);
    row("SSPL by name", "Licensed under the Server Side Public License, v 1.\n", "SSPL-1.0", "", LicenceClass::SourceAvailable);
    row("model card", "---\nlicense: llama3.1\n---\n# A model\n", "LicenseRef-Llama-3.1", "", LicenceClass::RestrictedUse);
    row("non-commercial Creative Commons", "Licensed under CC BY-NC 4.0\n", "CC-BY-NC-4.0", "", LicenceClass::RestrictedUse);
}

void TestSpecialTerms::namesAgreements()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, edition);
    QFETCH(LicenceClass, cls);
    const FileTerms terms = read(text);
    QTEST(terms.expression, "expression");
    QCOMPARE(terms.licenceClass, cls);
    QVERIFY(!terms.matches.empty());
    QCOMPARE(terms.matches.front().edition, edition);
}

void TestSpecialTerms::neverShowsAsPermissive_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    QTest::newRow("rights reserved") << QByteArray("/* Copyright (c) 2019 Acme Corp. All rights reserved. */\nint a;\n")
                                     << QStringLiteral("LicenseRef-All-Rights-Reserved");
    QTest::newRow("confidential") << QByteArray("Copyright 2020 Acme. Confidential and proprietary.\n")
                                  << QStringLiteral("LicenseRef-Proprietary");
    QTest::newRow("evaluation") << QByteArray("This build is for evaluation purposes only.\n")
                                << QStringLiteral("LicenseRef-Proprietary");
    QTest::newRow("no redistribution") << QByteArray("Copyright Acme. Redistribution is prohibited.\n")
                                       << QStringLiteral("LicenseRef-Proprietary");
    QTest::newRow("non-commercial") << QByteArray("The data are for non-commercial use only.\n")
                                    << QStringLiteral("LicenseRef-NonCommercial");
    QTest::newRow("nothing") << QByteArray("Copyright 2020 Acme.\n") << QString();
}

void TestSpecialTerms::neverShowsAsPermissive()
{
    QFETCH(QByteArray, text);
    const FileTerms terms = read(text);
    QTEST(terms.expression, "expression");
    QVERIFY(terms.licenceClass == LicenceClass::Unknown || terms.licenceClass == LicenceClass::VendorInternal
            || terms.licenceClass == LicenceClass::RestrictedUse);
}

void TestSpecialTerms::ignoresTalk_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
    row("a number of a program", "# python 2\nprint 1\n");
    row("a path", "/python/validate.proto\n");
    row("an identifier", "#endif // ACME_LGPL_LICENSE_WARNING\n");
    row("a file name", "EXTRA_DIST = COPYING.GPL LICENSE\n");
    row("a variable", "public $domain;\n");
    row("over a heading", "It writes XML and JSON.\n\n# License\n");
    row("a short form that is denied", "Programs of users are not subject to the GNU General Public License (GPL).\n");
    row("once free", "The old public domain implementation was slow.\n");
    row("patterns of a checker", "permit:\n  - CC0.*\n  - MIT.*\n  - Apache.*\n");
    row("a list of names", "names:\n - Apache-2.0\n - BSD-3-Clause\n - MPL-2.0\n - EPL-1.0\n");
    row("what contributors must do", "Contributions must be licensed under the GPL.\n");
    row("rights are told elsewhere", "Copyright 2009 The Authors. All rights reserved.\nSee the LICENSE file for the terms.\n");
    row("a key of a table", "License *License `json:\"license,omitempty\"`\n");
    row("values of a test", "cases := []string{\n\t\"WTFPL\",\n\t\"GPL-2.0-or-later\",\n}\n");
    row("two values", "cache.Get(\"python\", \"v1\")\n");
    row("a path to test data", "open(\"testdata/apache-2.0\")\n");
    row("an exception's id", "\"reference\": \"https://spdx.org/licenses/LGPL-3.0-linking-exception.html\",\n");
    row("an example", "/// in the same group (e.g. all GPL licenses)\n");
    row("a longer word", "it reads the syft-json license value\n");
    row("internal use", "/// For internal use only, called by the parser.\n");
}

void TestSpecialTerms::ignoresTalk()
{
    QFETCH(QByteArray, text);
    QCOMPARE(read(text).expression, QString());
}

/// A checker of licences is under its own, not under those it looks for.
void TestSpecialTerms::keepsOwnNotice()
{
    QCOMPARE(
        read("// SPDX-License-Identifier: ISC\nstatic const char *const licence = \"MIT\";\nconst dataLicense = \"CC0-1.0\";\n")
            .expression,
        QStringLiteral("ISC"));
    QByteArray list;
    const QStringList ids = m_catalog->ids();
    for (qsizetype i = 0; i < 60; ++i)
        list += "see https://spdx.org/licenses/" + ids.at(i * 5).toUtf8()
            + ".html for the words and so on and so forth and more\n";
    QCOMPARE(read(list).expression, QString());
}

void TestSpecialTerms::staysLinear_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("expression");
    QTest::newRow("tags") << QByteArray("SPDX-License-Identifier: MIT\n") << 100'000 << QStringLiteral("MIT");
    QTest::newRow("one line") << QByteArray("licence gpl ") << 200'000 << QStringLiteral("GPL-1.0-or-later");
    QTest::newRow("zero bytes") << QByteArray("\0\0\0", 3) << 1'000'000 << QString();
    QTest::newRow("title without end") << QByteArray("End User License Agreement ") << 100'000 << QString();
    QTest::newRow("beginning of a text") << QByteArray("Permission is hereby granted, free of charge, to any person obtaining ")
                                         << 30'000 << QString();
    QTest::newRow("copyright lines") << QByteArray("Copyright (c) 2020 A B C licensed\n") << 50'000 << QString();
    QTest::newRow("broken tags of HTML") << QByteArray("<a <b &am \\u12 <") << 200'000 << QString();
    QTest::newRow("half of UTF-8") << QByteArray("\xE2\x80") << 1'000'000 << QString();
}

/// Nothing that repeats is read more than a bounded number of times; a quadratic reader would not end within the test's limit.
void TestSpecialTerms::staysLinear()
{
    QFETCH(QByteArray, piece);
    QFETCH(int, times);
    QTEST(read(piece.repeated(times)).expression, "expression");
}

QTEST_GUILESS_MAIN(TestSpecialTerms)
#include "tst_specialterms.moc"
