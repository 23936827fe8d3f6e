// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/filetext.h"

#include <QPlainTextEdit>

namespace waybill {

class MarkScrollBar;

/// A range of file lines that means something, such as a licence text.
struct MarkedLines {
    int first = 0;  ///< from 1, inclusive
    int last = 0;
};

/// Text with the line numbers of the file, and marked lines: a bar in the margin and a tint. Read-only.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);

    void setFileText(const FileText &text);
    void setMarks(std::vector<MarkedLines> marks);
    void goToLine(int line);
    int currentLine() const;
    int firstLine() const;
    int lastLine() const;
    MarkScrollBar *marksBar() const { return m_bar; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class CodeMargin;
    void updateMargin();
    void updateTints();
    void paintMargin(QPaintEvent *event);
    int marginWidth() const;
    bool isMarked(int line) const;

    QWidget *m_margin;
    MarkScrollBar *m_bar;
    FileText m_text;
    std::vector<MarkedLines> m_marks;
};

}  // namespace waybill
