// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/extract.h"

#include "core/archive/layerreader.h"
#include "core/tree/filetreebuilder.h"
#include "tests/support/textimage.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace waybill;
using namespace waybill::test;

namespace {

/// Keeps the records of a layer.
class Recorder final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        entries.push_back(entry);
        return true;
    }
    std::vector<Entry> entries;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("<cannot be read>");
}

}  // namespace

/// A real archive, its tree, and a folder to extract to.
class TestExtract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneFile();
    void oneFolder();
    void versionsOfTheView();
    void ghosts();
    void hardLinks();
    void linksStayInside();
    void devicesAreNotMade();
    void hostileNames();
    void taken_data();
    void taken();
    void chosenTwice();
    void damagedLayer();
    void cancelled();
    void theWholeImage();

private:
    void open(const TextImage &image);
    Result<ExtractOutcome> run(const std::vector<NodeId> &nodes, const TreeView &view = {}, Existing existing = Existing::Skip);
    NodeId live(const char *path) const { return m_tree->findLive(path); }
    QString at(const char *path) const { return m_dir->filePath(QStringLiteral("out/") + QString::fromUtf8(path)); }
    QStringList written() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<const ImageSource> m_source;
    Image m_image;
    std::shared_ptr<const FileTree> m_tree;
    ExtractPlan m_plan;
};

void TestExtract::open(const TextImage &image)
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("out")));
    const QString path = m_dir->filePath(QStringLiteral("image.tar"));
    QVERIFY(image.writeFile(path, image.dockerArchive()));
    auto source = openImageSource(path);
    QVERIFY(source.has_value());
    m_source = *source;
    m_image = m_source->image(0).value();
    FileTreeBuilder builder;
    for (int layer = 0; layer < int(m_image.layers.size()); ++layer) {
        Recorder recorder;
        readLayer(*m_source->openLayer(m_image, layer).value(), recorder, {}, {}, nullptr);
        builder.addLayer(recorder.entries);
    }
    m_tree = builder.finish();
}

Result<ExtractOutcome> TestExtract::run(const std::vector<NodeId> &nodes, const TreeView &view, Existing existing)
{
    auto plan = planExtraction({m_tree, view, nodes, at("")}, CancelToken());
    if (!plan)
        return fail(plan.error());
    m_plan = *plan;
    Progress progress;
    auto outcome = extract(*m_source, m_image, *m_tree, m_plan, at(""), existing, CancelToken(), progress);
    // Whatever happens, nothing is written beside the chosen folder and nothing is left half done.
    if (QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).size() != 2)
        qFatal("something was written outside");
    if (written().join(u' ').contains(QStringLiteral(".waybill-")))
        qFatal("a temporary file was left");
    return outcome;
}

/// Relative paths, links as "path -> target", sorted.
QStringList TestExtract::written() const
{
    QStringList result;
    QDirIterator each(at(""), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        each.next();
        QString line = QDir(at("")).relativeFilePath(each.filePath());
        if (each.fileInfo().isSymLink())
            line += QStringLiteral(" -> ") + QString::fromUtf8(QFile::symLinkTarget(each.filePath()).toUtf8());
        result << line;
    }
    result.sort();
    return result;
}

