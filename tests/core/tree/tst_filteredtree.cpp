// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filteredtree.h"
#include "tests/core/tree/treelines.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr const char *sample = R"(
    0 f app/run 300
    0 f usr/bin/bash 1000
    0 f usr/lib/libc 500
    0 h usr/lib/libc.6 usr/lib/libc
    0 l usr/lib/link libc
    0 f var/cache/a 10
    0 f var/cache/sub/b 20
    1 w usr/bin/bash
    1 f usr/lib/libc 700
    1 f usr/share/blob 90
    2 o var/cache
    2 f var/cache/c 40
    2 f usr/share/blob 95
)";

std::shared_ptr<const FilteredTree> rowsOf(const std::shared_ptr<const FileTree> &tree, const TreeView &view = {},
                                           const TreeFilter &filter = {})
{
    return FilteredTree::build({tree, view, filter}, CancelToken()).value();
}

/// "usr(lib(libc link) share(blob))" in the order of the rows.
QString shape(const FilteredTree &rows, NodeId folder = NodeId(0))
{
    QStringList parts;
    for (int row = 0; row < rows.childCount(folder); ++row) {
        const NodeId child = rows.child(folder, row);
        const std::string_view name = rows.tree().name(child);
        QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
        if (rows.childCount(child) > 0)
            text += u'(' + shape(rows, child) + u')';
        parts << text;
    }
    return parts.join(u' ');
}

QString sumsOf(const FilteredTree &rows, const char *path)
{
    const FolderSums sums = rows.sums(*path ? rows.tree().findAll(path).front() : rows.tree().root());
    return QStringLiteral("%1 in %2, gone %3 in %4")
        .arg(sums.liveBytes)
        .arg(sums.liveFiles)
        .arg(sums.ghostBytes)
        .arg(sums.ghostFiles);
}

}  // namespace

Q_DECLARE_METATYPE(waybill::TreeView)

class TestFilteredTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void views_data();
    void views();
    void sumsFollowTheView();
    void filters_data();
    void filters();
    void filterBelowOneFolder();
    void rowsAgreeWithChildren();
    void orderingIsStableAndComplete();
    void matchesInRowOrder();
    void partialResultsGrow();
    void cancelledSearchStops();
    void wrongExpression();
    void deepChain();
};

void TestFilteredTree::views_data()
{
    QTest::addColumn<TreeView>("view");
    QTest::addColumn<QString>("expected");
    using Mode = TreeView::Mode;
    QTest::newRow("final") << TreeView {Mode::FinalImage, -1, false}
                           << QStringLiteral("app(run) usr(bin lib(libc libc.6 link) share(blob)) var(cache(c))");
    QTest::newRow("final with ghosts") << TreeView {Mode::FinalImage, -1, true}
                                       << QStringLiteral("app(run) usr(bin(bash) lib(libc libc libc.6 link) share(blob blob))"
                                                         " var(cache(sub(b) a c))");
    QTest::newRow("up to 1") << TreeView {Mode::UpToLayer, 0, false}
                             << QStringLiteral("app(run) usr(bin(bash) lib(libc libc.6 link)) var(cache(sub(b) a))");
    QTest::newRow("up to 2") << TreeView {Mode::UpToLayer, 1, false}
                             << QStringLiteral("app(run) usr(bin lib(libc libc.6 link) share(blob)) var(cache(sub(b) a))");
    QTest::newRow("up to 2 with ghosts") << TreeView {Mode::UpToLayer, 1, true}
                                         << QStringLiteral("app(run) usr(bin(bash) lib(libc libc libc.6 link) share(blob))"
                                                           " var(cache(sub(b) a))");
    QTest::newRow("second") << TreeView {Mode::ThisLayer, 1, true} << QStringLiteral("usr(lib(libc) share(blob))");
    QTest::newRow("second, live") << TreeView {Mode::ThisLayer, 1, false} << QStringLiteral("usr(lib(libc) share)");
    QTest::newRow("second and third") << TreeView {Mode::ThisLayer, 1, true, {2}}
                                      << QStringLiteral("usr(lib(libc) share(blob blob)) var(cache(c))");
}

void TestFilteredTree::views()
{
    QFETCH(TreeView, view);
    QFETCH(QString, expected);
    QCOMPARE(shape(*rowsOf(treeOf(sample), view)), expected);
}

