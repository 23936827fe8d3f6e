// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/finderbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace waybill;
using namespace waybill::test;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Runs a tool in `folder` without network and with a home of its own; its standard output. Fails the test when it fails.
QByteArray run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("GOFLAGS"), QStringLiteral("-mod=mod -buildvcs=false"));
    environment.insert(QStringLiteral("GOPROXY"), QStringLiteral("off"));
    environment.insert(QStringLiteral("GOTOOLCHAIN"), QStringLiteral("local"));
    environment.insert(QStringLiteral("npm_config_offline"), QStringLiteral("true"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning("%s %s: %s", qPrintable(program), qPrintable(arguments.join(QLatin1Char(' '))),
                 process.readAllStandardError().constData());
        return {};
    }
    return process.readAllStandardOutput();
}

/// An image of one layer that holds a folder of this machine.
TextImage imageOf(const QString &root)
{
    TextImage image;
    QStringList lines;
    QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    int number = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const QFileInfo info(path);
        QString inside = QDir(root).relativeFilePath(path);
        inside.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char(' '), QLatin1String("\\x20"));
        if (info.isSymLink() || !info.isReadable())
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = QStringLiteral("F%1").arg(++number);
        image.content(name, file.readAll());
        lines.append(QStringLiteral("f %1 644 = <%2").arg(inside, name));
    }
    image.layer(QStringLiteral("ADD root"), lines.join(QLatin1Char('\n')));
    return image;
}

/// "name version" of the components of a kind that their package manager lists.
QSet<QString> setOf(const Inventory &inventory, const QString &kind)
{
    QSet<QString> set;
    for (const Component &component : inventory.components) {
        if (component.kind == kind && !component.vendored && !component.isGhost())
            set.insert(component.name + QLatin1Char(' ') + component.version);
    }
    return set;
}

QSet<QString> linesOf(const QByteArray &bytes)
{
    const QStringList lines = QString::fromUtf8(bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return {lines.begin(), lines.end()};
}

bool lacks(const char *tool)
{
    return QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty();
}

}  // namespace

/// Small root file systems made by the real tools, which then say what is in them.
class TestJudges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rpm();
    void dpkg();
    void pip();
    void npm();
    void go();

