// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/finderbench.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// Languages with a small database each: every row is one image with one package.
class TestLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packages_data();
    void packages();
    void damaged_data();
    void damaged();
    void condaCache();
};

void TestLanguages::packages_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("purl");
    QTest::addColumn<QStringList>("declared");
    QTest::addColumn<QString>("owned");  // a file that belongs to it
    const auto row = [](const char *label, const char *lines, const char *purl, const QStringList &declared, const char *owned) {
        QTest::newRow(label) << QString::fromLatin1(lines) << QString::fromLatin1(purl) << declared << QString::fromLatin1(owned);
    };
    row("conda",
        R"(f opt/conda/conda-meta/numpy-1.26.4-py312_0.json 644 = {"name":"numpy","version":"1.26.4","build":"py312_0","channel":"https://conda.anaconda.org/conda-forge/linux-64","subdir":"linux-64","fn":"numpy-1.26.4-py312_0.conda","license":"BSD-3-Clause","files":["lib/numpy/core.so","../../etc/x"],"depends":["python >=3.12"]}
           f opt/conda/lib/numpy/core.so 755 = @9)",
        "pkg:conda/numpy@1.26.4?build=py312_0&channel=conda-forge&subdir=linux-64&type=conda",
        {QStringLiteral("license=BSD-3-Clause")}, "opt/conda/lib/numpy/core.so");
    row("conda, family only",
        R"(f c/conda-meta/a-1-0.json 644 = {"name":"a","version":"1","license_family":"MIT","channel":"defaults"})",
        "pkg:conda/a@1?channel=defaults", {QStringLiteral("license_family=MIT")}, "c/conda-meta/a-1-0.json");
    row("gem",
        R"(f g/specifications/rake-13.0.6.gemspec 644 = # stub\nGem::Specification.new do |s|\n  s.name = "rake".freeze\n  s.version = "13.0.6"\n  s.licenses = ["MIT".freeze, "Ruby"]\n  s.authors = ["A".freeze, "B".freeze]\nend\n
           f g/gems/rake-13.0.6/lib/rake.rb 644 = @9)",
        "pkg:gem/rake@13.0.6", {QStringLiteral("licenses=MIT"), QStringLiteral("licenses=Ruby")},
        "g/gems/rake-13.0.6/lib/rake.rb");
    row("default gem with a platform",
        R"(f g/specifications/default/json-2.6-java.gemspec 644 =   s.name = "json"\n  s.version = "2.6"\n  s.platform = "java".freeze\n  s.license = "Ruby"\n
           f g/gems/json-2.6-java/x.rb 644 = @9)",
        "pkg:gem/json@2.6?platform=java", {QStringLiteral("license=Ruby")}, "g/gems/json-2.6-java/x.rb");
    row("composer 2",
        R"(f w/vendor/composer/installed.json 644 = {"packages":[{"name":"Monolog/Monolog","version":"3.5.0","license":["MIT"],"install-path":"../monolog/monolog"}]}
           f w/vendor/monolog/monolog/src/L.php 644 = @9)",
        "pkg:composer/monolog/monolog@3.5.0", {QStringLiteral("license=MIT")}, "w/vendor/monolog/monolog/src/L.php");
    row("composer 1", R"(f w/vendor/composer/installed.json 644 = [{"name":"a/b","version":"v1","license":"GPL-2.0"}]
           f w/vendor/a/b/x.php 644 = @9)",
        "pkg:composer/a/b@v1", {QStringLiteral("license=GPL-2.0")}, "w/vendor/a/b/x.php");
    row(".NET",
        R"(f app/web.deps.json 644 = {"targets":{".NETCoreApp,Version=v8.0":{"Serilog/3.1.1":{"runtime":{"lib/net8.0/Serilog.dll":{}}},"web/1.0.0":{}}},"libraries":{"Serilog/3.1.1":{"type":"package"},"web/1.0.0":{"type":"project"}}}
           f app/Serilog.dll 644 = @9)",
        "pkg:nuget/Serilog@3.1.1", {}, "app/Serilog.dll");
    row(".NET package folder",
        R"(f root/.nuget/packages/serilog/3.1.1/serilog.nuspec 644 = \x3c?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>Serilog</id><version>3.1.1</version><authors>A</authors><license type="expression">Apache-2.0</license><licenseUrl>https://licenses.nuget.org/Apache-2.0</licenseUrl></metadata><files><file src="x"/></files></package>
           f root/.nuget/packages/serilog/3.1.1/lib/net8.0/Serilog.dll 644 = @9)",
        "pkg:nuget/Serilog@3.1.1", {QStringLiteral("license=Apache-2.0")},
        "root/.nuget/packages/serilog/3.1.1/lib/net8.0/Serilog.dll");
    row(".NET package with an address only",
        R"(f opt/x/Old.nuspec 644 = \x3cpackage><metadata><id>Old</id><version>1.0</version><licenseUrl>https://x/licence</licenseUrl></metadata></package>)",
        "pkg:nuget/Old@1.0", {QStringLiteral("licenseUrl=https://x/licence")}, "opt/x/Old.nuspec");
    row("R",
        R"(f usr/lib/R/site-library/Rcpp/DESCRIPTION 644 = Package: Rcpp\nVersion: 1.0.10\nLicense: GPL (>= 2)\nBuilt: R 4.2.2; x86_64; ; unix\n
           f usr/lib/R/site-library/Rcpp/libs/Rcpp.so 755 = @9)",
        "pkg:cran/Rcpp@1.0.10", {QStringLiteral("License=GPL (>= 2)")}, "usr/lib/R/site-library/Rcpp/libs/Rcpp.so");
    row("Perl",
        R"(f usr/local/lib/x/.meta/URI-Escape-3.31/MYMETA.json 644 = {"name":"URI-Escape","version":"3.31","license":["perl_5"]}
           f usr/local/lib/x/.meta/URI-Escape-3.31/install.json 644 = {"pathname":"G/GA/gaas/URI-Escape-3.31.tar.gz"}
           f usr/local/lib/x/auto/URI/Escape/.packlist 644 = /usr/local/share/perl/URI/Escape.pm type=file\n/../etc/shadow\n
           f usr/local/share/perl/URI/Escape.pm 644 = @9)",
        "pkg:cpan/GAAS/URI-Escape@3.31", {QStringLiteral("license=perl_5")}, "usr/local/share/perl/URI/Escape.pm");
    row("Perl, author unknown", R"(f p/.meta/A-1/MYMETA.json 644 = {"name":"A","version":"1"})", "pkg:generic/A@1", {},
        "p/.meta/A-1/MYMETA.json");
    row("Julia",
        R"(f root/.julia/packages/JSON/93Ea8/Project.toml 644 = name = "JSON"\nuuid = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"\nversion = "0.21.4"\n[compat]\nversion = "1"\n
           f root/.julia/packages/JSON/93Ea8/src/JSON.jl 644 = @9)",
        "pkg:julia/JSON@0.21.4?uuid=682c06a0-de6a-54ab-a142-c8b1cf79cde6", {}, "root/.julia/packages/JSON/93Ea8/src/JSON.jl");
    row("Erlang",
        R"(f usr/lib/erlang/lib/Crypto-5.1/ebin/crypto.app 644 = {application, 'Crypto',\n [{description, "C"},\n  {vsn, "5.1"}]}.\n
           f usr/lib/erlang/lib/Crypto-5.1/priv/x.so 755 = @9)",
        "pkg:otp/crypto@5.1", {}, "usr/lib/erlang/lib/Crypto-5.1/priv/x.so");
    row("Haskell",
        R"(f usr/lib/ghc/package.conf.d/text-2.0.conf 644 = name: text\nversion: 2.0\nlicense: BSD-2-Clause\nlibrary-dirs: /usr/lib/ghc/text-2.0\n
           f usr/lib/ghc/text-2.0/libtext.a 644 = @9)",
        "pkg:hackage/text@2.0", {QStringLiteral("license=BSD-2-Clause")}, "usr/lib/ghc/text-2.0/libtext.a");
}

