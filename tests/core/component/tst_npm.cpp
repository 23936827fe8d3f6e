// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/finderbench.h"
#include "tests/support/zipwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestNpm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layouts();
    void ownership();
    void carriedCopies();
    void plugAndPlay();
    void damagedArchives_data();
    void damagedArchives();
    void licenceForms_data();
    void licenceForms();
    void damaged_data();
    void damaged();
    void removed();
};

/// Nested, scoped, bundled and pnpm's store; helper manifests inside packages and the project itself are no packages.
void TestNpm::layouts()
{
    TextImage image;
    image.layer(QStringLiteral("RUN npm ci"), QStringLiteral(R"(
        f srv/package.json 644 = {"name":"webapp","version":"1.0.0","private":true}
        f srv/package-lock.json 644 = {}
        f srv/node_modules/a/package.json 644 = {"name":"a","version":"1.0.0"}
        f srv/node_modules/a/dist/esm/package.json 644 = {"type":"module"}
        f srv/node_modules/a/test/package.json 644 = {"name":"helper","version":"9"}
        f srv/node_modules/a/node_modules/b/package.json 644 = {"name":"b","version":"2.0.0"}
        f srv/node_modules/@s/c/package.json 644 = {"name":"@s/c","version":"3.0.0"}
        f srv/node_modules/@s/package.json 644 = {"name":"scope","version":"3.0.0"}
        f srv/node_modules/.pnpm/d@4.0.0/node_modules/d/package.json 644 = {"name":"d","version":"4.0.0"}
        f srv/node_modules/.cache/package.json 644 = {"name":"cache","version":"1"}
        f srv/node_modules/package.json 644 = {"name":"none","version":"1"}
        f usr/lib/node_modules/npm/package.json 644 = {"name":"npm","version":"9.2.0"}
        f usr/share/nodejs/@types/g/package.json 644 = {"name":"@types/g","version":"5.0.0"}
        f usr/share/nodejs/h/lib/package.json 644 = {"name":"helper","version":"9"}
        f usr/lib/x86_64-linux-gnu/nodejs/h/package.json 644 = {"name":"h","version":"6.0.0"}
        f usr/lib/nodejs/i/package.json 644 = {"name":"i","version":"7.0.0"}
        f usr/lib/other/x/nodejs/j/package.json 644 = {"name":"j","version":"7.0.0"}
        f opt/xnode_modules/e/package.json 644 = {"name":"e","version":"1"}
        f opt/tool/package.json 644 = {"name":"tool","version":"1"}
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory, QStringLiteral("npm")),
             (QStringList {QStringLiteral("pkg:npm/%40s/c@3.0.0 0"), QStringLiteral("pkg:npm/%40types/g@5.0.0 0+"),
                           QStringLiteral("pkg:npm/a@1.0.0 0"), QStringLiteral("pkg:npm/b@2.0.0 0"),
                           QStringLiteral("pkg:npm/d@4.0.0 0"), QStringLiteral("pkg:npm/h@6.0.0 0+"),
                           QStringLiteral("pkg:npm/i@7.0.0 0+"), QStringLiteral("pkg:npm/npm@9.2.0 0")}));
    QVERIFY(componentNamed(*inventory, QStringLiteral("h")).vendored);
    QVERIFY(!componentNamed(*inventory, QStringLiteral("d")).vendored);
    QCOMPARE(componentLines(*inventory, QStringLiteral("project")), QStringList {QStringLiteral("pkg:npm/webapp@1.0.0 0")});
    QVERIFY(inventory->notes.empty());
}

