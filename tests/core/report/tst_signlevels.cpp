// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signature.h"
#include "core/report/timeauthority.h"
#include "tests/core/report/pdfmaker.h"
#include "tests/core/report/testkeys.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// Time stamps, proofs of validity, second signers and the kinds of keys. The time authority is OpenSSL's own tool.
class TestSignLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stampsOverHttp();
    void refusesBadStamp_data();
    void refusesBadStamp();
    void addsSecondSigner();
    void refusesSecondSigner();
    void addsProofs();
    void signsWithPss();
    void opensPem_data();
    void opensPem();
    void signsWithToken();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString file(const QString &name, const QByteArray &bytes) { return writeFile(m_folder.path(), name, bytes); }
    static QString run(const QString &program, const QStringList &arguments);
    QByteArray stamp(const QByteArray &query);
    Result<PdfVerification> verify(const QByteArray &pdf, bool trust = false)
    {
        return verifyPdf(file(QStringLiteral("v.pdf"), pdf), trust ? path(QStringLiteral("tsa.pem")) : QString());
    }
    SignOptions options() const;

    QTemporaryDir m_folder;
    std::unique_ptr<SigningKey> m_key;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

QString TestSignLevels::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return QStringLiteral("did not finish: ") + process.errorString();
    return QString::fromUtf8(process.readAll());
}

void TestSignLevels::initTestCase()
{
    TestKey wanted;
    wanted.type = KeyType::Rsa2048;
    auto key = SigningKey::open({file(QStringLiteral("k.p12"), makeKey(wanted, "x").pkcs12), {}}, "x", m_now);
    QVERIFY(key);
    m_key = std::make_unique<SigningKey>(std::move(*key));
    const QString made = run(
        QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
         QStringLiteral("-nodes"), QStringLiteral("-keyout"), path(QStringLiteral("tsa.key")), QStringLiteral("-out"),
         path(QStringLiteral("tsa.pem")), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
         QStringLiteral("/CN=Example Clock"), QStringLiteral("-addext"), QStringLiteral("extendedKeyUsage=critical,timeStamping"),
         QStringLiteral("-addext"), QStringLiteral("keyUsage=critical,digitalSignature"), QStringLiteral("-addext"),
         QStringLiteral("basicConstraints=critical,CA:FALSE")});
    QVERIFY2(QFile::exists(path(QStringLiteral("tsa.pem"))), qPrintable(made));
    file(QStringLiteral("tsa.cnf"),
         "[tsa]\ndefault_tsa=one\n[one]\nserial=" + path(QStringLiteral("serial")).toUtf8()
             + "\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\ness_cert_id_alg=sha256\n");
    file(QStringLiteral("serial"), "01\n");
}

SignOptions TestSignLevels::options() const
{
    SignOptions options;
    options.now = m_now;
    options.reason = QStringLiteral("Reviewed");
    return options;
}

QByteArray TestSignLevels::stamp(const QByteArray &query)
{
    file(QStringLiteral("q.tsq"), query);
    run(QStringLiteral("openssl"),
        {QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"), path(QStringLiteral("tsa.cnf")),
         QStringLiteral("-queryfile"), path(QStringLiteral("q.tsq")), QStringLiteral("-inkey"), path(QStringLiteral("tsa.key")),
         QStringLiteral("-signer"), path(QStringLiteral("tsa.pem")), QStringLiteral("-out"), path(QStringLiteral("q.tsr"))});
    QFile answer(path(QStringLiteral("q.tsr")));
    return answer.open(QIODevice::ReadOnly) ? answer.readAll() : QByteArray();
}

void TestSignLevels::stampsOverHttp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, &received] {
            received += socket->readAll();
            const qsizetype head = received.indexOf("\r\n\r\n");
            const qsizetype at = received.toLower().indexOf("content-length:");
            if (head < 0 || at < 0
                || received.size() < head + 4 + received.mid(at + 15, 12).split('\r').first().trimmed().toInt())
                return;
            const QByteArray answer = stamp(received.mid(head + 4));
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: "
                          + QByteArray::number(answer.size()) + "\r\nConnection: close\r\n\r\n" + answer);
            socket->disconnectFromHost();
        });
    });
    SignOptions signing = options();
    signing.timestamp = httpTimestampSource(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
    const auto pdf = signPdf(formPdf(), *m_key, signing);
    QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().cause));
    QVERIFY(received.contains("application/timestamp-query"));
    const auto result = verify(*pdf, true);
    QVERIFY(result);
    const SignatureCheck &check = result->signatures.front();
    QVERIFY2(check.integrity == Integrity::Unchanged, qPrintable(check.detail));
    QCOMPARE(check.timeAuthority, QStringLiteral("Example Clock"));
    QVERIFY(check.timeTrusted);
    QVERIFY(qAbs(check.provenTime.secsTo(m_now)) < 3600);
    QVERIFY(!verify(*pdf)->signatures.front().timeTrusted);
    // A stamp that was altered is told, although the signature itself holds.
    QByteArray bad = *pdf;
    const qsizetype token = bad.indexOf("2a864886f70d0109100104");
    QVERIFY(token > 0);
    const qsizetype digit = token + 120;
    bad[digit] = bad.at(digit) == '0' ? '1' : '0';
    QVERIFY(verify(bad)->integrity != Integrity::Unchanged);
}

