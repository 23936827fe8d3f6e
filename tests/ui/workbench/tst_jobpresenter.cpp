// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/jobpresenter.h"

#include <QTest>

using namespace waybill;

class TestJobPresenter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsDone();
    void timeLeftOnlyWhenSteady();
    void unknownAmount();
};

void TestJobPresenter::saysWhatIsDone()
{
    JobPresenter presenter;
    Progress progress;
    progress.stage = Stage::ReadingLayers;
    progress.bytesTotal = 400'000'000;
    progress.bytesDone = 100'000'000;
    progress.layersTotal = 9;
    progress.layersDone = 2;
    presenter.feed(progress, 0);
    QCOMPARE(presenter.permille(), 250);
    QCOMPARE(presenter.stage(), QStringLiteral("Reading layers"));
    QVERIFY2(presenter.details().startsWith(QStringLiteral("2 of 9 layers · 100.0 MB of 400.0 MB")),
             qPrintable(presenter.details()));
}

void TestJobPresenter::timeLeftOnlyWhenSteady()
{
    JobPresenter presenter;
    Progress progress;
    progress.stage = Stage::ReadingLayers;
    progress.bytesTotal = 1'000'000'000;
    for (qint64 ms = 0; ms <= 10000; ms += 100) {
        progress.bytesDone = ms * 20'000;  // 20 MB per second
        presenter.feed(progress, ms);
        QCOMPARE(presenter.details().contains(QLatin1String("left")), ms >= 5000);
    }
    QVERIFY2(presenter.details().contains(QLatin1String("20.0 MB per second")), qPrintable(presenter.details()));
    QVERIFY2(presenter.details().contains(QLatin1String("about 41 second")), qPrintable(presenter.details()));
    presenter.restart();
    QCOMPARE(presenter.details(), QString());
}

void TestJobPresenter::unknownAmount()
{
    JobPresenter presenter;
    Progress progress;
    progress.stage = Stage::Opening;
    presenter.feed(progress, 0);
    QCOMPARE(presenter.permille(), -1);
    QCOMPARE(presenter.details(), QString());
}

QTEST_MAIN(TestJobPresenter)
#include "tst_jobpresenter.moc"