private:
    QString at(const char *path) const { return m_folder->filePath(QString::fromLatin1(path)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJudges::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// Debian's rpm writes SQLite only; tst_rpm has the other formats.
void TestJudges::rpm()
{
    if (lacks("rpm") || lacks("rpmbuild"))
        QSKIP("needs rpm and rpmbuild");
    for (const char *name : {"alpha", "Beta-tools", "gamma"}) {
        const QByteArray spec = QByteArray("Name: ") + name
            + "\nVersion: 1.2\nRelease: 3\nEpoch: 1\nSummary: s\nLicense: MIT and GPLv2+\nURL: https://x\nBuildArch: "
              "noarch\nProvides: virtual("
            + name + ")\n%description\n" + QByteArray(20'000, 'd') + "\n%install\nmkdir -p %{buildroot}/usr/share/" + name
            + "\necho x > %{buildroot}/usr/share/" + name + "/file\n%files\n/usr/share/" + name + "\n";
        write(at(name) + QStringLiteral(".spec"), spec);
        run(QStringLiteral("rpmbuild"),
            {QStringLiteral("-bb"), QStringLiteral("--define"), QStringLiteral("_topdir ") + at("build"),
             at(name) + QStringLiteral(".spec")},
            m_folder->path());
    }
    const QStringList common {QStringLiteral("--root"),   at("root"),
                              QStringLiteral("--define"), QStringLiteral("_db_backend sqlite"),
                              QStringLiteral("--define"), QStringLiteral("_dbpath /var/lib/rpm")};
    QDir().mkpath(at("root/var/lib/rpm"));
    QStringList packages;
    QDirIterator built(at("build/RPMS"), {QStringLiteral("*.rpm")}, QDir::Files, QDirIterator::Subdirectories);
    while (built.hasNext())
        packages.append(built.next());
    QCOMPARE(packages.size(), 3);
    run(QStringLiteral("rpm"),
        common
            + QStringList {QStringLiteral("--force-debian"), QStringLiteral("-i"), QStringLiteral("--nodeps"),
                           QStringLiteral("--justdb")}
            + packages,
        m_folder->path());
    const QSet<QString> listed = linesOf(run(
        QStringLiteral("rpm"),
        common + QStringList {QStringLiteral("-qa"), QStringLiteral("--qf"), QStringLiteral("%{NAME} %{VERSION}-%{RELEASE}\\n")},
        m_folder->path()));
    QCOMPARE(listed.size(), 3);
    write(at("root/usr/share/gamma/file"), "x\n");
    const auto inventory = scanned(imageOf(at("root")));
    QCOMPARE(setOf(*inventory, QStringLiteral("rpm")), listed);
    QVERIFY(inventory->notes.empty());
    QCOMPARE(ownerOf(*inventory, "usr/share/gamma/file"), QStringLiteral("pkg:rpm/gamma@1.2-3?arch=noarch&epoch=1"));
    QCOMPARE(declaredLines(componentNamed(*inventory, QStringLiteral("gamma"))),
             QStringList {QStringLiteral("License=MIT and GPLv2+")});
}

void TestJudges::dpkg()
{
    if (lacks("dpkg") || lacks("dpkg-deb") || lacks("dpkg-query"))
        QSKIP("needs dpkg");
    const QString root = at("root");
    for (const char *folder : {"root/var/lib/dpkg/info", "root/var/lib/dpkg/updates", "root/var/lib/dpkg/parts"})
        QDir().mkpath(at(folder));
    write(root + QStringLiteral("/var/lib/dpkg/status"), {});
    for (const char *name : {"alpha", "beta++", "gamma"}) {
        const QString tree = at("deb/") + QString::fromLatin1(name);
        write(tree + QStringLiteral("/DEBIAN/control"),
              QByteArray("Package: ") + name
                  + "\nVersion: 1:2.0-1+b1\nArchitecture: all\nMaintainer: M <m@x>\nSource: src (2)\nDescription: d\n");
        write(tree + QStringLiteral("/usr/share/") + QString::fromLatin1(name) + QStringLiteral("/a file"), "x");
        run(QStringLiteral("dpkg-deb"),
            {QStringLiteral("-b"), tree, at("deb/") + QString::fromLatin1(name) + QStringLiteral(".deb")}, m_folder->path());
        run(QStringLiteral("dpkg"),
            {QStringLiteral("--root=") + root, QStringLiteral("--force-not-root"), QStringLiteral("--force-script-chrootless"),
             QStringLiteral("--log="), QStringLiteral("-i"), at("deb/") + QString::fromLatin1(name) + QStringLiteral(".deb")},
            m_folder->path());
    }
    run(QStringLiteral("dpkg"),
        {QStringLiteral("--root=") + root, QStringLiteral("--force-not-root"), QStringLiteral("--log="), QStringLiteral("-r"),
         QStringLiteral("gamma")},
        m_folder->path());
    const QByteArray listed = run(QStringLiteral("dpkg-query"),
                                  {QStringLiteral("--admindir=") + root + QStringLiteral("/var/lib/dpkg"), QStringLiteral("-W"),
                                   QStringLiteral("-f"), QStringLiteral("${Package} ${Version}\\n")},
                                  m_folder->path());
    const auto inventory = scanned(imageOf(root));
    QCOMPARE(linesOf(listed).size(), 2);
    QCOMPARE(setOf(*inventory, QStringLiteral("deb")), linesOf(listed));
    QCOMPARE(ownerOf(*inventory, "usr/share/beta++/a file"), QStringLiteral("pkg:deb/debian/beta%2B%2B@1:2.0-1%2Bb1?arch=all"));
}

void TestJudges::pip()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()
        || run(python, {QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("--version")}, m_folder->path()).isEmpty())
        QSKIP("needs Python with pip");
    // A wheel, a wheel with an odd name, and an old egg-info installation.
    write(at("make.py"), R"(
import zipfile
for name, version in (("alpha", "1.0"), ("Beta.Tools", "2.0+local.1")):
    stem = name.replace("-", "_") + "-" + version
    with zipfile.ZipFile(stem + "-py3-none-any.whl", "w") as wheel:
        info = stem + ".dist-info/"
        wheel.writestr(name.lower().replace(".", "_") + "/__init__.py", "x = 1\n")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\nName: %s\nVersion: %s\nLicense: MIT\n" % (name, version))
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(info + "RECORD", "")
)");
    run(python, {at("make.py")}, m_folder->path());
    QStringList wheels;
    for (const QString &name : QDir(m_folder->path()).entryList({QStringLiteral("*.whl")}))
        wheels.append(m_folder->filePath(name));
    QCOMPARE(wheels.size(), 2);
    run(python,
        QStringList {QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("install"), QStringLiteral("--no-index"),
                     QStringLiteral("--no-deps"), QStringLiteral("--target"), at("root/s")}
            + wheels,
        m_folder->path());
    write(at("root/s/gamma-3.egg-info"), "Metadata-Version: 1.0\nName: gamma\nVersion: 3\n");
    write(at("root/s/delta-4.egg-info/PKG-INFO"), "Metadata-Version: 1.0\nName: delta\nVersion: 4\n");
    const QByteArray frozen = run(python,
                                  {QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("list"),
                                   QStringLiteral("--format=freeze"), QStringLiteral("--path"), at("root/s")},
                                  m_folder->path());
    QSet<QString> listed;
    for (const QString &line : linesOf(frozen))
        listed.insert(QString(line).replace(QLatin1String("=="), QLatin1String(" ")));
    QCOMPARE(listed.size(), 4);
    const auto inventory = scanned(imageOf(at("root")));
    QCOMPARE(setOf(*inventory, QStringLiteral("pypi")), listed);
    QCOMPARE(ownerOf(*inventory, "s/beta_tools/__init__.py"), QStringLiteral("pkg:pypi/beta-tools@2.0%2Blocal.1"));
}

void TestJudges::npm()
{
    if (lacks("npm"))
        QSKIP("needs npm");
    const QString project = at("root/srv/web");
    write(project + QStringLiteral("/package.json"),
          R"({"name":"web","version":"1.0.0","dependencies":{"alpha":"file:alpha.tgz","@s/beta":"file:beta.tgz"}})");
    write(
        at("alpha/package.json"),
        R"({"name":"alpha","version":"1.0.0","license":"MIT","bundleDependencies":["inner"],"dependencies":{"inner":"2.0.0"}})");
    write(at("alpha/node_modules/inner/package.json"), R"({"name":"inner","version":"2.0.0","license":"ISC"})");
    write(at("alpha/dist/esm/package.json"), R"({"type":"module"})");
    write(at("beta/package.json"), R"({"name":"@s/beta","version":"3.0.0-rc.1","license":"BSD"})");
    for (const char *name : {"alpha", "beta"}) {
        const QByteArray made = run(QStringLiteral("npm"), {QStringLiteral("pack"), at(name)}, m_folder->path());
        QVERIFY(!made.isEmpty());
        QVERIFY(QFile::copy(m_folder->filePath(QString::fromUtf8(made).trimmed().section(QLatin1Char('\n'), -1)),
                            project + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".tgz")));
    }
    run(QStringLiteral("npm"),
        {QStringLiteral("install"), QStringLiteral("--ignore-scripts"), QStringLiteral("--no-audit"),
         QStringLiteral("--install-links")},
        project);
    QSet<QString> listed;
    const std::function<void(const QJsonObject &)> collect = [&](const QJsonObject &node) {
        const QJsonObject dependencies = node.value(QLatin1String("dependencies")).toObject();
        for (auto it = dependencies.begin(); it != dependencies.end(); ++it) {
            listed.insert(it.key() + QLatin1Char(' ') + it.value().toObject().value(QLatin1String("version")).toString());
            collect(it.value().toObject());
        }
    };
    collect(QJsonDocument::fromJson(
                run(QStringLiteral("npm"), {QStringLiteral("ls"), QStringLiteral("--all"), QStringLiteral("--json")}, project))
                .object());
    QCOMPARE(listed.size(), 3);
    const auto inventory = scanned(imageOf(at("root")));
    QCOMPARE(setOf(*inventory, QStringLiteral("npm")), listed);
    QCOMPARE(setOf(*inventory, QStringLiteral("project")), QSet<QString> {QStringLiteral("web 1.0.0")});
}

