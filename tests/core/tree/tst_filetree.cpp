// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filetreebuilder.h"

#include <QTest>

using namespace waybill;

namespace {

Entry entry(EntryKind kind, const char *path, qint64 size = 0, const char *target = "")
{
    Entry e;
    e.kind = kind;
    e.path = path;
    e.size = size;
    e.target = target;
    e.mode = kind == EntryKind::Folder ? 0755 : 0644;
    return e;
}

Entry file(const char *path, qint64 size)
{
    return entry(EntryKind::File, path, size);
}

/// Every node as "path size layer[-hiddenBy][r]".
QStringList dump(const FileTree &tree)
{
    QStringList lines;
    for (size_t i = 1; i < static_cast<size_t>(tree.size()); ++i) {
        const TreeNode &node = tree.node(NodeId(i));
        QString line = QString::fromStdString(tree.path(NodeId(i)))
            + (node.isFolder() ? QStringLiteral("/ ") : QStringLiteral(" ")) + QString::number(node.size) + QLatin1Char(' ')
            + QString::number(node.layer);
        if (node.isGhost())
            line += QLatin1Char('-') + QString::number(node.hiddenBy);
        if (node.flags & ReplacedNotDeleted)
            line += QLatin1Char('r');
        lines.append(line);
    }
    return lines;
}

std::shared_ptr<const FileTree> build(const std::vector<std::vector<Entry>> &layers)
{
    FileTreeBuilder builder;
    for (const auto &layer : layers)
        builder.addLayer(layer);
    return builder.finish();
}

}  // namespace

class TestFileTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void empty();
    void ghostsAreKept();
    void whiteoutsActOnLowerLayersOnly();
    void opaqueFolder();
    void folderReplacedByFileAndBack();
    void duplicatesInOneLayer();
    void sums();
    void hardLinksCountOnce();
    void neighboursShareTheirPath();
    void memoryOfATree();
    void lookups();
    void linksAreFollowedInsideTheRoot();
    void rowsAndParents();
};

void TestFileTree::empty()
{
    const auto tree = build({});
    QCOMPARE(tree->size(), qsizetype(1));
    QVERIFY(tree->node(tree->root()).isFolder());
    QVERIFY(!tree->findLive("a").isValid());
}

void TestFileTree::ghostsAreKept()
{
    const auto tree = build({{file("usr/a", 5), file("usr/b", 7)}, {entry(EntryKind::Whiteout, "usr/a"), file("usr/b", 9)}});
    QCOMPARE(dump(*tree),
             (QStringList {QStringLiteral("usr/ 0 0"), QStringLiteral("usr/a 5 0-1"), QStringLiteral("usr/b 7 0-1r"),
                           QStringLiteral("usr/b 9 1")}));
}

void TestFileTree::whiteoutsActOnLowerLayersOnly()
{
    // The whiteout stands behind the new file in the tar and still must not hide it.
    const auto tree = build({{file("d/x", 1), file("d/y", 1)}, {file("d/x", 2), entry(EntryKind::Whiteout, "d")}});
    QCOMPARE(dump(*tree),
             (QStringList {QStringLiteral("d/ 0 0"), QStringLiteral("d/x 1 0-1"), QStringLiteral("d/x 2 1"),
                           QStringLiteral("d/y 1 0-1")}));
}

void TestFileTree::opaqueFolder()
{
    const auto tree = build({{file("d/x", 1), file("d/sub/y", 1)}, {entry(EntryKind::Opaque, "d"), file("d/z", 2)}});
    QCOMPARE(dump(*tree),
             (QStringList {QStringLiteral("d/ 0 0"), QStringLiteral("d/sub/ 0 0-1"), QStringLiteral("d/x 1 0-1"),
                           QStringLiteral("d/z 2 1"), QStringLiteral("d/sub/y 1 0-1")}));
}

void TestFileTree::folderReplacedByFileAndBack()
{
    const auto tree = build({{file("d/x", 1)}, {file("d", 3)}, {file("d/y", 4)}});
    QCOMPARE(dump(*tree),
             (QStringList {QStringLiteral("d/ 0 0"), QStringLiteral("d 3 1-2r"), QStringLiteral("d/x 1 0-1"),
                           QStringLiteral("d/y 4 2")}));
    QCOMPARE(tree->path(tree->findLive("d/y")), std::string("d/y"));
}

void TestFileTree::duplicatesInOneLayer()
{
    const auto tree = build({{file("a", 1), file("a", 2)}});
    QCOMPARE(dump(*tree), QStringList {QStringLiteral("a 2 0")});
}

void TestFileTree::sums()
{
    const auto tree = build(
        {{file("u/a", 5), file("u/v/b", 7), entry(EntryKind::Hardlink, "u/h", 0, "u/a")}, {entry(EntryKind::Whiteout, "u/v")}});
    const FolderSums &root = tree->sums(tree->root());
    QCOMPARE(root.liveBytes, qint64(5));
    QCOMPARE(root.ghostBytes, qint64(7));
    QCOMPARE(root.liveFiles, quint32(1));
    QCOMPARE(root.ghostFiles, quint32(1));
}

/// One line per name: kind, size, target.
static QString linkState(const FileTree &tree, const char *path)
{
    const NodeId id = tree.findAll(path).front();
    const TreeNode &node = tree.node(id);
    const std::string_view target = tree.linkTarget(id);
    return node.kind == EntryKind::File
        ? QStringLiteral("file %1").arg(node.size)
        : QStringLiteral("link to %1").arg(QString::fromUtf8(target.data(), qsizetype(target.size())));
}

