// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signature.h"
#include "tests/core/report/pdfmaker.h"
#include "tests/core/report/testkeys.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// Files that were tampered with, and files that were not: no broken one is called valid, no valid one broken.
class TestVerifyAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsAttack_data();
    void tellsAttack();
    void allowsUpdate_data();
    void allowsUpdate();
    void tellsForgedRange_data();
    void tellsForgedRange();
    void tellsWrappedSignature();
    void refusesEncrypted();

private:
    QByteArray signedForm(int permission);
    Result<PdfVerification> verify(const QByteArray &pdf)
    {
        return verifyPdf(writeFile(m_folder.path(), QStringLiteral("a.pdf"), pdf));
    }

    QTemporaryDir m_folder;
    QByteArray m_certified;  ///< lets forms be filled and signatures be added
    QByteArray m_locked;     ///< permits nothing
    QByteArray m_open;       ///< lets remarks be added too
    QByteArray m_approved;   ///< not certified
    std::unique_ptr<SigningKey> m_key;
};

namespace {

const QByteArray evil = "BT /Helv 12 Tf 72 700 Td (Pay 999 EUR) Tj ET";
const QByteArray formEntries = "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << >>";

QByteArray filled(const QByteArray &pdf, const QByteArray &value, const QByteArray &shown)
{
    const int field = numberOf(pdf, "/T (amount)");
    QByteArray body = bodyOf(pdf, field);
    body.replace("/V (100)", QByteArray("/V (" + value + ")"));
    static const QRegularExpression appearance(QStringLiteral("/AP << /N \\d+ 0 R >>"));
    body = QString::fromLatin1(body).replace(appearance, QStringLiteral("/AP << /N 1500 0 R >>")).toLatin1();
    return withUpdate(pdf, {{field, body}, {1500, streamBody("BT /Helv 12 Tf (" + shown + ") Tj ET", formEntries)}});
}

QByteArray withEntry(QByteArray dictionary, const QByteArray &entry)
{
    dictionary.truncate(dictionary.lastIndexOf(">>"));
    return dictionary + entry + " >>";
}

/// The page with one more annotation.
QByteArray annotated(const QByteArray &pdf, const QByteArray &annotation)
{
    const int page = numberOf(pdf, "/Type /Page ");
    QByteArray body = bodyOf(pdf, page);
    const qsizetype list = body.indexOf("/Annots [") + 9;
    const qsizetype end = body.indexOf(']', list);
    body.insert(end, " 1501 0 R ");
    return withUpdate(pdf, {{page, body}, {1501, annotation}, {1502, streamBody(evil, formEntries)}});
}

}  // namespace

void TestVerifyAttacks::initTestCase()
{
    TestKey wanted;
    const MadeKey made = makeKey(wanted, "x");
    auto key = SigningKey::fromPkcs12(writeFile(m_folder.path(), QStringLiteral("k.p12"), made.pkcs12), "x",
                                      QDateTime(QDate(2026, 3, 4), QTime(14, 31), Qt::UTC));
    QVERIFY(key);
    m_key = std::make_unique<SigningKey>(std::move(*key));
    m_certified = signedForm(2);
    m_locked = signedForm(1);
    m_open = signedForm(3);
    m_approved = signedForm(0);
    for (const QByteArray &pdf : {m_certified, m_locked, m_open, m_approved}) {
        const auto result = verify(pdf);
        QVERIFY(result);
        QCOMPARE(int(result->integrity), int(Integrity::Unchanged));
    }
}

QByteArray TestVerifyAttacks::signedForm(int permission)
{
    SignOptions options;
    options.now = QDateTime(QDate(2026, 3, 4), QTime(14, 31), Qt::UTC);
    options.permission = permission;
    return signPdf(formPdf(), *m_key, options).value_or(QByteArray());
}

