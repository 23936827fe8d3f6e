// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>

namespace waybill {

/// An incremental update (ISO 32000-2, 7.5.6): new and changed objects behind the bytes of a PDF, which stay as they are. The
/// cross-reference section is a table or a stream, as the file's last one was. One thread; throws what qpdf throws.
class PdfUpdate
{
public:
    /// Reads `base`, which must outlive this and be sound. Throws std::runtime_error for an encrypted file.
    explicit PdfUpdate(const QByteArray &base);

    QPDF &document() { return m_pdf; }
    /// Number for a new object.
    int reserve() { return m_size++; }
    /// Sets the body of an object; a later call replaces an earlier one.
    void put(int number, const QByteArray &body) { m_bodies[number] = body; }
    /// The present state of an object that was changed through document().
    void put(QPDFObjectHandle changed);
    /// A stream with these bytes as a new object; returns its number.
    int addStream(const QByteArray &bytes);

    /// The file with the update behind it.
    QByteArray finish();
    /// Where the body of an object begins in what finish() returned.
    qsizetype offsetOf(int number) const { return m_offsets.at(number); }

private:
    void writeTable(QByteArray &out) const;
    void writeStream(QByteArray &out);
    QByteArray trailerEntries() const;

    QByteArray m_base;
    QPDF m_pdf;
    int m_size = 0;
    QByteArray m_previous;  ///< offset of the last cross-reference section
    bool m_hasTable = true;
    std::map<int, QByteArray> m_bodies;
    std::map<int, qsizetype> m_offsets;
};

}  // namespace waybill
