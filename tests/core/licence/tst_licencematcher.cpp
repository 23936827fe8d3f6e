// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpression.h"
#include "core/licence/licencematcher.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <set>

using namespace waybill;

class TestLicenceMatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesEveryText_data();
    void namesEveryText();
    void readsNotices_data();
    void readsNotices();
    void findsSeveralTexts();
    void tellsNearVariantsApart();
    void refusesTurnedMeanings_data();
    void refusesTurnedMeanings();
    void ignoresWordLists();
    void bindsExceptions();
    void knowsAgreements();
    void givesRanges();
    void acceptsAnyBytes();
    void staysLinear();

private:
    QStringList textNames(const QByteArray &text) const;
    QStringList names(const QByteArray &text) const;
    QByteArray reference(const char *id) const { return m_matcher->referenceText(QString::fromLatin1(id)); }

    std::shared_ptr<const LicenceCatalog> m_catalog;
    std::shared_ptr<const LicenceMatcher> m_matcher;
};

void TestLicenceMatcher::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().cause));
    m_catalog = *catalog;
    const auto matcher = LicenceMatcher::load(m_catalog);
    QVERIFY2(matcher.has_value(), matcher ? "" : qPrintable(matcher.error().cause));
    m_matcher = *matcher;
}

QStringList TestLicenceMatcher::textNames(const QByteArray &text) const
{
    QStringList found;
    for (const LicenceMatch &match : m_matcher->match(text)) {
        if (match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText)
            found.append(match.expression);
    }
    return found;
}

QStringList TestLicenceMatcher::names(const QByteArray &text) const
{
    QStringList found;
    for (const LicenceMatch &match : m_matcher->match(text))
        found.append(match.expression);
    return found;
}

void TestLicenceMatcher::namesEveryText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("each");
    QTest::addColumn<bool>("upper");
    QTest::addColumn<int>("least");  // per thousand of all texts
    QTest::newRow("as they are") << QByteArray() << QByteArray() << false << 1000;
    QTest::newRow("in a C comment") << QByteArray("/*\n") << QByteArray(" * ") << false << 995;
    QTest::newRow("behind hashes") << QByteArray("#!/bin/sh\n") << QByteArray("# ") << false << 995;
    QTest::newRow("behind slashes") << QByteArray() << QByteArray("// ") << false << 995;
    QTest::newRow("quoted") << QByteArray("> he wrote:\n") << QByteArray("> ") << false << 995;
    QTest::newRow("in capitals") << QByteArray() << QByteArray() << true << 995;
}

void TestLicenceMatcher::namesEveryText()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, each);
    QFETCH(bool, upper);
    QFETCH(int, least);
    const auto wordsOf = [](const QByteArray &text) { return text.toLower().simplified(); };
    std::map<QByteArray, std::set<QString>> same;  // several ids share a text
    QStringList ids;
    for (const QString &id : m_catalog->ids()) {
        const QByteArray text = m_matcher->referenceText(id);
        if (text.isEmpty())
            continue;
        ids.append(id);
        const QString today = m_catalog->replacementFor(id);
        same[wordsOf(text)].insert(today.isEmpty() ? id : today);
    }
    QCOMPARE(ids.size(), 727);
    int right = 0;
    for (const QString &id : ids) {
        const QByteArray text = m_matcher->referenceText(id);
        QByteArray changed = before + each + (upper ? QString::fromUtf8(text).toUpper().toUtf8() : text);
        changed.replace("\n", QByteArray("\n" + each));
        const QStringList found = textNames(changed);
        const std::set<QString> &allowed = same[wordsOf(text)];
        const bool isRight = found.size() == 1 && allowed.contains(found.constFirst());
        // The plus spellings of the LGPL differ from their successors by a blank line only.
        const bool isKin = found.size() == 1
            && m_catalog->replacementFor(id).section(QLatin1Char('-'), 0, 1)
                == found.constFirst().section(QLatin1Char('-'), 0, 1);
        if (!isRight && !isKin)
            QVERIFY2(found.isEmpty(), qPrintable(QString(id + QLatin1String(" was named ") + found.join(QLatin1Char(' ')))));
        right += isRight || isKin ? 1 : 0;
    }
    QVERIFY2(right * 1000 >= least * ids.size(), qPrintable(QString::number(right)));
}

