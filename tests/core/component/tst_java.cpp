// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/javametadata.h"
#include "tests/core/component/finderbench.h"
#include "tests/support/zipwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray properties(const char *group, const char *artifact, const char *version)
{
    return QByteArray("#Generated\ngroupId=") + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
}

QByteArray mavenPath(const char *group, const char *artifact, const char *file)
{
    return QByteArray("META-INF/maven/") + group + '/' + artifact + '/' + file;
}

std::shared_ptr<const Inventory> scannedJar(const char *path, const QByteArray &jar)
{
    TextImage image;
    image.content(QStringLiteral("JAR"), jar);
    image.layer(QStringLiteral("COPY"), QStringLiteral("f %1 644 = <JAR").arg(QLatin1String(path)));
    return scanned(image);
}

}  // namespace

class TestJava : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void identity_data();
    void identity();
    void nested();
    void shaded();
    void fortyDeep();
    void bomb();
    void damaged_data();
    void damaged();
    void licencesWithParent();
    void hiddenMembersDoNotCount();
    void manifests();
    void poms_data();
    void poms();
};

void TestJava::identity_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("jar");
    QTest::addColumn<QStringList>("components");
    const auto one = [](const char *line) { return QStringList {QString::fromLatin1(line)}; };
    QTest::newRow("pom.properties") << QStringLiteral(
        "opt/x.jar") << ZipWriter().add(mavenPath("org.a", "b", "pom.properties"), properties("org.a", "b", "1.2")).finish()
                                    << one("pkg:maven/org.a/b@1.2 0");
    QTest::newRow("manifest and name")
        << QStringLiteral("opt/commons-io-2.11.0.jar")
        << ZipWriter()
               .add("META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\r\nBundle-SymbolicName: org.apache.commons.commons-io;singleton\r\n")
               .finish()
        << one("pkg:maven/org.apache.commons/commons-io@2.11.0 0");
    QTest::newRow("version from the manifest")
        << QStringLiteral("opt/tool.jar")
        << ZipWriter().add("META-INF/MANIFEST.MF", "Implementation-Version: 7\nImplementation-Vendor-Id: com.x\n").finish()
        << one("pkg:maven/com.x/tool@7 0");
    QTest::newRow("name only") << QStringLiteral("opt/guava-31.1-jre.jar") << ZipWriter().add("a.class", "x").finish()
                               << one("pkg:maven/guava/guava@31.1-jre 0");
    QTest::newRow("no version is not invented")
        << QStringLiteral("opt/app.jar") << ZipWriter().add("a.class", "x").finish() << QStringList();
    QTest::newRow("placeholders are no version")
        << QStringLiteral("opt/app.jar")
        << ZipWriter().add("META-INF/MANIFEST.MF", "Implementation-Version: ${project.version}\n").finish() << QStringList();
    QTest::newRow("web archive")
        << QStringLiteral("opt/shop.WAR")
        << ZipWriter()
               .add(mavenPath("g", "shop", "pom.xml"),
                    "<project><groupId>g</groupId><artifactId>shop</artifactId><version>3</version></project>")
               .finish()
        << one("pkg:maven/g/shop@3 0");
}

void TestJava::identity()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, jar);
    QTEST(componentLines(*scannedJar(path.toLatin1().constData(), jar)), "components");
}

/// Jars inside a jar, stored and deflated, with and without sizes in front, are read as the layer goes by.
void TestJava::nested()
{
    const auto library = [](const char *name, const char *version) {
        return ZipWriter().add(mavenPath("lib", name, "pom.properties"), properties("lib", name, version)).finish();
    };
    const QByteArray war = ZipWriter()
                               .add({"WEB-INF/lib/a-1.jar", library("a", "1"), false})
                               .add({"WEB-INF/lib/b-2.jar", library("b", "2"), true})
                               .add({"WEB-INF/lib/c-3.jar", library("c", "3"), true, true})
                               .finish();
    const QByteArray ear = ZipWriter()
                               .add({"shop.war", war, true, true})
                               .add(mavenPath("g", "shop", "pom.properties"), properties("g", "shop", "9"))
                               .finish();
    const auto inventory = scannedJar("opt/shop.ear", ear);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:maven/g/shop@9 0"), QStringLiteral("pkg:maven/lib/a@1 0"),
                           QStringLiteral("pkg:maven/lib/b@2 0"), QStringLiteral("pkg:maven/lib/c@3 0")}));
    const Component &b = componentNamed(*inventory, QStringLiteral("b"));
    QCOMPARE(b.metadataPath, std::string("opt/shop.ear!/shop.war!/WEB-INF/lib/b-2.jar!/META-INF/maven/lib/b/pom.properties"));
    QVERIFY(b.partOf.isValid());
    QCOMPARE(inventory->components[b.partOf.value].name, QStringLiteral("shop"));
    QCOMPARE(ownerOf(*inventory, "opt/shop.ear"), QStringLiteral("pkg:maven/g/shop@9"));
    QVERIFY(inventory->notes.empty());
}

