// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signature.h"
#include "tests/core/report/testkeys.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// Keys, signing and verification; poppler, mupdf and OpenSSL's own tool judge what we sign.
class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesUnusableKeys_data();
    void refusesUnusableKeys();
    void opensKeys_data();
    void opensKeys();
    void signsWithEveryKind_data();
    void signsWithEveryKind();
    void popplerAgrees();
    void mupdfAgrees();
    void opensslAgrees();
    void hasNoSigningTimeAttribute();
    void tellsTrust();
    void tellsExpiry();
    void tellsEveryFlippedByte();
    void tellsEveryFlippedDigit_data();
    void tellsEveryFlippedDigit();
    void tellsAppendedBytes();
    void tellsTruncation();
    void tellsMovedRange();
    void tellsReplacedPage();
    void tellsOrphanedSignature();
    void refusesToSignTwice();
    void refusesNonPdf();

private:
    QString file(const QString &name, const QByteArray &bytes) { return writeFile(m_folder.path(), name, bytes); }
    QByteArray signedBy(const TestKey &key);
    Integrity integrityOf(const QByteArray &pdf);
    static QString run(const QString &program, const QStringList &arguments);
    static QByteArray cmsOf(const QByteArray &pdf, QByteArray *content = nullptr);

    QTemporaryDir m_folder;
    QByteArray m_pdf;
    QByteArray m_signed;
    QByteArray m_issuerPem;
    const QDateTime m_now {QDate(2026, 3, 4), QTime(14, 31), Qt::UTC};
    const SignOptions m_options {QStringLiteral("Reviewed and decided"), QStringLiteral("Göteborg"), m_now, 2, false, {}};
};

void TestSignature::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QBuffer buffer(&m_pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    QPainter painter(&writer);
    painter.drawText(600, 400, QStringLiteral("What the reviewer signed"));
    painter.end();
    m_signed = signedBy({});
    QVERIFY(m_signed.startsWith("%PDF-1.7"));
}

QByteArray TestSignature::signedBy(const TestKey &wanted)
{
    const MadeKey made = makeKey(wanted, "secret");
    m_issuerPem = made.issuerPem;
    const Result<SigningKey> key = SigningKey::fromPkcs12(file(QStringLiteral("key.p12"), made.pkcs12), "secret", m_now);
    if (!key) {
        qWarning("%s", qPrintable(key.error().cause));
        return {};
    }
    const Result<QByteArray> pdf = signPdf(m_pdf, *key, m_options);
    if (!pdf) {
        qWarning("%s", qPrintable(pdf.error().cause));
        return {};
    }
    return *pdf;
}

Integrity TestSignature::integrityOf(const QByteArray &pdf)
{
    const Result<PdfVerification> result = verifyPdf(file(QStringLiteral("check.pdf"), pdf));
    return result ? result->integrity : Integrity::Unreadable;
}

QString TestSignature::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return QStringLiteral("did not finish: ") + process.errorString();
    return QString::fromUtf8(process.readAll());
}

QByteArray TestSignature::cmsOf(const QByteArray &pdf, QByteArray *content)
{
    static const QRegularExpression pattern(QStringLiteral("/ByteRange \\[ 0 (\\d+) (\\d+) (\\d+) \\]"));
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(pdf));
    const qsizetype gap = match.captured(1).toLongLong();
    const qsizetype next = match.captured(2).toLongLong();
    if (content)
        *content = pdf.left(gap) + pdf.mid(next);
    return QByteArray::fromHex(pdf.mid(gap + 1, next - gap - 2));
}