void TestSignLevels::refusesBadStamp_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("nonsense") << 0;
    QTest::newRow("answer to another question") << 1;
    QTest::newRow("no authority reachable") << 2;
    QTest::newRow("no address") << 3;
}

void TestSignLevels::refusesBadStamp()
{
    QFETCH(int, kind);
    SignOptions signing = options();
    if (kind == 0) {
        signing.timestamp = [](const QByteArray &) -> Result<QByteArray> { return QByteArray("no"); };
    } else if (kind == 1) {
        QByteArray first;
        signing.timestamp = [this, &first](const QByteArray &query) -> Result<QByteArray> { return first = stamp(query); };
        QVERIFY(signPdf(formPdf(), *m_key, signing));
        signing.timestamp = [first](const QByteArray &) -> Result<QByteArray> { return first; };
    } else {
        signing.timestamp
            = httpTimestampSource(QUrl(kind == 2 ? QStringLiteral("http://127.0.0.1:1/") : QStringLiteral("file:///x")));
    }
    const auto pdf = signPdf(formPdf(), *m_key, signing);
    QVERIFY(!pdf);
    QCOMPARE(int(pdf.error().kind), int(kind < 2 ? ErrorKind::Signature : kind == 2 ? ErrorKind::Io : ErrorKind::Usage));
}

void TestSignLevels::addsSecondSigner()
{
    const auto first = signPdf(formPdf(), *m_key, options());
    QVERIFY(first);
    const auto second = countersignPdf(*first, *m_key, options());
    QVERIFY(second);
    const auto third = countersignPdf(*second, *m_key, options());
    QVERIFY(third);
    QVERIFY(third->startsWith(*first));
    const auto result = verify(*third);
    QVERIFY(result);
    QCOMPARE(result->signatures.size(), size_t(3));
    QVERIFY2(result->integrity == Integrity::Unchanged, qPrintable(result->signatures.front().detail));
    QCOMPARE(int(result->signatures.front().role), int(SignatureRole::Certification));
    QCOMPARE(result->signatures.front().revisionsAfter, 2);
    QCOMPARE(result->signatures.back().fieldName, QStringLiteral("Signature3"));
    QVERIFY(result->signatures.back().coversWholeFile);
    const QString told = run(QStringLiteral("pdfsig"), {path(QStringLiteral("v.pdf"))});
    QCOMPARE(told.count(QStringLiteral("Signature is Valid.")), 3);
    const QString checked = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(QStringLiteral("v.pdf"))});
    QVERIFY2(checked.contains(QStringLiteral("No syntax or stream encoding errors found")), qPrintable(checked));
    const QString shown = run(QStringLiteral("mutool"), {QStringLiteral("info"), path(QStringLiteral("v.pdf"))});
    QVERIFY2(!shown.contains(QStringLiteral("warning")) && !shown.contains(QStringLiteral("error")), qPrintable(shown));
}

void TestSignLevels::refusesSecondSigner()
{
    QCOMPARE(int(countersignPdf(formPdf(), *m_key, options()).error().kind), int(ErrorKind::Signature));
    SignOptions closed = options();
    closed.permission = 1;
    const auto first = signPdf(formPdf(), *m_key, closed);
    QVERIFY(first);
    QCOMPARE(countersignPdf(*first, *m_key, options()).error().cause, QStringLiteral("its signature permits no further one"));
    QCOMPARE(int(countersignPdf("%PDF-1.7 broken", *m_key, options()).error().kind), int(ErrorKind::Malformed));
}

void TestSignLevels::addsProofs()
{
    SignOptions closed = options();
    closed.permission = 1;  // even then proofs may follow
    const auto first = signPdf(formPdf(), *m_key, closed);
    QVERIFY(first);
    const auto longTerm = addValidationData(*first, {{"certificate"}, {"list"}, {}});
    QVERIFY(longTerm);
    const auto again = addValidationData(*longTerm, {{}, {}, {"answer"}});
    QVERIFY(again);
    for (const QByteArray &pdf : {*longTerm, *again}) {
        const auto result = verify(pdf);
        QVERIFY(result);
        QVERIFY2(result->integrity == Integrity::Unchanged, qPrintable(result->signatures.front().detail));
        QStringList updates;
        for (const UpdateNote &note : result->signatures.front().updates)
            updates << QString::number(int(note.kind)) + note.detail;
        QCOMPARE(updates, QStringList(QString::number(int(UpdateKind::ValidationData))));
    }
    QVERIFY(again->contains("/Certs") && again->contains("/OCSPs"));
}

