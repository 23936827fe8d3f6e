// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filetext.h"

#include <QStringDecoder>

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype longestLine = 4000;

bool hasUtf16Mark(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArrayLiteral("\xFF\xFE")) || bytes.startsWith(QByteArrayLiteral("\xFE\xFF"));
}

/// Characters that change what is seen of their neighbours: a reader must not be led astray by them.
bool isReordering(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C
        || c == 0x2028 || c == 0x2029;
}

QString decode(const QByteArray &bytes, bool &notUtf8)
{
    if (hasUtf16Mark(bytes)) {
        QStringDecoder utf16(QStringDecoder::Utf16);
        return utf16(bytes);
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    // A file that was read in part may end inside a character; that alone does not make it another encoding.
    if (!utf8.hasError())
        return text;
    notUtf8 = true;
    return QString::fromLatin1(bytes);
}

void appendVisible(FileText &out, QChar c)
{
    const char16_t u = c.unicode();
    if ((u < 0x20 && u != u'\t') || u == 0x7F) {
        out.text += QChar(u == 0x7F ? 0x2421 : 0x2400 + u);
        out.replaced = true;
    } else if (isReordering(u)) {
        out.text += u"\u27EAU+" + QString::number(u, 16).toUpper().rightJustified(4, u'0') + u"\u27EB";
        out.replaced = true;
    } else {
        out.text += c;
    }
}

}  // namespace

int FileText::blockOfLine(int line) const
{
    const auto it = std::lower_bound(lineOfBlock.begin(), lineOfBlock.end(), line);
    return it == lineOfBlock.end() || *it != line ? -1 : static_cast<int>(it - lineOfBlock.begin());
}

bool looksBinary(const QByteArray &bytes)
{
    if (hasUtf16Mark(bytes))
        return false;
    const QByteArray start = bytes.left(8192);
    if (start.contains('\0'))
        return true;
    const auto control = std::count_if(start.begin(), start.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && u != '\n' && u != '\r' && u != '\t' && u != '\f' && u != 0x1B;
    });
    return control * 10 > start.size();
}

int endedLines(const QByteArray &bytes, const QByteArray &next)
{
    int lines = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char following = i + 1 < bytes.size() ? bytes[i + 1] : next.isEmpty() ? '\0' : next[0];
        lines += bytes[i] == '\n' || (bytes[i] == '\r' && following != '\n');
    }
    return lines;
}

int cutCharacter(const QByteArray &bytes)
{
    int cut = 0;
    while (cut < 3 && cut < bytes.size() && (static_cast<unsigned char>(bytes[cut]) & 0xC0) == 0x80)
        ++cut;
    return cut;
}

QByteArray byteOrderMark(const QByteArray &bytes)
{
    return hasUtf16Mark(bytes) ? bytes.left(2) : QByteArray();
}

FileText readableText(const QByteArray &bytes, int firstLine)
{
    FileText out;
    const QString text = decode(bytes, out.notUtf8);
    out.text.reserve(text.size());
    int line = firstLine;
    qsizetype length = 0;
    out.lineOfBlock.push_back(line);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (c == u'\n' || c == u'\r') {
            out.text += u'\n';
            out.lineOfBlock.push_back(++line);
            length = 0;
            continue;
        }
        if (length >= longestLine && !c.isLowSurrogate()) {
            out.text += u'\n';
            out.lineOfBlock.push_back(line);
            out.foldedLines = true;
            length = 0;
        }
        appendVisible(out, c);
        ++length;
    }
    return out;
}

}  // namespace waybill