void TestSignature::refusesUnusableKeys_data()
{
    QTest::addColumn<TestKey>("wanted");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("cause");
    const int bad = int(ErrorKind::BadCertificate);
    TestKey key;
    key.until = QDateTime(QDate(2025, 6, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("expired") << key << bad << QStringLiteral("expired on 2025-06-01T00:00:00Z");
    key = {};
    key.from = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("not yet valid") << key << bad << QStringLiteral("not valid before 2027-01-01T00:00:00Z");
    key = {};
    key.type = KeyType::Rsa1024;
    QTest::newRow("weak") << key << bad << QStringLiteral("RSA key of 1024 bits, at least 2048 are needed");
    key.type = KeyType::Ed25519;
    QTest::newRow("ed25519") << key << bad << QStringLiteral("key type ED25519, only RSA, P-256 and P-384 are used");
    key = {};
    key.usage = "critical,keyEncipherment";
    QTest::newRow("usage") << key << bad << QStringLiteral("its key usage does not include signing documents");
    key = {};
    key.extendedUsage = "serverAuth";
    QTest::newRow("server") << key << bad << QStringLiteral("its key usage does not include signing documents");
}

void TestSignature::refusesUnusableKeys()
{
    QFETCH(TestKey, wanted);
    QFETCH(int, kind);
    QFETCH(QString, cause);
    const Result<SigningKey> key
        = SigningKey::fromPkcs12(file(QStringLiteral("bad.p12"), makeKey(wanted, "secret").pkcs12), "secret", m_now);
    QVERIFY(!key);
    QCOMPARE(int(key.error().kind), kind);
    QCOMPARE(key.error().cause, cause);
}

void TestSignature::opensKeys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("kind");
    const QByteArray good = makeKey({}, "secret").pkcs12;
    TestKey old;
    old.type = KeyType::Rsa2048;
    old.oldEncryption = true;
    QTest::newRow("right") << good << QByteArray("secret") << -1;
    QTest::newRow("old RC2 file") << makeKey(old, "secret").pkcs12 << QByteArray("secret") << -1;
    QTest::newRow("wrong") << good << QByteArray("Secret") << int(ErrorKind::WrongPassword);
    QTest::newRow("old RC2 file, wrong") << makeKey(old, "secret").pkcs12 << QByteArray("no") << int(ErrorKind::WrongPassword);
    QTest::newRow("empty") << good << QByteArray() << int(ErrorKind::WrongPassword);
    QTest::newRow("not a key") << QByteArray("hello") << QByteArray("x") << int(ErrorKind::Malformed);
    QTest::newRow("cut") << good.left(good.size() / 2) << QByteArray("secret") << int(ErrorKind::Malformed);
}

void TestSignature::opensKeys()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, password);
    QFETCH(int, kind);
    const Result<SigningKey> key = SigningKey::fromPkcs12(file(QStringLiteral("k.p12"), bytes), password, m_now);
    QCOMPARE(key ? -1 : int(key.error().kind), kind);
    if (key) {
        QCOMPARE(key->subjectName(), QStringLiteral("Lena Ek"));
        QCOMPARE(key->validUntil(), QDateTime(QDate(2048, 1, 1), QTime(0, 0), Qt::UTC));
    }
}

void TestSignature::signsWithEveryKind_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("RSA 2048") << int(KeyType::Rsa2048);
    QTest::newRow("P-256") << int(KeyType::P256);
    QTest::newRow("P-384") << int(KeyType::P384);
}

void TestSignature::signsWithEveryKind()
{
    QFETCH(int, type);
    TestKey wanted;
    wanted.type = KeyType(type);
    wanted.name = QStringLiteral("李 雷");
    const QByteArray pdf = signedBy(wanted);
    const Result<PdfVerification> result = verifyPdf(file(QStringLiteral("kind.pdf"), pdf));
    QVERIFY(result);
    QCOMPARE(int(result->integrity), int(Integrity::Unchanged));
    QCOMPARE(result->signatures.size(), size_t(1));
    const SignatureCheck &check = result->signatures.front();
    QCOMPARE(check.signerName, QStringLiteral("李 雷"));
    QVERIFY(check.coversWholeFile);
    QVERIFY(check.selfSigned);
    QVERIFY(!check.trusted);
    QCOMPARE(check.claimedTime, m_now);
    QCOMPARE(check.subFilter, QStringLiteral("ETSI.CAdES.detached"));
    QVERIFY(!result->hasReview);
}

