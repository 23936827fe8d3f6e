// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/scanner.h"
#include "tests/support/textimage.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr int layerCount = 6;
constexpr int filesPerLayer = 400;

QByteArray imageBytes()
{
    TextImage image;
    for (int layer = 0; layer < layerCount; ++layer) {
        QString lines = QStringLiteral("d usr/share/doc 755\n");
        for (int file = 0; file < filesPerLayer; ++file) {
            const QString name = QStringLiteral("usr/share/doc/p%1-%2").arg(layer).arg(file);
            lines += QStringLiteral("f %1/copyright 644 = License: MIT, copy %2 of layer %3\n").arg(name).arg(file).arg(layer);
            lines += QStringLiteral("f %1/data.bin 644 = @6000\n").arg(name);
        }
        image.layer(QStringLiteral("RUN step %1").arg(layer), lines);
    }
    // Packed once more as a whole: opening it needs a temporary file.
    return packed(image.packing(Packing::Gzip).dockerArchive(), Packing::Zstd);
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

}  // namespace

/// Twenty scans, each stopped somewhere else. Run it in the preset tsan to look for races.
class TestScanCancel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twentyTimes();

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_temporary;
    ScanKnowledge m_knowledge;
};

void TestScanCancel::initTestCase()
{
    QVERIFY(m_folder.isValid() && m_temporary.isValid());
    QVERIFY(TextImage().writeFile(m_folder.filePath(QStringLiteral("image.tar.zst")), imageBytes()));
    qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
    auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge.has_value());
    m_knowledge = *knowledge;
}

void TestScanCancel::twentyTimes()
{
    QRandomGenerator random(20);
    constexpr int entries = layerCount * (2 * filesPerLayer + 1);
    int cancelled = 0;
    qsizetype descriptors = -1;
    for (int run = 0; run < 20; ++run) {
        {
            const auto source = openImageSource(m_folder.filePath(QStringLiteral("image.tar.zst")));
            QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().cause));
            const auto image = (*source)->image(0);
            QVERIFY(image.has_value());
            ScanOptions options;
            options.jobs = 1 + run % 4;
            options.partialIntervalMs = 0;
            const CancelToken token;
            Progress progress;
            std::atomic<bool> done = false;
            std::atomic<int> partials = 0;
            std::atomic<int> unmarked = 0;  // partial results that do not say so
            // The place is counted in entries, so it is the same on a slow machine. The last run is not stopped.
            const int stopAt = run == 19 ? entries + 1 : random.bounded(entries);
            std::thread stopper([&] {
                while (!done && progress.entriesDone.load() < stopAt)
                    std::this_thread::yield();
                if (!done && stopAt <= entries)
                    token.cancel();
            });
            const auto inventory
                = scan(**source, *image, m_knowledge, options, token, progress, [&](std::shared_ptr<const Inventory> partial) {
                      unmarked += partial->partial ? 0 : 1;
                      ++partials;
                  });
            const int reported = partials;
            done = true;
            stopper.join();
            QVERIFY(inventory);
            QCOMPARE(inventory->readings.size(), size_t(layerCount));
            QCOMPARE(unmarked.load(), 0);
            QVERIFY(token.isCancelled() || !inventory->partial);
            QVERIFY(inventory->partial || inventory->isComplete());
            if (inventory->partial)
                ++cancelled;
            QCOMPARE(partials.load(), reported);  // nobody calls after scan() returned
        }
        QCOMPARE(QDir(m_temporary.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
        // The first run may open what stays open (data files); from then on the number must not grow.
        if (run == 0)
            descriptors = openDescriptors();
        QVERIFY(openDescriptors() <= descriptors);
    }
    QVERIFY2(cancelled >= 10, qPrintable(QString::number(cancelled)));
}

QTEST_GUILESS_MAIN(TestScanCancel)
#include "tst_scancancel.moc"
