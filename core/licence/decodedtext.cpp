// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/decodedtext.h"

#include <QStringDecoder>

#include <algorithm>

namespace waybill {

namespace {

constexpr qint64 placeStride = 512;    ///< bytes of text between two noted places
constexpr qsizetype probeSize = 2048;  ///< bytes in which zero bytes are counted
constexpr qsizetype checkedSize = 1 << 16;

/// UTF-8 without surrogates; returns the number of bytes.
int encode(quint32 code, char *out)
{
    const auto put = [&out](quint32 byte) { *out++ = static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
        return 1;
    }
    if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
        return 3;
    }
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
    return 4;
}

bool isHigh(quint32 unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLow(quint32 unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/// Texts of 16-bit units without a mark have a zero byte at nearly every second place.
DecodedText::Encoding guessByZeros(QByteArrayView raw)
{
    const qsizetype quads = std::min(raw.size(), probeSize) & ~qsizetype(3);
    qsizetype little = 0;
    qsizetype big = 0;
    for (qsizetype i = 0; i < quads; i += 4) {
        little += raw[i] != '\0' && raw[i + 2] == '\0' && raw[i + 3] == '\0' ? 1 : 0;
        big += raw[i] == '\0' && raw[i + 1] == '\0' && raw[i + 3] != '\0' ? 1 : 0;
    }
    if (quads >= 32 && little > quads / 4 * 9 / 10)
        return DecodedText::Encoding::Utf32Le;
    if (quads >= 32 && big > quads / 4 * 9 / 10)
        return DecodedText::Encoding::Utf32Be;
    const qsizetype size = std::min(raw.size(), probeSize) & ~qsizetype(1);
    if (size < 8)
        return DecodedText::Encoding::Utf8;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < size; i += 2) {
        even += raw[i] == '\0' ? 1 : 0;
        odd += raw[i + 1] == '\0' ? 1 : 0;
    }
    if (odd > size * 2 / 5 && even < size / 50 + 1)
        return DecodedText::Encoding::Utf16Le;
    if (even > size * 2 / 5 && odd < size / 50 + 1)
        return DecodedText::Encoding::Utf16Be;
    return DecodedText::Encoding::Utf8;
}

bool isUtf8(QByteArrayView raw)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    // A sequence may be cut at the end of the part that is looked at.
    qsizetype size = std::min(raw.size(), checkedSize);
    for (int back = 0; size < raw.size() && back < 3 && (static_cast<unsigned char>(raw[size]) & 0xC0) == 0x80; ++back)
        --size;
    const QString unused = decoder.decode(raw.first(size));
    return !decoder.hasError();
}

}  // namespace

DecodedText::DecodedText(QByteArrayView raw) : m_raw(raw)
{
    const auto startsWith = [&raw](std::initializer_list<unsigned char> mark) {
        return raw.size() >= static_cast<qsizetype>(mark.size())
            && std::equal(mark.begin(), mark.end(), raw.begin(),
                          [](unsigned char a, char b) { return static_cast<char>(a) == b; });
    };
    if (startsWith({0xFF, 0xFE, 0, 0}) && raw.size() % 4 == 0)
        m_encoding = Encoding::Utf32Le;
    else if (startsWith({0, 0, 0xFE, 0xFF}))
        m_encoding = Encoding::Utf32Be;
    else if (startsWith({0xFF, 0xFE}))
        m_encoding = Encoding::Utf16Le;
    else if (startsWith({0xFE, 0xFF}))
        m_encoding = Encoding::Utf16Be;
    else
        m_encoding = guessByZeros(raw);
    const bool wide = m_encoding == Encoding::Utf32Le || m_encoding == Encoding::Utf32Be;
    if (m_encoding != Encoding::Utf8)
        convert(wide ? 4 : 2, m_encoding == Encoding::Utf16Be || m_encoding == Encoding::Utf32Be);
    else if (!isUtf8(raw))
        m_encoding = Encoding::EightBit;
}

QLatin1String DecodedText::encodingId() const
{
    static constexpr const char *ids[] = {"utf-8", "8-bit", "utf-16le", "utf-16be", "utf-32le", "utf-32be"};
    return QLatin1String(ids[static_cast<int>(m_encoding)]);
}

quint32 DecodedText::unitAt(qint64 at, int unitSize, bool bigEndian) const
{
    quint32 unit = 0;
    for (int i = 0; i < unitSize; ++i) {
        const auto byte = static_cast<unsigned char>(m_raw[at + (bigEndian ? i : unitSize - 1 - i)]);
        unit = unit << 8 | byte;
    }
    return unit;
}

void DecodedText::convert(int unitSize, bool bigEndian)
{
    m_unitSize = unitSize;
    m_bigEndian = bigEndian;
    m_converted.reserve(m_raw.size() / unitSize + 16);
    char bytes[4];
    qint64 nextPlace = 0;
    for (qint64 at = 0; at + unitSize <= m_raw.size(); at += unitSize) {
        if (m_converted.size() >= nextPlace) {
            m_places.emplace_back(m_converted.size(), at);
            nextPlace = m_converted.size() + placeStride;
        }
        quint32 code = unitAt(at, unitSize, bigEndian);
        if (unitSize == 2 && isHigh(code) && at + 4 <= m_raw.size() && isLow(unitAt(at + 2, 2, bigEndian))) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unitAt(at + 2, 2, bigEndian) - 0xDC00);
            at += 2;
        }
        if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            code = 0xFFFD;
        m_converted.append(bytes, encode(code, bytes));
    }
    if (m_converted.isNull())
        m_converted = QByteArray("");
}

qint64 DecodedText::rawOffset(qint64 offset) const
{
    if (m_unitSize == 1 || m_places.empty())
        return std::min<qint64>(offset, m_raw.size());
    auto place
        = std::upper_bound(m_places.begin(), m_places.end(), offset, [](qint64 value, const auto &p) { return value < p.first; });
    --place;
    qint64 raw = place->second;
    for (qint64 at = place->first; at < offset && raw + m_unitSize <= m_raw.size();) {
        const auto lead = static_cast<unsigned char>(m_converted.at(at));
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        raw += length == 4 && m_unitSize == 2 ? 4 : m_unitSize;
        at += length;
    }
    return std::min<qint64>(raw, m_raw.size());
}

}  // namespace waybill