void TestSignature::popplerAgrees()
{
    const QString good = run(QStringLiteral("pdfsig"), {file(QStringLiteral("p.pdf"), m_signed)});
    QVERIFY2(good.contains(QStringLiteral("Signature Validation: Signature is Valid.")), qPrintable(good));
    QVERIFY2(good.contains(QStringLiteral("Total document signed")), qPrintable(good));
    QVERIFY2(good.contains(QStringLiteral("ETSI.CAdES.detached")), qPrintable(good));
    QByteArray bad = m_signed;
    bad[bad.indexOf("/MediaBox") + 2] = 'X';
    const QString told = run(QStringLiteral("pdfsig"), {file(QStringLiteral("q.pdf"), bad)});
    QVERIFY2(told.contains(QStringLiteral("Digest Mismatch")), qPrintable(told));
}

void TestSignature::mupdfAgrees()
{
    const QString told
        = run(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v"), file(QStringLiteral("m.pdf"), m_signed)});
    QVERIFY2(told.contains(QStringLiteral("The document is unchanged since signing.")), qPrintable(told));
    QVERIFY2(!told.contains(QStringLiteral("warning")), qPrintable(told));
    const QString checked = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file(QStringLiteral("m.pdf"), m_signed)});
    QVERIFY2(checked.contains(QStringLiteral("No syntax or stream encoding errors found")), qPrintable(checked));
}

void TestSignature::opensslAgrees()
{
    QByteArray content;
    const QByteArray cms = cmsOf(m_signed, &content);
    const Result<PdfVerification> ours = verifyPdf(file(QStringLiteral("o.pdf"), m_signed));
    QVERIFY(ours);
    const QStringList arguments {QStringLiteral("cms"),
                                 QStringLiteral("-verify"),
                                 QStringLiteral("-cades"),
                                 QStringLiteral("-binary"),
                                 QStringLiteral("-inform"),
                                 QStringLiteral("DER"),
                                 QStringLiteral("-in"),
                                 file(QStringLiteral("c.der"), cms),
                                 QStringLiteral("-content"),
                                 file(QStringLiteral("c.bin"), content),
                                 QStringLiteral("-CAfile"),
                                 file(QStringLiteral("ca.pem"), m_issuerPem),
                                 QStringLiteral("-purpose"),
                                 QStringLiteral("any"),
                                 QStringLiteral("-partial_chain"),
                                 QStringLiteral("-out"),
                                 m_folder.filePath(QStringLiteral("c.out"))};

    const QByteArray pdf = signedBy({});
    const QByteArray fresh = cmsOf(pdf, &content);
    file(QStringLiteral("c.der"), fresh);
    file(QStringLiteral("c.bin"), content);
    file(QStringLiteral("ca.pem"), m_issuerPem);
    const QString told = run(QStringLiteral("openssl"), arguments);
    QVERIFY2(told.contains(QStringLiteral("CAdES Verification successful"))
                 || told.contains(QStringLiteral("Verification successful")),
             qPrintable(told));
    file(QStringLiteral("c.bin"), content + ' ');
    QVERIFY(!run(QStringLiteral("openssl"), arguments).contains(QStringLiteral("successful")));
}

void TestSignature::hasNoSigningTimeAttribute()
{
    // pkcs-9-signingTime is 1.2.840.113549.1.9.5; PAdES baseline keeps the time in /M only.
    QVERIFY(!cmsOf(m_signed).contains(QByteArray::fromHex("06092a864886f70d010905")));
    QVERIFY(cmsOf(m_signed).contains(QByteArray::fromHex("06092a864886f70d010903")));  // contentType
    QVERIFY(m_signed.contains("/M (D:20260304143100Z)"));
}

void TestSignature::tellsTrust()
{
    TestKey wanted;
    wanted.byAuthority = true;
    const QByteArray pdf = signedBy(wanted);
    const QString path = file(QStringLiteral("trust.pdf"), pdf);
    const QString anchor = file(QStringLiteral("anchor.pem"), m_issuerPem);
    Result<PdfVerification> result = verifyPdf(path, anchor);
    QVERIFY(result);
    QVERIFY(result->signatures.front().trusted);
    QVERIFY(!result->signatures.front().selfSigned);
    QCOMPARE(result->signatures.front().issuerName, QStringLiteral("Example Authority"));
    result = verifyPdf(path);
    QVERIFY(!result->signatures.front().trusted);
    QCOMPARE(int(result->integrity), int(Integrity::Unchanged));
    QCOMPARE(int(verifyPdf(path, m_folder.filePath(QStringLiteral("none.pem"))).error().kind), int(ErrorKind::NotFound));
    QCOMPARE(int(verifyPdf(path, file(QStringLiteral("no.pem"), "x")).error().kind), int(ErrorKind::Malformed));
}

