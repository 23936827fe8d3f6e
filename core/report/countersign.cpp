// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfsignatures.h"
#include "core/report/pdfupdate.h"
#include "core/report/signatureplace.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>

namespace waybill {

namespace {

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QPDFObjectHandle parsed(QPDF &pdf, int number)
{
    return QPDFObjectHandle::parse(&pdf, "[ " + reference(number).toStdString() + " ]").getArrayItem(0);
}

/// Appends to an array that may be an object of its own or part of `owner`; the changed one goes into the update.
void append(PdfUpdate &update, QPDFObjectHandle owner, const char *key, int item)
{
    QPDFObjectHandle array = owner.getKey(key);
    if (!array.isArray()) {
        array = QPDFObjectHandle::newArray();
        owner.replaceKey(key, array);
    }
    array.appendItem(parsed(update.document(), item));
    if (array.isIndirect())
        update.put(array);
    if (!array.isIndirect() && owner.isIndirect())
        update.put(owner);
}

void addField(PdfUpdate &update, int field, const QByteArray &name, int signature)
{
    QPDF &pdf = update.document();
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
    update.put(field,
               "<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [0 0 0 0] /T (" + name + ") /V " + reference(signature)
                   + " /P " + QByteArray::fromStdString(page.unparse()) + " >>");
    append(update, page, "/Annots", field);
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    append(update, form, "/Fields", field);
    if (!form.isIndirect())
        update.put(pdf.getRoot());
}

/// A field name that no field of the file has.
QByteArray freeName(const std::vector<SignatureObject> &signatures)
{
    for (size_t number = signatures.size() + 1;; ++number) {
        const QString name = QStringLiteral("Signature%1").arg(number);
        if (std::none_of(signatures.begin(), signatures.end(), [&](const SignatureObject &s) { return s.fieldName == name; }))
            return name.toLatin1();
    }
}

QString reasonAgainst(const std::vector<SignatureObject> &signatures, QPDF &pdf)
{
    if (signatures.empty() || !pdf.getRoot().getKey("/AcroForm").isDictionary())
        return QStringLiteral("it is not signed yet");
    const bool closed = std::any_of(signatures.begin(), signatures.end(),
                                    [](const SignatureObject &signature) { return signature.rules.permission == 1; });
    return closed ? QStringLiteral("its signature permits no further one") : QString();
}

}  // namespace

Result<QByteArray> countersignPdf(const QByteArray &pdf, const SigningKey &key, const SignOptions &options)
{
    try {
        PdfUpdate update(pdf);
        const std::vector<SignatureObject> signatures = findSignatures(update.document());
        const QString reason = reasonAgainst(signatures, update.document());
        if (!reason.isEmpty())
            return fail(ErrorKind::Signature, QStringLiteral("PDF"), reason);
        const Result<SignaturePlace> place = SignaturePlace::make();
        if (!place)
            return tl::unexpected(place.error());
        const int signature = update.reserve();
        SignOptions approving = options;
        approving.permission = 0;
        update.put(signature, QByteArray::fromStdString(place->dictionary(key, approving).unparse()));
        addField(update, update.reserve(), freeName(signatures), signature);
        return place->fill(update.finish(), key, approving);
    } catch (const std::exception &e) {
        return fail(ErrorKind::Malformed, QStringLiteral("PDF"), QString::fromUtf8(e.what()));
    }
}

Result<QByteArray> addValidationData(const QByteArray &pdf, const ValidationData &data)
{
    try {
        PdfUpdate update(pdf);
        QPDFObjectHandle root = update.document().getRoot();
        QPDFObjectHandle old = root.getKey("/DSS");
        QPDFObjectHandle store = old.isDictionary() ? old.shallowCopy() : QPDFObjectHandle::parse("<< /Type /DSS >>");
        const auto addAll = [&](const char *entry, const QList<QByteArray> &items) {
            if (items.isEmpty())
                return;
            QPDFObjectHandle list
                = store.getKey(entry).isArray() ? store.getKey(entry).shallowCopy() : QPDFObjectHandle::newArray();
            for (const QByteArray &item : items)
                list.appendItem(parsed(update.document(), update.addStream(item)));
            store.replaceKey(entry, list);
        };
        addAll("/Certs", data.certificates);
        addAll("/CRLs", data.revocationLists);
        addAll("/OCSPs", data.ocspResponses);
        const int number = update.reserve();
        update.put(number, QByteArray::fromStdString(store.unparse()));
        // A key that points to an object still to be written would count as null and be dropped.
        root.removeKey("/DSS");
        QByteArray catalog = QByteArray::fromStdString(root.unparseResolved());
        catalog.truncate(catalog.lastIndexOf(">>"));
        update.put(root.getObjectID(), catalog + "/DSS " + reference(number) + " >>");
        return update.finish();
    } catch (const std::exception &e) {
        return fail(ErrorKind::Malformed, QStringLiteral("PDF"), QString::fromUtf8(e.what()));
    }
}

}  // namespace waybill