void TestJudges::go()
{
    if (lacks("go"))
        QSKIP("needs go");
    write(at("src/go.mod"),
          "module example.org/Tool\n\ngo 1.18\n\nrequire example.org/lib v1.2.3\n\nreplace example.org/lib v1.2.3 => ../lib\n");
    write(at("src/main.go"), "package main\n\nimport \"example.org/lib\"\n\nfunc main() { println(lib.X()) }\n");
    write(at("lib/go.mod"), "module example.org/lib\n\ngo 1.18\n");
    write(at("lib/lib.go"), "package lib\n\nfunc X() string { return \"x\" }\n");
    QDir().mkpath(at("root/bin"));
    run(QStringLiteral("go"), {QStringLiteral("build"), QStringLiteral("-o"), at("root/bin/tool"), QStringLiteral(".")},
        at("src"));
    QVERIFY(QFile::exists(at("root/bin/tool")));
    const QStringList lines
        = QString::fromUtf8(
              run(QStringLiteral("go"), {QStringLiteral("version"), QStringLiteral("-m"), at("root/bin/tool")}, at("src")))
              .split(QLatin1Char('\n'));
    QSet<QString> listed;
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        // A replaced module stands on the line before the arrow.
        if (fields.value(1) == QLatin1String("mod") || fields.value(1) == QLatin1String("=>"))
            listed.insert(fields.value(2) + QLatin1Char(' ') + fields.value(3));
    }
    listed.insert(QStringLiteral("stdlib ") + lines.first().section(QStringLiteral(": go"), 1));
    const auto inventory = scanned(imageOf(at("root")));
    QSet<QString> found;
    for (const Component &component : inventory->components)
        found.insert(component.name + QLatin1Char(' ') + component.version);
    QCOMPARE(found, listed);
    QCOMPARE(listed.size(), 3);
}

QTEST_GUILESS_MAIN(TestJudges)
#include "tst_judges.moc"
