// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signatureplace.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace waybill {

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QPDFObjectHandle textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(utf8(text));
}

/// The field lies over the panel that the report draws on its first page; other files get an invisible field. Its
/// appearance stays empty: what it would show could be drawn by anyone, and PDF/A wants one to exist.
void addField(QPDF &pdf, QPDFObjectHandle signature, bool certifies)
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
    if (!certifies)
        return;
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

}  // namespace

Result<QByteArray> signPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options)
{
    const auto malformed = [](const QString &cause) { return fail(ErrorKind::Malformed, QStringLiteral("PDF"), cause); };
    const Result<SignaturePlace> place = SignaturePlace::make();
    if (!place)
        return tl::unexpected(place.error());
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
        addField(document, document.makeIndirectObject(place->dictionary(key, options)), options.permission != 0);
        return place->fill(writeOut(document), key, options);
    } catch (const std::exception &e) {
        return malformed(QString::fromUtf8(e.what()));
    }
}

}  // namespace waybill
