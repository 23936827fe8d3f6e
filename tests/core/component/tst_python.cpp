// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/pythonmetadata.h"
#include "tests/core/component/finderbench.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestPython : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void metadata_data();
    void metadata();
    void forms();
    void licenceFiles();
    void lyingRecord();
    void longRecordIsBounded();
    void vendoredCopies();
    void ownedByTheSystem();
    void versionsOverLayers();
};

void TestPython::metadata_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("purl");
    QTest::addColumn<QStringList>("declared");
    QTest::newRow("first version counts") << QByteArray("Name: a\nVersion: 1.0\nVersion: 2.0\n")
                                          << QStringLiteral("pkg:pypi/a@1.0") << QStringList();
    QTest::newRow("kept as written") << QByteArray("Name: A_b\nVersion: 1\nLicense: GPL v3 or  so\nLicense-Expression: MIT OR "
                                                   "Apache-2.0\nClassifier: License :: OSI Approved :: MIT License\n")
                                     << QStringLiteral("pkg:pypi/a-b@1")
                                     << QStringList {QStringLiteral("License-Expression=MIT OR Apache-2.0"),
                                                     QStringLiteral("License=GPL v3 or  so"),
                                                     QStringLiteral("Classifier=License :: OSI Approved :: MIT License")};
    QTest::newRow("UNKNOWN is nothing") << QByteArray("Name: a\nVersion: 1\nLicense: UNKNOWN\n") << QStringLiteral("pkg:pypi/a@1")
                                        << QStringList();
    QTest::newRow("body is no field") << QByteArray("Name: a\nVersion: 1\n\nLicense: MIT\n") << QStringLiteral("pkg:pypi/a@1")
                                      << QStringList();
    QTest::newRow("no version") << QByteArray("Name: a\n") << QString() << QStringList();
    QTest::newRow("no name") << QByteArray("Version: 1\n") << QString() << QStringList();
    QTest::newRow("empty lines only") << QByteArray("\n\n") << QString() << QStringList();
}

void TestPython::metadata()
{
    QFETCH(QByteArray, content);
    TextImage image;
    image.content(QStringLiteral("M"), content);
    image.layer(QStringLiteral("RUN pip"), QStringLiteral("f lib/site-packages/a-1.dist-info/METADATA 644 = <M"));
    const auto inventory = scanned(image);
    QFETCH(QString, purl);
    if (purl.isEmpty()) {
        QVERIFY(inventory->components.empty());
        QCOMPARE(noteLines(*inventory),
                 QStringList {QStringLiteral("package-file-damaged 0 lib/site-packages/a-1.dist-info/METADATA")});
        return;
    }
    QCOMPARE(componentLines(*inventory), QStringList {purl + QStringLiteral(" 0")});
    QTEST(declaredLines(inventory->components.front()), "declared");
}