void TestVerifyAttacks::tellsAttack_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("word");
    const QString changed = QStringLiteral("was changed after signing");
    const auto add = [](const char *name, const QByteArray &pdf, const QString &word) { QTest::newRow(name) << pdf << word; };
    for (const auto &[name, pdf] : {std::pair("certified: ", m_certified), std::pair("approved: ", m_approved)}) {
        const int page = numberOf(pdf, "/Type /Page ");
        const int content = numberOf(pdf, "Pay 100 EUR");
        const int catalog = numberOf(pdf, "/Type /Catalog");
        const int font = numberOf(pdf, "/BaseFont /Helvetica");
        const int field = numberOf(pdf, "/T (amount)");
        const int look = numberOf(pdf, "(100) Tj");
        const int sig = numberOf(pdf, "/SubFilter");
        const QByteArray root = bodyOf(pdf, catalog);
        const auto row = [&](const char *what, const QByteArray &bytes, const QString &word) {
            add(QByteArray(name).append(what).constData(), bytes, word);
        };
        row("content exchanged", withUpdate(pdf, {{content, streamBody(evil)}}), changed);
        row("content exchanged, not listed", withUpdate(pdf, {{content, streamBody(evil)}}, false),
            QStringLiteral("defined again without being listed"));
        row("object without a table", pdf + "\n7 0 obj\n" + streamBody(evil) + "\nendobj\n", QStringLiteral("were appended"));
        row("page hidden", withUpdate(pdf, {{page, "null"}}), QStringLiteral(""));
        row("font exchanged", withUpdate(pdf, {{font, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}}), changed);
        row("other catalog", withUpdate(pdf, {{1600, root}}, true, 1600), QStringLiteral("another document catalog"));
        row("action on opening", withUpdate(pdf, {{catalog, withEntry(root, "/OpenAction << /S /JavaScript /JS (x) >>")}}),
            changed);
        row("form gone", withUpdate(pdf, {{catalog, QByteArray(root).replace("/AcroForm", "/AcroGone")}}), QStringLiteral(""));
        row("note drawn over", annotated(pdf, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /AP << /N 1502 0 R >> >>"),
            QStringLiteral("no signature"));
        row("appearance only", withUpdate(pdf, {{look, streamBody("BT (999) Tj ET", formEntries)}}),
            QStringLiteral("appearance of field \"amount\" was exchanged"));
        row("appearance against value", filled(pdf, "250", "999"), QStringLiteral("shows something else than its value"));
        row("field moved", withUpdate(pdf, {{field, bodyOf(pdf, field).replace("72 600 272 620", "0 0 595 842")}}), changed);
        row("signature rewritten", withUpdate(pdf, {{sig, bodyOf(pdf, sig)}}), QStringLiteral("written again"));
        row("signature gone", withUpdate(pdf, {{sig, "null"}}), QStringLiteral(""));
    }
    add("nothing permitted, field filled", filled(m_locked, "250", "250"), QStringLiteral("which is not permitted"));
    add("nothing permitted, remark", annotated(m_locked, "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>"),
        QStringLiteral("no signature"));
    add("remarks permitted, page covered",
        annotated(m_open, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N 1502 0 R >> >>"),
        QStringLiteral("no signature"));
}

void TestVerifyAttacks::tellsAttack()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, word);
    const auto result = verify(pdf);
    QVERIFY(result);
    QVERIFY2(result->integrity != Integrity::Unchanged, "called unchanged");
    const QString detail = result->signatures.empty() ? QString() : result->signatures.front().detail;
    QVERIFY2(detail.contains(word), qPrintable(detail));
}

void TestVerifyAttacks::allowsUpdate_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("kind");
    QTest::newRow("field filled, certified") << filled(m_certified, "250", "250") << int(UpdateKind::FormFilling);
    QTest::newRow("field filled, approved") << filled(m_approved, "250", "2 50") << int(UpdateKind::FormFilling);
    const int box = numberOf(m_certified, "/T (agree)");
    const QByteArray ticked = bodyOf(m_certified, box).replace("/AS /Off", "/AS /Yes /V /Yes");
    QTest::newRow("box ticked") << withUpdate(m_certified, {{box, ticked}}) << int(UpdateKind::FormFilling);
    const int catalog = numberOf(m_locked, "/Type /Catalog");
    const QByteArray proofs = withEntry(bodyOf(m_locked, catalog), "/DSS << /Type /DSS /Certs [] >>");
    QTest::newRow("proofs of validity") << withUpdate(m_locked, {{catalog, proofs}}) << int(UpdateKind::ValidationData);
    QTest::newRow("remark, where permitted")
        << annotated(m_open, "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>") << int(UpdateKind::Annotation);
    QTest::newRow("objects without effect") << withUpdate(m_certified, {{1700, "<< /A 1 >>"}}) << int(UpdateKind::Ineffective);
}

