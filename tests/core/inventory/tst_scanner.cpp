// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "core/inventory/inventorycodec.h"
#include "core/inventory/provenance.h"
#include "core/inventory/scanner.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

/// A Debian package, a Python distribution and a few loose files over three layers.
TextImage sample()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"),
                  "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nSource: bash-src (5.2)\nVersion: 5.2-1\n\n"
                  "Package: gdb\nStatus: install ok installed\nArchitecture: amd64\nVersion: 13-1\n\n"
                  "Package: half\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1\n");
    image.content(QStringLiteral("STATUS2"),
                  "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.2-1\n");
    image.content(QStringLiteral("DEP5"),
                  "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 1999 "
                  "A\nLicense: GPL-3+\n");
    image.content(QStringLiteral("METADATA"),
                  "Metadata-Version: 2.1\nName: Flask.Thing\nVersion: 1.0\nLicense-Expression: BSD-3-Clause\n\nbody: no field\n");
    image.content(QStringLiteral("RECORD"),
                  "thing/__init__.py,,\n\"thing/a,b.py\",,\nFlask.Thing-1.0.dist-info/METADATA,,\n../../../bin/thing,,\n../../../"
                  "../../../etc/passwd,,\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        l bin -> usr/bin
        f usr/bin/bash 755 = @500
        f usr/bin/gdb 755 = @700
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/bash.list 644 = /.\n/bin\n/bin/bash\n/usr/share/doc/bash/copyright\n
        f var/lib/dpkg/info/gdb:amd64.list 644 = /usr/bin/gdb\n/../escape\n
        f usr/share/doc/bash/copyright 644 = <DEP5
        l usr/share/doc/gdb -> bash
        f usr/lib/os-release 644 = ID=debian\nPRETTY_NAME="Debian 12"\n
    )"));
    image.layer(QStringLiteral("RUN pip install thing"), QStringLiteral(R"(
        f opt/venv/lib/python3/site-packages/thing/__init__.py 644 = x = 1
        f opt/venv/lib/python3/site-packages/thing/a,b.py 644 = # SPDX-License-Identifier: MIT
        f opt/venv/lib/python3/site-packages/thing/__pycache__/__init__.cpython-311.pyc 644 = @90
        f opt/venv/lib/python3/site-packages/Flask.Thing-1.0.dist-info/METADATA 644 = <METADATA
        f opt/venv/lib/python3/site-packages/Flask.Thing-1.0.dist-info/RECORD 644 = <RECORD
        f opt/venv/bin/thing 755 = #!/usr/bin/python3
    )"));
    image.layer(QStringLiteral("RUN apt-get remove gdb"), QStringLiteral("w usr/bin/gdb\nf var/lib/dpkg/status 644 = <STATUS2"));
    image.layer(QStringLiteral("COPY app.py /app/ # buildkit"),
                QStringLiteral("f app/app.py 644 = print()\nf app/mystery.bin 644 = @64"));
    image.layer(QStringLiteral("COPY --from=build /out /srv"), QStringLiteral("f srv/blob.bin 644 = @64"));
    return image;
}

}  // namespace

class TestScanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void components();
    void judgements_data();
    void judgements();
    void everyFileIsJudged();
    void threadsChangeNothing();
    void codecKeepsEverything();
    void codecRefusesDamage();
    void brokenLayerLeavesOthersUsable_data();
    void brokenLayerLeavesOthersUsable();
    void cancelledIsPartial();
    void partialResultsGrow();
    void readingOneFile();

private:
    std::shared_ptr<const Inventory> scanFile(const QByteArray &archive, const ScanOptions &options = {},
                                              const PartialResult &partial = {});
    QTemporaryDir m_folder;
    ScanKnowledge m_knowledge;
    std::shared_ptr<const Inventory> m_inventory;
};

void TestScanner::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY2(knowledge.has_value(), knowledge ? "" : qPrintable(knowledge.error().cause));
    m_knowledge = *knowledge;
    m_inventory = scanFile(sample().dockerArchive());
    QVERIFY(m_inventory);
    QVERIFY(m_inventory->isComplete());
}

std::shared_ptr<const Inventory> TestScanner::scanFile(const QByteArray &archive, const ScanOptions &options,
                                                       const PartialResult &partial)
{
    const QString file = m_folder.filePath(QStringLiteral("image.tar"));
    if (!sample().writeFile(file, archive))
        return {};
    const auto source = openImageSource(file);
    if (!source)
        return {};
    const auto image = (*source)->image(0);
    if (!image)
        return {};
    Progress progress;
    return scan(**source, *image, m_knowledge, options, {}, progress, partial);
}

