// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpression.h"

#include <QTest>

using namespace waybill;

class TestLicenceExpression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void normalises_data();
    void normalises();
    void pointsAtTheFault_data();
    void pointsAtTheFault();
    void evaluates_data();
    void evaluates();
    void listsIds();
    void survivesDeepNesting();

private:
    std::shared_ptr<const LicenceCatalog> m_catalog;
};

void TestLicenceExpression::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().cause));
    m_catalog = *catalog;
}

void TestLicenceExpression::normalises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal");
    QTest::newRow("spelling") << QStringLiteral("apache-2.0") << QStringLiteral("Apache-2.0");
    QTest::newRow("deprecated") << QStringLiteral("GPL-2.0") << QStringLiteral("GPL-2.0-only");
    QTest::newRow("deprecated plus") << QStringLiteral("GPL-2.0+") << QStringLiteral("GPL-2.0-or-later");
    QTest::newRow("only plus") << QStringLiteral("LGPL-2.1-only+") << QStringLiteral("LGPL-2.1-or-later");
    QTest::newRow("later plus") << QStringLiteral("GPL-3.0-or-later+") << QStringLiteral("GPL-3.0-or-later");
    QTest::newRow("plain plus") << QStringLiteral("Apache-1.1+") << QStringLiteral("Apache-1.1+");
    QTest::newRow("with inside the id") << QStringLiteral("GPL-2.0-with-classpath-exception")
                                        << QStringLiteral("GPL-2.0-only WITH Classpath-exception-2.0");
    QTest::newRow("with") << QStringLiteral("gpl-2.0+ with classpath-exception-2.0")
                          << QStringLiteral("GPL-2.0-or-later WITH Classpath-exception-2.0");
    QTest::newRow("useless brackets") << QStringLiteral("((MIT) AND (ISC))") << QStringLiteral("MIT AND ISC");
    QTest::newRow("needed brackets") << QStringLiteral("(MIT OR ISC) AND Zlib") << QStringLiteral("(MIT OR ISC) AND Zlib");
    QTest::newRow("precedence") << QStringLiteral("MIT or ISC and Zlib") << QStringLiteral("MIT OR ISC AND Zlib");
    QTest::newRow("flat") << QStringLiteral("MIT OR (ISC OR Zlib)") << QStringLiteral("MIT OR ISC OR Zlib");
    QTest::newRow("repeated") << QStringLiteral("MIT AND MIT") << QStringLiteral("MIT");
    QTest::newRow("repeated in brackets") << QStringLiteral("(MIT OR mit) AND ISC") << QStringLiteral("MIT AND ISC");
    QTest::newRow("references") << QStringLiteral("DocumentRef-a:LicenseRef-b WITH AdditionRef-c")
                                << QStringLiteral("DocumentRef-a:LicenseRef-b WITH AdditionRef-c");
    QTest::newRow("unknown") << QStringLiteral("Nobody-1.0") << QStringLiteral("Nobody-1.0");
    QTest::newRow("blanks") << QStringLiteral("  MIT\tAND\n ISC ") << QStringLiteral("MIT AND ISC");
}

void TestLicenceExpression::normalises()
{
    QFETCH(QString, text);
    QFETCH(QString, normal);
    const auto expression = LicenceExpression::parse(text);
    QVERIFY(expression.has_value());
    QCOMPARE(expression->toString(*m_catalog), normal);
    QCOMPARE(LicenceExpression::parse(normal)->toString(*m_catalog), normal);
}

void TestLicenceExpression::pointsAtTheFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("two ids") << QStringLiteral("MIT ISC") << 4;
    QTest::newRow("dangling AND") << QStringLiteral("MIT AND") << 7;
    QTest::newRow("leading OR") << QStringLiteral("OR MIT") << 0;
    QTest::newRow("open bracket") << QStringLiteral("(MIT") << 4;
    QTest::newRow("close bracket") << QStringLiteral("MIT)") << 3;
    QTest::newRow("WITH nothing") << QStringLiteral("MIT WITH ") << 9;
    QTest::newRow("WITH on brackets") << QStringLiteral("(MIT) WITH x") << 6;
    QTest::newRow("mixed case operator") << QStringLiteral("MIT And ISC") << 4;
    QTest::newRow("bad character") << QStringLiteral("MIT/ISC") << 3;
    QTest::newRow("plus on reference") << QStringLiteral("LicenseRef-x+") << 12;
    QTest::newRow("nameless reference") << QStringLiteral("LicenseRef-") << 11;
    QTest::newRow("document alone") << QStringLiteral("DocumentRef-x") << 13;
    QTest::newRow("colon") << QStringLiteral("a:LicenseRef-b") << 1;
    QTest::newRow("blank before plus") << QStringLiteral("MIT +") << 4;
}

