// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace waybill {

/// A text as bytes in which ASCII is ASCII, with the way back to the bytes it came from. UTF-8 and the 8-bit encodings are
/// taken as they are (every byte is accepted); UTF-16 and UTF-32, known by their mark or by where their zero bytes stand,
/// are made UTF-8. The given bytes must outlive the object. Immutable, any thread.
class DecodedText
{
public:
    enum class Encoding : quint8 { Utf8, EightBit, Utf16Le, Utf16Be, Utf32Le, Utf32Be };

    explicit DecodedText(QByteArrayView raw);
    QByteArrayView text() const { return m_converted.isNull() ? m_raw : QByteArrayView(m_converted); }
    Encoding encoding() const { return m_encoding; }
    QLatin1String encodingId() const;  ///< "utf-8", "8-bit", "utf-16le" ...
    /// Offset in the given bytes of an offset in text(); beyond the end it gives the size.
    qint64 rawOffset(qint64 offset) const;

private:
    void convert(int unitSize, bool bigEndian);
    quint32 unitAt(qint64 at, int unitSize, bool bigEndian) const;

    QByteArrayView m_raw;
    QByteArray m_converted;
    std::vector<std::pair<qint64, qint64>> m_places;  ///< text offset, raw offset; one for every few hundred characters
    Encoding m_encoding = Encoding::Utf8;
    int m_unitSize = 1;
    bool m_bigEndian = false;
};

}  // namespace waybill
