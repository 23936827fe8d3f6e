// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pagewriter.h"
#include "core/report/reportmarks.h"

#include <optional>

namespace waybill {

struct TableColumn {
    QString title;
    qreal share = 1;  ///< of the width, relative to the other columns
    Qt::Alignment alignment = Qt::AlignLeft;
    bool mono = false;
};

struct TableCell {
    QString text;
    bool bold = false;
    std::optional<RiskLevel> risk;             ///< draws the meter before the text
    std::optional<LicenceClass> licenceClass;  ///< draws the shape before the text
    TableCell(QString cellText = {}, bool isBold = false) : text(std::move(cellText)), bold(isBold) { }
    static TableCell ofRisk(RiskLevel level, const QString &text);
    static TableCell ofClass(LicenceClass cls, const QString &text);
};

/// A table that is drawn row by row: cells wrap, the head is repeated on every page, and a row that is taller than the rest
/// of its page continues on the next one.
class ReportTable
{
public:
    ReportTable(PageWriter &pages, const ReportMarks &marks, std::vector<TableColumn> columns, qreal fontSize = 8);
    void row(const std::vector<TableCell> &cells);
    int rows() const { return m_rows; }

private:
    struct Placed {
        TextBox box;
        qreal x;
        qreal indent;
    };
    void head();
    std::vector<Placed> place(const std::vector<TableCell> &cells, bool isHead) const;
    void drawMarks(const std::vector<TableCell> &cells);
    void drawSlices(const std::vector<Placed> &placed);
    PageWriter &m_pages;
    const ReportMarks &m_marks;
    std::vector<TableColumn> m_columns;
    std::vector<qreal> m_x, m_width;
    qreal m_fontSize;
    int m_rows = 0;
};

}  // namespace waybill
