// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// REUSE-IgnoreStart (the contents below hold tags of their own)
#include "core/image/imagesource.h"
#include "core/inventory/scanner.h"
#include "tests/support/packing.h"
#include "tests/support/rawblocks.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr qint64 mebibyte = 1 << 20;
const QByteArray small = "/* SPDX-License-Identifier: Zlib */\n";

/// A gzip member per piece and repetition: gigabytes of tar that take a few megabytes here.
class ManyMembers
{
public:
    ManyMembers &add(const QByteArray &bytes, int times = 1)
    {
        const QByteArray member = packed(bytes, Packing::Gzip);
        for (int i = 0; i < times; ++i)
            m_stored += member;
        return *this;
    }
    const QByteArray &stored() const { return m_stored; }

private:
    QByteArray m_stored;
};

QByteArray header(const char *name, qint64 size)
{
    return RawHeader {.name = name, .size = QByteArray::number(size, 8).rightJustified(11, '0')}.bytes();
}

/// `times` times a mebibyte that begins with `start` and goes on with `filler`.
QByteArray mebibyteOf(const QByteArray &start, char filler)
{
    return start + QByteArray(mebibyte - start.size(), filler);
}

QByteArray little(quint32 number, int bytes)
{
    const quint32 swapped = qToLittleEndian(number);
    return {reinterpret_cast<const char *>(&swapped), bytes};
}

/// Jars in jars, stored: all local headers in front of one small manifest, all directories behind it. The checksums are
/// wrong, which is the least of it.
QByteArray nested(int levels)
{
    const QByteArray name = "i.jar";
    const QByteArray innermost = "Manifest-Version: 1.0\n";
    const auto local = static_cast<quint32>(30 + name.size());
    const auto tail = static_cast<quint32>(46 + name.size() + 22);
    QByteArray heads;
    QByteArray tails;
    for (int level = levels; level > 0; --level) {
        // What lies below this level, and so the size of its only member.
        const quint32 size = static_cast<quint32>(level - 1) * (local + tail) + static_cast<quint32>(innermost.size());
        const QByteArray sizes = little(0, 4) + little(size, 4) + little(size, 4);
        heads += "PK\3\4" + little(20, 2) + little(0, 8) + sizes + little(static_cast<quint32>(name.size()), 2) + little(0, 2)
            + name;
        const QByteArray directory = "PK\1\2" + little(20, 2) + little(20, 2) + little(0, 4) + little(0, 4) + sizes
            + little(static_cast<quint32>(name.size()), 2) + little(0, 4) + little(0, 4) + little(0, 4) + little(0, 4) + name;
        tails.prepend(directory + "PK\5\6" + little(0, 4) + little(1, 2) + little(1, 2)
                      + little(static_cast<quint32>(directory.size()), 4) + little(local + size, 4) + little(0, 2));
    }
    return heads + innermost + tails;
}

const QStringList cut {QStringLiteral("licence-text-cut opt/thing/LICENSE")};

QString expressionOf(const Inventory &inventory, std::string_view path)
{
    const Judgement *judgement = inventory.judgement(inventory.tree->findLive(path));
    return judgement ? judgement->expression : QStringLiteral("not judged");
}

QStringList notes(const Inventory &inventory)
{
    QStringList result;
    for (const ImageNote &note : inventory.notes)
        result.append(note.id + QLatin1Char(' ') + note.detail);
    return result;
}

}  // namespace

/// Row 73 of the hostile inputs: contents that are out of all proportion. Each lies beside a good file, which must come out
/// as ever, and the memory of the whole scan stays bounded.
class TestHugeContents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoGigabytesOfLicence();
    void oneLineOf500Megabytes();
    void nestedHundredThousandDeep();
    void hundredThousandArchives();

private:
    std::shared_ptr<const Inventory> scanned(const QByteArray &stored);
    static qint64 peakBytes();
    QTemporaryDir m_folder;
    ScanKnowledge m_knowledge;
    qint64 m_before = 0;
};

void TestHugeContents::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY2(knowledge.has_value(), knowledge ? "" : qPrintable(knowledge.error().cause));
    m_knowledge = *knowledge;
}

qint64 TestHugeContents::peakBytes()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024LL;
}

