// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/circumstance.h"
#include "tests/core/remedy/remedyimage.h"
#include "tests/support/elfwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray program(const std::vector<std::string> &needed)
{
    ElfWriter elf;
    elf.interpreter = "/lib64/ld-linux-x86-64.so.2";
    elf.needed = needed;
    return elf.bytes();
}

/// Debian's readline under the GPL and a libc under the LGPL, and an own program that loads what the test says.
TextImage image(const std::vector<std::string> &needed, bool ghostLibrary = false)
{
    TextImage image;
    ElfWriter readline;
    readline.soname = "libreadline.so.8";
    ElfWriter small;
    small.soname = "libsmall.so.1";
    image.content(QStringLiteral("READLINE"), readline.bytes());
    image.content(QStringLiteral("SMALL"), small.bytes());
    image.content(QStringLiteral("PROGRAM"), program(needed));
    image.content(QStringLiteral("STATUS"),
                  "Package: libreadline8\nStatus: install ok installed\nArchitecture: amd64\nVersion: 8.2\n\n"
                  "Package: libsmall1\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0\n\n");
    const QByteArray head
        = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: A\n";
    image.content(QStringLiteral("GPL"), head + "License: GPL-3+\n");
    image.content(QStringLiteral("MIT"), head + "License: LGPL-2.1+\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/lib/libreadline.so.8 644 = <READLINE
        f usr/lib/libsmall.so.1 644 = <SMALL
        f usr/share/doc/libreadline8/copyright 644 = <GPL
        f usr/share/doc/libsmall1/copyright 644 = <MIT
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/libreadline8.list 644 = /usr/lib/libreadline.so.8\n/usr/share/doc/libreadline8/copyright\n
        f var/lib/dpkg/info/libsmall1.list 644 = /usr/lib/libsmall.so.1\n/usr/share/doc/libsmall1/copyright\n
    )"));
    image.layer(QStringLiteral("COPY app / # buildkit"), QStringLiteral("f app/server 755 = <PROGRAM"));
    if (ghostLibrary)
        image.layer(QStringLiteral("RUN rm /usr/lib/libreadline.so.8"), QStringLiteral("w usr/lib/libreadline.so.8"));
    return image;
}

}  // namespace

/// What ELF files tell about each other, from real ELF bytes to the finding.
class TestLinkFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ownProgramNeedsACopyleftLibrary();
    void weakCopyleftIsNoTie();
    void lyingSideBySideIsNoTie();
    void unknownNamesAreNoTie();
    void aHiddenLibraryStillTies();
    void whatWasLinkedIn_data();
    void whatWasLinkedIn();
    void onlyWhatIsOurs();
    void aCopiedLibraryIsNotOurs();

private:
    std::vector<LinkFact> facts(const TextImage &image, std::shared_ptr<const Inventory> *inventory = nullptr) const;
    const Finding *finding(const Assessment &assessment, const char *rule) const;
    RemedyRig m_rig;
    std::shared_ptr<const LicenceCatalog> m_catalog;
};

void TestLinkFacts::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto catalog = LicenceCatalog::load();
    QVERIFY(catalog);
    m_catalog = *catalog;
}

std::vector<LinkFact> TestLinkFacts::facts(const TextImage &image, std::shared_ptr<const Inventory> *inventory) const
{
    const auto scanned = m_rig.scanImage(image);
    if (!scanned.inventory)
        return {};
    if (inventory)
        *inventory = scanned.inventory;
    return linkFactsOf(*scanned.inventory, m_catalog.get());
}

const Finding *TestLinkFacts::finding(const Assessment &assessment, const char *rule) const
{
    for (const Finding &item : assessment.findings) {
        if (item.ruleId == QLatin1String(rule))
            return &item;
    }
    return nullptr;
}

void TestLinkFacts::ownProgramNeedsACopyleftLibrary()
{
    std::shared_ptr<const Inventory> inventory;
    const std::vector<LinkFact> links = facts(image({"libreadline.so.8", "libc.so.6"}), &inventory);
    QCOMPARE(links.size(), size_t(1));
    QVERIFY(links.front().kind == LinkFact::Kind::Needs);
    QCOMPARE(links.front().path, std::string("app/server"));
    QCOMPARE(links.front().library, QStringLiteral("libreadline.so.8"));
    QCOMPARE(links.front().expression, QStringLiteral("GPL-3.0-or-later"));
    QVERIFY(links.front().licenceClass == LicenceClass::StrongCopyleft);
    const Assessment assessment = m_rig.policy().assess(*inventory);
    const Finding *own = finding(assessment, "LINK-GPL-OWN");
    QVERIFY(own);
    QVERIFY(
        own->effect(Scenario::OnPremises).whyEn.contains(QLatin1String("/app/server -> libreadline.so.8 (GPL-3.0-or-later)")));
    QVERIFY(own->effect(Scenario::Internal).permission == Permission::Permitted);
    QVERIFY(own->effect(Scenario::OnPremises).permission != Permission::Permitted);
}