void TestFilteredTree::sumsFollowTheView()
{
    const auto tree = treeOf(sample);
    using Mode = TreeView::Mode;
    // The old libc is replaced, yet its other name is still there: those bytes are not gone, and they count once.
    QCOMPARE(sumsOf(*rowsOf(tree), "usr/lib"), QStringLiteral("1200 in 2, gone 0 in 0"));
    QCOMPARE(sumsOf(*rowsOf(tree), ""), QStringLiteral("1635 in 5, gone 1120 in 4"));
    QCOMPARE(sumsOf(*rowsOf(tree, {Mode::FinalImage, -1, false}), ""), QStringLiteral("1635 in 5, gone 0 in 0"));
    QCOMPARE(sumsOf(*rowsOf(tree, {Mode::UpToLayer, 0, true}), "var"), QStringLiteral("30 in 2, gone 0 in 0"));
    QCOMPARE(sumsOf(*rowsOf(tree, {Mode::UpToLayer, 2, true}), "var"), QStringLiteral("40 in 1, gone 30 in 2"));
    QCOMPARE(sumsOf(*rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("libc")}), ""),
             QStringLiteral("1200 in 2, gone 0 in 0"));
}

void TestFilteredTree::filters_data()
{
    QTest::addColumn<int>("syntax");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("matches");
    QTest::addColumn<QString>("expected");
    using Syntax = TreeFilter::Syntax;
    QTest::newRow("plain") << int(Syntax::Plain) << QStringLiteral("BASH") << 1 << QStringLiteral("usr(bin(bash))");
    QTest::newRow("plain path") << int(Syntax::Plain) << QStringLiteral("lib/LI") << 4
                                << QStringLiteral("usr(lib(libc libc libc.6 link))");
    QTest::newRow("folder keeps content") << int(Syntax::Plain) << QStringLiteral("share") << 1
                                          << QStringLiteral("usr(share(blob blob))");
    QTest::newRow("glob name") << int(Syntax::Glob) << QStringLiteral("lib?") << 2 << QStringLiteral("usr(lib(libc libc))");
    QTest::newRow("glob path") << int(Syntax::Glob) << QStringLiteral("/usr/*/blob") << 2
                               << QStringLiteral("usr(share(blob blob))");
    QTest::newRow("glob deep") << int(Syntax::Glob) << QStringLiteral("**/b") << 1 << QStringLiteral("var(cache(sub(b)))");
    QTest::newRow("regex") << int(Syntax::Regex) << QStringLiteral("^/usr/.*c(\\.6)?$") << 3
                           << QStringLiteral("usr(lib(libc libc libc.6))");
    QTest::newRow("nothing") << int(Syntax::Plain) << QStringLiteral("zzz") << 0 << QString();
}

void TestFilteredTree::filters()
{
    QFETCH(int, syntax);
    QFETCH(QString, text);
    QFETCH(int, matches);
    QFETCH(QString, expected);
    const auto rows = rowsOf(treeOf(sample), {}, {static_cast<TreeFilter::Syntax>(syntax), text});
    QCOMPARE(shape(*rows), expected);
    QCOMPARE(rows->matchCount(), matches);
}

void TestFilteredTree::filterBelowOneFolder()
{
    const auto tree = treeOf(sample);
    const NodeId lib = tree->findLive("usr/lib");
    for (const auto &[syntax, text] : {std::pair {TreeFilter::Syntax::Plain, "l"},
                                       {TreeFilter::Syntax::Glob, "*l*"},
                                       {TreeFilter::Syntax::Regex, "/l[^/]*$"}}) {
        const auto rows = rowsOf(tree, {}, {syntax, QString::fromLatin1(text), lib});
        QCOMPARE(shape(*rows), QStringLiteral("usr(lib(libc libc libc.6 link))"));
        QCOMPARE(rows->matchCount(), 4);
    }
    // The folder itself is where one looks, not what is looked for.
    QCOMPARE(rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("lib"), lib})->matchCount(), 3);
    QCOMPARE(rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("blob"), lib})->matchCount(), 0);
}

void TestFilteredTree::rowsAgreeWithChildren()
{
    const auto tree = treeOf(sample);
    for (const auto &rows : {rowsOf(tree), rowsOf(tree, {TreeView::Mode::ThisLayer, 1, true}),
                             rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("b")})}) {
        qsizetype seen = 0;
        for (size_t i = 0; i < size_t(tree->size()); ++i) {
            for (int row = 0; row < rows->childCount(NodeId(i)); ++row, ++seen) {
                const NodeId child = rows->child(NodeId(i), row);
                QCOMPARE(rows->row(child), row);
                QVERIFY(rows->isVisible(child));
                QCOMPARE(tree->node(child).parent, quint32(i));
            }
        }
        QCOMPARE(seen, rows->visibleCount());
    }
}

