// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonreport.h"
#include "core/report/pdfreport.h"
#include "core/report/signature.h"
#include "tests/core/report/testkeys.h"
#include "tests/core/report/testreview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

/// The report as other programs see it: poppler reads its text, qpdf and PDFBox judge its structure.
class TestPdfReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatMatters();
    void wrapsLongPathsUncut();
    void numbersItsPages();
    void marksDrafts();
    void tellsIncompleteScans();
    void isDeterministic();
    void hasStructure();
    void isPdfA();
    void carriesTheReview();
    void survivesThousandsOfFindings();
    void needsAnImage();

private:
    QString save(const QString &name, const QByteArray &pdf) { return writeFile(m_folder.path(), name, pdf); }
    QByteArray write(const Review &review, bool draft = false, const QString &language = QStringLiteral("en"));
    static QByteArray run(const QString &program, const QStringList &arguments);
    QString textOf(const QByteArray &pdf, const QStringList &options = {});

    QTemporaryDir m_folder;
    std::shared_ptr<const Policy> m_policy;
    Review m_review;
    QByteArray m_pdf;
    const QDateTime m_now {QDate(2026, 3, 4), QTime(14, 31), Qt::UTC};
};

QByteArray TestPdfReport::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.readAll();
}

QByteArray TestPdfReport::write(const Review &review, bool draft, const QString &language)
{
    ReportOptions options;
    options.language = language;
    options.now = m_now;
    options.preparedBy = QStringLiteral("Lena Ek");
    options.draft = draft;
    options.palette = defaultReportPalette();
    const Result<QByteArray> pdf = writePdfReport(review, *m_policy, options);
    return pdf ? *pdf : QByteArray();
}

QString TestPdfReport::textOf(const QByteArray &pdf, const QStringList &options)
{
    const QString path = save(QStringLiteral("text.pdf"), pdf);
    return QString::fromUtf8(run(QStringLiteral("pdftotext"), QStringList(options) << path << QStringLiteral("-")));
}

void TestPdfReport::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto policy = Policy::load();
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().cause));
    m_policy = *policy;
    m_review = makeReview({}, *m_policy);
    m_pdf = write(m_review);
    QVERIFY(m_pdf.startsWith("%PDF-1.7"));
    // Set by people who want to look at the pages.
    const QString keep = qEnvironmentVariable("WAYBILL_KEEP_PDF");
    if (!keep.isEmpty()) {
        writeFile(keep, QStringLiteral("few.pdf"), m_pdf);
        writeFile(keep, QStringLiteral("draft.pdf"), write(makeReview({300, true, true}, *m_policy), true));
        writeFile(keep, QStringLiteral("zh.pdf"), write(m_review, false, QStringLiteral("zh_CN")));
    }
}

void TestPdfReport::saysWhatMatters()
{
    const QString text = textOf(m_pdf);
    for (const char *words :
         {"Cannot ship as it is", "registry.example/shop/api:2.4", "Debian GNU/Linux 12", "GPL-3.0-or-later",
          "usr/local/cuda/bin/nvcc", "removed in layer 5, still ships in layer 2", "RUN rm -rf /usr/local/cuda/bin",
          "Rebuild without the compiler", "Lena Ek", "2026-03-04 14:31 UTC", "removed in layer 5", "5 layers, 55 files",
          "the chain is intact", "not legal advice", "replaced in layer 5, the old version still ships in layer 4"})
        QVERIFY2(QString(text).simplified().contains(QString::fromUtf8(words)), words);
    QVERIFY(text.contains(m_policy->version()));
    // Right-to-left override and bad bytes are spelled out, a script without a font as well; Chinese is shown.
    QVERIFY(QString(text)
                .remove(QRegularExpression(QStringLiteral("\\s")))
                .contains(QStringLiteral("opt/文件/U+0E01\\u{202E}bad\\xFF.bin")));
}

void TestPdfReport::wrapsLongPathsUncut()
{
    const QString text = textOf(m_pdf).remove(QRegularExpression(QStringLiteral("\\s")));
    QVERIFY(text.contains(QString(180, QLatin1Char('b')) + QStringLiteral("/weights.bin")));
    // Nothing stands outside the margins.
    const QString boxes = textOf(m_pdf, {QStringLiteral("-bbox")});
    static const QRegularExpression word(
        QStringLiteral("xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]*)"));
    for (auto it = word.globalMatch(boxes); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QVERIFY2(match.captured(1).toDouble() >= 55 && match.captured(3).toDouble() <= 541, qPrintable(match.captured(5)));
        QVERIFY2(match.captured(2).toDouble() >= 25 && match.captured(4).toDouble() <= 820, qPrintable(match.captured(5)));
    }
}

void TestPdfReport::numbersItsPages()
{
    const QString info = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {save(QStringLiteral("n.pdf"), m_pdf)}));
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    const int count = pages.match(info).captured(1).toInt();
    QVERIFY(count >= 4);
    const QString text = textOf(m_pdf);
    for (int page = 1; page <= count; ++page)
        QVERIFY(text.contains(QRegularExpression(QStringLiteral("\\b%1 ?/ ?%2\\b").arg(page).arg(count))));
}

void TestPdfReport::marksDrafts()
{
    QVERIFY(!textOf(m_pdf).contains(QStringLiteral("draft"), Qt::CaseInsensitive));
    const QString text = textOf(write(m_review, true));
    QCOMPARE(text.count(QStringLiteral("Draft, not signed.")), text.count(QLatin1Char('\f')));
    QVERIFY(text.contains(QStringLiteral("Not signed")));
}

