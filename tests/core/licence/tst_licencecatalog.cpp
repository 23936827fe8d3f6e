// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licencecatalog.h"
#include "core/licence/licenceexpression.h"

#include <QTest>

using namespace waybill;

class TestLicenceCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void knowsAllIds();
    void classesHaveUniqueIds();
    void understandsSpellings_data();
    void understandsSpellings();
    void everyDeprecatedIdHasAReplacement();
    void everyNormalFormIsStable();
    void tellsSourceOnlyStanzas();

private:
    std::shared_ptr<const LicenceCatalog> m_catalog;
};

void TestLicenceCatalog::initTestCase()
{
    const auto catalog = LicenceCatalog::load();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().cause));
    m_catalog = *catalog;
}

void TestLicenceCatalog::knowsAllIds()
{
    int spdx = 0;
    std::array<int, licenceClassCount> counts {};
    for (const QString &id : m_catalog->ids()) {
        const LicenceInfo *info = m_catalog->find(id.toUpper());
        QVERIFY2(info != nullptr, qPrintable(id));
        if (id.startsWith(QLatin1String("LicenseRef-")))
            continue;
        ++spdx;
        QVERIFY2(!info->name.isEmpty(), qPrintable(id));
        ++counts[static_cast<std::size_t>(info->licenceClass)];
    }
    QCOMPARE(spdx, 727);
    const std::array<int, licenceClassCount> expected {28, 428, 153, 38, 30, 7, 39, 2, 0, 2};
    QCOMPARE(counts, expected);
    QCOMPARE(m_catalog->find(QStringLiteral("apache-2.0"))->id, QStringLiteral("Apache-2.0"));
    QVERIFY(m_catalog->find(QStringLiteral("Apache-2.0"))->flags.contains(QStringLiteral("notice-file")));
    QVERIFY(m_catalog->find(QStringLiteral("Nobody-1.0")) == nullptr);
}

void TestLicenceCatalog::classesHaveUniqueIds()
{
    QStringList codes;
    for (const LicenceClass cls : allLicenceClasses) {
        QCOMPARE(licenceClassFromId(QString(licenceClassId(cls))), std::optional(cls));
        codes.append(QString(licenceClassCode(cls)));
    }
    QCOMPARE(codes.join(QLatin1Char(' ')), QStringLiteral("PD PE WC SC NC SA RU VR VI UN"));
    QVERIFY(!licenceClassFromId(QStringLiteral("free")).has_value());
}

void TestLicenceCatalog::understandsSpellings_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QString>("expression");
    const auto row = [](const char *spelling, const char *expression) {
        QTest::newRow(spelling) << QString::fromLatin1(spelling) << QString::fromLatin1(expression);
    };
    row("GPL-2+", "GPL-2.0-or-later");
    row("GPL (>= 2)", "GPL-2.0-or-later");
    row("LGPL-2.1", "LGPL-2.1-only");
    row("GPL", "GPL-1.0-or-later");
    row("GPL v3", "GPL-3.0-only");
    row("GPLv3+", "GPL-3.0-or-later");
    row("Expat", "MIT");
    row("the MIT License", "MIT");
    row("BSD 3-Clause", "BSD-3-Clause");
    row("BSD", "LicenseRef-BSD");
    row("Apache 2.0", "Apache-2.0");
    row("Apache Licence, Version 2.0", "Apache-2.0");
    row("License :: OSI Approved :: MIT License", "MIT");
    row("License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later");
    row("License :: Other/Proprietary License", "LicenseRef-Proprietary");
    row("NVIDIA Proprietary Software", "LicenseRef-NVIDIA-Proprietary");
    row("public-domain", "LicenseRef-public-domain");
    row("GPL-1+ or Artistic", "GPL-1.0-or-later OR Artistic-1.0-Perl");
    row("GPL-1+ or Artistic, and BSD-3-clause", "(GPL-1.0-or-later OR Artistic-1.0-Perl) AND BSD-3-Clause");
    row("GPL-2+ with OpenSSL exception", "GPL-2.0-or-later WITH openvpn-openssl-exception");
    row("GPL-3+ with Autoconf exception", "GPL-3.0-or-later WITH Autoconf-exception-generic");
    row("GPL-3 with Qt-1.0 exception", "GPL-3.0-only WITH Qt-GPL-exception-1.0");
    row("(BSD-3-Clause OR GPL-2.0)", "BSD-3-Clause OR GPL-2.0-only");
    row("GFDL-NIV-1.3+", "GFDL-1.3-no-invariants-or-later");
    row("UNLICENSED", "LicenseRef-Proprietary");
    row("Unlicense", "Unlicense");
    row("something of our own", "");
    row("GPL-2+ and something of our own", "");
    row("", "");
}

void TestLicenceCatalog::understandsSpellings()
{
    QFETCH(QString, spelling);
    QFETCH(QString, expression);
    QCOMPARE(m_catalog->expressionForSpelling(spelling), expression);
}

void TestLicenceCatalog::everyDeprecatedIdHasAReplacement()
{
    for (const QString &id : m_catalog->ids()) {
        if (!m_catalog->find(id)->flags.contains(QStringLiteral("deprecated-id")))
            continue;
        const QString replacement = m_catalog->replacementFor(id);
        QVERIFY2(!replacement.isEmpty() || id == QLatin1String("Net-SNMP"), qPrintable(id));
    }
}

void TestLicenceCatalog::everyNormalFormIsStable()
{
    for (const QString &id : m_catalog->ids()) {
        const auto expression = LicenceExpression::parse(id);
        QVERIFY2(expression.has_value(), qPrintable(id));
        const QString normal = expression->toString(*m_catalog);
        QCOMPARE(LicenceExpression::parse(normal)->toString(*m_catalog), normal);
    }
}

void TestLicenceCatalog::tellsSourceOnlyStanzas()
{
    QVERIFY(!m_catalog->reachesBinary({QStringLiteral("debian/*")}));
    QVERIFY(!m_catalog->reachesBinary({QStringLiteral("m4/*"), QStringLiteral("configure"), QStringLiteral("src/Makefile.in")}));
    QVERIFY(m_catalog->reachesBinary({QStringLiteral("*")}));
    QVERIFY(m_catalog->reachesBinary({QStringLiteral("debian/*"), QStringLiteral("src/main.c")}));
}

QTEST_APPLESS_MAIN(TestLicenceCatalog)
#include "tst_licencecatalog.moc"