/// Every form of installation that pip lists, and what each of them owns.
void TestPython::forms()
{
    TextImage image;
    image.layer(QStringLiteral("RUN pip"), QStringLiteral(R"(
        f s/wheel/__init__.py 644 = @9
        f s/wheel.libs/libgfortran-1.so 644 = @9
        f s/wheel-1.dist-info/METADATA 644 = Name: wheel\nVersion: 1\n
        f s/wheel-1.dist-info/RECORD 644 = wheel/__init__.py,sha256=x,9\nwheel.libs/libgfortran-1.so,,\n../bin/wheel,,\n
        f bin/wheel 755 = @9
        f s/eggdir-2.egg-info/PKG-INFO 644 = Name: eggdir\nVersion: 2\n
        f s/eggdir-2.egg-info/installed-files.txt 644 = ../eggdir.py\nPKG-INFO\n
        f s/eggdir.py 644 = @9
        f s/top-3.egg-info/PKG-INFO 644 = Name: top\nVersion: 3\n
        f s/top-3.egg-info/top_level.txt 644 = topmod\n../x\n
        f s/topmod/deep/er.py 644 = @9
        f s/eggfile-4.egg-info 644 = Name: eggfile\nVersion: 4\n
        f s/old-5-py3.egg/EGG-INFO/PKG-INFO 644 = Name: old\nVersion: 5\n
        f s/old-5-py3.egg/old.py 644 = @9
        f s/edit-6.dist-info/METADATA 644 = Name: edit\nVersion: 6\n
        f s/edit-6.dist-info/direct_url.json 644 = {"dir_info": {"editable": true}, "url": "file:///src"}
        f s/edit-6.dist-info/RECORD 644 = __editable__.edit-6.pth,,\nedit-6.dist-info/direct_url.json,,\n
        f s/__editable__.edit-6.pth 644 = /src
        f s/readme.dist-info.txt 644 = Name: no\nVersion: 1\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:pypi/edit@6 0"), QStringLiteral("pkg:pypi/eggdir@2 0"),
                           QStringLiteral("pkg:pypi/eggfile@4 0"), QStringLiteral("pkg:pypi/old@5 0"),
                           QStringLiteral("pkg:pypi/top@3 0"), QStringLiteral("pkg:pypi/wheel@1 0")}));
    QCOMPARE(ownerOf(*inventory, "bin/wheel"), QStringLiteral("pkg:pypi/wheel@1"));
    QCOMPARE(ownerOf(*inventory, "s/wheel.libs/libgfortran-1.so"), QStringLiteral("pkg:pypi/wheel@1"));
    QCOMPARE(ownerOf(*inventory, "s/eggdir.py"), QStringLiteral("pkg:pypi/eggdir@2"));
    QCOMPARE(ownerOf(*inventory, "s/topmod/deep/er.py"), QStringLiteral("pkg:pypi/top@3"));
    QCOMPARE(ownerOf(*inventory, "s/old-5-py3.egg/old.py"), QStringLiteral("pkg:pypi/old@5"));
    QCOMPARE(ownerOf(*inventory, "s/__editable__.edit-6.pth"), QStringLiteral("pkg:pypi/edit@6"));
    QCOMPARE(ownerOf(*inventory, "s/readme.dist-info.txt"), QStringLiteral("-"));
    QVERIFY(inventory->notes.empty());
}

