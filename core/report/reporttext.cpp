// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporttext.h"

#include <QFontDatabase>
#include <QPainter>

namespace waybill {

namespace {

QStringList installed(const QStringList &wanted)
{
    const QStringList families = QFontDatabase::families();
    QStringList out;
    for (const QString &family : wanted) {
        if (families.contains(family))
            out << family;
    }
    return out.isEmpty() ? QStringList {QFont().family()} : out;
}

}  // namespace

ReportFonts::ReportFonts(const QPaintDevice &device) : m_device(device)
{
    const QStringList chinese {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                               QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("WenQuanYi Zen Hei")};
    m_sans = installed(QStringList {QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans")} + chinese);
    m_mono = installed(QStringList {QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono")} + chinese);
    for (const QString &family : m_sans)
        m_known.push_back(QRawFont::fromFont(QFont(family)));
}

QFont ReportFonts::font(const TextStyle &style) const
{
    QFont font;
    font.setFamilies(style.mono ? m_mono : m_sans);
    font.setPixelSize(static_cast<int>(style.size * point));
    font.setBold(style.bold);
    font.setKerning(false);
    // Any letter spacing turns ligatures off: "fi" must stay two letters for whoever searches or copies the text.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

bool ReportFonts::hasGlyph(char32_t scalar) const
{
    if (scalar >= 0x20 && scalar < 0x7F)
        return true;
    if (scalar == u'\n' || scalar == QChar::LineSeparator)
        return true;
    auto cached = m_cache.constFind(scalar);
    if (cached == m_cache.constEnd()) {
        bool found = false;
        for (const QRawFont &font : m_known)
            found = found || font.supportsCharacter(static_cast<uint>(scalar));
        cached = m_cache.insert(scalar, found);
    }
    return *cached;
}

QString ReportFonts::showable(const QString &text) const
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t scalar = pair ? QChar::surrogateToUcs4(c, text.at(i + 1)) : c.unicode();
        if (hasGlyph(scalar)) {
            out += c;
            if (pair)
                out += text.at(i + 1);
        } else {
            out += QLatin1String("U+") + QString::number(scalar, 16).toUpper().rightJustified(4, QLatin1Char('0'));
        }
        i += pair ? 1 : 0;
    }
    return out;
}

TextBox::TextBox(const ReportFonts &fonts, const QString &text, const TextStyle &style, qreal width, Qt::Alignment alignment)
    : m_color(style.color)
{
    QString shown = fonts.showable(text);
    shown.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    m_layout = std::make_unique<QTextLayout>(shown, fonts.font(style), &fonts.device());
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(false);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height() * 1.08;
    }
    m_layout->endLayout();
}

void TextBox::draw(QPainter *painter, QPointF origin, int first, int end) const
{
    if (!painter || first >= end)
        return;
    painter->setPen(m_color);
    const qreal shift = lineTop(first);
    for (int i = first; i < end; ++i)
        m_layout->lineAt(i).draw(painter, origin - QPointF(0, shift));
}

}  // namespace waybill
