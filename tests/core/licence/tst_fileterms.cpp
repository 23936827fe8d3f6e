// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/fileterms.h"

#include <QTest>

using namespace waybill;

/// Loose files as a whole: manifests, encodings, choices, copyright statements.
class TestFileTerms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsManifests_data();
    void readsManifests();
    void readsTexts_data();
    void readsTexts();
    void givesRangesOfTheRawBytes();
    void prefersTheField();
    void readsStanzas();
    void collectsHolders();
    void staysBounded();

private:
    FileTerms read(const char *name, const QByteArray &bytes) const
    {
        return readFileTerms(QString::fromLatin1(name), bytes, *m_catalog, *m_matcher);
    }
    std::shared_ptr<const LicenceCatalog> m_catalog;
    std::shared_ptr<const LicenceMatcher> m_matcher;
};

void TestFileTerms::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().cause));
    m_catalog = *catalog;
    const auto matcher = LicenceMatcher::load(m_catalog);
    QVERIFY2(matcher.has_value(), matcher ? "" : qPrintable(matcher.error().cause));
    m_matcher = *matcher;
}

void TestFileTerms::readsManifests_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    const auto row = [](const char *name, const QByteArray &text, const char *expression) {
        QTest::addRow("%s %s", name, expression) << QByteArray(name) << text << QString::fromLatin1(expression);
    };
    row("package.json", R"json({"name": "a", "license": "(MIT OR GPL-3.0)"})json", "MIT OR GPL-3.0-only");
    row("package.json", R"json({"licenses": [{"type": "MIT"}, {"type": "Apache-2.0"}]})json", "MIT OR Apache-2.0");
    row("package.json", R"json({"license": "SEE LICENSE IN EULA.txt"})json", "");
    row("composer.json", R"json({"license": ["LGPL-2.1-only", "GPL-3.0-or-later"]})json", "LGPL-2.1-only OR GPL-3.0-or-later");
    row("METADATA", "Metadata-Version: 2.1\nName: a\nLicense: MIT\nClassifier: License :: OSI Approved :: BSD License\n", "MIT");
    row("PKG-INFO", "Name: a\nClassifier: License :: OSI Approved :: MIT License\n", "MIT");
    row("METADATA", "License-Expression: Apache-2.0 AND MIT\n", "Apache-2.0 AND MIT");
    row("pyproject.toml", "[project]\nname = \"a\"\nlicense = {text = \"BSD-3-Clause\"}\n", "BSD-3-Clause");
    row("setup.cfg", "[metadata]\nname = a\nlicense = Apache-2.0\n", "Apache-2.0");
    row("Cargo.toml", "[package]\nlicense = \"MIT OR Apache-2.0\"\n", "MIT OR Apache-2.0");
    row("pom.xml",
        "<project><licenses><license><name>Apache License, Version 2.0</name><url>x</url></license></licenses></project>",
        "Apache-2.0");
    row("a.nuspec", "<package><metadata><license type=\"expression\">MIT</license></metadata></package>", "MIT");
    row("a.gemspec", "Gem::Specification.new do |s|\n  s.licenses = ['MIT', 'Ruby']\nend\n", "MIT AND Ruby");
    row("DESCRIPTION", "Package: a\nLicense: GPL (>= 2)\n", "GPL-2.0-or-later");
    row("a.spec", "Name: a\nLicense: GPLv2+ and MIT\n", "GPL-2.0-or-later AND MIT");
    row("APKBUILD", "pkgname=a\nlicense=\"ISC AND Zlib\"\n", "ISC AND Zlib");
    row("PKGBUILD", "license=('MIT' 'BSD-3-Clause')\n", "MIT AND BSD-3-Clause");
    row("CITATION.cff", "cff-version: 1.2.0\nlicense: CC-BY-4.0\n", "CC-BY-4.0");
    row("README.md", "---\nlicense: apache-2.0\ntags: []\n---\n# Model\n", "Apache-2.0");
    row("a.spdx", "SPDXVersion: SPDX-2.3\nPackageLicenseConcluded: MIT\n", "MIT");
    row("openapi.json", R"json({"openapi": "3.1.0", "info": {"license": {"name": "MIT", "url": "x"}}})json", "MIT");
    row("REUSE.toml", "version = 1\n[[annotations]]\npath = \"a\"\nSPDX-License-Identifier = \"CC0-1.0\"\n", "CC0-1.0");
}

void TestFileTerms::readsManifests()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    QFETCH(QString, expression);
    const FileTerms terms = read(name.constData(), text);
    QCOMPARE(terms.expression, expression);
    QVERIFY(!terms.manifestFormat.isEmpty());
}

