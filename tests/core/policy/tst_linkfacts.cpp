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
    void initTestCase() { QVERIFY(m_rig.isReady()); }
    void ownProgramNeedsACopyleftLibrary();
    void weakCopyleftIsNoTie();
    void lyingSideBySideIsNoTie();
    void unknownNamesAreNoTie();
    void aHiddenLibraryStillTies();

private:
    std::vector<LinkFact> facts(const TextImage &image, std::shared_ptr<const Inventory> *inventory = nullptr) const;
    const Finding *finding(const Assessment &assessment, const char *rule) const;
    RemedyRig m_rig;
};

std::vector<LinkFact> TestLinkFacts::facts(const TextImage &image, std::shared_ptr<const Inventory> *inventory) const
{
    const auto scanned = m_rig.scanImage(image);
    if (!scanned.inventory)
        return {};
    if (inventory)
        *inventory = scanned.inventory;
    return linkFactsOf(*scanned.inventory);
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

QTEST_GUILESS_MAIN(TestLinkFacts)
#include "tst_linkfacts.moc"
