// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewstore.h"
#include "core/tree/filetreebuilder.h"
#include "tests/core/policy/inventorybuilder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace waybill;

namespace {

const QString pathVariable = QStringLiteral("WAYBILL_TEST_SAVE_FOREVER");

Inventory exampleInventory()
{
    Inventory inventory = test::InventoryBuilder().add(test::develLines()).inventory();
    FileTreeBuilder builder;
    Entry file;
    file.path = "usr/bin/ptxas";
    file.kind = EntryKind::File;
    file.size = 1000;
    builder.addLayer(std::span(&file, 1));
    inventory.tree = builder.finish();
    inventory.judgementOf.assign(static_cast<size_t>(inventory.tree->size()), JudgementId::none);
    inventory.judgementOf.at(inventory.tree->findLive(file.path).value) = 0;
    return inventory;
}

Review exampleReview(const Policy &policy)
{
    Review review;
    Inventory inventory = exampleInventory();
    inventory.image.reference = QStringLiteral("some image.tar");
    inventory.image.configDigest = QStringLiteral("sha256:abc");
    review.inventory = std::make_shared<Inventory>(std::move(inventory));
    review.title = QStringLiteral("Überprüfung 审查");
    review.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    review.scenario = Scenario::Embedded;
    review.answers = {{policy.questions().front().id, policy.questions().front().choices.front().id}};
    review.assessed = policy.assess(*review.inventory, review.answers);
    const QDateTime now = review.created.addSecs(60);
    const auto decide = [&](size_t finding, DecisionAction action, bool withdrawn) {
        const QString &key = review.assessed.findings.at(finding).key;
        review.decisions.push_back(
            {key, action, QStringLiteral("reason '%1'\nline").arg(finding), QStringLiteral("Ann"), now, withdrawn});
        appendLog(review, QStringLiteral("Ann"), QStringLiteral("decided"), key, now);
    };
    decide(0, DecisionAction::Accept, false);
    decide(1, DecisionAction::Remove, false);
    decide(2, DecisionAction::NeedInformation, false);
    decide(1, DecisionAction::Remove, true);
    review.concluded = applyDecisions(review.assessed, review.decisions);
    return review;
}

void compareFindings(const Assessment &found, const Assessment &expected)
{
    QCOMPARE(found.findings.size(), expected.findings.size());
    for (size_t i = 0; i < found.findings.size(); ++i) {
        const Finding &a = found.findings[i];
        const Finding &b = expected.findings[i];
        QCOMPARE(a.key, b.key);
        QCOMPARE(a.ruleId, b.ruleId);
        QCOMPARE(a.document, b.document);
        QCOMPARE(a.licenceClass, b.licenceClass);
        QCOMPARE(a.expression, b.expression);
        QVERIFY(a.component == b.component && a.judgements == b.judgements && a.layers == b.layers);
        QCOMPARE(a.subject, b.subject);
        QCOMPARE(a.liveFiles, b.liveFiles);
        QCOMPARE(a.ghostFiles, b.ghostFiles);
        QCOMPARE(a.liveBytes, b.liveBytes);
        QCOMPARE(a.ghostBytes, b.ghostBytes);
        QCOMPARE(a.ownTerms, b.ownTerms);
        for (Scenario scenario : allScenarios) {
            QCOMPARE(a.effect(scenario).risk, b.effect(scenario).risk);
            QCOMPARE(a.effect(scenario).permission, b.effect(scenario).permission);
            QCOMPARE(a.effect(scenario).clause, b.effect(scenario).clause);
            QCOMPARE(a.effect(scenario).whyEn, b.effect(scenario).whyEn);
            QCOMPARE(a.effect(scenario).whyZh, b.effect(scenario).whyZh);
            QCOMPARE(a.effect(scenario).duties, b.effect(scenario).duties);
        }
    }
    for (Scenario scenario : allScenarios) {
        QCOMPARE(found.verdict(scenario).verdict, expected.verdict(scenario).verdict);
        QCOMPARE(found.verdict(scenario).risk, expected.verdict(scenario).risk);
        QCOMPARE(found.verdict(scenario).duties, expected.verdict(scenario).duties);
        QVERIFY(found.verdict(scenario).holding == expected.verdict(scenario).holding);
    }
    QCOMPARE(found.policyVersion, expected.policyVersion);
    QCOMPARE(found.assessedFiles, expected.assessedFiles);
    QCOMPARE(found.unknownFiles, expected.unknownFiles);
    QCOMPARE(found.complete, expected.complete);
    QCOMPARE(found.assumptions, expected.assumptions);
}

/// Runs SQL on a file as somebody with another tool could.
void tamper(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

}  // namespace

class TestReviewStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void roundTrip();
    void keepsTheFindingsOfAnotherPolicy();
    void derivesTheFindingsOfTheSamePolicyAgain();
    void replacesAnOlderFile();
    void followsALink();
    void tellsATamperedLog();
    void knowsItsOwnFiles();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void refusesACutFile();
    void refusesForeignTables_data();
    void refusesForeignTables();
    void saveFails_data();
    void saveFails();
    void aKilledProgramLeavesAGoodFile();

private:
    QString titleOf(const QString &path) const
    {
        const auto review = ReviewStore::load(path, *m_policy);
        return review ? review->title : QStringLiteral("FAILED: ") + review.error().cause;
    }
    ErrorKind failureOf(const QString &path) const
    {
        const auto review = ReviewStore::load(path, *m_policy);
        return review ? ErrorKind::Usage : review.error().kind;
    }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name); }
    std::shared_ptr<const Policy> m_policy;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestReviewStore::initTestCase()
{
    const auto policy = Policy::load();
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().cause));
    m_policy = *policy;
}

void TestReviewStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("one.waybill"));
}

void TestReviewStore::roundTrip()
{
    const Review review = exampleReview(*m_policy);
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().cause));
    QCOMPARE(loaded->title, review.title);
    QCOMPARE(loaded->created, review.created);
    QCOMPARE(loaded->scenario, Scenario::Embedded);
    QCOMPARE(loaded->answers, review.answers);
    QCOMPARE(loaded->inventory->image.reference, QStringLiteral("some image.tar"));
    QCOMPARE(loaded->inventory->judgements.size(), review.inventory->judgements.size());
    QCOMPARE(loaded->decisions.size(), size_t(4));
    for (size_t i = 0; i < 4; ++i) {
        QCOMPARE(loaded->decisions[i].findingKey, review.decisions[i].findingKey);
        QCOMPARE(loaded->decisions[i].action, review.decisions[i].action);
        QCOMPARE(loaded->decisions[i].reason, review.decisions[i].reason);
        QCOMPARE(loaded->decisions[i].author, review.decisions[i].author);
        QCOMPARE(loaded->decisions[i].time, review.decisions[i].time);
        QCOMPARE(loaded->decisions[i].withdrawn, review.decisions[i].withdrawn);
    }
    QCOMPARE(loaded->log.size(), size_t(4));
    QVERIFY(logIsIntact(loaded->log));
    compareFindings(loaded->assessed, review.assessed);
    compareFindings(loaded->concluded, review.concluded);
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    QCOMPARE(names(), QStringList {QStringLiteral("one.waybill")});
}

void TestReviewStore::keepsTheFindingsOfAnotherPolicy()
{
    Review review = exampleReview(*m_policy);
    review.assessed.policyVersion = QStringLiteral("long ago");
    review.assessed.findings.front().subject = QStringLiteral("as it was then");
    review.concluded = applyDecisions(review.assessed, review.decisions);
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY(loaded);
    QCOMPARE(loaded->assessed.findings.front().subject, QStringLiteral("as it was then"));
    compareFindings(loaded->assessed, review.assessed);
    compareFindings(loaded->concluded, review.concluded);
}

