// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/products.h"
#include "core/inventory/inventorycodec.h"
#include "core/inventory/ledger.h"
#include "core/inventory/linkage.h"
#include "core/inventory/scanner.h"
#include "tests/support/elfwriter.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray elf(const QByteArray &words, const std::string &soname = {}, std::vector<std::string> needed = {},
               const std::string &runPath = {})
{
    ElfWriter writer;
    writer.soname = soname;
    writer.needed = std::move(needed);
    writer.runPath = runPath;
    writer.sections = {{".rodata", words}};
    return writer.bytes();
}

/// A system library of a Debian package, a wheel with a GPL build of FFmpeg and tools of NVIDIA, and what nobody packaged: a
/// JDK, CUDA libraries, Node.js, a program, a jar, an archive.
TextImage sample()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"),
                  "Package: libssl3\nStatus: install ok installed\nArchitecture: amd64\nVersion: 3.0.1-1\n\n");
    image.content(QStringLiteral("SSL"), elf("OpenSSL 3.0.1 14 Dec 2021", "libcrypto.so.3"));
    image.content(QStringLiteral("AVCODEC"),
                  elf(QByteArray("FFmpeg version 6.1\0--enable-gpl --enable-version3", 50), "libavcodec-123.so.60"));
    image.content(QStringLiteral("PTXAS"), elf("Cuda compilation tools, release 12.8, V12.8.93"));
    image.content(QStringLiteral("CUDNN"), elf("x", "libcudnn.so.9"));
    image.content(QStringLiteral("NODE"), elf("nodejs.org/download/release/v20.1.0/node"));
    image.content(QStringLiteral("PROGRAM"),
                  elf("libcurl/8.5.0", {}, {"libcrypto.so.3", "libours.so", "libgone.so.1"}, "$ORIGIN/../lib"));
    image.content(QStringLiteral("OURS"), elf("y", "libours.so"));
    image.layer(QStringLiteral("# debian.sh"), QStringLiteral(R"(
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/libssl3:amd64.list 644 = /usr/lib/x86_64-linux-gnu/libcrypto.so.3\n
        f usr/lib/x86_64-linux-gnu/libcrypto.so.3 644 = <SSL
    )"));
    image.emptyHistory(QStringLiteral("CMD [\"bash\"]"));
    image.layer(QStringLiteral("RUN pip install media"), QStringLiteral(R"(
        f v/site-packages/media-1.dist-info/METADATA 644 = Metadata-Version: 2.1\nName: media\nVersion: 1\nLicense-Expression: MIT\n
        f v/site-packages/media-1.dist-info/RECORD 644 = media.libs/libavcodec-123.so.60,,\nmedia/bin/ptxas,,\nmedia-1.dist-info/METADATA,,\n
        f v/site-packages/media.libs/libavcodec-123.so.60 644 = <AVCODEC
        f v/site-packages/media/bin/ptxas 755 = <PTXAS
    )"));
    image.layer(QStringLiteral("RUN curl | tar x"), QStringLiteral(R"(
        f opt/jdk/release 644 = IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="21.0.2"\n
        f opt/jdk/bin/java 755 = @10
        f opt/jdk/lib/modules 644 = @5000
        f usr/local/cuda/lib64/libcudnn.so.9.1.0 644 = <CUDNN
        f usr/local/bin/node 755 = <NODE
        f usr/local/include/node/node.h 644 = @30
        f usr/local/include/other.h 644 = @40
        f opt/ours/bin/program 755 = <PROGRAM
        f opt/ours/lib/libours.so 644 = <OURS
        f opt/ours/lib/a.jar 644 = @9000
        f opt/ours/data.tar.gz 644 = @8000
        f opt/ours/data.bin 644 = @70000
        f opt/old/tool.jar 644 = @600
        f release 644 = JAVA_VERSION="1.8.0"\n
        f bin/java 755 = @10
    )"));
    image.layer(QStringLiteral("COPY app.py /app/ # buildkit"), QStringLiteral("f app/app.py 644 = print()\nw opt/old"));
    return image;
}

}  // namespace

class TestProducts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void products();
    void owners_data();
    void owners();
    void termsOfBundledBuild();
    void rootOfSharedFolderIsNotClaimed();
    void ledgerAddsUp();
    void unexplainedInOrder();
    void ledgerOfOneLayer();
    void binariesAndLinks();
    void base();
    void codecKeepsThem();
    void brokenRules_data();
    void brokenRules();

private:
    NodeId node(const char *path) const { return m_inventory->tree->findAll(path).front(); }
    const Component *owner(const char *path) const;
    QTemporaryDir m_folder;
    std::shared_ptr<const Inventory> m_inventory;
};

void TestProducts::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY2(knowledge.has_value(), knowledge ? "" : qPrintable(knowledge.error().cause));
    const QString file = m_folder.filePath(QStringLiteral("image.tar"));
    QVERIFY(sample().writeFile(file, sample().dockerArchive()));
    const auto source = openImageSource(file);
    QVERIFY(source);
    const auto image = (*source)->image(0);
    QVERIFY(image);
    Progress progress;
    m_inventory = scan(**source, *image, *knowledge, {}, {}, progress);
    QVERIFY(m_inventory->isComplete());
}

