// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/remedy/dockerfile.h"
#include "tests/core/remedy/remedyimage.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <set>

using namespace waybill;
using namespace waybill::test;

namespace {

/// What the running image holds: path, size, mode. Folders and what package managers and
/// builders write are left out.
std::set<QString> running(const Inventory &inventory, const RemovalSet *without = nullptr)
{
    std::set<QString> lines;
    const FileTree &tree = *inventory.tree;
    for (size_t i = 1; i < static_cast<size_t>(tree.size()); ++i) {
        const NodeId id(i);
        const TreeNode &node = tree.node(id);
        const std::string path = tree.path(id);
        const bool written = path.starts_with("var/lib/dpkg/") || path.starts_with("var/log/") || path.starts_with("var/cache/");
        const bool ofBuilder = path == "etc/hosts" || path == "etc/resolv.conf" || path == "run/.containerenv";
        if (node.isGhost() || node.isFolder() || written || ofBuilder || (without && without->contains(id)))
            continue;
        lines.insert(QStringLiteral("%1 %2 %3")
                         .arg(QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())))
                         .arg(node.size)
                         .arg(node.mode & 07777, 0, 8));
    }
    return lines;
}

QString difference(const std::set<QString> &a, const std::set<QString> &b)
{
    QStringList lines;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lines));
    return lines.mid(0, 20).join(u'\n');
}

}  // namespace

/// The Dockerfile text of a remedy, built by a real builder without network, and its result judged like any image.
class TestDockerBuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void buildsWhatThePlanSays();

private:
    bool run(const QStringList &arguments, QString &why) const;
    RemedyRig m_rig;
    QTemporaryDir m_folder;
};

/// False with the reason in `why`; no reason says that this machine does not permit it.
bool TestDockerBuild::run(const QStringList &arguments, QString &why) const
{
    QProcess process;
    process.start(QStringLiteral("bash"), arguments);
    if (!process.waitForFinished(-1)) {
        why = process.errorString();
        return false;
    }
    const QString said = QString::fromLocal8Bit(process.readAllStandardError()).right(3000);
    if (process.exitCode() == 77)
        why.clear();
    else
        why = said.isEmpty() ? QStringLiteral("exit code %1").arg(process.exitCode()) : said;
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void TestDockerBuild::initTestCase()
{
    QVERIFY(m_rig.isReady());
    QVERIFY(m_folder.isValid());
    // The root file system that the other integration test made, or makes.
    const QString folder = qEnvironmentVariable("WAYBILL_TEST_CACHE",
                                                QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                                                    + QStringLiteral("/waybill-tests"))
        + QStringLiteral("/debian");
    QVERIFY(QDir().mkpath(folder));
    QString why;
    bool made = run({QStringLiteral(WAYBILL_DEBIANIMAGE), folder}, why);
    if (made)
        made = run({QStringLiteral(WAYBILL_DOCKERBUILD), QStringLiteral("prepare"), m_folder.path(),
                    folder + QStringLiteral("/root.tar")},
                   why);
    if (!made && why.isEmpty())
        QSKIP("mmdebstrap, umoci, buildah, root or the right to mount is missing");
    QVERIFY2(made, qPrintable(why));
}

void TestDockerBuild::buildsWhatThePlanSays()
{
    const auto before = m_rig.scanPath(m_folder.filePath(QStringLiteral("oci")));
    QVERIFY(before.inventory);
    const RemedyPlanner planner(before.inventory, m_rig.conclude());
    const RemedyPlan plan = planner.plan(Scenario::OnPremises);
    QVERIFY(plan.before.verdict == Verdict::CannotShip);
    QFile file(m_folder.filePath(QStringLiteral("Dockerfile")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString text = dockerfileText(planner, plan);
    file.write(text.toUtf8());
    file.close();
    QString why;
    const bool built = run({QStringLiteral(WAYBILL_DOCKERBUILD), QStringLiteral("build"), m_folder.path(), file.fileName()}, why);
    QVERIFY2(built, qPrintable(why + u'\n' + text));

    const auto after = m_rig.scanPath(m_folder.filePath(QStringLiteral("built")));
    QVERIFY(after.inventory);
    // One layer, and in it what stays, with owner and mode as it was.
    QCOMPARE(after.image.layers.size(), before.image.layers.size() > 1 ? size_t(1) : size_t(0));
    const RemovalSet removed = planner.removalSet(plan);
    const std::set<QString> expected = running(*before.inventory, &removed);
    const std::set<QString> found = running(*after.inventory);
    QCOMPARE(difference(expected, found), QString());
    QCOMPARE(difference(found, expected), QString());
    QVERIFY(found.size() > 1000);
    QVERIFY(found.contains(QStringLiteral("opt/it's a \"tool\" of $HOME/notes.txt 5 2751")));
    QFile owner(m_folder.filePath(QStringLiteral("owner")));
    QVERIFY(owner.open(QIODevice::ReadOnly));
    QCOMPARE(owner.readAll(), QByteArray("1234:5678\n"));
    // The same image in every other way.
    const auto config = [](const Image &image) {
        return QJsonDocument::fromJson(image.rawConfig).object()[QLatin1String("config")].toObject();
    };
    const QJsonObject was = config(before.image);
    const QJsonObject is = config(after.image);
    for (const char *key :
         {"Env", "Labels", "ExposedPorts", "Volumes", "WorkingDir", "User", "Entrypoint", "Cmd", "StopSignal"}) {
        const QString name = QString::fromLatin1(key);
        if (name == QLatin1String("Labels")) {
            const QJsonObject labels = is[name].toObject();
            const QJsonObject wanted = was[name].toObject();
            QCOMPARE(wanted.size(), 1);
            for (auto label = wanted.begin(); label != wanted.end(); ++label)
                QCOMPARE(labels.value(label.key()).toString(), label.value().toString());
            continue;
        }
        QCOMPARE(QJsonDocument(QJsonObject {{name, is[name]}}).toJson(QJsonDocument::Compact),
                 QJsonDocument(QJsonObject {{name, was[name]}}).toJson(QJsonDocument::Compact));
    }
    // And judged by the same road as any image: nothing that must go is left, and the plan's promise holds.
    const ScenarioVerdict verdict = m_rig.conclude()(*after.inventory).verdict(Scenario::OnPremises);
    QVERIFY(verdict.verdict != Verdict::CannotShip);
    QVERIFY(verdict.verdict == plan.after.verdict);
}

QTEST_GUILESS_MAIN(TestDockerBuild)
#include "tst_dockerbuild.moc"