void TestLinkFacts::weakCopyleftIsNoTie()
{
    std::shared_ptr<const Inventory> inventory;
    const std::vector<LinkFact> links = facts(image({"libsmall.so.1"}), &inventory);
    QCOMPARE(links.size(), size_t(1));  // a fact, but loading such a library at run time asks for nothing more
    QVERIFY(links.front().licenceClass == LicenceClass::WeakCopyleft);
    const Assessment assessment = m_rig.policy().assess(*inventory);
    QVERIFY(!finding(assessment, "LINK-GPL-OWN"));
    QVERIFY(!finding(assessment, "LINK-LGPL-STATIC"));
}

void TestLinkFacts::lyingSideBySideIsNoTie()
{
    std::shared_ptr<const Inventory> inventory;
    QVERIFY(facts(image({"libc.so.6"}), &inventory).empty());
    QVERIFY(inventory);
    QVERIFY(!finding(m_rig.policy().assess(*inventory), "LINK-GPL-OWN"));
}

void TestLinkFacts::unknownNamesAreNoTie()
{
    QVERIFY(facts(image({"libreadline.so.9"})).empty());
}

void TestLinkFacts::aHiddenLibraryStillTies()
{
    // It is handed over all the same, and with it the program that was built for it.
    QCOMPARE(facts(image({"libreadline.so.8"}, true)).size(), size_t(1));
}

void TestLinkFacts::whatWasLinkedIn_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<bool>("complete");  ///< a program that loads nothing
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("onPremises");
    QTest::addColumn<QString>("embedded");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char *name, const char *words, bool complete, const char *rule, const char *onPremises,
                        const char *embedded, const char *fact) {
        QTest::newRow(name) << QByteArray(words) << complete << QString::fromLatin1(rule) << QString::fromLatin1(onPremises)
                            << QString::fromLatin1(embedded) << QString::fromLatin1(fact);
    };
    const char *const relink = "medium permitted-with-duties object-files notices licence-texts source-offer";
    const char *const relinkDevice = "high permitted-with-duties object-files notices licence-texts source-offer";
    row("LGPL: GLib", "../glib/gmem.c:136", false, "LINK-LGPL-STATIC", relink, relinkDevice, "GLib (LGPL-2.1-or-later)");
    row("LGPL: the C library of a complete program", "cannot create TLS data structures", true, "LINK-LGPL-STATIC", relink,
        relinkDevice, "GNU C Library (LGPL-2.1-or-later)");
    row("LGPL: libssh", "SSH-2.0-libssh_0.10.6", false, "LINK-LGPL-STATIC", relink, relinkDevice,
        "libssh 0.10.6 (LGPL-2.1-or-later)");
    row("LGPL by choice: GMP", "GNU MP: Cannot allocate memory (size=%lu)", false, "LINK-LGPL-STATIC", relink, relinkDevice,
        "GNU MP (LGPL-3.0-or-later OR GPL-2.0-or-later)");
    row("LGPL: FFmpeg", "FFmpeg version 6.1.1", false, "LINK-LGPL-STATIC", relink, relinkDevice,
        "FFmpeg 6.1.1 (LGPL-2.1-or-later)");
    row("GPL: x264", "x264 - core 164 r3095", false, "LINK-GPL-OWN", "high undetermined own-source",
        "high undetermined own-source", "x264 164 (GPL-2.0-or-later)");
    row("GPL: Readline", "readline_callback_read_char() called with no handler!", false, "LINK-GPL-OWN",
        "high undetermined own-source", "high undetermined own-source", "GNU Readline (GPL-3.0-or-later)");
    row("permissive: zlib", " deflate 1.2.13 Copyright 1995-2022 ", false, "LINK-NOTICES-INSIDE",
        "low permitted-with-duties notices licence-texts", "low permitted-with-duties notices licence-texts",
        "zlib 1.2.13 (Zlib)");
}