void TestJava::shaded()
{
    const auto inventory = scannedJar("opt/app-1.0.jar",
                                      ZipWriter()
                                          .add(mavenPath("x", "inner", "pom.properties"), properties("x", "inner", "5"))
                                          .add(mavenPath("g", "app", "pom.properties"), properties("g", "app", "1.0"))
                                          .add(mavenPath("y", "other", "pom.properties"), properties("y", "other", "6"))
                                          .finish());
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:maven/g/app@1.0 0"), QStringLiteral("pkg:maven/x/inner@5 0+"),
                           QStringLiteral("pkg:maven/y/other@6 0+")}));
    QCOMPARE(ownerOf(*inventory, "opt/app-1.0.jar"), QStringLiteral("pkg:maven/g/app@1.0"));
}

void TestJava::fortyDeep()
{
    QByteArray jar = ZipWriter().add(mavenPath("g", "deep", "pom.properties"), properties("g", "deep", "1")).finish();
    for (int i = 0; i < 40; ++i)
        jar = ZipWriter().add("inner.jar", jar).add("META-INF/MANIFEST.MF", "Implementation-Version: 1\n").finish();
    const auto inventory = scannedJar("opt/outer-1.jar", jar);
    QCOMPARE(noteLines(*inventory).size(), 1);
    QVERIFY(noteLines(*inventory).front().startsWith(QLatin1String("archive-damaged 0 opt/outer-1.jar!/inner.jar!/")));
    QVERIFY(noteLines(*inventory).front().endsWith(QLatin1String(": nested too deep")));
    QVERIFY(componentLines(*inventory).contains(QStringLiteral("pkg:maven/outer/outer@1 0")));
}

void TestJava::bomb()
{
    // Two gigabytes of nothing, twice packed.
    const QByteArray inner = ZipWriter().add("META-INF/MANIFEST.MF", QByteArray(100 << 20, ' ')).finish();
    const auto inventory = scannedJar("opt/bomb-1.jar", ZipWriter().add("inner.jar", inner).add("a", "b").finish());
    QCOMPARE(noteLines(*inventory),
             QStringList {QStringLiteral("archive-damaged 0 opt/bomb-1.jar!/inner.jar!/: metadata too long")});
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:maven/bomb/bomb@1 0")});
}

void TestJava::damaged_data()
{
    QTest::addColumn<QByteArray>("jar");
    QTest::addColumn<QString>("why");
    const QByteArray good = ZipWriter().add(mavenPath("g", "a", "pom.properties"), properties("g", "a", "1")).finish();
    QTest::newRow("cut") << good.left(good.size() - 40) << QStringLiteral("not a complete zip archive");
    QTest::newRow("rubbish") << QByteArray(3000, 'z') << QStringLiteral("not a complete zip archive");
    QTest::newRow("first bytes only") << good.left(3) << QStringLiteral("not a complete zip archive");
}

void TestJava::damaged()
{
    QFETCH(QByteArray, jar);
    QFETCH(QString, why);
    const auto inventory = scannedJar("opt/bad.jar", jar);
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("archive-damaged 0 opt/bad.jar!/: ") + why});
    QVERIFY(inventory->isComplete());
}