void TestReviewStore::derivesTheFindingsOfTheSamePolicyAgain()
{
    const Review review = exampleReview(*m_policy);
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    tamper(m_path, QStringLiteral("UPDATE effect SET permission = 'permitted', risk = 'safe'"));
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY(loaded);
    compareFindings(loaded->assessed, review.assessed);
}

void TestReviewStore::replacesAnOlderFile()
{
    Review review = exampleReview(*m_policy);
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    const auto wanted = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(m_path, wanted));
    review.title = QStringLiteral("second");
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    QCOMPARE(titleOf(m_path), QStringLiteral("second"));
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadOther | QFile::WriteGroup | QFile::ReadGroup), QFile::ReadGroup);
    QCOMPARE(names(), QStringList {QStringLiteral("one.waybill")});
}

void TestReviewStore::followsALink()
{
    const QString link = m_folder->filePath(QStringLiteral("link.waybill"));
    Review review = exampleReview(*m_policy);
    QVERIFY(ReviewStore::save(review, *m_policy, m_path));
    QVERIFY(QFile::link(m_path, link));
    review.title = QStringLiteral("through the link");
    QVERIFY(ReviewStore::save(review, *m_policy, link));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(titleOf(m_path), QStringLiteral("through the link"));
}

void TestReviewStore::tellsATamperedLog()
{
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    tamper(m_path, QStringLiteral("UPDATE log SET author = 'Eve' WHERE position = 1"));
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY(loaded);
    QVERIFY(!logIsIntact(loaded->log));
}

void TestReviewStore::knowsItsOwnFiles()
{
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    QVERIFY(ReviewStore::looksLikeReview(m_path));
    tamper(m_path, QStringLiteral("PRAGMA application_id = 1"));
    QVERIFY(!ReviewStore::looksLikeReview(m_path));
    QVERIFY(!ReviewStore::looksLikeReview(m_folder->path()));
    QVERIFY(!ReviewStore::looksLikeReview(m_folder->filePath(QStringLiteral("absent"))));
}

void TestReviewStore::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const char *statement, ErrorKind kind) {
        QTest::newRow(name) << QString::fromLatin1(statement) << kind;
    };
    row("another program's database", "PRAGMA application_id = 1", ErrorKind::NotAnImage);
    row("newer schema", "PRAGMA user_version = 2", ErrorKind::NotSupported);
    row("no schema", "PRAGMA user_version = 0", ErrorKind::Malformed);
    row("inventory changed", "UPDATE inventory SET bytes = x'00112233'", ErrorKind::Malformed);
    row("inventory gone", "DELETE FROM inventory", ErrorKind::Malformed);
    row("unknown scenario", "UPDATE fact SET value = 'moon' WHERE name = 'scenario'", ErrorKind::Malformed);
    row("no facts", "DELETE FROM fact", ErrorKind::Malformed);
    row("unknown action", "UPDATE decision SET action = 'burn'", ErrorKind::Malformed);
    row("unknown class", "UPDATE finding SET licence_class = 'x'", ErrorKind::Malformed);
    row("component outside", "UPDATE finding SET component = 123456", ErrorKind::Malformed);
    row("judgement outside", "UPDATE finding SET judgements = '0 123456'", ErrorKind::Malformed);
    row("judgement no number", "UPDATE finding SET judgements = 'x'", ErrorKind::Malformed);
    row("layer outside", "UPDATE finding SET layers = '70000'", ErrorKind::Malformed);
    row("effect of no finding", "UPDATE effect SET finding = 99999 WHERE finding = 0", ErrorKind::Malformed);
    row("unknown risk", "UPDATE effect SET risk = ''", ErrorKind::Malformed);
}

void TestReviewStore::refusesWhatItCannotRead()
{
    QFETCH(QString, statement);
    QFETCH(ErrorKind, kind);
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    tamper(m_path, statement);
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, kind);
    QCOMPARE(loaded.error().subject, m_path);
}