void TestPython::licenceFiles()
{
    TextImage image;
    image.layer(QStringLiteral("RUN pip"), QStringLiteral(R"(
        f s/new-1.dist-info/METADATA 644 = Name: new\nVersion: 1\nLicense-File: LICENSE\nLicense-File: sub/TERMS\nLicense-File: ../../gone\n
        f s/new-1.dist-info/licenses/LICENSE 644 = text
        f s/new-1.dist-info/licenses/sub/TERMS 644 = text
        f s/new-1.dist-info/RECORD 644 = new-1.dist-info/METADATA,,\n
        f s/old-1.dist-info/METADATA 644 = Name: old\nVersion: 1\nLicense-File: COPYING.txt\n
        f s/old-1.dist-info/COPYING.txt 644 = text
        f s/old-1.dist-info/AUTHORS.md 644 = text
        f s/old-1.dist-info/RECORD 644 = old-1.dist-info/COPYING.txt,,\nold-1.dist-info/AUTHORS.md,,\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentNamed(*inventory, QStringLiteral("new")).licencePaths,
             (std::vector<std::string> {"s/new-1.dist-info/licenses/LICENSE", "s/new-1.dist-info/licenses/sub/TERMS"}));
    QCOMPARE(componentNamed(*inventory, QStringLiteral("old")).licencePaths,
             (std::vector<std::string> {"s/old-1.dist-info/COPYING.txt", "s/old-1.dist-info/AUTHORS.md"}));
}

/// A RECORD that claims the system's files gets none that were there before, and none outside.
void TestPython::lyingRecord()
{
    TextImage image;
    image.content(QStringLiteral("S"), "Package: bash\nStatus: install ok installed\nVersion: 5\n\n");
    image.content(QStringLiteral("R"),
                  "/usr/bin/bash,,\n../../usr/bin/bash,,\n../../../../../etc/shadow,,\n\"a\"\"b,c\",,\n,,\nx,,\nx,,\n");
    image.layer(QStringLiteral("ADD"),
                QStringLiteral("f usr/bin/bash 755 = @5\nf var/lib/dpkg/status 644 = <S\n"
                               "f var/lib/dpkg/info/bash.list 644 = /usr/bin/bash\\n"));
    image.layer(QStringLiteral("RUN pip"),
                QStringLiteral("f s/x 644 = @5\nf s/a\"b,c 644 = @5\nf s/liar-1.dist-info/RECORD 644 = <R\n"
                               "f s/liar-1.dist-info/METADATA 644 = Name: liar\\nVersion: 1\\n"));
    const auto inventory = scanned(image);
    QCOMPARE(ownerOf(*inventory, "usr/bin/bash"), QStringLiteral("pkg:deb/debian/bash@5"));
    QCOMPARE(ownerOf(*inventory, "s/x"), QStringLiteral("pkg:pypi/liar@1"));
    QCOMPARE(ownerOf(*inventory, "s/a\"b,c"), QStringLiteral("pkg:pypi/liar@1"));
    QCOMPARE(readPythonRecord("../../../x\n/y\nz/../w\n", "a/b"), (std::vector<std::string> {"y", "a/b/w"}));
}

void TestPython::longRecordIsBounded()
{
    constexpr qint64 ceiling = 50'000;
    const auto probe = makePythonRecordProbe(ceiling);
    const QByteArray line = "package/module/file.py,sha256=" + QByteArray(43, 'x') + ",123\n";
    int fed = 0;
    while (fed < 1'000'000 && probe->feed({line.constData(), static_cast<size_t>(line.size())}))
        ++fed;
    QVERIFY(fed < 3000);
    const auto records = probe->finish(true);
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(records[0].cut);
    QVERIFY(records[0].content.size() < ceiling + 100);
    // One line of a hundred megabytes is cut, the next one is read.
    const auto endless = makePythonRecordProbe(ceiling * 10);
    const QByteArray piece(1 << 20, 'a');
    for (int i = 0; i < 100; ++i)
        QVERIFY(endless->feed({piece.constData(), static_cast<size_t>(piece.size())}));
    QVERIFY(endless->feed(std::span<const char>("\nb,,\n", 5)));
    const auto kept = endless->finish(true);
    QCOMPARE(kept[0].content, QByteArray(64 << 10, 'a') + "\nb\n");
}

void TestPython::vendoredCopies()
{
    TextImage image;
    image.content(QStringLiteral("VENDOR"),
                  "# list\nrequests==2.32.3\n    idna==3.7  # via requests\nbroken\n==1\n"
                  "rich==13.7.1; python_version>'3'\n");
    image.layer(QStringLiteral("RUN pip"), QStringLiteral(R"(
        f s/setuptools-70.dist-info/METADATA 644 = Name: setuptools\nVersion: 70\n
        f s/setuptools-70.dist-info/RECORD 644 = setuptools/_vendor/more-10.dist-info/METADATA,,\nsetuptools/_vendor/more/x.py,,\n
        f s/setuptools/_vendor/more-10.dist-info/METADATA 644 = Name: more\nVersion: 10\n
        f s/setuptools/_vendor/more/x.py 644 = @9
        f s/pip-24.dist-info/METADATA 644 = Name: pip\nVersion: 24\n
        f s/pip-24.dist-info/RECORD 644 = pip/_vendor/vendor.txt,,\n
        f s/pip/_vendor/vendor.txt 644 = <VENDOR
        f s/pip/_vendor/idna/LICENSE.md 644 = text
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:pypi/idna@3.7 0+"), QStringLiteral("pkg:pypi/more@10 0+"),
                           QStringLiteral("pkg:pypi/pip@24 0"), QStringLiteral("pkg:pypi/requests@2.32.3 0+"),
                           QStringLiteral("pkg:pypi/rich@13.7.1 0+"), QStringLiteral("pkg:pypi/setuptools@70 0")}));
    const auto outer = [&inventory](const char *name) {
        const Component &component = componentNamed(*inventory, QString::fromLatin1(name));
        return component.partOf.isValid() ? inventory->components[component.partOf.value].name : QString();
    };
    QCOMPARE(outer("more"), QStringLiteral("setuptools"));
    QCOMPARE(outer("idna"), QStringLiteral("pip"));
    QCOMPARE(outer("pip"), QString());
    QCOMPARE(componentNamed(*inventory, QStringLiteral("idna")).licencePaths,
             std::vector<std::string> {"s/pip/_vendor/idna/LICENSE.md"});
    QCOMPARE(ownerOf(*inventory, "s/setuptools/_vendor/more/x.py"), QStringLiteral("pkg:pypi/setuptools@70"));
}

