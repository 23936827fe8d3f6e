// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/dpkgstatus.h"
#include "tests/core/component/finderbench.h"
#include "tests/core/component/rpmfixture.h"
#include "tests/support/elfwriter.h"
#include "tests/support/zipwriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace waybill;
using namespace waybill::test;

namespace {

/// A file of each kind that a finder reads, in good order.
struct Sample {
    const char *name;
    const char *path;
    QByteArray bytes;
    const char *purl;  ///< starts the one of the component that the good file gives
};

QByteArray json(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

QByteArray nestedJar(int levels)
{
    QByteArray jar = ZipWriter().add("META-INF/MANIFEST.MF", "Implementation-Version: 1\n").finish();
    for (int i = 0; i < levels; ++i)
        jar = ZipWriter().add("inner.jar", jar).finish();
    return jar;
}

/// A zip whose member unpacks to a hundred thousand times its size, in several copies that are archives themselves.
QByteArray zipBomb()
{
    const QByteArray inner = ZipWriter().add("META-INF/MANIFEST.MF", QByteArray(64 << 20, ' ')).finish();
    ZipWriter outer;
    for (int i = 0; i < 40; ++i)
        outer.add("lib/" + QByteArray::number(i) + ".jar", inner);
    return outer.finish();
}

QList<Sample> samples(const QString &folder)
{
    const QList<QByteArray> headers {rpmHeader("alpha", "1.0", "1", {QStringLiteral("/usr/bin/alpha")})};
    const QByteArray jar
        = ZipWriter().add("META-INF/maven/g/alpha/pom.properties", "groupId=g\nartifactId=alpha\nversion=1.0\n").finish();
    return {
        {"dpkg status", "var/lib/dpkg/status.d/alpha", "Package: alpha\nVersion: 1.0\nArchitecture: all\n", "pkg:deb/"},
        {"apk", "lib/apk/db/installed", "P:alpha\nV:1.0\nA:x86_64\nF:usr/bin\nR:alpha\n\n", "pkg:apk/"},
        {"rpm sqlite", "var/lib/rpm/rpmdb.sqlite", rpmSqlite(headers, folder), "pkg:rpm/"},
        {"rpm ndb", "usr/lib/sysimage/rpm/Packages.db", rpmNdb(headers), "pkg:rpm/"},
        {"rpm Berkeley DB", "var/lib/rpm/Packages", rpmBerkeley(headers, false), "pkg:rpm/"},
        {"pacman", "var/lib/pacman/local/alpha-1.0-1/desc", "%NAME%\nalpha\n\n%VERSION%\n1.0-1\n\n%ARCH%\nany\n", "pkg:alpm/"},
        {"portage", "var/db/pkg/app-misc/alpha-1.0/CONTENTS", "obj /usr/bin/alpha d41d8 1700000000\n", "pkg:ebuild/"},
        {"opkg", "usr/lib/opkg/status", "Package: alpha\nVersion: 1.0\nStatus: install ok installed\n\n", "pkg:opkg/"},
        {"Python", "s/alpha-1.0.dist-info/METADATA", "Name: alpha\nVersion: 1.0\nLicense: MIT\n", "pkg:pypi/"},
        {"conda", "c/conda-meta/alpha-1.0-0.json", R"({"name":"alpha","version":"1.0","build":"0"})", "pkg:conda/"},
        {"npm", "n/node_modules/alpha/package.json", R"({"name":"alpha","version":"1.0"})", "pkg:npm/"},
        {"jar", "opt/alpha.jar", jar, "pkg:maven/"},
        {"gem", "g/specifications/alpha-1.0.gemspec", "  s.name = \"alpha\"\n  s.version = \"1.0\"\n", "pkg:gem/"},
        {"composer", "w/vendor/composer/installed.json", R"({"packages":[{"name":"x/alpha","version":"1.0"}]})", "pkg:composer/"},
        {".NET", "app/a.deps.json", R"({"libraries":{"alpha/1.0":{"type":"package"}}})", "pkg:nuget/"},
        {"nuspec", "p/alpha/1.0/alpha.nuspec", "<package><metadata><id>alpha</id><version>1.0</version></metadata></package>",
         "pkg:nuget/"},
        {"R", "usr/lib/R/library/alpha/DESCRIPTION", "Package: alpha\nVersion: 1.0\nBuilt: R 4.2.2; ; ; unix\n", "pkg:cran/"},
        {"Perl", "p/.meta/alpha-1.0/MYMETA.json", R"({"name":"alpha","version":"1.0"})", "pkg:generic/"},
        {"Julia", "j/packages/alpha/x/Project.toml",
         "name = \"alpha\"\nuuid = \"682c06a0-de6a-54ab-a142-c8b1cf79cde6\"\nversion = \"1.0\"\n", "pkg:julia/"},
        {"Erlang", "e/lib/alpha-1.0/ebin/alpha.app", "{application, alpha, [{vsn, \"1.0\"}]}.\n", "pkg:otp/"},
        {"Haskell", "h/package.conf.d/alpha-1.0.conf", "name: alpha\nversion: 1.0\n", "pkg:hackage/"},
    };
}

/// An image with one package of each of two managers, and the bad file above.
std::shared_ptr<const Inventory> scannedWith(const QString &path, const QByteArray &bytes)
{
    TextImage image;
    image.content(QStringLiteral("S"), "Package: sound\nStatus: install ok installed\nVersion: 5\n\n");
    image.layer(QStringLiteral("ADD"), QStringLiteral(R"(
        f usr/bin/sound 755 = @5
        f etc/shadow 600 = @5
        f var/lib/dpkg/status 644 = <S
        f var/lib/dpkg/info/sound.list 644 = /usr/bin/sound\n
        f srv/node_modules/firm/package.json 644 = {"name":"firm","version":"2.0.0"}
    )"));
    image.content(QStringLiteral("BAD"), bytes);
    image.layer(QStringLiteral("RUN"), QStringLiteral("f %1 644 = <BAD").arg(path));
    return scanned(image);
}

void verifyNothingElseIsLost(const Inventory &inventory, const QString &path)
{
    QCOMPARE(ownerOf(inventory, "usr/bin/sound"), QStringLiteral("pkg:deb/debian/sound@5"));
    QCOMPARE(ownerOf(inventory, "srv/node_modules/firm/package.json"), QStringLiteral("pkg:npm/firm@2.0.0"));
    QCOMPARE(ownerOf(inventory, "etc/shadow"), QStringLiteral("-"));
    QVERIFY2(inventory.tree->findLive(path.toStdString()).isValid(), "the file itself is shown");
    QVERIFY(!inventory.partial);
}

}  // namespace

/// The bad input that an image may hold, each case from the bytes of a layer to the inventory: it becomes a note or nothing,
/// never a crash, never an invented package, and all else is found as if it were not there.
class TestBadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodFiles_data() { everyKind(); }
    void goodFiles();
    void cutFiles_data() { everyKind(); }
    void cutFiles();
    void brokenFiles_data() { everyKind(); }
    void brokenFiles();
    void hostile_data();
    void hostile();
    void endlessStatus_data();
    void endlessStatus();

private:
    void everyKind();
    QTemporaryDir m_folder;
};

void TestBadInput::everyKind()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("purl");
    for (const Sample &sample : samples(m_folder.path()))
        QTest::newRow(sample.name) << QString::fromLatin1(sample.path) << sample.bytes << QString::fromLatin1(sample.purl);
}