void TestSignature::tellsExpiry()
{
    TestKey wanted;
    wanted.until = m_now.addDays(1);  // valid when signed, expired at the time of this test run
    const Result<PdfVerification> result = verifyPdf(file(QStringLiteral("old.pdf"), signedBy(wanted)));
    QVERIFY(result);
    QCOMPARE(int(result->integrity), int(Integrity::Unchanged));
    QCOMPARE(result->signatures.front().certificateExpired, QDateTime::currentDateTimeUtc() > wanted.until);
}

void TestSignature::tellsEveryFlippedByte()
{
    QStringList untold;
    const auto flip = [&](QByteArray bad, qsizetype offset, char value) {
        bad[offset] = value;
        const Integrity integrity = integrityOf(bad);
        if (integrity != Integrity::Changed && integrity != Integrity::Unreadable)
            untold << QString::number(offset);
    };
    for (int i = 0; i < 200; ++i) {
        const qsizetype offset = (m_signed.size() - 1) * i / 199;
        flip(m_signed, offset, static_cast<char>(m_signed.at(offset) ^ 0x01));
    }
    QVERIFY2(untold.isEmpty(), qPrintable(untold.join(QLatin1Char(' '))));
}

void TestSignature::tellsEveryFlippedDigit_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("byAuthority");
    QTest::newRow("P-256") << int(KeyType::P256) << false;
    QTest::newRow("P-256, by an authority") << int(KeyType::P256) << true;
    QTest::newRow("RSA 2048") << int(KeyType::Rsa2048) << false;
}

void TestSignature::tellsEveryFlippedDigit()
{
    // Little inside the signature's own bytes is protected by the digest, so every hexadecimal digit has its turn. The
    // digit stays one, so that only its meaning can tell.
    QFETCH(int, type);
    QFETCH(bool, byAuthority);
    TestKey wanted;
    wanted.type = KeyType(type);
    wanted.byAuthority = byAuthority;
    const QByteArray pdf = signedBy(wanted);
    const qsizetype start = pdf.indexOf("/Contents <") + 11;
    const qsizetype digits = pdf.indexOf(QByteArray(256, '0'), start) - start + 8;
    QVERIFY(digits > 1000);
    QStringList untold;
    for (qsizetype i = 0; i < digits; ++i) {
        QByteArray bad = pdf;
        const int value = bad.mid(start + i, 1).toInt(nullptr, 16) ^ (1 << (i * 7 / 3 % 4));
        bad.replace(start + i, 1, QByteArray::number(value, 16));
        if (integrityOf(bad) == Integrity::Unchanged)
            untold << QStringLiteral("%1: %2 -> %3")
                          .arg(i / 2)
                          .arg(QString::fromLatin1(pdf.mid(start + (i & ~1), 2)),
                               QString::fromLatin1(bad.mid(start + (i & ~1), 2)));
    }
    QVERIFY2(untold.isEmpty(), qPrintable(untold.join(QLatin1String(", "))));
}

void TestSignature::tellsAppendedBytes()
{
    QCOMPARE(int(integrityOf(m_signed)), int(Integrity::Unchanged));
    QCOMPARE(int(integrityOf(m_signed + '\n')), int(Integrity::Changed));
    QCOMPARE(int(integrityOf(m_signed + QByteArray(300, ' '))), int(Integrity::Changed));
    QCOMPARE(int(integrityOf(m_signed + "\n%comment of some length\n%%EOF\n")), int(Integrity::Changed));
}

void TestSignature::tellsTruncation()
{
    for (qsizetype size : {m_signed.size() - 1, m_signed.size() - 7, m_signed.size() / 2})
        QVERIFY(integrityOf(m_signed.left(size)) != Integrity::Unchanged);
}

