// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/findbar.h"

#include "ui/explorer/flowlayout.h"
#include "ui/explorer/localkeys.h"
#include "ui/theme/palette.h"
#include "ui/viewer/codeview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace waybill {

FindBar::FindBar(CodeView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, [this] { find(true); });
    connect(m_line, &QSpinBox::editingFinished, this, [this] { m_view->goToLine(m_line->value()); });
    auto *keys = new LocalKeys(this);
    keys->add(QKeySequence(Qt::Key_Escape), [this] {
        hide();
        m_view->setFocus();
    });
    keys->add(QKeySequence(Qt::Key_F3), [this] { find(true); });
    keys->add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { find(false); });
    m_text->installEventFilter(keys);
    m_line->installEventFilter(keys);
}

void FindBar::build()
{
    m_text = new QLineEdit;
    m_text->setPlaceholderText(tr("Find in this file"));
    m_text->setAccessibleName(tr("Find in this file"));
    m_text->setClearButtonEnabled(true);
    m_case = new QCheckBox(tr("Match case"));
    m_line = new QSpinBox;
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setMinimum(1);
    m_line->setKeyboardTracking(false);
    m_state = new QLabel;
    const auto button = [this](const QString &icon, const QString &text, bool forward) {
        auto *result = new QToolButton;
        result->setIcon(Theme::actionIcon(icon));
        result->setText(text);
        result->setAccessibleName(text);
        result->setToolTip(text);
        result->setAutoRaise(true);
        connect(result, &QToolButton::clicked, this, [this, forward] { find(forward); });
        return result;
    };
    auto *search = new QWidget;
    auto *row = new QHBoxLayout(search);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(button(QStringLiteral("previous"), tr("Find previous"), false));
    row->addWidget(button(QStringLiteral("next"), tr("Find next"), true));
    auto *go = new QWidget;
    auto *goRow = new QHBoxLayout(go);
    goRow->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Line"));
    label->setBuddy(m_line);
    goRow->addWidget(label);
    goRow->addWidget(m_line);
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    for (QWidget *part : std::initializer_list<QWidget *> {search, m_case, go, m_state})
        layout->addWidget(part);
}

void FindBar::openFind()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::openGoToLine()
{
    show();
    m_line->setValue(qMax(1, m_view->currentLine()));
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindBar::setLineCount(int lines)
{
    m_line->setMaximum(qMax(1, lines));
    m_state->clear();
}

void FindBar::find(bool forward)
{
    const QString words = m_text->text();
    if (words.isEmpty())
        return;
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindBackward, !forward);
    flags.setFlag(QTextDocument::FindCaseSensitively, m_case->isChecked());
    m_state->clear();
    if (m_view->find(words, flags))
        return;
    const QTextCursor before = m_view->textCursor();
    m_view->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
    if (m_view->find(words, flags)) {
        m_state->setText(forward ? tr("Continued at the top") : tr("Continued at the end"));
    } else {
        m_view->setTextCursor(before);
        m_state->setText(tr("Not found"));
    }
}

}  // namespace waybill
