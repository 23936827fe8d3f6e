// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/image/layertoc.h"
#include "tests/support/packing.h"
#include "tests/support/rawblocks.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

class Paths final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        m_paths.append(QByteArray::fromStdString(entry.path));
        m_entries.push_back(entry);
        return true;
    }
    QByteArrayList m_paths;
    std::vector<Entry> m_entries;
};

}  // namespace

class TestLayerToc : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableOfContents();
};

/// 69: a table of contents that tells another story than the stream.
void TestLayerToc::tableOfContents()
{
    const auto stargz = [](const QByteArray &tocJson, const QByteArray &tar) {
        QByteArray stored = packed(tar.chopped(1024), Packing::Gzip);
        const qsizetype offset = stored.size();
        stored += packed(rawFile("stargz.index.json", tocJson) + endBlocks(), Packing::Gzip);
        QByteArray footer("\x1f\x8b\x08\x04\0\0\0\0\0\xff\x1a\0SG\x16\0", 16);
        footer += QByteArray::number(offset, 16).rightJustified(16, '0') + "STARGZ"
            + QByteArray("\x01\0\0\xff\xff\0\0\0\0\0\0\0\0", 13);
        return QByteArray(stored + footer);
    };
    const QByteArray tar = rawFile("a", "12345") + endBlocks();
    const auto difference = [&](const QByteArray &toc) {
        const auto source = memorySource(stargz(toc, tar), QStringLiteral("layer"));
        const auto read = readLayerToc(*source, {});
        if (!read)
            return errorKindId(read.error().kind);
        if (!*read)
            return QStringLiteral("none");
        Paths paths;
        const LayerSummary summary = readLayer(*source, paths, {}, {}, nullptr);
        return summary.complete ? tocDifference(**read, paths.m_entries) : summary.error.cause;
    };
    QCOMPARE(difference(R"({"version":1,"entries":[{"name":"a","type":"reg","size":5}]})"), QString());
    QCOMPARE(difference(R"({"version":1,"entries":[{"name":"a","type":"reg","size":6}]})"),
             QStringLiteral("a: another size in the table of contents"));
    QCOMPARE(difference(R"({"version":1,"entries":[{"name":"a","type":"symlink","linkName":"b"}]})"),
             QStringLiteral("a: another type in the table of contents"));
    QCOMPARE(difference(R"({"version":1,"entries":[{"name":"a","type":"reg","size":5},{"name":"b","type":"reg"}]})"),
             QStringLiteral("b: only in the table of contents"));
    QCOMPARE(difference(R"({"version":1,"entries":[]})"), QStringLiteral("a: not in the table of contents"));
    QCOMPARE(difference("nonsense"), QStringLiteral("malformed"));
    const auto plain = memorySource(packed(tar, Packing::Gzip), QStringLiteral("layer"));
    QVERIFY(!readLayerToc(*plain, {})->has_value());
    LayerInfo announced;
    announced.annotations.insert(QStringLiteral("containerd.io/snapshot/stargz/toc.digest"), QStringLiteral("sha256:00"));
    QCOMPARE(readLayerToc(*plain, announced).error().kind, ErrorKind::Malformed);
}

QTEST_GUILESS_MAIN(TestLayerToc)
#include "tst_layertoc.moc"
