// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/debiancopyright.h"

#include <QTest>

using namespace waybill;

class TestDebianCopyright : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsStanzas();
    void leavesOutSourceOnlyStanzas();
    void resolvesLocalNamesByTheirText();
    void keepsKnownParts();
    void readsFreeForm_data();
    void readsFreeForm();
    void findsAgreements();
    void survivesDamage();

private:
    DebianCopyright read(const QByteArray &text) const { return readDebianCopyright(text, *m_catalog, *m_matcher); }
    std::shared_ptr<const LicenceCatalog> m_catalog;
    std::shared_ptr<const LicenceMatcher> m_matcher;
};

static const QByteArray format
    = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: x\n\n";

void TestDebianCopyright::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY(catalog.has_value());
    m_catalog = *catalog;
    const auto matcher = LicenceMatcher::load(m_catalog);
    QVERIFY2(matcher.has_value(), matcher ? "" : qPrintable(matcher.error().cause));
    m_matcher = *matcher;
}

void TestDebianCopyright::readsStanzas()
{
    const DebianCopyright result
        = read(format
               + "Files: *\nCopyright: 2020 A\n 2021 B\nLicense: Expat\n\n"
                 "Files: src/*.c\n lib/?.h\nCopyright: C\nLicense: LGPL-2.1+\n\nLicense: Expat\n words\n");
    QVERIFY(result.machineReadable);
    QCOMPARE(result.stanzas.size(), std::size_t(2));
    QCOMPARE(result.stanzas[0].copyright, QStringLiteral("2020 A\n2021 B"));
    QCOMPARE(result.stanzas[0].firstLine, 4);
    QCOMPARE(result.stanzas[0].lastLine, 7);
    QCOMPARE(result.stanzas[1].globs, QStringList({QStringLiteral("src/*.c"), QStringLiteral("lib/?.h")}));
    QCOMPARE(result.expression, QStringLiteral("MIT AND LGPL-2.1-or-later"));
    QCOMPARE(result.licenceClass, LicenceClass::WeakCopyleft);
    QCOMPARE(stanzaFor(result, "README")->expression, QStringLiteral("MIT"));
    QCOMPARE(stanzaFor(result, "src/deep/a.c")->expression, QStringLiteral("LGPL-2.1-or-later"));
    QCOMPARE(stanzaFor(result, "lib/a.h")->expression, QStringLiteral("LGPL-2.1-or-later"));
    QCOMPARE(stanzaFor(result, "lib/ab.h")->expression, QStringLiteral("MIT"));
}

void TestDebianCopyright::leavesOutSourceOnlyStanzas()
{
    const DebianCopyright result
        = read(format
               + "Files: *\nCopyright: A\nLicense: ISC\n\nFiles: debian/*\nCopyright: B\nLicense: GPL-3+\n\n"
                 "Files: tests/* m4/*\nCopyright: C\nLicense: GPL-2\n");
    QCOMPARE(result.stanzas.size(), std::size_t(3));
    QCOMPARE(result.expression, QStringLiteral("ISC"));
}

void TestDebianCopyright::resolvesLocalNamesByTheirText()
{
    QByteArray text = m_matcher->referenceText(QStringLiteral("BSD-3-Clause"));
    text.replace("\n\n", "\n.\n");
    text.replace("\n", "\n ");
    const DebianCopyright result = read(format + "Files: *\nCopyright: A\nLicense: our-own\n\nLicense: our-own\n " + text + "\n");
    QCOMPARE(result.expression, QStringLiteral("BSD-3-Clause"));
    QCOMPARE(result.stanzas[0].kind, MatchKind::ExactText);
    QCOMPARE(result.unresolved, QStringList());
}

void TestDebianCopyright::keepsKnownParts()
{
    const DebianCopyright result = read(format + "Files: *\nCopyright: A\nLicense: GPL-2+ and mystery\n");
    QCOMPARE(result.expression, QStringLiteral("GPL-2.0-or-later"));
    QCOMPARE(result.unresolved, QStringList(QStringLiteral("mystery")));
    QCOMPARE(read(format + "Files: *\nCopyright: A\nLicense: mystery\n").expression, QString());
    // Without "with or without modification" this is not the licence of that name, so nobody knows the short name.
    const DebianCopyright altered
        = read(format + "Files: *\nCopyright: A\nLicense: MIT\n\nFiles: a.c\nCopyright: B\nLicense: local\n "
               + QByteArray(m_matcher->referenceText(QStringLiteral("TCP-wrappers")))
                     .replace(", with or without modification, are", " are")
                     .simplified()
               + "\n");
    QCOMPARE(altered.expression, QStringLiteral("MIT"));
    QCOMPARE(altered.unresolved, QStringList(QStringLiteral("local")));
    const DebianCopyright free = read(format + "Files: *\nCopyright: public-domain\nLicense: ad-hoc\n collected from the net\n");
    QCOMPARE(free.expression, QStringLiteral("LicenseRef-public-domain"));
    QCOMPARE(free.unresolved, QStringList());
}

