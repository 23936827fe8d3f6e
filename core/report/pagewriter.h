// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reporttext.h"

#include <QRectF>

class QPdfWriter;

namespace waybill {

/// A heading for the bookmarks.
struct Bookmark {
    int level = 1;
    QString title;
    int page = 0;   ///< from 0
    qreal top = 0;  ///< points from the top of the page
};

struct PageFurniture {
    QString headLeft, headRight, footLeft;
    QString watermark;   ///< empty = none
    int totalPages = 0;  ///< 0 in the counting pass
};

/// Places blocks one below the other and starts pages; running heads, page numbers and watermark included. Works twice: once
/// without a painter to count the pages, once to draw them.
class PageWriter
{
public:
    PageWriter(QPdfWriter &writer, QPainter *painter, const PageFurniture &furniture);

    const ReportFonts &fonts() const { return m_fonts; }
    QPainter *painter() const { return m_painter; }
    int page() const { return m_page; }
    int pageCount() const { return m_page + 1; }
    const std::vector<Bookmark> &bookmarks() const { return m_bookmarks; }

    qreal left() const;
    qreal width() const;
    qreal y() const { return m_y; }
    qreal bottom() const;
    qreal room() const { return bottom() - m_y; }
    void moveTo(qreal y) { m_y = y; }
    void space(qreal points) { m_y += points * point; }
    void ensure(qreal height);  ///< starts a page unless so much is left
    void newPage();

    void heading(int level, const QString &title);
    void paragraph(const QString &text, const TextStyle &style = {}, qreal indent = 0);
    /// A label in the left column and a text beside it; both may span lines and pages.
    void labelled(const QString &label, const QString &text, const TextStyle &style = {}, qreal labelWidth = 90 * point);
    void rule(qreal gap = 4);

private:
    void furnish();
    void drawWatermark();
    void drawLines(const TextBox &box, qreal x);
    QPdfWriter &m_writer;
    QPainter *m_painter;
    PageFurniture m_furniture;
    ReportFonts m_fonts;
    std::vector<Bookmark> m_bookmarks;
    int m_page = 0;
    qreal m_y = 0;
};

}  // namespace waybill