/// Otherwise the two tests below would prove nothing.
void TestBadInput::goodFiles()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, purl);
    const auto inventory = scannedWith(path, bytes);
    QVERIFY2(
        componentNamed(*inventory, purl.contains(QLatin1String("composer")) ? QStringLiteral("x/alpha") : QStringLiteral("alpha"))
            .purl.startsWith(purl),
        "the good file gives its package");
    verifyNothingElseIsLost(*inventory, path);
    QVERIFY(inventory->notes.empty());
}

void TestBadInput::cutFiles()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    constexpr int cuts = 6;
    for (int i = 0; i < cuts; ++i) {
        const auto inventory = scannedWith(path, bytes.left(1 + bytes.size() * i / cuts));
        verifyNothingElseIsLost(*inventory, path);
        // A cut may end a value early; it makes no second package out of one.
        QVERIFY(inventory->components.size() <= 3);
    }
}

void TestBadInput::brokenFiles()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QByteArray flipped = bytes;
    for (qsizetype i = 0; i < flipped.size(); i += 7)
        flipped[i] = static_cast<char>(flipped[i] ^ 0x55);
    const QList<QByteArray> damages {flipped, QByteArray(5000, '\xff'), QByteArray(5000, '\0'), bytes + json(100'000),
                                     bytes.left(bytes.size() / 2) + bytes};
    for (const QByteArray &damage : damages) {
        const auto inventory = scannedWith(path, damage);
        verifyNothingElseIsLost(*inventory, path);
        QVERIFY(inventory->components.size() <= 4);
    }
}