void TestSignature::tellsMovedRange()
{
    // Ranges that leave more out than the signature: the attack called signature wrapping.
    QByteArray bad = m_signed;
    const qsizetype at = bad.indexOf("/ByteRange [ 0 ") + 15;
    const qsizetype end = bad.indexOf(' ', at);
    const qlonglong gap = bad.mid(at, end - at).toLongLong();
    bad.replace(at, end - at, QByteArray::number(gap - 50).rightJustified(end - at, '0'));
    QCOMPARE(int(integrityOf(bad)), int(Integrity::Changed));
}

/// Appends an update that redefines one object, as an editor does.
static QByteArray withUpdate(const QByteArray &pdf, int object, const QByteArray &body)
{
    const qsizetype start = pdf.lastIndexOf("startxref") + 10;
    const QByteArray previous = pdf.mid(start).split('\n').first();
    const QByteArray trailer = pdf.mid(pdf.lastIndexOf("trailer <<") + 10);
    const QByteArray entries = trailer.left(trailer.indexOf(">>\nstartxref"));
    QByteArray out = pdf;
    const qsizetype offset = out.size();
    out += QByteArray::number(object) + " 0 obj\n" + body + "\nendobj\n";
    const qsizetype xref = out.size();
    out += "xref\n" + QByteArray::number(object) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer <<" + entries + " /Prev " + previous + " >>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    return out;
}

void TestSignature::tellsReplacedPage()
{
    static const QRegularExpression page(QStringLiteral("(\\d+) 0 obj\\n<< [^\\n]*/Type /Page >>"));
    const int number = page.match(QString::fromLatin1(m_signed)).captured(1).toInt();
    QVERIFY(number > 0);
    const QByteArray replaced = withUpdate(m_signed, number, "<< /Type /Page /MediaBox [0 0 100 100] >>");
    const Result<PdfVerification> result = verifyPdf(file(QStringLiteral("r.pdf"), replaced));
    QVERIFY(result);
    QCOMPARE(int(result->integrity), int(Integrity::Changed));
    QVERIFY2(result->signatures.front().detail.contains(QStringLiteral("object %1 was changed after signing").arg(number)),
             qPrintable(result->signatures.front().detail));
    QVERIFY(!result->signatures.front().coversWholeFile);
    // A new object that nothing refers to changes no page: the update itself is what ISO 32000-2 calls harmless.
    const QByteArray harmless = withUpdate(m_signed, 9000, "<< /Certs [] >>");
    QCOMPARE(int(integrityOf(harmless)), int(Integrity::Unchanged));
}

void TestSignature::tellsOrphanedSignature()
{
    QByteArray bad = m_signed;
    bad.replace("/FT /Sig", "/FT /Btn");
    QCOMPARE(int(integrityOf(bad)), int(Integrity::Changed));
    bad = m_signed;
    bad.replace("/AcroForm", "/AcroFoam");
    QCOMPARE(int(integrityOf(bad)), int(Integrity::Changed));
    QCOMPARE(int(integrityOf(m_pdf)), int(Integrity::NotSigned));
}

void TestSignature::refusesToSignTwice()
{
    const Result<SigningKey> key = SigningKey::fromPkcs12(file(QStringLiteral("t.p12"), makeKey({}, "x").pkcs12), "x", m_now);
    QVERIFY(key);
    const Result<QByteArray> again = signPdf(m_signed, *key, m_options);
    QVERIFY(!again);
    QCOMPARE(int(again.error().kind), int(ErrorKind::Signature));
    QCOMPARE(int(signPdf("not a pdf", *key, m_options).error().kind), int(ErrorKind::Malformed));
}

void TestSignature::refusesNonPdf()
{
    QCOMPARE(int(verifyPdf(file(QStringLiteral("a.txt"), "hello")).error().kind), int(ErrorKind::NotAnImage));
    QCOMPARE(int(verifyPdf(m_folder.filePath(QStringLiteral("none.pdf"))).error().kind), int(ErrorKind::NotFound));
    QCOMPARE(int(verifyPdf(file(QStringLiteral("b.pdf"), "%PDF-1.7\nnothing")).error().kind), int(ErrorKind::Malformed));
    QCOMPARE(int(verifyPdf(m_folder.path()).error().kind), int(ErrorKind::NotAnImage));
}

QTEST_MAIN(TestSignature)
#include "tst_signature.moc"