void TestLicenceExpression::pointsAtTheFault()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    const auto expression = LicenceExpression::parse(text);
    QVERIFY(!expression.has_value());
    QCOMPARE(expression.error().kind, ErrorKind::Malformed);
    QCOMPARE(expression.error().offset, qint64(offset));
}

void TestLicenceExpression::evaluates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<LicenceClass>("cls");
    QTest::newRow("MIT") << QStringLiteral("MIT") << LicenceClass::Permissive;
    QTest::newRow("AND takes the strictest") << QStringLiteral("MIT AND GPL-2.0-only") << LicenceClass::StrongCopyleft;
    QTest::newRow("OR takes the mildest") << QStringLiteral("GPL-2.0-only OR MIT") << LicenceClass::Permissive;
    QTest::newRow("unknown in AND") << QStringLiteral("MIT AND Nobody-1.0") << LicenceClass::Unknown;
    QTest::newRow("unknown in OR") << QStringLiteral("AGPL-3.0-only OR Nobody-1.0") << LicenceClass::NetworkCopyleft;
    QTest::newRow("classpath") << QStringLiteral("GPL-2.0-only WITH Classpath-exception-2.0") << LicenceClass::WeakCopyleft;
    QTest::newRow("gcc") << QStringLiteral("GPL-3.0-or-later WITH GCC-exception-3.1") << LicenceClass::WeakCopyleft;
    QTest::newRow("autoconf") << QStringLiteral("GPL-2.0-or-later WITH Autoconf-exception-generic") << LicenceClass::Permissive;
    QTest::newRow("openssl") << QStringLiteral("GPL-2.0-or-later WITH openvpn-openssl-exception") << LicenceClass::StrongCopyleft;
    QTest::newRow("syscall") << QStringLiteral("GPL-2.0-only WITH Linux-syscall-note") << LicenceClass::Permissive;
    QTest::newRow("exception of another family")
        << QStringLiteral("MPL-2.0 WITH GCC-exception-3.1") << LicenceClass::WeakCopyleft;
    QTest::newRow("unknown exception") << QStringLiteral("GPL-2.0-only WITH Some-exception") << LicenceClass::StrongCopyleft;
    QTest::newRow("plus") << QStringLiteral("Apache-2.0+") << LicenceClass::Permissive;
    QTest::newRow("vendor") << QStringLiteral("LicenseRef-NVIDIA-CUDA-EULA") << LicenceClass::VendorInternal;
    QTest::newRow("public domain") << QStringLiteral("CC0-1.0") << LicenceClass::PublicDomain;
    QTest::newRow("source available") << QStringLiteral("BUSL-1.1") << LicenceClass::SourceAvailable;
}

void TestLicenceExpression::evaluates()
{
    QFETCH(QString, text);
    QFETCH(LicenceClass, cls);
    QCOMPARE(LicenceExpression::parse(text)->evaluate(*m_catalog), cls);
}

void TestLicenceExpression::listsIds()
{
    const auto expression = LicenceExpression::parse(QStringLiteral("(MIT OR GPL-2.0+) AND MIT AND Zlib"));
    QCOMPARE(expression->ids(), QStringList({QStringLiteral("MIT"), QStringLiteral("GPL-2.0+"), QStringLiteral("Zlib")}));
}

void TestLicenceExpression::survivesDeepNesting()
{
    const auto expression = LicenceExpression::parse(QString(50000, QLatin1Char('(')));
    QVERIFY(!expression.has_value());
    QCOMPARE(expression.error().offset, qint64(100));
}

QTEST_APPLESS_MAIN(TestLicenceExpression)
#include "tst_licenceexpression.moc"
