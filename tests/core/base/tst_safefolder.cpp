// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/safefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace waybill;

namespace {

Result<bool> put(SafeFolder &folder, const std::string &path, const QByteArray &bytes, Existing existing = Existing::Skip,
                 quint32 mode = 0644, std::string *named = nullptr)
{
    auto file = folder.create(path);
    if (!file)
        return fail(file.error());
    if (auto written = (*file)->write(0, {bytes.constData(), size_t(bytes.size())}); !written)
        return fail(written.error());
    auto done = (*file)->commit(bytes.size(), mode, 1'000'000'000, existing);
    if (named)
        *named = (*file)->path();
    return done;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("<cannot be read>");
}

}  // namespace

class TestSafeFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void filesAndFolders();
    void rightsAreReduced();
    void nothingLeavesTheFolder_data();
    void nothingLeavesTheFolder();
    void linksOnTheWayAreNotFollowed();
    void takenNames();
    void unfinishedFilesVanish();
    void holesStayHoles();
    void namesThatTheHostCannotHold_data();
    void namesThatTheHostCannotHold();
    void otherNamesForAFile();
    void linkTargets_data();
    void linkTargets();

private:
    QStringList everything() const
    {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }
    QString at(const char *path) const { return m_dir->filePath(QString::fromLatin1(path)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SafeFolder> m_folder;
};

void TestSafeFolder::init()
{
    m_folder.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("outside")));
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("in")));
    auto folder = SafeFolder::open(at("in"));
    QVERIFY(folder.has_value());
    m_folder = std::move(*folder);
    QCOMPARE(QDir(at("in")).isEmpty(), true);  // the probe left nothing
}

