// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagewriter.h"

#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace waybill {

namespace {

constexpr qreal sideMargin = 56 * point;
constexpr qreal topMargin = 62 * point;
constexpr qreal bottomMargin = 58 * point;
const QColor quiet(0x5A, 0x5F, 0x64);
const QColor faint(0xC8, 0xCC, 0xD0);

}  // namespace

PageWriter::PageWriter(QPdfWriter &writer, QPainter *painter, const PageFurniture &furniture)
    : m_writer(writer), m_painter(painter), m_furniture(furniture), m_fonts(writer)
{
    m_y = topMargin;
    furnish();
}

qreal PageWriter::left() const
{
    return sideMargin;
}

qreal PageWriter::width() const
{
    return m_writer.width() - 2 * sideMargin;
}

qreal PageWriter::bottom() const
{
    return m_writer.height() - bottomMargin;
}

void PageWriter::ensure(qreal height)
{
    if (room() < height && m_y > topMargin)
        newPage();
}

void PageWriter::newPage()
{
    ++m_page;
    if (m_painter)
        m_writer.newPage();
    m_y = topMargin;
    furnish();
}

void PageWriter::drawWatermark()
{
    if (m_furniture.watermark.isEmpty() || !m_painter)
        return;
    // Drawn first and in a light grey instead of with transparency, which PDF/A-1 does not allow.
    const TextStyle style {64, true, false, QColor(0xE4, 0xE6, 0xE8)};
    const TextBox box(m_fonts, m_furniture.watermark, style, m_writer.height(), Qt::AlignHCenter);
    m_painter->save();
    m_painter->translate(m_writer.width() / 2.0, m_writer.height() / 2.0);
    m_painter->rotate(-55);
    box.draw(m_painter, {-m_writer.height() / 2.0, -box.height() / 2});
    m_painter->restore();
}

void PageWriter::furnish()
{
    drawWatermark();
    const TextStyle style {7.5, false, false, quiet};
    const qreal foot = m_writer.height() - 40 * point;
    const QString number = QStringLiteral("%1 / %2").arg(m_page + 1).arg(std::max(m_furniture.totalPages, m_page + 1));
    TextBox(m_fonts, m_furniture.footLeft, style, width() * 0.85).draw(m_painter, {left(), foot});
    TextBox(m_fonts, number, style, width(), Qt::AlignRight).draw(m_painter, {left(), foot});
    if (m_painter) {
        m_painter->setPen(QPen(faint, 0.6 * point));
        m_painter->drawLine(QPointF(left(), foot - 5 * point), QPointF(left() + width(), foot - 5 * point));
    }
    if (m_page == 0)
        return;
    const qreal head = 34 * point;
    const TextBox leftHead(m_fonts, m_furniture.headLeft, style, width() * 0.68);
    leftHead.draw(m_painter, {left(), head}, 0, std::min(1, leftHead.lines()));
    TextBox(m_fonts, m_furniture.headRight, style, width() * 0.3, Qt::AlignRight).draw(m_painter, {left() + width() * 0.7, head});
    if (m_painter) {
        m_painter->setPen(QPen(faint, 0.6 * point));
        m_painter->drawLine(QPointF(left(), head + 14 * point), QPointF(left() + width(), head + 14 * point));
    }
}

void PageWriter::drawLines(const TextBox &box, qreal x)
{
    int first = 0;
    while (first < box.lines()) {
        int end = first;
        while (end < box.lines() && box.lineBottom(end) - box.lineTop(first) <= room())
            ++end;
        if (end == first) {
            if (m_y > topMargin) {
                newPage();
                continue;
            }
            end = first + 1;  // a line taller than a page cannot wait for a better one
        }
        box.draw(m_painter, {x, m_y}, first, end);
        m_y += (end < box.lines() ? box.lineTop(end) : box.height()) - box.lineTop(first);
        first = end;
        if (first < box.lines())
            newPage();
    }
}

void PageWriter::heading(int level, const QString &title)
{
    const TextStyle style {level == 1 ? 15.0 : level == 2 ? 11.5 : 9.5, true};
    const TextBox box(m_fonts, title, style, width());
    if (m_y > topMargin)
        space(level == 1 ? 16 : 10);
    ensure(box.height() + 70 * point);
    m_bookmarks.push_back({level, title, m_page, m_y / point});
    drawLines(box, left());
    space(level == 1 ? 6 : 3);
}

void PageWriter::paragraph(const QString &text, const TextStyle &style, qreal indent)
{
    drawLines(TextBox(m_fonts, text, style, width() - indent), left() + indent);
    space(3);
}

void PageWriter::labelled(const QString &label, const QString &text, const TextStyle &style, qreal labelWidth)
{
    const TextBox name(m_fonts, label, {style.size, false, false, quiet}, labelWidth - 6 * point);
    const TextBox value(m_fonts, text, style, width() - labelWidth);
    ensure(std::min(std::max(name.height(), value.height()), 40 * point));
    const qreal top = m_y;
    const int startPage = m_page;
    name.draw(m_painter, {left(), m_y});
    drawLines(value, left() + labelWidth);
    if (m_page == startPage)
        m_y = std::max(m_y, top + name.height());
    space(1.5);
}

void PageWriter::rule(qreal gap)
{
    space(gap);
    if (m_painter) {
        m_painter->setPen(QPen(faint, 0.5 * point));
        m_painter->drawLine(QPointF(left(), m_y), QPointF(left() + width(), m_y));
    }
    space(gap);
}

}  // namespace waybill