void TestNpm::ownership()
{
    TextImage image;
    image.layer(QStringLiteral("RUN npm ci"), QStringLiteral(R"(
        f n/node_modules/a/package.json 644 = {"name":"a","version":"1"}
        f n/node_modules/a/lib/deep/x.js 644 = @3
        f n/node_modules/a/node_modules/b/package.json 644 = {"name":"b","version":"2"}
        f n/node_modules/a/node_modules/b/y.js 644 = @3
        f n/node_modules/.package-lock.json 644 = {}
        f n/server.js 644 = @3
    )"));
    image.layer(QStringLiteral("RUN patch"), QStringLiteral("f n/node_modules/a/lib/late.js 644 = @3"));
    const auto inventory = scanned(image);
    QCOMPARE(ownerOf(*inventory, "n/node_modules/a/lib/deep/x.js"), QStringLiteral("pkg:npm/a@1"));
    QCOMPARE(ownerOf(*inventory, "n/node_modules/a/node_modules/b/y.js"), QStringLiteral("pkg:npm/b@2"));
    QCOMPARE(ownerOf(*inventory, "n/node_modules/a/lib/late.js"), QStringLiteral("pkg:npm/a@1"));
    QCOMPARE(ownerOf(*inventory, "n/server.js"), QStringLiteral("-"));
}

/// Libraries for browsers inside packages of other kinds: named, with their licence; the files stay with the package around.
void TestNpm::carriedCopies()
{
    TextImage image;
    image.layer(QStringLiteral("RUN pip install"), QStringLiteral(R"(
        f v/lib/python3.11/site-packages/book-1.dist-info/METADATA 644 = Name: book\nVersion: 1\n
        f v/lib/python3.11/site-packages/book-1.dist-info/RECORD 644 = book/static/jquery/package.json,,\n
        f v/lib/python3.11/site-packages/book/static/jquery/package.json 644 = {"name":"jquery","version":"3.7.1","license":"MIT"}
        f v/lib/python3.11/site-packages/book/static/own/package.json 644 = {"name":"own","version":"1","private":true}
        f v/lib/python3.11/site-packages/book/helper/package.json 644 = {"type":"module"}
        f v/share/jupyter/labextensions/@x/ext/package.json 644 = {"name":"@x/ext","version":"5.0.16"}
        f usr/share/javascript/d3/package.json 644 = {"name":"d3","version":"7.0.0"}
        f usr/share/other/package.json 644 = {"name":"other","version":"7.0.0"}
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory, QStringLiteral("npm")),
             (QStringList {QStringLiteral("pkg:npm/%40x/ext@5.0.16 0+"), QStringLiteral("pkg:npm/d3@7.0.0 0+"),
                           QStringLiteral("pkg:npm/jquery@3.7.1 0+")}));
    const Component &jquery = componentNamed(*inventory, QStringLiteral("jquery"));
    QCOMPARE(declaredLines(jquery), QStringList {QStringLiteral("license=MIT")});
    QCOMPARE(inventory->components[jquery.partOf.value].name, QStringLiteral("book"));
    QCOMPARE(ownerOf(*inventory, jquery.metadataPath), QStringLiteral("pkg:pypi/book@1"));
}

/// Yarn without node_modules: the packages are zip archives in a cache.
void TestNpm::plugAndPlay()
{
    TextImage image;
    image.content(QStringLiteral("A"),
                  ZipWriter()
                      .add("node_modules/@s/a/package.json", R"({"name":"@s/a","version":"1.2.3","license":"ISC"})")
                      .add("node_modules/@s/a/lib/package.json", R"({"name":"helper","version":"1"})")
                      .add("node_modules/@s/a/node_modules/b/package.json", R"({"name":"b","version":"2.0.0"})")
                      .finish());
    image.layer(QStringLiteral("RUN yarn"), QStringLiteral(R"(
        f app/package.json 644 = {"name":"web","version":"1.0.0"}
        f app/.pnp.cjs 644 = @9
        f app/.yarn/cache/@s-a-npm-1.2.3-0123456789-abcdef0123.zip 644 = <A
        f app/other/cache/picture.zip 644 = <A
    )"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w app/.yarn"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory, QStringLiteral("npm")),
             (QStringList {QStringLiteral("pkg:npm/%40s/a@1.2.3 0-1"), QStringLiteral("pkg:npm/b@2.0.0 0-1")}));
    QCOMPARE(declaredLines(componentNamed(*inventory, QStringLiteral("@s/a"))), QStringList {QStringLiteral("license=ISC")});
    QCOMPARE(ownerOf(*inventory, "app/.pnp.cjs"), QStringLiteral("pkg:npm/web@1.0.0"));
    QVERIFY(componentNamed(*inventory, QStringLiteral("@s/a")).files > 0);
    QVERIFY(inventory->notes.empty());
}

void TestNpm::damagedArchives_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("why");
    const QByteArray good
        = ZipWriter().add("node_modules/a/package.json", R"({"name":"a","version":"1"})").add("x", "y").finish();
    QTest::newRow("cut") << good.left(60) << QStringLiteral("not a complete zip archive");
    QTest::newRow("rubbish") << QByteArray(3000, 'z') << QStringLiteral("not a complete zip archive");
    QTest::newRow("a bomb") << ZipWriter().add("node_modules/a/package.json", QByteArray(100 << 20, ' ')).finish()
                            << QStringLiteral("metadata too long");
}