void TestFileTerms::readsTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    const QByteArray mit = m_matcher->referenceText(QStringLiteral("MIT"));
    QTest::newRow("nothing") << QByteArray("int main(void) { return 0; }\n") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("choice") << QByteArray(
        "Licensed under either of the Apache License, Version 2.0 or the MIT license, at your option.\n")
                            << QStringLiteral("Apache-2.0 OR MIT");
    QTest::newRow("both tags") << QByteArray("# SPDX-License-Identifier: MIT\n# SPDX-License-Identifier: ISC\n")
                               << QStringLiteral("MIT AND ISC");
    QByteArray condition = mit;
    condition.replace("THE SOFTWARE IS PROVIDED",
                      "Every user must send the author a postcard and shall not sell it.\n\nTHE SOFTWARE IS PROVIDED");
    QTest::newRow("added condition") << condition << QStringLiteral("LicenseRef-altered-MIT");
    QByteArray dual = m_matcher->referenceText(QStringLiteral("BSD-3-Clause"));
    dual.replace(
        "THIS SOFTWARE IS PROVIDED BY",
        "Alternatively, this software may be distributed under the terms of the GNU General Public License version 2.\n\n"
        "THIS SOFTWARE IS PROVIDED BY");
    QTest::newRow("a choice inside a text") << dual << QStringLiteral("BSD-3-Clause OR GPL-2.0-only");
}

void TestFileTerms::readsTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expression);
    QCOMPARE(read("a.txt", text).expression, expression);
}

void TestFileTerms::givesRangesOfTheRawBytes()
{
    const QString line = QStringLiteral("// é\n// SPDX-License-Identifier: MIT\n");
    const QByteArray wide = QByteArray("\xFF\xFE", 2) + QByteArray(reinterpret_cast<const char *>(line.utf16()), line.size() * 2);
    const FileTerms terms = read("a.c", wide);
    QCOMPARE(QString(terms.encoding), QStringLiteral("utf-16le"));
    QCOMPARE(terms.matches.size(), std::size_t(1));
    QCOMPARE(terms.matches.front().firstByte, qint64(2 + 2 * line.indexOf(QLatin1String("SPDX"))));
    QCOMPARE(terms.matches.front().endByte, qint64(2 + 2 * (line.indexOf(QLatin1String("MIT")) + 3)));
    QCOMPARE(terms.matches.front().firstLine, 2);
}

void TestFileTerms::prefersTheField()
{
    const FileTerms terms
        = read("METADATA", "Name: a\nLicense: MIT\n\nThis is licensed under the Apache License, Version 2.0.\n");
    QCOMPARE(terms.expression, QStringLiteral("MIT"));
    QCOMPARE(terms.detected, QStringLiteral("Apache-2.0"));
    QVERIFY(terms.contradiction);
}

void TestFileTerms::readsStanzas()
{
    const FileTerms terms = read("copyright",
                                 "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\n"
                                 "Copyright: 2020 A\nLicense: GPL-2+\n\nFiles: src/b/*\nCopyright: 2021 B\nLicense: Expat\n");
    QCOMPARE(terms.manifestFormat, QStringLiteral("debian-copyright"));
    QCOMPARE(terms.matches.size(), std::size_t(2));
    QCOMPARE(terms.matches.back().expression, QStringLiteral("MIT"));
    QCOMPARE(terms.matches.back().firstLine, 7);
}

void TestFileTerms::collectsHolders()
{
    const FileTerms terms
        = read("a.c",
               "/* Copyright (c) 2019-2021 Jane Doe <jane@example.org>\n * Copyright 2022 Jane Doe. All rights reserved.\n"
               " * Copyright (C) 2020 ACME, Inc.\n * (c) 1999, 2001 acme inc\n * the copyright holder may not be held\n"
               " * Copyright (c) <year> <owner>\n */\n");
    QCOMPARE(terms.holders, QStringList({QStringLiteral("Jane Doe"), QStringLiteral("ACME, Inc.")}));
    QCOMPARE(terms.copyrights.size(), std::size_t(4));
    QCOMPARE(terms.copyrights.front().years, QStringLiteral("2019-2021"));
}

void TestFileTerms::staysBounded()
{
    // one long line, zero bytes, very many tags: an answer without a crash, and nothing invented
    QCOMPARE(read("a.txt", QByteArray(8'000'000, 'x')).expression, QString());
    QCOMPARE(read("a.txt", QByteArray(1'000'000, '\0')).expression, QString());
    QCOMPARE(read("a.txt", QByteArray("# SPDX-License-Identifier: MIT\n").repeated(20'000)).expression, QStringLiteral("MIT"));
}

QTEST_APPLESS_MAIN(TestFileTerms)
#include "tst_fileterms.moc"
