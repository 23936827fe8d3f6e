// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/comparisonview.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QTextCursor>

namespace waybill {

namespace {

/// Blue for what is more and orange for what is less: told apart by everybody, and by underline and strike without colour.
constexpr LicenceClass blue = LicenceClass::WeakCopyleft;
constexpr LicenceClass orange = LicenceClass::StrongCopyleft;

}  // namespace

ComparisonView::ComparisonView(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAccessibleName(tr("Text beside its reference"));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QTextCharFormat ComparisonView::formatOf(Difference difference) const
{
    QTextCharFormat format;
    switch (difference) {
    case Difference::Same:
        break;
    case Difference::Varies:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        break;
    case Difference::Added:
        format.setBackground(Theme::rowTint(Theme::classColor(blue)));
        format.setFontUnderline(true);
        break;
    case Difference::Missing:
        format.setBackground(Theme::rowTint(Theme::classColor(orange)));
        format.setFontStrikeOut(true);
        break;
    }
    return format;
}

void ComparisonView::setParts(std::vector<ComparedPart> parts)
{
    m_parts = std::move(parts);
    m_current = -1;
    show();
}

void ComparisonView::show()
{
    clear();
    m_places.clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const ComparedPart &part : m_parts) {
        const QTextCharFormat format = formatOf(part.difference);
        // The blanks behind a run are nobody's: lines under and through them would join words that do not belong together.
        const QString words = displayText(part.text.trimmed()).replace(QStringLiteral("\\u{000A}"), QStringLiteral("\n"));
        const int begin = cursor.position();
        if (part.difference == Difference::Added)
            cursor.insertText(QStringLiteral("{+"), format);
        else if (part.difference == Difference::Missing)
            cursor.insertText(QStringLiteral("[-"), format);
        cursor.insertText(words, format);
        if (part.difference == Difference::Added)
            cursor.insertText(QStringLiteral("+}"), format);
        else if (part.difference == Difference::Missing)
            cursor.insertText(QStringLiteral("-]"), format);
        if (part.difference == Difference::Added || part.difference == Difference::Missing)
            m_places.emplace_back(begin, cursor.position());
        cursor.insertText(part.text.endsWith(QLatin1String("\n\n")) ? QStringLiteral("\n\n") : QStringLiteral(" "),
                          QTextCharFormat());
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void ComparisonView::step(int by)
{
    const int count = differences();
    if (count == 0)
        return;
    m_current = m_current < 0 ? (by < 0 ? count - 1 : 0) : (m_current + by + count) % count;
    QTextCursor cursor = textCursor();
    const auto &[begin, end] = m_places[static_cast<std::size_t>(m_current)];
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    Q_EMIT stepped(m_current, count);
}

void ComparisonView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_parts.empty())
        show();
}

}  // namespace waybill