void TestScanner::components()
{
    QStringList found;
    for (const Component &component : m_inventory->components)
        found.append(component.purl + QStringLiteral(" layer ") + QString::number(component.layer) + QLatin1Char('-')
                     + QString::number(component.hiddenBy));
    QCOMPARE(found,
             (QStringList {QStringLiteral("pkg:deb/debian/bash@5.2-1?arch=amd64 layer 0--1"),
                           QStringLiteral("pkg:deb/debian/gdb@13-1?arch=amd64 layer 0-2"),
                           QStringLiteral("pkg:pypi/flask-thing@1.0 layer 1--1")}));
    QCOMPARE(m_inventory->components[0].sourceName, QStringLiteral("bash-src"));
    QCOMPARE(m_inventory->components[0].sourceVersion, QStringLiteral("5.2"));
    QCOMPARE(m_inventory->components[0].expression, QStringLiteral("GPL-3.0-or-later"));
    QCOMPARE(m_inventory->components[1].expression, QStringLiteral("GPL-3.0-or-later"));  // through the linked folder
    QCOMPARE(m_inventory->components[2].expression, QStringLiteral("BSD-3-Clause"));
    QCOMPARE(m_inventory->osName, QStringLiteral("Debian 12"));
}

void TestScanner::judgements_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("component");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("basis");
    const auto row = [](const char *path, const char *component, const char *expression, const char *basis) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(component) << QString::fromLatin1(expression)
                            << QString::fromLatin1(basis);
    };
    row("usr/bin/bash", "bash", "GPL-3.0-or-later", "component");  // listed as /bin/bash
    row("usr/bin/gdb", "gdb", "GPL-3.0-or-later", "component");    // a ghost
    row("opt/venv/lib/python3/site-packages/thing/__init__.py", "Flask.Thing", "BSD-3-Clause", "component");
    row("opt/venv/lib/python3/site-packages/thing/a,b.py", "Flask.Thing", "MIT", "file-text");
    row("opt/venv/lib/python3/site-packages/thing/__pycache__/__init__.cpython-311.pyc", "Flask.Thing", "BSD-3-Clause",
        "component");
    row("opt/venv/lib/python3/site-packages/Flask.Thing-1.0.dist-info/METADATA", "Flask.Thing", "", "generated");
    row("opt/venv/bin/thing", "Flask.Thing", "BSD-3-Clause", "component");  // RECORD path with ../
    row("var/lib/dpkg/status", "", "", "generated");
    row("app/app.py", "", "", "own-assumed");
    row("srv/blob.bin", "", "", "none");  // COPY --from is somebody else's
}

void TestScanner::judgements()
{
    QFETCH(QString, path);
    const std::vector<NodeId> nodes = m_inventory->tree->findAll(path.toStdString());
    QVERIFY(!nodes.empty());
    const Judgement *judgement = m_inventory->judgement(nodes.front());
    QVERIFY(judgement);
    const Component *component = m_inventory->component(*judgement);
    QTEST(component ? component->name : QString(), "component");
    QTEST(judgement->expression, "expression");
    QTEST(QString(basisId(judgement->basis)), "basis");
}

void TestScanner::everyFileIsJudged()
{
    quint32 files = 0;
    quint32 judged = 0;
    for (const TreeNode &node : m_inventory->tree->nodes())
        files += node.kind == EntryKind::File ? 1 : 0;
    for (size_t i = 0; i < m_inventory->judgements.size(); ++i) {
        const Judgement &judgement = m_inventory->judgements[i];
        judged += judgement.liveFiles + judgement.ghostFiles;
        QCOMPARE(m_inventory->nodesOf(JudgementId(i)).size(), size_t(judgement.liveFiles + judgement.ghostFiles));
    }
    QCOMPARE(judged, files);
}

void TestScanner::threadsChangeNothing()
{
    ScanOptions one;
    one.jobs = 1;
    const QByteArray single = InventoryCodec::encode(*scanFile(sample().packing(Packing::Gzip).dockerArchive(), one));
    for (int i = 0; i < 5; ++i) {
        ScanOptions many;
        many.jobs = 4;
        QCOMPARE(InventoryCodec::encode(*scanFile(sample().packing(Packing::Gzip).dockerArchive(), many)), single);
    }
}

