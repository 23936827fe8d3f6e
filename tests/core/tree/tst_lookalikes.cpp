// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filetreebuilder.h"
#include "core/tree/lookalikes.h"

#include <QTest>

using namespace waybill;

namespace {

std::shared_ptr<const FileTree> treeOf(const std::vector<std::vector<const char *>> &layers)
{
    FileTreeBuilder builder;
    for (const auto &paths : layers) {
        std::vector<Entry> entries;
        for (const char *path : paths) {
            Entry entry;
            entry.path = path[0] == '-' ? path + 1 : path;
            entry.kind = path[0] == '-' ? EntryKind::Whiteout : EntryKind::File;
            entries.push_back(entry);
        }
        builder.addLayer(entries);
    }
    return builder.finish();
}

QStringList pairs(const FileTree &tree, size_t most = 100)
{
    QStringList result;
    for (const LookAlike &pair : findLookAlikes(tree, most, CancelToken()))
        result << QString::fromStdString(tree.path(pair.first) + " ~ " + tree.path(pair.second));
    return result;
}

}  // namespace

class TestLookAlikes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void caseAndNormalisation();
    void whatIsNoLookAlike();
    void ghostsDoNotCount();
    void atMost();
};

void TestLookAlikes::caseAndNormalisation()
{
    const auto tree = treeOf({{"d/README", "d/readme", "d/ReadMe", "e/caf\xc3\xa9", "e/cafe\xcc\x81", "e/CAF\xc3\x89", "f/x"}});
    QCOMPARE(pairs(*tree),
             (QStringList {QStringLiteral("d/README ~ d/ReadMe"), QStringLiteral("d/README ~ d/readme"),
                           QStringLiteral("e/CAFÉ ~ e/cafe\u0301"), QStringLiteral("e/CAFÉ ~ e/café")}));
}

void TestLookAlikes::whatIsNoLookAlike()
{
    // Other folders, other letters, and bytes that are no text: nothing is known of their case.
    QCOMPARE(pairs(*treeOf({{"a/x", "b/X",
                             "c/\xff"
                             "A",
                             "c/\xff"
                             "a",
                             "d/l", "d/1"}})),
             (QStringList {QStringLiteral("c/\ufffdA ~ c/\ufffda")}));
    QCOMPARE(pairs(*treeOf({{"a/\xff", "a/\xfe"}})), QStringList());
}

void TestLookAlikes::ghostsDoNotCount()
{
    QCOMPARE(pairs(*treeOf({{"d/A", "d/a"}, {"-d/A"}})), QStringList());
    QCOMPARE(pairs(*treeOf({{"d/a"}, {"d/a"}})), QStringList());
}

void TestLookAlikes::atMost()
{
    QCOMPARE(pairs(*treeOf({{"a/x", "a/X", "b/y", "b/Y"}}), 1), QStringList {QStringLiteral("a/X ~ a/x")});
}

QTEST_GUILESS_MAIN(TestLookAlikes)
#include "tst_lookalikes.moc"
