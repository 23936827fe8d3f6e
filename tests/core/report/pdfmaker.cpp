// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pdfmaker.h"

#include <QList>
#include <QString>
#include <QStringBuilder>

namespace waybill::test {

namespace {

QByteArray table(const std::map<int, qsizetype> &offsets)
{
    QByteArray out = offsets.empty() ? "xref\n0 0\n" : "xref\n";
    for (const auto &[number, offset] : offsets)
        out += QByteArray::number(number) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return out;
}

}  // namespace

QByteArray streamBody(const QByteArray &content, const QByteArray &entries)
{
    return "<< " + entries + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

QByteArray formPdf()
{
    const QByteArray form = "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << >>";
    const PdfObjects objects {
        {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>"},
        {2, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"},
        {3,
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R 8 0 R] "
         "/Resources << /Font << /Helv 9 0 R >> >> >>"},
        {4, streamBody("BT /Helv 12 Tf 72 700 Td (Pay 100 EUR) Tj ET")},
        {5, "<< /Fields [6 0 R 8 0 R] /DR << /Font << /Helv 9 0 R >> >> /DA (/Helv 12 Tf 0 g) >>"},
        {6,
         "<< /Type /Annot /Subtype /Widget /FT /Tx /T (amount) /V (100) /Rect [72 600 272 620] /P 3 0 R "
         "/AP << /N 7 0 R >> >>"},
        {7, streamBody("/Tx BMC BT /Helv 12 Tf 2 5 Td (100) Tj ET EMC", form)},
        {8,
         "<< /Type /Annot /Subtype /Widget /FT /Btn /T (agree) /AS /Off /Rect [72 560 92 580] /P 3 0 R "
         "/AP << /N << /Yes 10 0 R /Off 11 0 R >> >> >>"},
        {9, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"},
        {10, streamBody("0 0 20 20 re f", form)},
        {11, streamBody("0 0 20 20 re S", form)},
    };
    QByteArray out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::map<int, qsizetype> offsets;
    for (const auto &[number, body] : objects) {
        offsets[number] = out.size();
        out += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const qsizetype start = out.size();
    out += "xref\n0 1\n0000000000 65535 f \n" + table(offsets).mid(5);
    return out + "trailer\n<< /Size 12 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

QByteArray withUpdate(const QByteArray &pdf, const PdfObjects &objects, bool listed, int root)
{
    const qsizetype start = pdf.lastIndexOf("startxref") + 10;
    const QByteArray previous = pdf.mid(start).split('\n').first();
    QByteArray out = pdf;
    std::map<int, qsizetype> offsets;
    for (const auto &[number, body] : objects) {
        offsets[number] = out.size();
        out += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const int catalog = root != 0 ? root : numberOf(pdf, "/Type /Catalog");
    const qsizetype xref = out.size();
    out += table(listed ? offsets : std::map<int, qsizetype>());
    out += "trailer\n<< /Size 2000 /Root " + QByteArray::number(catalog) + " 0 R /Prev " + previous + " >>\nstartxref\n"
        + QByteArray::number(xref) + "\n%%EOF\n";
    return out;
}

int numberOf(const QByteArray &pdf, const QByteArray &mark)
{
    const qsizetype at = pdf.lastIndexOf(mark);
    const qsizetype head = at < 0 ? -1 : pdf.lastIndexOf(" 0 obj", at);
    if (head < 0)
        return 0;
    const qsizetype line = pdf.lastIndexOf('\n', head);
    return pdf.mid(line + 1, head - line - 1).toInt();
}

QByteArray bodyOf(const QByteArray &pdf, int number)
{
    const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj\n";
    const qsizetype at = pdf.lastIndexOf(head) + head.size();
    return pdf.mid(at, pdf.indexOf("\nendobj", at) - at);
}

}  // namespace waybill::test
