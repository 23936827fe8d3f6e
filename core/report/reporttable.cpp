// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporttable.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr qreal gutter = 7 * point;
constexpr qreal padding = 2.2 * point;
constexpr qreal markWidth = 14 * point;

}  // namespace

TableCell TableCell::ofRisk(RiskLevel level, const QString &text)
{
    TableCell cell(text);
    cell.risk = level;
    return cell;
}

TableCell TableCell::ofClass(LicenceClass cls, const QString &text)
{
    TableCell cell(text);
    cell.licenceClass = cls;
    return cell;
}

ReportTable::ReportTable(PageWriter &pages, const ReportMarks &marks, std::vector<TableColumn> columns, qreal fontSize)
    : m_pages(pages), m_marks(marks), m_columns(std::move(columns)), m_fontSize(fontSize)
{
    qreal shares = 0;
    for (const TableColumn &column : m_columns)
        shares += column.share;
    const qreal usable = pages.width() - gutter * static_cast<qreal>(m_columns.size() - 1);
    qreal x = pages.left();
    for (const TableColumn &column : m_columns) {
        m_x.push_back(x);
        m_width.push_back(usable * column.share / shares);
        x += m_width.back() + gutter;
    }
    m_pages.ensure(60 * point);
    head();
}

std::vector<ReportTable::Placed> ReportTable::place(const std::vector<TableCell> &cells, bool isHead) const
{
    std::vector<Placed> out;
    for (size_t i = 0; i < m_columns.size() && i < cells.size(); ++i) {
        const TableCell &cell = cells[i];
        const qreal indent = cell.risk || cell.licenceClass ? markWidth : 0;
        TextStyle style {m_fontSize, cell.bold || isHead, m_columns[i].mono && !isHead};
        if (style.mono)
            style.size -= 0.8;
        if (isHead)
            style.color = QColor(0x5A, 0x5F, 0x64);
        out.push_back({TextBox(m_pages.fonts(), cell.text, style, m_width[i] - indent, m_columns[i].alignment), m_x[i], indent});
    }
    return out;
}

void ReportTable::head()
{
    std::vector<TableCell> titles;
    for (const TableColumn &column : m_columns)
        titles.emplace_back(column.title, true);
    const std::vector<Placed> placed = place(titles, true);
    qreal height = 0;
    for (const Placed &cell : placed)
        height = std::max(height, cell.box.height());
    // Heads stand on the line, however many lines their neighbours need.
    for (const Placed &cell : placed)
        cell.box.draw(m_pages.painter(), {cell.x, m_pages.y() + height - cell.box.height()});
    m_pages.moveTo(m_pages.y() + height + 1.5 * point);
    if (QPainter *painter = m_pages.painter()) {
        painter->setPen(QPen(QColor(0x5A, 0x5F, 0x64), 0.8 * point));
        painter->drawLine(QPointF(m_pages.left(), m_pages.y()), QPointF(m_pages.left() + m_pages.width(), m_pages.y()));
    }
    m_pages.moveTo(m_pages.y() + padding);
}

void ReportTable::drawMarks(const std::vector<TableCell> &cells)
{
    const qreal size = m_fontSize * 0.8 * point;
    const qreal top = m_pages.y() + m_fontSize * 0.18 * point;
    for (size_t i = 0; i < cells.size() && i < m_x.size(); ++i) {
        if (cells[i].risk)
            m_marks.riskMeter(m_pages.painter(), QRectF(m_x[i], top, size * 1.4, size), *cells[i].risk);
        if (cells[i].licenceClass)
            m_marks.classShape(m_pages.painter(), QRectF(m_x[i] + 1 * point, top + 0.5 * point, size, size),
                               *cells[i].licenceClass);
    }
}

void ReportTable::drawSlices(const std::vector<Placed> &placed)
{
    std::vector<int> next(placed.size(), 0);
    while (true) {
        qreal used = 0;
        bool left = false;
        for (size_t i = 0; i < placed.size(); ++i) {
            const TextBox &box = placed[i].box;
            const int first = next[i];
            int end = first;
            while (end < box.lines() && box.lineBottom(end) - box.lineTop(first) <= m_pages.room())
                ++end;
            box.draw(m_pages.painter(), {placed[i].x + placed[i].indent, m_pages.y()}, first, end);
            if (end > first)
                used = std::max(used, box.lineBottom(end - 1) - box.lineTop(first));
            next[i] = end;
            left = left || end < box.lines();
        }
        m_pages.moveTo(m_pages.y() + used);
        if (!left)
            return;
        m_pages.newPage();
        head();
    }
}

void ReportTable::row(const std::vector<TableCell> &cells)
{
    const std::vector<Placed> placed = place(cells, false);
    qreal height = 0;
    for (const Placed &cell : placed)
        height = std::max(height, cell.box.height());
    if (m_pages.room() < std::min(height, 90 * point)) {
        m_pages.newPage();
        head();
    }
    drawMarks(cells);
    drawSlices(placed);
    m_pages.moveTo(m_pages.y() + padding);
    if (QPainter *painter = m_pages.painter()) {
        painter->setPen(QPen(QColor(0xE1, 0xE4, 0xE7), 0.5 * point));
        painter->drawLine(QPointF(m_pages.left(), m_pages.y()), QPointF(m_pages.left() + m_pages.width(), m_pages.y()));
    }
    m_pages.moveTo(m_pages.y() + padding);
    ++m_rows;
}

}  // namespace waybill
