// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/exportdialog.h"

#include "tests/core/report/testkeys.h"
#include "tests/core/report/testreview.h"
#include "ui/report/exportpages.h"
#include "ui/report/readiness.h"
#include "ui/session/session.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

Q_DECLARE_METATYPE(ReadinessItem::State)

/// The four steps over a hand-made review, up to a signed file on the disk.
class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void suggestsNames();
    void listsReadiness();
    void previewsPages();
    void previewsInTheOtherLanguage();
    void signsAndChecks();
    void savesDrafts();
    void tellsWrongPasswords();
    void neverOverwrites();
    void withoutAnImage();

private:
    template <typename T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    QStringList files() const { return QDir(m_folder->path()).entryList({QStringLiteral("*.pdf")}, QDir::Files); }
    /// Saves a picture for people who want to look at the steps, when $WAYBILL_KEEP_PICTURES names a folder.
    void picture(const QString &name) const;
    void fillSigning(const QString &password);
    void finish();
    std::shared_ptr<const Policy> m_policy;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ExportDialog> m_dialog;
    QString m_target;
};

void TestExportDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    const auto policy = Policy::load();
    QVERIFY(policy);
    m_policy = *policy;
}

void TestExportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    Services services;
    services.policy = m_policy;
    m_session = std::make_unique<Session>(services);
    m_session->show(makeReview({}, *m_policy).inventory);
    m_dialog = std::make_unique<ExportDialog>(m_session.get());
    m_target = m_folder->filePath(QStringLiteral("out.pdf"));
    find<QLineEdit>("target")->setText(m_target);
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
    m_folder.reset();
}

void TestExportDialog::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("WAYBILL_KEEP_PICTURES");
    if (!folder.isEmpty())
        m_dialog->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

/// True when the middle of a widget is not one colour only.
static bool showsInk(QWidget *widget)
{
    const QImage image = widget->grab().toImage();
    const QRgb first = image.pixel(image.width() / 2, image.height() / 2);
    for (int x = image.width() / 4; x < image.width() * 3 / 4; ++x) {
        for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y) {
            if (image.pixel(x, y) != first)
                return true;
        }
    }
    return false;
}

void TestExportDialog::fillSigning(const QString &password)
{
    find<QLineEdit>("key")->setText(writeFile(m_folder->path(), QStringLiteral("key.p12"), makeKey({}, "secret").pkcs12));
    find<QLineEdit>("password")->setText(password);
    m_dialog->goTo(ExportDialog::Sign);
}

void TestExportDialog::finish()
{
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QSignalSpy failed(m_dialog.get(), &ExportDialog::exportFailed);
    QVERIFY(find<QPushButton>("finish")->isEnabled());
    QTest::mouseClick(find<QPushButton>("finish"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return exported.count() + failed.count() > 0; }, 30000));
}

void TestExportDialog::suggestsNames()
{
    const QString folder = m_folder->path();
    QCOMPARE(ExportDialog::suggestedPath(QStringLiteral("registry.example/shop/api:2.4"), folder),
             folder + QStringLiteral("/api-2.4-review.pdf"));
    QCOMPARE(ExportDialog::suggestedPath(QStringLiteral("/tmp/app.tar.gz"), folder), folder + QStringLiteral("/app-review.pdf"));
    QCOMPARE(ExportDialog::suggestedPath(QString(), folder), folder + QStringLiteral("/image-review.pdf"));
    writeFile(folder, QStringLiteral("app-review.pdf"), "x");
    QCOMPARE(ExportDialog::suggestedPath(QStringLiteral("app.tar"), folder), folder + QStringLiteral("/app-review-2.pdf"));
}

void TestExportDialog::listsReadiness()
{
    using State = ReadinessItem::State;
    const QList<ReadinessItem> items = Readiness::of(m_session->review(), *m_policy);
    QVERIFY(Readiness::canExport(items));
    QCOMPARE(items.at(0).state, State::Good);
    QVERIFY(std::any_of(items.begin(), items.end(),
                        [](const ReadinessItem &item) { return item.text.contains(QStringLiteral("undecided")); }));
    ReviewPlan plan;
    plan.incomplete = true;
    const QList<ReadinessItem> partial = Readiness::of(makeReview(plan, *m_policy), *m_policy);
    QCOMPARE(partial.at(0).state, State::Warning);
    QCOMPARE(partial.at(0).text, QStringLiteral("Scan incomplete: 4 of 5 layers were read. The report says so."));
    QVERIFY(!Readiness::canExport(Readiness::of(Review(), *m_policy)));
}