void TestVerifyAttacks::allowsUpdate()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, kind);
    const auto result = verify(pdf);
    QVERIFY(result);
    const SignatureCheck &check = result->signatures.front();
    QVERIFY2(check.integrity == Integrity::Unchanged, qPrintable(check.detail));
    QVERIFY(!check.coversWholeFile);
    QCOMPARE(check.updates.size(), size_t(1));
    QCOMPARE(int(check.updates.front().kind), kind);
    QCOMPARE(check.revisionsAfter, 1);
}

void TestVerifyAttacks::tellsForgedRange_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("replacement");
    const QString range = QStringLiteral("/ByteRange \\[[^\\]]*\\]");
    const QString contents = QStringLiteral("/Contents <[^>]*>");
    for (const char *value : {"", "/ByteRange null", "/ByteRange []", "/ByteRange [0 -1 -1 0]", "/ByteRange [0 0 0 0]",
                              "/ByteRange [0 1 2]", "/ByteRange (0 1 2 3)", "/ByteRange [0 9999999999 9999999999 1]"})
        QTest::newRow(value) << range << QString::fromLatin1(value);
    for (const char *value :
         {"/Contents null", "/Contents <>", "/Contents <00>", "/Contents (x)", "/Contents 7", "/Contentz <00>"})
        QTest::newRow(value) << contents << QString::fromLatin1(value);
}

void TestVerifyAttacks::tellsForgedRange()
{
    QFETCH(QString, pattern);
    QFETCH(QString, replacement);
    const QRegularExpression expression(pattern);
    // Once in its place, once by an update.
    const QByteArray inPlace = QString::fromLatin1(m_certified).replace(expression, replacement).toLatin1();
    const int number = numberOf(m_certified, "/SubFilter");
    const QByteArray body = QString::fromLatin1(bodyOf(m_certified, number)).replace(expression, replacement).toLatin1();
    for (const QByteArray &pdf : {inPlace, withUpdate(m_certified, {{number, body}})}) {
        const auto result = verify(pdf);
        QVERIFY(!result || (result->integrity != Integrity::Unchanged && result->integrity != Integrity::NotSigned));
    }
}

void TestVerifyAttacks::tellsWrappedSignature()
{
    // The second half of what was signed moves to the end; what comes between is covered by nothing.
    static const QRegularExpression range(QStringLiteral("/ByteRange \\[ 0 (\\d+) (\\d+) (\\d+) \\]"));
    const auto match = range.match(QString::fromLatin1(m_certified));
    const qsizetype second = match.captured(2).toLongLong();
    const QByteArray tail = m_certified.mid(second);
    QByteArray wrapped = m_certified.left(second) + "\n" + streamBody(evil) + "\n";
    const QByteArray moved = QByteArray::number(wrapped.size());
    wrapped.replace(match.capturedStart(2), match.capturedLength(2), moved.rightJustified(match.capturedLength(2), '0'));
    const auto result = verify(wrapped + tail);
    QVERIFY(!result || result->integrity != Integrity::Unchanged);
}

void TestVerifyAttacks::refusesEncrypted()
{
    QByteArray pdf = formPdf();
    const QByteArray zeros(64, '0');
    const QByteArray locked = "/Size 12 /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <" + zeros + "> /U <" + zeros
        + "> >> /ID [<00> <00>]";
    pdf.replace("/Size 12", locked);
    const auto result = verify(pdf);
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), int(ErrorKind::NotSupported));
    QCOMPARE(result.error().cause, QStringLiteral("encrypted PDF"));
}

QTEST_MAIN(TestVerifyAttacks)
#include "tst_verifyattacks.moc"
