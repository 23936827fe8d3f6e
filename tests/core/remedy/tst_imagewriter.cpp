// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/remedy/imagewriter.h"
#include "tests/core/remedy/remedyimage.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file of a folder with its bytes.
QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files.insert(QDir(folder).relativeFilePath(path), fileBytes(path));
    }
    return files;
}

/// Entries of all layers, "layer path = content".
class Listing : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &content) override
    {
        QByteArray bytes;
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next())
            bytes.append(piece->data(), static_cast<qsizetype>(piece->size()));
        const QString kind = entry.kind == EntryKind::Whiteout ? QStringLiteral("w ") : QString();
        lines.append(QString::number(layer) + QLatin1Char(' ') + kind + QString::fromStdString(entry.path));
        contents.insert(lines.last(), bytes);
        return true;
    }
    int layer = 0;
    QStringList lines;
    QMap<QString, QByteArray> contents;
};

}  // namespace

class TestImageWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesWhatStays();
    void databasesAgree();
    void equalInputEqualBytes();
    void inputIsUntouched();
    void judgedAgain();
    void removedBytesAreInNoLayer();
    void configAndHistory();
    void addedFilesMakeOneLayer();
    void refusesExistingPlace();
    void damagedInputLeavesNothing();
    void cancelledLeavesNothing();
    void toolsAcceptIt();

private:
    Result<WrittenImage> write(const QString &folder, const ImageWriteOptions &options = {}, const CancelToken &cancel = {});
    Listing list(const QString &folder) const;
    RemedyRig m_rig;
    RemedyRig::Scanned m_scanned;
    std::unique_ptr<RemedyPlanner> m_planner;
    RemedyPlan m_plan;
    QString m_folder;
    WrittenImage m_written;
};

void TestImageWriter::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_scanned = m_rig.scanImage(remedyImage());
    QVERIFY(m_scanned.inventory);
    m_planner = std::make_unique<RemedyPlanner>(m_scanned.inventory, m_rig.conclude());
    m_plan = m_planner->plan(Scenario::OnPremises);
    m_folder = m_rig.path(QStringLiteral("written"));
    const auto written = write(m_folder);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().subject + written.error().cause));
    m_written = *written;
}

Result<WrittenImage> TestImageWriter::write(const QString &folder, const ImageWriteOptions &options, const CancelToken &cancel)
{
    const ImageEdits edits(m_scanned.inventory, m_planner->removalSet(m_plan), m_planner->goneComponents(m_plan));
    Progress progress;
    return writeImage(*m_scanned.source, m_scanned.image, edits, folder, options, cancel, progress);
}

Listing TestImageWriter::list(const QString &folder) const
{
    Listing listing;
    const auto source = openImageSource(folder);
    if (!source)
        return listing;
    const auto image = (*source)->image(0);
    for (; image && listing.layer < static_cast<int>(image->layers.size()); ++listing.layer) {
        const auto bytes = (*source)->openLayer(*image, listing.layer);
        if (bytes)
            readLayer(**bytes, listing, {}, {}, nullptr);
    }
    return listing;
}

void TestImageWriter::writesWhatStays()
{
    const QStringList lines = list(m_folder).lines;
    QCOMPARE(lines.join(QLatin1Char('\n')),
             (QStringList {QStringLiteral("0 usr/include"), QStringLiteral("0 usr/bin/bash"),
                           QStringLiteral("0 usr/share/doc/bash/copyright"), QStringLiteral("0 usr/share/doc/libc6/copyright"),
                           QStringLiteral("0 var/lib/dpkg/status"), QStringLiteral("0 var/lib/dpkg/info/bash.list"),
                           QStringLiteral("0 var/lib/dpkg/info/libc6:amd64.list"), QStringLiteral("0 usr/lib/os-release"),
                           QStringLiteral("1 var/lib/dpkg/status"),
                           QStringLiteral("2 opt/lib/python3/site-packages/triton/__init__.py"),
                           QStringLiteral("2 opt/lib/python3/site-packages/triton/libtriton.so"),
                           QStringLiteral("2 opt/lib/python3/site-packages/triton-3.3.0.dist-info/METADATA"),
                           QStringLiteral("2 opt/lib/python3/site-packages/triton-3.3.0.dist-info/RECORD"),
                           QStringLiteral("2 opt/lib/python3/site-packages/torch/__init__.py"),
                           QStringLiteral("2 opt/lib/python3/site-packages/torch-2.7.0.dist-info/METADATA"),
                           QStringLiteral("2 opt/lib/python3/site-packages/torch-2.7.0.dist-info/RECORD"),
                           // The whiteouts hid only what has gone, and the last layer held nothing else.
                           QStringLiteral("3 var/lib/dpkg/status")})
                 .join(QLatin1Char('\n')));
    QCOMPARE(m_written.droppedLayers, std::vector<int> {4});
    QVERIFY(!m_written.layers[0].rewritten);
    QCOMPARE(m_written.layers[0].digest, m_scanned.image.layers[0].digest);
    QVERIFY(m_written.layers[1].rewritten);
}