void TestPdfReport::tellsIncompleteScans()
{
    ReviewPlan plan;
    plan.incomplete = true;
    const QString text = textOf(write(makeReview(plan, *m_policy))).simplified();
    QVERIFY(text.contains(QStringLiteral("INCOMPLETE")));
    QVERIFY(text.contains(QStringLiteral("layer 5: api.tar ends too early")));
    QVERIFY(text.contains(QStringLiteral("Parts of the image were not read")));
}

void TestPdfReport::isDeterministic()
{
    QCOMPARE(write(m_review), m_pdf);
}

void TestPdfReport::hasStructure()
{
    const QString path = save(QStringLiteral("s.pdf"), m_pdf);
    const QByteArray checked = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    QVERIFY2(checked.contains("No syntax or stream encoding errors found"), checked.constData());
    const QByteArray outline = run(QStringLiteral("mutool"), {QStringLiteral("show"), path, QStringLiteral("outline")});
    QVERIFY2(outline.contains("Findings") && outline.contains("Layers"), outline.constData());
    QVERIFY2(!outline.contains("warning"), outline.constData());
    QVERIFY(m_pdf.contains("/AFRelationship /Data"));
    const QByteArray info = run(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(info.contains("Shipping review of registry.example/shop/api:2.4"), info.constData());
    const QByteArray fonts = run(QStringLiteral("pdffonts"), {path});
    for (const QByteArray &line : fonts.split('\n').mid(2)) {
        if (!line.isEmpty())
            QVERIFY2(line.contains(" yes "), line.constData());  // embedded
    }
}

void TestPdfReport::isPdfA()
{
    const QStringList jars {QStringLiteral("preflight"),        QStringLiteral("pdfbox2"),
                            QStringLiteral("xmpbox"),           QStringLiteral("fontbox2"),
                            QStringLiteral("commons-logging"),  QStringLiteral("pdfbox2-tools"),
                            QStringLiteral("javax.activation"), QStringLiteral("jaxb-api")};
    QStringList classPath;
    for (const QString &jar : jars)
        classPath << QStringLiteral("/usr/share/java/%1.jar").arg(jar);
    if (!QFile::exists(classPath.at(1)))
        QSKIP("PDFBox is not installed; it is an extra judge");
    const QByteArray told
        = run(QStringLiteral("java"),
              {QStringLiteral("-cp"), classPath.join(QLatin1Char(':')),
               QStringLiteral("org.apache.pdfbox.preflight.Validator_A1b"), save(QStringLiteral("a.pdf"), m_pdf)});
    // It knows part 1 only: the embedded file and the part number are the two things that part 3 allows in addition.
    for (const QByteArray &line : told.split('\n')) {
        if (line.contains(" : "))
            QVERIFY2(line.startsWith("1.4.7") || line.startsWith("1.2.9") || line.startsWith("7.11"), told.constData());
    }
    QVERIFY2(told.contains("1.4.7") || told.contains("1.2.9"), told.constData());
}

void TestPdfReport::carriesTheReview()
{
    const QString path = save(QStringLiteral("r.pdf"), m_pdf);
    const QString out = m_folder.filePath(QStringLiteral("review.json"));
    run(QStringLiteral("pdfdetach"), {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), out, path});
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), reviewJson(m_review, *m_policy));

    const QByteArray pkcs12 = makeKey({}, "x").pkcs12;
    const Result<SigningKey> key = SigningKey::fromPkcs12(save(QStringLiteral("k.p12"), pkcs12), "x", m_now);
    QVERIFY(key);
    const Result<QByteArray> signedPdf = signPdf(m_pdf, *key, {QStringLiteral("Reviewed"), {}, m_now, 2, false, {}});
    QVERIFY(signedPdf);
    const QString signedPath = save(QStringLiteral("signed.pdf"), *signedPdf);
    const Result<PdfVerification> result = verifyPdf(signedPath);
    QVERIFY(result);
    QCOMPARE(int(result->integrity), int(Integrity::Unchanged));
    QVERIFY(result->hasReview);
    QCOMPARE(result->imageDigest, imageDigest(m_review.inventory->image));
    QCOMPARE(result->imageReference, QStringLiteral("registry.example/shop/api:2.4"));
    QCOMPARE(result->policyVersion, m_policy->version());
    const QByteArray poppler = run(QStringLiteral("pdfsig"), {signedPath});
    QVERIFY2(poppler.contains("Signature is Valid") && poppler.contains("Total document signed"), poppler.constData());
}

void TestPdfReport::survivesThousandsOfFindings()
{
    const Review review = makeReview({3000, false, true}, *m_policy);
    QVERIFY(review.concluded.findings.size() >= 3000);
    QElapsedTimer timer;
    timer.start();
    const QByteArray pdf = write(review);
    QVERIFY(!pdf.isEmpty());
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(elapsed < 20000, qPrintable(QString::number(elapsed)));
    QVERIFY2(pdf.size() < 10'000'000, qPrintable(QString::number(pdf.size())));
    QVERIFY(textOf(pdf).contains(QStringLiteral("package-2999")));
    qInfo("3000 findings: %lld ms, %lld bytes", elapsed, static_cast<long long>(pdf.size()));
}

void TestPdfReport::needsAnImage()
{
    ReportOptions options;
    options.palette = defaultReportPalette();
    const Result<QByteArray> pdf = writePdfReport(Review(), *m_policy, options);
    QVERIFY(!pdf);
    QCOMPARE(int(pdf.error().kind), int(ErrorKind::Io));
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
