// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/instructionview.h"

#include "ui/viewer/syntax.h"

#include <QEvent>
#include <QFontDatabase>

namespace waybill {

InstructionView::InstructionView(QWidget *parent) : QPlainTextEdit(parent), m_syntax(std::make_unique<Syntax>(document()))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setPlaceholderText(tr("Select a layer to see its instruction."));
    m_syntax->setInstruction();
}

InstructionView::~InstructionView() = default;

void InstructionView::setInstruction(const QString &text)
{
    if (text != toPlainText())
        setPlainText(text);
}

QSize InstructionView::sizeHint() const
{
    return {240, fontMetrics().lineSpacing() * 4 + 12};
}

void InstructionView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_syntax)
        m_syntax->followPalette();
}

}  // namespace waybill
