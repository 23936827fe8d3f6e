// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

namespace waybill {

namespace {

constexpr char32_t invalidScalar = 0xFFFFFFFF;

/// Characters that show nothing, or that change how their neighbours are shown.
bool isDeceptive(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    // Letters and marks by category, yet blank on the screen: joiners and Hangul fillers.
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

void appendScalar(QString &out, char32_t c)
{
    if (isDeceptive(c))
        out += QLatin1String("\\u{") + QString::number(c, 16).toUpper().rightJustified(4, QLatin1Char('0')) + QLatin1Char('}');
    else
        out += QString::fromUcs4(&c, 1);
}

/// Decodes one UTF-8 scalar at `pos` and moves on; invalidScalar when the bytes are no shortest-form UTF-8.
char32_t nextScalar(std::string_view bytes, std::size_t &pos)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(pos);
    if (lead < 0x80) {
        ++pos;
        return lead;
    }
    const int extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || pos + static_cast<std::size_t>(extra) >= bytes.size())
        return invalidScalar;
    char32_t c = lead & (0x3F >> extra);
    for (int i = 1; i <= extra; ++i) {
        const unsigned char next = byte(pos + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80)
            return invalidScalar;
        c = (c << 6) | (next & 0x3F);
    }
    const bool overlong = (extra == 2 && c < 0x800) || (extra == 3 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return invalidScalar;
    pos += static_cast<std::size_t>(extra) + 1;
    return c;
}

}  // namespace

QString displayPath(std::string_view path)
{
    QString out;
    out.reserve(static_cast<qsizetype>(path.size()));
    for (std::size_t pos = 0; pos < path.size();) {
        const std::size_t start = pos;
        const char32_t c = nextScalar(path, pos);
        if (c == invalidScalar) {
            const int value = static_cast<unsigned char>(path[start]);
            out += QLatin1String("\\x") + QString::number(value, 16).toUpper().rightJustified(2, QLatin1Char('0'));
            pos = start + 1;
        } else {
            appendScalar(out, c);
        }
    }
    return out;
}

QString displayText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    // Walked by hand: QString::toUcs4 would turn a lone surrogate into U+FFFD and so hide it.
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            appendScalar(out, QChar::surrogateToUcs4(c, text.at(i + 1)));
            ++i;
        } else {
            appendScalar(out, c.unicode());
        }
    }
    return out;
}

}  // namespace waybill