void TestSignLevels::signsWithPss()
{
    SignOptions signing = options();
    signing.pss = true;
    const auto pdf = signPdf(formPdf(), *m_key, signing);
    QVERIFY(pdf);
    const auto result = verify(*pdf);
    QVERIFY2(result->integrity == Integrity::Unchanged, qPrintable(result->signatures.front().detail));
    QCOMPARE(result->signatures.front().signatureAlgorithm, QStringLiteral("RSA-PSS 2048 bits"));
}

void TestSignLevels::opensPem_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("withCertificate");
    QTest::addColumn<int>("kind");
    QTest::newRow("right") << QByteArray("geheim") << true << -1;
    QTest::newRow("wrong password") << QByteArray("falsch") << true << int(ErrorKind::WrongPassword);
    QTest::newRow("no password") << QByteArray() << true << int(ErrorKind::WrongPassword);
    QTest::newRow("no certificate") << QByteArray("geheim") << false << int(ErrorKind::BadCertificate);
}

void TestSignLevels::opensPem()
{
    QFETCH(QByteArray, password);
    QFETCH(bool, withCertificate);
    QFETCH(int, kind);
    run(QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
         QStringLiteral("-passout"), QStringLiteral("pass:geheim"), QStringLiteral("-keyout"), path(QStringLiteral("p.key")),
         QStringLiteral("-out"), path(QStringLiteral("p.pem")), QStringLiteral("-subj"), QStringLiteral("/CN=Lena Ek"),
         QStringLiteral("-addext"), QStringLiteral("keyUsage=critical,digitalSignature,nonRepudiation")});
    const QString certificate = withCertificate ? path(QStringLiteral("p.pem")) : QString();
    const auto key = SigningKey::open({path(QStringLiteral("p.key")), certificate}, password, m_now.addSecs(60));
    QCOMPARE(key ? -1 : int(key.error().kind), kind);
    if (key) {
        const auto pdf = signPdf(formPdf(), *key, options());
        QVERIFY(pdf);
        QCOMPARE(int(verify(*pdf)->integrity), int(Integrity::Unchanged));
    }
}

void TestSignLevels::signsWithToken()
{
    const auto none = SigningKey::open({QStringLiteral("pkcs11:token=none;object=none"), {}}, "1234", m_now);
    QVERIFY(!none);
    QVERIFY(none.error().kind == ErrorKind::NotFound || none.error().kind == ErrorKind::WrongPassword);
    if (run(QStringLiteral("softhsm2-util"), {QStringLiteral("--version")}).startsWith(QLatin1String("did not finish")))
        QSKIP("softhsm2 is not installed");
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("tokens")));
    file(QStringLiteral("softhsm2.conf"), "directories.tokendir = " + path(QStringLiteral("tokens")).toUtf8() + "\n");
    qputenv("SOFTHSM2_CONF", path(QStringLiteral("softhsm2.conf")).toUtf8());
    run(QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
         QStringLiteral("-nodes"), QStringLiteral("-keyout"), path(QStringLiteral("t.key")), QStringLiteral("-out"),
         path(QStringLiteral("t.pem")), QStringLiteral("-subj"), QStringLiteral("/CN=Token Holder"), QStringLiteral("-addext"),
         QStringLiteral("keyUsage=critical,digitalSignature,nonRepudiation")});
    run(QStringLiteral("openssl"),
        {QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-nocrypt"), QStringLiteral("-in"),
         path(QStringLiteral("t.key")), QStringLiteral("-out"), path(QStringLiteral("t.p8"))});
    run(QStringLiteral("softhsm2-util"),
        {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), QStringLiteral("waybill"),
         QStringLiteral("--pin"), QStringLiteral("1234"), QStringLiteral("--so-pin"), QStringLiteral("5678")});
    const QString imported = run(QStringLiteral("softhsm2-util"),
                                 {QStringLiteral("--import"), path(QStringLiteral("t.p8")), QStringLiteral("--token"),
                                  QStringLiteral("waybill"), QStringLiteral("--label"), QStringLiteral("signer"),
                                  QStringLiteral("--id"), QStringLiteral("01"), QStringLiteral("--pin"), QStringLiteral("1234")});
    QVERIFY2(imported.contains(QStringLiteral("imported")), qPrintable(imported));
    const auto key
        = SigningKey::open({QStringLiteral("pkcs11:token=waybill;object=signer;type=private"), path(QStringLiteral("t.pem"))},
                           "1234", m_now.addSecs(60));
    if (!key && key.error().cause.contains(QLatin1String("no module for tokens")))
        QSKIP("no pkcs11 engine or provider is installed");
    QVERIFY2(key, qPrintable(key ? QString() : key.error().cause));
    QCOMPARE(key->subjectName(), QStringLiteral("Token Holder"));
    const auto pdf = signPdf(formPdf(), *key, options());
    QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().cause));
    QCOMPARE(int(verify(*pdf)->integrity), int(Integrity::Unchanged));
}

QTEST_GUILESS_MAIN(TestSignLevels)
#include "tst_signlevels.moc"