void TestDebianCopyright::readsFreeForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    QTest::newRow("header and path") << QByteArray(
        "This package was debianized by X.\n\nLicense:\n\n   This package is free software; you can redistribute it and/or\n"
        "   modify it under the terms of the GNU Lesser General Public\n   License as published by the Free Software Foundation; "
        "either\n"
        "   version 2.1 of the License, or (at your option) any later version.\n\nOn Debian systems, the complete text of the "
        "GNU\n"
        "Lesser General Public License can be found in `/usr/share/common-licenses/LGPL-2.1'.\n")
                                     << QStringLiteral("LGPL-2.1-or-later");
    QTest::newRow("path only") << QByteArray("On Debian systems, the licence is in /usr/share/common-licenses/Apache-2.0.\n")
                               << QStringLiteral("Apache-2.0");
    QTest::newRow("packaging apart") << QByteArray(
        "Licensed under the Apache License, Version 2.0 (the \"License\").\n\n\n"
        "The Debian packaging is (C) 2006, X and is licensed under the GPL version 3.\n")
                                     << QStringLiteral("Apache-2.0");
    QTest::newRow("Perl") << QByteArray(
        "This program is free software; you can redistribute it and/or modify it under the terms of either:\n"
        "a) the GNU General Public License as published by the Free Software Foundation; either version 1, or (at\n"
        "your option) any later version, or\nb) the \"Artistic License\".\n\n"
        "See /usr/share/common-licenses/Artistic and /usr/share/common-licenses/GPL\n")
                          << QStringLiteral("GPL-1.0-or-later OR Artistic-1.0-Perl");
    QTest::newRow("public domain") << QByteArray("This file is in the public domain.\n")
                                   << QStringLiteral("LicenseRef-public-domain");
    QTest::newRow("nothing") << QByteArray("Ask the author.\n") << QString();
}

void TestDebianCopyright::readsFreeForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expression);
    const DebianCopyright result = read(text);
    QVERIFY(!result.machineReadable);
    QCOMPARE(result.expression, expression);
}

void TestDebianCopyright::findsAgreements()
{
    const QByteArray text
        = "Files:\n amd64/*\nCopyright: N\nLicense: other-NVIDIA-CUDA-TOOLKIT-11.6.2\n End User License Agreement\n .\n"
          " Terms govern\n the use of NVIDIA software. CUDA Toolkit Supplement. Last updated: October 8, 2021\n\n"
          "Files: */cuda_gdb/*\nCopyright: F\nLicense: GPL-3.0+\n\nFiles: debian/*\nCopyright: D\nLicense: GPL-2+\n";
    const DebianCopyright result = read(format + text);
    QCOMPARE(result.edition, QStringLiteral("nvidia-cuda-eula-2021-10-08"));
    QCOMPARE(result.expression, QStringLiteral("LicenseRef-NVIDIA-CUDA-EULA AND GPL-3.0-or-later"));
    QCOMPARE(result.licenceClass, LicenceClass::VendorInternal);
    QCOMPARE(stanzaFor(result, "amd64/cuda_gdb/gdb.c")->expression, QStringLiteral("GPL-3.0-or-later"));
    QCOMPARE(result.stanzas[0].kind, MatchKind::Eula);
}

void TestDebianCopyright::survivesDamage()
{
    QVERIFY(!read({}).machineReadable);
    QCOMPARE(read("Format:").stanzas.size(), std::size_t(0));
    QCOMPARE(read(format + "Files:").stanzas.size(), std::size_t(1));
    QCOMPARE(read(format + " stray\n:\n\nLicense").expression, QString());
    QCOMPARE(read(QByteArray("\0\0\xff Format: \0", 12)).expression, QString());
}

QTEST_APPLESS_MAIN(TestDebianCopyright)
#include "tst_debiancopyright.moc"