void TestExportDialog::previewsPages()
{
    QSignalSpy ready(m_dialog.get(), &ExportDialog::previewReady);
    m_dialog->goTo(ExportDialog::Preview);
    QVERIFY(ready.wait(30000));
    QVERIFY(m_dialog->previewPages() >= 4);
    QVERIFY(files().isEmpty());  // a preview writes nothing
    m_dialog->show();
    // The view paints its pages later than it loads them.
    QVERIFY(QTest::qWaitFor([this] { return showsInk(m_dialog->findChild<PreviewPage *>()); }, 10000));
    picture(QStringLiteral("preview"));
    m_dialog->goTo(ExportDialog::Ready);
    picture(QStringLiteral("ready"));
}

void TestExportDialog::previewsInTheOtherLanguage()
{
    const auto choose = m_dialog->findChild<QComboBox *>();
    QVERIFY(choose);
    choose->setCurrentIndex(choose->findData(QStringLiteral("zh_CN")));
    const QString before = QCoreApplication::translate("waybill::Messages", "Cannot tell yet");
    QSignalSpy ready(m_dialog.get(), &ExportDialog::previewReady);
    m_dialog->goTo(ExportDialog::Preview);
    QVERIFY(ready.wait(30000));
    QVERIFY(m_dialog->previewPages() >= 4);
    QCOMPARE(QCoreApplication::translate("waybill::Messages", "Cannot tell yet"), before);  // the window keeps its language
}

void TestExportDialog::signsAndChecks()
{
    fillSigning(QStringLiteral("secret"));
    finish();
    QCOMPARE(files(), QStringList {QStringLiteral("out.pdf")});
    const Result<PdfVerification> check = verifyPdf(m_target);
    QVERIFY(check);
    QCOMPARE(int(check->integrity), int(Integrity::Unchanged));
    QCOMPARE(check->signatures.front().signerName, QStringLiteral("Lena Ek"));
    QCOMPARE(check->imageReference, QStringLiteral("registry.example/shop/api:2.4"));
    QVERIFY(find<QLabel>("message")->text().contains(QStringLiteral("signed by Lena Ek, read back and unchanged")));
    QVERIFY(find<QLineEdit>("password")->text().isEmpty());
    picture(QStringLiteral("signed"));
    QVERIFY(!find<QPushButton>("finish")->isEnabled());
}

void TestExportDialog::savesDrafts()
{
    m_dialog->findChild<ContentsPage *>()->setDraft(true);
    m_dialog->goTo(ExportDialog::Sign);
    QVERIFY(!find<QLineEdit>("password")->isEnabled());
    finish();
    const Result<PdfVerification> check = verifyPdf(m_target);
    QVERIFY(check);
    QCOMPARE(int(check->integrity), int(Integrity::NotSigned));
    QVERIFY(check->hasReview);
}

void TestExportDialog::tellsWrongPasswords()
{
    fillSigning(QStringLiteral("guess"));
    finish();
    QVERIFY(files().isEmpty());
    QVERIFY(find<QLabel>("message")->text().contains(QStringLiteral("The password does not open")));
    find<QLineEdit>("password")->setText(QStringLiteral("secret"));
    finish();
    QCOMPARE(files(), QStringList {QStringLiteral("out.pdf")});
}

void TestExportDialog::neverOverwrites()
{
    writeFile(m_folder->path(), QStringLiteral("out.pdf"), "an older report");
    fillSigning(QStringLiteral("secret"));
    finish();
    QFile file(m_target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("an older report"));
    QVERIFY(find<QLabel>("message")->text().contains(QStringLiteral("a file of this name exists")));
}

void TestExportDialog::withoutAnImage()
{
    m_session->close();
    m_dialog = std::make_unique<ExportDialog>(m_session.get());
    find<QLineEdit>("target")->setText(m_target);
    fillSigning(QStringLiteral("secret"));
    QVERIFY(!find<QPushButton>("finish")->isEnabled());
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
