// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cms.h"
#include "core/report/signingkey_p.h"

#include <QTimeZone>

#include <openssl/rand.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace waybill {

namespace {

constexpr qsizetype contentsBytes = 32 * 1024;
const QByteArray rangePlaceholder = QByteArrayLiteral("/ByteRange [ 0 9999999999 9999999999 9999999999 ]");

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QPDFObjectHandle textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(utf8(text));
}

std::string pdfTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
}

/// The signature dictionary with its random marker; the marker finds the place again in the written file.
QPDFObjectHandle signatureDictionary(QPDF &pdf, const SigningKey &key, const SignOptions &options, const QByteArray &marker)
{
    QPDFObjectHandle signature = QPDFObjectHandle::parse("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                                                         "/ByteRange [ 0 9999999999 9999999999 9999999999 ] "
                                                         "/Reference [ << /Type /SigRef /TransformMethod /DocMDP "
                                                         "/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >> ] >>");
    signature.replaceKey("/Contents", QPDFObjectHandle::newString(marker.toStdString()));
    signature.replaceKey("/M", QPDFObjectHandle::newString(pdfTime(options.now)));
    signature.replaceKey("/Name", textString(key.subjectName()));
    if (!options.reason.isEmpty())
        signature.replaceKey("/Reason", textString(options.reason));
    if (!options.place.isEmpty())
        signature.replaceKey("/Location", textString(options.place));
    return pdf.makeIndirectObject(signature);
}

/// The field lies over the panel that the report draws on its first page; other files get an invisible field. Its
/// appearance stays empty: what it would show could be drawn by anyone, and PDF/A wants one to exist.
void addField(QPDF &pdf, QPDFObjectHandle signature)
{
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
    QPDFObjectHandle appearance = QPDFObjectHandle::newStream(&pdf, std::string());
    QPDFObjectHandle field = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [0 0 0 0] >>");
    QPDFObjectHandle panel = page.getKey("/WaybillSignaturePanel");
    std::string box = "[0 0 0 0]";
    if (panel.isRectangle()) {
        field.replaceKey("/Rect", panel);
        const auto r = panel.getArrayAsRectangle();
        box = "[0 0 " + QPDFObjectHandle::newReal(r.urx - r.llx, 2).unparse() + " "
            + QPDFObjectHandle::newReal(r.ury - r.lly, 2).unparse() + "]";
    }
    appearance.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /Resources << >> /BBox " + box + " >>"));
    field.replaceKey("/T", textString(QStringLiteral("Signature1")));
    field.replaceKey("/V", signature);
    field.replaceKey("/P", page);
    QPDFObjectHandle looks = QPDFObjectHandle::newDictionary();
    looks.replaceKey("/N", appearance);
    field.replaceKey("/AP", looks);
    field = pdf.makeIndirectObject(field);

    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) {
        annotations = QPDFObjectHandle::newArray();
        page.replaceKey("/Annots", annotations);
    }
    annotations.appendItem(field);

    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) {
        form = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        pdf.getRoot().replaceKey("/AcroForm", form);
    }
    QPDFObjectHandle fields = form.getKey("/Fields");
    if (!fields.isArray()) {
        fields = QPDFObjectHandle::newArray();
        form.replaceKey("/Fields", fields);
    }
    fields.appendItem(field);
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle permissions = QPDFObjectHandle::newDictionary();
    permissions.replaceKey("/DocMDP", signature);
    pdf.getRoot().replaceKey("/Perms", permissions);
}

QByteArray writeOut(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setLinearization(false);
    writer.setNewlineBeforeEndstream(true);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

bool hasSignature(QPDF &document)
{
    for (QPDFObjectHandle &object : document.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/ByteRange"))
            return true;
    }
    return false;
}

Result<QByteArray> withPlaceholder(const QByteArray &pdf, const SigningKey &key, const SignOptions &options,
                                   const QByteArray &marker)
{
    const auto malformed = [](const QString &cause) { return fail(ErrorKind::Malformed, QStringLiteral("PDF"), cause); };
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<size_t>(pdf.size()));
        if (document.isEncrypted())
            return malformed(QStringLiteral("encrypted"));
        if (hasSignature(document))
            return fail(ErrorKind::Signature, QStringLiteral("PDF"),
                        QStringLiteral("it is signed already; signing again would break that"));
        if (QPDFPageDocumentHelper(document).getAllPages().empty())
            return malformed(QStringLiteral("no pages"));
        addField(document, signatureDictionary(document, key, options, marker));
        return writeOut(document);
    } catch (const std::exception &e) {
        return malformed(QString::fromUtf8(e.what()));
    }
}

}  // namespace

Result<QByteArray> signPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options)
{
    QByteArray marker(contentsBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(marker.data()), static_cast<int>(marker.size())) != 1)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"), takeOpenSslError());
    Result<QByteArray> written = withPlaceholder(pdf, key, options, marker);
    if (!written)
        return written;
    QByteArray &file = *written;

    const QByteArray hex = '<' + marker.toHex() + '>';
    const qsizetype gap = file.indexOf(hex);
    const qsizetype range = gap < 0 ? -1 : file.lastIndexOf(rangePlaceholder, gap);
    if (gap < 0 || range < 0 || file.indexOf(hex, gap + 1) >= 0)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"),
                    QStringLiteral("no place for the signature in the written file"));
    const qsizetype end = gap + hex.size();
    const QByteArray numbers = "/ByteRange [ 0 " + QByteArray::number(gap) + ' ' + QByteArray::number(end) + ' '
        + QByteArray::number(file.size() - end) + " ]";
    file.replace(range, rangePlaceholder.size(), numbers.leftJustified(rangePlaceholder.size(), ' '));

    const QByteArrayView view(file);
    const Result<QByteArray> der = makeCms(key, view.first(gap), view.sliced(end));
    if (!der)
        return der;
    if (der->size() > contentsBytes)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"),
                    QStringLiteral("certificate chain of %1 bytes does not fit").arg(der->size()));
    file.replace(gap + 1, 2 * contentsBytes, der->toHex().leftJustified(2 * contentsBytes, '0'));
    return written;
}

}  // namespace waybill