void TestLicenceMatcher::readsNotices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<MatchKind>("kind");
    const QByteArray grant = "This program is free software; you can redistribute it and/or modify\nit under the terms of the ";
    const QByteArray fsf = " as published by\nthe Free Software Foundation; ";
    const auto row = [](const char *name, const QByteArray &text, const char *expression, MatchKind kind) {
        QTest::newRow(name) << text << QString::fromLatin1(expression) << kind;
    };
    row("GPL or later",
        grant + "GNU General Public License" + fsf + "either version 2 of the License, or\n(at your option) any later version.\n",
        "GPL-2.0-or-later", MatchKind::Header);
    row("GPL only",
        grant + "GNU General Public License" + fsf + "version 2 of the License.\n\nThis program is distributed in the hope",
        "GPL-2.0-only", MatchKind::Header);
    row("GPL version first", grant + "GNU General Public License version 3 as published by the Free Software Foundation.\n",
        "GPL-3.0-only", MatchKind::Header);
    row("version before the name", "You may distribute it under the terms of version 2 of the GNU General Public License.",
        "GPL-2.0-only", MatchKind::Reference);
    row("a choice of two", "Licensed under either of the Apache License, Version 2.0 or the MIT license, at your option.",
        "Apache-2.0,MIT", MatchKind::Reference);
    row("Mozilla's three",
        "The contents of this file are subject to the Mozilla Public License Version\n1.1 (the \"License\"). Alternatively, the "
        "contents of this file may be used under the terms of\neither the GNU General Public License Version 2 or later (the "
        "\"GPL\"), or\nthe GNU Lesser General Public License Version 2.1 or later (the \"LGPL\"),",
        "MPL-1.1,GPL-2.0-or-later,LGPL-2.1-or-later", MatchKind::Header);
    row("Creative Commons",
        "This work is licensed under a Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International License.",
        "CC-BY-NC-SA-4.0", MatchKind::Reference);
    row("address", "see https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0", MatchKind::Reference);
    row("address alone", "http://www.apache.org/licenses/LICENSE-2.0\n", "Apache-2.0", MatchKind::Reference);
    row("free documentation",
        "under the terms of the GNU Free Documentation License, Version 1.3\nor any later version published by",
        "GFDL-1.3-or-later", MatchKind::Reference);
    row("BSD-style", "// Use of this source code is governed by a BSD-style\n// license that can be found in the LICENSE file.",
        "BSD-3-Clause", MatchKind::Header);
    row("heading", "## License\n\nMIT\n", "MIT", MatchKind::Reference);
    row("one line", "/*! thing v1 | (c) 2020 Somebody | Released under the MIT license */", "MIT", MatchKind::Reference);
    row("no version", grant + "GNU General Public License.\n", "GPL-1.0-or-later", MatchKind::Header);
    row("LGPL 2.1",
        grant + "GNU Lesser General Public\nLicense" + fsf
            + "either\nversion 2.1 of the License, or (at your option) any later version.",
        "LGPL-2.1-or-later", MatchKind::Header);
    row("Library GPL",
        grant + "GNU Library General Public License" + fsf
            + "either version 2 of the License, or (at your option) any later version.",
        "LGPL-2.0-or-later", MatchKind::Header);
    row("AGPL",
        grant + "GNU Affero General Public License" + fsf
            + "either version 3 of the License, or (at your option) any later version.",
        "AGPL-3.0-or-later", MatchKind::Header);
    row("two versions",
        grant + "GNU General Public License" + fsf + "version 2 of the License or (at your option) version 3 of the License.",
        "GPL-2.0-only OR GPL-3.0-only", MatchKind::Header);
    row("comment marks",
        " * You can redistribute it and/or modify\n * it under the terms of the GNU General\n *  Public License, version 2.\n",
        "GPL-2.0-only", MatchKind::Header);
    row("short", "# Released under the GPLv2+\n", "GPL-2.0-or-later", MatchKind::Reference);
    row("field", "License: GPL v3\n", "GPL-3.0-only", MatchKind::Reference);
    row("Apache", "Licensed under the Apache License, Version 2.0 (the \"License\");\nyou may not use this file", "Apache-2.0",
        MatchKind::Header);
    row("MPL", "This Source Code Form is subject to the terms of the Mozilla Public\nLicense, v. 2.0. If a copy", "MPL-2.0",
        MatchKind::Header);
    row("MIT", "This project is licensed under the MIT licence.\n", "MIT", MatchKind::Reference);
    row("common licence", "The full text is in `/usr/share/common-licenses/GPL-3'.\n", "GPL-3.0-only", MatchKind::Reference);
    row("tag", "// SPDX-License-Identifier: (GPL-2.0+ OR MIT) */\n", "GPL-2.0-or-later OR MIT", MatchKind::Tag);
    row("tag with prose", "# SPDX-License-Identifier: BSD-3-Clause see LICENSE\n", "BSD-3-Clause", MatchKind::Tag);
    // what must not be a licence
    row("rest of a header", "See the GNU General Public License for more details.", "GPL-1.0-or-later", MatchKind::Reference);
    row("received a copy", "You should have received a copy of the GNU General Public License along with this program.",
        "GPL-1.0-or-later", MatchKind::Reference);
    row("rest of another's header",
        "You can redistribute it and/or modify it under the terms of the GNU Lesser General Public License version 2.1.\n"
        "See the GNU General Public License for more details.",
        "LGPL-2.1-only", MatchKind::Header);
    row("Perl", "You can redistribute it and/or modify it under the same terms as Perl itself.",
        "GPL-1.0-or-later OR Artistic-1.0-Perl", MatchKind::Reference);
    row("distributable", "It is distributable under the terms of an MIT-style license.", "MIT", MatchKind::Reference);
    row("free software list", "* Free software: BSD license", "BSD-3-Clause", MatchKind::Reference);
    row("no invariants",
        "Permission is granted to copy this document under the terms of the GNU Free Documentation License, Version 1.3 or any\n"
        "later version; with no Invariant Sections.",
        "GFDL-1.3-no-invariants-or-later", MatchKind::Reference);
    row("not under", "This is not licensed under the MIT license.", "", MatchKind::Header);
    row("something else's", "It can be combined with software that is released under the GPL.", "", MatchKind::Header);
    row("compatible", "distributed under a GPL-compatible scheme", "", MatchKind::Header);
    row("GPL 5", grant + "GNU General Public License version 5.\n", "GPL-1.0-or-later", MatchKind::Header);
    row("tag in quotes", "Put `SPDX-License-Identifier: MIT` into the head.", "", MatchKind::Tag);
    row("file name", "see LICENSE.MIT and licenses/gpl-2.0.txt", "", MatchKind::Reference);
    row("talk", "We compare the MIT license with the Apache License.", "", MatchKind::Header);
}