void TestExtract::oneFile()
{
    open(TextImage().layer({}, QStringLiteral("f usr/bin/tool 6755 = some content")));
    const auto outcome = run({live("usr/bin/tool")});
    QVERIFY(outcome.has_value());
    QCOMPARE(written(), QStringList {QStringLiteral("tool")});
    QCOMPARE(read(at("tool")), QByteArray("some content"));
    QCOMPARE(outcome->files, 1);
    QCOMPARE(outcome->bytes, 12);
    struct stat facts {
    };
    QCOMPARE(stat(QFile::encodeName(at("tool")).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 07777, 0755U);  // no set-id
}

void TestExtract::oneFolder()
{
    open(TextImage().layer({}, QStringLiteral("f d/a = 1\nf d/sub/b = 2\nd d/empty\nf other = 3")));
    const auto outcome = run({live("d")});
    QVERIFY(outcome.has_value());
    QCOMPARE(written(),
             (QStringList {QStringLiteral("d"), QStringLiteral("d/a"), QStringLiteral("d/empty"), QStringLiteral("d/sub"),
                           QStringLiteral("d/sub/b")}));
    QCOMPARE(read(at("d/sub/b")), QByteArray("2"));
    QCOMPARE(m_plan.files, 2);
    QCOMPARE(m_plan.folders, 3);
    QCOMPARE(m_plan.bytes, 2);
}

void TestExtract::versionsOfTheView()
{
    const TextImage image = TextImage()
                                .layer({}, QStringLiteral("f d/a = old\nf d/b = kept"))
                                .layer({}, QStringLiteral("f d/a = new\nf d/c = late"));
    open(image);
    QVERIFY(run({live("d")}).has_value());
    QCOMPARE(read(at("d/a")), QByteArray("new"));
    QCOMPARE(read(at("d/b")), QByteArray("kept"));
    open(image);
    QVERIFY(run({live("d")}, {TreeView::Mode::UpToLayer, 0, true}).has_value());
    QCOMPARE(read(at("d/a")), QByteArray("old"));
    QVERIFY(!QFileInfo::exists(at("d/c")));
}

void TestExtract::ghosts()
{
    open(TextImage().layer({}, QStringLiteral("f d/a = gone\nf d/b = stays")).layer({}, QStringLiteral("w d/a")));
    QVERIFY(run({live("d")}).has_value());
    QCOMPARE(written(), (QStringList {QStringLiteral("d"), QStringLiteral("d/b")}));
    QVERIFY(run({m_tree->findAll("d/a").front()}).has_value());
    QCOMPARE(read(at("a")), QByteArray("gone"));
}

void TestExtract::hardLinks()
{
    const TextImage image
        = TextImage().layer({}, QStringLiteral("f d/a = content\nh d/b -> d/a\nh e/c -> d/a")).layer({}, QStringLiteral("w d/a"));
    open(image);
    // The stored record of the wanted name is a link to a name that is not extracted.
    QVERIFY(run({live("e")}).has_value());
    QCOMPARE(read(at("e/c")), QByteArray("content"));
    open(image);
    const auto outcome = run({live("d"), live("e")});
    QCOMPARE(outcome->files, 2);
    QCOMPARE(read(at("d/b")), QByteArray("content"));
    QCOMPARE(read(at("e/c")), QByteArray("content"));
    QVERIFY(!QFileInfo::exists(at("d/a")));
    // A link to nothing, and two that point at each other.
    open(TextImage().layer({}, QStringLiteral("h d/x -> gone\nh d/y -> d/z\nh d/z -> d/y\nf d/f = ok")));
    const auto odd = run({live("d")});
    QVERIFY(odd.has_value());
    QCOMPARE(odd->files, 1);
    QCOMPARE(odd->leftOut.size(), size_t(3));
    QVERIFY(std::all_of(odd->leftOut.begin(), odd->leftOut.end(), [](const auto &r) { return r.reason == LeftOut::NotFound; }));
}

void TestExtract::linksStayInside()
{
    open(TextImage().layer({}, QStringLiteral(R"(
        f d/file = x
        l d/good -> file
        l d/sub/up -> ../file
        l d/absolute -> /etc/passwd
        l d/out -> ../../outside
        l d/tricky -> good/../../../outside
        l d/door -> sub
    )")));
    const auto outcome = run({live("d")});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->links, 3);
    QVERIFY(QFileInfo(at("d/good")).isSymLink() && QFileInfo(at("d/sub/up")).isSymLink() && QFileInfo(at("d/door")).isSymLink());
    for (const char *path : {"d/absolute", "d/out", "d/tricky"})
        QVERIFY(!QFileInfo(at(path)).isSymLink());
    QCOMPARE(outcome->leftOut.size(), size_t(3));
    QVERIFY(std::all_of(outcome->leftOut.begin(), outcome->leftOut.end(),
                        [](const auto &r) { return r.reason == LeftOut::LinkOutside; }));
}

void TestExtract::devicesAreNotMade()
{
    open(TextImage().layer({}, QStringLiteral("c d/null 666 1:3\nb d/disk 660 8:0\np d/pipe 644\nf d/f = x")));
    const auto outcome = run({live("d")});
    QVERIFY(outcome.has_value());
    QCOMPARE(written(), (QStringList {QStringLiteral("d"), QStringLiteral("d/f")}));
    QCOMPARE(outcome->leftOut.size(), size_t(3));
    QVERIFY(
        std::all_of(outcome->leftOut.begin(), outcome->leftOut.end(), [](const auto &r) { return r.reason == LeftOut::Device; }));
}

void TestExtract::hostileNames()
{
    const QString longName(250, u'n');
    open(TextImage().layer({},
                           QStringLiteral("f d/\\xff\\x1bname = 1\nf d/%1%1 = 2\nf ../escape = 3\nf /d/abs = 4\n"
                                          "l door -> /tmp\nf door/through = 5\n")
                               .arg(longName)));
    const auto outcome = run({live("d"), live("door"), m_tree->root()});
    QVERIFY(outcome.has_value());
    QVERIFY(QFileInfo::exists(at("image/d/abs")));
    QCOMPARE(m_plan.renamed, 1);
    // In the image the link was replaced by a folder; that is what is written, and nothing went to where the link leads.
    QCOMPARE(read(at("image/door/through")), QByteArray("5"));
    QVERIFY(!QFileInfo(at("image/door")).isSymLink());
    // The path that climbs is shown, and written, below a folder that says so.
    QCOMPARE(read(at("image/(rejected path)/(up)/escape")), QByteArray("3"));
    QCOMPARE(outcome->files, 5);
    QCOMPARE(outcome->leftOut.size(), size_t(0));
}

void TestExtract::taken_data()
{
    QTest::addColumn<int>("existing");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("files");
    QTest::newRow("skip") << int(Existing::Skip) << QByteArray("mine") << 1;
    QTest::newRow("replace") << int(Existing::Replace) << QByteArray("theirs") << 2;
    QTest::newRow("keep both") << int(Existing::KeepBoth) << QByteArray("mine") << 2;
}

void TestExtract::taken()
{
    QFETCH(int, existing);
    QFETCH(QByteArray, content);
    QFETCH(int, files);
    open(TextImage().layer({}, QStringLiteral("f d/a = theirs\nf d/b = new")));
    QVERIFY(QDir(at("")).mkdir(QStringLiteral("d")));
    QFile mine(at("d/a"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    const auto outcome = run({live("d")}, {}, static_cast<Existing>(existing));
    QVERIFY(outcome.has_value());
    QCOMPARE(m_plan.taken, 1);
    QCOMPARE(m_plan.someTaken, QStringList {QStringLiteral("d/a")});
    QCOMPARE(read(at("d/a")), content);
    QCOMPARE(outcome->files, files);
    QCOMPARE(outcome->leftOut.size(), size_t(2 - files));
    if (existing == int(Existing::KeepBoth))
        QCOMPARE(read(at("d/a~2")), QByteArray("theirs"));
}

void TestExtract::chosenTwice()
{
    open(TextImage().layer({}, QStringLiteral("f d/a = 1\nf e/a = 2")));
    QVERIFY(run({live("d/a"), live("d"), live("d/a"), live("e/a")}).has_value());
    QCOMPARE(written(), (QStringList {QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("d/a")}));
    QVERIFY(run({live("d/a"), live("e/a")}, {}, Existing::Replace).has_value());
    QCOMPARE(read(at("a")), QByteArray("1"));
    QCOMPARE(read(at("a~2")), QByteArray("2"));
}

void TestExtract::damagedLayer()
{
    Damage damage;
    damage.truncateLayer = 0;
    TextImage image;
    image.layer({}, QStringLiteral("f a = first\nf b = @200000\nf c = last"));
    open(image);
    const auto tree = m_tree;
    image.damage(damage);
    open(image);
    m_tree = tree;
    const auto outcome = run({live("a"), live("b"), live("c")});
    QVERIFY(outcome.has_value());
    QCOMPARE(written(), QStringList {QStringLiteral("a")});
    QCOMPARE(outcome->files, 1);
    QVERIFY(outcome->leftOut.size() >= 2);
}

void TestExtract::cancelled()
{
    open(TextImage().layer({}, QStringLiteral("f a = first\nf b = second")));
    const auto plan = planExtraction({m_tree, {}, {live("a"), live("b")}, at("")}, CancelToken());
    const CancelToken cancel;
    cancel.cancel();
    Progress progress;
    const auto outcome = extract(*m_source, m_image, *m_tree, *plan, at(""), Existing::Skip, cancel, progress);
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->files, 0);
    QCOMPARE(written(), QStringList());
    QCOMPARE(planExtraction({m_tree, {}, {}, at("nothing")}, CancelToken()).error().kind, ErrorKind::NotFound);
}

void TestExtract::theWholeImage()
{
    open(TextImage()
             .layer({}, QStringLiteral("f usr/bin/a = 1\nl bin -> usr/bin\nf etc/x = 2"))
             .layer({}, QStringLiteral("f usr/bin/b = 3\nw etc/x")));
    Progress progress;
    const auto outcome = run({m_tree->root()}, {TreeView::Mode::FinalImage, -1, false});
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->files, 2);
    QCOMPARE(outcome->links, 1);
    QCOMPARE(read(at("image/bin/b")), QByteArray("3"));
    QVERIFY(QFileInfo(at("image/etc")).isDir());
}

QTEST_GUILESS_MAIN(TestExtract)
#include "tst_extract.moc"