void TestReviewStore::refusesACutFile()
{
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    QFile file(m_path);
    const qint64 size = file.size();
    for (const qint64 kept : {size - 1, size / 2, qint64(4096), qint64(512)}) {
        QVERIFY(file.resize(kept));
        const auto loaded = ReviewStore::load(m_path, *m_policy);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Truncated);
    }
    for (const qint64 kept : {qint64(99), qint64(0)}) {
        QVERIFY(file.resize(kept));
        QCOMPARE(failureOf(m_path), ErrorKind::NotAnImage);
    }
    QVERIFY(file.remove());
    QCOMPARE(failureOf(m_path), ErrorKind::NotFound);
    QCOMPARE(failureOf(m_folder->path()), ErrorKind::NotAnImage);
}

void TestReviewStore::refusesForeignTables_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("more tables") << QStringLiteral("CREATE TABLE more (x)");
    QTest::newRow("view") << QStringLiteral("CREATE VIEW v AS SELECT 1");
    QTest::newRow("trigger") << QStringLiteral("CREATE TRIGGER t AFTER INSERT ON log BEGIN SELECT 1; END");
    QTest::newRow("column") << QStringLiteral("ALTER TABLE log ADD COLUMN x");
    QTest::newRow("missing table") << QStringLiteral("DROP TABLE answer");
}

void TestReviewStore::refusesForeignTables()
{
    QFETCH(QString, statement);
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    tamper(m_path, statement);
    const auto loaded = ReviewStore::load(m_path, *m_policy);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Malformed);
}

void TestReviewStore::saveFails_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no folder") << QStringLiteral("/nowhere/at/all/x.waybill") << ErrorKind::NotFound;
    QTest::newRow("a folder that takes nothing") << QStringLiteral("/proc/x.waybill") << ErrorKind::NotFound;
    if (::geteuid() != 0)
        QTest::newRow("not ours") << QStringLiteral("/usr/x.waybill") << ErrorKind::AccessDenied;
}

void TestReviewStore::saveFails()
{
    QFETCH(QString, path);
    QFETCH(ErrorKind, kind);
    const auto saved = ReviewStore::save(exampleReview(*m_policy), *m_policy, path);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, kind);
    QCOMPARE(saved.error().subject, path);
    const auto empty = ReviewStore::save(Review(), *m_policy, m_path);
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, ErrorKind::Usage);
    QVERIFY(names().isEmpty());
}

void TestReviewStore::aKilledProgramLeavesAGoodFile()
{
    QVERIFY(ReviewStore::save(exampleReview(*m_policy), *m_policy, m_path));
    for (int round = 1; round <= 5; ++round) {
        QProcess saver;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(pathVariable, m_path);
        saver.setProcessEnvironment(environment);
        saver.start(QCoreApplication::applicationFilePath(), QStringList());
        for (int saves = 0; saves < round; ++saves) {
            QVERIFY(saver.waitForReadyRead(30'000));
            saver.readAllStandardOutput();
        }
        saver.kill();
        QVERIFY(saver.waitForFinished());
        const auto loaded = ReviewStore::load(m_path, *m_policy);
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().cause));
        QVERIFY(logIsIntact(loaded->log));
        QCOMPARE(loaded->decisions.size(), size_t(4));
    }
}

namespace {

/// The child of aKilledProgramLeavesAGoodFile(): saves until it is killed.
int saveForever(const QString &path)
{
    const auto policy = Policy::load();
    if (!policy)
        return 1;
    const Review review = exampleReview(**policy);
    while (ReviewStore::save(review, **policy, path)) {
        std::puts("saved");
        std::fflush(stdout);
    }
    return 1;
}

}  // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (const QString path = qEnvironmentVariable(qPrintable(pathVariable)); !path.isEmpty())
        return saveForever(path);
    TestReviewStore tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_reviewstore.moc"