/// From the bytes of a program that the build folder brought to the finding about the library inside it.
void TestLinkFacts::whatWasLinkedIn()
{
    QFETCH(QByteArray, words);
    QFETCH(bool, complete);
    QFETCH(QString, rule);
    QFETCH(QString, onPremises);
    QFETCH(QString, embedded);
    QFETCH(QString, fact);
    ElfWriter elf;
    elf.type = complete ? 2 : 3;
    elf.dynamic = !complete;
    if (!complete) {
        elf.interpreter = "/lib64/ld-linux-x86-64.so.2";
        elf.needed = {"libc.so.6"};
    }
    elf.sections = {{".rodata", QByteArray(1, '\0') + words + QByteArray(1, '\0')}};
    TextImage own;
    own.content(QStringLiteral("PROGRAM"), elf.bytes());
    own.layer(QStringLiteral("COPY app / # buildkit"), QStringLiteral("f app/server 755 = <PROGRAM"));
    std::shared_ptr<const Inventory> inventory;
    const std::vector<LinkFact> links = facts(own, &inventory);
    QCOMPARE(links.size(), size_t(1));
    QVERIFY(links.front().kind == LinkFact::Kind::Contains);
    const Assessment assessment = m_rig.policy().assess(*inventory);
    const Finding *found = finding(assessment, qPrintable(rule));
    QVERIFY(found);
    const auto said = [&](Scenario scenario) {
        const Effect &effect = found->effect(scenario);
        return (QStringList {riskLevelId(effect.risk), permissionId(effect.permission)} + effect.duties).join(u' ');
    };
    QCOMPARE(said(Scenario::OnPremises), onPremises);
    QCOMPARE(said(Scenario::Embedded), embedded);
    QVERIFY(found->effect(Scenario::Saas).permission == Permission::Permitted);
    QVERIFY2(found->effect(Scenario::OnPremises).whyEn.contains(QStringLiteral("/app/server + ") + fact),
             qPrintable(found->effect(Scenario::OnPremises).whyEn));
    // Our own words that the program is open end the duty to hand over object files, and nothing else.
    if (rule == QLatin1String("LINK-LGPL-STATIC")) {
        const Assessment open = m_rig.policy().assess(*inventory, {{QStringLiteral("closed-program"), QStringLiteral("no")}});
        const Finding *milder = finding(open, "LINK-LGPL-STATIC");
        QVERIFY(milder);
        QVERIFY(!milder->effect(Scenario::OnPremises).duties.contains(QStringLiteral("object-files")));
    }
}

void TestLinkFacts::onlyWhatIsOurs()
{
    // The same bytes in a package of the distribution: its copyright file speaks of whatever was linked in.
    ElfWriter elf;
    elf.needed = {"libc.so.6"};
    elf.sections = {{".rodata", QByteArray(1, '\0') + "x264 - core 164 r3095" + QByteArray(1, '\0')}};
    TextImage system;
    system.content(QStringLiteral("PROGRAM"), elf.bytes());
    system.content(QStringLiteral("STATUS"),
                   "Package: player\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0\n\n");
    system.content(QStringLiteral("MIT"),
                   "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: A\n"
                   "License: MIT\n");
    system.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/player 755 = <PROGRAM
        f usr/share/doc/player/copyright 644 = <MIT
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/player.list 644 = /usr/bin/player\n/usr/share/doc/player/copyright\n
    )"));
    std::shared_ptr<const Inventory> inventory;
    QCOMPARE(facts(system, &inventory).size(), size_t(1));
    for (const Finding &item : m_rig.policy().assess(*inventory).findings)
        QVERIFY2(!item.ruleId.startsWith(QLatin1String("LINK-")), qPrintable(item.key));
}

/// People copy a library beside their program. Nobody packaged it, and yet it is not their work.
void TestLinkFacts::aCopiedLibraryIsNotOurs()
{
    ElfWriter readline;
    readline.soname = "libreadline.so.8";
    TextImage image;
    image.content(QStringLiteral("READLINE"), readline.bytes());
    image.content(QStringLiteral("PROGRAM"), program({"libreadline.so.8"}));
    image.layer(QStringLiteral("COPY app / # buildkit"), QStringLiteral(R"(
        f app/server 755 = <PROGRAM
        f app/libreadline.so.8.2 755 = <READLINE
    )"));
    std::shared_ptr<const Inventory> inventory;
    const std::vector<LinkFact> links = facts(image, &inventory);
    QCOMPARE(links.size(), size_t(1));
    QCOMPARE(links.front().expression, QStringLiteral("GPL-3.0-or-later"));
    const Assessment assessment = m_rig.policy().assess(*inventory);
    QVERIFY(finding(assessment, "LINK-GPL-OWN"));
    QVERIFY(assessment.verdict(Scenario::OnPremises).duties.contains(QStringLiteral("source-offer")));
}

QTEST_GUILESS_MAIN(TestLinkFacts)
#include "tst_linkfacts.moc"