void TestFileTree::hardLinksCountOnce()
{
    const std::vector<Entry> base {file("d/a", 5), entry(EntryKind::Hardlink, "d/b", 0, "d/a"),
                                   entry(EntryKind::Hardlink, "d/c", 0, "d/a")};
    const auto untouched = build({base});
    QCOMPARE(linkState(*untouched, "d/a"), QStringLiteral("file 5"));
    QCOMPARE(linkState(*untouched, "d/b"), QStringLiteral("link to d/a"));
    QCOMPARE(untouched->sums(untouched->root()).liveBytes, qint64(5));

    // The first name goes, the bytes stay: they are live under another name.
    const auto renamed = build({base, {entry(EntryKind::Whiteout, "d/a")}});
    QCOMPARE(linkState(*renamed, "d/a"), QStringLiteral("link to d/b"));
    QCOMPARE(linkState(*renamed, "d/b"), QStringLiteral("file 5"));
    QCOMPARE(linkState(*renamed, "d/c"), QStringLiteral("link to d/a"));
    QCOMPARE(renamed->sums(renamed->root()).liveBytes, qint64(5));
    QCOMPARE(renamed->sums(renamed->root()).ghostBytes, qint64(0));
    QCOMPARE(renamed->resolveLive("d/b"), renamed->findLive("d/b"));

    // All names go: the bytes are a ghost, once.
    const auto gone = build({base, {entry(EntryKind::Whiteout, "d")}});
    QCOMPARE(linkState(*gone, "d/a"), QStringLiteral("file 5"));
    QCOMPARE(gone->sums(gone->root()).ghostBytes, qint64(5));
    QCOMPARE(gone->sums(gone->root()).ghostFiles, quint32(1));
}

void TestFileTree::neighboursShareTheirPath()
{
    // Every way in which the next path can leave the one before it.
    const auto tree = build({{file("a/b/c", 1), file("a/b/cc", 1), file("a/bb/c", 1), file("a/b", 1), file("a/b/d", 1),
                              file("a", 1), file("aa/x", 1), file("aa", 1), entry(EntryKind::Folder, ""), file("a/e", 1)}});
    QCOMPARE(dump(*tree).filter(QStringLiteral(" 1 0")).size(), qsizetype(9));
    QCOMPARE(tree->path(tree->findLive("a/e")), std::string("a/e"));
    QVERIFY(!tree->findLive("a/b").isValid());  // the file "a" took the place of the folder and all in it
    QVERIFY(tree->findLive("aa").isValid());
    QVERIFY(!tree->node(tree->findLive("aa")).isFolder());
}

void TestFileTree::memoryOfATree()
{
    std::vector<Entry> entries;
    for (int i = 0; i < 20'000; ++i)
        entries.push_back(file(("usr/lib/package" + std::to_string(i / 50) + "/module" + std::to_string(i) + ".so").c_str(), i));
    const auto tree = build({entries});
    QVERIFY(tree->memoryBytes() > tree->size() * qint64(sizeof(TreeNode)));
    QVERIFY2(tree->memoryBytes() < tree->size() * 100, qPrintable(QString::number(tree->memoryBytes() / tree->size())));
}

void TestFileTree::lookups()
{
    const auto tree = build({{file("a/f", 1)}, {file("a/f", 2)}, {entry(EntryKind::Whiteout, "a/f")}});
    QVERIFY(!tree->findLive("a/f").isValid());
    QCOMPARE(tree->node(tree->findAt("a/f", 0)).size, qint64(1));
    QCOMPARE(tree->node(tree->findAt("a/f", 2)).size, qint64(2));
    QCOMPARE(tree->findAll("a/f").size(), size_t(2));
    QCOMPARE(tree->findAll("a/nothing").size(), size_t(0));
}

void TestFileTree::linksAreFollowedInsideTheRoot()
{
    const auto tree
        = build({{file("usr/bin/tool", 1), entry(EntryKind::Symlink, "bin", 0, "usr/bin"),
                  entry(EntryKind::Symlink, "abs", 0, "/usr/bin/tool"),
                  entry(EntryKind::Symlink, "usr/up", 0, "../../../bin/tool"), entry(EntryKind::Symlink, "loop", 0, "loop")}});
    QCOMPARE(tree->path(tree->resolveLive("bin/tool")), std::string("usr/bin/tool"));
    QCOMPARE(tree->path(tree->resolveLive("abs")), std::string("usr/bin/tool"));
    QCOMPARE(tree->path(tree->resolveLive("usr/up")), std::string("usr/bin/tool"));
    QVERIFY(!tree->resolveLive("loop").isValid());
    QCOMPARE(tree->linkTarget(tree->findLive("bin")), std::string_view("usr/bin"));
}

void TestFileTree::rowsAndParents()
{
    const auto tree = build({{file("b", 1), file("a/x", 1), file("c", 1)}});
    for (size_t i = 1; i < static_cast<size_t>(tree->size()); ++i) {
        const NodeId parent(tree->node(NodeId(i)).parent);
        QCOMPARE(tree->child(parent, tree->row(NodeId(i))), NodeId(i));
    }
}

QTEST_GUILESS_MAIN(TestFileTree)
#include "tst_filetree.moc"