void TestJava::licencesWithParent()
{
    const QByteArray parent = "<project><groupId>g</groupId><artifactId>parent</artifactId><version>1</version>"
                              "<licenses><license><name>Apache License, Version 2.0</name><url>u</url></license>"
                              "<license><url>https://x/eula</url></license></licenses></project>";
    const QByteArray child = "<project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent>"
                             "<artifactId>child</artifactId></project>";
    TextImage image;
    image.content(QStringLiteral("P"), ZipWriter().add(mavenPath("g", "parent", "pom.xml"), parent).finish());
    image.content(QStringLiteral("C"), ZipWriter().add(mavenPath("g", "child", "pom.xml"), child).finish());
    image.layer(QStringLiteral("COPY"), QStringLiteral("f l/child-1.jar 644 = <C\nf l/parent-1.jar 644 = <P"));
    const auto inventory = scanned(image);
    const QStringList licences {QStringLiteral("pom.xml=Apache License, Version 2.0"), QStringLiteral("pom.xml=https://x/eula")};
    QCOMPARE(declaredLines(componentNamed(*inventory, QStringLiteral("child"))), licences);
    QCOMPARE(componentNamed(*inventory, QStringLiteral("child")).version, QStringLiteral("1"));
    QCOMPARE(declaredLines(componentNamed(*inventory, QStringLiteral("parent"))), licences);
    // The parent may lie in a repository beside the jars instead.
    TextImage repository;
    repository.content(QStringLiteral("P"), parent)
        .content(QStringLiteral("C"), ZipWriter().add(mavenPath("g", "child", "pom.xml"), child).finish());
    repository.layer(QStringLiteral("COPY"),
                     QStringLiteral("f m2/g/parent/1/parent-1.pom 644 = <P\nf l/child-1.jar 644 = <C\nf m2/bad.pom 644 = <"
                                    "C"));
    const auto beside = scanned(repository);
    QCOMPARE(declaredLines(componentNamed(*beside, QStringLiteral("child"))), licences);
    QCOMPARE(beside->components.size(), size_t(1));
    QVERIFY(beside->notes.empty());
}

/// A member that the table of contents does not name is invisible to Java, and so to us.
void TestJava::hiddenMembersDoNotCount()
{
    const auto inventory
        = scannedJar("opt/a-1.jar",
                     ZipWriter()
                         .add({mavenPath("evil", "b", "pom.properties"), properties("evil", "b", "1"), true, false, true, false})
                         .add(mavenPath("g", "a", "pom.properties"), properties("g", "a", "1"))
                         .finish());
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:maven/g/a@1 0")});
}

void TestJava::manifests()
{
    const auto manifest = readManifest(
        "\nManifest-Version: 1.0\r\nBundle-License: https://www.apache.org/lic\r\n enses/LICENSE-2.0\r\nbad line\n:x\n"
        "Bundle-License: second\n\nName: x\nSealed: true\n");
    QCOMPARE(manifest.size(), size_t(2));
    QCOMPARE(manifest.at(QStringLiteral("bundle-license")), QStringLiteral("https://www.apache.org/licenses/LICENSE-2.0"));
    QCOMPARE(splitJarName("log4j-api-2.17.1.jar"), std::pair(QStringLiteral("log4j-api"), QStringLiteral("2.17.1")));
    QCOMPARE(splitJarName("rt.jar"), std::pair(QStringLiteral("rt"), QString()));
}

void TestJava::poms_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<bool>("valid");
    QTest::newRow("good") << QByteArray("<project><artifactId>a</artifactId></project>") << true;
    QTest::newRow("cut") << QByteArray("<project><artifactId>a</artifactId>") << false;
    QTest::newRow("a hundred thousand levels") << QByteArray("<project>").repeated(100'000) << false;
    QTest::newRow("entities that multiply")
        << QByteArray("<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"")
            + QByteArray("&a;").repeated(100) + "\"><!ENTITY c \"" + QByteArray("&b;").repeated(100)
            + "\">]><project><artifactId>&c;</artifactId></project>"
        << false;
    QTest::newRow("no project") << QByteArray("<html/>") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestJava::poms()
{
    QFETCH(QByteArray, xml);
    QTEST(readPom(xml).valid, "valid");
}

QTEST_GUILESS_MAIN(TestJava)
#include "tst_java.moc"