void TestNpm::damagedArchives()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, why);
    TextImage image;
    image.content(QStringLiteral("Z"), archive);
    image.layer(QStringLiteral("RUN yarn"),
                QStringLiteral("f cache/a-npm-1-0.zip 644 = <Z\n"
                               "f n/node_modules/b/package.json 644 = {\"name\":\"b\",\"version\":\"1\"}"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:npm/b@1 0")});
    QCOMPARE(noteLines(*inventory), QStringList {QStringLiteral("archive-damaged 0 cache/a-npm-1-0.zip!/: ") + why});
}

void TestNpm::licenceForms_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QStringList>("declared");
    QTest::addColumn<QStringList>("texts");
    const QString licence = QStringLiteral("n/node_modules/a/LICENSE");
    const auto row = [&](const char *label, const char *fields, const QStringList &declared, const QStringList &texts) {
        QTest::newRow(label) << QString::fromLatin1(fields) << declared << texts;
    };
    row("text", R"("license":"MIT")", {QStringLiteral("license=MIT")}, {licence});
    row("expression", R"x("license":"(MIT OR GPL-3.0-or-later)")x", {QStringLiteral("license=(MIT OR GPL-3.0-or-later)")},
        {licence});
    row("object", R"("license":{"type":"BSD","url":"https://x"})", {QStringLiteral("license=BSD")}, {licence});
    row("list of objects", R"("licenses":[{"type":"MIT"},{"type":"Apache-2.0"}])",
        {QStringLiteral("licenses=MIT"), QStringLiteral("licenses=Apache-2.0")}, {licence});
    row("list of texts", R"("license":["MIT","X11"])", {QStringLiteral("license=MIT"), QStringLiteral("license=X11")}, {licence});
    row("unlicensed is no Unlicense", R"("license":"UNLICENSED")", {QStringLiteral("license=UNLICENSED")}, {licence});
    row("see the file", R"("license":"SEE LICENSE IN docs/terms.txt")", {QStringLiteral("license=SEE LICENSE IN docs/terms.txt")},
        {QStringLiteral("n/node_modules/a/docs/terms.txt"), licence});
    row("see a file outside", R"("license":"SEE LICENSE IN ../../../../../etc/passwd")",
        {QStringLiteral("license=SEE LICENSE IN ../../../../../etc/passwd")}, {licence});
    row("a number", R"("license":7)", {}, {licence});
    row("none", R"("x":1)", {}, {licence});
}

void TestNpm::licenceForms()
{
    QFETCH(QString, fields);
    TextImage image;
    image.content(QStringLiteral("P"), "{\"name\":\"a\",\"version\":\"1\"," + fields.toUtf8() + "}");
    image.layer(QStringLiteral("RUN npm"),
                QStringLiteral("f n/node_modules/a/package.json 644 = <P\n"
                               "f n/node_modules/a/LICENSE 644 = text\n"
                               "f n/node_modules/a/licenses.js 755 = x\n"
                               "d n/node_modules/a/licence-data 755"));
    const auto inventory = scanned(image);
    const Component &component = componentNamed(*inventory, QStringLiteral("a"));
    QTEST(declaredLines(component), "declared");
    QStringList texts;
    for (const std::string &path : component.licencePaths)
        texts.append(QString::fromStdString(path));
    texts.removeAll(QStringLiteral("n/node_modules/a/licenses.js"));
    QTEST(texts, "texts");
}

void TestNpm::damaged_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<int>("notes");
    QTest::newRow("cut") << QByteArray("{\"name\":\"a\",\"ver") << 1;
    QTest::newRow("no object") << QByteArray("[1,2]") << 1;
    QTest::newRow("a hundred thousand levels") << QByteArray(100'000, '[') + QByteArray(100'000, ']') << 1;
    QTest::newRow("deep inside an object") << "{\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}" << 1;
    QTest::newRow("three megabytes") << "{\"name\":\"a\",\"version\":\"1\",\"x\":\"" + QByteArray(3 << 20, 'x') + "\"}" << 1;
    QTest::newRow("no version is not invented") << QByteArray("{\"name\":\"a\"}") << 0;
    QTest::newRow("version is a number") << QByteArray("{\"name\":\"a\",\"version\":1}") << 0;
}

void TestNpm::damaged()
{
    QFETCH(QByteArray, manifest);
    TextImage image;
    image.content(QStringLiteral("P"), manifest);
    image.layer(QStringLiteral("RUN npm"),
                QStringLiteral("f n/node_modules/a/package.json 644 = <P\n"
                               "f n/node_modules/b/package.json 644 = {\"name\":\"b\",\"version\":\"1\"}"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:npm/b@1 0")});
    QTEST(static_cast<int>(inventory->notes.size()), "notes");
    QVERIFY(inventory->isComplete());
}

void TestNpm::removed()
{
    TextImage image;
    image.layer(QStringLiteral("RUN npm ci"),
                QStringLiteral("f n/node_modules/a/package.json 644 = {\"name\":\"a\",\"version\":\"1\"}\n"
                               "f n/node_modules/b/package.json 644 = {\"name\":\"b\",\"version\":\"1\"}"));
    image.layer(QStringLiteral("RUN npm prune"),
                QStringLiteral("w n/node_modules/a\n"
                               "f n/node_modules/b/package.json 644 = {\"name\":\"b\",\"version\":\"2\"}"));
    QCOMPARE(
        componentLines(*scanned(image)),
        (QStringList {QStringLiteral("pkg:npm/a@1 0-1"), QStringLiteral("pkg:npm/b@1 0-1"), QStringLiteral("pkg:npm/b@2 1")}));
}

QTEST_GUILESS_MAIN(TestNpm)
#include "tst_npm.moc"