/// Debian's own Python packages are seen by both finders; the system's package owns the files.
void TestPython::ownedByTheSystem()
{
    TextImage image;
    image.content(QStringLiteral("S"), "Package: python3-yaml\nStatus: install ok installed\nVersion: 6.0-3\n\n");
    image.layer(QStringLiteral("RUN apt-get"), QStringLiteral(R"(
        f usr/lib/python3/dist-packages/PyYAML-6.0.egg-info 644 = Name: PyYAML\nVersion: 6.0\n
        f usr/lib/python3/dist-packages/yaml/__init__.py 644 = @9
        f var/lib/dpkg/status 644 = <S
        f var/lib/dpkg/info/python3-yaml.list 644 = /usr/lib/python3/dist-packages/PyYAML-6.0.egg-info\n/usr/lib/python3/dist-packages/yaml/__init__.py\n
    )"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory),
             (QStringList {QStringLiteral("pkg:deb/debian/python3-yaml@6.0-3 0"), QStringLiteral("pkg:pypi/pyyaml@6.0 0")}));
    const Component &yaml = componentNamed(*inventory, QStringLiteral("PyYAML"));
    QVERIFY(yaml.partOf.isValid());
    QCOMPARE(inventory->components[yaml.partOf.value].name, QStringLiteral("python3-yaml"));
    QVERIFY(!yaml.vendored);
    QCOMPARE(ownerOf(*inventory, "usr/lib/python3/dist-packages/yaml/__init__.py"),
             QStringLiteral("pkg:deb/debian/python3-yaml@6.0-3"));
}

void TestPython::versionsOverLayers()
{
    TextImage image;
    image.layer(QStringLiteral("RUN pip"),
                QStringLiteral("f s/a-1.dist-info/METADATA 644 = Name: a\\nVersion: 1\\n\n"
                               "f s/a-1.dist-info/RECORD 644 = a.py,,\\n\nf s/a.py 644 = @1"));
    image.layer(QStringLiteral("RUN pip -U"),
                QStringLiteral("w s/a-1.dist-info\nf s/a-2.dist-info/METADATA 644 = Name: a\\nVersion: 2\\n\n"
                               "f s/a-2.dist-info/RECORD 644 = a.py,,\\n\nf s/a.py 644 = @2"));
    const auto inventory = scanned(image);
    QCOMPARE(componentLines(*inventory), (QStringList {QStringLiteral("pkg:pypi/a@1 0-1"), QStringLiteral("pkg:pypi/a@2 1")}));
    QCOMPARE(ownerOf(*inventory, "s/a.py"), QStringLiteral("pkg:pypi/a@2"));
}

QTEST_GUILESS_MAIN(TestPython)
#include "tst_python.moc"
