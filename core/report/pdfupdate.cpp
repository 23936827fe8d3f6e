// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfupdate.h"

#include <stdexcept>

namespace waybill {

PdfUpdate::PdfUpdate(const QByteArray &base) : m_base(base)
{
    m_pdf.setSuppressWarnings(true);
    m_pdf.setAttemptRecovery(false);
    m_pdf.processMemoryFile("pdf", m_base.constData(), static_cast<size_t>(m_base.size()));
    if (m_pdf.isEncrypted())
        throw std::runtime_error("encrypted");
    m_size = static_cast<int>(m_pdf.getObjectCount()) + 1;
    const qsizetype at = m_base.lastIndexOf("startxref");
    m_previous = at < 0 ? QByteArray() : m_base.mid(at + 9, 30).trimmed().split('\n').first().trimmed();
    bool ok = false;
    const qlonglong offset = m_previous.toLongLong(&ok);
    if (!ok || offset <= 0 || offset >= m_base.size())
        throw std::runtime_error("no cross-reference section");
    m_hasTable = m_base.mid(offset, 4) == "xref";
}

void PdfUpdate::put(QPDFObjectHandle changed)
{
    put(changed.getObjectID(), QByteArray::fromStdString(changed.unparseResolved()));
}

int PdfUpdate::addStream(const QByteArray &bytes)
{
    const int number = reserve();
    put(number, "<< /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream");
    return number;
}

QByteArray PdfUpdate::trailerEntries() const
{
    QPDFObjectHandle trailer = const_cast<QPDF &>(m_pdf).getTrailer();
    QByteArray out = "/Size " + QByteArray::number(m_size) + " /Prev " + m_previous;
    for (const char *key : {"/Root", "/Info", "/ID"}) {
        if (trailer.hasKey(key))
            out += ' ' + QByteArray(key) + ' ' + QByteArray::fromStdString(trailer.getKey(key).unparse());
    }
    return out;
}

void PdfUpdate::writeTable(QByteArray &out) const
{
    out += "xref\n";
    for (const auto &[number, offset] : m_offsets)
        out += QByteArray::number(number) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer\n<< " + trailerEntries() + " >>\n";
}

void PdfUpdate::writeStream(QByteArray &out)
{
    const int own = reserve();
    m_offsets[own] = out.size();
    QByteArray index;
    QByteArray data;
    for (const auto &[number, offset] : m_offsets) {
        index += QByteArray::number(number) + " 1 ";
        data += '\1';
        for (int shift = 24; shift >= 0; shift -= 8)
            data += static_cast<char>((offset >> shift) & 0xFF);
        data += QByteArray(2, '\0');
    }
    out += QByteArray::number(own) + " 0 obj\n<< /Type /XRef /W [1 4 2] /Index [" + index.trimmed() + "] " + trailerEntries()
        + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream\nendobj\n";
}

QByteArray PdfUpdate::finish()
{
    QByteArray out = m_base;
    if (!out.endsWith('\n'))
        out += '\n';
    m_offsets.clear();
    for (const auto &[number, body] : m_bodies) {
        const QByteArray head = QByteArray::number(number) + " 0 obj\n";
        m_offsets[number] = out.size();
        out += head + body + "\nendobj\n";
    }
    const qsizetype section = out.size();
    if (m_hasTable)
        writeTable(out);
    else
        writeStream(out);
    return out + "startxref\n" + QByteArray::number(section) + "\n%%EOF\n";
}

}  // namespace waybill
