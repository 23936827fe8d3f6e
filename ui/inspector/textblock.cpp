// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/textblock.h"

#include <QGuiApplication>
#include <QWheelEvent>

#include <cmath>

namespace waybill {

TextBlock::TextBlock(const QString &text, QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Reached by the mouse and by F6, not by Tab: it holds nothing to operate.
    setFocusPolicy(Qt::ClickFocus);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAcceptDrops(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setPlainText(text);
    setAccessibleName(text);
    recolour();
}

void TextBlock::setFaded()
{
    m_faded = true;
    recolour();
}

void TextBlock::setStrong()
{
    QFont strong = font();
    strong.setBold(true);
    setFont(strong);
    updateGeometry();
}

void TextBlock::recolour()
{
    // Only the text colour differs from what the window uses; set when it would change, because setting it is itself a change.
    QColor colour = QGuiApplication::palette().color(QPalette::Text);
    if (m_faded)
        colour.setAlphaF(0.78F);
    if (palette().color(QPalette::Text) == colour && palette().color(QPalette::Base).alpha() == 0)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Text, colour);
    own.setColor(QPalette::Base, Qt::transparent);
    setPalette(own);
}

int TextBlock::heightForWidth(int width) const
{
    QTextDocument *text = document();
    const qreal before = text->textWidth();
    text->setTextWidth(width);
    const int height = static_cast<int>(std::ceil(text->size().height()));
    text->setTextWidth(before);
    return height;
}

QSize TextBlock::sizeHint() const
{
    const int line = fontMetrics().averageCharWidth() * 24;
    return {line, heightForWidth(width() > 0 ? width() : line)};
}

QSize TextBlock::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

void TextBlock::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        setFixedHeight(heightForWidth(event->size().width()));
}

void TextBlock::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setFixedHeight(heightForWidth(width()));
}

bool TextBlock::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        recolour();
    return QTextEdit::event(event);
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore();  // the page scrolls, not the paragraph
}

}  // namespace waybill
