// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfreport.h"
#include "tests/core/report/testkeys.h"
#include "tests/core/report/testreview.h"
#include "ui/report/verificationdialog.h"
#include "ui/report/verificationwords.h"
#include "ui/session/session.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;
using State = VerificationAnswer::State;

/// Four questions, four answers; the worst one decides the banner.
class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void banners_data();
    void banners();
    void answersStayApart();
    void showsAGoodFile();
    void showsAChangedFile();
    void showsANonPdf();

private:
    QStringList shown(const QString &path, QString *banner);
    static PdfVerification valid();
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    QByteArray m_signed;
};

PdfVerification TestVerification::valid()
{
    PdfVerification out;
    out.integrity = Integrity::Unchanged;
    SignatureCheck check;
    check.integrity = Integrity::Unchanged;
    check.coversWholeFile = true;
    check.signerName = QStringLiteral("Lena Ek");
    check.issuerName = QStringLiteral("Example CA");
    check.trusted = true;
    check.claimedTime = QDateTime(QDate(2026, 3, 4), QTime(14, 31), Qt::UTC);
    out.signatures = {check};
    out.hasReview = true;
    out.imageDigest = QStringLiteral("sha256:aa");
    out.imageReference = QStringLiteral("api:2.4");
    return out;
}

void TestVerification::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    const auto policy = Policy::load();
    QVERIFY(policy);
    Services services;
    services.policy = *policy;
    m_session = std::make_unique<Session>(services);
    const Review review = makeReview({}, **policy);
    m_session->show(review.inventory);
    ReportOptions options;
    options.palette = defaultReportPalette();
    options.now = QDateTime(QDate(2026, 3, 4), QTime(14, 31), Qt::UTC);
    const Result<QByteArray> pdf = writePdfReport(review, **policy, options);
    QVERIFY(pdf);
    const QString keyPath = writeFile(m_folder.path(), QStringLiteral("k.p12"), makeKey({}, "x").pkcs12);
    const Result<SigningKey> key = SigningKey::fromPkcs12(keyPath, "x", options.now);
    QVERIFY(key);
    const Result<QByteArray> done = signPdf(*pdf, *key, {QStringLiteral("Reviewed"), {}, options.now, 2, false, {}});
    QVERIFY(done);
    m_signed = *done;
}

void TestVerification::banners_data()
{
    QTest::addColumn<PdfVerification>("verification");
    QTest::addColumn<QString>("openDigest");
    QTest::addColumn<QString>("banner");
    QTest::newRow("valid") << valid() << QStringLiteral("sha256:aa") << QStringLiteral("Valid");
    QTest::newRow("nothing open") << valid() << QString() << QStringLiteral("Valid");
    QTest::newRow("another image") << valid() << QStringLiteral("sha256:bb") << QStringLiteral("Valid, but about another image");
    PdfVerification one = valid();
    one.signatures.front().trusted = false;
    QTest::newRow("unknown signer") << one << QString() << QStringLiteral("Valid, signer not known here");
    one = valid();
    one.signatures.front().certificateExpired = true;
    QTest::newRow("expired") << one << QString() << QStringLiteral("Valid, certificate not valid today");
    one = valid();
    one.integrity = Integrity::Changed;
    QTest::newRow("changed") << one << QStringLiteral("sha256:aa") << QStringLiteral("Changed after signing");
    one.integrity = Integrity::Unreadable;
    QTest::newRow("broken") << one << QString() << QStringLiteral("Broken");
    QTest::newRow("unsigned") << PdfVerification() << QString() << QStringLiteral("Not signed");
}

void TestVerification::banners()
{
    QFETCH(PdfVerification, verification);
    QFETCH(QString, openDigest);
    QFETCH(QString, banner);
    QCOMPARE(VerificationWords::banner(verification, openDigest).text, banner);
}

void TestVerification::answersStayApart()
{
    PdfVerification one = valid();
    one.signatures.front().trusted = false;
    one.imageDigest = QStringLiteral("sha256:bb");
    const QList<VerificationAnswer> answers = VerificationWords::answers(one, QStringLiteral("sha256:aa"));
    QCOMPARE(answers.size(), 4);
    QCOMPARE(int(answers.at(0).state), int(State::Good));
    QCOMPARE(int(answers.at(1).state), int(State::Unsure));
    QCOMPARE(answers.at(1).text, QStringLiteral("Lena Ek, certified by Example CA: issuer not known here."));
    QCOMPARE(int(answers.at(2).state), int(State::Unsure));
    QVERIFY(answers.at(2).text.endsWith(QStringLiteral("by the signer's clock, not proven.")));
    QCOMPARE(int(answers.at(3).state), int(State::Bad));
}

QStringList TestVerification::shown(const QString &path, QString *banner)
{
    VerificationDialog dialog(path, m_session.get());
    dialog.QDialog::show();
    QSignalSpy verified(&dialog, &VerificationDialog::verified);
    if (!verified.wait(20000))
        return {};
    for (const QLabel *label : dialog.findChildren<QLabel *>(QStringLiteral("answer"))) {
        if (label->height() < label->heightForWidth(label->width()))
            return {QStringLiteral("cut: ") + label->text()};
    }
    const QString folder = qEnvironmentVariable("WAYBILL_KEEP_PICTURES");
    if (!folder.isEmpty())
        dialog.grab().save(folder + QStringLiteral("/verification.png"));
    *banner = dialog.findChild<QLabel *>(QStringLiteral("banner"))->text();
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>(QStringLiteral("answer")))
        texts << label->text();
    return texts;
}

void TestVerification::showsAGoodFile()
{
    QString banner;
    const QStringList texts = shown(writeFile(m_folder.path(), QStringLiteral("good.pdf"), m_signed), &banner);
    QCOMPARE(banner, QStringLiteral("Valid, signer not known here"));
    QCOMPARE(texts.size(), 4);
    QCOMPARE(texts.at(0), QStringLiteral("Unchanged since signing; the signature covers the whole file."));
    QVERIFY(texts.at(3).startsWith(QStringLiteral("It describes the open image, registry.example/shop/api:2.4 (sha256:aaaa")));
}

void TestVerification::showsAChangedFile()
{
    QByteArray bad = m_signed;
    bad[bad.size() / 3] = static_cast<char>(bad.at(bad.size() / 3) ^ 1);
    QString banner;
    const QStringList texts = shown(writeFile(m_folder.path(), QStringLiteral("bad.pdf"), bad), &banner);
    QCOMPARE(banner, QStringLiteral("Changed after signing"));
    QCOMPARE(texts.at(0), QStringLiteral("The file was changed after it was signed."));
}

void TestVerification::showsANonPdf()
{
    QString banner;
    const QStringList texts = shown(writeFile(m_folder.path(), QStringLiteral("x.pdf"), "hello"), &banner);
    QCOMPARE(banner, QStringLiteral("Cannot be checked"));
    QCOMPARE(texts.size(), 1);
    QVERIFY(texts.at(0).contains(QStringLiteral("x.pdf")));
}

QTEST_MAIN(TestVerification)
#include "tst_verification.moc"
