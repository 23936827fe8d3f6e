// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/codeview.h"

#include "ui/viewer/markscrollbar.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace waybill {

/// The strip with the line numbers; drawn by the view, which knows the lines.
class CodeMargin : public QWidget
{
public:
    explicit CodeMargin(CodeView *view) : QWidget(view), m_view(view) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintMargin(event); }

private:
    CodeView *m_view;
};

CodeView::CodeView(QWidget *parent) : QPlainTextEdit(parent), m_margin(new CodeMargin(this)), m_bar(new MarkScrollBar(this))
{
    setVerticalScrollBar(m_bar);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::updateMargin);
    updateMargin();
}

void CodeView::setFileText(const FileText &text)
{
    m_text = text;
    m_marks.clear();
    setPlainText(m_text.text);
    m_text.text.clear();  // the document holds it now
    updateTints();
    updateMargin();
}

void CodeView::setMarks(std::vector<MarkedLines> marks)
{
    m_marks = std::move(marks);
    updateTints();
    m_margin->update();
}

int CodeView::lastLine() const
{
    return m_text.lineOfBlock.empty() ? 0 : m_text.lineOfBlock.back();
}

int CodeView::firstLine() const
{
    return m_text.lineOfBlock.empty() ? 1 : m_text.lineOfBlock.front();
}

int CodeView::currentLine() const
{
    const auto block = static_cast<size_t>(textCursor().blockNumber());
    return block < m_text.lineOfBlock.size() ? m_text.lineOfBlock[block] : 0;
}

void CodeView::goToLine(int line)
{
    const int block = m_text.blockOfLine(qBound(firstLine(), line, qMax(1, lastLine())));
    if (block < 0)
        return;
    QTextCursor cursor(document()->findBlockByNumber(block));
    setTextCursor(cursor);
    centerCursor();
}

bool CodeView::isMarked(int line) const
{
    return std::any_of(m_marks.begin(), m_marks.end(),
                       [line](const MarkedLines &mark) { return line >= mark.first && line <= mark.last; });
}

void CodeView::updateTints()
{
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(0.14F);
    QList<QTextEdit::ExtraSelection> tints;
    constexpr int most = 20000;  // a file that is one long list of licences need not be tinted to its end
    for (const MarkedLines &mark : m_marks) {
        for (int line = mark.first; line <= mark.last && tints.size() < most; ++line) {
            const int block = m_text.blockOfLine(line);
            if (block < 0)
                break;
            QTextEdit::ExtraSelection selection;
            selection.format.setBackground(tint);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.cursor = QTextCursor(document()->findBlockByNumber(block));
            tints << selection;
        }
    }
    setExtraSelections(tints);
    std::vector<std::pair<double, double>> places;
    const double blocks = qMax(1, blockCount());
    for (const MarkedLines &mark : m_marks) {
        const int first = m_text.blockOfLine(mark.first);
        const int last = m_text.blockOfLine(mark.last);
        if (first >= 0)
            places.emplace_back(first / blocks, (qMax(first, last) + 1) / blocks);
    }
    m_bar->setMarks(std::move(places));
}

int CodeView::marginWidth() const
{
    const int digits = qMax(3, static_cast<int>(QString::number(lastLine()).size()));
    return 14 + fontMetrics().horizontalAdvance(u'9') * digits;
}

void CodeView::updateMargin()
{
    const int width = marginWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void CodeView::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    painter.setFont(font());
    QColor ink = palette().color(QPalette::PlaceholderText);
    int previous = 0;
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && box.top() <= event->rect().bottom(); block = block.next()) {
        box = blockBoundingGeometry(block).translated(contentOffset());
        const auto number = static_cast<size_t>(block.blockNumber());
        if (!block.isVisible() || number >= m_text.lineOfBlock.size())
            continue;
        const int line = m_text.lineOfBlock[number];
        const bool marked = isMarked(line);
        if (marked)
            painter.fillRect(QRectF(0, box.top(), 4, box.height()), palette().color(QPalette::Highlight));
        // The parts of a folded line share one number.
        if (line != previous && (number == 0 || m_text.lineOfBlock[number - 1] != line)) {
            painter.setPen(marked ? palette().color(QPalette::Text) : ink);
            painter.drawText(QRectF(4, box.top(), m_margin->width() - 10, fontMetrics().height()),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        }
        previous = line;
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargin();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateTints();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateMargin();
}

}  // namespace waybill