void TestImageWriter::databasesAgree()
{
    const Listing listing = list(m_folder);
    const QByteArray base = listing.contents[QStringLiteral("0 var/lib/dpkg/status")];
    QVERIFY(base.contains("Package: bash"));
    QCOMPARE(listing.contents[QStringLiteral("1 var/lib/dpkg/status")], base);
    QCOMPARE(listing.contents[QStringLiteral("3 var/lib/dpkg/status")], base);
    QCOMPARE(listing.contents[QStringLiteral("2 opt/lib/python3/site-packages/triton-3.3.0.dist-info/RECORD")],
             QByteArray("triton/__init__.py,sha256=a,1\ntriton-3.3.0.dist-info/METADATA,,\ntriton-3.3.0.dist-info/RECORD,,\n"));
}

void TestImageWriter::equalInputEqualBytes()
{
    const QString again = m_rig.path(QStringLiteral("again"));
    ImageWriteOptions options;
    options.jobs = 3;
    QVERIFY(write(again, options).has_value());
    QCOMPARE(contentOf(again), contentOf(m_folder));
}

void TestImageWriter::inputIsUntouched()
{
    const QString fresh = m_rig.path(QStringLiteral("fresh"));
    QVERIFY(remedyImage().writeOciLayout(fresh));
    QCOMPARE(contentOf(m_rig.path(QStringLiteral("layout-0"))), contentOf(fresh));
}

void TestImageWriter::judgedAgain()
{
    const RemedyRig::Scanned again = m_rig.scanPath(m_folder);
    QVERIFY(again.inventory);
    QVERIFY(again.inventory->isComplete());
    QVERIFY(again.inventory->notes.empty());
    const ScenarioVerdict verdict = m_rig.conclude()(*again.inventory).verdict(Scenario::OnPremises);
    QCOMPARE(verdict.verdict, m_plan.after.verdict);
    QCOMPARE(verdict.risk, m_plan.after.risk);
    QCOMPARE(verdict.duties, m_plan.after.duties);
    for (const Component &component : again.inventory->components)
        QVERIFY2(!component.isGhost(), qPrintable(component.name));
}

void TestImageWriter::removedBytesAreInNoLayer()
{
    const Listing before = list(m_rig.path(QStringLiteral("layout-0")));
    const Listing after = list(m_folder);
    const FileTree &tree = *m_scanned.inventory->tree;
    const RemovalSet set = m_planner->removalSet(m_plan);
    int checked = 0;
    for (const NodeId id : set.order()) {
        if (tree.node(id).kind != EntryKind::File)
            continue;
        const QByteArray content
            = before.contents[QString::number(tree.node(id).layer) + QLatin1Char(' ') + QString::fromStdString(tree.path(id))];
        QVERIFY(!content.isEmpty());
        for (const QByteArray &kept : after.contents)
            QVERIFY2(kept != content || tree.path(id).find("copyright") != std::string::npos, tree.path(id).c_str());
        ++checked;
    }
    QVERIFY(checked > 8);
}

void TestImageWriter::configAndHistory()
{
    const auto source = openImageSource(m_folder);
    QVERIFY(source.has_value());
    const auto image = (*source)->image(0);
    QVERIFY(image.has_value());
    QVERIFY(image->notes.empty());
    QCOMPARE(image->entrypoint, m_scanned.image.entrypoint);
    QCOMPARE(image->layers.size(), size_t(4));
    QCOMPARE(image->layers[3].createdBy, QStringLiteral("RUN apt-get remove nvidia-cuda-ghost"));
    QStringList comments;
    for (const HistoryItem &item : image->history)
        comments.append(item.comment + (item.emptyLayer ? QStringLiteral(" (empty)") : QString()));
    QCOMPARE(comments.join(QLatin1Char('\n')),
             (QStringList {QString(), QStringLiteral("waybill remedy: 12 files removed, 1 edited"),
                           QStringLiteral("waybill remedy: 1 files removed, 1 edited"),
                           QStringLiteral("waybill remedy: 0 files removed, 1 edited"),
                           QStringLiteral("waybill remedy: layer removed (empty)"), QStringLiteral("14 files removed (empty)")})
                 .join(QLatin1Char('\n')));
}

