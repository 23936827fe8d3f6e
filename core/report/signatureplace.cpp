// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signatureplace.h"

#include "core/report/cms.h"

#include <openssl/rand.h>

namespace waybill {

namespace {

constexpr qsizetype contentsBytes = 32 * 1024;
const QByteArray rangePlaceholder = QByteArrayLiteral("/ByteRange [ 0 9999999999 9999999999 9999999999 ]");

QPDFObjectHandle textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

std::string pdfTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
}

}  // namespace

Result<SignaturePlace> SignaturePlace::make()
{
    SignaturePlace place;
    place.m_marker = QByteArray(contentsBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(place.m_marker.data()), static_cast<int>(contentsBytes)) != 1)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"), takeOpenSslError());
    return place;
}

QPDFObjectHandle SignaturePlace::dictionary(const SigningKey &key, const SignOptions &options) const
{
    QPDFObjectHandle signature = QPDFObjectHandle::parse("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                                                         "/ByteRange [ 0 9999999999 9999999999 9999999999 ] >>");
    if (options.permission != 0)
        signature.replaceKey("/Reference",
                             QPDFObjectHandle::parse("[ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                                                     "/TransformParams /V /1.2 /P "
                                                     + std::to_string(options.permission) + " >> >> ]"));
    signature.replaceKey("/Contents", QPDFObjectHandle::newString(m_marker.toStdString()));
    signature.replaceKey("/M", QPDFObjectHandle::newString(pdfTime(options.now)));
    signature.replaceKey("/Name", textString(key.subjectName()));
    if (!options.reason.isEmpty())
        signature.replaceKey("/Reason", textString(options.reason));
    if (!options.place.isEmpty())
        signature.replaceKey("/Location", textString(options.place));
    return signature;
}

Result<QByteArray> SignaturePlace::fill(QByteArray file, const SigningKey &key, const SignOptions &options) const
{
    const QByteArray hex = '<' + m_marker.toHex() + '>';
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
    const Result<QByteArray> der = makeCms(key, options, view.first(gap), view.sliced(end));
    if (!der)
        return der;
    if (der->size() > contentsBytes)
        return fail(ErrorKind::Signature, QStringLiteral("PDF"),
                    QStringLiteral("certificate chain of %1 bytes does not fit").arg(der->size()));
    file.replace(gap + 1, 2 * contentsBytes, der->toHex().leftJustified(2 * contentsBytes, '0'));
    return file;
}

}  // namespace waybill