void TestSafeFolder::filesAndFolders()
{
    QVERIFY(put(*m_folder, "a/b/c", "one").value());
    QVERIFY(put(*m_folder, "a/b/d", "two").value());
    QVERIFY(put(*m_folder, "a/e", "three").value());
    QVERIFY(m_folder->makeFolder("a/b/empty").has_value());
    QVERIFY(m_folder->makeFolder("a/b").has_value());
    QCOMPARE(read(at("in/a/b/c")), QByteArray("one"));
    QCOMPARE(read(at("in/a/b/d")), QByteArray("two"));
    QCOMPARE(read(at("in/a/e")), QByteArray("three"));
    QCOMPARE(QFileInfo(at("in/a/b/c")).lastModified().toSecsSinceEpoch(), 1'000'000'000);
    QVERIFY(QFileInfo(at("in/a/b/empty")).isDir());
    QVERIFY(m_folder->exists("a/e"));
    QVERIFY(!m_folder->exists("a/x"));
    QCOMPARE(QDir(at("in/a/b")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
    QCOMPARE(SafeFolder::open(at("nothing")).error().kind, ErrorKind::NotFound);
    QCOMPARE(SafeFolder::open(at("in/a/e")).error().kind, ErrorKind::NotFound);
}

void TestSafeFolder::rightsAreReduced()
{
    for (const auto &[mode, kept] : {std::pair {06777U, 0755U}, {01666U, 0644U}, {04111U, 0711U}, {0U, 0600U}, {0640U, 0640U}}) {
        QVERIFY(put(*m_folder, "f", "x", Existing::Replace, mode).value());
        struct stat facts {
        };
        QCOMPARE(stat(QFile::encodeName(at("in/f")).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, kept);
    }
}

void TestSafeFolder::nothingLeavesTheFolder_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"../x", "a/../../x", "..", ".", "", "a/..", "a//x", "/x", "a/./x", "../outside/x"})
        QTest::newRow(path) << QByteArray(path);
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestSafeFolder::nothingLeavesTheFolder()
{
    QFETCH(QByteArray, path);
    const auto done = put(*m_folder, path.toStdString(), "bad");
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().kind, ErrorKind::AccessDenied);
    QVERIFY(!m_folder->makeLink("x", path.toStdString(), Existing::Replace).has_value());
    QVERIFY(QDir(at("outside")).isEmpty());
    QCOMPARE(everything(), (QStringList {QStringLiteral("in"), QStringLiteral("outside")}));
}

void TestSafeFolder::linksOnTheWayAreNotFollowed()
{
    QVERIFY(QFile::link(at("outside"), at("in/door")));
    QVERIFY(QFile::link(at("outside/target"), at("in/file")));
    QCOMPARE(put(*m_folder, "door/x", "bad").error().kind, ErrorKind::AccessDenied);
    QCOMPARE(m_folder->makeFolder("door/x").error().kind, ErrorKind::AccessDenied);
    QCOMPARE(m_folder->makeFolder("door").error().kind, ErrorKind::AccessDenied);
    QVERIFY(!m_folder->exists("door/x"));
    // A link with the name of a file is a taken name; replacing it replaces the link, not what it points at.
    QVERIFY(m_folder->exists("file"));
    QCOMPARE(put(*m_folder, "file", "new").value(), false);
    QVERIFY(put(*m_folder, "file", "new", Existing::Replace).value());
    QVERIFY(!QFileInfo(at("in/file")).isSymLink());
    QCOMPARE(read(at("in/file")), QByteArray("new"));
    QVERIFY(QDir(at("outside")).isEmpty());
    QCOMPARE(m_folder->addName("door/x", "y", Existing::Skip).error().kind, ErrorKind::AccessDenied);
}

void TestSafeFolder::takenNames()
{
    QVERIFY(put(*m_folder, "f", "old").value());
    QCOMPARE(put(*m_folder, "f", "new", Existing::Skip).value(), false);
    QCOMPARE(read(at("in/f")), QByteArray("old"));
    std::string named;
    QVERIFY(put(*m_folder, "f", "new", Existing::KeepBoth, 0644, &named).value());
    QCOMPARE(named, std::string("f~2"));
    QVERIFY(put(*m_folder, "f", "newer", Existing::KeepBoth, 0644, &named).value());
    QCOMPARE(named, std::string("f~3"));
    QVERIFY(put(*m_folder, "f", "newest", Existing::Replace).value());
    QCOMPARE(read(at("in/f")), QByteArray("newest"));
    QCOMPARE(read(at("in/f~2")), QByteArray("new"));
    // A folder is never replaced by a file.
    QVERIFY(m_folder->makeFolder("d").has_value());
    QVERIFY(!put(*m_folder, "d", "x", Existing::Replace).has_value());
    QVERIFY(QFileInfo(at("in/d")).isDir());
    QCOMPARE(QDir(at("in")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 4);
}

void TestSafeFolder::unfinishedFilesVanish()
{
    {
        auto file = m_folder->create("half");
        QVERIFY(file.has_value());
        QVERIFY((*file)->write(0, {"abc", 3}).has_value());
        QVERIFY(!QFileInfo::exists(at("in/half")));
        QCOMPARE(QDir(at("in")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }
    QVERIFY(QDir(at("in")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestSafeFolder::holesStayHoles()
{
    auto file = m_folder->create("sparse");
    QVERIFY(file.has_value());
    QVERIFY((*file)->write(1 << 20, {"end", 3}).has_value());
    QVERIFY((*file)->commit(1LL << 33, 0644, 0, Existing::Skip).value());
    struct stat facts {
    };
    QCOMPARE(stat(QFile::encodeName(at("in/sparse")).constData(), &facts), 0);
    QCOMPARE(qint64(facts.st_size), 1LL << 33);
    QVERIFY(qint64(facts.st_blocks) * 512 < (4 << 20));
}

void TestSafeFolder::namesThatTheHostCannotHold_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("anyBytes");
    QTest::addColumn<QByteArray>("held");
    QTest::newRow("plain") << QByteArray("libm.so.6") << false << QByteArray("libm.so.6");
    QTest::newRow("any bytes") << QByteArray("a\xff\n:b") << true << QByteArray("a\xff\n:b");
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << false << QByteArray("a%FFb");
    QTest::newRow("UTF-8") << QByteArray("\xe8\xb7\xaf") << false << QByteArray("\xe8\xb7\xaf");
    QTest::newRow("cut UTF-8") << QByteArray("\xe8\xb7") << false << QByteArray("%E8%B7");
    QTest::newRow("control and colon") << QByteArray("a\tb:c?") << false << QByteArray("a%09b%3Ac%3F");
    QTest::newRow("per cent") << QByteArray("100%") << false << QByteArray("100%25");
    QTest::newRow("last dot") << QByteArray("a.") << false << QByteArray("a%2E");
    QTest::newRow("dots") << QByteArray("..") << true << QByteArray("%2E%2E");
    QTest::newRow("slash") << QByteArray("a/b") << true << QByteArray("%61%2F%62");
    QTest::newRow("empty") << QByteArray() << true << QByteArray("%");
}

void TestSafeFolder::namesThatTheHostCannotHold()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, anyBytes);
    QFETCH(QByteArray, held);
    HostNames names;
    names.anyBytes = anyBytes;
    QCOMPARE(QByteArray::fromStdString(names.hold(name.toStdString())), held);
    // Too long for any host: cut between characters, told apart by a hash.
    const std::string one = names.hold(std::string(299, 'x') + "1");
    const std::string two = names.hold(std::string(299, 'x') + "2");
    QCOMPARE(one.size(), size_t(255));
    QVERIFY(one != two);
    std::string wide;
    for (int i = 0; i < 100; ++i)
        wide += "\xe8\xb7\xaf";
    const std::string cut = names.hold(wide);
    QVERIFY(cut.size() <= 255);
    QVERIFY(QString::fromStdString(cut).startsWith(QStringLiteral("路路"))
            && !QString::fromStdString(cut).contains(QChar(0xfffd)));
}

void TestSafeFolder::otherNamesForAFile()
{
    QVERIFY(put(*m_folder, "a/f", "content").value());
    QVERIFY(m_folder->addName("a/f", "b/g", Existing::Skip).value());
    QCOMPARE(read(at("in/b/g")), QByteArray("content"));
    QCOMPARE(m_folder->addName("a/f", "b/g", Existing::Skip).value(), false);
    QVERIFY(m_folder->addName("a/f", "b/g", Existing::Replace).value());
    QCOMPARE(QDir(at("in/b")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList {QStringLiteral("g")});
    QVERIFY(!m_folder->addName("a/nothing", "x", Existing::Skip).has_value());
}

void TestSafeFolder::linkTargets_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *path, const char *target, bool inside) {
        QTest::addRow("%s -> %s", path, target) << QByteArray(path) << QByteArray(target) << inside;
    };
    row("a", "b", true);
    row("d/a", "../b", true);
    row("d/a", "../../b", false);
    row("a", "../b", false);
    row("a", "/etc/passwd", false);
    row("a", "", false);
    row("d/a", "./x/./y", true);
    row("d/e/a", "../../x/y", true);
    // "x" may itself be a link, so going up behind it leads nobody knows where.
    row("d/a", "x/../y", false);
    row("d/a", "x/../../../y", false);
}

void TestSafeFolder::linkTargets()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, target);
    QFETCH(bool, inside);
    QCOMPARE(SafeFolder::isInside(path.toStdString(), target.toStdString()), inside);
    const auto made = m_folder->makeLink(target.toStdString(), path.toStdString(), Existing::Skip);
    QCOMPARE(made.has_value(), inside);
    QCOMPARE(QFileInfo(at("in/") + QString::fromUtf8(path)).isSymLink(), inside);
}

QTEST_GUILESS_MAIN(TestSafeFolder)
#include "tst_safefolder.moc"