void TestBadInput::hostile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("note");  // the id of one that must be there, or nothing
    const auto row = [](const char *name, const char *path, const QByteArray &bytes, const char *note) {
        QTest::newRow(name) << QString::fromLatin1(path) << bytes << QString::fromLatin1(note);
    };
    row("list: paths outside", "var/lib/dpkg/info/liar.list", "/../../etc/shadow\n/etc/../../etc/shadow\n../x\n", "");
    row("list: of a package that is not there", "var/lib/dpkg/info/liar.list", "/usr/bin/sound\n/etc/shadow\n", "");
    row("list: a hundred thousand times the same", "var/lib/dpkg/info/liar.list",
        QByteArray("/usr/bin/sound\n").repeated(100'000), "");
    row("RECORD: paths outside and twice", "s/liar-1.dist-info/RECORD",
        "../../../../etc/shadow,,\n/etc/shadow,,\nx,,\nx,,\n\"open,,\n", "");
    row("RECORD: a hundred thousand lines", "s/liar-1.dist-info/RECORD", QByteArray("../usr/bin/sound,,\n").repeated(100'000),
        "");
    row("jars nested forty deep", "opt/deep.jar", nestedJar(40), "archive-damaged");
    row("zip bomb in a jar", "opt/bomb.jar", zipBomb(), "archive-damaged");
    row("zip bomb in a Yarn cache", ".yarn/cache/a-npm-1-0.zip",
        ZipWriter().add("node_modules/a/package.json", QByteArray(64 << 20, ' ')).finish(), "archive-damaged");
    row("JSON of a hundred thousand levels: npm", "n/node_modules/a/package.json", json(100'000), "package-file-damaged");
    row("JSON of a hundred thousand levels: conda", "c/conda-meta/a-1-0.json", json(100'000), "package-file-damaged");
    row("JSON of a hundred thousand levels: composer", "w/vendor/composer/installed.json", json(100'000), "package-file-damaged");
    row("JSON of a hundred thousand levels: .NET", "a/a.deps.json", json(100'000), "package-file-damaged");
    row("JSON of a hundred thousand levels: Perl", "p/.meta/A-1/MYMETA.json", json(100'000), "package-file-damaged");
    row("JSON of a hundred thousand levels: bill of materials", "usr/share/sbom/a.spdx.json", json(100'000), "");
    row("JSON of a hundred thousand levels: model", "m/model.safetensors",
        QByteArray::fromHex("400d030000000000") + json(100'000), "");
    ElfWriter elf;
    elf.soname = "liba.so";
    elf.needed = {"libc.so.6"};
    const auto patched = [&elf](qsizetype at, int count) {
        QByteArray bytes = elf.bytes();
        for (int i = 0; i < count; ++i)
            bytes[at + i] = '\xff';
        return bytes;
    };
    row("ELF: tables beyond the end", "usr/lib/liba.so", patched(32, 16), "");
    row("ELF: counts and sizes of all ones", "usr/lib/liba.so", patched(52, 12), "");
    row("ELF: nothing but a magic", "usr/lib/liba.so",
        "\x7f"
        "ELF",
        "");
    row("ELF: header of all ones", "usr/lib/liba.so",
        "\x7f"
        "ELF"
            + QByteArray(200, '\xff'),
        "");
}

void TestBadInput::hostile()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, note);
    const auto inventory = scannedWith(path, bytes);
    verifyNothingElseIsLost(*inventory, path);
    const bool told
        = std::any_of(inventory->notes.begin(), inventory->notes.end(), [&note](const ImageNote &n) { return n.id == note; });
    QCOMPARE(told, !note.isEmpty());
    QVERIFY(inventory->components.size() <= 3);
}

/// Streamed through the reader of the status file: what is kept depends on the packages, not on the bytes.
void TestBadInput::endlessStatus_data()
{
    QTest::addColumn<QByteArray>("piece");  // fed again and again
    QTest::addColumn<qint64>("bytes");      // in all
    QTest::addColumn<int>("packages");
    constexpr qsizetype size = 1 << 20;
    QTest::newRow("one line of two gigabytes") << QByteArray(size, 'x') << (2LL << 30) << 1;
    QTest::newRow("one description") << QByteArray(" words of a description\n").repeated(size / 24) << (128LL << 20) << 1;
    QTest::newRow("no line but blank ones") << QByteArray(size, '\n') << (32LL << 20) << 1;
}

void TestBadInput::endlessStatus()
{
    QFETCH(QByteArray, piece);
    QFETCH(qint64, bytes);
    constexpr qint64 ceiling = 1 << 20;
    const auto probe = makeDpkgStatusProbe(ceiling);
    const QByteArray head = "Package: a\nStatus: install ok installed\nVersion: 1\nDescription: x\n";
    QVERIFY(probe->feed({head.constData(), static_cast<size_t>(head.size())}));
    for (qint64 fed = 0; fed < bytes; fed += piece.size())
        QVERIFY(probe->feed({piece.constData(), static_cast<size_t>(piece.size())}));
    const auto records = probe->finish(true);
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(!records[0].cut);
    QVERIFY(records[0].content.size() < ceiling);
    int broken = 0;
    const auto packages = readDpkgStatus(records[0].content, broken);
    QTEST(static_cast<int>(packages.size()), "packages");
    QCOMPARE(packages[0].version, std::string("1"));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