void TestLicenceMatcher::readsNotices()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expression);
    QFETCH(MatchKind, kind);
    const std::vector<LicenceMatch> matches = m_matcher->match(text);
    if (expression.isEmpty()) {
        QCOMPARE(names(text), QStringList());
        return;
    }
    QCOMPARE(names(text), expression.split(QLatin1Char(',')));
    QCOMPARE(matches.front().kind, kind);
}

void TestLicenceMatcher::findsSeveralTexts()
{
    const QByteArray text = "First part\n\n" + reference("MIT") + "\n\n-------\nSecond part\n\n" + reference("BSD-2-Clause")
        + "\n\nThird\n\n" + reference("MIT") + "\n\n" + reference("Apache-2.0");
    QCOMPARE(textNames(text),
             QStringList(
                 {QStringLiteral("MIT"), QStringLiteral("BSD-2-Clause"), QStringLiteral("MIT"), QStringLiteral("Apache-2.0")}));
}

void TestLicenceMatcher::tellsNearVariantsApart()
{
    QByteArray three = reference("BSD-3-Clause");
    three.replace("the copyright holder nor the names of its contributors",
                  "the University of Somewhere nor the names of its contributors");
    three.replace("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "THE REGENTS AND CONTRIBUTORS");
    three.replace("THE COPYRIGHT HOLDER OR CONTRIBUTORS", "THE REGENTS OR CONTRIBUTORS");
    QCOMPARE(textNames(three), QStringList(QStringLiteral("BSD-3-Clause")));
    QByteArray author = reference("BSD-2-Clause");
    author.replace("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "THE AUTHOR");
    QCOMPARE(textNames(author), QStringList(QStringLiteral("BSD-2-Clause")));
    for (const char *id :
         {"BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "MIT", "X11", "ISC", "0BSD", "MIT-0", "Zlib", "HPND"})
        QCOMPARE(textNames(reference(id)), QStringList(QString::fromLatin1(id)));
}

void TestLicenceMatcher::refusesTurnedMeanings_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("restricted") << QStringLiteral("MIT") << QByteArray("hereby granted") << QByteArray("hereby restricted");
    QTest::newRow("not granted") << QStringLiteral("MIT") << QByteArray("hereby granted") << QByteArray("hereby not granted");
    QTest::newRow("non-commercial") << QStringLiteral("BSD-2-Clause") << QByteArray("are permitted provided")
                                    << QByteArray("are permitted for non-commercial use only provided");
    QTest::newRow("academic") << QStringLiteral("ISC") << QByteArray("for any purpose") << QByteArray("for academic purpose");
    QTest::newRow("prohibited") << QStringLiteral("BSD-3-Clause") << QByteArray("are permitted") << QByteArray("are prohibited");
}

void TestLicenceMatcher::refusesTurnedMeanings()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray text = m_matcher->referenceText(id);
    QVERIFY(text.contains(from));
    text.replace(from, to);
    QCOMPARE(textNames(text), QStringList(QString(QLatin1String("LicenseRef-altered-") + id)));
}

void TestLicenceMatcher::ignoresWordLists()
{
    QByteArray list;
    for (int i = 0; i < 400; ++i)
        list += "license gpl lgpl proprietary confidential apache mit bsd copyright warranty permission granted redistribution\n";
    QCOMPARE(names(list), QStringList());
}

void TestLicenceMatcher::bindsExceptions()
{
    const QByteArray text = reference("Apache-2.0")
        + "\n\n---- LLVM Exceptions to the Apache 2.0 License ----\n\n"
          "combine this software with works that are licensed under the GPLv2\n";
    QCOMPARE(names(text), QStringList(QStringLiteral("Apache-2.0 WITH LLVM-exception")));
}

void TestLicenceMatcher::knowsAgreements()
{
    const QByteArray text
        = "End User License Agreement\n----\nThe terms govern\nthe use of NVIDIA software for the CUDA Toolkit.\n"
          "2. CUDA Toolkit Supplement to Software License Agreement\nRelease date: August 16, 2018\n";
    const std::vector<LicenceMatch> matches = m_matcher->match(text);
    QCOMPARE(matches.size(), std::size_t(1));
    QCOMPARE(matches.front().expression, QStringLiteral("LicenseRef-NVIDIA-CUDA-EULA"));
    QCOMPARE(matches.front().kind, MatchKind::Eula);
    QCOMPARE(matches.front().edition, QStringLiteral("nvidia-cuda-eula-2018-08-16"));
    QByteArray debian = text;
    debian.replace("Release date: August 16, 2018", "Last updated: October\n 8, 2021");
    debian.replace("\n", "\n ");
    QCOMPARE(m_matcher->match(debian).front().edition, QStringLiteral("nvidia-cuda-eula-2021-10-08"));
    QCOMPARE(names("You accept the End User License Agreement of the CUDA Toolkit."), QStringList());
    const QByteArray cudnn = "LICENSE AGREEMENT FOR NVIDIA SOFTWARE DEVELOPMENT KITS\n...\n(v. January 28, 2020)\n"
                             "cuDNN SUPPLEMENT TO SOFTWARE LICENSE AGREEMENT FOR NVIDIA SOFTWARE DEVELOPMENT KITS\n";
    QCOMPARE(m_matcher->match(cudnn).front().edition, QStringLiteral("nvidia-cudnn-2020-01-28"));
}

void TestLicenceMatcher::givesRanges()
{
    const QByteArray head = "int a;\nint b;\n";
    const QByteArray text = head + "// SPDX-License-Identifier: MIT\nint c;\n";
    const std::vector<LicenceMatch> matches = m_matcher->match(text);
    QCOMPARE(matches.size(), std::size_t(1));
    QCOMPARE(matches.front().firstByte, qint64(head.size() + 3));
    QCOMPARE(matches.front().endByte, qint64(text.indexOf("MIT") + 3));
    QCOMPARE(matches.front().firstLine, 3);
    QCOMPARE(matches.front().lastLine, 3);
}

void TestLicenceMatcher::acceptsAnyBytes()
{
    QByteArray noise(200'000, '\0');
    quint32 state = 1;
    for (char &c : noise) {
        state = state * 1664525U + 1013904223U;
        c = static_cast<char>(state >> 24);
    }
    QCOMPARE(m_matcher->match(noise).size(), std::size_t(0));
    QByteArray wrapped = noise + "\n\n" + reference("MIT") + "\n\n" + noise;
    QCOMPARE(textNames(wrapped), QStringList(QStringLiteral("MIT")));
    QCOMPARE(m_matcher->match({}).size(), std::size_t(0));
    // across the seam between two pieces of a long input
    QByteArray longText(4'100'000, ' ');
    longText += reference("Apache-2.0");
    longText += QByteArray(300'000, '\n');
    QCOMPARE(textNames(longText), QStringList(QStringLiteral("Apache-2.0")));
}

void TestLicenceMatcher::staysLinear()
{
    QByteArray line = "permission is hereby granted free of charge to any person obtaining a copy of this software ";
    const auto seconds = [this, &line](int count) {
        const QByteArray text = line.repeated(count);
        QElapsedTimer timer;
        timer.start();
        m_matcher->match(text);
        return double(timer.nsecsElapsed()) / 1e9;
    };
    seconds(1000);
    const double small = seconds(10'000);
    const double large = seconds(80'000);
    QVERIFY2(large < small * 8 * 4, qPrintable(QString::number(large / small)));
}

QTEST_APPLESS_MAIN(TestLicenceMatcher)
#include "tst_licencematcher.moc"