std::shared_ptr<const Inventory> TestHugeContents::scanned(const QByteArray &stored)
{
    const QString file = m_folder.filePath(QStringLiteral("root.tar.gz"));
    // Enough of a root file system to be taken for one.
    const QByteArray start = rawFile("etc/os-release", "ID=debian\n") + rawFile("usr/bin/x") + rawFile("var/x");
    if (!TextImage().writeFile(file, packed(start, Packing::Gzip) + stored))
        return {};
    const auto source = openImageSource(file);
    if (!source)
        return {};
    const auto image = (*source)->image(0);
    if (!image)
        return {};
    Progress progress;
    m_before = peakBytes();
    return scan(**source, *image, m_knowledge, {}, {}, progress);
}

void TestHugeContents::twoGigabytesOfLicence()
{
    QByteArray text;
    while (text.size() < mebibyte)
        text += "SPDX-License-Identifier: MIT\nPermission is hereby granted, free of charge, to any person\n";
    text.truncate(mebibyte);
    const auto inventory = scanned(ManyMembers()
                                       .add(header("opt/thing/LICENSE", 2048 * mebibyte))
                                       .add(text, 2048)
                                       .add(rawFile("opt/small.c", small) + endBlocks())
                                       .stored());
    QVERIFY(inventory != nullptr);
    QVERIFY(inventory->isComplete());
    QCOMPARE(inventory->tree->node(inventory->tree->findLive("opt/thing/LICENSE")).size, 2048 * mebibyte);
    QCOMPARE(expressionOf(*inventory, "opt/thing/LICENSE"), QStringLiteral("MIT"));
    QCOMPARE(notes(*inventory), cut);
    QCOMPARE(expressionOf(*inventory, "opt/small.c"), QStringLiteral("Zlib"));
    QVERIFY2(peakBytes() - m_before < 300 * mebibyte, qPrintable(QString::number(peakBytes() - m_before)));
}

void TestHugeContents::oneLineOf500Megabytes()
{
    const auto inventory = scanned(ManyMembers()
                                       .add(header("opt/thing/LICENSE", 500 * mebibyte))
                                       .add(mebibyteOf("SPDX-License-Identifier: MIT ", 'w'))
                                       .add(mebibyteOf("w", 'w'), 499)
                                       .add(rawFile("opt/small.c", small) + endBlocks())
                                       .stored());
    QVERIFY(inventory != nullptr);
    QVERIFY(inventory->isComplete());
    QCOMPARE(inventory->tree->node(inventory->tree->findLive("opt/thing/LICENSE")).size, 500 * mebibyte);
    QCOMPARE(expressionOf(*inventory, "opt/thing/LICENSE"), QStringLiteral("MIT"));
    QCOMPARE(notes(*inventory), cut);
    QCOMPARE(expressionOf(*inventory, "opt/small.c"), QStringLiteral("Zlib"));
    QVERIFY2(peakBytes() - m_before < 300 * mebibyte, qPrintable(QString::number(peakBytes() - m_before)));
}

/// Every level is an archive that holds one archive. Told as one note about the outermost; nothing else is lost.
void TestHugeContents::nestedHundredThousandDeep()
{
    const QByteArray tar = rawFile("opt/deep.jar", nested(100'000)) + rawFile("opt/small.c", small) + endBlocks();
    const auto inventory = scanned(packed(tar, Packing::Gzip));
    QVERIFY(inventory != nullptr);
    QVERIFY(inventory->isComplete());
    QCOMPARE(notes(*inventory),
             QStringList {QStringLiteral("archive-damaged opt/deep.jar") + QStringLiteral("!/i.jar").repeated(16)
                          + QStringLiteral("!/: nested too deep")});
    QCOMPARE(expressionOf(*inventory, "opt/small.c"), QStringLiteral("Zlib"));
    QVERIFY2(peakBytes() - m_before < 300 * mebibyte, qPrintable(QString::number(peakBytes() - m_before)));
}

/// A hundred thousand jars beside each other, each with another jar inside.
void TestHugeContents::hundredThousandArchives()
{
    const QByteArray jar = nested(2);
    QByteArray tar;
    for (int i = 0; i < 100'000; ++i)
        tar += rawFile("opt/" + QByteArray::number(i) + ".jar", jar);
    const auto inventory = scanned(packed(tar + rawFile("opt/small.c", small) + endBlocks(), Packing::Gzip));
    QVERIFY(inventory != nullptr);
    QVERIFY(inventory->isComplete());
    QCOMPARE(inventory->tree->size(), 100'010);
    QCOMPARE(expressionOf(*inventory, "opt/small.c"), QStringLiteral("Zlib"));
    QVERIFY2(peakBytes() - m_before < 300 * mebibyte, qPrintable(QString::number(peakBytes() - m_before)));
}

QTEST_GUILESS_MAIN(TestHugeContents)
#include "tst_hugecontents.moc"
// REUSE-IgnoreEnd