void TestFilteredTree::orderingIsStableAndComplete()
{
    const auto tree = treeOf("0 f a 3\n0 f b 1\n0 f c 3\n0 f d 2\n0 f e/x 9\n0 f e/w 9\n0 f e/v 1\n");
    const auto rows = rowsOf(tree);
    QCOMPARE(shape(*rows), QStringLiteral("e(v w x) a b c d"));
    std::vector<qint64> keys;
    for (const TreeNode &node : tree->nodes())
        keys.push_back(~node.size);
    const auto bySize = rows->ordered(keys, CancelToken());
    QCOMPARE(shape(*bySize), QStringLiteral("a c d b e(w x v)"));
    QCOMPARE(shape(*bySize->ordered({}, CancelToken())), shape(*rows));
    for (int row = 0; row < 5; ++row)
        QCOMPARE(bySize->row(bySize->child(tree->root(), row)), row);
    const CancelToken cancelled;
    cancelled.cancel();
    QVERIFY(!rows->ordered(keys, cancelled));
}

void TestFilteredTree::matchesInRowOrder()
{
    const auto tree = treeOf(sample);
    const auto rows = rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("li")});
    QStringList seen;
    NodeId node;
    for (int i = 0; i < rows->matchCount(); ++i) {
        node = rows->nextMatch(node, true);
        seen << QString::fromStdString(tree->path(node));
    }
    QCOMPARE(seen,
             (QStringList {QStringLiteral("usr/lib"), QStringLiteral("usr/lib/libc"), QStringLiteral("usr/lib/libc"),
                           QStringLiteral("usr/lib/libc.6"), QStringLiteral("usr/lib/link")}));
    QCOMPARE(rows->nextMatch(node, true), tree->findLive("usr/lib"));
    QCOMPARE(rows->nextMatch(tree->findLive("usr/lib"), false), node);
}

void TestFilteredTree::partialResultsGrow()
{
    std::string lines;
    for (int i = 0; i < 5000; ++i)
        lines += "0 f d" + std::to_string(i / 100) + "/file" + std::to_string(i) + " 1\n";
    const auto tree = treeOf(lines.c_str());
    QList<int> counts;
    FilteredTree::Request request {tree, {}, {TreeFilter::Syntax::Plain, QStringLiteral("file")}};
    request.partialMs = 0;
    request.onPartial = [&](const std::shared_ptr<const FilteredTree> &partial) {
        QVERIFY(partial->isPartial());
        counts << partial->matchCount();
    };
    const auto rows = FilteredTree::build(request, CancelToken()).value();
    QVERIFY(!rows->isPartial());
    QCOMPARE(rows->matchCount(), 5000);
    QVERIFY(!counts.isEmpty());
    QVERIFY(std::is_sorted(counts.begin(), counts.end()));
    QVERIFY(counts.last() < 5000);
}

void TestFilteredTree::cancelledSearchStops()
{
    const CancelToken cancelled;
    cancelled.cancel();
    const auto rows = FilteredTree::build({treeOf(sample), {}, {TreeFilter::Syntax::Plain, QStringLiteral("a")}}, cancelled);
    QVERIFY(rows.has_value());
    QCOMPARE((*rows)->visibleCount(), qsizetype(0));
}

void TestFilteredTree::wrongExpression()
{
    const auto rows = FilteredTree::build({treeOf(sample), {}, {TreeFilter::Syntax::Regex, QStringLiteral("(")}}, CancelToken());
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().kind, ErrorKind::Usage);
    QVERIFY(!rows.error().cause.isEmpty());
}

/// 16 000 folders in each other, each with an entry of its own, as a tar writes them.
void TestFilteredTree::deepChain()
{
    constexpr int depth = 16'000;
    std::vector<Entry> entries(depth);
    std::string path;
    for (Entry &entry : entries) {
        path += path.empty() ? "d" : "/d";
        entry.path = path;
        entry.kind = EntryKind::Folder;
    }
    Entry leaf;
    leaf.path = path + "/leaf";
    leaf.size = 7;
    entries.push_back(leaf);
    FileTreeBuilder builder;
    builder.addLayer(entries);
    const auto tree = builder.finish();
    QCOMPARE(tree->size(), qsizetype(depth + 2));
    QCOMPARE(tree->sums(tree->root()).liveBytes, qint64(7));
    const NodeId found = tree->resolveLive(leaf.path);
    QCOMPARE(tree->path(found), leaf.path);
    QCOMPARE(tree->findAll(leaf.path).size(), size_t(1));
    for (const char *text : {"leaf", "d/leaf"}) {
        const auto rows = rowsOf(tree, {}, {TreeFilter::Syntax::Plain, QString::fromLatin1(text)});
        QCOMPARE(rows->matchCount(), 1);
        QCOMPARE(rows->visibleCount(), qsizetype(depth + 1));
        QCOMPARE(rows->nextMatch({}, true), found);
    }
}

QTEST_GUILESS_MAIN(TestFilteredTree)
#include "tst_filteredtree.moc"