void TestImageWriter::addedFilesMakeOneLayer()
{
    const QString folder = m_rig.path(QStringLiteral("notices"));
    ImageWriteOptions options;
    options.added = {{"usr/share/waybill/NOTICE", "texts"}, {"usr/share/waybill/a", "b"}};
    QVERIFY(write(folder, options).has_value());
    const Listing listing = list(folder);
    QCOMPARE(listing.lines.mid(listing.lines.size() - 3),
             (QStringList {QStringLiteral("4 usr/share/waybill"), QStringLiteral("4 usr/share/waybill/NOTICE"),
                           QStringLiteral("4 usr/share/waybill/a")}));
    QCOMPARE(listing.contents[QStringLiteral("4 usr/share/waybill/NOTICE")], QByteArray("texts"));
}

void TestImageWriter::refusesExistingPlace()
{
    const auto again = write(m_folder);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().kind, ErrorKind::Usage);
    const auto nowhere = write(m_rig.path(QStringLiteral("no/such/folder")));
    QVERIFY(!nowhere.has_value());
    QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);
}

void TestImageWriter::damagedInputLeavesNothing()
{
    TextImage image = remedyImage();
    image.damage({.flipLayer = 1});
    const QString input = m_rig.path(QStringLiteral("damaged"));
    QVERIFY(image.writeOciLayout(input));
    const auto source = openImageSource(input);
    QVERIFY(source.has_value());
    const ImageEdits edits(m_scanned.inventory, m_planner->removalSet(m_plan), m_planner->goneComponents(m_plan));
    Progress progress;
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    const QStringList before = QDir(m_rig.path(QString())).entryList(all);
    const auto opened = (*source)->image(0);
    QVERIFY(opened.has_value());
    const auto written = writeImage(**source, *opened, edits, m_rig.path(QStringLiteral("never")), {}, {}, progress);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().layer, 1);
    QCOMPARE(QDir(m_rig.path(QString())).entryList(all), before);
}

void TestImageWriter::cancelledLeavesNothing()
{
    const CancelToken cancel;
    cancel.cancel();
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    const QStringList before = QDir(m_rig.path(QString())).entryList(all);
    QVERIFY(!write(m_rig.path(QStringLiteral("never")), {}, cancel).has_value());
    QCOMPARE(QDir(m_rig.path(QString())).entryList(all), before);
}

void TestImageWriter::toolsAcceptIt()
{
    const QString skopeo = QStandardPaths::findExecutable(QStringLiteral("skopeo"));
    const QString umoci = QStandardPaths::findExecutable(QStringLiteral("umoci"));
    if (skopeo.isEmpty() || umoci.isEmpty())
        QSKIP("skopeo and umoci are not installed");
    const auto run = [](const QString &program, const QStringList &words) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, words);
        process.waitForFinished(60'000);
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? QByteArray() : process.readAll() + ' ';
    };
    const QString tag = QStringLiteral(":latest");
    QCOMPARE(run(skopeo, {QStringLiteral("inspect"), QStringLiteral("oci:") + m_folder + tag}), QByteArray());
    QCOMPARE(run(skopeo,
                 {QStringLiteral("--insecure-policy"), QStringLiteral("copy"), QStringLiteral("oci:") + m_folder + tag,
                  QStringLiteral("oci:") + m_rig.path(QStringLiteral("copied")) + tag}),
             QByteArray());
    const QString bundle = m_rig.path(QStringLiteral("bundle"));
    QCOMPARE(
        run(umoci, {QStringLiteral("unpack"), QStringLiteral("--rootless"), QStringLiteral("--image"), m_folder + tag, bundle}),
        QByteArray());
    QVERIFY(QFile::exists(bundle + QStringLiteral("/rootfs/usr/bin/bash")));
    QVERIFY(!QFile::exists(bundle + QStringLiteral("/rootfs/usr/bin/ptxas")));
}

QTEST_GUILESS_MAIN(TestImageWriter)
#include "tst_imagewriter.moc"