const Component *TestProducts::owner(const char *path) const
{
    const Judgement *judgement = m_inventory->judgement(node(path));
    return judgement ? m_inventory->component(*judgement) : nullptr;
}

void TestProducts::products()
{
    QStringList found;
    for (const Component &component : m_inventory->components) {
        if (component.kind != QLatin1String("product"))
            continue;
        const QString part = component.partOf.isValid() ? m_inventory->components[component.partOf.value].name : QString();
        found.append(QStringLiteral("%1 %2 layer %3 files %4 in %5")
                         .arg(component.purl, component.version)
                         .arg(component.layer)
                         .arg(component.files)
                         .arg(part));
    }
    found.sort();
    const QStringList expected {
        QStringLiteral("pkg:generic/cuda-compiler-bundled@12.8.93 12.8.93 layer 1 files 1 in media"),
        QStringLiteral("pkg:generic/cudnn@9.1.0 9.1.0 layer 2 files 1 in "),
        QStringLiteral("pkg:generic/ffmpeg@6.1 6.1 layer 1 files 1 in media"),
        QStringLiteral("pkg:generic/nodejs@20.1.0 20.1.0 layer 2 files 2 in "),
        QStringLiteral("pkg:generic/openjdk@1.8.0 1.8.0 layer 2 files 1 in "),
        QStringLiteral("pkg:generic/openjdk@21.0.2 21.0.2 layer 2 files 3 in "),
    };
    QCOMPARE(found, expected);
}

void TestProducts::owners_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("component");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char *path, const char *component, const char *explanation) {
        QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(component) << QString::fromLatin1(explanation);
    };
    row("usr/lib/x86_64-linux-gnu/libcrypto.so.3", "libssl3", "package");
    row("v/site-packages/media.libs/libavcodec-123.so.60", "FFmpeg", "product");
    row("v/site-packages/media/bin/ptxas", "media", "package");
    row("opt/jdk/lib/modules", "OpenJDK", "product");
    row("usr/local/cuda/lib64/libcudnn.so.9.1.0", "NVIDIA cuDNN", "product");
    row("usr/local/include/node/node.h", "Node.js", "product");
    row("usr/local/include/other.h", "", "unexplained");
    row("opt/ours/bin/program", "", "unexplained");
    row("var/lib/dpkg/status", "", "generated");
    row("app/app.py", "", "own");
}

void TestProducts::owners()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, component);
    QFETCH(QString, explanation);
    const Component *found = owner(path.constData());
    QCOMPARE(found ? found->name : QString(), component);
    QCOMPARE(QString(explanationId(explanationOf(*m_inventory, node(path.constData())))), explanation);
}

/// A wheel under MIT does not make the GPL library inside it MIT; the build options say what it is.
void TestProducts::termsOfBundledBuild()
{
    const Judgement *judgement = m_inventory->judgement(node("v/site-packages/media.libs/libavcodec-123.so.60"));
    QCOMPARE(judgement->expression, QStringLiteral("GPL-3.0-or-later"));
    QCOMPARE(judgement->licenceClass, LicenceClass::StrongCopyleft);
    QCOMPARE(m_inventory->judgement(node("usr/local/cuda/lib64/libcudnn.so.9.1.0"))->right.productId, QStringLiteral("cudnn"));
}

void TestProducts::rootOfSharedFolderIsNotClaimed()
{
    QCOMPARE(owner("release")->version, QStringLiteral("1.8.0"));
    QCOMPARE(owner("bin/java"), nullptr);
}

void TestProducts::ledgerAddsUp()
{
    const Ledger ledger = ledgerOf(*m_inventory);
    qint64 bytes = 0;
    quint32 files = 0;
    qint64 treeBytes = 0;
    for (size_t i = 0; i < explanationCount; ++i) {
        bytes += ledger.live[i].bytes + ledger.ghost[i].bytes;
        files += ledger.live[i].files + ledger.ghost[i].files;
    }
    quint32 treeFiles = 0;
    for (const TreeNode &entry : m_inventory->tree->nodes()) {
        treeBytes += entry.kind == EntryKind::File ? entry.size : 0;
        treeFiles += entry.kind == EntryKind::File;
    }
    QCOMPARE(bytes, treeBytes);
    QCOMPARE(files, treeFiles);
    QCOMPARE(ledger.liveTotal.bytes + ledger.ghostTotal.bytes, treeBytes);
    QCOMPARE(ledger.liveTotal.files + ledger.ghostTotal.files, treeFiles);
    QCOMPARE(ledger.ghostOf(Explanation::Unexplained).bytes, 600);
    QCOMPARE(ledger.ghostTotal.files, quint32(1));
    const qint64 open = ledger.liveOf(Explanation::Unexplained).bytes + 600;
    QCOMPARE(ledger.explainedShare(), 1.0 - static_cast<double>(open) / static_cast<double>(treeBytes));
    QCOMPARE(Ledger().explainedShare(), 1.0);
}