void TestScanner::codecKeepsEverything()
{
    const QByteArray bytes = InventoryCodec::encode(*m_inventory);
    const auto copy = InventoryCodec::decode(bytes);
    QVERIFY(copy.has_value());
    QCOMPARE(InventoryCodec::encode(**copy), bytes);
    QCOMPARE((*copy)->tree->path((*copy)->tree->findLive("usr/bin/bash")), std::string("usr/bin/bash"));
    QCOMPARE((*copy)->tree->sums((*copy)->tree->root()).liveBytes, m_inventory->tree->sums(m_inventory->tree->root()).liveBytes);
}

void TestScanner::codecRefusesDamage()
{
    const QByteArray plain = qUncompress(InventoryCodec::encode(*m_inventory));
    QVERIFY(!InventoryCodec::decode(QByteArray("nonsense")).has_value());
    QVERIFY(!InventoryCodec::decode(qCompress(plain.left(plain.size() / 2))).has_value());
    // Whatever byte is changed, decoding answers; it never reads outside its tables.
    int refused = 0;
    for (qsizetype i = 0; i < plain.size(); i += 37) {
        QByteArray damaged = plain;
        damaged[i] = static_cast<char>(damaged[i] ^ 0xff);
        const auto decoded = InventoryCodec::decode(qCompress(damaged, 0));
        refused += decoded ? 0 : 1;
        if (decoded)
            QVERIFY((*decoded)->tree->size() > 0);
    }
    QVERIFY(refused > 10);
}

void TestScanner::brokenLayerLeavesOthersUsable_data()
{
    QTest::addColumn<int>("truncate");
    QTest::addColumn<int>("flip");
    QTest::addColumn<int>("missing");
    QTest::newRow("truncated") << 1 << -1 << -1;
    QTest::newRow("bit flipped") << -1 << 1 << -1;
    QTest::newRow("missing") << -1 << -1 << 1;
}

void TestScanner::brokenLayerLeavesOthersUsable()
{
    QFETCH(int, truncate);
    QFETCH(int, flip);
    QFETCH(int, missing);
    Damage damage;
    damage.truncateLayer = truncate;
    damage.flipLayer = flip;
    damage.missingLayer = missing;
    const auto inventory = scanFile(sample().packing(Packing::Gzip).damage(damage).ociArchive());
    QVERIFY(inventory);
    QVERIFY(!inventory->isComplete());
    QVERIFY(!inventory->readings[1].complete);
    QCOMPARE(inventory->readings[1].error.layer, 1);
    QVERIFY(inventory->readings[0].complete && inventory->readings[2].complete);
    QVERIFY(inventory->tree->findLive("usr/bin/bash").isValid());
    QVERIFY(std::any_of(inventory->notes.begin(), inventory->notes.end(),
                        [](const ImageNote &note) { return note.layer == 1 && note.incomplete; }));
}

void TestScanner::cancelledIsPartial()
{
    QVERIFY(sample().writeFile(m_folder.filePath(QStringLiteral("c.tar")), sample().dockerArchive()));
    const auto source = openImageSource(m_folder.filePath(QStringLiteral("c.tar")));
    const auto image = (*source)->image(0);
    const CancelToken cancel;
    cancel.cancel();
    Progress progress;
    const auto inventory = scan(**source, *image, m_knowledge, {}, cancel, progress);
    QVERIFY(inventory->partial);
    QVERIFY(!inventory->isComplete());
}

void TestScanner::partialResultsGrow()
{
    ScanOptions options;
    options.jobs = 1;
    options.partialIntervalMs = 0;
    QList<qsizetype> sizes;
    const auto last = scanFile(sample().dockerArchive(), options, [&sizes](std::shared_ptr<const Inventory> part) {
        QVERIFY(part->partial);
        sizes.append(part->tree->size());
    });
    QCOMPARE(sizes.size(), 4);  // all layers but the last, which gives the final result
    QVERIFY(std::is_sorted(sizes.begin(), sizes.end()));
    QVERIFY(sizes.last() < last->tree->size());
}

void TestScanner::readingOneFile()
{
    QVERIFY(sample().writeFile(m_folder.filePath(QStringLiteral("r.tar")), sample().dockerArchive()));
    const auto source = openImageSource(m_folder.filePath(QStringLiteral("r.tar")));
    const auto image = (*source)->image(0);
    QCOMPARE(readFileOf(**source, *image, 3, "app/app.py", 100, {}).value(), QByteArray("print()"));
    QCOMPARE(readFileOf(**source, *image, 0, "usr/bin/bash", 10, {}).value(), QByteArray(10, 'x'));
    QCOMPARE(readFileOf(**source, *image, 1, "usr/bin/bash", 10, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(readFileOf(**source, *image, 9, "x", 10, {}).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
// REUSE-IgnoreEnd
