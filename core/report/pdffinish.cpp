// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdffinish.h"

#include <QCryptographicHash>

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace waybill {

namespace {

QPDFObjectHandle text(const QString &value)
{
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

std::string pdfTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
}

QByteArray deflated(const QByteArray &bytes)
{
    Pl_Buffer out("out");
    Pl_Flate flate("deflate", &out, Pl_Flate::a_deflate);
    flate.write(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<size_t>(bytes.size()));
    flate.finish();
    const std::shared_ptr<Buffer> buffer = out.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

void addReview(QPDF &pdf, const PdfFinish &finish)
{
    QPDFEFStreamObjectHelper stream = QPDFEFStreamObjectHelper::createEFStream(pdf, finish.review.toStdString());
    stream.setSubtype("application/json");
    stream.setCreationDate(pdfTime(finish.time));
    stream.setModDate(pdfTime(finish.time));
    // Size and checksum were taken from the plain bytes; only then they are packed.
    stream.getObjectHandle().replaceStreamData(deflated(finish.review).toStdString(), QPDFObjectHandle::newName("/FlateDecode"),
                                               QPDFObjectHandle::newNull());
    QPDFFileSpecObjectHelper file = QPDFFileSpecObjectHelper::createFileSpec(pdf, "review.json", stream);
    file.setDescription(finish.reviewDescription.toStdString());
    file.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile("review.json", file);
    QPDFObjectHandle associated = QPDFObjectHandle::newArray();
    associated.appendItem(file.getObjectHandle());
    pdf.getRoot().replaceKey("/AF", associated);
}

/// Links `items` as the children of `parent`; a bookmark's children are the deeper ones that follow it.
void addOutlineLevel(QPDF &pdf, QPDFObjectHandle parent, const std::vector<Bookmark> &items, size_t begin, size_t end,
                     const std::vector<QPDFPageObjectHelper> &pages)
{
    QPDFObjectHandle previous;
    int count = 0;
    for (size_t i = begin; i < end;) {
        size_t next = i + 1;
        while (next < end && items[next].level > items[i].level)
            ++next;
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", text(items[i].title));
        item.replaceKey("/Parent", parent);
        QPDFObjectHandle page = pages.at(static_cast<size_t>(items[i].page)).getObjectHandle();
        const double height = page.getKey("/MediaBox").getArrayAsRectangle().ury;
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(page);
        target.appendItem(QPDFObjectHandle::newName("/XYZ"));
        target.appendItem(QPDFObjectHandle::newNull());
        target.appendItem(QPDFObjectHandle::newReal(height - items[i].top + 6, 1));
        target.appendItem(QPDFObjectHandle::newNull());
        item.replaceKey("/Dest", target);
        if (next > i + 1)
            addOutlineLevel(pdf, item, items, i + 1, next, pages);
        if (previous.isInitialized()) {
            item.replaceKey("/Prev", previous);
            previous.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
        previous = item;
        ++count;
        i = next;
    }
    // Open at the top, closed below, so that the list fits a screen.
    const bool top = parent.getKey("/Type").isNameAndEquals("/Outlines");
    parent.replaceKey("/Count", QPDFObjectHandle::newInteger(top ? count : -count));
}

void addBookmarks(QPDF &pdf, const PdfFinish &finish, const std::vector<QPDFPageObjectHelper> &pages)
{
    if (finish.bookmarks.empty())
        return;
    QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    addOutlineLevel(pdf, outlines, finish.bookmarks, 0, finish.bookmarks.size(), pages);
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QByteArray xmp(const PdfFinish &finish)
{
    const QString time = finish.time.toUTC().toString(Qt::ISODate).toHtmlEscaped();
    const QString author = finish.author.isEmpty()
        ? QString()
        : QStringLiteral("<dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>").arg(finish.author.toHtmlEscaped());
    return QStringLiteral(
               "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
               "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
               "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
               "<dc:format>application/pdf</dc:format>"
               "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>%2"
               "<xmp:CreatorTool>Waybill "
               "%3</xmp:CreatorTool><xmp:CreateDate>%4</xmp:CreateDate><xmp:ModifyDate>%4</xmp:ModifyDate>"
               "<pdf:Producer>Waybill %3</pdf:Producer>"
               "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
               "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
        .arg(finish.title.toHtmlEscaped(), author, QStringLiteral(WAYBILL_VERSION), time)
        .toUtf8();
}

void addFacts(QPDF &pdf, const PdfFinish &finish)
{
    QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    info.replaceKey("/Title", text(finish.title));
    if (!finish.author.isEmpty())
        info.replaceKey("/Author", text(finish.author));
    info.replaceKey("/Creator", text(QStringLiteral("Waybill " WAYBILL_VERSION)));
    info.replaceKey("/Producer", text(QStringLiteral("Waybill " WAYBILL_VERSION)));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfTime(finish.time)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdfTime(finish.time)));
    pdf.getTrailer().replaceKey("/Info", info);
    pdf.getTrailer().removeKey("/ID");  // random; the writer makes one from the content
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, xmp(finish).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    pdf.getRoot().replaceKey("/Metadata", metadata);
    pdf.getRoot().replaceKey("/Lang", text(finish.language));
    pdf.getRoot().replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
}

/// Leaves a note on page one where the signature field goes; signPdf() reads it.
void markPanel(QPDFObjectHandle page, const QRectF &panel)
{
    const double height = page.getKey("/MediaBox").getArrayAsRectangle().ury;
    QPDFObjectHandle rectangle = QPDFObjectHandle::newArray();
    for (double value :
         {panel.left() / point, height - panel.bottom() / point, panel.right() / point, height - panel.top() / point})
        rectangle.appendItem(QPDFObjectHandle::newReal(value, 2));
    page.replaceKey("/WaybillSignaturePanel", rectangle);
}

}  // namespace

Result<QByteArray> finishPdf(const QByteArray &pdf, const PdfFinish &finish)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<size_t>(pdf.size()));
        const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
        markPanel(pages.at(0).getObjectHandle(), finish.signaturePanel);
        addFacts(document, finish);
        addBookmarks(document, finish, pages);
        addReview(document, finish);
        // What the page says of the review inside; verifyPdf() compares the two.
        const QByteArray digest = QCryptographicHash::hash(finish.review, QCryptographicHash::Sha256).toHex();
        QPDFObjectHandle first = pages.at(0).getObjectHandle();
        first.replaceKey("/WaybillReviewDigest", QPDFObjectHandle::newString(digest.toStdString()));
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setNewlineBeforeEndstream(true);
        writer.setMinimumPDFVersion("1.7");
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception &e) {
        return fail(ErrorKind::Io, QStringLiteral("PDF"), QString::fromUtf8(e.what()));
    }
}

}  // namespace waybill
