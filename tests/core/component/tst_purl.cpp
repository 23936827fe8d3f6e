// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/purl.h"

#include <QTest>

using namespace waybill;

/// Cases after the rules of ECMA-427 and the type definitions, in our own table.
class TestPurl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonical_data();
    void canonical();
    void encoding_data();
    void encoding();
};

using Qualifiers = QList<QPair<QString, QString>>;

void TestPurl::canonical_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("nameSpace");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    QTest::addColumn<Qualifiers>("qualifiers");
    QTest::addColumn<QString>("subpath");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *label, const char *type, const QStringList &nameSpace, const char *name, const char *version,
                        const Qualifiers &qualifiers, const char *subpath, const char *url) {
        QTest::newRow(label) << QString::fromLatin1(type) << nameSpace << QString::fromUtf8(name) << QString::fromUtf8(version)
                             << qualifiers << QString::fromLatin1(subpath) << QString::fromLatin1(url);
    };
    const QString arch = QStringLiteral("arch");
    const QString amd64 = QStringLiteral("amd64");
    const QStringList debian {QStringLiteral("debian")};
    row("deb", "deb", debian, "curl", "7.50.3-1", {{arch, amd64}}, "", "pkg:deb/debian/curl@7.50.3-1?arch=amd64");
    row("plus signs and epoch", "deb", {QStringLiteral("Debian")}, "libstdc++6", "1:12.2.0-14+deb12u1", {{arch, amd64}}, "",
        "pkg:deb/debian/libstdc%2B%2B6@1:12.2.0-14%2Bdeb12u1?arch=amd64");
    row("tilde stays", "deb", debian, "a", "1~rc1", {}, "", "pkg:deb/debian/a@1~rc1");
    row("qualifiers are sorted", "deb", debian, "a", "1",
        {{QStringLiteral("distro"), QStringLiteral("debian-12")}, {arch, amd64}}, "",
        "pkg:deb/debian/a@1?arch=amd64&distro=debian-12");
    row("empty qualifiers vanish", "deb", debian, "a", "1", {{arch, QString()}}, "", "pkg:deb/debian/a@1");
    row("qualifier values are encoded", "maven", {QStringLiteral("org.apache")}, "batik", "1.9.1",
        {{QStringLiteral("repository_url"), QStringLiteral("repo.example.org/release")}}, "",
        "pkg:maven/org.apache/batik@1.9.1?repository_url=repo.example.org%2Frelease");
    row("type is lowered", "NPM", {}, "foobar", "12.3.1", {}, "", "pkg:npm/foobar@12.3.1");
    row("npm scope", "npm", {QStringLiteral("@angular")}, "animation", "12.3.1", {}, "", "pkg:npm/%40angular/animation@12.3.1");
    row("npm lowers", "npm", {}, "JSONStream", "1.0.0", {}, "", "pkg:npm/jsonstream@1.0.0");
    row("pypi", "pypi", {}, "Django_Allauth", "0.40", {}, "", "pkg:pypi/django-allauth@0.40");
    row("pypi runs", "pypi", {}, "zope.._interface", "5", {}, "", "pkg:pypi/zope-interface@5");
    row("pypi local version", "pypi", {}, "torch", "2.7.0+cu126", {}, "", "pkg:pypi/torch@2.7.0%2Bcu126");
    row("golang", "golang", {QStringLiteral("github.com"), QStringLiteral("Masterminds")}, "semver", "v3.2.0", {}, "",
        "pkg:golang/github.com/masterminds/semver@v3.2.0");
    row("golang incompatible", "golang", {QStringLiteral("github.com"), QStringLiteral("docker")}, "docker",
        "v24.0.0+incompatible", {}, "", "pkg:golang/github.com/docker/docker@v24.0.0%2Bincompatible");
    row("golang subpath", "golang", {QStringLiteral("google.golang.org")}, "genproto", "", {}, "/googleapis/./api/..//x/",
        "pkg:golang/google.golang.org/genproto#googleapis/api/x");
    row("rpm keeps the name's letters", "rpm", {QStringLiteral("Fedora")}, "ModemManager", "1.2-3.fc40",
        {{QStringLiteral("epoch"), QStringLiteral("1")}, {arch, QStringLiteral("x86_64")}}, "",
        "pkg:rpm/fedora/ModemManager@1.2-3.fc40?arch=x86_64&epoch=1");
    row("maven keeps letters", "maven", {QStringLiteral("net.sf.Jacob")}, "JacobProject", "1.14", {}, "",
        "pkg:maven/net.sf.Jacob/JacobProject@1.14");
    row("gem platform", "gem", {}, "jruby-launcher", "1.1.2", {{QStringLiteral("platform"), QStringLiteral("java")}}, "",
        "pkg:gem/jruby-launcher@1.1.2?platform=java");
    row("nuget keeps letters", "nuget", {}, "EnterpriseLibrary.Common", "6.0.1304", {}, "",
        "pkg:nuget/EnterpriseLibrary.Common@6.0.1304");
    row("composer lowers", "composer", {QStringLiteral("Laravel")}, "Laravel", "5.5.0", {}, "",
        "pkg:composer/laravel/laravel@5.5.0");
    row("blank and slash in names", "generic", {}, "a b/c", "1 2", {}, "", "pkg:generic/a%20b%2Fc@1%202");
    row("beyond ASCII", "generic", {}, "n\xc3\xa4me", "", {}, "", "pkg:generic/n%C3%A4me");
    row("empty segments vanish", "maven", {QString(), QStringLiteral("a"), QString()}, "b", "1", {}, "", "pkg:maven/a/b@1");
    // The cases of the specification's own test suite that build a URL from its parts, for types that finders use or might.
    const auto one = [](const char *key, const char *value) {
        return Qualifiers {{QString::fromLatin1(key), QString::fromLatin1(value)}};
    };
    row("suite: maven", "maven", {QStringLiteral("org.apache.commons")}, "io", "1.3.4", {}, "",
        "pkg:maven/org.apache.commons/io@1.3.4");
    row("suite: maven without version", "maven", {QStringLiteral("org.apache.commons")}, "io", "", {}, "",
        "pkg:maven/org.apache.commons/io");
    row("suite: maven keeps both cases", "maven", {QStringLiteral("HTTPClient")}, "HTTPClient", "0.3-3", {}, "",
        "pkg:maven/HTTPClient/HTTPClient@0.3-3");
    row("suite: maven with blanks", "maven", {QStringLiteral("mygroup")}, "myartifact", "1.0.0 Final", one("mykey", "my value"),
        "", "pkg:maven/mygroup/myartifact@1.0.0%20Final?mykey=my%20value");
    row("suite: maven classifier and type", "maven", {QStringLiteral("net.sf.jacob-project")}, "jacob", "1.14.3",
        {{QStringLiteral("type"), QStringLiteral("dll")}, {QStringLiteral("classifier"), QStringLiteral("x86")}}, "",
        "pkg:maven/net.sf.jacob-project/jacob@1.14.3?classifier=x86&type=dll");
    row("suite: go with subpath", "golang", {QStringLiteral("google.golang.org")}, "genproto", "abcdedf", {},
        "/googleapis/api/annotations/", "pkg:golang/google.golang.org/genproto@abcdedf#googleapis/api/annotations");
    row("suite: github lowers", "github", {QStringLiteral("Package-url")}, "purl-Spec", "244fd47e07d1004f0aed9c", {}, "",
        "pkg:github/package-url/purl-spec@244fd47e07d1004f0aed9c");
    row("suite: bitbucket lowers", "bitbucket", {QStringLiteral("birKenfeld")}, "pyGments-main", "244fd47e07d1014f0aed9c", {}, "",
        "pkg:bitbucket/birkenfeld/pygments-main@244fd47e07d1014f0aed9c");
    row("suite: debian qualifiers", "deb", debian, "curl", "7.50.3-1",
        {{QStringLiteral("distro"), QStringLiteral("jessie")}, {arch, QStringLiteral("i386")}}, "",
        "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie");
    row("suite: docker", "docker", {QStringLiteral("customer")}, "dockerimage", "sha256:244fd47e07d1004f0aed9c",
        one("repository_url", "gcr.io"), "",
        "pkg:docker/customer/dockerimage@sha256:244fd47e07d1004f0aed9c?repository_url=gcr.io");
    row("suite: keys of qualifiers lower", "gem", {}, "jruby-launcher", "1.1.2", one("Platform", "java"), "",
        "pkg:gem/jruby-launcher@1.1.2?platform=java");
    row("suite: pypi", "PYPI", {}, "Django_package", "1.11.1.dev1", {}, "", "pkg:pypi/django-package@1.11.1.dev1");
    row("suite: rpm", "Rpm", {QStringLiteral("fedora")}, "curl", "7.50.3-1.fc25",
        {{QStringLiteral("Arch"), QStringLiteral("i386")}, {QStringLiteral("Distro"), QStringLiteral("fedora-25")}}, "",
        "pkg:rpm/fedora/curl@7.50.3-1.fc25?arch=i386&distro=fedora-25");
    row("suite: conan", "conan", {QStringLiteral("bincrafters")}, "cctz", "2.3", one("channel", "stable"), "",
        "pkg:conan/bincrafters/cctz@2.3?channel=stable");
    row("suite: conda", "conda", {}, "absl-py", "0.4.1",
        {{QStringLiteral("type"), QStringLiteral("tar.bz2")},
         {QStringLiteral("build"), QStringLiteral("py36h06a4308_0")},
         {QStringLiteral("subdir"), QStringLiteral("linux-64")},
         {QStringLiteral("channel"), QStringLiteral("main")}},
        "", "pkg:conda/absl-py@0.4.1?build=py36h06a4308_0&channel=main&subdir=linux-64&type=tar.bz2");
    row("suite: cran", "cran", {}, "A3", "0.9.1", {}, "", "pkg:cran/A3@0.9.1");
    row("suite: swift", "swift", {QStringLiteral("github.com"), QStringLiteral("Alamofire")}, "Alamofire", "5.4.3", {}, "",
        "pkg:swift/github.com/Alamofire/Alamofire@5.4.3");
    row("suite: hackage", "hackage", {}, "AC-HalfInteger", "1.2.1", {}, "", "pkg:hackage/AC-HalfInteger@1.2.1");
    row("suite: address of a repository", "npm", {}, "packageurl-js", "0.0.7",
        one("vcs_url", "git+https://github.com/package-url/packageurl-js.git"), "",
        "pkg:npm/packageurl-js@0.0.7?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fpackage-url%2Fpackageurl-js.git");
    row("suite: two checksums", "generic", {}, "openssl", "1.1.10g",
        one("checksum", "sha1:ad9503c3e994a4f,sha256:41bf9088b3a1e6c1ef1d"), "",
        "pkg:generic/openssl@1.1.10g?checksum=sha1:ad9503c3e994a4f%2Csha256:41bf9088b3a1e6c1ef1d");
    row("suite: a sign in the type", "n&g?inx", {}, "nginx", "0.8.9", {}, "", "");
    row("suite: a type that starts with a digit", "3nginx", {}, "nginx", "0.8.9", {}, "", "");
    row("suite: a colon in the type", "nginx:a", {}, "nginx", "0.8.9", {}, "", "");
    row("suite: a blank in a key", "npm", {}, "myartifact", "1.0.0", one("in production", "true"), "", "");
    row("no name, no URL", "npm", {}, "", "1", {}, "", "");
    row("no type, no URL", "", {}, "a", "1", {}, "", "");
}

void TestPurl::canonical()
{
    QFETCH(QString, type);
    QFETCH(QStringList, nameSpace);
    QFETCH(QString, name);
    QFETCH(QString, version);
    QFETCH(Qualifiers, qualifiers);
    QFETCH(QString, subpath);
    PackageUrl url {type, nameSpace, name, version, {}, subpath};
    for (const auto &[key, value] : qualifiers)
        url.qualifiers.emplace_back(key, value);
    QTEST(url.toString(), "url");
}

void TestPurl::encoding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoded");
    QTest::newRow("letters, digits and .-_~:") << QStringLiteral("aZ09.-_~:") << QStringLiteral("aZ09.-_~:");
    QTest::newRow("separators") << QStringLiteral("/@?=&#%+ ") << QStringLiteral("%2F%40%3F%3D%26%23%25%2B%20");
    QTest::newRow("quotes and control") << QStringLiteral("'\"\n") << QStringLiteral("%27%22%0A");
}

void TestPurl::encoding()
{
    QFETCH(QString, text);
    QTEST(purlEncoded(text), "encoded");
}

QTEST_APPLESS_MAIN(TestPurl)
#include "tst_purl.moc"
