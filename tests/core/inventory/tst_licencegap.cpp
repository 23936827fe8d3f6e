// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/licencegap.h"

#include <QTest>

using namespace waybill;

/// Why a component has no licence.
class TestLicenceGap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhy_data();
    void tellsWhy();
};

void TestLicenceGap::tellsWhy_data()
{
    QTest::addColumn<Component>("component");
    QTest::addColumn<QString>("id");
    const auto component = [](const char *kind) {
        Component made;
        made.kind = QString::fromLatin1(kind);
        made.files = 1;
        return made;
    };
    Component known = component("deb");
    known.expression = QStringLiteral("MIT");
    QTest::newRow("known") << known << QString();
    Component strange = component("deb");
    strange.declared.resize(1);
    strange.declared.front().asWritten = QStringLiteral("NRL-2-clause");
    QTest::newRow("strange name") << strange << QStringLiteral("not-understood");
    Component blank = strange;
    blank.declared.front().asWritten = QStringLiteral(" ");
    QTest::newRow("blank name") << blank << QStringLiteral("nothing-stated");
    Component text = component("npm");
    text.licencePaths = {"usr/lib/node_modules/a/LICENSE"};
    QTest::newRow("strange text") << text << QStringLiteral("text-not-known");
    QTest::newRow("product") << component("product") << QStringLiteral("no-rule");
    QTest::newRow("module") << component("golang") << QStringLiteral("compiled-in");
    Component listed = component("pypi");
    listed.files = 0;
    listed.partOf = ComponentId(3);
    QTest::newRow("listed") << listed << QStringLiteral("listed-only");
    QTest::newRow("jar") << component("maven") << QStringLiteral("nothing-stated");
}

void TestLicenceGap::tellsWhy()
{
    QFETCH(Component, component);
    QTEST(QString(licenceGapId(licenceGapOf(component))), "id");
}

QTEST_GUILESS_MAIN(TestLicenceGap)
#include "tst_licencegap.moc"