void TestProducts::unexplainedInOrder()
{
    QStringList found;
    for (const UnexplainedFile &file : ledgerOf(*m_inventory).unexplained)
        found.append(QString(unexplainedKindId(file.kind)) + QLatin1Char(' ')
                     + QString::fromStdString(m_inventory->tree->path(file.node))
                     + (file.isGhost ? QStringLiteral(" ghost") : QString()));
    const QStringList expected {
        QStringLiteral("jar opt/ours/lib/a.jar"),          QStringLiteral("archive opt/ours/data.tar.gz"),
        QStringLiteral("elf opt/ours/bin/program"),        QStringLiteral("jar opt/old/tool.jar ghost"),
        QStringLiteral("elf opt/ours/lib/libours.so"),     QStringLiteral("other opt/ours/data.bin"),
        QStringLiteral("other usr/local/include/other.h"), QStringLiteral("other bin/java"),
    };
    QCOMPARE(found, expected);
}

void TestProducts::ledgerOfOneLayer()
{
    const Ledger ledger = ledgerOf(*m_inventory, 3);
    QCOMPARE(ledger.liveTotal.files, quint32(1));
    QCOMPARE(ledger.liveOf(Explanation::Own).bytes, 7);
}

void TestProducts::binariesAndLinks()
{
    QCOMPARE(m_inventory->binaries.size(), size_t(7));
    const BinaryFile *program = m_inventory->binary(node("opt/ours/bin/program"));
    QVERIFY(program);
    QCOMPARE(program->embedded.size(), size_t(1));
    QCOMPARE(program->embedded[0].relation, EmbeddedRelation::Contained);
    QVERIFY(!m_inventory->binary(node("opt/ours/data.bin")));
    const Linkage linkage(*m_inventory);
    const auto index = [this](const char *path) {
        return static_cast<size_t>(m_inventory->binary(node(path)) - m_inventory->binaries.data());
    };
    const size_t asker = index("opt/ours/bin/program");
    QCOMPARE(linkage.uses(asker).size(), size_t(2));
    QCOMPARE(size_t(linkage.uses(asker)[0]), index("usr/lib/x86_64-linux-gnu/libcrypto.so.3"));
    QCOMPARE(size_t(linkage.uses(asker)[1]), index("opt/ours/lib/libours.so"));
    QCOMPARE(linkage.usedBy(index("opt/ours/lib/libours.so")).size(), size_t(1));
    QCOMPARE(linkage.unresolved(asker), std::vector<std::string> {"libgone.so.1"});
}

void TestProducts::base()
{
    QCOMPARE(m_inventory->base.layers, 1);
    QCOMPARE(m_inventory->base.evidence, BaseEvidence::History);
}

void TestProducts::codecKeepsThem()
{
    const auto copy = InventoryCodec::decode(InventoryCodec::encode(*m_inventory));
    QVERIFY(copy);
    QCOMPARE((*copy)->binaries.size(), m_inventory->binaries.size());
    for (size_t i = 0; i < m_inventory->binaries.size(); ++i) {
        const BinaryFile &a = m_inventory->binaries[i];
        const BinaryFile &b = (*copy)->binaries[i];
        QCOMPARE(b.node, a.node);
        QCOMPARE(b.elf.needed, a.elf.needed);
        QCOMPARE(b.elf.soname, a.elf.soname);
        QCOMPARE(b.elf.linkage, a.elf.linkage);
        QCOMPARE(b.embedded.size(), a.embedded.size());
        if (!a.embedded.empty())
            QCOMPARE(b.embedded[0].seen, a.embedded[0].seen);
    }
    QCOMPARE((*copy)->base.detail, m_inventory->base.detail);
    QCOMPARE((*copy)->base.layers, 1);
}

void TestProducts::brokenRules_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("no yaml") << QByteArray("products: [");
    QTest::newRow("no name") << QByteArray("products:\n  - { id: a, names: [x] }");
    QTest::newRow("star first") << QByteArray("products:\n  - { id: a, name: a, names: ['*.so'] }");
    QTest::newRow("folder in name") << QByteArray("products:\n  - { id: a, name: a, names: ['a/b'] }");
    QTest::newRow("bad pattern") << QByteArray("products:\n  - { id: a, name: a, names: [x], match: '(' }");
    QTest::newRow("version without group") << QByteArray(
        "products:\n  - { id: a, name: a, names: [x], version: [ { file: 'x' } ] }");
    QTest::newRow("version of nothing") << QByteArray("products:\n  - { id: a, name: a, names: [x], version: [ { web: 'x' } ] }");
}

void TestProducts::brokenRules()
{
    QFETCH(QByteArray, yaml);
    const auto rules = ProductRules::parse(yaml);
    QVERIFY(!rules);
    QCOMPARE(rules.error().kind, ErrorKind::Policy);
}

QTEST_GUILESS_MAIN(TestProducts)
#include "tst_products.moc"