void TestLanguages::packages()
{
    QFETCH(QString, lines);
    QFETCH(QString, purl);
    QFETCH(QString, owned);
    TextImage image;
    image.layer(QStringLiteral("COPY"), lines);
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w %1").arg(lines.section(QLatin1Char(' '), 1, 1)));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {purl + QStringLiteral(" 0-1")});
    QTEST(declaredLines(inventory->components.front()), "declared");
    // The metadata is gone, the files are not: still known as that package's.
    if (owned != lines.section(QLatin1Char(' '), 1, 1))
        QCOMPARE(ownerOf(*inventory, owned.toStdString()), purl);
    QVERIFY(inventory->notes.empty());
}

void TestLanguages::damaged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("notes");
    const QByteArray deep(100'000, '[');
    const auto row = [](const char *label, const char *path, const QByteArray &content, int notes) {
        QTest::newRow(label) << QString::fromLatin1(path) << content << notes;
    };
    row("conda: deep", "c/conda-meta/a-1-0.json", deep, 1);
    row("conda: cut", "c/conda-meta/a-1-0.json", "{\"name\":\"a\",\"vers", 1);
    row("conda: no version", "c/conda-meta/a-1-0.json", "{\"name\":\"a\"}", 0);
    row("gem: empty form", "g/specifications/a.gemspec", "Gem::Specification.new do |s|\nend\n", 1);
    row("gem: code instead of text", "g/specifications/a.gemspec", "  s.name = `id`\n  s.version = File.read('x')\n", 1);
    row("composer: deep", "v/composer/installed.json", deep, 1);
    row("composer: numbers", "v/composer/installed.json", "[1,{\"name\":2}]", 0);
    row(".NET: deep", "a/a.deps.json", "{\"libraries\":" + deep, 1);
    row(".NET: odd libraries", "a/a.deps.json",
        "{\"libraries\":{\"A\":{\"type\":\"package\"},\"/1\":{\"type\":\"package\"},\"B/1\":7}}", 0);
    row(".NET: nuspec cut", "a/a.nuspec", "<package><metadata><id>a</id><version>1</ver", 1);
    row(".NET: nuspec without version", "a/a.nuspec", "<package><metadata><id>a</id></metadata></package>", 1);
    row(".NET: another file of that name", "a/a.nuspec", "<html/>", 1);
    row(".NET: nuspec of a hundred thousand levels", "a/a.nuspec", QByteArray("<package>").repeated(100'000), 1);
    row(".NET: entities that multiply", "a/a.nuspec",
        "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;"
        "&b;&b;&b;\">]><package><metadata><id>&c;</id></metadata></package>",
        1);
    row("R: source package", "r/a/DESCRIPTION", "Package: a\nVersion: 1\n", 0);
    row("R: binary", "r/a/DESCRIPTION", QByteArray(1000, '\0'), 0);
    row("Perl: cut", "p/.meta/A-1/MYMETA.json", "{", 1);
    row("Julia: no id", "j/packages/A/x/Project.toml", "name = \"A\"\nversion = \"1\"\n", 0);
    row("Julia: open text", "j/packages/A/x/Project.toml", "name = \"A\nversion = \"\nuuid = x\n", 0);
    row("Erlang: no version", "e/ebin/a.app", "{application, a, []}.", 1);
    row("Haskell: empty", "h/package.conf.d/a.conf", "\n\n", 1);
}

void TestLanguages::damaged()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(int, notes);
    TextImage image;
    image.content(QStringLiteral("X"), content);
    image.layer(
        QStringLiteral("COPY"),
        QStringLiteral("f %1 644 = <X\nf n/node_modules/b/package.json 644 = {\"name\":\"b\",\"version\":\"1\"}").arg(path));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:npm/b@1 0")});  // nothing else is lost
    QCOMPARE(static_cast<int>(inventory->notes.size()), notes);
    QVERIFY(inventory->isComplete());
}

/// What lies in the package cache is shipped, though conda does not list it as installed.
void TestLanguages::condaCache()
{
    TextImage image;
    image.layer(QStringLiteral("RUN conda install"), QStringLiteral(R"(
        f opt/conda/pkgs/a-1-0/info/index.json 644 = {"name":"a","version":"1","build":"0","subdir":"noarch","license":"MIT"}
        f opt/conda/pkgs/a-1-0/info/licenses/LICENSE.txt 644 = text
        f opt/conda/pkgs/a-1-0/lib/x.so 644 = @9
        f opt/conda/pkgs/a-1-0.conda 644 = @9
        f opt/conda/pkgs/urls.txt 644 = x
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), QStringList {QStringLiteral("pkg:conda/a@1?build=0&subdir=noarch 0+")});
    QCOMPARE(inventory->components.front().licencePaths,
             std::vector<std::string> {"opt/conda/pkgs/a-1-0/info/licenses/LICENSE.txt"});
    for (const char *path : {"opt/conda/pkgs/a-1-0/lib/x.so", "opt/conda/pkgs/a-1-0.conda"})
        QCOMPARE(ownerOf(*inventory, path), inventory->components.front().purl);
    QCOMPARE(ownerOf(*inventory, "opt/conda/pkgs/urls.txt"), QStringLiteral("-"));
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
